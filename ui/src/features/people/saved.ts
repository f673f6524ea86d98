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
  consents: 'consent',
  natures: 'is',
}

/** The search that finds who was found by words and ticks. Several ticks of one sort are parted by commas. */
export function queryOf(query: string, filter: PeopleFilter, facets: PeopleFacets | undefined): string {
  const terms = Object.entries(OPERATOR).flatMap(([name, operator]) => {
    const keys = ticked(filter, name as FacetName)
    if (keys.length === 0) return []
    const values = keys.map((key) => facets?.[name as FacetName].find((one) => one.key === key)?.name || key)
    return [term(operator, values.join(','))]
  })
  if ((filter.retention ?? []).includes('due')) terms.push(term('is', 'due'))
  return [query.trim(), ...terms].filter(Boolean).join(' ')
}
