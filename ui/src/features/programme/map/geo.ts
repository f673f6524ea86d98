// The world on a flat sheet: a plate carrée in tenths of a degree, as data/map has it. Marks that would cover each
// other at the present zoom become one, with a number.
import type { EventRow, Region } from '$api/types'

export interface Point {
  x: number
  y: number
}

/** Degrees north and east to the sheet's units. */
export function project([north, east]: readonly [number, number]): Point {
  return { x: east * 10, y: -north * 10 }
}

/** What is seen of the sheet. */
export interface View {
  x: number
  y: number
  width: number
  height: number
}

export const WHOLE: View = { x: -1800, y: -840, width: 3600, height: 1420 }
const LEAST_WIDTH = 60

/** Zooms about a point of the sheet and stays on it. */
export function zoomed(view: View, factor: number, about: Point): View {
  const width = Math.min(WHOLE.width, Math.max(LEAST_WIDTH, view.width / factor))
  const by = width / view.width
  return held({
    x: about.x - (about.x - view.x) * by,
    y: about.y - (about.y - view.y) * by,
    width,
    height: view.height * by,
  })
}

export function panned(view: View, dx: number, dy: number): View {
  return held({ ...view, x: view.x + dx, y: view.y + dy })
}

/** No farther off than the sheet's middle third. */
function held(view: View): View {
  const x = Math.min(WHOLE.x + WHOLE.width - view.width * 0.5, Math.max(WHOLE.x - view.width * 0.5, view.x))
  const y = Math.min(
    WHOLE.y + WHOLE.height - view.height * 0.5,
    Math.max(WHOLE.y - view.height * 0.5, view.y),
  )
  return { ...view, x, y }
}

/** What shows all of `points` with room around them, in the shape of `ratio` (width by height). */
export function around(points: readonly Point[], ratio: number): View {
  if (points.length === 0) return fitted(WHOLE, ratio)
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const room = Math.max(120, (right - left) * 0.12, (bottom - top) * 0.12)
  return fitted(
    { x: left - room, y: top - room, width: right - left + 2 * room, height: bottom - top + 2 * room },
    ratio,
  )
}

function fitted(view: View, ratio: number): View {
  const width = Math.max(view.width, view.height * ratio)
  const height = width / ratio
  return { x: view.x - (width - view.width) / 2, y: view.y - (height - view.height) / 2, width, height }
}

export interface City {
  key: string
  name: string
  at: Point
  events: EventRow[]
}

/** Events by the city they are in; those without a position are left out. */
export function cities(events: readonly EventRow[]): City[] {
  const found = new Map<string, City>()
  for (const event of events) {
    if (!event.position) continue
    const key = `${event.country ?? ''} ${event.place}`
    const city = found.get(key)
    if (city) city.events.push(event)
    else found.set(key, { key, name: event.place, at: project(event.position), events: [event] })
  }
  return [...found.values()].sort((a, b) => b.events.length - a.events.length)
}

export interface Cluster {
  key: string
  at: Point
  cities: City[]
  events: EventRow[]
  /** Its regions, the one with most events first. */
  regions: Region[]
}

/** Cities nearer than `reach` to a larger one join it. */
export function cluster(all: readonly City[], reach: number): Cluster[] {
  const made: Cluster[] = []
  for (const city of all) {
    const near = made.find((one) => Math.hypot(one.at.x - city.at.x, one.at.y - city.at.y) < reach)
    if (near) {
      near.cities.push(city)
      near.events = [...near.events, ...city.events]
    } else made.push({ key: city.key, at: city.at, cities: [city], events: city.events, regions: [] })
  }
  for (const one of made) one.regions = regionsOf(one.events)
  return made
}

function regionsOf(events: readonly EventRow[]): Region[] {
  const counts = new Map<Region, number>()
  for (const event of events) counts.set(event.region, (counts.get(event.region) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([region]) => region)
}

/** A line from city to city, bent a little so that the way there and back differ. */
export function route(points: readonly Point[]): string {
  const first = points[0]
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const [mx, my] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
    path += `Q${(mx - (b.y - a.y) * 0.12).toFixed(1)} ${(my + (b.x - a.x) * 0.12).toFixed(1)} ${b.x} ${b.y}`
  }
  return path
}

/** Which marks may carry their name: those whose name covers no mark and no name before it. */
export function namedMarks(
  marks: readonly { x: number; y: number; r: number; name: string }[],
  size: number,
): boolean[] {
  const boxes = marks.map(({ x, y, r, name }) => {
    const wide = [...name].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 1 : 0.58), 0) * size
    return { x0: x + r, x1: x + r + wide + size * 0.6, y0: y - size * 0.7, y1: y + size * 0.7 }
  })
  const placed: typeof boxes = []
  return boxes.map((box, i) => {
    const covers = (other: (typeof boxes)[number]) =>
      box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1
    const disc = marks.some(
      ({ x, y, r }, j) => j !== i && covers({ x0: x - r, x1: x + r, y0: y - r, y1: y + r }),
    )
    if (disc || placed.some(covers)) return false
    placed.push(box)
    return true
  })
}
