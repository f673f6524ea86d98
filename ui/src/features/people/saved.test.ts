import { expect, it } from 'vitest'
import type { PeopleFacets } from '$api/types'
import { queryOf } from './saved'

it('a saved list says in words what was typed and ticked', () => {
  const facets = {
    markets: [{ key: 'm1', name: 'United Kingdom', count: 3 }],
    statuses: [],
    sectors: [],
    schemes: [],
    tags: [],
    lists: [],
    consents: [],
    natures: [],
  } as unknown as PeopleFacets
  expect(queryOf('chan', { markets: ['m1'], statuses: ['accepted', 'tentative'] }, facets)).toBe(
    'chan market:"United Kingdom" status:accepted,tentative',
  )
  expect(queryOf(' ', {}, facets)).toBe('')
})
