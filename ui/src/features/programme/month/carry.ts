// Dragging an item over a calendar whose days are elements with `data-day`.
import type { Move, Wish } from '../move/move.svelte'
import type { Item } from './weeks'

interface Carrying {
  move: Move
  item: Item
  title: string
  /** What the pointer asks for at a place; nothing where there is no day. */
  wish: (event: PointerEvent) => Wish | undefined
  /** Selects it, once it is let go: the inspector that opens narrows the days under the pointer. */
  pick: (carried: boolean) => void
}

const SLACK = 4

export function carry(pressed: PointerEvent, { move, item, title, wish, pick }: Carrying): void {
  if (pressed.button !== 0) return
  let carrying = false
  const moved = (event: PointerEvent) => {
    if (event.pointerId !== pressed.pointerId) return
    if (!carrying) {
      if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < SLACK) return
      carrying = true
      move.begin({ kind: item.kind, id: item.id, title }, 'pointer')
    }
    if (!move.target) return stop()
    const wanted = wish(event)
    if (wanted) move.wishFor(wanted)
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pressed.pointerId) return
    stop()
    // Escape has put it back meanwhile.
    if (carrying && !move.target) return
    if (carrying) void move.commit()
    pick(carrying)
  }
  const lost = () => {
    stop()
    if (carrying) move.abandon()
  }
  const stop = () => {
    window.removeEventListener('pointermove', moved)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', lost)
  }
  window.addEventListener('pointermove', moved)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', lost)
}

/** The day under a point of the screen. */
export function dayAt(x: number, y: number): number | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const day = element.closest<HTMLElement>('[data-day]')?.dataset.day
    if (day !== undefined) return Number(day)
  }
  return undefined
}
