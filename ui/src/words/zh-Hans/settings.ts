import type { settings as en } from '../en/settings'
import type { Translated } from '../types'

export const settings: Translated<typeof en> = {
}
