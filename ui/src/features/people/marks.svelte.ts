// People marked for steps on many at once: one by one, in ranges, or all who fit. Marks outlive a search, so that a
// selection can be gathered by several; "all who fit" belongs to its search and ends with it.
import type { Marks } from '$parts'
import type { WhichPeople } from '$api/types'

/** The keys of rows from..from + rows in the order on screen. */
export type KeysOf = (from: number, rows: number) => Promise<string[]>

export class PeopleMarks implements Marks {
  ids = $state.raw<ReadonlySet<string>>(new Set())
  /** All who fit. */
  all = $state(false)
  readonly #fitting: () => number
  readonly #keys: KeysOf

  constructor(fitting: () => number, keys: KeysOf) {
    this.#fitting = fitting
    this.#keys = keys
  }

  get count(): number {
    return this.all ? this.#fitting() : this.ids.size
  }

  get state(): 'all' | 'some' | 'none' {
    if (this.all) return this.#fitting() > 0 ? 'all' : 'none'
    return this.ids.size > 0 ? 'some' : 'none'
  }

  has(key: string): boolean {
    return this.all || this.ids.has(key)
  }

  async toggle(key: string): Promise<void> {
    const next = new Set(this.all ? await this.#keys(0, 0) : this.ids)
    if (!next.delete(key)) next.add(key)
    this.all = false
    this.ids = next
  }

  /** Marks the rows between two, both included. */
  async range(one: number, other: number): Promise<void> {
    if (this.all) return
    const from = Math.min(one, other)
    const keys = await this.#keys(from, Math.abs(one - other) + 1)
    this.ids = new Set([...this.ids, ...keys])
  }

  everybody(): void {
    this.all = true
    this.ids = new Set()
  }

  clear(): void {
    this.all = false
    this.ids = new Set()
  }

  /** The search has become another one. */
  searched(): void {
    this.all = false
  }

  /** Whom a deed is for. */
  which(query: string, filter: object): WhichPeople {
    return this.all ? ({ query, filter } as WhichPeople) : { ids: [...this.ids] }
  }

  /** Every key, also of all who fit. */
  async keys(): Promise<string[]> {
    return this.all ? this.#keys(0, 0) : [...this.ids]
  }
}
