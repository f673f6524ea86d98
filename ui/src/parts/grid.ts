// What a grid shows, in which order: filtered, grouped, sorted. Pure, so that a hundred thousand rows can be
// tried without a screen.
import type { Snippet } from 'svelte'

export type Value = string | number | boolean | null | undefined

export interface Column<T> {
  id: string
  /** The heading, in the language on screen. */
  label: string
  /** Pixels. */
  width?: number
  min?: number
  align?: 'start' | 'end'
  /** What the cell says, also to the filter and as the name of a group. */
  text: (row: T) => string
  /** What it sorts by, if not by its text; empty ones come last either way. */
  order?: (row: T) => Value
  /** How it is drawn, if not as its text. */
  cell?: Snippet<[T]>
  /** Rows may be grouped by it. */
  groups?: boolean
  /** Left out until someone asks for it. */
  hidden?: boolean
  /** Cannot be left out. */
  fixed?: boolean
  /** Takes the room that is left. */
  grows?: boolean
  /** Cannot be sorted by: the rows come in an order of their own. */
  unsorted?: boolean
  /** What is wrong with a cell; it is drawn so. */
  trouble?: (row: T) => string | undefined
  /** Its cells can be written into. */
  edit?: CellEdit<T>
}

/** How a cell is written into. */
export interface CellEdit<T> {
  /** What stands in the line while it is edited. */
  text: (row: T) => string
  /** Keeps it; answers why it was refused, or nothing. */
  save: (row: T, text: string) => Promise<string | undefined>
  /** One of these, instead of a text. */
  options?: () => readonly { value: string; label: string }[]
  /** What the line holds, for the on-screen keyboard. */
  inputmode?: 'text' | 'numeric' | 'email' | 'tel'
  /** Rows of which it cannot be changed. */
  fixed?: (row: T) => boolean
}

export interface Sort {
  column: string
  down: boolean
}

export type Line<T> =
  | { kind: 'row'; key: string; row: T }
  | { kind: 'group'; key: string; name: string; count: number; open: boolean }

/** What a grid draws, line by line: all at hand, or read as it comes into sight. */
export interface Lines<T> {
  length: number
  /** Undefined where the line has not been read yet. */
  at: (index: number) => Line<T> | undefined
  /** Where the row is, if that is known; −1 otherwise. */
  indexOf: (key: string) => number
}

/** Rows that are marked, for steps on many at once. */
export interface Marks {
  has: (key: string) => boolean
  /** 'all', 'some' or 'none' of what the grid shows. */
  state: 'all' | 'some' | 'none'
}

/** What is to be marked: one line, from the last one on, all or none. */
export type Marking =
  | { how: 'toggle'; line: number }
  | { how: 'range'; line: number; from: number }
  | { how: 'all' }
  | { how: 'none' }

export interface Arrangement<T> {
  rows: readonly T[]
  columns: readonly Column<T>[]
  key: (row: T) => string
  sort: Sort | null
  group: string | null
  /** Words that must all be in a row, in whichever columns. */
  filter: string
  /** Names of groups that are shut. */
  shut: ReadonlySet<string>
  collator: Intl.Collator
}

function isEmpty(value: Value): boolean {
  return value === null || value === undefined || value === ''
}

export function compareValues(a: Value, b: Value, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return collator.compare(String(a ?? ''), String(b ?? ''))
}

export function filterRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  filter: string,
): readonly T[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = columns
      .map((column) => column.text(row))
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Sorted copies; rows that say nothing in the column come last whichever way it is sorted. */
export function sortRows<T>(
  rows: readonly T[],
  column: Column<T> | undefined,
  down: boolean,
  collator: Intl.Collator,
): readonly T[] {
  if (!column) return rows
  const order = column.order ?? column.text
  const keyed = rows.map((row, index) => ({ row, index, value: order(row) }))
  const sign = down ? -1 : 1
  keyed.sort((a, b) => {
    const [noA, noB] = [isEmpty(a.value), isEmpty(b.value)]
    if (noA || noB) return noA === noB ? a.index - b.index : noA ? 1 : -1
    return sign * compareValues(a.value, b.value, collator) || a.index - b.index
  })
  return keyed.map((one) => one.row)
}

export function arrange<T>(given: Arrangement<T>): Line<T>[] {
  const { columns, key, sort, group, collator, shut } = given
  const kept = filterRows(given.rows, columns, given.filter)
  const sorted = sort
    ? sortRows(
        kept,
        columns.find((column) => column.id === sort.column),
        sort.down,
        collator,
      )
    : kept
  const by = group ? columns.find((column) => column.id === group) : undefined
  if (!by) return sorted.map((row) => ({ kind: 'row', key: key(row), row }))

  const groups = new Map<string, { order: Value; rows: T[] }>()
  for (const row of sorted) {
    const name = by.text(row)
    const there = groups.get(name)
    if (there) there.rows.push(row)
    else groups.set(name, { order: by.order ? by.order(row) : name, rows: [row] })
  }
  const names = [...groups].sort(([nameA, a], [nameB, b]) => {
    if ((nameA === '') !== (nameB === '')) return nameA === '' ? 1 : -1
    return compareValues(a.order, b.order, collator)
  })
  return names.flatMap(([name, { rows }]): Line<T>[] => {
    const open = !shut.has(name)
    const head: Line<T> = { kind: 'group', key: `group ${name}`, name, count: rows.length, open }
    return open ? [head, ...rows.map((row): Line<T> => ({ kind: 'row', key: key(row), row }))] : [head]
  })
}

/** Lines to draw for a scroll position: from, until (excluded). */
export function visibleLines(
  top: number,
  height: number,
  lineHeight: number,
  count: number,
  spare = 6,
): { from: number; until: number } {
  const from = Math.max(0, Math.floor(top / lineHeight) - spare)
  const until = Math.min(count, Math.ceil((top + height) / lineHeight) + spare)
  return { from: Math.min(from, until), until }
}

/**
 * Which line each drawn row shows, by row. A row keeps its line for as long as the line is in sight, so a scroll
 * by one line changes one row; the price is that rows stand in the document in another order than on screen.
 * −1 for a row that shows nothing.
 */
export function slotLines(from: number, until: number, slots: number): number[] {
  const lines: number[] = []
  for (let slot = 0; slot < slots; slot += 1) {
    const line = from + ((((slot - from) % slots) + slots) % slots)
    lines.push(line < until ? line : -1)
  }
  return lines
}

/** Columns to draw for a horizontal scroll: from, until (excluded). A width of 0 is not known yet: all. */
export function visibleColumns(
  left: number,
  width: number,
  widths: readonly number[],
  spare = 240,
): { from: number; until: number } {
  if (width <= 0) return { from: 0, until: widths.length }
  let from = 0
  let edge = 0
  while (from < widths.length - 1 && edge + widths[from]! < left - spare) edge += widths[from++]!
  let until = from
  while (until < widths.length && edge < left + width + spare) edge += widths[until++]!
  return { from, until }
}

/** What every grid is told, wherever its rows come from. */
export interface GridOptions<T> {
  columns: readonly Column<T>[]
  /** Spoken name of the table. */
  label: string
  sort?: Sort | null
  /** Id of the column it is grouped by. */
  group?: string | null
  /** Key of the selected row. */
  selected?: string | null
  onselect?: (row: T) => unknown
  onopen?: (row: T) => unknown
  onspace?: (row: T) => unknown
  /** Rows can be marked; which are. */
  marks?: Marks | undefined
  onmark?: (marking: Marking) => unknown
  /** A name under which widths and choice of columns, and the scroll, are kept. */
  remember: string
  empty?: string
  /** Rows that are off: drawn struck through. */
  struck?: (row: T) => boolean
}

/** How the rows stand after somebody chose a heading: up, down, as they came. */
export function sortedBy<T>(sort: Sort | null, column: Column<T>): Sort | null {
  if (column.unsorted) return sort
  if (sort?.column !== column.id) return { column: column.id, down: false }
  return sort.down ? null : { column: column.id, down: true }
}

/** The column that was pointed at, else the one of before. */
export function columnOf({ target }: MouseEvent, before: number): number {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null
  return cell ? Number(cell.getAttribute('aria-colindex')) - 1 : before
}
