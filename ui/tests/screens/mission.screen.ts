// A mission and its events from the first city to a copy, by keyboard where a planner would use it.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Event, Lists, MissionPage, MissionRow } from '../../src/api/types'
import { Stage } from './stage'

let stage: Stage
let roadshow: string

beforeAll(async () => {
  stage = await Stage.open('sample')
  const rows = await stage.ask<MissionRow[]>('missions.list')
  roadshow = rows.find((row) => row.title.includes('innovation roadshow'))!.id
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const shown = (id = roadshow) => stage.ask<MissionPage>('missions.show', { id })
const eventOf = async (id: string) => (await stage.ask<{ event: Event }>('events.show', { id })).event
async function firstEvent(): Promise<string> {
  const page = await shown()
  const item = page.days.flatMap((day) => day.items).find((one) => one.kind === 'event')
  if (item?.kind !== 'event') throw new Error('a mission without events')
  return item.row.id
}

it('Enter opens an event of the mission, Esc comes back to it', async () => {
  await stage.show(`/mission/${roadshow}`)
  const row = stage.page.locator('a[data-row]').first()
  await row.focus()
  await stage.page.keyboard.press('Enter')
  await stage.page.getByRole('heading', { name: 'When and where' }).waitFor()
  await stage.page.locator('h1').click()
  await stage.page.keyboard.press('Escape')
  await stage.page.waitForFunction(() => location.hash.startsWith('#/mission/'))
})

it('a refused field says why and what is kept, and Esc puts it back', async () => {
  const id = await firstEvent()
  await stage.show(`/event/${id}`)
  const field = stage.page.getByRole('textbox', { name: 'Capacity' })
  const before = await field.inputValue()
  await field.fill('many')
  await field.press('Enter')
  await stage.page.getByText(`Kept: ${before}`).waitFor()
  await field.press('Escape')
  expect(await field.inputValue()).toBe(before)
  expect((await eventOf(id)).capacity).toBe(Number(before))
})

it('a place where the wall time does not exist asks for one of its neighbours', async () => {
  const id = await firstEvent()
  const before = await eventOf(id)
  await stage.ask('events.edit', {
    id,
    set: { start: '2027-03-28T01:30:00', end: '2027-03-28T03:30:00' },
  })
  await stage.show(`/event/${id}`)
  const place = stage.page.getByRole('combobox', { name: 'Place' })
  await place.fill('LHR')
  await stage.page
    .getByRole('option', { name: /London/ })
    .first()
    .waitFor()
  await place.press('Enter')
  await stage.page.getByRole('button', { name: /02:00 London/ }).click()
  await expect.poll(async () => (await eventOf(id)).zone).toBe('Europe/London')
  expect((await eventOf(id)).start).toBe('2027-03-28T02:00:00')
  const { start, end, zone, city, place: name } = before
  await stage.ask('events.edit', { id, set: { start, end, zone, city, place: name } })
})

it('a venue is made from its name and opens to be filled in', async () => {
  const id = await firstEvent()
  await stage.show(`/event/${id}`)
  const venue = stage.page.getByRole('combobox', { name: 'Venue' })
  await venue.fill('A hall nobody knew')
  await stage.page.getByRole('option', { name: /New venue/ }).click()
  await stage.page.getByRole('dialog', { name: 'A hall nobody knew' }).waitFor()
  expect(await stage.barriers()).toEqual([])
  const { venues } = await stage.ask<Lists>('lists.show')
  expect((await eventOf(id)).venue).toBe(venues.find((one) => one.name.en === 'A hall nobody knew')!.id)
})

it('a city in Chinese becomes a leg in its zone, with a journey to it', async () => {
  await stage.show(`/mission/${roadshow}`)
  await stage.page.keyboard.press('l')
  const city = stage.page.getByRole('dialog').getByRole('combobox')
  await city.fill('新加坡')
  await stage.page.getByRole('option').first().waitFor()
  await city.press('Enter')
  await stage.page.getByRole('dialog').getByRole('button', { name: 'Add leg' }).click()
  await stage.page.getByRole('button', { name: 'Plan the journey' }).click()
  const leg = async () => (await shown()).legs.find((one) => one.leg.zone === 'Asia/Singapore')
  await expect.poll(async () => (await leg())?.travel?.travel.depart_zone).toBe('Asia/Kuala_Lumpur')
  expect(await stage.barriers()).toEqual([])
})

it('moving by days shows what would be before it is done, and undo brings it back', async () => {
  const before = (await shown()).mission.from
  await stage.show(`/mission/${roadshow}`)
  await stage.page.keyboard.press('m')
  await stage.page.getByRole('dialog').getByText('events').first().waitFor()
  expect(await stage.barriers()).toEqual([])
  await stage.page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect.poll(async () => (await shown()).mission.from).not.toBe(before)
  await stage.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect.poll(async () => (await shown()).mission.from).toBe(before)
})

it('a copy goes to another city and keeps the local times', async () => {
  await stage.show(`/mission/${roadshow}`)
  await stage.page.keyboard.press('c')
  const city = stage.page.getByRole('combobox', { name: 'In place of Kuala Lumpur' })
  await city.fill('Jakarta')
  await stage.page
    .getByRole('option', { name: /Jakarta/ })
    .first()
    .waitFor()
  await city.press('Enter')
  expect(await stage.barriers()).toEqual([])
  await stage.page.getByRole('button', { name: 'Copy', exact: true }).click()
  await stage.page.waitForFunction((id) => !location.hash.includes(id), roadshow)
  const id = new URL(stage.page.url()).hash.split('/')[2]!
  const [copy, original] = [await shown(id), await shown()]
  expect(copy.legs[0]!.leg.zone).toBe('Asia/Jakarta')
  expect(copy.legs[0]!.leg.arrive.slice(11)).toBe(original.legs[0]!.leg.arrive.slice(11))
})

it('an entry of a list is made from its name and removed again', async () => {
  await stage.show('/lists?of=delegate')
  await stage.page.keyboard.press('n')
  await stage.page.keyboard.type('Siu-ming TEST')
  await stage.page.keyboard.press('Enter')
  const found = async () =>
    (await stage.ask<Lists>('lists.show')).delegates.filter((one) => one.family === 'TEST').length
  await expect.poll(found).toBe(1)
  await stage.page.locator('aside').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(found).toBe(0)
  expect(stage.complaints).toEqual([])
})
