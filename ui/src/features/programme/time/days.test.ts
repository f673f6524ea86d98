import { describe, expect, it } from 'vitest'
import {
  addMonths,
  clock,
  dayOf,
  isoDay,
  isoWall,
  mondayOf,
  monthOf,
  parseDay,
  parseWall,
  weekNumber,
  weekday,
  weeksOfMonth,
} from './days'

describe('calendar days', () => {
  it('reads and writes the same day, also in the years 1900 and 9999', () => {
    for (const iso of ['1900-01-01', '1969-12-31', '1970-01-01', '2027-05-14', '2028-02-29', '9999-12-31']) {
      expect(isoDay(parseDay(iso))).toBe(iso)
    }
  })
  it('counts Monday as 0, before and after 1970', () => {
    expect(weekday(parseDay('2027-05-14'))).toBe(4)
    expect(weekday(parseDay('1900-01-01'))).toBe(0)
    expect(isoDay(mondayOf(parseDay('2027-05-16')))).toBe('2027-05-10')
  })
  it('steps over the ends of years', () => {
    expect(isoDay(addMonths(parseDay('2027-11-30'), 3))).toBe('2028-02-01')
    expect(isoDay(addMonths(parseDay('2027-01-31'), -1))).toBe('2026-12-01')
    expect(isoDay(monthOf(parseDay('2027-05-14')))).toBe('2027-05-01')
  })
  it('shows a month in four to six weeks', () => {
    expect(weeksOfMonth(dayOf(2027, 2, 14))).toHaveLength(4)
    expect(weeksOfMonth(dayOf(2027, 5, 14))).toHaveLength(6)
    expect(isoDay(weeksOfMonth(dayOf(2027, 5, 14))[0]!)).toBe('2027-04-26')
  })
  it('numbers weeks as ISO 8601 does', () => {
    expect(weekNumber(parseDay('2027-01-01'))).toBe(53)
    expect(weekNumber(parseDay('2027-01-04'))).toBe(1)
    expect(weekNumber(parseDay('2024-12-30'))).toBe(1)
  })
})

describe('wall minutes', () => {
  it('reads and writes the same wall time', () => {
    for (const wall of ['2027-05-14T15:30:00', '1969-12-31T23:59:00', '2027-03-28T00:00:00']) {
      expect(isoWall(parseWall(wall))).toBe(wall)
    }
  })
  it('writes the clock of any minute', () => {
    expect(clock(parseWall('2027-05-14T07:05:00'))).toBe('07:05')
    expect(clock(-30)).toBe('23:30')
  })
})
