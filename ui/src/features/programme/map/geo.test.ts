import type { EventRow } from '$api/types'
import { describe, expect, it } from 'vitest'
import { WHOLE, around, cities, cluster, namedMarks, panned, project, route, zoomed } from './geo'

const event = (place: string, position: [number, number] | null, region = 'europe') =>
  ({ place, position, region, country: 'GB' }) as EventRow

describe('the map', () => {
  it('puts north up and east right', () => {
    expect(project([51.5, -0.1])).toEqual({ x: -1, y: -515 })
  })
  it('keeps the point under the pointer where it is when zooming', () => {
    const about = { x: 1000, y: -300 }
    const near = zoomed(WHOLE, 2, about)
    expect((about.x - near.x) / near.width).toBeCloseTo((about.x - WHOLE.x) / WHOLE.width)
    expect(near.width).toBe(1800)
    expect(zoomed(near, 0.01, about).width).toBe(3600)
  })
  it('never leaves the sheet', () => {
    expect(panned(WHOLE, 1e6, -1e6).x).toBe(0)
  })
  it('shows all points in the shape asked for', () => {
    const view = around([project([51, 0]), project([22, 114])], 2)
    expect(view.width / view.height).toBeCloseTo(2)
    expect(view.x).toBeLessThan(0)
    expect(view.x + view.width).toBeGreaterThan(1140)
  })
  it('joins cities that would cover each other, and counts every event once', () => {
    const all = cities([
      event('London', [51.5, -0.1]),
      event('London', [51.5, -0.1]),
      event('Leeds', [53.8, -1.5]),
      event('Kuala Lumpur', [3.1, 101.7], 'asia_pacific'),
      event('Online', null),
    ])
    expect(all.map((city) => city.events.length)).toEqual([2, 1, 1])
    const far = cluster(all, 60)
    expect(far.map((one) => one.events.length)).toEqual([3, 1])
    expect(cluster(all, 5)).toHaveLength(3)
  })
  it('names a mark only where its name covers nothing', () => {
    const marks = [
      { x: 0, y: 0, r: 10, name: 'London' },
      { x: 40, y: 0, r: 10, name: 'Berlin' },
      { x: 0, y: 100, r: 10, name: '倫敦' },
    ]
    expect(namedMarks(marks, 12)).toEqual([false, true, true])
  })
  it('draws a way through all cities', () => {
    expect(
      route([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ]),
    ).toBe('M0 0Q5.0 1.2 10 0')
    expect(route([])).toBe('')
  })
})
