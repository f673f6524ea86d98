import { afterEach, expect, test } from 'vitest'
import type { ShownSpan, ShownTime } from '$api/types'
import { setLang } from '$words'
import { bothClocks, bothClocksAt, clockAt, columnsOf, momentOf } from './times'

const at = (local: string, hong_kong: string, offset: string, zone_city: string): ShownTime => ({
  local,
  hong_kong,
  offset,
  zone_city,
  zone: '',
  offset_s: 0,
  utc: '',
})
const vancouver: ShownSpan = {
  start: at('2027-01-20T18:00:00', '2027-01-21T09:00:00', '−07', 'Vancouver'),
  end: at('2027-01-20T20:00:00', '2027-01-21T11:00:00', '−07', 'Vancouver'),
}
afterEach(() => setLang('en'))

test('Hong Kong’s own day is marked where it is another', () => {
  expect(columnsOf(vancouver)).toMatchObject({
    local: '18:00–20:00',
    hongKong: '09:00–11:00',
    hongKongShift: '+1',
  })
  expect(momentOf(vancouver.start).hongKongShift).toBe('+1')
})

test('an end on the next day and a change of clocks in between are both told', () => {
  const night: ShownSpan = {
    start: at('2027-03-27T23:00:00', '2027-03-28T07:00:00', '+00', 'London'),
    end: at('2027-03-28T02:30:00', '2027-03-28T09:30:00', '+01', 'London'),
  }
  expect(columnsOf(night)).toMatchObject({ localShift: '+1', offset: '+00 → +01' })
})

test('both clocks stand in one line, with the days that differ', () => {
  expect(bothClocks(vancouver)).toBe(
    'Wed 20 Jan 2027 18:00–20:00 Vancouver (−07) · Hong Kong Thu 21 Jan 09:00 – Thu 21 Jan 11:00'.replace(
      ' – Thu 21 Jan ',
      '–',
    ),
  )
  expect(bothClocksAt(vancouver.start)).toContain('Hong Kong Thu 21 Jan 2027 09:00')
})

test('the same clock as Hong Kong’s is said, not repeated', () => {
  const kl = at('2027-05-14T15:00:00', '2027-05-14T15:00:00', '+08', 'Kuala Lumpur')
  expect(columnsOf({ start: kl, end: kl }).same).toBe(true)
  expect(bothClocks({ start: kl, end: kl })).toContain('same in Hong Kong')
})

test('a clock alone carries its offset, and Hong Kong’s beside it with the day that differs', () => {
  expect(clockAt(vancouver.start)).toBe('18:00 (−07) · Hong Kong 09:00 +1')
  setLang('zh-Hant')
  expect(clockAt(vancouver.start)).toBe('18:00（−07） · 香港 09:00 +1')
  expect(bothClocksAt(vancouver.start, '溫哥華')).toBe(
    '2027年1月20日（星期三） 18:00 溫哥華（−07） · 香港 2027年1月21日（星期四） 09:00',
  )
  const here = at('2027-05-14T15:00:00', '2027-05-14T15:00:00', '+08', 'Hong Kong')
  expect(clockAt(here)).toBe('15:00（+08）')
})
