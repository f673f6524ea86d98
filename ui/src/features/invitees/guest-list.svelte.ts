// The guests of one event as a screen needs them: narrowed, whole, and ticked.
import { untrack } from 'svelte'
import { api } from '$api/client'
import type { InvitationStatus, InviteeRole } from '$api/types'
import { live } from '$frame/live.svelte'
import { lang } from '$words'
import { guestOf } from './statuses'

/** Rows asked for; beyond them the filter narrows. */
const MOST = 2000
/** A pause in typing before the list is asked again. */
const TYPING_MS = 120

/** Made while a component is set up. */
export class GuestList {
  words = $state('')
  role = $state<InviteeRole | ''>('')
  /** `-` is those without one. */
  segment = $state('')
  only = $state.raw<readonly InvitationStatus[]>([])
  ticked = $state.raw<ReadonlySet<string>>(new Set())
  #wanted = $state('')
  readonly #event: () => string

  readonly narrowed = $derived.by(
    () => this.#wanted !== '' || this.only.length > 0 || this.role !== '' || this.segment !== '',
  )
  readonly page = live(
    () =>
      this.#read({
        text: this.#wanted,
        status: [...this.only],
        role: this.role ? [this.role] : [],
        segment: this.segment === '' ? [] : [this.segment === '-' ? '' : this.segment],
      }),
    ['plan', 'zones'],
  )
  // The plan, the pane and letters need those whom the filter leaves out as well.
  readonly #whole = live(() => (this.narrowed ? this.#read({}) : Promise.resolve(undefined)), ['plan'])
  readonly data = $derived.by(() => this.page.data)
  readonly rows = $derived.by(() => (this.data?.rows ?? []).map(guestOf))
  readonly all = $derived.by(() =>
    this.narrowed && this.#whole.data ? this.#whole.data.rows.map(guestOf) : this.rows,
  )
  readonly tickedIds = $derived.by(() => [...this.ticked])

  constructor(event: () => string) {
    this.#event = event
    $effect(() => {
      const text = this.words.trim()
      if (text === untrack(() => this.#wanted)) return
      const timer = setTimeout(() => (this.#wanted = text), TYPING_MS)
      return () => clearTimeout(timer)
    })
    // What was ticked and is gone is ticked no longer.
    $effect(() => {
      const there = this.data?.ids
      if (!there || this.narrowed) return
      const now = new Set(there)
      untrack(() => {
        const kept = this.tickedIds.filter((one) => now.has(one))
        if (kept.length < this.ticked.size) this.ticked = new Set(kept)
      })
    })
  }

  #read(filter: object) {
    return api.invitations.list({
      event: this.#event(),
      filter,
      sort: 'name',
      from: 0,
      rows: MOST,
      language: lang(),
    })
  }

  /** Ticks those that are not, and the other way round. */
  tick(ids: readonly string[]): void {
    const next = new Set(this.ticked)
    for (const one of ids) if (!next.delete(one)) next.add(one)
    this.ticked = next
  }
  /** Only those at this status, or not only those any more. */
  pick(status: InvitationStatus): void {
    this.only = this.only.includes(status)
      ? this.only.filter((one) => one !== status)
      : [...this.only, status]
  }
  clear(): void {
    this.words = this.#wanted = this.segment = ''
    this.role = ''
    this.only = []
  }
}
