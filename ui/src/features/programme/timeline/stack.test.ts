import { describe, expect, it } from 'vitest'
import { beside, flow, stack, type Block } from './stack'

function collides(blocks: readonly Block[], tops: readonly number[]): boolean {
  for (let a = 0; a < blocks.length; a += 1) {
    for (let b = a + 1; b < blocks.length; b += 1) {
      const [one, two] = [blocks[a]!, blocks[b]!]
      const across = one.x0 < two.x1 && two.x0 < one.x1
      const down = tops[a]! < tops[b]! + two.height && tops[b]! < tops[a]! + one.height
      if (across && down) return true
    }
  }
  return false
}

describe('stack', () => {
  it('keeps blocks that do not meet on one level', () => {
    expect(
      stack(
        [
          { x0: 0, x1: 10, height: 20 },
          { x0: 12, x1: 20, height: 20 },
        ],
        2,
        4,
      ).tops,
    ).toEqual([0, 0])
  })
  it('puts blocks that meet under each other', () => {
    expect(
      stack(
        [
          { x0: 0, x1: 10, height: 20 },
          { x0: 11, x1: 20, height: 20 },
        ],
        2,
        4,
      ).tops,
    ).toEqual([0, 24])
  })
  it('fills a hole that is high enough and leaves one that is not', () => {
    const first = [
      { x0: 0, x1: 10, height: 30 },
      { x0: 1, x1: 100, height: 10 },
    ]
    expect(stack([...first, { x0: 20, x1: 30, height: 20 }], 0, 2).tops).toEqual([0, 32, 0])
    expect(stack([...first, { x0: 20, x1: 30, height: 40 }], 0, 2).tops).toEqual([0, 32, 44])
  })
  it('lets no two of 3,000 blocks cover each other', () => {
    let seed = 7
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
    const blocks = Array.from({ length: 3000 }, () => {
      const x0 = random() * 2000
      return { x0, x1: x0 + 1 + random() * 90, height: random() < 0.3 ? 38 : 16 }
    }).sort((a, b) => a.x0 - b.x0)
    expect(collides(blocks, stack(blocks, 2, 3).tops)).toBe(false)
  })
})

describe('flow', () => {
  it('moves a mark only as far as it must', () => {
    expect(flow([0, 5, 30], 12)).toEqual([0, 12, 30])
  })
})

describe('beside', () => {
  it('gives the whole width to what stands alone and shares it among what overlaps', () => {
    const items = [
      { from: 60, until: 120 },
      { from: 90, until: 150 },
      { from: 120, until: 180 },
      { from: 300, until: 360 },
    ]
    expect(beside(items)).toEqual([
      { column: 0, columns: 2 },
      { column: 1, columns: 2 },
      { column: 0, columns: 2 },
      { column: 0, columns: 1 },
    ])
  })
})
