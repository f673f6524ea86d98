import { expect, test } from 'vitest'
import type { FunnelPart, InvitationStatus } from '$api/types'
import { byStatus, columnsOf, mayBecome, reached, STATUSES, type Guest } from './statuses'

const part = (status: InvitationStatus, invitations: number): FunnelPart => ({
  status,
  invitations,
  people: invitations,
})
const row = (id: string, status: InvitationStatus, next: InvitationStatus[], place: number | null = null) =>
  ({
    id,
    status,
    waiting_place: place,
    next: next.map((to) => ({ to, why_not: to === 'accepted' ? { code: 'full', params: {} } : null })),
  }) as unknown as Guest

test('columns of afterwards are there once the event is over, or somebody stands there', () => {
  const funnel = [part('invited', 3), part('attended', 0)]
  expect(columnsOf(funnel, false)).not.toContain('attended')
  expect(columnsOf(funnel, true)).toContain('no_show')
  expect(columnsOf([part('attended', 1)], false)).toContain('attended')
})

test('each figure of the way holds the next one', () => {
  const funnel = STATUSES.map((status) => part(status, 1))
  const { asked, answered, yes, came } = reached(funnel)
  expect([asked, answered, yes, came]).toEqual([10, 8, 5, 2])
})

test('a step that has a reason against it cannot be taken', () => {
  const one = row('a', 'invited', ['accepted', 'declined'])
  expect(mayBecome(one, 'accepted')).toBe(false)
  expect(mayBecome(one, 'declined')).toBe(true)
  expect(mayBecome(one, 'attended')).toBe(false)
})

test('who waits stands in the order of the wait-list', () => {
  const lists = byStatus([row('b', 'wait_listed', [], 2), row('a', 'wait_listed', [], 1)])
  expect(lists.get('wait_listed')?.map((one) => one.id)).toEqual(['a', 'b'])
})
