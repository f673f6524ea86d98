// Carrying cards with the pointer. Pointer events, not HTML5 drag and drop, which WebKitGTK breaks; the same
// for board, seating plan and visits.

/** So far the pointer moves before a press becomes a carry. */
const SLACK = 6
/** A carry this close to the edge scrolls what lies there. */
const EDGE = 48
const SCROLL_STEP = 14

export interface Load {
  /** What is carried. */
  ids: readonly string[]
  /** What is said of it beside the pointer. */
  label: string
}

export class Carry {
  /** What is being carried. */
  load = $state.raw<Load | undefined>()
  /** Where the pointer is, in the window. */
  at = $state.raw({ x: 0, y: 0 })
  /** The target below the pointer: the value of its `data-drop`. */
  over = $state<string | undefined>()
  #pressed: { x: number; y: number; id: number; load: () => Load } | undefined
  #scroller: () => HTMLElement | undefined
  #drop: (load: Load, target: string) => unknown
  #frame = 0
  /** A carry has just ended: the click that follows is not one. */
  ended = false

  constructor(drop: (load: Load, target: string) => unknown, scroller: () => HTMLElement | undefined) {
    this.#drop = drop
    this.#scroller = scroller
  }

  press(event: PointerEvent, load: () => Load): void {
    if (event.button !== 0) return
    this.ended = false
    this.#pressed = { x: event.clientX, y: event.clientY, id: event.pointerId, load }
    window.addEventListener('pointermove', this.#move)
    window.addEventListener('pointerup', this.#up)
    window.addEventListener('pointercancel', this.cancel)
    window.addEventListener('keydown', this.#key, true)
  }

  #move = (event: PointerEvent): void => {
    const from = this.#pressed
    if (!from || event.pointerId !== from.id) return
    if (!this.load) {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLACK) return
      this.load = from.load()
      getSelection()?.removeAllRanges()
      this.#frame = requestAnimationFrame(this.#scroll)
    }
    event.preventDefault()
    this.at = { x: event.clientX, y: event.clientY }
    const target = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<HTMLElement>('[data-drop]')
    this.over = target?.dataset.drop
  }

  #scroll = (): void => {
    const scroller = this.#scroller()
    if (!this.load || !scroller) return
    const box = scroller.getBoundingClientRect()
    const { x, y } = this.at
    if (x < box.left + EDGE) scroller.scrollLeft -= SCROLL_STEP
    else if (x > box.right - EDGE) scroller.scrollLeft += SCROLL_STEP
    if (y < box.top + EDGE) scroller.scrollTop -= SCROLL_STEP
    else if (y > box.bottom - EDGE) scroller.scrollTop += SCROLL_STEP
    this.#frame = requestAnimationFrame(this.#scroll)
  }

  #up = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pressed?.id) return
    const { load, over } = this
    this.ended = load !== undefined
    this.#release()
    if (load && over !== undefined) void this.#drop(load, over)
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.load) return
    event.preventDefault()
    event.stopPropagation()
    this.cancel()
  }

  cancel = (): void => {
    this.ended = this.load !== undefined
    this.#release()
  }

  #release(): void {
    cancelAnimationFrame(this.#frame)
    window.removeEventListener('pointermove', this.#move)
    window.removeEventListener('pointerup', this.#up)
    window.removeEventListener('pointercancel', this.cancel)
    window.removeEventListener('keydown', this.#key, true)
    this.#pressed = undefined
    this.load = undefined
    this.over = undefined
  }
}
