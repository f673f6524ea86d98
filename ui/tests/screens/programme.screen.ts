// The programme by hand: what is dragged on the timeline goes where it was let go, and a month shows its events.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { MissionRow } from '../../src/api/types'
import { Stage } from './stage'

let stage: Stage
let roadshow: MissionRow

beforeAll(async () => {
  stage = await Stage.open('sample')
  await stage.page.setViewportSize({ width: 1280, height: 800 })
  const rows = await stage.ask<MissionRow[]>('missions.list')
  roadshow = rows.find((row) => row.title.includes('innovation roadshow'))!
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const first = async () =>
  (await stage.ask<MissionRow[]>('missions.list')).find((row) => row.id === roadshow.id)!.from
const daysFrom = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000

it('a mission pressed beside the edge moves by what the pointer went, and an undo shows it again', async () => {
  await stage.show('/programme?scale=8&at=2027-04-01')
  const bar = stage.page.locator(`.bar[data-id="${roadshow.id}"]`).first()
  await bar.waitFor()
  // The bar's beginning comes to stand 36 px before the edge.
  const scroll = (by: number) =>
    stage.page.locator('.scroller').evaluate((element, dx) => (element.scrollLeft += dx), by)
  const surface = (await stage.page.locator('.scroller').boundingBox())!
  const edge = surface.x + surface.width
  const begins = async () => (await bar.boundingBox())!.x
  await scroll((await begins()) - (edge - 36))
  const [x, y] = [await begins(), (await bar.boundingBox())!.y + 10]
  expect(Math.abs(x - (edge - 36))).toBeLessThan(3)
  const before = await first()

  await stage.page.mouse.move(x + 4, y)
  await stage.page.mouse.down()
  await stage.page.mouse.move(x + 28, y, { steps: 6 })
  await stage.page.waitForTimeout(1000)
  expect(await stage.page.getByRole('complementary', { name: 'Inspector' }).count()).toBe(0)
  await stage.page.mouse.up()
  await stage.page.getByRole('complementary', { name: 'Inspector' }).waitFor()
  await stage.settled()
  // 24 pixels, at eight a day.
  expect(daysFrom(before, await first())).toBe(3)

  await scroll(3000)
  await stage.page.keyboard.press('Control+z')
  await expect.poll(first, { timeout: 15_000 }).toBe(before)
  await expect
    .poll(
      async () => {
        const box = (await stage.page.locator('.scroller').boundingBox())!
        const at = await begins()
        return at > box.x + 168 && at < box.x + box.width
      },
      { timeout: 15_000 },
    )
    .toBe(true)
  expect(stage.complaints).toEqual([])
})

it('a day of the month under a mission shows its events, and how many more there are', async () => {
  await stage.show('/programme?view=month&at=2027-05-12')
  await stage.picture('programme-month')
  const shown = await stage.page.evaluate(() => {
    const inside = (one: DOMRect, cell: DOMRect) => {
      const [x, y] = [one.x + one.width / 2, one.y + one.height / 2]
      return x > cell.left && x < cell.right && y > cell.top && y < cell.bottom
    }
    const items = [...document.querySelectorAll('.item[data-kind="event"]')]
    return [...document.querySelectorAll('[role="gridcell"][data-day]')].map((cell) => {
      const box = cell.getBoundingClientRect()
      const said = Number(/(\d+) event/.exec(cell.getAttribute('aria-label') ?? '')?.[1] ?? 0)
      return { said, shown: items.filter((item) => inside(item.getBoundingClientRect(), box)).length }
    })
  })
  // The number told to a reader counts the missions, too.
  const busy = shown.filter((day) => day.said >= 3)
  expect(busy.length).toBeGreaterThan(0)
  expect(busy.filter((day) => day.shown === 0)).toEqual([])
  const more = stage.page.locator('button.more').first()
  await more.click()
  await stage.page.locator('.whole .item').first().waitFor()
  await stage.page.keyboard.press('Escape')
  expect(stage.complaints).toEqual([])
})

it('a nearer scale keeps what is selected in sight', async () => {
  await stage.show('/programme')
  const zoom = stage.page.getByRole('radiogroup', { name: 'Zoom' })
  const bar = stage.page.locator(`.bar[data-id="${roadshow.id}"]`).first()
  await bar.click()
  for (const scale of ['Month', 'Hours', 'Week', 'Year']) {
    await zoom.getByText(scale, { exact: true }).click()
    await stage.settled()
    const box = (await stage.page.locator('.scroller').boundingBox())!
    await expect
      .poll(async () => {
        const at = await bar.boundingBox()
        return at !== null && at.x < box.x + box.width && at.x + at.width > box.x + 168
      })
      .toBe(true)
  }
})
