import { expect, test } from 'vitest'
import { firstDay, firstHours } from './beginnings'

test('a new mission begins on a Monday about a month ahead', () => {
  expect(firstDay('2026-11-23')).toBe('2026-12-28')
  expect(firstDay('2026-11-21')).toBe('2026-12-21')
})

test('it begins within its programme', () => {
  const programme = { from: '2027-01-01', until: '2027-12-31' }
  expect(firstDay('2026-11-23', programme)).toBe('2027-01-04')
  expect(firstDay('2027-11-28', programme)).toBe('2027-12-27')
  expect(firstDay('2027-12-10', programme)).toBe('2027-12-27')
})

test('a programme that is over does not send a mission into the past', () => {
  expect(firstDay('2028-02-01', { from: '2027-01-01', until: '2027-12-31' })).toBe('2028-03-06')
})

test('an event begins when the travellers are there', () => {
  const stay = { arrive: '2027-05-10T12:00:00', depart: '2027-05-12T18:00:00' }
  expect(firstHours('2027-05-10', stay).start).toBe('2027-05-10T14:00:00')
  expect(firstHours('2027-05-11', stay).start).toBe('2027-05-11T10:00:00')
  expect(firstHours('2027-05-10', { ...stay, arrive: '2027-05-10T14:30:00' }).start).toBe(
    '2027-05-10T18:00:00',
  )
  expect(firstHours('2027-05-10').start).toBe('2027-05-10T10:00:00')
})
