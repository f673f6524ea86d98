import { afterEach, describe, expect, it } from 'vitest'
import { setLang } from '$words'
import {
  addDays,
  addMonths,
  daysBetween,
  monthGrid,
  parseDate,
  sameInHongKong,
  showDate,
  showHongKong,
  showLocal,
  showRange,
  weekday,
} from './dates'

afterEach(() => setLang('en'))

const time = (local: string, hong_kong: string, zone_city: string, offset: string) => ({
  local,
  hong_kong,
  zone_city,
  offset,
})

describe('calendar dates', () => {
  it('are refused when the calendar has no such day', () => {
    expect(parseDate('2027-02-29')).toBeUndefined()
    expect(parseDate('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 })
    expect(parseDate('14.5.27')).toBeUndefined()
  })

  it('step over months, leap days and years', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2027-01-15', -1)).toBe('2026-12-15')
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(weekday('2027-05-14')).toBe(5)
    expect(weekday('1969-12-31')).toBe(3)
  })

  it('fill six weeks that begin on Sunday', () => {
    const weeks = monthGrid(2027, 5)
    expect(weeks).toHaveLength(6)
    expect(weeks[0]![0]).toBe('2027-04-25')
    expect(weeks[0]![6]).toBe('2027-05-01')
  })

  it('are written as each language writes them', () => {
    expect(showDate('2027-05-14')).toBe('Fri 14 May 2027')
    expect(showRange('2027-05-03', '2027-05-17')).toBe('3–17 May 2027')
    expect(showRange('2027-12-30', '2028-01-02')).toBe('30 Dec 2027 – 2 Jan 2028')
    setLang('zh-Hant')
    expect(showDate('2027-05-14')).toBe('2027年5月14日（星期五）')
    expect(showRange('2027-04-28', '2027-05-03')).toBe('2027年4月28日至5月3日')
  })
})

describe('times', () => {
  const kl = {
    start: time('2027-05-14T15:00:00', '2027-05-14T15:00:00', 'Kuala Lumpur', '+08'),
    end: time('2027-05-14T17:00:00', '2027-05-14T17:00:00', 'Kuala Lumpur', '+08'),
  }
  const vancouver = {
    start: time('2027-05-14T15:00:00', '2027-05-15T06:00:00', 'Vancouver', '−07'),
    end: time('2027-05-14T17:00:00', '2027-05-15T08:00:00', 'Vancouver', '−07'),
  }

  it('never stand without their place and offset', () => {
    expect(showLocal(kl)).toBe('Fri 14 May 2027 15:00–17:00 Kuala Lumpur (+08)')
    setLang('zh-Hans')
    expect(showLocal(kl, '吉隆坡')).toBe('2027年5月14日（星期五）15:00–17:00 吉隆坡（+08）')
  })

  it('say when Hong Kong is on another day', () => {
    expect(sameInHongKong(kl)).toBe(true)
    expect(showHongKong(vancouver)).toBe('Sat 15 May 06:00–08:00')
  })
})
