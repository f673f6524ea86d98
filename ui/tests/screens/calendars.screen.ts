// A calendar from its first name to the change that everybody was told of, by keyboard.
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarPage, CalendarRow, ChangeView, Event, EventRow, Written } from '../../src/api/types'
import { LANGUAGES, Stage } from './stage'

let stage: Stage
/** The calendar that the tests make. */
let id: string

beforeAll(async () => {
  stage = await Stage.open('sample')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const NAME = 'Europe for everybody'
const shown = () => stage.ask<CalendarPage>('calendars.show', { calendar: id })
const changes = () => stage.ask<ChangeView[]>('calendars.changes', { calendar: id })
const dialog = () => stage.page.getByRole('dialog')
const tab = (name: RegExp) => stage.page.getByRole('tab', { name }).click()

/** The first event of the calendar that is still to come. */
async function anEvent(): Promise<EventRow> {
  const { calendar } = await shown()
  const rows = await stage.ask<EventRow[]>('events.list', { filter: calendar.filter })
  const row = rows.find(({ span, status }) => status === 'confirmed' && (span?.start.utc ?? '') > '2026-12')
  if (!row) throw new Error('the calendar holds no event to come')
  return row
}

describe('a calendar', () => {
  it('is made from its name, and holds what its filter says', async () => {
    await stage.show('/programme')
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('c')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/calendars'))
    await stage.settled()
    await stage.page.keyboard.press('n')
    await dialog().waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.page.keyboard.type(NAME)
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/calendar/'))
    id = new URL(stage.page.url()).hash.split('/')[2]!.split('?')[0]!
    await stage.settled()
    const before = (await shown()).events
    await stage.page.getByRole('button', { name: 'Region', exact: true }).click()
    await stage.page.getByRole('menuitemcheckbox', { name: 'Europe' }).click()
    await stage.page.keyboard.press('Escape')
    await expect.poll(async () => (await shown()).calendar.filter.regions).toEqual(['europe'])
    expect((await shown()).events).toBeLessThan(before)
    expect((await shown()).events).toBeGreaterThan(0)
  })

  it('takes recipients one by one and from a pasted list', async () => {
    await stage.show(`/calendar/${id}`)
    await stage.page.keyboard.press('n')
    await stage.page.getByRole('textbox', { name: 'New recipient' }).waitFor()
    await stage.page.keyboard.type('Invented Chamber')
    await stage.page.keyboard.press('Enter')
    await expect.poll(async () => (await shown()).recipients.length).toBe(1)
    await stage.page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', 'Ms Invented\tTrade office\tms@example.org\n虛構先生\t示例商會\t')
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(paste)
    })
    await expect.poll(async () => (await shown()).recipients.length).toBe(3)
    const { recipients } = await shown()
    expect(recipients.map(({ recipient: { name, email } }) => [name, email])).toEqual([
      ['Invented Chamber', ''],
      ['Ms Invented', 'ms@example.org'],
      ['虛構先生', ''],
    ])
  })

  it('edits a recipient in its line, says why an address is refused, and undoes a removal', async () => {
    await stage.show(`/calendar/${id}?at=recipients`)
    await stage.page.keyboard.press('j')
    await stage.page.keyboard.press('e')
    const body = stage.page.locator('tbody').getByRole('textbox', { name: 'Body' })
    await body.fill('Chamber of the tests')
    await body.press('Enter')
    await expect
      .poll(async () => (await shown()).recipients[0]!.recipient.organisation)
      .toBe('Chamber of the tests')
    const email = stage.page.locator('tbody').getByRole('textbox', { name: 'E-mail' })
    await email.fill('nobody at home')
    await email.press('Enter')
    await stage.page.getByText('This is not an e-mail address.').waitFor()
    await email.press('Escape')
    await email.press('Escape')
    await body.waitFor({ state: 'detached' })
    // The keyboard is at the line again.
    await stage.page.keyboard.press('Delete')
    await expect.poll(async () => (await shown()).recipients.length).toBe(2)
    await stage.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await expect.poll(async () => (await shown()).recipients.length).toBe(3)
  })

  it('is issued whole into a folder, and each recipient is known to hold it', async () => {
    await stage.show(`/calendar/${id}`)
    await stage.page.keyboard.press('i')
    await dialog()
      .getByText(/\d file/)
      .first()
      .waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('calendar-issue')
    await dialog().getByRole('button', { name: 'Choose a folder and write' }).click()
    await dialog().getByText('Written to').waitFor()
    await stage.picture('calendar-issued')
    expect((await shown()).recipients.map((view) => view.last_issue)).toEqual([1, 1, 1])
    expect(await changes()).toEqual([])
    expect((await files()).some(({ text }) => text.includes('METHOD:PUBLISH'))).toBe(true)
    await dialog().getByRole('button', { name: 'Close' }).last().click()
    await stage.page.getByText('Everyone holds what the calendar says now').waitFor()
  })

  it('tells a moved event in words with both clocks, and sends it once with a higher SEQUENCE', async () => {
    const row = await anEvent()
    const { uid, sequence } = (await stage.ask<{ event: Event }>('events.show', { id: row.id })).event
    await stage.ask('events.move', { id: row.id, by: { days: 0, minutes: 90 } })
    const [change] = await changes()
    expect(change).toMatchObject({ event: row.id, change: 'moved' })
    await stage.show(`/calendar/${id}`)
    await stage.page.getByRole('heading', { name: /Moved/ }).waitFor()
    await stage.page.getByText(change!.words).waitFor()
    const item = stage.page.getByRole('listitem').filter({ hasText: change!.words })
    for (const span of [change!.before!, change!.after!]) {
      const text = await item.textContent()
      expect(text).toContain(span.start.local.slice(11, 16))
      expect(text).toContain(span.start.hong_kong.slice(11, 16))
    }
    const earlier = (await files()).map((file) => file.name)
    await stage.page.keyboard.press('i')
    await dialog().getByText('1 moved').waitFor()
    await dialog().getByRole('button', { name: 'Choose a folder and write' }).click()
    await dialog().getByText('Written to').waitFor()
    const fresh = (await files()).filter((file) => !earlier.includes(file.name))
    const pack = fresh.find(({ text }) => text.includes('BEGIN:VEVENT'))!.text.replace(/\r\n[ \t]/g, '')
    expect(pack.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
    expect(pack).toContain(`UID:${uid}`)
    expect(Number(/^SEQUENCE:(\d+)/m.exec(pack)?.[1])).toBeGreaterThan(sequence)
    expect(await changes()).toEqual([])
  })

  it('compares two issues, and one with now', async () => {
    await stage.show(`/calendar/${id}?at=issues`)
    await stage.page.getByRole('heading', { name: /Moved/ }).waitFor()
    await stage.page.getByRole('button', { name: /^No. 1 / }).click()
    await stage.page.getByRole('heading', { name: /New/ }).waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.page.getByLabel('to', { exact: true }).selectOption('now')
    await stage.page.waitForFunction(() => location.hash.includes('to=now'))
  })

  it('takes the note of an issue back by undo', async () => {
    await stage.show(`/calendar/${id}`)
    await stage.page.keyboard.press('Control+z')
    await stage.page.getByText('files already written stay out').waitFor()
    await expect.poll(async () => (await shown()).recipients[0]!.last_issue).toBe(1)
    expect(await changes()).toHaveLength(1)
    await stage.page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await shown()).recipients[0]!.last_issue).toBe(2)
  })

  it('goes and comes back by undo, with its recipients', async () => {
    await stage.show('/calendars')
    const all = (await stage.ask<CalendarRow[]>('calendars.list')).length
    await stage.page.getByText(NAME).click()
    await stage.page.keyboard.press('Delete')
    await expect.poll(async () => (await stage.ask<CalendarRow[]>('calendars.list')).length).toBe(all - 1)
    await stage.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await expect.poll(async () => (await stage.ask<CalendarRow[]>('calendars.list')).length).toBe(all)
    expect((await shown()).recipients).toHaveLength(3)
    expect(stage.complaints).toEqual([])
  })
})

describe('the screens of calendars', () => {
  const SCREENS: [string, () => string][] = [
    ['calendars', () => '/calendars'],
    ['calendar', () => `/calendar/${id}`],
    ['calendar recipients', () => `/calendar/${id}?at=recipients`],
    ['calendar issues', () => `/calendar/${id}?at=issues`],
    ['calendar set-up', () => `/calendar/${id}?at=setup`],
    ['moved by rules', () => '/rules'],
    ['zone rules', () => '/settings?at=zones'],
  ]
  for (const language of LANGUAGES) {
    it.each(SCREENS)(`%s has no barrier (${language})`, async (name, path) => {
      // Something waits in the one language, nothing in the others.
      for (const theme of ['light', 'dark'] as const) {
        await stage.set({ language, theme })
        await stage.show(path())
        await stage.picture(`${name.replaceAll(' ', '-')}-${language}-${theme}`)
        expect((await stage.barriers()).join('\n')).toBe('')
        expect(await cut()).toEqual([])
      }
      expect(stage.complaints).toEqual([])
    })
  }
})

describe('an issue that takes long', () => {
  it('is stopped half-way, and nothing of it was given out', async () => {
    const made = await stage.ask<Written>('records.add', {
      kind: 'calendar',
      set: {
        name: { en: 'For many a chamber', zh_hant: '', zh_hans: '' },
        // Invitations are only issued by somebody who can be answered.
        form: { organiser_name: 'Desk (sample)', organiser_email: 'desk@invented.example' },
      },
    })
    const calendar = made.key.id
    for (let n = 0; n < 10; n += 1)
      await stage.ask('records.add', {
        kind: 'recipient',
        set: { calendar, name: `Invented ${n}`, email: `invented${n}@example.org` },
      })
    await stage.show(`/calendar/${calendar}`)
    await stage.page.keyboard.press('i')
    for (const format of ['Invitations', 'Paper'])
      await dialog().getByRole('checkbox', { name: format }).check()
    const write = dialog().getByRole('button', { name: 'Choose a folder and write' })
    await expect.poll(() => write.isEnabled(), { timeout: 60_000 }).toBe(true)
    const before = await readdir(stage.path(''), { recursive: true })
    await stage.choose('stopped')
    await write.click()
    const bar = dialog().getByRole('group', { name: 'Writing the files…' })
    const stop = bar.getByRole('button', { name: 'Cancel' })
    await stop.waitFor()
    await expect.poll(() => stop.isEnabled(), { interval: 20, timeout: 30_000 }).toBe(true)
    await stage.picture('calendar-issue-writing')
    await stop.click()
    await dialog().getByText('Stopped. Nothing was changed.').waitFor({ timeout: 60_000 })
    expect(await stage.barriers()).toEqual([])
    await stage.picture('calendar-issue-stopped')
    const page = await stage.ask<CalendarPage>('calendars.show', { calendar })
    expect(new Set(page.recipients.map((view) => view.last_issue))).toEqual(new Set([null]))
    expect(page.issues).toEqual([])
    expect(await readdir(stage.path(''), { recursive: true })).toEqual(before)
    // It can be given out after all.
    await expect.poll(() => write.isEnabled(), { timeout: 60_000 }).toBe(true)
  })
})

/** Text that is cut at the edge of its box. */
function cut(): Promise<string[]> {
  return stage.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => {
        if (element.matches('input, textarea, select, .visually-hidden, .visually-hidden *')) return false
        if (element.closest('svg') || !element.offsetParent || !element.textContent?.trim()) return false
        const { overflowX } = getComputedStyle(element)
        return overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => element.textContent!.trim().slice(0, 80)),
  )
}

/** Every calendar file that was written. */
async function files(): Promise<{ name: string; text: string }[]> {
  const names = await readdir(stage.path(''), { recursive: true })
  return Promise.all(
    names
      .filter((name) => name.endsWith('.ics'))
      .map(async (name) => ({ name, text: await readFile(stage.path(name), 'utf8') })),
  )
}
