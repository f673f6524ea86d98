import { expect, it } from 'vitest'
import { PeopleMarks } from './marks.svelte'

const keys = (from: number, rows: number) =>
  Promise.resolve(Array.from({ length: rows === 0 ? 1000 : rows }, (_, index) => `p${from + index}`))
const marks = () => new PeopleMarks(() => 1000, keys)

it('a range marks rows that were never read', async () => {
  const some = marks()
  await some.toggle('p3')
  await some.range(900, 10)
  expect(some.count).toBe(892)
  expect(some.has('p3') && some.has('p10') && some.has('p900')).toBe(true)
  expect(some.has('p9')).toBe(false)
})

it('all who fit are named by the search; all but one by their keys', async () => {
  const all = marks()
  all.everybody()
  expect([all.state, all.count, all.has('p77')]).toEqual(['all', 1000, true])
  expect(all.which('tag:vip', {})).toEqual({ query: 'tag:vip', filter: {} })
  await all.toggle('p77')
  expect([all.state, all.count, all.has('p77')]).toEqual(['some', 999, false])
  expect(all.which('tag:vip', {})).toHaveProperty('ids')
})

it('marks outlive a search, all who fit do not', async () => {
  const some = marks()
  await some.toggle('p1')
  some.searched()
  expect(some.count).toBe(1)
  some.everybody()
  some.searched()
  expect(some.state).toBe('none')
})
