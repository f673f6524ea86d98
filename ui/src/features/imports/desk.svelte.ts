// One import from the chosen file to its result. It lives beside the page, so that a planner may look something up
// elsewhere and come back to the same questions half answered.
import { api } from '$api/client'
import { errorText } from '$frame/errors'
import { edit, programme } from '$frame/session.svelte'
import { CallError } from '$platform'
import { lang } from '$words'
import { tally, type Tally } from './said'
import type {
  ChosenImport,
  ColumnOrder,
  ImportCounts,
  ImportKind,
  ImportPreview,
  ImportRow,
  PreviewImport,
} from '$api/types'

/** What the planner answered; a choice that was not made is left to the backend. */
interface Choices {
  programme: string | null
  mission: string | null
  encoding: string | null
  sheet: string | null
  header_row: number | null
  mapping: (string | null)[] | null
  date_orders: Record<number, ColumnOrder>
  zone_answers: Record<string, string>
  floating_zone: string | null
}

export interface Done {
  counts: ImportCounts
  /** Number of the one change in the history; null if nothing differed. */
  change: number | null
  /** The rows that came in, with the events they became. */
  rows: ImportRow[]
  undone: boolean
}

const none = (): Choices => ({
  programme: null,
  mission: null,
  encoding: null,
  sheet: null,
  header_row: null,
  mapping: null,
  date_orders: {},
  zone_answers: {},
  floating_zone: null,
})

const COMES: readonly string[] = ['new', 'changed', 'cancelled']

function toggled(set: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(row)) next.add(row)
  return next
}

class ImportDesk {
  kind = $state<ImportKind>('ics')
  file = $state.raw<ChosenImport | null>(null)
  choices = $state.raw<Choices>(none())
  preview = $state.raw<ImportPreview | null>(null)
  /** Rows that stay out; rows that take the place of another event nevertheless. */
  skipped = $state.raw<ReadonlySet<number>>(new Set())
  taken = $state.raw<ReadonlySet<number>>(new Set())
  error = $state.raw<CallError | null>(null)
  /** `reading` the file, `writing` what it brings. */
  work = $state<'reading' | 'writing' | null>(null)
  done = $state.raw<Done | null>(null)
  #turn = 0

  /** What is asked of the backend; null before a file is chosen. */
  request = $derived.by((): PreviewImport | null => {
    if (!this.file) return null
    const { programme: into, ...rest } = this.choices
    return {
      file: this.file.file,
      kind: this.kind,
      language: lang(),
      programme: into ?? programme()?.id ?? null,
      ...rest,
    }
  })

  /** Rows that the button would bring in. */
  coming = $derived((this.preview?.rows ?? []).filter((row) => this.comes(row)))
  tally = $derived.by((): Tally => tally(this.coming, this.preview?.replies ?? []))
  /** Questions without an answer. */
  open = $derived(
    (this.preview?.zone_asks ?? []).filter((ask) => !ask.answered).length +
      (this.preview?.date_asks ?? []).filter((ask) => !ask.answered).length,
  )
  /** Whether there is something to do and nothing in its way. */
  ready = $derived(
    this.work === null &&
      this.error === null &&
      this.done === null &&
      this.preview?.answered === true &&
      this.tally.all > 0,
  )

  comes(row: ImportRow): boolean {
    return row.verdict === 'reused'
      ? this.taken.has(row.row)
      : COMES.includes(row.verdict) && !this.skipped.has(row.row)
  }

  async choose(kind: ImportKind): Promise<void> {
    const file = await edit(() => api.imports.choose({ kind }))
    if (!file) return
    this.clear()
    this.kind = kind
    this.file = file
  }

  /** Begins again without a file. */
  clear(): void {
    this.#turn += 1
    this.file = null
    this.preview = null
    this.choices = none()
    this.#forget()
    this.error = null
    this.done = null
    this.work = null
  }

  #forget(): void {
    this.skipped = new Set()
    this.taken = new Set()
  }

  answer(changes: Partial<Choices>): void {
    this.choices = { ...this.choices, ...changes }
  }

  /** Another reading of the bytes: what was said about the former columns no longer holds. */
  reread(changes: Partial<Pick<Choices, 'encoding' | 'sheet' | 'header_row'>>): void {
    this.#forget()
    this.answer({ mapping: null, date_orders: {}, ...changes })
  }

  /** Whether the planner may decide about the row. */
  decides(row: ImportRow): boolean {
    return COMES.includes(row.verdict) || row.verdict === 'reused'
  }

  /** Leaves a row out or brings it in. */
  toggle(row: ImportRow): void {
    if (row.verdict === 'reused') this.taken = toggled(this.taken, row.row)
    else if (this.decides(row)) this.skipped = toggled(this.skipped, row.row)
  }

  /** Reads the file as asked; a newer question puts an older answer aside. */
  async read(request: PreviewImport): Promise<void> {
    const mine = ++this.#turn
    this.work = 'reading'
    try {
      const preview = await api.imports.preview(request)
      if (mine !== this.#turn) return
      this.preview = preview
      this.error = null
    } catch (thrown) {
      if (mine !== this.#turn) return
      const error = CallError.from(thrown)
      // The program was closed or locked since: the file must be chosen again.
      if (error.code === 'no_such_choice') this.clear()
      this.error = error
    }
    if (mine === this.#turn) this.work = null
  }

  async commit(): Promise<void> {
    const { request, coming, preview } = this
    if (!request || !preview || !this.ready) return
    this.work = 'writing'
    const imported = await edit(
      () =>
        api.imports.commit({
          ...request,
          fingerprint: preview.fingerprint,
          skip: [...this.skipped],
          take: [...this.taken],
        }),
      { onerror: (error) => (this.error = error) },
    )
    if (imported) {
      // Read again, each row now names the event it became.
      const after = await api.imports.preview(request).catch(() => null)
      const events = new Map((after?.rows ?? []).map((row) => [row.row, row.event]))
      this.done = {
        counts: imported.counts,
        change: imported.change,
        rows: coming.map((row) => ({ ...row, event: events.get(row.row) ?? row.event })),
        undone: false,
      }
    }
    this.work = null
  }

  async undo(): Promise<void> {
    const { done } = this
    if (!done || done.change === null || done.undone) return
    const { change } = done
    const back = await edit(() => api.history.revert({ change }), {
      onerror: (error) => (this.error = error),
    })
    if (back) this.done = { ...done, undone: true }
  }

  /** From the result back to the rows, to bring them in another way. */
  again(): void {
    this.done = null
    this.error = null
  }

  get trouble(): string | null {
    return this.error ? errorText(this.error) : null
  }
}

export const desk = new ImportDesk()
