import { expect, test } from 'vitest'
import type { FindingView } from '$api/types'
import { aboutRecord, tally, withoutRepeats } from './findings'

const finding = (check: string, severity: number, ids: string[]): FindingView => ({
  check,
  severity,
  about: ids.slice(0, 1).map((id) => ({ kind: 'event', id })),
  sides: ids.map((id) => ({
    key: { kind: 'event', id },
    title: { en: id, zh_hant: '', zh_hans: '' },
    place: { en: '', zh_hant: '', zh_hans: '' },
    span: null,
  })),
  params: {},
  name: null,
  country: null,
  sentence: '',
})
const clash = finding('venue_booked_twice', 3, ['a', 'b'])

test('a clash stands beside both of its sides', () => {
  expect(aboutRecord([clash], 'event', 'b')).toEqual([clash])
  expect(aboutRecord([clash], 'leg', 'b')).toEqual([])
})

test('a clash that was found from both sides is listed once', () => {
  expect(withoutRepeats([clash, finding('venue_booked_twice', 3, ['b', 'a'])])).toHaveLength(1)
  expect(withoutRepeats([clash, finding('delegate_booked_twice', 3, ['a', 'b'])])).toHaveLength(2)
})

test('findings are counted by how bad they are', () => {
  expect(tally([clash, finding('public_holiday', 2, ['a'])])).toEqual({ problems: 1, warnings: 1, notes: 0 })
})
