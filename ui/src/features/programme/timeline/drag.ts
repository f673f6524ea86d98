// Pointers on the timeline: on an item a move, on the ground a pan. Pointer events throughout; the drag and drop of
// HTML5 does not work in WebKitGTK.
import type { Move } from '../move/move.svelte'
import { EdgeScroll } from './edge'
import { type Layout, linesBetween } from './layout'
import { type Found, find, itemsOf, markAt } from './walk'
import { FOOT, HEAD, LABELS, type TimelineWindow } from './window.svelte'

interface Wanted {
  view: () => TimelineWindow
  layout: () => Layout
  /** Selects what was pressed, once it is let go: the inspector that opens narrows the surface. */
  pick: (found: Found) => void
  /** Selects what was dragged, which is on its way to another place. */
  dropped: (found: Found) => void
  leave: () => void
  open: (found: Found) => void
  hover: (found: Found | undefined) => void
  move: Move
}

/** Farther than this from where it was pressed, a press is a drag. */
const SLACK = 4
const HOVER_MS = 350

export class Drag {
  #timer: ReturnType<typeof setTimeout> | undefined
  #hovered: string | undefined

  constructor(private readonly wanted: Wanted) {}

  #at(event: PointerEvent | MouseEvent): Found | undefined {
    const layout = this.wanted.layout()
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null
    if (target) return find(layout, target.dataset.kind ?? '', target.dataset.id ?? '', target.dataset.row)
    if (layout.detail !== 'mark') return undefined
    const { x, y } = this.wanted.view().local(event.clientX, event.clientY)
    const line = linesBetween(layout.lines, y, y + 1)[0]
    if (line?.kind !== 'row') return undefined
    const mark = markAt(line, x, y - line.top)
    return mark && itemsOf(line).find((item) => item.mark === mark)
  }

  #onPlane(event: PointerEvent | MouseEvent): boolean {
    const view = this.wanted.view()
    const box = view.element?.getBoundingClientRect()
    if (!box) return false
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    // Scroll bars, header, names and foot are not the plane.
    return x > LABELS && x < view.width && y > HEAD && y < view.height - FOOT
  }

  down(event: PointerEvent): void {
    if (event.button !== 0 || !this.#onPlane(event)) return
    const found = this.#at(event)
    this.out()
    event.preventDefault()
    if (found) this.#carry(event, found)
    else this.#pan(event)
  }

  double(event: MouseEvent): void {
    const found = this.#onPlane(event) ? this.#at(event) : undefined
    if (found) this.wanted.open(found)
  }

  #carry(pressed: PointerEvent, found: Found): void {
    const view = this.wanted.view()
    const { move } = this.wanted
    const from = view.local(pressed.clientX, pressed.clientY).x
    const title = found.bar?.item.mission.title ?? found.mark!.item.event.title
    let last = pressed
    let frame = 0
    let carrying = false
    const edge = new EdgeScroll()
    const sides = () => {
      const box = view.element?.getBoundingClientRect()
      return box && ([box.left + LABELS, box.left + view.width] as const)
    }
    const see = (event: PointerEvent) => {
      const between = sides()
      if (between) edge.see(event.clientX, ...between)
    }
    see(pressed)
    const follow = () => {
      const { days, minutes } = this.wanted
        .layout()
        .scale.step(view.local(last.clientX, last.clientY).x - from)
      move.wishFor({ days, minutes: found.kind === 'mission' ? 0 : minutes })
    }
    // Near an edge the surface goes on by itself, the faster the nearer.
    const scroll = (now: number) => {
      const between = sides()
      if (!between || !carrying || !move.target) return
      const by = edge.step(last.clientX, ...between, now)
      if (by !== 0) {
        view.scrollBy(by, 0)
        follow()
      }
      frame = requestAnimationFrame(scroll)
    }
    const moved = (event: PointerEvent) => {
      if (event.pointerId !== pressed.pointerId) return
      last = event
      if (!carrying) {
        if (Math.abs(event.clientX - pressed.clientX) < SLACK) return
        carrying = true
        move.begin({ kind: found.kind, id: found.id, title }, 'pointer')
        frame = requestAnimationFrame(scroll)
      }
      if (!move.target) return stop()
      see(event)
      follow()
    }
    const up = (event: PointerEvent) => {
      if (event.pointerId !== pressed.pointerId) return
      stop()
      if (!carrying) return this.wanted.pick(found)
      // Escape has put it back meanwhile.
      if (!move.target) return
      void move.commit()
      this.wanted.dropped(found)
    }
    const lost = () => {
      stop()
      if (carrying) move.abandon()
    }
    const stop = () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', lost)
    }
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', lost)
  }

  #pan(pressed: PointerEvent): void {
    const view = this.wanted.view()
    let [x, y] = [pressed.clientX, pressed.clientY]
    let panning = false
    const moved = (event: PointerEvent) => {
      if (!panning && Math.hypot(event.clientX - x, event.clientY - y) < SLACK) return
      panning = true
      view.scrollBy(x - event.clientX, y - event.clientY)
      ;[x, y] = [event.clientX, event.clientY]
    }
    const up = () => {
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      if (!panning) this.wanted.leave()
    }
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
  }

  over(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons) return
    const found = this.#onPlane(event) ? this.#at(event) : undefined
    const view = this.wanted.view()
    if (view.element) view.element.style.cursor = found ? 'pointer' : ''
    const id = found && `${found.line.row.row.key} ${found.id}`
    if (id === this.#hovered) return
    this.out()
    this.#hovered = id
    if (found) this.#timer = setTimeout(() => this.wanted.hover(found), HOVER_MS)
  }

  out(): void {
    clearTimeout(this.#timer)
    this.#hovered = undefined
    this.wanted.hover(undefined)
  }
}
