// One import of people from the chosen file to its result. It lives beside the page, so that a planner may look
// somebody up and come back to rows half decided.
import { api } from '$api/client'
import type {
  CellCorrection,
  ChosenPeople,
  ColumnOrder,
  PeopleCounts,
  PeoplePreview,
  PersonImportRow,
  PersonVerdict,
  PreviewPeople,
  Purpose,
  RowAct,
  RowDecision,
} from '$api/types'
import { errorText } from '$frame/errors'
import { edit } from '$frame/session.svelte'
import { RowWindow } from '$parts'
import { CallError } from '$platform'
import { lang } from '$words'

/** How the bytes are read and what goes with every row; what was not chosen is left to the backend. */
interface Choices {
  encoding: string | null
  sheet: string | null
  header_row: number | null
  mapping: (string | null)[] | null
  date_orders: Record<number, ColumnOrder>
  country: string | null
  undecided: RowAct | null
  notice: string | null
  on: string | null
  by: string
  purposes: Purpose[]
  retain_until: string | null
  market: string | null
  tags: string[]
  source: string | null
}

export interface Done {
  counts: PeopleCounts
  change: number | null
  people: string[]
  undone: boolean
}

const none = (): Choices => ({
  encoding: null,
  sheet: null,
  header_row: null,
  mapping: null,
  date_orders: {},
  country: null,
  undecided: null,
  notice: null,
  on: null,
  by: '',
  purposes: [],
  retain_until: null,
  market: null,
  tags: [],
  source: null,
})

class IntakeDesk {
  file = $state.raw<ChosenPeople | null>(null)
  choices = $state.raw<Choices>(none())
  corrections = $state.raw<readonly CellCorrection[]>([])
  decisions = $state.raw<readonly RowDecision[]>([])
  only = $state<PersonVerdict | null>(null)
  preview = $state.raw<PeoplePreview | null>(null)
  error = $state.raw<CallError | null>(null)
  work = $state<'reading' | 'writing' | null>(null)
  done = $state.raw<Done | null>(null)
  #reading = 0

  readonly rows: RowWindow<PersonImportRow> = new RowWindow<PersonImportRow>(
    (from, rows) => this.#read(from, rows),
    (row) => String(row.row),
  )

  /** What is asked of the backend, but for the window; null before a file is chosen. */
  request = $derived.by((): PreviewPeople | null =>
    this.file
      ? {
          file: this.file.file,
          language: lang(),
          ...this.choices,
          corrections: [...this.corrections],
          decisions: [...this.decisions],
        }
      : null,
  )

  ready = $derived(
    this.work !== 'writing' &&
      this.error === null &&
      this.done === null &&
      this.preview?.answered === true &&
      this.preview.counts.adds + this.preview.counts.changes > 0,
  )

  async #read(from: number, rows: number) {
    const { request } = this
    if (!request) return { fitting: 0, rows: [] }
    const before = this.error
    this.#reading += 1
    this.work ??= 'reading'
    try {
      const preview = await api.people.import_preview({ ...request, from, rows, only: this.only })
      this.preview = preview
      // What went wrong since, somewhere else, is not made good by this.
      if (this.error === before) this.error = null
      return { fitting: preview.fitting, rows: preview.rows }
    } catch (thrown) {
      const error = CallError.from(thrown)
      if (error.code === 'no_such_choice') this.clear()
      this.error = error
      throw thrown
    } finally {
      this.#reading -= 1
      if (this.#reading === 0 && this.work === 'reading') this.work = null
    }
  }

  /** Reads again what is asked now. */
  read(): void {
    if (this.request && !this.done) this.rows.again()
  }

  take(file: ChosenPeople | null | undefined): void {
    if (!file) return
    this.clear()
    this.file = file
  }
  async choose(): Promise<void> {
    this.take(await edit(() => api.people.import_choose()))
  }
  async paste(text: string): Promise<void> {
    this.take(
      await edit(() => api.people.import_paste({ text }), { onerror: (error) => (this.error = error) }),
    )
  }

  clear(): void {
    this.file = null
    this.preview = null
    this.choices = none()
    this.corrections = []
    this.decisions = []
    this.only = null
    this.error = null
    this.done = null
    this.work = null
  }

  answer(changes: Partial<Choices>): void {
    this.choices = { ...this.choices, ...changes }
  }
  /** Another reading of the bytes: what was said about the former cells no longer holds. */
  reread(changes: Partial<Pick<Choices, 'encoding' | 'sheet' | 'header_row'>>): void {
    this.corrections = []
    this.decisions = []
    this.answer({ mapping: null, date_orders: {}, ...changes })
  }

  /** Writes a cell otherwise; `null` takes the file's again. */
  correct(row: number, column: number, text: string | null): void {
    const others = this.corrections.filter((one) => one.row !== row || one.column !== column)
    this.corrections = text === null ? others : [...others, { row, column, text }]
  }
  corrected(row: number, column: number): boolean {
    return this.corrections.some((one) => one.row === row && one.column === column)
  }

  /** Decides about a row; the same decision again takes it back. */
  decide(row: number, act: RowAct, person: string | null = null): void {
    const former = this.decisions.find((one) => one.row === row)
    const others = this.decisions.filter((one) => one.row !== row)
    const again = former?.act === act && (former.person ?? null) === person
    this.decisions = again ? others : [...others, { row, act, person }]
  }

  async commit(): Promise<void> {
    const { request, preview } = this
    if (!request || !preview || !this.ready) return
    this.work = 'writing'
    const imported = await edit(
      () => api.people.import_commit({ ...request, fingerprint: preview.fingerprint }),
      { onerror: (error) => (this.error = error) },
    )
    if (imported)
      this.done = {
        counts: imported.counts,
        change: imported.change,
        people: imported.people,
        undone: false,
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

  /** From the result back to the rows. */
  again(): void {
    this.done = null
    this.error = null
    this.rows.again()
  }

  get trouble(): string | null {
    return this.error ? errorText(this.error) : null
  }
}

export const desk = new IntakeDesk()
