import { describe, expect, it } from 'vitest'
import { EDGE, EdgeScroll, FASTEST } from './edge'

const LEFT = 168
const RIGHT = 928

let clock = 0

/** What a second of frames scrolls by, with the pointer resting at `x`. */
function second(edge: EdgeScroll, x: number, frames: number): number {
  let sum = edge.step(x, LEFT, RIGHT, clock)
  for (let i = 0; i < frames; i += 1) sum += edge.step(x, LEFT, RIGHT, (clock += 1000 / frames))
  return sum
}

describe('a surface that goes on under a drag', () => {
  it('stays while the pointer has not left the edge beside which it was pressed', () => {
    for (const x of [RIGHT - 17, RIGHT + 7, LEFT + 10, LEFT - 30]) {
      expect(second(new EdgeScroll(), x, 60)).toBe(0)
    }
  })
  it('goes on at an edge the pointer came back to, at each towards its own side', () => {
    const edge = new EdgeScroll()
    edge.see(500, LEFT, RIGHT)
    expect(second(edge, RIGHT - 1, 60)).toBeGreaterThan(0)
    expect(second(edge, LEFT + 1, 60)).toBeLessThan(0)
    expect(second(edge, 500, 60)).toBe(0)
  })
  it('is as fast on a quick screen as on a slow one, and never faster than its limit', () => {
    const [slow, quick] = [new EdgeScroll(), new EdgeScroll()]
    for (const edge of [slow, quick]) edge.see(500, LEFT, RIGHT)
    expect(second(slow, RIGHT + 400, 30)).toBeCloseTo(FASTEST, -1)
    expect(second(quick, RIGHT + 400, 144)).toBeCloseTo(FASTEST, -1)
  })
  it('is slower the farther from the edge, down to parts of a pixel in a frame', () => {
    const edge = new EdgeScroll()
    edge.see(500, LEFT, RIGHT)
    const [outer, inner] = [second(edge, RIGHT - EDGE + 1, 144), second(edge, RIGHT - EDGE + 2, 144)]
    expect(outer).toBeGreaterThan(10)
    expect(inner).toBeGreaterThan(outer)
    expect(inner).toBeLessThan(FASTEST / 10)
  })
  it('does not leap after a frame that came late', () => {
    const edge = new EdgeScroll()
    edge.see(500, LEFT, RIGHT)
    edge.step(RIGHT, LEFT, RIGHT, 1000)
    expect(edge.step(RIGHT, LEFT, RIGHT, 9000)).toBeLessThanOrEqual(FASTEST / 10)
  })
  it('has no edges where it is too narrow for a middle', () => {
    const edge = new EdgeScroll()
    for (const at of [0, 20, 40, 60, 80]) expect(edge.step(at, 0, 2 * EDGE, at * 10)).toBe(0)
  })
})
