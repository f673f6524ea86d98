import type { welcome as en } from '../en/welcome'
import type { Translated } from '../types'

export const welcome: Translated<typeof en> = {
}
