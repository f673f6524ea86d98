import { describe, expect, it } from 'vitest'
import { deedOf, type Standing } from './grid-keys'

const row = { kind: 'row', key: 'a', row: {} } as const
const group = (open: boolean) => ({ kind: 'group', key: 'g', name: 'Europe', count: 3, open }) as const
const standing = (more: Partial<Standing<object>> = {}): Standing<object> => ({
  at: { line: 4, column: 1 },
  line: row,
  lines: 100,
  columns: 5,
  page: 10,
  ...more,
})
const press = (key: string, now = standing(), more: KeyboardEventInit = {}) =>
  deedOf(new KeyboardEvent('keydown', { key, ...more }), now)

describe('a key in a grid', () => {
  it('moves by a cell, a page, to the ends', () => {
    expect(press('j')).toEqual({ do: 'move', line: 5, column: 1 })
    expect(press('ArrowUp')).toEqual({ do: 'move', line: 3, column: 1 })
    expect(press('PageUp')).toEqual({ do: 'move', line: 0, column: 1 })
    expect(press('End')).toEqual({ do: 'move', line: 4, column: 4 })
    expect(press('End', standing(), { ctrlKey: true })).toEqual({ do: 'move', line: 99, column: 4 })
  })

  it('opens a row, turns a group, sorts by a heading', () => {
    expect(press('Enter')).toEqual({ do: 'open' })
    expect(press('Enter', standing({ line: group(true) }))).toEqual({ do: 'toggle' })
    expect(press('Enter', standing({ at: { line: -1, column: 0 }, line: undefined }))).toEqual({ do: 'sort' })
    expect(press(' ')).toEqual({ do: 'space' })
  })

  it('shuts an open group with the left arrow and opens a shut one with the right', () => {
    expect(press('ArrowLeft', standing({ line: group(true) }))).toEqual({ do: 'toggle' })
    expect(press('ArrowLeft', standing({ line: group(false) }))).toMatchObject({ do: 'move' })
    expect(press('ArrowRight', standing({ line: group(false) }))).toEqual({ do: 'toggle' })
  })

  it('makes a column wider only from its heading', () => {
    const heading = standing({ at: { line: -1, column: 2 }, line: undefined })
    expect(press('ArrowRight', heading, { altKey: true })).toEqual({ do: 'widen', by: 16 })
    expect(press('ArrowRight', standing(), { altKey: true })).toBeUndefined()
  })

  it('leaves to the screen what is not its own', () => {
    expect(press('Enter', standing(), { ctrlKey: true })).toBeUndefined()
    expect(press('k', standing(), { ctrlKey: true })).toBeUndefined()
    expect(press('x')).toBeUndefined()
    expect(press('Enter', standing(), { isComposing: true })).toBeUndefined()
  })
})
