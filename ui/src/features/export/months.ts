// The years and months that a programme touches, as choices.
import { addMonths, type IsoDate } from '$parts/dates'

/** First days of the months from one day to another, both months included; 60 at most. */
export function monthsBetween(from: IsoDate, until: IsoDate): IsoDate[] {
  const months: IsoDate[] = []
  for (
    let month = `${from.slice(0, 7)}-01`;
    month <= until && months.length < 60;
    month = addMonths(month, 1)
  )
    months.push(month)
  return months
}

/** First days of the years from one day to another. */
export function yearsBetween(from: IsoDate, until: IsoDate): IsoDate[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  return Array.from({ length: Math.max(0, Math.min(30, last - first)) + 1 }, (_, at) => `${first + at}-01-01`)
}
