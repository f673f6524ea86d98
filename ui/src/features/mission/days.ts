// The days of a mission as they go down the page: grouped by the stay they lie in, in order.
import type { DayItem, LegView, MissionDay } from '$api/types'

export interface Stay {
  /** Unique on the page; a team may come back to a city. */
  key: string
  /** The stay; none for days between stays. */
  leg: LegView | undefined
  days: MissionDay[]
}

export function staysOf(days: readonly MissionDay[], legs: readonly LegView[]): Stay[] {
  const stays: Stay[] = []
  for (const day of days) {
    const last = stays.at(-1)
    if (last && (last.leg?.leg.id ?? null) === day.leg) last.days.push(day)
    else
      stays.push({
        key: `${stays.length} ${day.leg ?? ''}`,
        leg: legs.find((one) => one.leg.id === day.leg),
        days: [day],
      })
  }
  return stays
}

/** The key of a line, also of the record it selects. */
export function lineKey(item: DayItem): string {
  return item.kind === 'event' ? `event ${item.row.id}` : `${item.kind} ${item.leg}`
}

export function recordOfItem(item: DayItem): { kind: 'event' | 'leg'; id: string } {
  return item.kind === 'event' ? { kind: 'event', id: item.row.id } : { kind: 'leg', id: item.leg }
}

/** Keys of the lines that a record's findings stand under: once on the page, at the first line it has. */
export function firstLines(days: readonly MissionDay[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const lines = new Set<string>()
  for (const item of days.flatMap((day) => day.items)) {
    const { kind, id } = recordOfItem(item)
    if (seen.has(`${kind} ${id}`)) continue
    seen.add(`${kind} ${id}`)
    lines.add(lineKey(item))
  }
  return lines
}

/** 3 h 55 min, in parts. */
export function hoursAndMinutes(minutes: number): { hours: number; minutes: number } {
  const whole = Math.abs(minutes)
  return { hours: Math.floor(whole / 60), minutes: whole % 60 }
}
