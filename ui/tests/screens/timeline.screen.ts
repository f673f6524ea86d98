// The year at a glance with thousands of events, drawn nearer and farther with Ctrl and the wheel.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from './stage'

let stage: Stage
const EVENTS = 2400

beforeAll(async () => {
  stage = await Stage.open(EVENTS)
})
afterAll(() => stage.close())

/** Where the day under a place of the window lies on the whole surface, from 0 to 1; and how long a day is. */
const under = (x: number) =>
  stage.page.evaluate((x) => {
    const scroller = document.querySelector<HTMLElement>('.scroller')!
    const plane = scroller.querySelector<HTMLElement>('.plane')!
    const box = plane.getBoundingClientRect()
    return { part: (x - box.left) / box.width, width: box.width }
  }, x)

/** Frames while something goes on, in milliseconds. */
async function frames(during: () => Promise<void>): Promise<number[]> {
  await stage.page.evaluate(() => {
    const times: number[] = []
    let last = 0
    const tick = (now: number) => {
      if (last > 0) times.push(now - last)
      last = now
      ;(window as unknown as { frame: number }).frame = requestAnimationFrame(tick)
    }
    Object.assign(window, { times })
    ;(window as unknown as { frame: number }).frame = requestAnimationFrame(tick)
  })
  await during()
  return stage.page.evaluate(() => {
    const { frame, times } = window as unknown as { frame: number; times: number[] }
    cancelAnimationFrame(frame)
    return times
  })
}

describe('Ctrl and the wheel', () => {
  it('draw the year nearer at the pointer, without a jerk, and back again', async () => {
    const { page } = stage
    expect((await stage.ask<unknown[]>('events.list')).length).toBeGreaterThanOrEqual(EVENTS)
    await stage.show('/programme')
    await page.locator('.scroller .plane').waitFor()
    const [x, y] = [760, 360]
    await page.mouse.move(x, y)
    const before = await under(x)
    await page.keyboard.down('Control')
    const turn = async (by: number, steps: number) => {
      for (let n = 0; n < steps; n += 1) {
        await page.mouse.wheel(0, by)
        await page.waitForTimeout(16)
      }
    }
    const near = await frames(() => turn(-40, 40))
    await stage.settled()
    const nearer = await under(x)
    expect(nearer.width).toBeGreaterThan(before.width * 4)
    // The same day is still under the pointer, but for what half a pixel of before is now.
    expect(Math.abs(nearer.part - before.part) * nearer.width).toBeLessThan((2 * nearer.width) / before.width)
    await stage.picture('timeline-near')
    const far = await frames(() => turn(40, 40))
    await page.keyboard.up('Control')
    await stage.settled()
    const after = await under(x)
    expect(after.width / before.width).toBeCloseTo(1, 1)
    expect(Math.abs(after.part - before.part) * after.width).toBeLessThan(4)
    // The window itself did not zoom.
    expect(await page.evaluate(() => window.visualViewport!.scale)).toBe(1)
    const all = [...near, ...far].sort((a, b) => a - b)
    const late = all.filter((frame) => frame > 50).length
    const middle = all[Math.floor(all.length / 2)]!
    console.info(
      `${all.length} frames of zooming ${EVENTS} events: middle ${middle.toFixed(0)} ms, worst ${all.at(-1)!.toFixed(0)} ms, ${late} over 50 ms`,
    )
    // The figure itself is for a quiet machine; here the zoom may not stutter throughout.
    expect(middle).toBeLessThan(50)
    expect(late).toBeLessThan(all.length / 5)
    expect(stage.complaints).toEqual([])
  })
})
