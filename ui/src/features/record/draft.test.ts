import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Draft, PAUSE_MS } from './draft.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const keeps = () => vi.fn(async (_text: string): Promise<string | undefined> => undefined)

test('a text is kept once, after a pause or at once when the field is left', async () => {
  const keep = keeps()
  const draft = new Draft('KL', keep)
  draft.text = 'KL seminar'
  draft.typed()
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
  expect(keep).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await draft.settle()
  expect(keep.mock.calls).toEqual([['KL seminar']])
  expect(draft.dirty).toBe(false)
})

test('a refused text stays with its reason, and what is stored comes back on request', async () => {
  const draft = new Draft('KL', async () => 'too long')
  draft.text = 'x'.repeat(600)
  await draft.settle()
  expect(draft.why).toBe('too long')
  expect(draft.text).toHaveLength(600)
  expect(draft.stored).toBe('KL')
  draft.restore()
  expect([draft.text, draft.why]).toEqual(['KL', undefined])
})

test('what is being typed is not taken away by a reading from elsewhere', () => {
  const draft = new Draft('KL', keeps())
  draft.text = 'KL sem'
  draft.read('Kuala Lumpur')
  expect(draft.text).toBe('KL sem')
  draft.restore()
  expect(draft.text).toBe('Kuala Lumpur')
  draft.read('KUL')
  expect(draft.text).toBe('KUL')
})

test('what is typed while the former text is on its way is kept afterwards', async () => {
  let done = (_why?: string) => {}
  const keep = vi.fn((_text: string) => new Promise<string | undefined>((resolve) => (done = resolve)))
  const draft = new Draft('', keep)
  draft.text = 'A'
  const first = draft.settle()
  draft.text = 'AB'
  done()
  await first
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  expect(keep.mock.calls).toEqual([['A'], ['AB']])
})
