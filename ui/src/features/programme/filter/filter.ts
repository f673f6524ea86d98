// The filter as the address keeps it: the same in every view, in a copied link and after a restart.
import type { EventFilter } from '$api/types'
import { KINDS, REGIONS, SECTORS, STATUSES } from '../../record/values'

/** Facets that are lists, by their key in the address. */
export const LISTS = {
  region: 'regions',
  market: 'markets',
  team: 'teams',
  status: 'statuses',
  kind: 'kinds',
  sector: 'sectors',
} as const
export type ListKey = keyof typeof LISTS
export const LIST_KEYS = Object.keys(LISTS) as ListKey[]

const KNOWN: Partial<Record<ListKey, readonly string[]>> = {
  region: REGIONS,
  status: STATUSES,
  kind: KINDS,
  sector: SECTORS,
}
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The chosen values of a list; what an old link says and nobody knows any more is left out. */
function chosen(query: URLSearchParams, key: ListKey): string[] {
  const known = KNOWN[key]
  return query
    .getAll(key)
    .flatMap((text) => text.split('~'))
    .filter((value) => value !== '' && (!known || known.includes(value)))
}

export function readFilter(query: URLSearchParams): EventFilter {
  const filter: Record<string, unknown> = {}
  for (const key of LIST_KEYS) {
    const values = chosen(query, key)
    if (values.length > 0) filter[LISTS[key]] = values
  }
  for (const key of ['from', 'until'] as const) {
    const date = query.get(key)
    if (date && DATE.test(date)) filter[key] = date
  }
  const text = query.get('text')?.trim()
  if (text) filter.text = text
  if (query.get('findings') === '1') filter.with_findings = true
  return filter
}

/** The filter as changes to the address; what is not set is taken out of it. */
export function writeFilter(filter: EventFilter): Record<string, string | null> {
  const changes: Record<string, string | null> = {}
  for (const key of LIST_KEYS) changes[key] = (filter[LISTS[key]] ?? []).join('~') || null
  changes.from = filter.from ?? null
  changes.until = filter.until ?? null
  changes.text = filter.text ?? null
  changes.findings = filter.with_findings ? '1' : null
  return changes
}

/** How many facets narrow the programme; both dates count as one. */
export function narrowedBy(filter: EventFilter): number {
  const written = writeFilter(filter)
  const set = Object.entries(written).filter(([key, value]) => value !== null && key !== 'until').length
  return set + (written.until !== null && written.from === null ? 1 : 0)
}

/** A list with `value` in it, or without it if it was there. */
export function toggled(filter: EventFilter, key: ListKey, value: string): EventFilter {
  const values: readonly string[] = filter[LISTS[key]] ?? []
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return { [LISTS[key]]: next }
}
