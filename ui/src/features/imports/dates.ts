// A date of figures read in an order, to show what an order would mean. Rust reads the file; this only shows.
import { isoDate, parseDate, type IsoDate } from '$parts/dates'
import type { DateOrder } from './types'

const ORDERS: Record<DateOrder, readonly [year: number, month: number, day: number]> = {
  day_first: [2, 1, 0],
  month_first: [2, 0, 1],
  year_first: [0, 1, 2],
}

/** Undefined if the text has no three figures, or the calendar no such day. Two figures are a year of ours. */
export function readDate(text: string, order: DateOrder): IsoDate | undefined {
  const figures = text.match(/\d+/g)?.slice(0, 3).map(Number)
  if (figures?.length !== 3) return undefined
  const [y, month, day] = ORDERS[order].map((at) => figures[at]!) as [number, number, number]
  const year = y < 100 ? 2000 + y : y
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = isoDate(year, month, day)
  return parseDate(date)?.day === day && parseDate(date)?.month === month ? date : undefined
}
