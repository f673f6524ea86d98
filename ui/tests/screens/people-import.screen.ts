// People from lists of others: chosen, pasted or let go over the window; mended, decided, stopped, brought in.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PeoplePage, PersonPage, PersonRow } from '../../src/api/types'
import { Stage } from './stage'

let stage: Stage

const VCARD = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Testova;Invented;;;',
  'FN:Invented Testova',
  'EMAIL;TYPE=work:testova@invented.example',
  'TEL;TYPE=cell:+852 5123 4567',
  'END:VCARD',
  '',
].join('\r\n')
const SHEET = [
  'Family name,Given name,Chinese name,Organisation,E-mail,Telephone',
  'TESTER,Alpha,,Invented Works,alpha@invented.example,+852 5111 2222',
  'TESTER,Beta,試乙,Invented Works,nobody at home,+852 5111 3333',
  'TESTER,Gamma,,Invented Works,gamma@invented.example,1.2E+10',
  '',
].join('\r\n')

/** Rows of people whose names have little in common. */
const MANY_ROWS = [
  'Family name,Given name',
  ...Array.from({ length: 12_000 }, (_, n) => `${invented(n, 1)},${invented(n, 77)}`),
  '',
].join('\r\n')
function invented(n: number, salt: number): string {
  const syllables = 'ba ke di fo gu ha je ki lo mu na pe ri so tu va we zi cho shu'.split(' ')
  let rest = (n * 2_654_435_761 + salt * 40_503) % 2 ** 32
  return Array.from({ length: 4 }, () => {
    rest = (Math.floor(rest / 20) * 1_103_515_245 + 12_345) % 2 ** 32
    return syllables[rest % 20]
  }).join('')
}

beforeAll(async () => {
  stage = await Stage.open('sample')
  await stage.put('people.csv', SHEET)
  await stage.put('card.vcf', VCARD)
  await stage.put('many.csv', MANY_ROWS)
  await stage.put('bad.csv', 'Name,E-mail\r\nEpsilon BADTESTER,at home\r\n')
  await stage.put('dropped.csv', 'Name,E-mail\r\nTheta DROPTESTER,theta@invented.example\r\n')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const list = (query = '') => stage.ask<PeoplePage>('people.list', { query, rows: 200 })
const total = async () => (await list()).total
const grid = () => stage.page.getByRole('grid')
const dialog = () => stage.page.getByRole('dialog')
const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: true })
const press = async (...keys: string[]) => {
  for (const key of keys) await stage.page.keyboard.press(key)
}
async function person(words: string): Promise<PersonRow> {
  const { rows } = await list(words)
  if (!rows[0]) throw new Error(`nobody fits ${words}`)
  return rows[0]
}
/** Chooses a file and waits for its rows. */
async function bring(file: string) {
  await stage.show('/people-import')
  await stage.choose(file)
  await stage.page.getByRole('button', { name: /^Choose a file/ }).press('Enter')
  await grid().waitFor()
  await stage.settled()
}
/** The bar of work that goes on; it comes when the work takes longer than a moment. */
const work = (label: string) => stage.page.getByRole('group', { name: label })
async function stop(label: string) {
  const cancel = work(label).getByRole('button', { name: 'Cancel' })
  await cancel.waitFor()
  await expect.poll(() => cancel.isEnabled(), { interval: 20, timeout: 30_000 }).toBe(true)
  await cancel.click()
}

describe('a list of people from a file', () => {
  it('shows bad cells in place, takes them corrected, and brings everybody in as one step', async () => {
    const before = (await list()).total
    await bring('people.csv')
    expect(await stage.barriers()).toEqual([])
    await stage.picture('people-import')
    const reasons = stage.page.getByRole('gridcell').filter({ hasText: /not an e-mail|digits are lost/ })
    expect(await reasons.count()).toBe(2)
    for (const reason of await reasons.locator('span').all())
      expect(await reason.evaluate((one) => one.scrollHeight <= one.clientHeight)).toBe(true)
    await stage.page.locator('h1').click()
    // The first takes the first row, the second the bad one.
    await press('j', 'j')
    await stage.page
      .getByText(/“nobody at home” is not an e-mail address/)
      .first()
      .waitFor()
    const mail = stage.page.getByRole('region', { name: 'Row 3' }).getByLabel('E-mail')
    await mail.fill('beta@invented.example')
    await mail.press('Enter')
    await stage.settled()
    await grid().focus()
    await press('ArrowDown')
    const tel = stage.page.getByRole('region', { name: 'Row 4' }).getByLabel('Telephone')
    await tel.fill('+852 5111 4444')
    await tel.press('Enter')
    await stage.settled()
    expect(await stage.barriers()).toEqual([])
    await expect.poll(() => button('Add 3 people').isEnabled()).toBe(true)
    await press('Control+Enter')
    await stage.page.getByText('3 people added').waitFor()
    await stage.picture('people-import-done')
    expect((await list()).total).toBe(before + 3)
    expect((await person('beta@invented.example')).person).toMatchObject({
      family: 'TESTER',
      chinese: '試乙',
    })
  })

  it('adds nobody the second time, and goes by undo', async () => {
    await stage.page.getByText('3 people added').waitFor()
    const with3 = (await list()).total
    await button('Undo this import').press('Enter')
    await stage.page.getByText('Taken back.').waitFor()
    expect((await list()).total).toBe(with3 - 3)
    await button('Back to the rows').press('Enter')
    await expect.poll(() => button('Add 3 people').isEnabled()).toBe(true)
    await press('Control+Enter')
    await stage.page.getByText('3 people added').waitFor()
    await bring('card.vcf')
    await expect.poll(() => button('Add 1 person').isEnabled()).toBe(true)
    await press('Control+Enter')
    await stage.page.getByText('1 person added').waitFor()
    await bring('card.vcf')
    await stage.page.getByText('Everybody in this list is here already.').waitFor()
    expect(await stage.barriers()).toEqual([])
  })

  it('takes what was pasted', async () => {
    await stage.show('/people-import')
    await stage.page.getByRole('button', { name: /^Paste from the clipboard/ }).click()
    await dialog().getByRole('textbox').fill('Name\tE-mail\nDELTA Tester\tdelta@invented.example\n')
    expect(await stage.barriers()).toEqual([])
    await button('Look through it').click()
    await expect.poll(() => button('Add 1 person').isEnabled()).toBe(true)
  })
})

describe('a bad cell', () => {
  it('is mended in the table where it stands, and is as in the file again on wish', async () => {
    await bring('bad.csv')
    const bad = () => stage.page.locator('[role=gridcell][aria-invalid=true]')
    await expect.poll(() => bad().count()).toBe(1)
    await grid().focus()
    await press('j')
    await bad().dblclick()
    const cell = grid().getByRole('textbox')
    expect(await cell.inputValue()).toBe('at home')
    await cell.fill('epsilon@invented.example')
    await cell.press('Enter')
    await expect.poll(() => bad().count()).toBe(0)
    await button('Add 1 person').waitFor()
    await stage.page
      .getByRole('region', { name: 'Row 2' })
      .getByRole('button', { name: 'As in the file' })
      .click()
    await expect.poll(() => bad().count()).toBe(1)
  })
})

describe('a file let go over the window', () => {
  it('is read where people are brought in; of several the first', async () => {
    await stage.show('/people-import')
    await stage.drop('dropped.csv', 'card.vcf')
    await grid().getByText('Theta DROPTESTER').first().waitFor()
    await stage.page.getByText('One file at a time: the first was taken').waitFor()
    await stage.page.getByText('dropped.csv').first().waitFor()
    await button('Add 1 person').waitFor()
    await stage.drop('card.vcf')
    await stage.page.getByText('card.vcf').first().waitFor()
    await grid().getByText('Testova').first().waitFor()
    expect(stage.complaints).toEqual([])
  })

  it('is left alone elsewhere', async () => {
    await stage.show('/programme')
    const before = stage.page.url()
    await stage.drop('dropped.csv')
    await stage.settled()
    expect(stage.page.url()).toBe(before)
    expect(stage.complaints).toEqual([])
  })
})

describe('rows that may be known already', () => {
  let known: PersonRow[]

  beforeAll(async () => {
    // Somebody of the same name in the same place of work, with another address.
    const { rows } = await list('has:email has:chinese')
    known = rows
      .filter(({ person: { family, given, organisation } }) => family && given && organisation.en)
      .slice(0, 3)
    expect(known).toHaveLength(3)
    const cell = (text: string) => `"${text}"`
    await stage.put(
      'alike.csv',
      [
        'Family name,Given name,Organisation,E-mail',
        ...known.map(({ person: { family, given, organisation } }, n) =>
          [family, given, organisation.en, `alike${n}@invented.example`].map(cell).join(','),
        ),
        '',
      ].join('\r\n'),
    )
  })

  it('are decided one by one by key, each beside the record it may be', async () => {
    const before = await total()
    await bring('alike.csv')
    await button('Decide 3 first').waitFor()
    expect(await button('Decide 3 first').isDisabled()).toBe(true)
    await stage.page.locator('h1').click()
    for (const [row, key, left] of [
      [2, 's', 'Decide 2 first'],
      [3, 'w', 'Decide 1 first'],
    ] as const) {
      await press('j')
      const detail = stage.page.getByRole('region', { name: `Row ${row}` })
      await detail
        .getByText(known[row - 2]!.person.emails[0]!.address)
        .first()
        .waitFor()
      await press(key)
      await button(left).waitFor()
    }
    expect(await stage.barriers()).toEqual([])
    await stage.picture('people-import-alike')
    await press('j', 'x')
    await button('Add 1 person, add to 1').waitFor()
    // The same key again takes the decision back.
    await press('x')
    await button('Decide 1 first').waitFor()
    await press('x')
    await expect.poll(() => button('Add 1 person, add to 1').isEnabled()).toBe(true)
    await press('Control+Enter')
    await stage.page.getByText('1 person added, 1 added to').waitFor()
    expect(await total()).toBe(before + 1)
    const { person: same } = await stage.ask<PersonPage>('people.show', { id: known[0]!.person.id })
    expect(same.emails.map((one) => one.address)).toContain('alike0@invented.example')
    expect((await person('alike1@invented.example')).person.id).not.toBe(known[1]!.person.id)
    expect((await list('alike2@invented.example')).fitting).toBe(0)
    await button('Undo this import').press('Enter')
    await stage.page.getByText('Taken back.').waitFor()
    expect(await total()).toBe(before)
  })

  it('are decided all at once', async () => {
    await bring('alike.csv')
    const all = stage.page.getByRole('group', { name: 'All that are not decided' })
    await all.getByRole('button', { name: 'All new' }).click()
    await button('Add 3 people').waitFor()
    await all.getByRole('button', { name: 'Leave all out' }).click()
    await button('Nobody to add').waitFor()
    await all.getByRole('button', { name: 'All the same as the likeliest' }).click()
    await button('Add to 3 records').waitFor()
    await all.getByRole('button', { name: 'Decide each' }).click()
    await button('Decide 3 first').waitFor()
  })
})

describe('an import that takes long', () => {
  const add = () => stage.page.getByRole('button', { name: /^Add \d{1,2},\d{3} people$/ })

  it('is stopped while it is read, and read again on wish', async () => {
    await stage.show('/people-import')
    await stage.choose('many.csv')
    await stage.page.getByRole('button', { name: /^Choose a file/ }).press('Enter')
    await stop('Reading the list and looking for duplicates')
    await stage.page.getByRole('alert').getByText('Stopped. Nothing was changed.').waitFor()
    expect(await stage.barriers()).toEqual([])
    await button('Read again').click()
    await grid().waitFor()
    expect(await stage.page.getByRole('alert').count()).toBe(0)
  })

  it('is stopped while it is brought in, and nobody has come in', async () => {
    const before = await total()
    await button('All new').click()
    await expect.poll(() => add().isEnabled()).toBe(true)
    await press('Control+Enter')
    await stop('Bringing in the people')
    await stage.page.getByText('Stopped. Nothing was changed.').waitFor()
    await work('Bringing in the people').waitFor({ state: 'detached' })
    expect(await total()).toBe(before)
    await stage.picture('people-import-stopped')
    // The rows are still there, to be brought in after all.
    await button('Read again').click()
    await expect.poll(() => add().isEnabled()).toBe(true)
  })
})
