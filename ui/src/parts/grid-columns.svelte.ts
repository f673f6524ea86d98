// Which columns a grid shows and how wide they are, kept under the grid's name.
import type { Column } from './grid'

/** Pixels across A4 on its side, margins off. */
const PAPER = 1030

interface Kept {
  widths: Record<string, number>
  hidden: Record<string, boolean>
}

const nothing = (): Kept => ({ widths: {}, hidden: {} })

export class GridColumns<T> {
  #kept = $state<Kept>(nothing())
  readonly #store: string

  constructor(remember: string) {
    this.#store = `outreach.grid.${remember}`
    try {
      this.#kept = {
        ...nothing(),
        ...(JSON.parse(localStorage.getItem(this.#store) ?? '{}') as Partial<Kept>),
      }
    } catch {
      this.#kept = nothing()
    }
  }

  #keep(): void {
    localStorage.setItem(this.#store, JSON.stringify(this.#kept))
  }

  /** Those the reader wants to see. */
  chosen(columns: readonly Column<T>[]): Column<T>[] {
    return columns.filter(
      (column) => column.fixed || !(this.#kept.hidden[column.id] ?? column.hidden ?? false),
    )
  }

  /** Paper has an edge: the columns that fit on it, in their order, a little closer than on screen. */
  printed(columns: readonly Column<T>[]): Column<T>[] {
    let room = PAPER / 0.85
    return columns.filter((column) => (room -= this.width(column)) >= 0)
  }

  /** Pixels. */
  width(column: Column<T>): number {
    return this.#kept.widths[column.id] ?? column.width ?? 140
  }

  resize(column: Column<T>, width: number): void {
    this.#kept.widths[column.id] = Math.round(Math.max(column.min ?? 56, Math.min(720, width)))
    this.#keep()
  }

  hide(column: Column<T>, hidden: boolean): void {
    this.#kept.hidden[column.id] = hidden
    this.#keep()
  }

  reset(): void {
    this.#kept = nothing()
    this.#keep()
  }
}
