import { expect, test } from 'vitest'
import { deedOf, stepped, usualCount } from './desk'

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...more }) as KeyboardEvent

test('Enter checks in, also what a scanner has typed', () => {
  expect(deedOf(press('Enter'), { text: 'K7Q2M9', found: 1 })).toEqual({ do: 'check-in' })
})

test('Esc empties the line first and only then leaves', () => {
  expect(deedOf(press('Escape'), { text: 'cha', found: 3 })).toEqual({ do: 'clear' })
  expect(deedOf(press('Escape'), { text: '', found: 0 })).toEqual({ do: 'leave' })
})

test('a hyphen is part of a name', () => {
  expect(deedOf(press('-'), { text: 'Tai', found: 2 })).toBeUndefined()
  expect(deedOf(press('-', { ctrlKey: true }), { text: 'Tai', found: 2 })).toEqual({ do: 'party', by: -1 })
})

test('a plus counts only where there is somebody to count', () => {
  expect(deedOf(press('+'), { text: '', found: 0 })).toBeUndefined()
  expect(deedOf(press('+'), { text: 'Tai', found: 1 })).toEqual({ do: 'party', by: 1 })
})

test('the whole party is expected, and the rest of one that came in part', () => {
  expect(usualCount({ party: 3, arrived: null })).toBe(3)
  expect(usualCount({ party: 3, arrived: 1 })).toBe(3)
  expect(usualCount({ party: 3, arrived: 4 })).toBe(4)
})

test('a party is counted from one to all who were announced', () => {
  expect(stepped(1, -1, 3)).toBe(1)
  expect(stepped(2, 1, 3)).toBe(3)
  expect(stepped(3, 1, 3)).toBe(3)
})
