import type { mission as en } from '../en/mission'
import type { Translated } from '../types'

export const mission: Translated<typeof en> = {}
