// Calendar dates and wall times as text. Everything here is arithmetic on the digits themselves; `Date` is only
// used through `Date.UTC`, so that no zone of this machine can leak in. Zones are the backend's business.
import { lang } from '$words'
import { zoneCity } from '$words/cities'

/** `2027-05-14` */
export type IsoDate = string
/** `2027-05-14T15:00:00`, a wall time somewhere */
export type IsoWall = string

const DAY_MS = 86_400_000

export interface Ymd {
  year: number
  month: number
  day: number
}

/** Reads the date part of a date or a wall time; `undefined` for anything that is no calendar date. */
export function parseDate(text: IsoDate | IsoWall): Ymd | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const there = new Date(Date.UTC(year, month - 1, day))
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === day ? { year, month, day } : undefined
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate | IsoWall): number {
  const ymd = parseDate(date)
  return ymd ? Date.UTC(ymd.year, ymd.month - 1, ymd.day) / DAY_MS : Number.NaN
}

export function dateOfDay(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function isoDate(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days)
}

/** The same day of another month, or that month's last. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const ymd = parseDate(date)
  if (!ymd) return date
  const index = ymd.year * 12 + ymd.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return isoDate(year, month, Math.min(ymd.day, daysInMonth(year, month)))
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function daysBetween(from: IsoDate | IsoWall, until: IsoDate | IsoWall): number {
  return dayNumber(until) - dayNumber(from)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: IsoDate | IsoWall): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** Six weeks that hold the month; `firstDay` 0 is Sunday, as calendars in Hong Kong begin. */
export function monthGrid(year: number, month: number, firstDay = 0): IsoDate[][] {
  const first = dayNumber(isoDate(year, month, 1))
  const lead = (weekday(isoDate(year, month, 1)) - firstDay + 7) % 7
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => dateOfDay(first - lead + week * 7 + day)),
  )
}

const EN_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const EN_DAYS_LONG = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const ZH_DAYS = ['日', '一', '二', '三', '四', '五', '六']
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const EN_MONTHS_LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export function weekdayName(day: number, how: 'narrow' | 'short' | 'long' = 'short'): string {
  if (lang() !== 'en') return how === 'long' ? `星期${ZH_DAYS[day]}` : ZH_DAYS[day]!
  return how === 'long' ? EN_DAYS_LONG[day]! : how === 'short' ? EN_DAYS[day]! : EN_DAYS[day]![0]!
}

export function monthName(month: number, how: 'short' | 'long' = 'short'): string {
  if (lang() !== 'en') return `${month}月`
  return (how === 'short' ? EN_MONTHS : EN_MONTHS_LONG)[month - 1]!
}

/** Fri 14 May 2027 · 2027年5月14日（星期五） */
export function showDate(date: IsoDate | IsoWall): string {
  const ymd = parseDate(date)
  if (!ymd) return date
  if (lang() === 'en') return `${EN_DAYS[weekday(date)]} ${ymd.day} ${EN_MONTHS[ymd.month - 1]} ${ymd.year}`
  return `${ymd.year}年${ymd.month}月${ymd.day}日（星期${ZH_DAYS[weekday(date)]}）`
}

/** Without the year, where a heading has it: Fri 14 May · 5月14日（五） */
export function showDay(date: IsoDate | IsoWall): string {
  const ymd = parseDate(date)
  if (!ymd) return date
  if (lang() === 'en') return `${EN_DAYS[weekday(date)]} ${ymd.day} ${EN_MONTHS[ymd.month - 1]}`
  return `${ymd.month}月${ymd.day}日（${ZH_DAYS[weekday(date)]}）`
}

/** Without the weekday: 14 May 2027 · 2027年5月14日 */
export function showPlainDate(date: IsoDate | IsoWall): string {
  const ymd = parseDate(date)
  if (!ymd) return date
  if (lang() === 'en') return `${ymd.day} ${EN_MONTHS[ymd.month - 1]} ${ymd.year}`
  return `${ymd.year}年${ymd.month}月${ymd.day}日`
}

/** May 2027 · 2027年5月 */
export function showMonth(date: IsoDate): string {
  const ymd = parseDate(date)
  if (!ymd) return date
  return lang() === 'en' ? `${monthName(ymd.month, 'long')} ${ymd.year}` : `${ymd.year}年${ymd.month}月`
}

/** First to last day, included: 3–17 May 2027 · 2027年5月3日至17日 */
export function showRange(from: IsoDate, until: IsoDate): string {
  const a = parseDate(from)
  const b = parseDate(until)
  if (!a || !b) return `${from} – ${until}`
  if (from.slice(0, 10) === until.slice(0, 10)) return showPlainDate(from)
  const sameYear = a.year === b.year
  const sameMonth = sameYear && a.month === b.month
  if (lang() === 'en') {
    const [am, bm] = [EN_MONTHS[a.month - 1], EN_MONTHS[b.month - 1]]
    if (sameMonth) return `${a.day}–${b.day} ${bm} ${b.year}`
    if (sameYear) return `${a.day} ${am} – ${b.day} ${bm} ${b.year}`
    return `${a.day} ${am} ${a.year} – ${b.day} ${bm} ${b.year}`
  }
  const end = sameMonth
    ? `${b.day}日`
    : sameYear
      ? `${b.month}月${b.day}日`
      : `${b.year}年${b.month}月${b.day}日`
  return `${a.year}年${a.month}月${a.day}日至${end}`
}

/** 15:00, of a wall time. */
export function showTime(wall: IsoWall): string {
  return wall.slice(11, 16)
}

/** What {@link showSpan} needs of the backend's span. */
export interface SpanLike {
  start: TimeLike
  end: TimeLike
}
export interface TimeLike {
  local: IsoWall
  hong_kong: IsoWall
  zone?: string
  zone_city: string
  offset: string
}

/** The city that a time's zone is named after, in the language on screen. */
export function cityOf(time: Pick<TimeLike, 'zone' | 'zone_city'>): string {
  return time.zone ? zoneCity(time.zone) : time.zone_city
}

/** Fri 14 May 2027 15:00–17:00; the end's date only where it differs. */
export function showWalls(start: IsoWall, end: IsoWall, day: (date: IsoDate) => string = showDate): string {
  const gap = lang() === 'en' ? ' ' : ''
  const from = `${day(start)}${gap}${showTime(start)}`
  if (start === end) return from
  if (start.slice(0, 10) === end.slice(0, 10)) return `${from}–${showTime(end)}`
  return `${from} – ${day(end)}${gap}${showTime(end)}`
}

/** Wall times with the place and its offset; both offsets where the clocks change in between. */
export function showLocal(span: SpanLike, place = cityOf(span.start)): string {
  const offset =
    span.start.offset === span.end.offset ? span.start.offset : `${span.start.offset} → ${span.end.offset}`
  const walls = showWalls(span.start.local, span.end.local)
  return lang() === 'en' ? `${walls} ${place} (${offset})` : `${walls} ${place}（${offset}）`
}

/** Whether both ends read the same on a clock in Hong Kong. */
export function sameInHongKong(span: SpanLike): boolean {
  return span.start.local === span.start.hong_kong && span.end.local === span.end.hong_kong
}

/** How many days later (or, negative, earlier) it is in Hong Kong: 0, 1, −1. */
export function hongKongDayShift(time: Pick<TimeLike, 'local' | 'hong_kong'>): number {
  return daysBetween(time.local, time.hong_kong)
}

/** The same span on a Hong Kong clock. Days are named only when they are not the place's. */
export function showHongKong(span: SpanLike): string {
  const { start, end } = span
  if (
    hongKongDayShift(start) === 0 &&
    hongKongDayShift(end) === 0 &&
    daysBetween(start.local, end.local) === 0
  )
    return start.hong_kong === end.hong_kong
      ? showTime(start.hong_kong)
      : `${showTime(start.hong_kong)}–${showTime(end.hong_kong)}`
  return showWalls(start.hong_kong, end.hong_kong, showDay)
}
