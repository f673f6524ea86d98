// Something on its way to another time. Nothing is stored until it is let go; meanwhile the backend says when it
// would be, there and in Hong Kong, and what the checks would say.
import { ask } from '$api/client'
import type { FindingView, MissionMoved, MoveEvent, ShownSpan } from '$api/types'
import { edit } from '$frame/session.svelte'
import { errorText } from '$frame/errors'
import { t } from '$words'

export interface Target {
  kind: 'event' | 'mission'
  id: string
  title: string
}

/** By days and minutes of wall time, or to new wall ends. */
export type Wish = { days: number; minutes: number } | { start: string; end: string }

export interface Verdict {
  span?: ShownSpan | null
  days?: { from: string; until: string }
  adjusted?: MissionMoved['adjusted']
  findings: FindingView[]
}

const WAIT_MS = 60

export class Move {
  target = $state.raw<Target | undefined>()
  wish = $state.raw<Wish>({ days: 0, minutes: 0 })
  /** By key or by pointer: a key's move says how it is kept and left. */
  by = $state<'key' | 'pointer'>('key')
  verdict = $state.raw<Verdict | undefined>()
  /** The verdict is of an earlier wish. */
  stale = $state(false)
  failed = $state<string | undefined>()
  #turn = 0
  /** The question whose answer is shown. */
  #answered = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  get days(): number {
    return 'days' in this.wish ? this.wish.days : 0
  }
  get minutes(): number {
    return 'minutes' in this.wish ? this.wish.minutes : 0
  }
  get still(): boolean {
    return 'days' in this.wish && this.wish.days === 0 && this.wish.minutes === 0
  }

  begin(target: Target, by: 'key' | 'pointer'): void {
    if (this.target?.id === target.id && this.target.kind === target.kind) return
    this.abandon()
    this.target = target
    this.by = by
    this.verdict = undefined
    this.wishFor({ days: 0, minutes: 0 })
  }

  /** Adds to the wish: each press of a key. */
  push(days: number, minutes: number): void {
    const total = this.days * 1440 + this.minutes + days * 1440 + minutes
    const whole = Math.trunc(total / 1440)
    this.wishFor({ days: whole, minutes: total - whole * 1440 })
  }

  wishFor(wish: Wish): void {
    if (!this.target || (this.verdict && JSON.stringify(wish) === JSON.stringify(this.wish))) return
    this.wish = wish
    this.stale = true
    // A drag that does not pause is answered on its way, too.
    this.#timer ??= setTimeout(() => void this.#preview(), WAIT_MS)
  }

  async #preview(): Promise<void> {
    this.#timer = undefined
    const { target } = this
    if (!target) return
    const turn = ++this.#turn
    const late = () => turn < this.#answered || this.target !== target
    try {
      const verdict =
        target.kind === 'event' ? await this.#previewEvent(target) : await this.#previewMission(target)
      if (late()) return
      this.verdict = verdict
      this.failed = undefined
    } catch (thrown) {
      if (late()) return
      this.verdict = undefined
      this.failed = errorText(thrown)
    }
    this.#answered = turn
    this.stale = turn !== this.#turn || this.#timer !== undefined
  }

  #request(target: Target): MoveEvent {
    const { wish } = this
    return 'days' in wish ? { id: target.id, by: wish } : { id: target.id, at: wish }
  }

  async #previewEvent(target: Target): Promise<Verdict> {
    const preview = await ask('events.preview_move', this.#request(target))
    return { span: preview.span, findings: preview.findings }
  }

  async #previewMission(target: Target): Promise<Verdict> {
    const moved = await ask('missions.preview_shift', { id: target.id, days: this.days })
    return {
      days: { from: moved.from, until: moved.until },
      adjusted: moved.adjusted,
      findings: moved.findings,
    }
  }

  abandon(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.target = undefined
    this.verdict = undefined
    this.failed = undefined
    this.stale = false
    this.wish = { days: 0, minutes: 0 }
  }

  /** Stores the wish; undo is in the message that follows. */
  async commit(): Promise<void> {
    const { target } = this
    if (!target) return
    if (this.still || (target.kind === 'mission' && this.days === 0)) return this.abandon()
    const done = t('programme.move.done', { title: target.title })
    const request = this.#request(target)
    const shift = { id: target.id, days: this.days }
    this.abandon()
    if (target.kind === 'event') await edit(() => ask('events.move', request), { done })
    else await edit(() => ask('missions.shift', shift), { done })
  }
}
