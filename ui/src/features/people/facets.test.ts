import { afterEach, expect, it } from 'vitest'
import { setLang } from '$words'
import { facetText, isNarrowed, tick, ticked } from './facets'

afterEach(() => setLang('en'))

it('a tick comes and goes, whatever the facet', () => {
  let filter = tick({}, 'markets', '')
  expect(filter.markets).toEqual([null])
  filter = tick(filter, 'consents', 'events:given')
  expect(filter.consents).toEqual([{ purpose: 'events', state: 'given' }])
  expect(ticked(filter, 'consents')).toEqual(['events:given'])
  expect(isNarrowed(filter)).toBe(true)
  filter = tick(tick(filter, 'markets', ''), 'consents', 'events:given')
  expect(isNarrowed(filter)).toBe(false)
})

it('values are said in the words of the screen', () => {
  expect(facetText('markets', { key: 'x', name: 'Malaysia' })).toBe('Malaysia')
  expect(facetText('consents', { key: 'events:refused', name: '' })).toBe('Events: no')
  setLang('zh-Hant')
  expect(facetText('statuses', { key: 'wait_listed', name: '' })).not.toBe('wait_listed')
  expect(facetText('retention', { key: 'due', name: '' })).toBe('已過期限')
  expect(facetText('sectors', { key: '', name: '' })).toBe('無')
})
