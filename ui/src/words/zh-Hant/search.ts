import type { search as en } from '../en/search'
import type { Translated } from '../types'

export const search: Translated<typeof en> = {
}
