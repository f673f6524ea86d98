import { expect, test } from 'vitest'
import { beside } from './beside'

test('the columns on one side come in the order in which one goes over them', () => {
  const columns = ['nominated', 'approved', 'invited', 'closed']
  expect(beside(columns, 'approved', 1)).toEqual(['invited', 'closed'])
  expect(beside(columns, 'invited', -1)).toEqual(['approved', 'nominated'])
  expect(beside(columns, 'closed', 1)).toEqual([])
})
