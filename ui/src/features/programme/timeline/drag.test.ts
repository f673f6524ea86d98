import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Move, Wish } from '../move/move.svelte'
import { Drag } from './drag'
import type { Layout } from './layout'
import { Scale } from './scale'
import { type Found, hasMoved, standingOf } from './walk'
import { LABELS, type TimelineWindow } from './window.svelte'

/** A year on a surface of 1112 px beside the rail; the inspector takes 352 px of it. */
function surface() {
  const mission = { id: 'm', from: 100, mission: { title: 'Roadshow' } }
  const row = { key: 'r' }
  const line = {
    kind: 'row',
    top: 0,
    height: 40,
    bars: [{ item: mission, x: 700, y: 0, width: 60 }],
    marks: [],
    row: { row },
  }
  const scale = new Scale(0, 2.6)
  const layout = { scale, detail: 'mark', lines: [line], height: 40, width: 4000 } as unknown as Layout
  const element = document.createElement('div')
  const bar = document.createElement('button')
  Object.assign(bar.dataset, { kind: 'mission', id: 'm', row: 'r' })
  element.append(bar)
  document.body.append(element)
  const view = {
    element,
    width: 1112,
    height: 600,
    scrolled: 0,
    scrollBy(dx: number) {
      this.scrolled += dx
    },
    local(clientX: number, clientY: number) {
      return { x: clientX - LABELS + this.scrolled, y: clientY }
    },
  }
  const heard: string[] = []
  const move = {
    target: undefined as unknown,
    wish: undefined as Wish | undefined,
    begin(target: unknown) {
      this.target = target
    },
    wishFor(wish: Wish) {
      this.wish = wish
    },
    commit() {
      heard.push('stored')
      this.target = undefined
    },
    abandon() {
      heard.push('put back')
      this.target = undefined
    },
  }
  const drag = new Drag({
    view: () => view as unknown as TimelineWindow,
    layout: () => layout,
    pick: (found) => heard.push(`picked ${found.id}`),
    dropped: (found) => heard.push(`dropped ${found.id}`),
    leave: () => heard.push('left'),
    open: () => heard.push('opened'),
    hover: () => {},
    move: move as unknown as Move,
  })
  element.addEventListener('pointerdown', (event) => drag.down(event))
  const send = (kind: string, x: number) =>
    (kind === 'pointerdown' ? bar : window).dispatchEvent(
      new PointerEvent(kind, { clientX: x, clientY: 80, button: 0, pointerId: 1, bubbles: true }),
    )
  return { view, move, heard, send }
}

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('a drag on the timeline', () => {
  it('selects nothing before the pointer is let go', () => {
    const { heard, send } = surface()
    send('pointerdown', 911)
    send('pointermove', 913)
    expect(heard).toEqual([])
    send('pointerup', 913)
    expect(heard).toEqual(['picked m'])
  })
  it('moves by what the pointer went, also where it was pressed beside the edge and held there', () => {
    const { view, move, heard, send } = surface()
    view.width = 928
    send('pointerdown', 911)
    send('pointermove', 935)
    vi.advanceTimersByTime(3000)
    expect(view.scrolled).toBe(0)
    expect(move.wish).toEqual({ days: 9, minutes: 0 })
    send('pointerup', 935)
    expect(heard).toEqual(['stored', 'dropped m'])
  })
  it('goes on with the surface at an edge it came to from the middle', () => {
    const { view, move, send } = surface()
    send('pointerdown', 700)
    send('pointermove', 1110)
    vi.advanceTimersByTime(1000)
    expect(view.scrolled).toBeGreaterThan(300)
    expect(view.scrolled).toBeLessThanOrEqual(600)
    expect(move.wish).toEqual({ days: Math.round((410 + view.scrolled) / 2.6), minutes: 0 })
    send('pointerup', 1110)
  })
  it('leaves everything as it was when it was put back before it is let go', () => {
    const { move, heard, send } = surface()
    send('pointerdown', 700)
    send('pointermove', 760)
    move.target = undefined
    send('pointerup', 760)
    expect(heard).toEqual([])
  })
})

describe('an item the surface goes to', () => {
  const at = (id: string, from: number) =>
    standingOf({ kind: 'mission', id, bar: { item: { from } } } as Found)
  it('is the selected one at another time, as after an undo; not another one', () => {
    expect(hasMoved(at('m', 100), at('m', 348))).toBe(true)
    expect(hasMoved(at('m', 100), at('m', 100))).toBe(false)
    expect(hasMoved(at('m', 100), at('n', 348))).toBe(false)
    expect(hasMoved(undefined, at('m', 348))).toBe(false)
  })
})
