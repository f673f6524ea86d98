// What of a grid is in sight: which lines and which columns, how wide each is, and how far it is scrolled.
import { slotLines, visibleColumns, visibleLines, type Column } from './grid'
import type { GridColumns } from './grid-columns.svelte'

/** Lines drawn above and below what is in sight. */
const SPARE = 4
/** Lines on paper at most. */
const PRINTED = 5000

export class GridSight<T> {
  readonly #columns: () => readonly Column<T>[]
  readonly #kept: GridColumns<T>
  readonly #length: () => number
  readonly #lineHeight: () => number

  top = $state(0)
  height = $state(600)
  left = $state(0)
  width = $state(0)
  printing = $state(false)

  /** The columns somebody chose to see. */
  readonly chosen = $derived.by(() => this.#kept.chosen(this.#columns()))
  readonly columns = $derived.by(() => (this.printing ? this.#kept.printed(this.chosen) : this.chosen))
  readonly lineHeight = $derived.by(() => this.#lineHeight())
  /** Lines that are drawn: from, until (excluded). */
  readonly range = $derived.by(() =>
    this.printing
      ? { from: 0, until: Math.min(this.#length(), PRINTED) }
      : visibleLines(this.top, this.height - this.lineHeight, this.lineHeight, this.#length(), SPARE),
  )
  /** The line each element shows. Rows are used again: making and dropping them is what makes a scroll stutter. */
  readonly drawn = $derived.by(() => {
    const slots = this.printing ? this.#length() : Math.ceil(this.height / this.lineHeight) + 2 * SPARE + 1
    return slotLines(this.range.from, this.range.until, Math.max(1, slots))
  })
  readonly #grower = $derived.by(() => this.columns.find((column) => column.grows) ?? this.columns[0])
  /** The columns as CSS writes them. */
  readonly template = $derived.by(() =>
    this.columns
      .map((column) => {
        const width = this.#kept.width(column)
        if (this.printing) return `minmax(0, ${width}fr)`
        return column === this.#grower ? `minmax(${width}px, 1fr)` : `${width}px`
      })
      .join(' '),
  )
  /** Pixels that all columns need. */
  readonly total = $derived.by(() => this.columns.reduce((sum, column) => sum + this.#kept.width(column), 0))
  /** The columns in sight, with their places. */
  readonly across = $derived.by(() => {
    // The column that grows is wider than its width by what is left over.
    const rest = Math.max(0, this.width - this.total)
    const widths = this.columns.map(
      (column) => this.#kept.width(column) + (column === this.#grower ? rest : 0),
    )
    const { from, until } = visibleColumns(this.left, this.printing ? 0 : this.width, widths)
    return this.columns.slice(from, until).map((column, index) => ({ column, index: from + index }))
  })

  constructor(of: {
    columns: () => readonly Column<T>[]
    kept: GridColumns<T>
    /** Lines there are. */
    length: () => number
    /** Pixels. */
    lineHeight: () => number
  }) {
    this.#columns = of.columns
    this.#kept = of.kept
    this.#length = of.length
    this.#lineHeight = of.lineHeight
  }

  scrolled(scroller: HTMLElement): void {
    this.top = scroller.scrollTop
    this.left = scroller.scrollLeft
  }

  /** Scrolls a line, and the heading above a cell of it, into sight. */
  reveal(scroller: HTMLElement | undefined, line: number, heading: HTMLElement | null): void {
    if (!scroller || line < 0) return
    const y = line * this.lineHeight
    const room = scroller.clientHeight - this.lineHeight
    if (y < scroller.scrollTop) scroller.scrollTop = y
    else if (y + this.lineHeight > scroller.scrollTop + room) scroller.scrollTop = y + this.lineHeight - room
    if (!heading) return
    const [left, right] = [heading.offsetLeft, heading.offsetLeft + heading.offsetWidth]
    if (left < scroller.scrollLeft) scroller.scrollLeft = left
    else if (right > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = right - scroller.clientWidth
  }
}
