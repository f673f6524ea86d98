// The answer of the backend as numbers, read once, so that zooming only multiplies.
import type { DayNote, Region, Timeline, TimelineEvent, TimelineMission, TimelineRow } from '$api/types'
import { type Day, type Minute, parseDay, parseWall } from '../time/days'

export interface PreparedEvent {
  kind: 'event'
  id: string
  event: TimelineEvent
  start: Minute
  end: Minute
  /** Start as the planner reads it: `15:00`. */
  clock: string
}

export interface PreparedMission {
  kind: 'mission'
  id: string
  mission: TimelineMission
  from: Day
  /** Excluded. */
  until: Day
  legs: { place: string; from: Minute; until: Minute }[]
  events: PreparedEvent[]
}

export interface PreparedBand {
  note: DayNote
  from: Day
  /** Excluded. */
  until: Day
}

export interface PreparedRow {
  row: TimelineRow
  missions: PreparedMission[]
  /** Events without a mission in this row. */
  alone: PreparedEvent[]
  bands: PreparedBand[]
}

export interface PreparedGroup {
  key: string
  region: Region | null
  rows: PreparedRow[]
  missions: number
  events: number
}

export interface Prepared {
  today: Day
  from: Day
  /** Excluded. */
  until: Day
  groups: PreparedGroup[]
  months: { month: Day; events: number }[]
  events: number
  missions: number
}

function prepareEvent(event: TimelineEvent): PreparedEvent {
  const start = parseWall(event.start)
  return {
    kind: 'event',
    id: event.id,
    event,
    start,
    end: Math.max(parseWall(event.end), start),
    clock: event.start.slice(11, 16),
  }
}

function prepareMission(mission: TimelineMission): PreparedMission {
  const from = parseDay(mission.from)
  return {
    kind: 'mission',
    id: mission.id,
    mission,
    from,
    until: Math.max(parseDay(mission.until), from) + 1,
    legs: mission.legs.map((leg) => ({
      place: leg.place,
      from: parseWall(leg.arrive),
      until: parseWall(leg.depart),
    })),
    events: [],
  }
}

function prepareRow(row: TimelineRow): PreparedRow {
  const missions = row.missions.map(prepareMission)
  const byId = new Map(missions.map((mission) => [mission.id, mission]))
  const alone: PreparedEvent[] = []
  for (const event of row.events) {
    const prepared = prepareEvent(event)
    const mission = event.mission === null ? undefined : byId.get(event.mission)
    if (mission) mission.events.push(prepared)
    else alone.push(prepared)
  }
  const bands = row.bands.map((note) => ({
    note,
    from: parseDay(note.from),
    until: parseDay(note.until) + 1,
  }))
  return { row, missions, alone, bands }
}

export function prepare(timeline: Timeline): Prepared {
  const groups: PreparedGroup[] = []
  for (const row of timeline.rows) {
    const prepared = prepareRow(row)
    let group = groups.at(-1)
    if (!group || group.region !== row.region) {
      group = { key: row.region ?? 'none', region: row.region, rows: [], missions: 0, events: 0 }
      groups.push(group)
    }
    group.rows.push(prepared)
    group.missions += row.missions.length
    group.events += row.events.length
  }
  return {
    today: parseDay(timeline.today),
    from: parseDay(timeline.from),
    until: parseDay(timeline.until) + 1,
    groups,
    months: timeline.months.map((month) => ({ month: parseDay(month.month), events: month.events })),
    events: groups.reduce((sum, group) => sum + group.events, 0),
    missions: groups.reduce((sum, group) => sum + group.missions, 0),
  }
}
