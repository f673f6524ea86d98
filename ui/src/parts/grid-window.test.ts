import { describe, expect, it } from 'vitest'
import { layOut, pagesOf } from './grid-window'

const group = (key: string, count: number) => ({ key, name: key, count })

describe('lines of rows that are not all at hand', () => {
  it('are the rows themselves where nothing is grouped', () => {
    const layout = layOut(100_000, [], new Set())
    expect(layout.length).toBe(100_000)
    expect(layout.at(70_000)).toEqual({ kind: 'row', row: 70_000 })
    expect(layout.lineOf(70_000)).toBe(70_000)
  })

  it('have a heading before each group, and none of the rows of one that is shut', () => {
    const groups = [group('a', 3), group('none', 0), group('b', 2), group('c', 1)]
    const layout = layOut(6, groups, new Set(['b']))
    const said = Array.from({ length: layout.length }, (_, line) => {
      const place = layout.at(line)
      return place.kind === 'row' ? place.row : `${place.group.key}${place.open ? '' : ' shut'}`
    })
    expect(said).toEqual(['a', 0, 1, 2, 'none', 'b shut', 'c', 5])
    expect([0, 2, 3, 5].map(layout.lineOf)).toEqual([1, 3, -1, 7])
  })

  it('stand on pages', () => {
    expect(pagesOf(100, 130, 120)).toEqual([0, 1])
    expect(pagesOf(240, 241, 120)).toEqual([2])
    expect(pagesOf(5, 5, 120)).toEqual([0])
  })
})
