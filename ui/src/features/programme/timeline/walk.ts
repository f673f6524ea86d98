// Moving from item to item with the keyboard, and finding the item under the pointer.
import type { Bar, Layout, Mark, RowLine } from './layout'

export interface Found {
  kind: 'mission' | 'event'
  id: string
  line: RowLine
  /** Left edge and top on the whole surface, and size. */
  x: number
  y: number
  width: number
  height: number
  bar?: Bar
  mark?: Mark
}

const BAR_HEIGHT = 24

function ofBar(line: RowLine, bar: Bar): Found {
  const width = Math.max(bar.width, 24)
  return {
    kind: 'mission',
    id: bar.item.id,
    line,
    x: bar.x,
    y: line.top + bar.y,
    width,
    height: BAR_HEIGHT,
    bar,
  }
}

function ofMark(line: RowLine, mark: Mark): Found {
  const { x, width, height } = mark
  return { kind: 'event', id: mark.item.id, line, x, y: line.top + mark.y, width, height, mark }
}

/** The items of a row in order of time; a mission before what happens in it. */
export function itemsOf(line: RowLine): Found[] {
  const all = [...line.bars.map((bar) => ofBar(line, bar)), ...line.marks.map((mark) => ofMark(line, mark))]
  const when = (found: Found) => found.bar?.item.from ?? found.mark!.item.start / 1440
  return all.sort((a, b) => when(a) - when(b) || (a.kind === b.kind ? 0 : a.kind === 'mission' ? -1 : 1))
}

export function rowsOf(layout: Layout): RowLine[] {
  return layout.lines.filter((line): line is RowLine => line.kind === 'row')
}

/** Where an item stands; of an item in several rows the one in `prefer`, else the first. */
export function find(layout: Layout, kind: string, id: string, prefer?: string): Found | undefined {
  let first: Found | undefined
  for (const line of rowsOf(layout)) {
    const bar = kind === 'mission' ? line.bars.find((one) => one.item.id === id) : undefined
    const mark = kind === 'event' ? line.marks.find((one) => one.item.id === id) : undefined
    const found = bar ? ofBar(line, bar) : mark ? ofMark(line, mark) : undefined
    if (!found) continue
    if (prefer === undefined || line.row.row.key === prefer) return found
    first ??= found
  }
  return first
}

/** An item and its time, by which a change of either can be told. */
export interface Standing {
  kind: Found['kind']
  id: string
  /** Day of a mission, wall minute of an event. */
  at: number
}

export function standingOf({ kind, id, bar, mark }: Found): Standing {
  return { kind, id, at: bar?.item.from ?? mark!.item.start }
}

/** The same item at another time; another item has not moved. */
export function hasMoved(before: Standing | undefined, now: Standing | undefined): boolean {
  return before?.id === now?.id && before?.kind === now?.kind && before?.at !== now?.at
}

export type Step = 'next' | 'previous' | 'right' | 'left' | 'up' | 'down' | 'first' | 'last'

/** The item a step away from `at`; the first in sight of `near` if there is none. */
export function walk(
  layout: Layout,
  at: Found | undefined,
  step: Step,
  near: { x: number; y: number; width: number },
): Found | undefined {
  const rows = rowsOf(layout).filter((line) => line.bars.length + line.marks.length > 0)
  if (rows.length === 0) return undefined
  if (!at) {
    const seen = rows.filter((line) => line.top + line.height > near.y)
    for (const row of seen) {
      const item = itemsOf(row).find((one) => one.x >= near.x && one.x < near.x + near.width)
      if (item) return item
    }
    const items = itemsOf(seen[0] ?? rows[0]!)
    return items.find((item) => item.x >= near.x) ?? items[0]
  }
  const r = rows.findIndex((line) => line.row.row.key === at.line.row.row.key)
  const items = itemsOf(rows[Math.max(r, 0)]!)
  const i = items.findIndex((item) => item.kind === at.kind && item.id === at.id)
  switch (step) {
    case 'first':
      return items[0]
    case 'last':
      return items.at(-1)
    case 'left':
      return items[Math.max(0, i - 1)]
    case 'right':
      return items[Math.min(items.length - 1, i + 1)]
    case 'previous':
      return items[i - 1] ?? (r > 0 ? itemsOf(rows[r - 1]!).at(-1) : items[0])
    case 'next':
      return items[i + 1] ?? (r < rows.length - 1 ? itemsOf(rows[r + 1]!)[0] : items.at(-1))
    case 'up':
    case 'down': {
      const row = rows[r + (step === 'up' ? -1 : 1)]
      return row ? nearest(itemsOf(row), at.x) : at
    }
  }
}

function nearest(items: Found[], x: number): Found | undefined {
  let best: Found | undefined
  for (const item of items) if (!best || Math.abs(item.x - x) < Math.abs(best.x - x)) best = item
  return best
}

/** The mark within reach of a point; marks are small, so each has at least 24 px unless another is nearer. */
export function markAt(line: RowLine, x: number, y: number): Mark | undefined {
  let best: Mark | undefined
  let least = Infinity
  for (const mark of line.marks) {
    if (mark.hidden) continue
    const far = Math.max(Math.abs(x - mark.x - mark.width / 2), Math.abs(y - mark.y - mark.height / 2))
    if (far <= 12 && far < least) [best, least] = [mark, far]
  }
  return best
}
