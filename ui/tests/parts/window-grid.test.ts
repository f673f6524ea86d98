import { flushSync, mount, tick, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Marking } from '$parts/grid'
import WindowTry from './WindowTry.svelte'

let grid: HTMLElement
let instance: Record<string, unknown>
let markings: Marking[]
let saved: [string, string][]
let refusal: string | undefined

async function settle() {
  for (let round = 0; round < 4; round += 1) {
    await Promise.resolve()
    await tick()
  }
  flushSync()
}
async function show(count: number) {
  instance = mount(WindowTry, {
    target: document.body,
    props: {
      count,
      onmark: (marking) => markings.push(marking),
      onsave: (row, text) => {
        saved.push([row.id, text])
        return refusal
      },
    },
  })
  await settle()
  grid = document.querySelector('[role=grid]')!
  grid.dispatchEvent(new FocusEvent('focus'))
}
async function press(key: string, more: KeyboardEventInit = {}) {
  grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await settle()
}
const cell = (line: number, column: number) =>
  document.querySelector<HTMLElement>(`[aria-rowindex="${line + 2}"] [aria-colindex="${column + 1}"]`)

beforeEach(() => {
  localStorage.clear()
  markings = []
  saved = []
  refusal = undefined
})
afterEach(() => void unmount(instance))

describe('a grid that reads its rows', () => {
  it('shows the shape of rows that are not here yet, then the rows', async () => {
    await show(100_000)
    expect(grid.getAttribute('aria-rowcount')).toBe('100001')
    grid.scrollTop = 32 * 70_000
    grid.dispatchEvent(new Event('scroll'))
    flushSync()
    expect(document.querySelectorAll('[aria-busy=true]').length).toBeGreaterThan(0)
    await settle()
    await settle()
    expect(document.querySelectorAll('[role=row][aria-busy=true]').length).toBe(0)
    expect(cell(70_000, 1)?.textContent).toContain('Person 70000')
  })

  it('is at rest with no rows at all', async () => {
    await show(0)
    expect(grid.getAttribute('aria-rowcount')).toBe('1')
  })

  it('says what is wrong with a cell', async () => {
    await show(10)
    expect(cell(2, 1)?.title).toBe('Not a name')
    expect(cell(1, 1)?.hasAttribute('title')).toBe(false)
  })
})

describe('marking rows by keyboard', () => {
  it('marks one, a range from there, and all', async () => {
    await show(50)
    await press('ArrowDown')
    await press(' ')
    await press('ArrowDown', { shiftKey: true })
    await press('ArrowDown', { shiftKey: true })
    await press('a', { ctrlKey: true })
    expect(markings).toEqual([
      { how: 'toggle', line: 1 },
      { how: 'range', from: 1, line: 2 },
      { how: 'range', from: 1, line: 3 },
      { how: 'all' },
    ])
    expect(document.querySelector('[aria-rowindex="3"]')?.getAttribute('aria-selected')).toBe('true')
  })
})

describe('writing into a cell', () => {
  const input = () => document.querySelector<HTMLInputElement>('input.edit')
  async function type(text: string, key: string) {
    const field = input()!
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await settle()
  }

  it('begins with E at the first cell that takes text; Enter keeps it and goes on below', async () => {
    await show(50)
    await press('e')
    expect(input()?.value).toBe('Person 0')
    await type('Person nought', 'Enter')
    expect(saved).toEqual([['r0', 'Person nought']])
    expect(input()).toBeNull()
    expect(grid.getAttribute('aria-activedescendant')).toMatch(/-1-1$/)
  })

  it('Esc writes nothing', async () => {
    await show(50)
    await press('F2')
    await type('never', 'Escape')
    expect(saved).toEqual([])
    expect(input()).toBeNull()
  })

  it('stays where it was refused, and says why', async () => {
    await show(50)
    refusal = 'This is not a name.'
    await press('e')
    await type('?', 'Enter')
    expect(input()?.getAttribute('aria-invalid')).toBe('true')
    expect(document.body.textContent).toContain('This is not a name.')
  })
})
