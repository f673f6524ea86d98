// From days to pixels and back, and which ticks a header shows at a zoom.
import { type Day, DAY_MINUTES, type Minute, addMonths, mondayOf, monthOf, ymd } from '../time/days'

export type Zoom = 'year' | 'quarter' | 'month' | 'week' | 'day'
export const ZOOMS: readonly Zoom[] = ['year', 'quarter', 'month', 'week', 'day']

/** Days that fill the surface at each zoom. */
const DAYS: Record<Zoom, number> = { year: 366, quarter: 92, month: 31, week: 7, day: 1 }

/** Pixels a day may have, between about eight years on a screen and six hours. */
export const LEAST = 0.5
export const MOST = 4800
/** Days a surface may have: engines make nothing wider than 2²⁵ pixels, and a zoom would slip from the pointer. */
export const FARTHEST = Math.floor(33_000_000 / MOST)

export function clampScale(dayPx: number): number {
  return Math.min(MOST, Math.max(LEAST, dayPx))
}

/** Pixels a day gets so that a zoom's days fill `width`. */
export function scaleFor(zoom: Zoom, width: number): number {
  return clampScale(Math.max(width, 320) / DAYS[zoom])
}

/** The named zoom nearest to a scale, by ratio. */
export function zoomOf(dayPx: number, width: number): Zoom {
  let best: Zoom = 'year'
  let least = Infinity
  for (const zoom of ZOOMS) {
    const far = Math.abs(Math.log(dayPx / scaleFor(zoom, width)))
    if (far < least) [best, least] = [zoom, far]
  }
  return best
}

/** How much is told of each thing: a mark, a chip with its time, a chip with its title, a bar by the clock. */
export type Detail = 'mark' | 'time' | 'title' | 'clock'

export function detailOf(dayPx: number): Detail {
  if (dayPx < 22) return 'mark'
  if (dayPx < 90) return 'time'
  return dayPx < 480 ? 'title' : 'clock'
}

export class Scale {
  constructor(
    /** The day at x = 0. */
    readonly origin: Day,
    /** Pixels a day. */
    readonly dayPx: number,
  ) {}

  xOfDay(day: Day): number {
    return (day - this.origin) * this.dayPx
  }
  xOfMinute(minute: Minute): number {
    return (minute / DAY_MINUTES - this.origin) * this.dayPx
  }
  /** With its fraction. */
  dayAt(x: number): number {
    return this.origin + x / this.dayPx
  }
  /** How far a drag of `dx` moves: whole days, or quarters of an hour where the hours can be seen. */
  step(dx: number): { days: number; minutes: number } {
    if (detailOf(this.dayPx) !== 'clock') return { days: Math.round(dx / this.dayPx), minutes: 0 }
    const quarters = Math.round((dx / this.dayPx) * 96)
    const days = Math.trunc(quarters / 96)
    return { days, minutes: (quarters - days * 96) * 15 }
  }
}

export interface Tick {
  x: number
  width: number
  day: Day
  /** Wall minutes since midnight, for hours. */
  minute: number
  kind: 'year' | 'month' | 'week' | 'day' | 'hour'
}

/** The two lines of the header for what lies between two pixels, with a tick's room on both sides. */
export function ticks(scale: Scale, fromX: number, untilX: number): { upper: Tick[]; lower: Tick[] } {
  const first = Math.floor(scale.dayAt(fromX))
  const last = Math.ceil(scale.dayAt(untilX))
  const { dayPx } = scale
  if (dayPx < 1.6)
    return { upper: years(scale, first, last), lower: months(scale, first, last, dayPx < 1 ? 3 : 1) }
  if (dayPx < 6) return { upper: years(scale, first, last), lower: months(scale, first, last, 1) }
  if (dayPx < 22) return { upper: months(scale, first, last, 1), lower: weeks(scale, first, last) }
  if (dayPx < 480) return { upper: months(scale, first, last, 1), lower: days(scale, first, last) }
  return { upper: days(scale, first, last), lower: hours(scale, first, last) }
}

function years(scale: Scale, first: Day, last: Day): Tick[] {
  return spans(
    scale,
    first,
    last,
    (day) => addMonths(day, 13 - ymd(day).month),
    'year',
    (day) => addMonths(day, 1 - ymd(day).month),
  )
}

function months(scale: Scale, first: Day, last: Day, each: number): Tick[] {
  return spans(
    scale,
    first,
    last,
    (day) => addMonths(day, each),
    'month',
    (day) => addMonths(monthOf(day), -((ymd(day).month - 1) % each)),
  )
}

function weeks(scale: Scale, first: Day, last: Day): Tick[] {
  return spans(scale, first, last, (day) => day + 7, 'week', mondayOf)
}

function days(scale: Scale, first: Day, last: Day): Tick[] {
  return spans(
    scale,
    first,
    last,
    (day) => day + 1,
    'day',
    (day) => day,
  )
}

function hours(scale: Scale, first: Day, last: Day): Tick[] {
  const hourPx = scale.dayPx / 24
  const each = hourPx < 30 ? 3 : hourPx < 60 ? 2 : 1
  const answer: Tick[] = []
  for (let day = first; day < last; day += 1) {
    for (let hour = 0; hour < 24; hour += each) {
      const minute = hour * 60
      const x = scale.xOfMinute(day * DAY_MINUTES + minute)
      answer.push({ x, width: each * hourPx, day, minute, kind: 'hour' })
    }
  }
  return answer
}

function spans(
  scale: Scale,
  first: Day,
  last: Day,
  next: (day: Day) => Day,
  kind: Tick['kind'],
  start: (day: Day) => Day,
): Tick[] {
  const answer: Tick[] = []
  for (let day = start(first); day < last;) {
    const after = next(day)
    answer.push({ x: scale.xOfDay(day), width: (after - day) * scale.dayPx, day, minute: 0, kind })
    day = after
  }
  return answer
}
