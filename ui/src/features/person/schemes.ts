// Admission schemes, in the order in which planners speak of them.
import type { Scheme } from '$api/types'

export const SCHEMES: readonly Scheme[] = [
  'ttps_a',
  'ttps_b',
  'ttps_c',
  'qmas',
  'gep',
  'asmtp',
  'tech_tas',
  'iang',
  'assg',
]
