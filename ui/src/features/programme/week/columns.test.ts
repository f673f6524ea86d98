import type { EventRow } from '$api/types'
import { describe, expect, it } from 'vitest'
import { type Item, eventItem } from '../month/weeks'
import { parseDay } from '../time/days'
import { difference, onClock, slotsOfWeek } from './columns'

const monday = parseDay('2027-05-10')

function row(local: [string, string], hk: [string, string]): EventRow {
  const time = (i: 0 | 1) => ({
    local: local[i],
    hong_kong: hk[i],
    zone: '',
    zone_city: '',
    offset_s: 0,
    offset: '',
    utc: '',
  })
  return { id: local[0], span: { start: time(0), end: time(1) } } as EventRow
}
const item = (local: [string, string], hk = local): Item => eventItem(row(local, hk))!

describe('a week by the hour', () => {
  it('places an event in its day and shares the day among those that overlap', () => {
    const days = slotsOfWeek(
      monday,
      [
        item(['2027-05-11T09:00:00', '2027-05-11T11:00:00']),
        item(['2027-05-11T10:00:00', '2027-05-11T12:00:00']),
      ],
      15,
    )
    expect(days[1]!.map(({ from, column, columns }) => [from, column, columns])).toEqual([
      [540, 0, 2],
      [600, 1, 2],
    ])
  })
  it('cuts an event at midnight and says which part is which', () => {
    const days = slotsOfWeek(monday, [item(['2027-05-11T22:00:00', '2027-05-12T01:00:00'])], 15)
    expect(days[1]![0]).toMatchObject({ from: 1320, until: 1440, begins: true, ends: false })
    expect(days[2]![0]).toMatchObject({ from: 0, until: 60, begins: false, ends: true })
  })
  it('moves an event to the day it is in Hong Kong', () => {
    const toronto = item(
      ['2027-05-11T18:00:00', '2027-05-11T20:00:00'],
      ['2027-05-12T06:00:00', '2027-05-12T08:00:00'],
    )
    const there = onClock(toronto, 'hong_kong')
    expect(there.from).toBe(parseDay('2027-05-12'))
    expect(there.end - there.start).toBe(120)
    expect(onClock(toronto, 'local')).toBe(toronto)
  })
  it('shows a second clock only where it holds for all, else that of the chosen event', () => {
    const kl = row(
      ['2027-05-11T18:00:00', '2027-05-11T20:00:00'],
      ['2027-05-11T18:00:00', '2027-05-11T20:00:00'],
    )
    const london = row(
      ['2027-05-11T10:00:00', '2027-05-11T11:00:00'],
      ['2027-05-11T17:00:00', '2027-05-11T18:00:00'],
    )
    expect(difference([kl], undefined)).toEqual({ minutes: 0, sure: true })
    expect(difference([kl, london], undefined)).toBeUndefined()
    expect(difference([kl, london], london)).toEqual({ minutes: 420, sure: false })
  })
})
