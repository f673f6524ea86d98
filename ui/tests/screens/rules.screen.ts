// Countries change their clocks: newer rules come in from a file, what moved is told, and the way back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EventRow, MovedByRules, ShownTime, Written, ZoneStatus } from '../../src/api/types'
import { LANGUAGES, Stage } from './stage'

let stage: Stage
/** Rules before anything was imported. */
let before: string
/** A calendar whose one recipient holds everything as it was. */
let calendar: string

beforeAll(async () => {
  stage = await Stage.open('sample')
  before = (await rules()).release
  await stage.put('tzdata.zi', await newer())
  await stage.put('notes.zi', 'This is a letter, not rules.')
  const made = await stage.ask<Written>('records.add', {
    kind: 'calendar',
    set: { name: { en: 'Everything', zh_hant: '', zh_hans: '' } },
  })
  calendar = made.key.id
  const { key } = await stage.ask<Written>('records.add', {
    kind: 'recipient',
    set: { calendar, name: 'Invented Chamber' },
  })
  await stage.choose('given-out')
  await stage.ask('calendars.issue', {
    calendar,
    kind: 'whole',
    recipients: [key.id],
    formats: ['ics'],
    language: 'en',
  })
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const rules = () => stage.ask<ZoneStatus>('zones.status')
const moved = () => stage.ask<MovedByRules[]>('zones.moved')
const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: true })
const press = (key: string) => stage.page.keyboard.press(key)

/** Every zone at the offset it has in January 2027, but Kuala Lumpur an hour ahead. */
async function newer(): Promise<string> {
  const names = await stage.ask<string[]>('zones.names')
  const lines = ['# version 2031a']
  for (const zone of names) {
    const { offset_s } = await stage.ask<ShownTime>('zones.convert', {
      instant: '2027-01-15T00:00:00Z',
      zone,
    })
    const seconds = zone === 'Asia/Kuala_Lumpur' ? 9 * 3600 : offset_s
    const minutes = Math.abs(seconds) / 60
    lines.push(
      `Z ${zone} ${seconds < 0 ? '-' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} - %z`,
    )
  }
  return `${lines.join('\n')}\n`
}

async function take(file: string) {
  await stage.show('/settings?at=zones')
  await stage.choose(file)
  await button('File…').press('Enter')
}

describe('newer rules', () => {
  it('are refused in words when the file holds none, and those in force stay', async () => {
    await take('notes.zi')
    await stage.page.getByText(/Those in force are kept/).waitFor()
    expect((await rules()).release).toBe(before)
    expect(await moved()).toEqual([])
  })

  it('come in from a file, and say how many events they move', async () => {
    await take('tzdata.zi')
    await stage.page.getByText('Rules 2031a are in force').waitFor()
    expect(await rules()).toMatchObject({ release: '2031a', source: 'imported', before_import: before })
    const count = (await moved()).length
    expect(count).toBeGreaterThan(1)
    await stage.page.getByText(`${count} moved by changed rules`).first().waitFor()
    await stage.page
      .getByText(`The rules from before the last import can be brought back: ${before}.`)
      .waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('rules-imported')
    await button('Show before and after').press('Enter')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/rules'))
  })
})

describe('what the rules moved', () => {
  it('stands with its local time, which stays, and both clocks before and after', async () => {
    const all = await moved()
    await stage.show('/rules')
    await stage.page
      .getByRole('heading', { name: `Rules ${before} → 2031a` })
      .or(stage.page.getByText(`Rules ${before} → 2031a`))
      .first()
      .waitFor()
    const rows = stage.page.locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(all.length)
    for (const { before: was, after: now } of all) {
      expect(was.start.local).toBe(now.start.local)
      expect(was.start.utc).not.toBe(now.start.utc)
    }
    const one = all.find((event) => event.after.start.zone === 'Asia/Kuala_Lumpur')!
    const text = await rows.filter({ hasText: one.title.en }).first().textContent()
    for (const { start } of [one.before, one.after]) {
      expect(text).toContain(start.hong_kong.slice(11, 16))
      expect(text).toContain(start.utc.slice(11, 16))
    }
    expect(text).toContain(one.after.start.local.slice(11, 16))
  })

  it('names who holds the old time, and offers the change pack', async () => {
    await stage.page.getByRole('heading', { name: 'Calendars that hold an old time' }).waitFor()
    expect(await stage.page.getByText('Invented Chamber').count()).toBeGreaterThan(0)
    await press('i')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/calendar/'))
    await stage.show('/rules')
    await button('Change pack of Everything').press('Enter')
    await stage.page.waitForFunction((id) => location.hash.startsWith(`#/calendar/${id}`), calendar)
    const dialog = stage.page.getByRole('dialog')
    await dialog
      .getByText(/\d+ moved/)
      .first()
      .waitFor()
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it.each(
    LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => [language, theme] as const)),
  )('has no barrier in %s, %s', async (language, theme) => {
    await stage.set({ language, theme })
    await stage.show('/rules')
    await stage.picture(`rules-moved-${language}-${theme}`)
    expect((await stage.barriers()).join('\n')).toBe('')
    expect(stage.complaints.splice(0).join('\n')).toBe('')
  })

  it('goes when the rules are rolled back, and every event is where it was', async () => {
    const times = async () =>
      (await stage.ask<EventRow[]>('events.list')).map((row) => [row.id, row.span?.start.utc])
    const after = await times()
    await stage.show('/settings?at=zones')
    await button(`Back to ${before}`).press('Enter')
    await stage.page.getByText(`Rules ${before} are in force again`).waitFor()
    expect(await rules()).toMatchObject({ release: before, before_import: null })
    expect(await button(`Back to ${before}`).count()).toBe(0)
    expect(await moved()).toEqual([])
    expect(await times()).not.toEqual(after)
    await stage.show('/rules')
    await stage.page.getByText('No event was moved by changed rules').waitFor()
    expect(await stage.barriers()).toEqual([])
  })

  it('is noted event by event by key, and all at once', async () => {
    await take('tzdata.zi')
    await stage.page.getByText('Rules 2031a are in force').waitFor()
    const count = (await moved()).length
    await stage.show('/rules')
    await press('j')
    await press('x')
    await expect.poll(async () => (await moved()).length).toBe(count - 1)
    await button('All noted').press('Enter')
    await stage.page.getByText('No event was moved by changed rules').waitFor()
    expect(await moved()).toEqual([])
    expect(stage.complaints).toEqual([])
  })
})
