// How a drag near the left or the right edge carries the surface on. It waits until the pointer has been away from
// both edges: what is pressed beside an edge would otherwise run off at once.

/** Width of the zone along each edge, in pixels. */
export const EDGE = 40
/** Pixels a second with the pointer at the edge itself, or past it. */
export const FASTEST = 600
/** A frame that came late counts for no more than this. */
const LONGEST_MS = 100

export class EdgeScroll {
  #armed = false
  #last: number | undefined
  /** Part of a pixel that was not scrolled yet; some engines scroll by whole pixels only. */
  #rest = 0

  /** Notes where the pointer is between `left` and `right`; answers how deep it is in a zone, -1 to 1. */
  see(x: number, left: number, right: number): number {
    const [from, until] = [left + EDGE, right - EDGE]
    if (from >= until) return 0
    const deep = x < from ? x - from : x > until ? x - until : 0
    if (deep === 0) this.#armed = true
    return Math.max(-1, Math.min(1, deep / EDGE))
  }

  /** Whole pixels to scroll by in the frame at `now`, in milliseconds. */
  step(x: number, left: number, right: number, now: number): number {
    const deep = this.see(x, left, right)
    const elapsed = Math.min(LONGEST_MS, now - (this.#last ?? now))
    this.#last = now
    if (!this.#armed || deep === 0) {
      this.#rest = 0
      return 0
    }
    const wanted = this.#rest + (deep * FASTEST * elapsed) / 1000
    const whole = Math.trunc(wanted)
    this.#rest = wanted - whole
    return whole
  }
}
