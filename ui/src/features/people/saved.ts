// A saved list is a search in words, so what was ticked is written as words too.
import type { PeopleFacets, PeopleFilter } from '$api/types'
import { ticked, type FacetName } from './facets'
import { term, type Operator } from './query'

const OPERATOR: Partial<Record<FacetName, Operator>> = {
  markets: 'market',
  statuses: 'status',
  sectors: 'sector',
  schemes: 'scheme',
  tags: 'tag',
  lists: 'list',
  natures: 'is',
}

export interface Saved {
  query: string
  /** Facets whose ticks no words can say. */
  lost: FacetName[]
}

/** The search that finds who was found by words and ticks. */
export function savedQuery(query: string, filter: PeopleFilter, facets: PeopleFacets | undefined): Saved {
  const terms: string[] = []
  const lost: FacetName[] = []
  for (const [name, operator] of Object.entries(OPERATOR) as [FacetName, Operator][]) {
    const keys = ticked(filter, name)
    if (keys.length === 0) continue
    if (keys.includes('')) {
      // Of none, and of none alone, can be said.
      if (name === 'markets' && keys.length === 1) terms.push('-has:market')
      else lost.push(name)
      continue
    }
    const values = keys.map((key) => facets?.[name].find((one) => one.key === key)?.name || key)
    terms.push(term(operator, values))
  }
  const said = filter.consents ?? []
  if (said.length > 0 && said.every((one) => one.state === 'given'))
    terms.push(
      term(
        'consent',
        said.map((one) => one.purpose),
      ),
    )
  else if (said.length > 0) lost.push('consents')
  if ((filter.retention ?? []).length > 0) lost.push('retention')
  if ((filter.languages ?? []).length > 0) lost.push('languages')
  for (const what of filter.has ?? []) terms.push(term('has', what))
  for (const what of filter.lacks ?? []) terms.push(term('has', what, true))
  return { query: [query.trim(), ...terms].filter(Boolean).join(' '), lost }
}
