// Which events the planner is looking at. One filter for timeline, month, week, table, map and exports.
import type { EventFilter } from '$api/types'
import { programme } from './session.svelte'

export type FilterPart = Omit<EventFilter, 'programme'>

let part = $state.raw<FilterPart>({})

/** The filter, for the chosen programme; hand it to routes as it is. */
export function filter(): EventFilter {
  return { ...part, programme: programme()?.id ?? null }
}

/** Changes parts of it; an empty list, an empty text or null takes a part out. */
export function setFilter(changes: FilterPart): void {
  const next: Record<string, unknown> = { ...part, ...changes }
  for (const [key, value] of Object.entries(next)) {
    const empty = value === null || value === undefined || value === '' || value === false
    if (empty || (Array.isArray(value) && value.length === 0)) delete next[key]
  }
  part = next as FilterPart
}

export function clearFilter(): void {
  part = {}
}

/** How many parts are set. */
export function filterParts(): number {
  return Object.keys(part).length
}
