import { expect, test } from 'vitest'
import { parseDegrees, parseWhole } from './numbers'

test('a number is read with commas, spaces and full-width digits', () => {
  expect(['1,200', '1 200', '１２０', '0', ''].map(parseWhole)).toEqual([1200, 1200, 120, 0, null])
})

test('what is no whole number from nought is refused, not read as one', () => {
  expect(['-1', '1.5', '=1+1', 'many', '1e3'].map(parseWhole)).toEqual(Array(5).fill(undefined))
})

test('degrees may be below nought', () => {
  expect(['−33.86', '151.2', '', 'S33'].map(parseDegrees)).toEqual([-33.86, 151.2, null, undefined])
})
