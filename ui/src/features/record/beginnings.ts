// What a new record begins with, before anybody says otherwise: nothing the checks would complain of at once.
import { addDays, type IsoDate, type IsoWall, weekday } from '$parts/dates'

/** Days from today to the first day of a new mission, so that something stands there to be changed. */
const AHEAD = 30

/** The first day of a new mission: a Monday about a month ahead, within the programme if it still goes on then. */
export function firstDay(today: IsoDate, programme?: { from: IsoDate; until: IsoDate }): IsoDate {
  const monday = (date: IsoDate) => addDays(date, (8 - weekday(date)) % 7)
  const ahead = monday(addDays(today, AHEAD))
  if (!programme) return ahead
  if (ahead < programme.from) return monday(programme.from)
  if (addDays(ahead, 4) <= programme.until) return ahead
  // Of a programme that is about to end the last days; of one that is over none.
  const last = addDays(programme.until, -4)
  return last > today && last >= programme.from ? last : ahead
}

const SLOTS = [
  ['10:00', '12:00'],
  ['14:00', '16:00'],
  ['18:00', '20:00'],
] as const

/** Two hours of a day at which the travellers are there, in the wall time of the place. */
export function firstHours(
  date: IsoDate,
  stay?: { arrive: IsoWall; depart: IsoWall } | null,
): { start: IsoWall; end: IsoWall } {
  const all = SLOTS.map(([start, end]) => ({ start: `${date}T${start}:00`, end: `${date}T${end}:00` }))
  const there = all.find(({ start, end }) => !stay || (start > stay.arrive && end <= stay.depart))
  return there ?? all[0]!
}
