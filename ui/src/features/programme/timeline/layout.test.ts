import type { Timeline, TimelineEvent, TimelineMission } from '$api/types'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../time/days'
import { type RowLine, fitted, layOut, linesBetween, sameLines } from './layout'
import { prepare } from './prepare'
import { Scale } from './scale'
import { find, itemsOf, markAt, rowsOf, walk } from './walk'

const measure = (text: string) => text.length * 7
const none = new Set<string>()

function event(id: string, start: string, mission: string | null = null): TimelineEvent {
  return {
    id,
    mission,
    title: `Event ${id}`,
    kind: 'seminar',
    status: 'confirmed',
    region: 'europe',
    start: `${start}T15:00:00`,
    end: `${start}T17:00:00`,
    hong_kong: `${start}T23:00:00`,
    offset: '+00',
    severity: 0,
    moved_by_rules: false,
  }
}

function mission(id: string, from: string, until: string): TimelineMission {
  const legs = [{ id: `${id}l`, place: 'London', arrive: `${from}T09:00:00`, depart: `${until}T18:00:00` }]
  return {
    id,
    title: `Mission ${id}`,
    region: 'europe',
    status: 'confirmed',
    from,
    until,
    legs,
    severity: 0,
    moved_by_rules: false,
  }
}

function timeline(missions: TimelineMission[], events: TimelineEvent[]): Timeline {
  const row = {
    key: 'uk',
    region: 'europe' as const,
    market: null,
    name: 'Britain',
    country: 'GB',
    bands: [],
  }
  const other = { ...row, key: 'de', name: 'Germany', missions: [], events: [event('z', '2027-03-01')] }
  return {
    today: '2027-02-01',
    from: '2027-01-01',
    until: '2027-12-31',
    rows: [{ ...row, missions, events }, other],
    months: [],
  }
}

function lay(dayPx: number, missions: TimelineMission[], events: TimelineEvent[]) {
  const origin = parseDay('2027-01-01')
  return layOut(prepare(timeline(missions, events)), new Scale(origin, dayPx), origin + 365, measure, none)
}

function first(layout: ReturnType<typeof lay>): RowLine {
  return rowsOf(layout)[0]!
}

describe('the layout of the timeline', () => {
  it('lines marks up under their mission without one covering another', () => {
    const events = ['a', 'b', 'c'].map((id) => event(id, '2027-03-02', 'm'))
    const line = first(lay(2.5, [mission('m', '2027-03-01', '2027-03-05')], events))
    const xs = line.marks.map((mark) => mark.x)
    expect(xs[1]! - xs[0]!).toBeGreaterThanOrEqual(14)
    expect(line.marks.every((mark) => mark.y > line.bars[0]!.y)).toBe(true)
    expect(xs[0]).toBeGreaterThanOrEqual(line.bars[0]!.x)
  })
  it('shows a number for marks that are too many, and keeps every event in reach of the keyboard', () => {
    const events = Array.from({ length: 40 }, (_, i) => event(`e${i}`, '2027-03-02', 'm'))
    const layout = lay(2.5, [mission('m', '2027-03-01', '2027-03-05')], events)
    const line = first(layout)
    const drawn = line.marks.filter((mark) => !mark.hidden).length
    expect(drawn + line.mores[0]!.count).toBe(40)
    expect(itemsOf(line)).toHaveLength(41)
  })
  it('keeps the title on a long bar and puts it beside a short one', () => {
    const line = first(
      lay(2.5, [mission('s', '2027-03-01', '2027-03-03'), mission('l', '2027-05-01', '2027-09-01')], []),
    )
    expect(line.bars.map((bar) => bar.outside)).toEqual([true, false])
  })
  it('puts chips at their own time when one looks near', () => {
    const line = first(lay(140, [mission('m', '2027-03-01', '2027-03-05')], [event('a', '2027-03-02', 'm')]))
    expect(line.marks[0]!.x).toBeCloseTo((60 + 15 / 24) * 140, 3)
    expect(line.bars[0]!.legs[0]).toMatchObject({ place: 'London', named: true })
  })
  it('makes a row as high as what stands in it', () => {
    const events = Array.from({ length: 12 }, (_, i) => event(`e${i}`, '2027-03-02'))
    const layout = lay(140, [], events)
    expect(first(layout).height).toBeGreaterThan(12 * 24)
    expect(layout.height).toBe(layout.lines.reduce((sum, line) => sum + line.height, 0))
  })
  it('makes a row only as high as what is in sight, and never hides what is', () => {
    const events = Array.from({ length: 12 }, (_, i) => event(`e${i}`, '2027-03-02'))
    const whole = lay(140, [], events)
    const here = fitted(whole, 59 * 140, 62 * 140)
    expect(first(here).height).toBe(first(whole).height)
    const away = fitted(whole, 0, 900)
    expect(first(away).height).toBe(36)
    expect(away.lines.at(-1)!.top).toBe(30 + 36)
    expect(sameLines(away, here)).toBe(false)
  })
  it('leaves out rows of a group that is shut', () => {
    const prepared = prepare(timeline([], [event('a', '2027-03-02')]))
    const shut = layOut(prepared, new Scale(prepared.from, 2), prepared.until, measure, new Set(['europe']))
    expect(shut.lines.map((line) => line.kind)).toEqual(['group'])
  })
  it('finds the lines in a window', () => {
    const layout = lay(2.5, [], [event('a', '2027-03-02')])
    expect(linesBetween(layout.lines, 0, layout.height)).toHaveLength(3)
    expect(linesBetween(layout.lines, 31, 40).map((line) => line.kind)).toEqual(['row'])
  })
})

describe('walking', () => {
  const layout = lay(
    2.5,
    [mission('m', '2027-03-01', '2027-03-05')],
    [event('a', '2027-02-01'), event('b', '2027-03-02', 'm')],
  )
  const near = { x: 0, y: 0, width: 900 }
  it('goes through the items in order of time, then to the next row', () => {
    const seen: string[] = []
    let at = walk(layout, undefined, 'next', near)
    for (let i = 0; i < 5; i += 1) {
      seen.push(at!.id)
      at = walk(layout, at, 'next', near)
    }
    expect(seen).toEqual(['a', 'm', 'b', 'z', 'z'])
  })
  it('begins with what is in sight', () => {
    expect(walk(layout, undefined, 'next', { x: 140, y: 0, width: 5 })!.id).toBe('z')
    expect(walk(layout, undefined, 'next', { x: 2000, y: 0, width: 900 })!.id).toBe('a')
  })
  it('goes down to what stands nearest', () => {
    expect(walk(layout, find(layout, 'event', 'b'), 'down', near)!.id).toBe('z')
    expect(walk(layout, find(layout, 'event', 'z'), 'up', near)!.id).not.toBe('z')
  })
  it('finds the mark under the pointer within 12 px', () => {
    const line = first(layout)
    const mark = line.marks[0]!
    expect(markAt(line, mark.x + 7 + 11, mark.y + 7)).toBe(mark)
    expect(markAt(line, mark.x + 7 + 13, mark.y + 7)).toBeUndefined()
  })
})
