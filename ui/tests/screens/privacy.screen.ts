// The privacy desk: who was told what, what left the laptop, and a person taken out for good.
import { readdir, stat } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LogPage, PeoplePage, PersonPage, PrivacyDesk } from '../../src/api/types'
import { LANGUAGES, Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open('sample')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const desk = () => stage.ask<PrivacyDesk>('privacy.desk')
const log = () => stage.ask<LogPage>('privacy.log')
const dialog = () => stage.page.getByRole('dialog')
const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: true })
const people = (query: string) => stage.ask<PeoplePage>('people.list', { query, rows: 200 })

describe('the privacy desk', () => {
  it('counts everybody once in what they agreed to', async () => {
    await stage.show('/programme')
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('y')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/privacy'))
    await stage.settled()
    const { people: held, bodies, purposes } = await desk()
    for (const { given, refused, unsaid } of purposes) expect(given + refused + unsaid).toBe(held - bodies)
    expect(await stage.barriers()).toEqual([])
    await stage.picture('privacy')
    const agreed = purposes.find((one) => one.given > 0)!
    await stage.page
      .getByRole('button', { name: new RegExp(`: yes: ${agreed.given}$`) })
      .first()
      .click()
    await stage.page.waitForFunction(() => location.hash.startsWith('#/people'))
    await expect
      .poll(async () => Number(await stage.page.getByRole('grid').getAttribute('aria-rowcount')) - 1)
      .toBe(agreed.given)
    await button('Clear all').click()
  })

  it('keeps a version that was given as it is, and makes the next from it', async () => {
    await stage.show('/privacy?at=notices')
    const before = (await desk()).notices
    await button('New version').first().click()
    await dialog().waitFor()
    expect(await stage.barriers()).toEqual([])
    expect(await dialog().getByLabel('What it is called').inputValue()).not.toBe('')
    await button('OK').or(button('Done')).first().click()
    await expect.poll(async () => (await desk()).notices.length).toBe(before.length + 1)
    await stage.page.getByText('given to 0 people').first().waitFor()
  })
})

describe('what leaves the laptop', () => {
  it('says what for, is encrypted unless somebody says otherwise, and stands in the log', async () => {
    await stage.show('/people')
    await button('Export…').click()
    await dialog().waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('people-export')
    await button('Choose where and write').click()
    await dialog().getByText('Say what it is for.').waitFor()
    await dialog().getByLabel('For what').fill('Test of the export log')
    await button('Make one').click()
    await stage.choose('people.age')
    await button('Choose where and write').click()
    await dialog()
      .getByText(/^Written: /)
      .waitFor({ timeout: 60_000 })
    await stage.picture('people-exported')
    const [row] = (await log()).rows
    expect(row).toMatchObject({ purpose: 'Test of the export log' })
    expect(row!.file).toMatchObject({ encrypted: true, on_disk: 'unchanged' })
    await button('Close').last().click()
    await stage.show('/privacy?at=log')
    await stage.page.getByText('Test of the export log').first().waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('privacy-log')
  })

  it('gives a person everything that is held about them', async () => {
    const { id } = (await people('has:invitation')).rows[0]!.person
    await stage.show(`/person/${id}`)
    await button('Access report…').click()
    await dialog().getByLabel('For what').fill('Access request of the tests')
    await dialog()
      .getByRole('checkbox', { name: /Encrypt it/ })
      .uncheck()
    await dialog()
      .getByText(/marked \[RESTRICTED\]/)
      .waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.choose('report.pdf')
    await button('Choose where and write').click()
    await dialog()
      .getByText(/^Written: /)
      .waitFor({ timeout: 60_000 })
    expect((await log()).rows[0]!.file).toMatchObject({ kind: 'access_report', encrypted: false, count: 1 })
    const files = await readdir(stage.path('.'))
    const report = files.find((name) => name.includes('report'))!
    expect((await stat(stage.path(report))).size).toBeGreaterThan(1000)
  })
})

describe('erasing', () => {
  it('shows what goes and stays, asks for the name, and leaves counts', async () => {
    const row = (await people('has:invitation -has:visit')).rows[0]!
    const { id } = row.person
    const before = await desk()
    await stage.show(`/person/${id}`)
    await stage.page.getByRole('button', { name: 'More' }).click()
    await stage.page.getByRole('menuitem', { name: 'Erase…' }).click()
    await dialog().getByText('What stays, as counts').waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('erase')
    expect(await button('Erase for good').isDisabled()).toBe(true)
    const preview = await stage.ask<{ name: string }>('privacy.preview_erase', { person: id })
    await dialog().getByLabel('Type the name to erase it for good').fill(preview.name.toLowerCase())
    await button('Erase for good').click()
    await dialog()
      .getByText(/was erased/)
      .waitFor({ timeout: 60_000 })
    await stage.picture('erased')
    await button('Close').last().click()
    await stage.page.getByText('This person was erased').waitFor()
    expect(await stage.barriers()).toEqual([])
    const after = await desk()
    expect([after.people, after.erased]).toEqual([before.people - 1, before.erased + 1])
    const { person } = await stage.ask<PersonPage>('people.show', { id })
    expect(person).toMatchObject({ family: '', given: '', chinese: '', emails: [] })
    expect(stage.complaints).toEqual([])
  })
})

describe('the screens of privacy', () => {
  const PARTS = ['desk', 'notices', 'due', 'log', 'laptop'] as const
  it.each(
    LANGUAGES.flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) => PARTS.map((part) => [part, language, theme] as const)),
    ),
  )('%s has no barrier in %s, %s', async (part, language, theme) => {
    await stage.set({ language, theme })
    await stage.show(`/privacy?at=${part}&within=365`)
    await stage.picture(`privacy-${part}-${language}-${theme}`)
    expect((await stage.barriers()).join('\n')).toBe('')
    expect(stage.complaints.splice(0).join('\n')).toBe('')
  })
})
