// Letters to a thousand guests, stopped half-way: nothing of them is left, and nothing is logged.
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChosenPeople, LogPage, PeopleImported, PeoplePreview } from '../../src/api/types'
import { emptyEvent, invite, invitees } from './guests'
import { Stage } from './stage'

let stage: Stage
let event: string

beforeAll(async () => {
  stage = await Stage.open('sample')
  event = await emptyEvent(stage, 2000)
  await stage.put(
    'guests.csv',
    [
      'Family name,Given name,E-mail',
      ...Array.from({ length: 1000 }, (_, n) => `LETTERTESTER${n},Number ${n},guest${n}@invented.example`),
      '',
    ].join('\r\n'),
  )
  await stage.choose('guests.csv')
  const { file } = await stage.ask<ChosenPeople>('people.import_choose')
  const request = { file, language: 'en', undecided: 'new' }
  const { fingerprint } = await stage.ask<PeoplePreview>('people.import_preview', request)
  const { people } = await stage.ask<PeopleImported>('people.import_commit', { ...request, fingerprint })
  await invite(stage, event, people, 'short_listed')
})
afterAll(() => stage.close())

const kept = async () => (await readdir(stage.path('.'))).sort()
const log = async () => (await stage.ask<LogPage>('privacy.log')).rows.length

describe('letters to many guests', () => {
  it('are stopped while they are written, and leave no file, no line in the log and nobody invited', async () => {
    await stage.show(`/invitees/${event}?at=letters`)
    await stage.page.getByRole('button', { name: 'New letter' }).first().click()
    await stage.page.getByRole('region', { name: 'Preview' }).getByText('invented.example').waitFor()
    await stage.page.getByLabel('Answers go to').fill('office@example.org')
    const [files, lines] = [await kept(), await log()]
    await stage.choose('letters')
    const write = stage.page.getByRole('button', { name: /^Write [\d,]+ e-mail drafts…$/ })
    await expect.poll(() => write.isEnabled()).toBe(true)
    await write.click()
    const stop = stage.page
      .getByRole('group', { name: 'Writing letters…' })
      .getByRole('button', { name: 'Cancel' })
    await stop.waitFor()
    await expect.poll(() => stop.isEnabled(), { interval: 20, timeout: 30_000 }).toBe(true)
    await stage.picture('letters-writing')
    await stop.click()
    await stage.page.getByText('Stopped. Nothing was changed.').waitFor()
    await stop.waitFor({ state: 'detached' })
    expect(await kept()).toEqual(files)
    expect(await log()).toBe(lines)
    const { rows } = await invitees(stage, event)
    expect(new Set(rows.map((row) => row.invitation.status))).toEqual(new Set(['short_listed']))
    // They can be written after all.
    expect(await write.isEnabled()).toBe(true)
  })
})
