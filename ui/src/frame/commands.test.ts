import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { allCommands, handleKey, provide, type Command } from './commands.svelte'
import { ariaKeys, chordOf, isComposing, keycaps } from './keys'

const press = (
  key: string,
  options: KeyboardEventInit & { keyCode?: number } = {},
  target: EventTarget = document.body,
) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  if (options.keyCode) Object.defineProperty(event, 'keyCode', { value: options.keyCode })
  Object.defineProperty(event, 'target', { value: target })
  return handleKey(event)
}

let stop: () => void
let ran: string[]
const command = (id: string, keys: string[], more: Partial<Command> = {}): Command => ({
  id,
  words: 'frame.search',
  group: 'here',
  keys,
  run: () => ran.push(id),
  ...more,
})

beforeEach(() => {
  ran = []
  stop = provide([
    command('programme', ['g p']),
    command('new', ['n']),
    command('palette', ['mod+k'], { inText: true }),
    command('undo', ['mod+z'], { when: () => ran.length < 3 }),
    command('keys', ['?']),
  ])
})
afterEach(() => stop())

describe('the keyboard', () => {
  it('runs a sequence, and nothing for its first key alone', () => {
    expect(press('g')).toBe(true)
    expect(ran).toEqual([])
    expect(press('p')).toBe(true)
    expect(ran).toEqual(['programme'])
  })

  it('forgets a sequence that goes elsewhere, and takes the key for itself', () => {
    press('g')
    press('n')
    expect(ran).toEqual(['new'])
  })

  it('leaves keys to a field that is typed in, but for those that say so', () => {
    const field = document.createElement('input')
    expect(press('n', {}, field)).toBe(false)
    expect(press('z', { ctrlKey: true }, field)).toBe(false)
    expect(press('k', { ctrlKey: true }, field)).toBe(true)
    expect(ran).toEqual(['palette'])
  })

  it('never takes a key of an input method, in either guise', () => {
    expect(press('n', { isComposing: true })).toBe(false)
    expect(press('Enter', { keyCode: 229 })).toBe(false)
    expect(isComposing(new KeyboardEvent('keydown', { key: 'n' }))).toBe(false)
  })

  it('does nothing where it cannot be done', () => {
    for (let i = 0; i < 5; i += 1) press('z', { ctrlKey: true })
    expect(ran).toEqual(['undo', 'undo', 'undo'])
  })

  it('lets the latest of a name cover the former while it is there', () => {
    const away = provide([command('new', ['n'], { run: () => ran.push('new event') })])
    press('n')
    away()
    press('n')
    expect(ran).toEqual(['new event', 'new'])
    expect(allCommands().filter((one) => one.id === 'new')).toHaveLength(1)
  })

  it('keeps quiet while a menu holds the keys', () => {
    const menu = document.createElement('div')
    menu.dataset.holdsKeys = ''
    document.body.append(menu)
    expect(press('n')).toBe(false)
    menu.remove()
    expect(press('n')).toBe(true)
  })
})

describe('the name of a key', () => {
  it('is the sign itself, whichever keyboard needs Shift for it', () => {
    const event = (key: string, more: KeyboardEventInit = {}) =>
      chordOf(new KeyboardEvent('keydown', { key, ...more }), false)
    expect(event('?', { shiftKey: true })).toBe('?')
    expect(event('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+z')
    expect(event('ArrowLeft', { altKey: true })).toBe('alt+arrowleft')
    expect(event('Shift', { shiftKey: true })).toBe('')
  })

  it('is shown as printed on the keys', () => {
    vi.stubGlobal('navigator', { platform: 'Linux' })
    expect(keycaps('g p')).toEqual([['G'], ['P']])
    expect(keycaps('mod+shift+z')).toEqual([['Ctrl', 'Shift', 'Z']])
    expect(keycaps('mod++')).toEqual([['Ctrl', '+']])
    expect(ariaKeys('mod+k')).toBe('Control+K')
    expect(ariaKeys('g p')).toBeUndefined()
    vi.unstubAllGlobals()
  })
})
