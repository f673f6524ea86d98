import type { programme as en } from '../en/programme'
import type { Translated } from '../types'

export const programme: Translated<typeof en> = {}
