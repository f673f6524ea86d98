// Where everything on the timeline stands, in pixels, at one scale. Missions are bars; their events stand under
// them: as marks in a line when far away, as chips at their own time when near.
import type {
  Prepared,
  PreparedBand,
  PreparedEvent,
  PreparedGroup,
  PreparedMission,
  PreparedRow,
} from './prepare'
import { type Detail, type Scale, detailOf } from './scale'
import { type Block, flow, stack } from './stack'

export const GROUP_HEIGHT = 30
export const ROW_LEAST = 36
/** Room for a row's name before it breaks, and the height of one of its lines. */
const NAME = 96
const NAME_LINE = 18
export const BAR = 24
export const LEGS = 18
export const MARK = 14
export const MARK_STEP = 16
export const CHIP = 24
const PAD = 6
const GAP_X = 10
const GAP_Y = 4
const BAR_LEAST = 6
const LABEL_EDGE = 26
const MORE = 30
/** Marks under one bar before the rest is a number. */
const MARKS_MOST = 10

export interface Bar {
  item: PreparedMission
  x: number
  y: number
  width: number
  /** The title stands beside the bar, not on it. */
  outside: boolean
  legs: { place: string; x: number; width: number; named: boolean }[]
}

export interface Mark {
  item: PreparedEvent
  x: number
  y: number
  width: number
  height: number
  /** The length of the event, where the hours can be seen. */
  span: number
  /** Not drawn: one of the `+n`. */
  hidden: boolean
}

export interface More {
  x: number
  y: number
  count: number
}

export interface GroupLine {
  kind: 'group'
  group: PreparedGroup
  top: number
  height: number
  collapsed: boolean
}

export interface RowLine {
  kind: 'row'
  row: PreparedRow
  top: number
  height: number
  /** What its name needs. */
  least: number
  bars: Bar[]
  marks: Mark[]
  mores: More[]
}

export type Line = GroupLine | RowLine

export interface Layout {
  scale: Scale
  detail: Detail
  lines: Line[]
  width: number
  height: number
}

/** The width of a text in the fonts of the timeline. */
export type Measure = (text: string, strong?: boolean) => number

interface Placing {
  block: Block
  put: (y: number) => void
}

export function layOut(
  prepared: Prepared,
  scale: Scale,
  until: number,
  measure: Measure,
  collapsed: ReadonlySet<string>,
): Layout {
  const detail = detailOf(scale.dayPx)
  const lines: Line[] = []
  let top = 0
  for (const group of prepared.groups) {
    const shut = collapsed.has(group.key)
    lines.push({ kind: 'group', group, top, height: GROUP_HEIGHT, collapsed: shut })
    top += GROUP_HEIGHT
    if (shut) continue
    for (const row of group.rows) {
      const line = layOutRow(row, scale, detail, measure, top)
      lines.push(line)
      top += line.height
    }
  }
  return { scale, detail, lines, width: scale.xOfDay(until), height: top }
}

function layOutRow(row: PreparedRow, scale: Scale, detail: Detail, measure: Measure, top: number): RowLine {
  const names = Math.max(1, Math.ceil(measure(row.row.name) / NAME))
  const least = Math.max(ROW_LEAST, 18 + NAME_LINE * names)
  const line: RowLine = { kind: 'row', row, top, height: least, least, bars: [], marks: [], mores: [] }
  const placings: Placing[] = []
  for (const mission of row.missions) placings.push(placeMission(mission, scale, detail, measure, line))
  for (const event of row.alone) {
    const mark = chipOf(event, scale, detail, measure)
    line.marks.push(mark)
    placings.push({
      block: { x0: mark.x, x1: mark.x + mark.width, height: mark.height },
      put: (y) => (mark.y = y),
    })
  }
  placings.sort((a, b) => a.block.x0 - b.block.x0)
  const gap = detail === 'mark' ? 4 : GAP_X
  const stacked = stack(
    placings.map((placing) => placing.block),
    gap,
    GAP_Y,
  )
  placings.forEach((placing, i) => placing.put(stacked.tops[i]! + PAD))
  line.marks.sort((a, b) => a.item.start - b.item.start)
  line.height = Math.max(line.least, stacked.height + 2 * PAD)
  return line
}

function chipOf(item: PreparedEvent, scale: Scale, detail: Detail, measure: Measure): Mark {
  const x = scale.xOfMinute(item.start)
  if (detail === 'mark') {
    return { item, x: x - MARK / 2, y: 0, width: MARK, height: MARK, span: 0, hidden: false }
  }
  const signs = (item.event.severity > 1 ? 14 : 0) + (item.event.moved_by_rules ? 16 : 0)
  const span = detail === 'clock' ? Math.max(scale.xOfMinute(item.end) - x, 24) : 0
  let text = measure(item.clock) + signs
  if (detail === 'title') text += 6 + measure(item.event.title)
  // By the clock: both times, each with its sign, then the title.
  if (detail === 'clock') text += measure(` ${item.event.offset} · 00:00 HKT`) + 6 + measure(item.event.title)
  return { item, x, y: 0, width: Math.max(span, 30 + Math.ceil(text)), height: CHIP, span, hidden: false }
}

function placeMission(
  item: PreparedMission,
  scale: Scale,
  detail: Detail,
  measure: Measure,
  line: RowLine,
): Placing {
  const x = scale.xOfDay(item.from)
  const width = Math.max(BAR_LEAST, (item.until - item.from) * scale.dayPx)
  const signs = (item.mission.severity > 1 ? 14 : 0) + (item.mission.moved_by_rules ? 16 : 0)
  const label = LABEL_EDGE + signs + Math.ceil(measure(item.mission.title, true))
  const outside = label > width
  const bar: Bar = { item, x, y: 0, width, outside, legs: [] }
  let right = x + (outside ? width + label : width)
  let height = BAR
  if (detail !== 'mark' && item.legs.length > 0) {
    bar.legs = legsOf(item, scale, measure)
    height += LEGS
  }
  line.bars.push(bar)
  const below = height + 2
  const marks: Mark[] = item.events.map((event) => chipOf(event, scale, detail, measure))
  let more: More | undefined
  let left = x
  if (marks.length > 0 && detail === 'mark') {
    more = lineUp(marks, x, right)
    right = Math.max(right, marks.at(-1)!.x + MARK, more ? more.x + MORE : 0)
    height = below + MARK
  } else if (marks.length > 0) {
    const stacked = stack(
      marks.map((mark) => ({ x0: mark.x, x1: mark.x + mark.width, height: mark.height })),
      4,
      2,
    )
    marks.forEach((mark, i) => (mark.y = stacked.tops[i]!))
    left = Math.min(left, marks[0]!.x)
    right = marks.reduce((far, mark) => Math.max(far, mark.x + mark.width), right)
    height = below + stacked.height
  }
  line.marks.push(...marks)
  if (more) line.mores.push(more)
  return {
    block: { x0: left, x1: right, height },
    put: (y) => {
      bar.y = y
      for (const mark of marks) mark.y += y + below
      if (more) more.y = y + below
    },
  }
}

/** Marks of one mission in a line under its bar; those too many become a number. */
function lineUp(marks: Mark[], x: number, right: number): More | undefined {
  const fit = Math.max(MARKS_MOST, Math.floor((right - x - MORE) / MARK_STEP))
  const shown = marks.length <= fit ? marks.length : fit - 1
  const places = flow(
    marks.slice(0, shown).map((mark) => Math.max(mark.x, x)),
    MARK_STEP,
  )
  // A line that runs on past its bar is pulled back towards the bar's beginning, never before it.
  const over = Math.max(0, places.at(-1)! + MARK - right)
  const back = Math.min(over, places[0]! - x)
  marks.forEach((mark, i) => {
    if (i < shown) mark.x = places[i]! - back
    else mark.hidden = true
  })
  if (shown === marks.length) return undefined
  const more = { x: marks[shown - 1]!.x + MARK_STEP, y: 0, count: marks.length - shown }
  for (const mark of marks.slice(shown)) mark.x = more.x
  return more
}

function legsOf(item: PreparedMission, scale: Scale, measure: Measure): Bar['legs'] {
  return item.legs.map((leg) => {
    const x = scale.xOfMinute(leg.from)
    const width = Math.max(2, scale.xOfMinute(leg.until) - x)
    return { place: leg.place, x, width, named: measure(leg.place) + 12 <= width }
  })
}

/** The same layout with each row only as high as what it holds between two pixels, so that the rows of a month or a
 *  week fit a screen. Far away rows keep their height: there nothing is out of sight for long. */
export function fitted(layout: Layout, x0: number, x1: number): Layout {
  if (layout.detail === 'mark') return layout
  let top = 0
  const lines = layout.lines.map((line): Line => {
    const at = top
    const height = line.kind === 'group' ? line.height : heightBetween(line, x0, x1)
    top += height
    return line.top === at && line.height === height ? line : { ...line, top: at, height }
  })
  return { ...layout, lines, height: top }
}

function heightBetween(line: RowLine, x0: number, x1: number): number {
  let low = 0
  for (const bar of line.bars) {
    const right = bar.x + bar.width + (bar.outside ? 160 : 0)
    if (right > x0 && bar.x < x1) low = Math.max(low, bar.y + BAR + (bar.legs.length > 0 ? LEGS : 0))
  }
  for (const mark of line.marks) {
    if (mark.x + mark.width > x0 && mark.x < x1) low = Math.max(low, mark.y + mark.height)
  }
  return Math.max(line.least, low + PAD)
}

/** Whether two layouts have their lines at the same places. */
export function sameLines(a: Layout, b: Layout): boolean {
  return a.lines.length === b.lines.length && a.lines.every((line, i) => line.height === b.lines[i]!.height)
}

/** The lines that touch [from, until). */
export function linesBetween(lines: readonly Line[], from: number, until: number): Line[] {
  let low = 0
  let high = lines.length
  while (low < high) {
    const mid = (low + high) >> 1
    const line = lines[mid]!
    if (line.top + line.height <= from) low = mid + 1
    else high = mid
  }
  const answer: Line[] = []
  for (let i = low; i < lines.length && lines[i]!.top < until; i += 1) answer.push(lines[i]!)
  return answer
}

export function bandsBetween(
  bands: readonly PreparedBand[],
  scale: Scale,
  x0: number,
  x1: number,
): PreparedBand[] {
  return bands.filter((band) => scale.xOfDay(band.until) > x0 && scale.xOfDay(band.from) < x1)
}
