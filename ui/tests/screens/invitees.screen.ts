// Guests of an event, from the long list to their seats, by keyboard and by pointer.
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Event, InvitationPage } from '../../src/api/types'
import { emptyEvent, invite, invitees, people, step } from './guests'
import { LANGUAGES, Stage } from './stage'

let stage: Stage
let event: string

beforeAll(async () => {
  stage = await Stage.open('sample')
  event = await emptyEvent(stage, 3)
  await people(stage, 5)
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const dialog = () => stage.page.getByRole('dialog')
const press = (key: string) => stage.page.keyboard.press(key)
const card = (name: string) => stage.page.locator('[data-card]').filter({ hasText: name }).first()
const statusOf = async (name: string) =>
  (await invitees(stage, event)).rows.find((row) => row.name.includes(name))?.invitation.status

/** Every invitation stands in one part of the funnel, and the bar says so. */
async function reconciles() {
  const { funnel, total, rows } = await invitees(stage, event)
  expect(funnel.reduce((sum, part) => sum + part.invitations, 0)).toBe(total)
  expect(rows).toHaveLength(total)
  const bar = stage.page.getByRole('img', { name: /How far the invitations have come/ })
  const spoken = (await bar.getAttribute('aria-label')) ?? ''
  const figures = [...spoken.matchAll(/: (\d+)/g)].map((match) => Number(match[1]))
  expect(figures.reduce((sum, n) => sum + n, 0)).toBe(total)
}

describe('the list', () => {
  it('is filled by typing: Enter takes the one on top, Ctrl+Enter adds all that were chosen', async () => {
    await stage.show(`/event/${event}`)
    await press('i')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/invitees/'))
    await stage.settled()
    await press('n')
    await dialog().waitFor()
    expect(await stage.barriers()).toEqual([])
    for (const n of [1, 2, 3, 4, 5]) {
      await stage.page.keyboard.type(`Invented ${n} TESTER`)
      await dialog().getByRole('option').first().waitFor()
      await expect.poll(() => dialog().getByRole('option').first().textContent()).toContain(`Invented ${n}`)
      await press('Enter')
      await dialog()
        .getByText(`${n} ${n === 1 ? 'person' : 'people'} chosen`)
        .waitFor()
    }
    await press('Control+Enter')
    await expect.poll(async () => (await invitees(stage, event)).total).toBe(5)
    await dialog().waitFor({ state: 'detached' })
    await stage.settled()
    await reconciles()
  })

  it('moves a card to the next column by Shift and arrow, and undo brings it back', async () => {
    await stage.show(`/invitees/${event}`)
    await card('Invented 1').focus()
    await press('Shift+ArrowRight')
    await expect.poll(() => statusOf('Invented 1')).toBe('short_listed')
    await press('Control+z')
    await expect.poll(() => statusOf('Invented 1')).toBe('long_listed')
  })

  it('carries a card with the pointer', async () => {
    await stage.show(`/invitees/${event}`)
    const from = (await card('Invented 2').boundingBox())!
    const to = (await stage.page.locator('[data-drop="invited"]').boundingBox())!
    await stage.page.mouse.move(from.x + 20, from.y + 12)
    await stage.page.mouse.down()
    await stage.page.mouse.move(from.x + 60, from.y + 30, { steps: 4 })
    await stage.page.mouse.move(to.x + 12, to.y + 60, { steps: 6 })
    await stage.page.getByText('Set to: Invited').waitFor()
    await stage.page.mouse.up()
    await expect.poll(() => statusOf('Invented 2'), { timeout: 5_000 }).toBe('invited')
    await stage.settled()
    await reconciles()
  })

  it('takes a step with many, and says beforehand who stays and why', async () => {
    const before = await invitees(stage, event)
    await step(
      stage,
      before.rows.filter((row) => row.invitation.status === 'long_listed').map((row) => row.invitation.id),
      'invited',
    )
    await stage.show(`/invitees/${event}?at=grid`)
    await stage.page.getByRole('grid').focus()
    await press('Control+a')
    await stage.page.getByText('5 ticked').waitFor()
    await press('s')
    await dialog().waitFor()
    await dialog().getByLabel('Status').selectOption('accepted')
    await dialog().getByText('3 can take this step').waitFor()
    await dialog().getByText('2 stay as they are').waitFor()
    expect(await stage.barriers()).toEqual([])
    await dialog().getByRole('button', { name: 'Set 3' }).click()
    await expect.poll(async () => (await invitees(stage, event)).seats.taken).toBe(3)
    await stage.settled()
    await reconciles()
  })

  it('records an answer by telephone with its day', async () => {
    const { rows } = await invitees(stage, event)
    const one = rows.find((row) => row.invitation.status === 'invited')!
    await stage.show(`/invitees/${event}?open=${one.invitation.id}`)
    await press('t')
    await dialog().getByText('Does not come').click()
    await dialog().getByLabel('Note').fill('Is abroad')
    await dialog().getByRole('button', { name: 'Record it' }).click()
    await expect.poll(() => statusOf(one.name)).toBe('declined')
    const { steps } = await stage.ask<InvitationPage>('invitations.show', { id: one.invitation.id })
    expect(steps.at(-1)).toMatchObject({ source: 'telephone', note: 'Is abroad' })
  })

  it('takes companions by name, and refuses a party for which there is no room', async () => {
    await stage.ask('events.edit', { id: event, set: { capacity: 4 } })
    const { rows } = await invitees(stage, event)
    const one = rows.find((row) => row.invitation.status === 'accepted')!
    await stage.show(`/invitees/${event}?open=${one.invitation.id}`)
    const pane = stage.page.getByRole('complementary', { name: 'Inspector' })
    await pane.getByRole('textbox', { name: 'Companions by name' }).last().fill('Sam Companion')
    await press('Enter')
    await expect.poll(async () => (await invitees(stage, event)).seats.taken).toBe(4)
    await pane.getByRole('button', { name: 'One more' }).click()
    await pane.getByRole('alert').waitFor()
    expect((await invitees(stage, event)).seats.taken).toBe(4)
  })

  it('is written into in its cells', async () => {
    await stage.show(`/invitees/${event}?at=grid`)
    const cell = stage.page.getByRole('gridcell')
    await stage.page.getByRole('grid').focus()
    await press('Home')
    // From the name to the table's column, the first that can be written into.
    await press('e')
    await stage.page.locator('[role=grid] input.edit, [role=grid] select.edit').waitFor()
    await press('Tab')
    await press('Tab')
    await stage.page.keyboard.type('Vegan')
    await press('Enter')
    await expect
      .poll(async () => (await invitees(stage, event)).rows.some((row) => row.invitation.dietary === 'Vegan'))
      .toBe(true)
    await cell.filter({ hasText: 'Vegan' }).first().waitFor()
  })
})

describe('seats', () => {
  it('are offered to those who wait, in their order, and given only when somebody says so', async () => {
    const more = await people(stage, 2, 'WAITER')
    const waiting = await invite(stage, event, more)
    await step(stage, waiting, 'wait_listed')
    await stage.ask('events.edit', { id: event, set: { capacity: 5 } })
    await stage.show(`/invitees/${event}?at=places`)
    await stage.page.getByRole('heading', { name: 'Could move up now' }).waitFor()
    expect(await statusOf('WAITER')).toBe('wait_listed')
    await stage.page.getByRole('button', { name: 'Promote 1' }).click()
    await expect.poll(async () => (await invitees(stage, event)).seats.taken).toBe(5)
    expect((await invitees(stage, event)).waiting).toHaveLength(1)
  })

  it('say that the capacity was lowered under what was promised, and drop nobody', async () => {
    const capacity = stage.page.getByRole('textbox', { name: 'Capacity' })
    await stage.show(`/invitees/${event}?at=places`)
    await capacity.fill('4')
    await press('Enter')
    await stage.page.getByText('1 person more has accepted than that.').waitFor()
    expect((await invitees(stage, event)).seats.taken).toBe(5)
    await press('Control+z')
    await stage.ask('events.edit', { id: event, set: { capacity: 20 } })
  })

  it('are given at tables all at once, and one by one', async () => {
    await stage.show(`/invitees/${event}?at=seating`)
    await stage.page.getByRole('button', { name: 'Add tables…' }).click()
    await dialog().getByLabel('How many tables').fill('2')
    await dialog().getByLabel('Seats at each').fill('4')
    await dialog().getByRole('button', { name: 'Add 2 tables' }).click()
    await stage.page.getByRole('button', { name: 'Seat all who are left' }).click()
    await stage.page.getByText('Everybody who comes has a table').waitFor()
    const { tables } = await invitees(stage, event)
    expect(tables.every((table) => table.taken <= (table.seats ?? 0))).toBe(true)
    expect(tables.reduce((sum, table) => sum + table.taken, 0)).toBe(5)
  })

  it('stay taken when the table gets another name, and the keyboard stays in it', async () => {
    const first = async () => (await invitees(stage, event)).tables[0]!
    const { taken } = await first()
    await stage.show(`/invitees/${event}?at=seating`)
    await stage.page.getByRole('textbox', { name: 'Name of the table' }).first().fill('VIP')
    // It is kept by itself after a pause.
    await expect.poll(first, { timeout: 5_000 }).toMatchObject({ name: 'VIP', taken })
    await stage.settled()
    await stage.page.keyboard.type(' table')
    await press('Enter')
    await expect.poll(first, { timeout: 5_000 }).toMatchObject({ name: 'VIP table', taken })
    expect((await invitees(stage, event)).tables).toHaveLength(2)
  })
})

describe('letters and replies', () => {
  it('show each guest’s own letter and write drafts with a calendar invitation', async () => {
    await stage.show(`/invitees/${event}?at=letters`)
    await stage.page.getByRole('button', { name: 'New letter' }).first().click()
    await stage.page.getByRole('region', { name: 'Preview' }).getByText('example.org').waitFor()
    await stage.page.getByLabel('Answers go to').fill('office@example.org')
    await stage.choose('letters')
    await stage.page.getByRole('button', { name: /e-mail draft/ }).click()
    await stage.page.getByText(/drafts? written to/).waitFor()
    const files = await readdir(stage.path('.'), { recursive: true })
    const draft = files.find((name) => name.endsWith('.eml'))!
    const text = await readFile(stage.path(draft), 'utf8')
    expect(text).toMatch(/^To: /m)
    expect(text).toMatch(/text\/calendar/)
  })

  it('take an answer that is let go over the window, and show a stranger’s without guessing', async () => {
    const [key] = await people(stage, 1, 'REPLIER')
    await invite(stage, event, [key!])
    const { event: record } = await stage.ask<{ event: Event }>('events.show', { id: event })
    const reply = (name: string, address: string) =>
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Invented//Mail//EN',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${record.uid}`,
        `SEQUENCE:${record.sequence}`,
        'DTSTAMP:20261121T080000Z',
        'DTSTART:20270514T070000Z',
        'ORGANIZER:mailto:office@example.org',
        `ATTENDEE;CN=${name};PARTSTAT=ACCEPTED:mailto:${address}`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n')
    await stage.put('yes.ics', reply('Invented 1', 'REPLIER1@example.org'))
    await stage.put('stranger.ics', reply('Somebody', 'nobody.known@example.net'))
    await stage.show(`/invitees/${event}`)
    await press('r')
    await stage.choose('yes.ics')
    await dialog().getByRole('button', { name: 'Choose files…' }).click()
    await dialog().getByText('Updates').waitFor()
    await stage.choose('stranger.ics')
    await dialog().getByRole('button', { name: 'More files…' }).click()
    await dialog().getByText('A stranger').waitFor()
    expect(await stage.barriers()).toEqual([])
    await dialog().getByRole('button', { name: 'Take 1 answer' }).click()
    await expect.poll(() => statusOf('REPLIER')).toBe('accepted')
  })
})

const TABS = ['board', 'grid', 'places', 'seating', 'letters']

for (const language of LANGUAGES) {
  describe(language, () => {
    for (const theme of ['light', 'dark'] as const) {
      it.each(TABS)(`%s has no barrier (${theme})`, async (tab) => {
        await stage.set({ language, theme })
        const { rows } = await invitees(stage, event)
        await stage.show(`/invitees/${event}?at=${tab}&open=${rows[0]!.invitation.id}`)
        await stage.picture(`invitees-${tab}-${language}-${theme}`)
        expect((await stage.barriers()).join('\n')).toBe('')
        expect(stage.complaints.splice(0).join('\n')).toBe('')
      })
    }
  })
}
