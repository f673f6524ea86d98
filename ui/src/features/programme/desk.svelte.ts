// What every view of the programme shares: the filter, the selection, the day it looks at, and the move under
// way. All of it but the move lives in the address.
import type { EventFilter } from '$api/types'
import { clearFilter, filter, setFilter } from '$frame/filter.svelte'
import { place, setQuery } from '$frame/router.svelte'
import { select, selected, type Kind } from '$frame/selection.svelte'
import { getContext, setContext, untrack } from 'svelte'
import { narrowedBy, readFilter, writeFilter } from './filter/filter'
import { Move } from './move/move.svelte'
import type { Step } from './timeline/walk'

export const VIEWS = ['timeline', 'month', 'week', 'table', 'map'] as const
export type View = (typeof VIEWS)[number]
export type Rows = 'market' | 'team'

/** What the keyboard does on a view; each view gives its own. */
export interface Surface {
  step(to: Step): void
  /** The box of the selected item on the screen, for what is shown beside it. */
  anchor(): DOMRect | undefined
  zoom?(factor: number): void
  today?(): void
  page?(by: number): void
  /** Wall minutes a bare arrow moves by, where hours can be seen; 0 for whole days. */
  /** What Alt with an arrow up or down moves by: a week in a month, a quarter of an hour by the hour. */
  vertical?: 'week' | 'minutes'
  minutes?(): { small: number; large: number } | undefined
}

export class Desk {
  readonly move = new Move()
  surface = $state.raw<Surface | undefined>()
  /** The card about the selected item is shown. */
  peeking = $state(false)
  readonly view: View = $derived(one(VIEWS, place().query.get('view'), 'timeline'))
  readonly rows: Rows = $derived(place().query.get('rows') === 'team' ? 'team' : 'market')
  #filterText = $derived(JSON.stringify(filter()))
  /** A new object only when a facet changed, so that no view reads again because the lists were read again. */
  readonly filter: EventFilter = $derived(JSON.parse(this.#filterText) as EventFilter)
  readonly narrowed = $derived(narrowedBy(this.filter))
  /** The day the month and the week show, `2027-05-14`. */
  readonly at = $derived(place().query.get('at'))

  setView(view: View): void {
    this.peeking = false
    setQuery({ view: view === 'timeline' ? null : view })
  }
  setRows(rows: Rows): void {
    setQuery({ rows: rows === 'market' ? null : rows })
  }
  lookAt(iso: string): void {
    setQuery({ at: iso })
  }
  clearFilter(): void {
    clearFilter()
  }

  pick(kind: Kind, id: string): void {
    if (this.move.target && (this.move.target.kind !== kind || this.move.target.id !== id))
      this.move.abandon()
    select({ kind, id })
  }

  /** Keeps filter and selection in the address, and takes them from there at first. Call while the page is set up. */
  keepAddress(): void {
    const written = readFilter(place().query)
    if (narrowedBy(written) > 0) setFilter(written)
    this.#keepSelection()
    $effect(() => {
      const changes = writeFilter(this.filter)
      untrack(() => {
        const { query } = place()
        const differ = Object.entries(changes).some(([key, value]) => query.get(key) !== value)
        if (differ && onProgramme()) setQuery(changes)
      })
    })
  }

  #keepSelection(): void {
    const [kind, id] = (place().query.get('sel') ?? '').split(':')
    if (!selected() && id && (kind === 'event' || kind === 'mission')) select({ kind, id })
    $effect(() => {
      const now = selected()
      const text = now && now.kind !== 'leg' ? `${now.kind}:${now.id}` : null
      const later = setTimeout(() => {
        if (onProgramme() && place().query.get('sel') !== text) setQuery({ sel: text })
      }, 300)
      return () => clearTimeout(later)
    })
  }
}

function one<T extends string>(all: readonly T[], text: string | null, otherwise: T): T {
  return all.find((value) => value === text) ?? otherwise
}

function onProgramme(): boolean {
  return (place().segments[0] ?? 'programme') === 'programme'
}

const KEY = Symbol('desk')

export function makeDesk(): Desk {
  return setContext(KEY, new Desk())
}

export function useDesk(): Desk {
  return getContext<Desk>(KEY)
}
