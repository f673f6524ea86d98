// A place was changed and the wall time does not exist there, or exists twice: what can be chosen instead.
import type { Event } from '$api/types'
import type { CallError } from '$platform'
import { zoneCity } from '../lists/countries'
import { daysBetween, showDate, showTime } from '$parts/dates'

export interface Choice {
  /** `Sun 28 Mar 2027 00:59 London`, or the offset of one of two. */
  label: string
  set: Partial<Event>
}

export interface Question {
  kind: 'gap' | 'fold'
  choices: Choice[]
}

const minutesOf = (wall: string) => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))

/** Minutes between two wall times, by the digits. */
function minutesBetween(from: string, until: string): number {
  return daysBetween(from, until) * 1440 + minutesOf(until) - minutesOf(from)
}

/** What to ask about a refused change; nothing if it was refused for another reason. */
export function questionOf(error: CallError, tried: Partial<Event>, event: Event): Question | undefined {
  const field = String(error.params.field ?? '')
  if (field !== 'start' && field !== 'end') return undefined
  if (error.code === 'time_in_fold') {
    const one = (fold: 'earlier' | 'later'): Choice => ({
      label: String(error.params[fold] ?? fold),
      set: { ...tried, [`${field}_fold`]: fold },
    })
    return { kind: 'fold', choices: [one('earlier'), one('later')] }
  }
  if (error.code !== 'time_in_gap') return undefined
  const walls = [error.params.before, error.params.after].map(String)
  return {
    kind: 'gap',
    choices: walls.map((wall) => {
      const set: Partial<Event> = { ...tried, [field]: wall }
      // A start that moves past the end would be refused at once.
      const end = tried.end ?? event.end
      if (field === 'start' && minutesBetween(wall, end) <= 0) set.end = wall
      const there = zoneCity(String(error.params.zone ?? event.zone))
      return { label: `${showDate(wall)} ${showTime(wall)} ${there}`, set }
    }),
  }
}
