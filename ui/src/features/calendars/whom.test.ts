import { describe, expect, it } from 'vitest'
import type { CalendarPage } from '$api/types'
import { beginningFor, recipientsOf } from './whom'

const page = (waiting: number[], issues = 1) =>
  ({
    recipients: waiting.map((n, at) => ({ recipient: { id: `r${at}` }, waiting: n })),
    issues: Array.from({ length: issues }, () => ({})),
  }) as unknown as CalendarPage

describe('an issue', () => {
  it('begins with the whole for all, later with the changes for those who lack them', () => {
    expect(beginningFor(page([3, 3], 0), undefined, [])).toMatchObject({ kind: 'whole', whom: 'all' })
    expect(beginningFor(page([3, 0]), undefined, [])).toMatchObject({ kind: 'changes', whom: 'behind' })
    expect(beginningFor(page([3, 0]), 'whole', ['r1'])).toMatchObject({ kind: 'whole', whom: 'some' })
  })
  it('goes to whom it says, never to somebody removed', () => {
    expect(recipientsOf(page([3, 0]), 'behind', [])).toEqual(['r0'])
    expect(recipientsOf(page([3, 0]), 'some', ['r1', 'gone'])).toEqual(['r1'])
  })
})
