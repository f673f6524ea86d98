import type { exporting as en } from '../en/export'
import type { Translated } from '../types'

export const exporting: Translated<typeof en> = {
}
