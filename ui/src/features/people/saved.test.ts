import { expect, it } from 'vitest'
import type { PeopleFacets } from '$api/types'
import { savedQuery } from './saved'

const facets = {
  markets: [{ key: 'm1', name: 'United Kingdom', count: 3 }],
  statuses: [],
  sectors: [],
  schemes: [],
  tags: [],
  lists: [],
  natures: [],
} as unknown as PeopleFacets

it('a saved list says in words what was typed and ticked', () => {
  expect(
    savedQuery('chan', { markets: ['m1'], statuses: ['accepted', 'tentative'], lacks: ['notice'] }, facets),
  ).toEqual({ query: 'chan market:"United Kingdom" status:accepted,tentative -has:notice', lost: [] })
  expect(savedQuery(' ', { markets: [null] }, facets).query).toBe('-has:market')
})

it('what no words can say is named', () => {
  const { query, lost } = savedQuery(
    '',
    { retention: ['soon'], consents: [{ purpose: 'events', state: 'refused' }], tags: ['vip, press'] },
    facets,
  )
  expect(query).toBe('tag:"vip, press"')
  expect(lost).toEqual(['consents', 'retention'])
})
