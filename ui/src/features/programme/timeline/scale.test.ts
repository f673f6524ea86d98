import { describe, expect, it } from 'vitest'
import { isoDay, parseDay, parseWall } from '../time/days'
import { Scale, ZOOMS, detailOf, scaleFor, ticks, zoomOf } from './scale'

const origin = parseDay('2026-12-01')

describe('scale', () => {
  it('places and reads back a day and a minute', () => {
    const scale = new Scale(origin, 48)
    expect(scale.xOfDay(parseDay('2026-12-03'))).toBe(96)
    expect(scale.xOfMinute(parseWall('2026-12-03T12:00:00'))).toBe(120)
    expect(scale.dayAt(120)).toBe(origin + 2.5)
  })
  it('names each zoom by the scale it sets, on a narrow and a wide window', () => {
    for (const width of [640, 1600])
      for (const zoom of ZOOMS) expect(zoomOf(scaleFor(zoom, width), width)).toBe(zoom)
  })
  it('tells more the nearer one looks', () => {
    expect([2.5, 30, 140, 1000].map(detailOf)).toEqual(['mark', 'time', 'title', 'clock'])
  })
  it('moves by whole days until the hours can be seen, then by quarters of an hour', () => {
    expect(new Scale(origin, 10).step(16)).toEqual({ days: 2, minutes: 0 })
    expect(new Scale(origin, 960).step(25)).toEqual({ days: 0, minutes: 45 })
    expect(new Scale(origin, 960).step(-970)).toEqual({ days: -1, minutes: -15 })
  })
})

describe('ticks', () => {
  it('shows years above months when far away', () => {
    const { upper, lower } = ticks(new Scale(origin, 2.5), 0, 900)
    expect(upper.map((tick) => isoDay(tick.day))).toEqual(['2026-01-01', '2027-01-01'])
    expect(lower[0]).toMatchObject({ x: 0, kind: 'month' })
    expect(lower[1]!.x).toBe(31 * 2.5)
  })
  it('shows weeks from Monday, then days, then hours', () => {
    expect(isoDay(ticks(new Scale(origin, 10), 0, 300).lower[0]!.day)).toBe('2026-11-30')
    expect(ticks(new Scale(origin, 40), 0, 400).lower).toHaveLength(10)
    expect(ticks(new Scale(origin, 1200), 0, 1200).lower.map((tick) => tick.minute)).toEqual(
      Array.from({ length: 12 }, (_, i) => i * 120),
    )
  })
  it('covers the window without a hole at any scale', () => {
    for (const dayPx of [0.6, 1.2, 2, 5, 7, 21, 23, 100, 479, 481, 2000]) {
      for (const line of Object.values(ticks(new Scale(origin, dayPx), 500, 1500))) {
        expect(line[0]!.x).toBeLessThanOrEqual(500)
        for (let i = 1; i < line.length; i += 1) {
          expect(line[i]!.x).toBeCloseTo(line[i - 1]!.x + line[i - 1]!.width, 5)
        }
        const last = line.at(-1)!
        expect(last.x + last.width).toBeGreaterThanOrEqual(1500)
      }
    }
  })
})
