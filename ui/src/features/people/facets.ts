// What can be ticked beside the list of people: the same facets in the side, the strip of filters and the requests.
import type { ConsentState, Facet, PeopleFacets, PeopleFilter, Purpose } from '$api/types'
import { t, tMaybe } from '$words'
import { languageName } from '../record/options'

export const FACETS = [
  'markets',
  'statuses',
  'sectors',
  'schemes',
  'consents',
  'retention',
  'languages',
  'natures',
] as const
export type FacetName = keyof PeopleFacets & keyof PeopleFilter

/** What a facet's value is called. */
export function facetText(name: FacetName, facet: Pick<Facet, 'key' | 'name'>): string {
  const { key } = facet
  if (facet.name) return facet.name
  if (key === '') return t('people.facet.none')
  if (name === 'consents') {
    const [purpose, state] = key.split(':') as [Purpose, ConsentState]
    return t(`people.consent.${state}`, { purpose: t(`privacy.purpose.${purpose}.short`) })
  }
  if (name === 'languages') return languageName(key)
  const words: Partial<Record<FacetName, string>> = {
    natures: 'people.nature',
    sectors: 'field.sector',
    schemes: 'field.scheme',
    statuses: 'invitees.status',
    retention: 'people.retention',
  }
  return tMaybe(`${words[name]}.${key}`) ?? key
}

/** The ticked keys of a facet. */
export function ticked(filter: PeopleFilter, name: FacetName): string[] {
  if (name === 'consents') return (filter.consents ?? []).map((one) => `${one.purpose}:${one.state}`)
  return (filter[name] ?? []).map((one) => one ?? '') as string[]
}

/** The filter with a value ticked, or no longer. */
export function tick(filter: PeopleFilter, name: FacetName, key: string): PeopleFilter {
  const now = ticked(filter, name)
  const keys = now.includes(key) ? now.filter((one) => one !== key) : [...now, key]
  if (name === 'consents') {
    const consents = keys.map((one) => {
      const [purpose, state] = one.split(':') as [Purpose, ConsentState]
      return { purpose, state }
    })
    return { ...filter, consents }
  }
  if (name === 'markets') return { ...filter, markets: keys.map((one) => one || null) }
  return { ...filter, [name]: keys }
}

/** Whether anything is ticked. */
export function isNarrowed(filter: PeopleFilter): boolean {
  return Object.values(filter).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
}
