// What part of the timeline is on the screen, at which scale, and how it is moved. Scrolling is the browser’s; what
// is drawn follows in steps of a few hundred pixels, so that most frames of a scroll draw nothing anew.
import { tick } from 'svelte'
import type { Day } from '../time/days'
import { Scale, clampScale, scaleFor, type Zoom } from './scale'

/** Width of the rows' names, height of the header and of the months' counts. */
export const LABELS = 168
export const HEAD = 52
export const FOOT = 34
const STEP = 128

export interface Box {
  x0: number
  x1: number
  y0: number
  y1: number
}

export class TimelineWindow {
  element: HTMLElement | undefined
  /** Size of the scrolled area on screen. */
  width = $state(960)
  height = $state(600)
  dayPx = $state(0)
  origin = $state<Day>(0)
  /** What to draw: what is seen and a margin, in steps. */
  box = $state.raw<Box>({ x0: 0, x1: 1536, y0: 0, y1: 1024 })
  readonly scale = $derived(new Scale(this.origin, this.dayPx || 2.5))

  get surfaceWidth(): number {
    return Math.max(200, this.width - LABELS)
  }

  /** Hears size and scroll of the element; the answer stops. */
  attach(element: HTMLElement): () => void {
    this.element = element
    const sized = new ResizeObserver(() => this.#measure())
    sized.observe(element)
    const scrolled = () => this.#look()
    element.addEventListener('scroll', scrolled, { passive: true })
    this.#measure()
    return () => {
      sized.disconnect()
      element.removeEventListener('scroll', scrolled)
      this.element = undefined
    }
  }

  #measure(): void {
    if (!this.element) return
    this.width = this.element.clientWidth
    this.height = this.element.clientHeight
    this.#look()
  }

  #look(): void {
    const { element, box } = this
    if (!element) return
    const x0 = Math.max(0, (Math.floor(element.scrollLeft / STEP) - 1) * STEP)
    const y0 = Math.max(0, (Math.floor(element.scrollTop / STEP) - 1) * STEP)
    const x1 = (Math.ceil((element.scrollLeft + this.surfaceWidth) / STEP) + 1) * STEP
    const y1 = (Math.ceil((element.scrollTop + this.height - HEAD) / STEP) + 1) * STEP
    if (x0 !== box.x0 || x1 !== box.x1 || y0 !== box.y0 || y1 !== box.y1) this.box = { x0, x1, y0, y1 }
  }

  /** The day in the middle of the screen, with its fraction. */
  get middle(): number {
    return this.scale.dayAt((this.element?.scrollLeft ?? 0) + this.surfaceWidth / 2)
  }

  /** Puts a day at a place of the surface, by default its middle. */
  show(day: number, at = this.surfaceWidth / 2): void {
    this.element?.scrollTo({ left: this.scale.xOfDay(day) - at, behavior: 'instant' })
    this.#look()
  }

  /** Changes the scale; the day at `at` pixels from the surface's left edge stays there. */
  async zoomTo(dayPx: number, at = this.surfaceWidth / 2): Promise<void> {
    const next = clampScale(dayPx)
    if (!this.element || next === this.dayPx) return
    const day = this.scale.dayAt(this.element.scrollLeft + at)
    this.dayPx = next
    // The surface has to have its new width before it can be scrolled there.
    await tick()
    this.show(day, at)
  }

  zoomBy(factor: number, at?: number): Promise<void> {
    return this.zoomTo(this.dayPx * factor, at)
  }

  zoomToNamed(zoom: Zoom, at?: number): Promise<void> {
    return this.zoomTo(scaleFor(zoom, this.surfaceWidth), at)
  }

  /** Scrolls no more than needed to have a box in sight, with a margin. */
  reveal(x: number, y: number, width: number, height: number, margin = 48): void {
    const { element } = this
    if (!element) return
    let { scrollLeft: left, scrollTop: top } = element
    const seenHeight = this.height - HEAD - FOOT
    if (x - margin < left) left = x - margin
    else if (x + Math.min(width, 240) + margin > left + this.surfaceWidth)
      left = x + Math.min(width, 240) + margin - this.surfaceWidth
    if (y - 8 < top) top = y - 36
    else if (y + height + 8 > top + seenHeight) top = y + height + 12 - seenHeight
    if (left !== element.scrollLeft || top !== element.scrollTop)
      element.scrollTo({ left, top, behavior: 'instant' })
    this.#look()
  }

  scrollBy(dx: number, dy: number): void {
    this.element?.scrollBy({ left: dx, top: dy, behavior: 'instant' })
  }

  /** From a place on the screen to a place on the surface. */
  local(clientX: number, clientY: number): { x: number; y: number } {
    const { element } = this
    if (!element) return { x: 0, y: 0 }
    const box = element.getBoundingClientRect()
    return {
      x: clientX - box.left - LABELS + element.scrollLeft,
      y: clientY - box.top - HEAD + element.scrollTop,
    }
  }

  /** From a place on the surface to a place on the screen. */
  screen(x: number, y: number, width: number, height: number): DOMRect {
    const box = this.element?.getBoundingClientRect() ?? new DOMRect()
    const left = box.left + LABELS + x - (this.element?.scrollLeft ?? 0)
    const top = box.top + HEAD + y - (this.element?.scrollTop ?? 0)
    return new DOMRect(Math.max(left, box.left + LABELS), top, width, height)
  }
}
