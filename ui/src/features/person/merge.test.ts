import { expect, it } from 'vitest'
import type { Comparison } from '$api/types'
import { sideOf, takes } from './merge'

const field = (name: string, suggested: 'keep' | 'drop' | 'both', same = false) => ({
  field: name,
  one: 'a',
  other: 'b',
  same,
  suggested,
  may_both: true,
})
const comparison = {
  one: { person: { id: 'A' } },
  keep: 'A',
  fields: [
    field('post', 'keep'),
    field('chinese', 'drop'),
    field('tags', 'both'),
    field('family', 'keep', true),
  ],
} as unknown as Comparison

it('what nobody said is taken as proposed', () => {
  expect(takes(comparison, 'one', {})).toEqual({ post: 'keep', chinese: 'drop', tags: 'both' })
})

it('keeping the other record takes the same values', () => {
  expect(takes(comparison, 'other', {})).toEqual({ post: 'drop', chinese: 'keep', tags: 'both' })
})

it('a choice goes before the proposal, whichever record is kept', () => {
  expect(takes(comparison, 'one', { post: 'other' }).post).toBe('drop')
  expect(takes(comparison, 'other', { post: 'other' }).post).toBe('keep')
  expect(sideOf(field('x', 'drop'), 'other')).toBe('one')
})
