// What changed rules moved: from which release, and which calendars still tell the old time.
import type { MovedByRules, Wording } from '$api/types'

export interface ReleaseGroup {
  /** The rules of before. */
  from: string
  events: MovedByRules[]
}

/** By the rules each event was planned under, the oldest first. */
export function byRelease(moved: readonly MovedByRules[]): ReleaseGroup[] {
  const groups = new Map<string, MovedByRules[]>()
  for (const one of moved) {
    const group = groups.get(one.former_release)
    if (group) group.push(one)
    else groups.set(one.former_release, [one])
  }
  return [...groups]
    .map(([from, events]) => ({ from, events }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

export interface Touched {
  calendar: string
  name: Wording
  events: number
  recipients: number
}

/** The calendars of which somebody holds an old time, those with most recipients first. */
export function touchedCalendars(moved: readonly MovedByRules[]): Touched[] {
  const found = new Map<string, { name: Wording; events: Set<string>; recipients: Set<string> }>()
  for (const { id, holders } of moved) {
    for (const holder of holders) {
      const one = found.get(holder.calendar) ?? {
        name: holder.calendar_name,
        events: new Set<string>(),
        recipients: new Set<string>(),
      }
      one.events.add(id)
      one.recipients.add(holder.recipient)
      found.set(holder.calendar, one)
    }
  }
  return [...found]
    .map(([calendar, { name, events, recipients }]) => ({
      calendar,
      name,
      events: events.size,
      recipients: recipients.size,
    }))
    .sort((a, b) => b.recipients - a.recipients)
}

/** An instant as a UTC clock reads it, as a wall time. */
export function utcWall(instant: string): string {
  return instant.replace(/Z$/, '')
}
