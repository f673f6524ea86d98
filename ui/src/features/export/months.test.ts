import { expect, it } from 'vitest'
import { monthsBetween, yearsBetween } from './months'

it('a programme over the new year has the months and years of both', () => {
  expect(monthsBetween('2026-11-20', '2027-02-03')).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ])
  expect(yearsBetween('2026-11-20', '2027-02-03')).toEqual(['2026-01-01', '2027-01-01'])
})

it('a programme without end does not fill the list', () => {
  expect(monthsBetween('1900-01-01', '9999-12-31')).toHaveLength(60)
  expect(yearsBetween('1900-01-01', '9999-12-31')).toHaveLength(31)
})
