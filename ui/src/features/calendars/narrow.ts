// A calendar's filter, changed part by part.
import type { EventFilter } from '$api/types'

/** The filter with changes; what is empty is taken out, so that an empty list never means "none". */
export function narrowed(filter: EventFilter, changes: EventFilter): EventFilter {
  const next = Object.entries({ ...filter, ...changes }).filter(([, value]) => {
    if (value === null || value === undefined || value === '' || value === false) return false
    return !Array.isArray(value) || value.length > 0
  })
  return Object.fromEntries(next) as EventFilter
}
