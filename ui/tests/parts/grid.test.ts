import { flushSync, mount, tick, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import GridTry from './GridTry.svelte'

let grid: HTMLElement
let instance: Record<string, unknown>
let opened: string[]
let chosen: string[]

function show(count: number) {
  instance = mount(GridTry, {
    target: document.body,
    props: { count, onopen: (row) => opened.push(row.id), onselect: (row) => chosen.push(row.id) },
  })
  flushSync()
  grid = document.querySelector('[role=grid]')!
  grid.dispatchEvent(new FocusEvent('focus'))
}

async function press(key: string, more: KeyboardEventInit = {}) {
  grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await tick()
}
/** As on screen: rows stand in the document in another order. */
const rows = () =>
  [...document.querySelectorAll('.body [role=row]')].sort(
    (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
  )
const active = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')

beforeEach(() => {
  localStorage.clear()
  opened = []
  chosen = []
})
afterEach(() => void unmount(instance))

describe('a grid of a hundred thousand rows', () => {
  it('says how many there are and draws those in sight', () => {
    show(100_000)
    expect(grid.getAttribute('aria-rowcount')).toBe('100001')
    expect(rows().length).toBeGreaterThan(0)
    expect(rows().length).toBeLessThan(60)
  })

  it('draws others when it is scrolled', async () => {
    show(100_000)
    grid.scrollTop = 32 * 70_000
    grid.dispatchEvent(new Event('scroll'))
    await tick()
    expect(rows()[0]?.textContent).toContain('Event 69996')
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('69998')
  })
})

describe('the keyboard in a grid', () => {
  it('moves a cell at a time and selects the row', async () => {
    show(50)
    await press('ArrowDown')
    await press('j')
    await press('ArrowRight')
    expect(active()?.textContent).toContain('48')
    expect(chosen).toEqual(['r1', 'r2', 'r2'])
  })

  it('opens with Enter, but not with the Enter of an input method', async () => {
    show(50)
    await press('ArrowDown')
    await press('Enter', { isComposing: true })
    expect(opened).toEqual([])
    await press('Enter')
    expect(opened).toEqual(['r1'])
  })

  it('sorts from the headings: up, down, as given', async () => {
    show(50)
    await press('ArrowUp')
    await press('ArrowRight')
    expect(active()?.getAttribute('role')).toBe('columnheader')
    await press('Enter')
    expect(active()?.getAttribute('aria-sort')).toBe('ascending')
    expect(rows()[0]?.textContent).toContain('Event 49')
    await press('Enter')
    expect(active()?.getAttribute('aria-sort')).toBe('descending')
    await press('Enter')
    expect(active()?.getAttribute('aria-sort')).toBe('none')
  })

  it('changes a width and keeps it', async () => {
    show(50)
    await press('ArrowUp')
    await press('ArrowRight', { altKey: true })
    expect(JSON.parse(localStorage.getItem('outreach.grid.try') ?? '{}')).toMatchObject({
      widths: { title: 156 },
    })
  })
})
