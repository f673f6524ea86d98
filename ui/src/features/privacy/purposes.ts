// For what people's data is used, in the order in which planners ask.
import type { Purpose } from '$api/types'

export const PURPOSES: readonly Purpose[] = [
  'events',
  'visits',
  'direct_marketing',
  'partners',
  'gba_transfer',
]
