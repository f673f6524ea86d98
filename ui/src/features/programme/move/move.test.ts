import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const ask = vi.hoisted(() => vi.fn())
vi.mock('$api/client', () => ({ ask }))
vi.mock('$frame/session.svelte', () => ({ edit: (run: () => Promise<unknown>) => run() }))
vi.mock('$frame/errors', () => ({ errorText: String }))

import { Move } from './move.svelte'

const target = { kind: 'event' as const, id: 'e', title: 'Seminar' }
const verdict = (days: number) => ({ span: null, findings: [], days })

beforeEach(() => {
  vi.useFakeTimers()
  ask
    .mockReset()
    .mockImplementation(async (_route: string, request: { by: { days: number } }) =>
      verdict(request.by?.days),
    )
})
afterEach(() => vi.useRealTimers())

describe('a move', () => {
  it('adds up presses of a key and asks once they pause', async () => {
    const move = new Move()
    move.begin(target, 'key')
    move.push(1, 0)
    move.push(1, -30)
    await vi.advanceTimersByTimeAsync(100)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(ask).toHaveBeenCalledWith('events.preview_move', { id: 'e', by: { days: 1, minutes: 1410 } })
  })
  it('shows the latest answer even if an earlier one comes after it', async () => {
    const move = new Move()
    const answers: ((value: unknown) => void)[] = []
    ask.mockImplementation(() => new Promise((done) => answers.push(done)))
    move.begin(target, 'pointer')
    await vi.advanceTimersByTimeAsync(100)
    move.wishFor({ days: 3, minutes: 0 })
    await vi.advanceTimersByTimeAsync(100)
    answers[1]!({ span: null, findings: ['late'] })
    await vi.advanceTimersByTimeAsync(0)
    answers[0]!({ span: null, findings: ['early'] })
    await vi.advanceTimersByTimeAsync(0)
    expect(move.verdict?.findings).toEqual(['late'])
  })
  it('asks on its way while a drag does not pause, and shows those answers', async () => {
    const move = new Move()
    move.begin(target, 'pointer')
    for (let i = 1; i <= 10; i += 1) {
      move.wishFor({ days: i, minutes: 0 })
      await vi.advanceTimersByTimeAsync(30)
    }
    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(4)
    expect(ask.mock.calls.length).toBeLessThanOrEqual(6)
    expect(move.verdict).toBeDefined()
    await vi.advanceTimersByTimeAsync(100)
    expect(ask).toHaveBeenLastCalledWith('events.preview_move', { id: 'e', by: { days: 10, minutes: 0 } })
    expect(move.stale).toBe(false)
  })
  it('stores nothing when it is abandoned or ends where it began', async () => {
    const move = new Move()
    move.begin(target, 'key')
    move.push(1, 0)
    move.abandon()
    await vi.advanceTimersByTimeAsync(100)
    move.begin(target, 'key')
    move.push(1, 0)
    move.push(-1, 0)
    await move.commit()
    expect(ask).not.toHaveBeenCalledWith('events.move', expect.anything())
  })
  it('stores what was wished for, also before the checks have answered', async () => {
    const move = new Move()
    move.begin(target, 'key')
    move.push(0, 15)
    await move.commit()
    expect(ask).toHaveBeenCalledWith('events.move', { id: 'e', by: { days: 0, minutes: 15 } })
    expect(move.target).toBeUndefined()
  })
  it('shifts a mission by whole days', async () => {
    const move = new Move()
    move.begin({ ...target, kind: 'mission' }, 'key')
    move.push(7, 0)
    await move.commit()
    expect(ask).toHaveBeenCalledWith('missions.shift', { id: 'e', days: 7 })
  })
})
