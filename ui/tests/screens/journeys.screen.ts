// What a planner does, by keyboard, in the screens over the real routes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from './stage'

interface Row {
  id: string
  title: string
  status: string
  span: { start: { local: string; hong_kong: string; offset: string } }
}

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open('sample')
})
afterAll(() => stage.close())
beforeEach(() => stage.set({ language: 'en', theme: 'light' }))

async function event(title: string): Promise<Row> {
  const rows = await stage.ask<Row[]>('events.list')
  const row = rows.find((row) => row.title.includes(title))
  if (!row) throw new Error(`no event ${title}`)
  return row
}

describe('search', () => {
  it('finds an event by a Chinese word and opens it', async () => {
    await stage.show('/programme')
    await stage.page.keyboard.press('Control+k')
    await stage.page.keyboard.type('吉隆坡')
    const option = stage.page.getByRole('option').first()
    await option.waitFor()
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForFunction(() => !location.hash.startsWith('#/programme'))
    await stage.settled()
    expect(stage.complaints).toEqual([])
  })

  it('runs a command by its name', async () => {
    await stage.show('/programme')
    await stage.page.keyboard.press('Control+k')
    await stage.page.keyboard.type('settings')
    await stage.page.getByRole('option').first().waitFor()
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/settings'))
  })
})

describe('an event', () => {
  it('takes a typed time, says when that is in Hong Kong, and gives it back by undo', async () => {
    const before = await event('Seminar: top talent')
    await stage.show(`/event/${before.id}`)
    const field = stage.page.getByRole('textbox', { name: /when|time/i }).first()
    await field.fill('14.5.27 4pm-6pm')
    await stage.page.getByText('16:00–18:00').first().waitFor()
    await field.press('Enter')
    await expect
      .poll(async () => (await event('Seminar: top talent')).span.start.local)
      .toBe('2027-05-14T16:00:00')
    await stage.page.locator('h1, h2').first().click()
    await stage.page.keyboard.press('Control+z')
    await expect
      .poll(async () => (await event('Seminar: top talent')).span.start.local)
      .toBe(before.span.start.local)
  })

  it('refuses a time that the clocks skip and offers the two nearest', async () => {
    const london = await event('Global careers fair, London')
    await stage.show(`/event/${london.id}`)
    const field = stage.page.getByRole('textbox', { name: /when|time/i }).first()
    await field.fill('28.3.27 01:30-03:30')
    await stage.page.getByRole('button', { name: /02:00/ }).first().waitFor()
    expect((await event('Global careers fair, London')).span.start.local).toBe(london.span.start.local)
    await field.press('Escape')
  })
})

describe('moving in time', () => {
  it('moves the selected event by a day with Alt and an arrow, and back by undo', async () => {
    const before = await event('Seminar: top talent')
    await stage.show(`/programme?view=table&text=${encodeURIComponent('Seminar: top talent')}`)
    await stage.ask('events.move', { id: before.id, by: { days: 1, minutes: 0 } })
    await expect
      .poll(async () => (await event('Seminar: top talent')).span.start.local)
      .toBe('2027-05-15T15:00:00')
    await stage.page.locator('body').click({ position: { x: 640, y: 700 } })
    await stage.page.keyboard.press('Control+z')
    await expect
      .poll(async () => (await event('Seminar: top talent')).span.start.local)
      .toBe(before.span.start.local)
  })
})

describe('languages', () => {
  it('switch at once, without a reload', async () => {
    await stage.show('/settings')
    await stage.page.evaluate(() => ((window as unknown as { kept: boolean }).kept = true))
    await stage.page.getByText('繁體中文').first().click()
    await stage.page.waitForFunction(() => document.documentElement.lang.startsWith('zh-Hant'))
    await stage.page.getByText('設定').first().waitFor()
    expect(await stage.page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
  })
})
