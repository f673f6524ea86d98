import { expect, test } from 'vitest'
import type { Guest } from '../invitees/statuses'
import { choices, usual } from './whom'

const rows = [
  { id: 'a', status: 'short_listed' },
  { id: 'b', status: 'invited' },
] as Guest[]

test('only what is not empty can be chosen', () => {
  expect(choices(rows, [], ['b']).map((one) => one.whom)).toEqual(['late', 'short_listed', 'invited', 'all'])
})

test('those ticked go before what the kind of letter suggests', () => {
  expect(usual('invitation', choices(rows, ['b'], []))).toBe('ticked')
  expect(usual('invitation', choices(rows, [], []))).toBe('short_listed')
  expect(usual('reminder', choices(rows, [], []))).toBe('invited')
  expect(usual('follow_up', choices(rows, [], []))).toBe('all')
  expect(usual('follow_up', [])).toBeUndefined()
})
