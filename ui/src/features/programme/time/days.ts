// Calendar arithmetic on wall dates and wall times. A day is the number of days since 1970-01-01, a minute the
// number of wall minutes since then; `Date.UTC` serves as a calendar only. No zone is known here: what time it
// is elsewhere comes ready from the backend.

export type Day = number
export type Minute = number

export const DAY_MINUTES = 1440
const DAY_MS = 86_400_000

export interface Ymd {
  year: number
  /** 1 to 12. */
  month: number
  date: number
}

const two = (n: number) => String(n).padStart(2, '0')

export function dayOf(year: number, month: number, date: number): Day {
  return Math.round(Date.UTC(year, month - 1, date) / DAY_MS)
}

/** Reads `2027-05-14`, also at the head of a wall time. */
export function parseDay(iso: string): Day {
  return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

export function ymd(day: Day): Ymd {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() }
}

/** Writes `2027-05-14`. */
export function isoDay(day: Day): string {
  const { year, month, date } = ymd(day)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

/** Reads `2027-05-14T15:00:00`; seconds are left out. */
export function parseWall(wall: string): Minute {
  return parseDay(wall) * DAY_MINUTES + Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
}

/** Writes `2027-05-14T15:00:00`. */
export function isoWall(minute: Minute): string {
  const day = Math.floor(minute / DAY_MINUTES)
  return `${isoDay(day)}T${clock(minute)}:00`
}

/** `15:00` of a wall minute. */
export function clock(minute: Minute): string {
  const within = ((Math.round(minute) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`
}

/** 0 Monday to 6 Sunday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

export function mondayOf(day: Day): Day {
  return day - weekday(day)
}

export function monthOf(day: Day): Day {
  const { year, month } = ymd(day)
  return dayOf(year, month, 1)
}

/** The first of the month `n` months after the month of `day`. */
export function addMonths(day: Day, n: number): Day {
  const { year, month } = ymd(day)
  return dayOf(year, month + n, 1)
}

/** ISO 8601 week number. */
export function weekNumber(day: Day): number {
  const thursday = mondayOf(day) + 3
  return Math.floor((thursday - dayOf(ymd(thursday).year, 1, 1)) / 7) + 1
}

/** The weeks a month page shows: Mondays, four to six of them. */
export function weeksOfMonth(day: Day): Day[] {
  const first = monthOf(day)
  const end = addMonths(first, 1)
  const weeks: Day[] = []
  for (let monday = mondayOf(first); monday < end; monday += 7) weeks.push(monday)
  return weeks
}
