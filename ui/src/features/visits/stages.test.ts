import { expect, test } from 'vitest'
import { atNight, parseCents, parseClock, showCents } from './stages'

test('amounts are read as they are typed, to the cent', () => {
  expect(parseCents('1,250')).toBe(125_000)
  expect(parseCents('HK$ 1250.5')).toBe(125_050)
  expect(parseCents('１２')).toBe(1200)
  expect(parseCents('about 100')).toBeUndefined()
  expect(parseCents('1.234')).toBeUndefined()
  expect(showCents(125_000)).toBe('1,250')
  expect(showCents(125_050)).toBe('1,250.50')
})

test('times of day are read however they are typed', () => {
  expect(parseClock('9')).toBe('09:00')
  expect(parseClock('930')).toBe('09:30')
  expect(parseClock('1400')).toBe('14:00')
  expect(parseClock('14.05')).toBe('14:05')
  expect(parseClock('０９：３０')).toBe('09:30')
  expect(parseClock('24:00')).toBeUndefined()
  expect(parseClock('noon')).toBeUndefined()
})

test('nights are told from days', () => {
  expect(atNight('2027-05-14T03:00:00')).toBe(true)
  expect(atNight('2027-05-14T07:00:00')).toBe(false)
})
