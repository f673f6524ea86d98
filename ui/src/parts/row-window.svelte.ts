// Rows that are read as they come into sight, a page at a time. What was read stays until it was read again, so that
// a change underneath does not blink; while somebody drags the scroll bar only the last place is asked for.
import { CallError } from '$platform'
import type { Line, Lines } from './grid'
import { layOut, pagesOf, type WindowGroup } from './grid-window'

export interface RowPage<T> {
  /** Rows there are. */
  fitting: number
  rows: readonly T[]
  groups?: readonly WindowGroup[]
}

/** Rows a page: a large window shows half of it. More take longer to cross to the window than a letter may take. */
const PAGE = 60
/** Questions on their way at once. */
const AT_ONCE = 2
/** Pages kept; the farthest from what is in sight are let go. */
const KEPT = 120

export class RowWindow<T> {
  fitting = $state(0)
  groups = $state.raw<readonly WindowGroup[]>([])
  error = $state.raw<CallError | undefined>()
  /** The first answer is here. */
  ready = $state(false)
  #shut = $state.raw<ReadonlySet<string>>(new Set())
  #pages = $state.raw<ReadonlyMap<number, readonly T[]>>(new Map())
  #turn = 0
  /** Pages read since rows were last asked for anew. */
  #fresh = new Set<number>()
  #asked = new Set<number>()
  #sight = { from: 0, until: PAGE }
  readonly #read: (from: number, rows: number) => Promise<RowPage<T>>
  readonly #key: (row: T) => string

  constructor(read: (from: number, rows: number) => Promise<RowPage<T>>, key: (row: T) => string) {
    this.#read = read
    this.#key = key
  }

  readonly #layout = $derived.by(() => layOut(this.fitting, this.groups, this.#shut))
  readonly lines = $derived.by((): Lines<T> => {
    const layout = this.#layout
    const pages = this.#pages
    return {
      length: layout.length,
      at: (index): Line<T> | undefined => {
        if (index < 0 || index >= layout.length) return undefined
        const place = layout.at(index)
        if (place.kind === 'group') {
          const { key, name, count } = place.group
          return { kind: 'group', key, name, count, open: place.open }
        }
        const row = pages.get(Math.floor(place.row / PAGE))?.[place.row % PAGE]
        return row === undefined ? undefined : { kind: 'row', key: this.#key(row), row }
      },
      indexOf: (key) => {
        for (const [page, rows] of pages) {
          const at = rows.findIndex((row) => this.#key(row) === key)
          if (at >= 0) return layout.lineOf(page * PAGE + at)
        }
        return -1
      },
    }
  })

  /** Number of the row in a line; of a group's heading the number of its first row. */
  rowAt(line: number): number {
    const layout = this.#layout
    if (layout.length === 0) return -1
    const place = layout.at(Math.max(0, Math.min(layout.length - 1, line)))
    if (place.kind === 'row') return place.row
    let row = 0
    for (const group of this.groups) {
      if (group.key === place.group.key) break
      row += group.count
    }
    return row
  }

  /** A row that has been read, by its key. */
  find(key: string): T | undefined {
    for (const rows of this.#pages.values()) {
      const row = rows.find((one) => this.#key(one) === key)
      if (row !== undefined) return row
    }
    return undefined
  }

  toggle(group: string): void {
    const next = new Set(this.#shut)
    if (!next.delete(group)) next.add(group)
    this.#shut = next
  }

  /** These lines are about to be drawn. */
  sight(from: number, until: number): void {
    this.#sight = { from, until }
    void this.#fill()
  }

  /** What is asked for has become something else, or has changed underneath: reads what is in sight again. */
  again(forget = false): void {
    this.#turn += 1
    this.#fresh = new Set()
    this.#asked = new Set()
    if (forget) {
      this.#shut = new Set()
      this.#sight = { from: 0, until: this.#sight.until - this.#sight.from }
    }
    void this.#fill(true)
  }

  #wanted(): number[] {
    const { from, until } = this.#sight
    const layout = this.#layout
    if (!this.ready || layout.length === 0) return [Math.floor(from / PAGE)]
    const first = this.rowAt(from)
    const last = this.rowAt(Math.max(from, until - 1))
    return pagesOf(first, Math.min(this.fitting, last + 1), PAGE)
  }

  async #fill(force = false): Promise<void> {
    const turn = this.#turn
    const missing = this.#wanted().filter((page) => !this.#fresh.has(page) && !this.#asked.has(page))
    if (missing.length === 0 && force) missing.push(0)
    for (const page of missing) {
      if (this.#asked.size >= AT_ONCE) return
      this.#asked.add(page)
      void this.#ask(page, turn)
    }
  }

  async #ask(page: number, turn: number): Promise<void> {
    try {
      const answer = await this.#read(page * PAGE, PAGE)
      if (turn !== this.#turn) return
      const first = this.#fresh.size === 0
      this.#fresh.add(page)
      this.#keep(page, answer.rows, first)
      if (this.fitting !== answer.fitting) this.fitting = answer.fitting
      if (answer.groups) this.groups = answer.groups
      this.error = undefined
      this.ready = true
    } catch (thrown) {
      if (turn !== this.#turn) return
      this.error = CallError.from(thrown)
      this.#asked.delete(page)
      return
    }
    this.#asked.delete(page)
    // Somebody has scrolled on since.
    void this.#fill()
  }

  #keep(page: number, rows: readonly T[], first: boolean): void {
    // Rows of the former order must not stand among those of the new one.
    const next = new Map(first ? [] : this.#pages)
    next.set(page, rows)
    if (next.size > KEPT) {
      const farthest = [...next.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page))[0]!
      next.delete(farthest)
      this.#fresh.delete(farthest)
    }
    this.#pages = next
  }
}
