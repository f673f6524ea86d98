// A week of the month calendar: what spans days as bars, the rest as chips in its day, what has no room as a number.
import type { EventRow, MissionRow } from '$api/types'
import { DAY_MINUTES, type Day, type Minute, parseDay, parseWall } from '../time/days'

export interface Item {
  kind: 'event' | 'mission'
  id: string
  /** First day, and the day after the last. */
  from: Day
  until: Day
  /** Wall start; of a mission its first midnight. */
  start: Minute
  end: Minute
  event?: EventRow
  mission?: MissionRow
}

export function eventItem(event: EventRow): Item | undefined {
  if (!event.span) return undefined
  const start = parseWall(event.span.start.local)
  const end = Math.max(parseWall(event.span.end.local), start)
  const from = Math.floor(start / DAY_MINUTES)
  // An end at midnight belongs to the day before.
  const until = Math.max(from + 1, Math.ceil(end / DAY_MINUTES))
  return { kind: 'event', id: event.id, from, until, start, end, event }
}

export function missionItem(mission: MissionRow): Item {
  const from = parseDay(mission.from)
  const until = Math.max(parseDay(mission.until), from) + 1
  return {
    kind: 'mission',
    id: mission.id,
    from,
    until,
    start: from * DAY_MINUTES,
    end: until * DAY_MINUTES,
    mission,
  }
}

export function shifted(item: Item, minutes: Minute): Item {
  const start = item.start + minutes
  const from = Math.floor(start / DAY_MINUTES)
  return { ...item, start, end: item.end + minutes, from, until: from + (item.until - item.from) }
}

/** Whether it is drawn over several days; a reception past midnight is not. */
export function spans(item: Item): boolean {
  return item.kind === 'mission' || item.end - item.start >= DAY_MINUTES
}

export interface WeekBar {
  item: Item
  /** Columns 0 to 6, the last included. */
  first: number
  last: number
  lane: number
  begins: boolean
  ends: boolean
}

export interface DayCell {
  day: Day
  /** Each on one line, or on two where the day has room for all on two. */
  chips: { item: Item; lane: number; lines: 1 | 2 }[]
  /** Everything on that day, in order. */
  all: Item[]
  /** How many of those have no room. */
  more: number
}

export interface Week {
  monday: Day
  bars: WeekBar[]
  cells: DayCell[]
}

/** Items must come in order of their start. `lanes` is how many lines a day has room for. */
export function layOutWeek(monday: Day, items: readonly Item[], lanes: number): Week {
  const here = items.filter((item) => item.from < monday + 7 && item.until > monday)
  const taken: boolean[][] = Array.from({ length: 7 }, () => [])
  const cells: DayCell[] = taken.map((_, i) => ({ day: monday + i, chips: [], all: [], more: 0 }))
  const lists: { item: Item; lane: number }[][] = cells.map(() => [])
  const wide = here.filter(spans).sort((a, b) => a.from - b.from || b.until - a.until)
  const bars: WeekBar[] = wide.map((item) => {
    const first = Math.max(0, item.from - monday)
    const last = Math.min(6, item.until - 1 - monday)
    let lane = 0
    const busy = (at: number) => taken.slice(first, last + 1).some((day) => day[at])
    while (busy(lane)) lane += 1
    for (let i = first; i <= last; i += 1) {
      taken[i]![lane] = true
      cells[i]!.all.push(item)
    }
    return { item, first, last, lane, begins: item.from >= monday, ends: item.until <= monday + 7 }
  })
  for (const item of here) {
    const i = item.from - monday
    if (spans(item) || i < 0) continue
    let lane = 0
    while (taken[i]![lane]) lane += 1
    taken[i]![lane] = true
    cells[i]!.all.push(item)
    lists[i]!.push({ item, lane })
  }
  // How many have no room is said beside the day's number, so that it takes no line from them.
  const shown = bars.filter((bar) => {
    const fits = bar.lane < lanes
    if (!fits) for (let i = bar.first; i <= bar.last; i += 1) cells[i]!.more += 1
    return fits
  })
  cells.forEach((cell, i) => {
    const list = lists[i]!
    const top = bars.reduce(
      (lane, bar) => (bar.first <= i && bar.last >= i ? Math.max(lane, bar.lane + 1) : lane),
      0,
    )
    if (top + 2 * list.length <= lanes) {
      cell.chips = list.map(({ item }, n) => ({ item, lane: top + 2 * n, lines: 2 }))
    } else {
      cell.chips = list.filter((chip) => chip.lane < lanes).map((chip) => ({ ...chip, lines: 1 }))
    }
    cell.more += list.length - cell.chips.length
  })
  return { monday, bars: shown, cells }
}
