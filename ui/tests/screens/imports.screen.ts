// Calendars and spreadsheets of others, from the file to the result and back, by keyboard, over the real routes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EventRow } from '../../src/api/types'
import { LANGUAGES, Stage } from './stage'

let stage: Stage

const line = (...lines: string[]) => lines.join('\r\n') + '\r\n'
const event = (uid: string, title: string, ...lines: string[]) =>
  line(
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    `SUMMARY:${title}`,
    ...lines,
    'END:VEVENT',
  ).trimEnd()
const calendar = (...events: string[]) =>
  line('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Other//Calendar//EN', ...events, 'END:VCALENDAR')

const ODD = calendar(
  event(
    'one@other.example',
    'Roundtable of TEST chambers',
    'DTSTART;TZID=Customized Time Zone 1:20270514T150000',
    'DTEND;TZID=Customized Time Zone 1:20270514T170000',
    'ATTENDEE;CN=Nobody:mailto:nobody@example.org',
  ),
  event('two@other.example', 'TEST campus talk', 'DTSTART:20270515T100000', 'DTEND:20270515T120000'),
  event(
    'three@other.example',
    'TEST series',
    'DTSTART;TZID=Asia/Tokyo:20270520T100000',
    'DTEND;TZID=Asia/Tokyo:20270520T120000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
  ),
)

// Node writes no Big5. A sheet of 名稱, 日期, 時間, 城市, 狀況 with 03/04/2027, 05/06/2027 and 31/02/2027.
const BIG5 = Buffer.from(
  'ple62Syk6bTBLK7JtqEsq7ClqyyqrKpwDQqu/KV+pEikfqzjsFG3fKXSLDAzLzA0LzIwMjcsMTU6MDAtMTc6MDAspk62qalZLLzIqXcNCq7VtunB' +
    'v655pEEsMDUvMDYvMjAyNywxMDowMC0xMTozMCy3c6VbqVksvMipdw0KuPS6dKT+LDMxLzAyLzIwMjcsMTA6MDAtMTE6MDAsrdu0sCy8yKl3',
  'base64',
)

beforeAll(async () => {
  stage = await Stage.open('sample')
  await stage.put('odd.ics', ODD)
  await stage.put('old.csv', BIG5)
  await stage.put('not.ics', 'This is a letter, not a calendar.')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

async function events(words: string): Promise<EventRow[]> {
  return (await stage.ask<EventRow[]>('events.list')).filter((row) => row.title.includes(words))
}

/** Opens the page and brings a file to it, by keys alone. */
async function bring(file: string, kind: 'Calendar' | 'Spreadsheet'): Promise<void> {
  await stage.show('/programme')
  await stage.page.keyboard.press('Control+k')
  await stage.page.keyboard.type('import')
  await stage.page
    .getByRole('option', { name: /^Import/ })
    .first()
    .waitFor()
  await stage.page.keyboard.press('Enter')
  await stage.page.waitForFunction(() => location.hash.startsWith('#/import'))
  await stage.choose(file)
  await stage.page.getByRole('button', { name: new RegExp(`^${kind}…`) }).focus()
  await stage.page.keyboard.press('Enter')
  await stage.settled()
}
async function answer(name: string, place: string): Promise<void> {
  const field = stage.page.getByRole('combobox', { name })
  await field.fill(place)
  // The options of a native list have the role too, but nobody sees them.
  await stage.page.locator('li[role="option"]', { hasText: place }).first().waitFor()
  await field.press('Enter')
  await stage.settled()
}
const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: true })

describe('a calendar with zones that nobody knows', () => {
  it('asks where they are, brings in what it says, and gives it back', async () => {
    await bring('odd.ics', 'Calendar')
    await stage.page.getByText('2 questions are open').waitFor()
    expect(await button('Add 5 events').isDisabled()).toBe(true)
    expect(await stage.page.getByText('1 attendee', { exact: true }).count()).toBe(1)

    await answer('Place for Customized Time Zone 1', 'Kuala Lumpur')
    await answer('Place for times without a zone', 'Dubai')
    await expect.poll(() => button('Add 5 events').isEnabled()).toBe(true)
    expect(await stage.barriers()).toEqual([])

    await stage.page.keyboard.press('Control+Enter')
    await stage.page.getByText('5 events added').waitFor()
    expect(await stage.barriers()).toEqual([])
    const [roundtable] = await events('Roundtable of TEST')
    expect(roundtable!.span!.start).toMatchObject({ local: '2027-05-14T15:00:00', zone: 'Asia/Kuala_Lumpur' })
    expect((await events('TEST campus'))[0]!.span!.start.zone).toBe('Asia/Dubai')
    expect(await events('TEST series')).toHaveLength(3)

    await button('Undo this import').focus()
    await stage.page.keyboard.press('Enter')
    await stage.page.getByText('Taken back.').waitFor()
    expect(await events('TEST')).toEqual([])
  })

  it('adds nothing the second time', async () => {
    await button('Back to the rows').press('Enter')
    await expect.poll(() => button('Add 5 events').isEnabled()).toBe(true)
    await stage.page.keyboard.press('Control+Enter')
    await stage.page.getByText('5 events added').waitFor()

    await bring('odd.ics', 'Calendar')
    await answer('Place for Customized Time Zone 1', 'Kuala Lumpur')
    await answer('Place for times without a zone', 'Dubai')
    await stage.page.getByText('Everything in this file is here already.').waitFor()
    expect(await button('Nothing to add').isDisabled()).toBe(true)
    expect(await events('TEST')).toHaveLength(5)
  })

  it('is undone from anywhere, as one change', async () => {
    await stage.show('/history')
    await stage.page.getByText('Calendar imported: 5 new').first().waitFor()
    await stage.page.locator('h1').first().click()
    await stage.page.keyboard.press('Control+z')
    await expect.poll(async () => (await events('TEST')).length).toBe(0)
  })
})

describe('a spreadsheet in Big5 with dates that read two ways', () => {
  it('asks once for the column, refuses the impossible day in words, and brings in the rest', async () => {
    await bring('old.csv', 'Spreadsheet')
    expect(await stage.page.getByLabel('Encoding').inputValue()).toBe('Big5-HKSCS')
    expect(await button('Answer first').isDisabled()).toBe(true)
    const dayFirst = stage.page.getByRole('radio', { name: /Day first/ })
    await stage.page.getByText('03/04/2027 is 3 Apr 2027').waitFor()
    expect(await stage.barriers()).toEqual([])
    await dayFirst.focus()
    await stage.page.keyboard.press('Space')
    await expect.poll(() => button('Add 2 events').isEnabled()).toBe(true)

    // The table says what is wrong; J and K walk along the rows, and below stands what to do about the third.
    const impossible = '“31/02/2027” is not in the calendar. Correct the day.'
    const told = await stage.page.getByRole('grid').getByText(impossible).boundingBox()
    expect(told!.x + told!.width).toBeLessThan(1280)
    await stage.page.locator('h1').click()
    for (let i = 0; i < 3; i += 1) await stage.page.keyboard.press('j')
    await stage.page.locator('.detail').getByText(impossible).waitFor()
    expect(await stage.barriers()).toEqual([])

    // Space leaves a row out and takes it in again.
    await stage.page.keyboard.press('k')
    await stage.page.keyboard.press('Space')
    await button('Add 1 event').waitFor()
    await stage.page.keyboard.press('Space')
    await button('Add 2 events').waitFor()
    await stage.page.keyboard.press('Control+Enter')
    await stage.page.getByText('2 events added').waitFor()

    const [seminar] = await events('海外人才研討會甲')
    expect(seminar!.span!.start).toMatchObject({ local: '2027-04-03T15:00:00', zone: 'Asia/Kuala_Lumpur' })
    expect(seminar!.span!.end.local).toBe('2027-04-03T17:00:00')
    expect(await events('路演丙')).toEqual([])
  })

  it('remembers what the columns are', async () => {
    await bring('old.csv', 'Spreadsheet')
    await stage.page.getByText('As you set them last time for this layout.').waitFor()
    await stage.page.getByText('5 of 5 used').waitFor()
    const city = stage.page.getByRole('combobox', { name: 'What “城市” is' })
    await city.selectOption({ label: 'Left out' })
    await stage.page.getByText('4 of 5 used').waitFor()
    await city.selectOption({ label: 'City' })
    await stage.page.getByRole('radio', { name: /Day first/ }).check()
    await stage.settled()
    await button('Nothing to add').waitFor()
    expect(await button('Nothing to add').isDisabled()).toBe(true)
  })

  it('is read again in another encoding on wish', async () => {
    await stage.page.getByLabel('Encoding').selectOption('windows-1252')
    await stage.settled()
    expect(await stage.page.getByText('名稱', { exact: true }).count()).toBe(0)
    await stage.page.getByLabel('Encoding').selectOption('Big5-HKSCS')
    await stage.settled()
    await stage.page.getByText('名稱', { exact: true }).first().waitFor()
  })
})

describe('the page', () => {
  it('keeps its questions while the planner looks something up', async () => {
    await bring('odd.ics', 'Calendar')
    await answer('Place for Customized Time Zone 1', 'Kuala Lumpur')
    await stage.page.locator('h1').click()
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('m')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/missions'))
    await stage.settled()
    await stage.page.keyboard.press('Control+i')
    await stage.page.getByText('1 question is open').waitFor()
  })

  it('says what a file is not, and offers another', async () => {
    await bring('not.ics', 'Calendar')
    await stage.page.getByText('This is not a calendar file.').waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.choose('odd.ics')
    await stage.page.getByRole('button', { name: 'Another file…' }).press('Enter')
    await stage.page.keyboard.press('Enter')
    await stage.page.getByText('2 questions are open').waitFor()
  })

  it.each(
    LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => [language, theme] as const)),
  )('has no barrier in %s, %s', async (language, theme) => {
    await stage.set({ language, theme })
    await stage.show('/import')
    await stage.picture(`import-start-${language}-${theme}`)
    expect((await stage.barriers()).join('\n')).toBe('')
    for (const [file, way] of [
      ['odd.ics', 0],
      ['old.csv', 1],
    ] as const) {
      await stage.show('/import')
      await stage.choose(file)
      await stage.page.locator('main .way').nth(way).press('Enter')
      await stage.settled()
      await stage.page.locator('[role=grid]').focus()
      await stage.page.keyboard.press('j')
      await stage.picture(`import-${way ? 'sheet' : 'calendar'}-${language}-${theme}`)
      expect((await stage.barriers()).join('\n')).toBe('')
    }
    expect(stage.complaints.splice(0).join('\n')).toBe('')
  })

  it('takes ten thousand events in its stride', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => {
      const day = new Date(Date.UTC(2027, 0, 1 + (n % 360))).toISOString().slice(0, 10).replaceAll('-', '')
      return event(
        `many-${n}@other.example`,
        `TEST event ${n}`,
        `DTSTART;TZID=Asia/Singapore:${day}T100000`,
        `DTEND;TZID=Asia/Singapore:${day}T120000`,
      )
    })
    await stage.put('many.ics', calendar(...many))
    const from = performance.now()
    await bring('many.ics', 'Calendar')
    await button('Add 10,000 events').waitFor()
    const seen = performance.now() - from
    await stage.page.locator('[role=grid]').focus()
    await stage.page.keyboard.press('Control+End')
    await stage.page.getByText('TEST event 9999').first().waitFor()
    await stage.picture('import-many')
    await stage.page.setViewportSize({ width: 1920, height: 1080 })
    await stage.picture('import-many-1920')
    await stage.page.setViewportSize({ width: 1280, height: 720 })
    await stage.page.keyboard.press('Control+Enter')
    await stage.page.getByText('10,000 events added').waitFor({ timeout: 60_000 })
    await stage.picture('import-many-done')
    expect(await stage.barriers()).toEqual([])
    await button('Undo this import').press('Enter')
    await stage.page.getByText('Taken back.').waitFor({ timeout: 60_000 })
    console.info(`10,000 events: seen ${Math.round(seen)} ms after the first key`)
  })
})
