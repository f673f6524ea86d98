import { describe, expect, it } from 'vitest'
import { parseDay, parseWall } from '../time/days'
import { type Item, layOutWeek, shifted, spans } from './weeks'

const monday = parseDay('2027-05-10')

function event(id: string, start: string, end: string): Item {
  const [from, to] = [parseWall(start), parseWall(end)]
  const day = Math.floor(from / 1440)
  return {
    kind: 'event',
    id,
    from: day,
    until: Math.max(day + 1, Math.ceil(to / 1440)),
    start: from,
    end: to,
  }
}
function mission(id: string, from: string, until: string): Item {
  const [a, b] = [parseDay(from), parseDay(until) + 1]
  return { kind: 'mission', id, from: a, until: b, start: a * 1440, end: b * 1440 }
}

describe('a week of the month calendar', () => {
  it('draws a mission over the days it takes, also past both ends of the week', () => {
    const week = layOutWeek(monday, [mission('m', '2027-05-08', '2027-05-20')], 4)
    expect(week.bars[0]).toMatchObject({ first: 0, last: 6, lane: 0, begins: false, ends: false })
  })
  it('puts events under the missions of their day and no two on one line', () => {
    const items = [
      mission('m', '2027-05-11', '2027-05-12'),
      event('a', '2027-05-11T09:00:00', '2027-05-11T10:00:00'),
      event('b', '2027-05-11T09:00:00', '2027-05-11T10:00:00'),
      event('c', '2027-05-13T09:00:00', '2027-05-13T10:00:00'),
    ]
    const { cells } = layOutWeek(monday, items, 4)
    expect(cells[1]!.chips.map((chip) => chip.lane)).toEqual([1, 2])
    expect(cells[3]!.chips.map((chip) => chip.lane)).toEqual([0])
    // The first day would need five lines for two of each.
    expect(cells[1]!.chips.map((chip) => chip.lines)).toEqual([1, 1])
    expect(cells[3]!.chips.map((chip) => chip.lines)).toEqual([2])
  })
  it('says how many have no room, and counts none twice', () => {
    const items = [
      mission('m', '2027-05-11', '2027-05-12'),
      ...Array.from({ length: 6 }, (_, i) => event(`e${i}`, '2027-05-11T09:00:00', '2027-05-11T10:00:00')),
    ]
    const cell = layOutWeek(monday, items, 4).cells[1]!
    expect(cell.chips).toHaveLength(3)
    expect(cell.more).toBe(3)
    expect(cell.all).toHaveLength(7)
  })
  it('shows an event under the mission of its day also where there is room for two lines only', () => {
    const items = [
      mission('m', '2027-05-10', '2027-05-14'),
      event('a', '2027-05-12T09:00:00', '2027-05-12T10:00:00'),
      event('b', '2027-05-12T18:00:00', '2027-05-12T20:00:00'),
    ]
    const week = layOutWeek(monday, items, 2)
    expect(week.bars).toHaveLength(1)
    expect(week.cells[2]!.chips.map((chip) => [chip.item.id, chip.lane])).toEqual([['a', 1]])
    expect(week.cells[2]!.more).toBe(1)
  })
  it('draws a reception past midnight in its own day, an exhibition over its days', () => {
    expect(spans(event('r', '2027-05-11T20:00:00', '2027-05-12T01:00:00'))).toBe(false)
    expect(spans(event('x', '2027-05-11T09:00:00', '2027-05-13T17:00:00'))).toBe(true)
  })
  it('moves an item by minutes with its days', () => {
    const moved = shifted(event('a', '2027-05-11T23:30:00', '2027-05-12T00:30:00'), 45)
    expect(moved.from).toBe(parseDay('2027-05-12'))
  })
})
