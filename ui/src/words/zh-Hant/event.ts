import type { event as en } from '../en/event'
import type { Translated } from '../types'

export const event: Translated<typeof en> = {}
