// A week by the hour: where each event stands in its day, by the clock of its venue or of Hong Kong.
import type { EventRow } from '$api/types'
import { type Item, spans } from '../month/weeks'
import { DAY_MINUTES, type Day, type Minute, parseWall } from '../time/days'
import { beside } from '../timeline/stack'

export type Clock = 'local' | 'hong_kong'

export interface Slot {
  item: Item
  /** Minutes since midnight of the day. */
  from: Minute
  until: Minute
  /** It begins, and ends, in this day. */
  begins: boolean
  ends: boolean
  column: number
  columns: number
}

/** Items by Hong Kong's clock instead of the venue's. */
export function onClock(item: Item, clock: Clock): Item {
  const span = item.event?.span
  if (clock === 'local' || !span || spans(item)) return item
  const by = parseWall(span.start.hong_kong) - parseWall(span.start.local)
  const start = item.start + by
  const end =
    start +
    (parseWall(span.end.hong_kong) - parseWall(span.start.hong_kong)) +
    (item.end - item.start) -
    (parseWall(span.end.local) - parseWall(span.start.local))
  const from = Math.floor(start / DAY_MINUTES)
  return { ...item, start, end, from, until: Math.max(from + 1, Math.ceil(end / DAY_MINUTES)) }
}

/** The slots of seven days; those shorter than `least` minutes are as high as that. */
export function slotsOfWeek(monday: Day, items: readonly Item[], least: number): Slot[][] {
  return Array.from({ length: 7 }, (_, i) => {
    const midnight = (monday + i) * DAY_MINUTES
    const parts = items
      .filter(
        (item) =>
          !spans(item) &&
          item.start < midnight + DAY_MINUTES &&
          Math.max(item.end, item.start + 1) > midnight,
      )
      .map((item) => {
        const from = Math.max(0, item.start - midnight)
        const until = Math.min(DAY_MINUTES, Math.max(item.end - midnight, from + least))
        return { item, from, until, begins: item.start >= midnight, ends: item.end <= midnight + DAY_MINUTES }
      })
    const places = beside(parts)
    return parts.map((part, n) => ({ ...part, ...places[n]! }))
  })
}

/** Minutes from the venues' clocks to Hong Kong's, if all events of a week agree; else what one of them says. */
export function difference(
  events: readonly EventRow[],
  chosen: EventRow | undefined,
): { minutes: Minute; sure: boolean } | undefined {
  const all = new Set<Minute>()
  for (const event of events) {
    if (event.span) all.add(parseWall(event.span.start.hong_kong) - parseWall(event.span.start.local))
  }
  if (all.size === 1) return { minutes: [...all][0]!, sure: true }
  if (chosen?.span) {
    return {
      minutes: parseWall(chosen.span.start.hong_kong) - parseWall(chosen.span.start.local),
      sure: false,
    }
  }
  return undefined
}
