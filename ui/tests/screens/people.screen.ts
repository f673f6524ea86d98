// The ledger of people from the list to the merge, by keyboard, over the real routes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AlikePage, PeoplePage, PersonPage, PersonRow } from '../../src/api/types'
import { LANGUAGES, Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open('sample')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  await stage.page.setViewportSize({ width: 1280, height: 720 })
  stage.complaints.splice(0)
})

const list = (query = '', more: object = {}) =>
  stage.ask<PeoplePage>('people.list', { query, rows: 200, facets: true, ...more })
const grid = () => stage.page.getByRole('grid')
const query = () => stage.page.getByRole('combobox', { name: 'Search people' })
const dialog = () => stage.page.getByRole('dialog')
const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: true })
/** Ctrl Z, once the frame knows that there is something to undo. */
const undo = async () => {
  await expect
    .poll(() =>
      stage.page.locator('footer, .frame').getByRole('button', { name: /^Undo/ }).last().isEnabled(),
    )
    .toBe(true)
  await stage.settled()
  await stage.page.keyboard.press('Control+z')
}
const press = async (...keys: string[]) => {
  for (const key of keys) await stage.page.keyboard.press(key)
}
/** How many rows the grid says there are. */
const rows = async () => Number(await grid().getAttribute('aria-rowcount')) - 1

async function person(words: string): Promise<PersonRow> {
  const { rows } = await list(words)
  if (!rows[0]) throw new Error(`nobody fits ${words}`)
  return rows[0]
}

describe('the list of people', () => {
  it('is reached by G I, and counts what it shows', async () => {
    await stage.show('/programme')
    await press('g', 'i')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/people'))
    await stage.settled()
    const { total, facets } = await list()
    await expect.poll(rows).toBe(total)
    await stage.page.getByText(`${total} people and bodies`).waitFor()
    const natures = facets!.natures.reduce((sum, one) => sum + one.count, 0)
    const markets = facets!.markets.reduce((sum, one) => sum + one.count, 0)
    expect([natures, markets]).toEqual([total, total])
    expect(await stage.barriers()).toEqual([])
  })

  it('finds as one types, in either script, and goes on to the rows with Enter', async () => {
    await stage.show('/people')
    await press('/')
    await stage.page.keyboard.type('陳')
    const found = (await list('陳')).fitting
    expect(found).toBeGreaterThan(0)
    await expect.poll(rows).toBe(found)
    await press('Enter')
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true)
    await press('/')
    await press('Escape')
    await expect.poll(rows).toBe((await list()).total)
  })

  it('offers operators and values, and says what it does not know', async () => {
    await stage.show('/people')
    await press('/')
    await stage.page.keyboard.type('mark')
    await stage.page.getByRole('option', { name: /^market:/ }).waitFor()
    await press('ArrowDown', 'Enter')
    const { facets } = await list()
    const market = facets!.markets.find((one) => one.key && one.count > 0)!
    await stage.page.keyboard.type(market.name.slice(0, 4).toLowerCase())
    await stage.page.getByRole('option', { name: new RegExp(`^${market.name}`) }).waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('people-suggestions')
    await press('ArrowDown', 'Enter')
    await expect.poll(rows).toBe(market.count)
    await press('Escape', 'Escape', '/')
    await query().fill('market:atlantis')
    await stage.page.getByText('No market is called “atlantis”').waitFor()
    await query().fill('')
  })

  it('is narrowed by ticks whose counts come true, and saved as a list', async () => {
    await stage.show('/people')
    const { facets } = await list()
    const market = facets!.markets.find((one) => one.key && one.count > 1)!
    await stage.page.getByRole('checkbox', { name: market.name }).check()
    await expect.poll(rows).toBe(market.count)
    await button('Save as a list…').click()
    await stage.page.keyboard.type('Test list')
    await press('Enter')
    await stage.page.getByRole('button', { name: /^Test list/ }).waitFor()
    const saved = (await list()).facets!.lists.find((one) => one.name === 'Test list')!
    expect(saved.count).toBe(market.count)
    await button('Clear all').click()
    await expect.poll(rows).toBe((await list()).total)
    await stage.page.getByRole('button', { name: /^Test list/ }).click()
    await expect.poll(rows).toBe(market.count)
    expect(await stage.barriers()).toEqual([])
    await button('Clear all').click()
  })

  it('is sorted by its headings and grouped from its corner', async () => {
    await stage.show('/people')
    await grid().focus()
    await press('ArrowUp', 'Enter', 'Enter')
    await stage.settled()
    expect(await stage.page.getByRole('columnheader', { name: /^Name/ }).getAttribute('aria-sort')).toBe(
      'descending',
    )
    await press('Enter')
    await stage.page.getByRole('button', { name: 'Columns', exact: true }).click()
    await stage.page.getByRole('menuitemradio', { name: /Market/ }).click()
    const { groups, fitting } = await list('', { group: 'market' })
    await expect.poll(rows).toBe(fitting + groups.length)
    expect(groups.reduce((sum, one) => sum + one.count, 0)).toBe(fitting)
    await stage.picture('people-grouped')
    await stage.page.getByRole('button', { name: 'Columns', exact: true }).click()
    await stage.page.getByRole('menuitemradio', { name: 'No grouping' }).click()
  })

  it('is written into by keyboard, refused where it must be, and undone', async () => {
    const before = await person('has:email')
    await stage.show('/people')
    await press('/')
    await query().fill(before.person.emails[0]!.address)
    await expect.poll(rows).toBe(1)
    await press('Enter', 'Home')
    for (let column = 0; column < 5; column += 1) await press('ArrowRight')
    await press('e')
    const cell = grid().getByRole('textbox', { name: 'E-mail' })
    await cell.waitFor()
    await cell.fill('nobody at home')
    await cell.press('Enter')
    await stage.page.getByText(/not an e-mail address/).waitFor()
    await cell.fill('somebody@invented.example')
    await cell.press('Enter')
    const now = () => stage.ask<PersonPage>('people.show', { id: before.person.id })
    await expect.poll(async () => (await now()).person.emails[0]!.address).toBe('somebody@invented.example')
    await stage.page.locator('h1').click()
    await press('Control+z')
    await expect
      .poll(async () => (await now()).person.emails[0]!.address)
      .toBe(before.person.emails[0]!.address)
    await query().fill('')
  })

  it('leaves the keyboard in the next line while an address is kept', async () => {
    const before = await person('has:email')
    const now = async () =>
      (await stage.ask<PersonPage>('people.show', { id: before.person.id })).person.emails[0]!
    await stage.show(`/person/${before.person.id}`)
    const address = stage.page.getByRole('textbox', { name: 'E-mail 1', exact: true })
    await address.fill('another@invented.example')
    await press('Tab')
    await expect.poll(async () => (await now()).address).toBe('another@invented.example')
    await stage.settled()
    await stage.page.keyboard.type('home')
    await press('Enter')
    await expect.poll(async () => (await now()).label).toBe('home')
    await stage.page.locator('h1').click()
    await press('Control+z', 'Control+z')
    await expect.poll(now).toEqual(before.person.emails[0])
  })

  it('marks ranges and all that fit, and says beforehand what a step would do', async () => {
    await stage.show('/people')
    await grid().focus()
    await press('ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await stage.page.getByText('3 marked').waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('people-marked')
    await press('Control+a')
    const { total } = await list()
    await stage.page.getByText(`All ${total} that fit`).waitFor()
    await press('Control+a')
    await press('Space', 'Shift+ArrowDown')
    await stage.page.getByText('2 marked').waitFor()
    await button('Tag').click()
    await dialog().getByRole('combobox').fill('test tag')
    await dialog().getByRole('combobox').press('Enter')
    await dialog().getByText('2 will change').waitFor()
    expect(await stage.barriers()).toEqual([])
    await button('Do it').click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(async () => (await list('tag:"test tag"')).fitting).toBe(2)
    await stage.page.locator('h1').click()
    await press('Control+z')
    await expect.poll(async () => (await list('tag:"test tag"')).fitting).toBe(0)
  })

  it('says who stays when records are removed', async () => {
    await stage.show('/people')
    await press('Control+a')
    await press('Delete')
    await dialog()
      .getByText(/stay as they are: There are invitations or visits/)
      .waitFor()
    await stage.picture('people-remove')
    await press('Escape')
    await button('Unmark').click()
  })

  it('takes somebody new in a line, with a Chinese name as it is written', async () => {
    await stage.show('/people')
    await press('n')
    await dialog().waitFor()
    await stage.page.keyboard.type('歐陽試明')
    await dialog().getByText('Chinese name: 歐陽試明').waitFor()
    expect(await stage.barriers()).toEqual([])
    await press('Enter')
    await expect.poll(async () => (await list('歐陽試明')).fitting).toBe(1)
    expect((await person('歐陽試明')).person).toMatchObject({ chinese: '歐陽試明', family: '', given: '' })
    expect(stage.complaints).toEqual([])
  })
})

describe('a person', () => {
  it('is opened with Enter, corrected in place, and left with Esc', async () => {
    await stage.show('/people')
    await press('/')
    await query().fill('歐陽試明')
    await expect.poll(rows).toBe(1)
    await press('Enter', 'Enter')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/person/'))
    await stage.settled()
    expect(await stage.page.getByRole('heading', { level: 1 }).textContent()).toBe('歐陽試明')
    const { id } = (await person('歐陽試明')).person
    const shown = () => stage.ask<PersonPage>('people.show', { id })
    await stage.page.getByLabel('Called').fill('Sammy')
    await stage.page.getByLabel('Called').press('Enter')
    await expect.poll(async () => (await shown()).person.preferred).toBe('Sammy')
    await stage.page.getByRole('textbox', { name: 'Add a telephone number' }).fill('2345 6789')
    await press('Enter')
    await expect.poll(async () => (await shown()).person.telephones[0]?.e164).toBe('+85223456789')
    await stage.page
      .getByRole('group', { name: 'Inviting to events' })
      .getByRole('button', { name: 'Yes' })
      .click()
    await expect
      .poll(async () => (await shown()).consents)
      .toContainEqual({ purpose: 'events', state: 'given' })
    await stage.page.getByText('Agreed: Inviting to events').waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.page.locator('h1').click()
    await press('Escape')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/people'))
    await query().fill('')
  })
})

describe('possible duplicates', () => {
  const pairs = () => stage.ask<AlikePage>('people.duplicates', { band: 'likely', rows: 50 })

  it('stand beside each other with their reasons, and are merged, parted and told apart by keys', async () => {
    const before = await pairs()
    expect(before.total).toBeGreaterThan(0)
    await stage.show('/people')
    await press('g', 'd')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/duplicates'))
    await stage.page
      .getByText(/the same person$/)
      .first()
      .waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.picture('duplicates')
    await press('m')
    await stage.page.getByText('Merged; undo parts them again').waitFor()
    expect((await pairs()).total).toBe(before.total - 1)
    await undo()
    await expect.poll(async () => (await pairs()).total, { timeout: 10_000 }).toBe(before.total)
    await stage.settled()
    await stage.page
      .getByText(/the same person$/)
      .first()
      .waitFor()
    await press('d')
    await stage.page.getByText('Noted: two different people').waitFor()
    expect((await pairs()).total).toBe(before.total - 1)
    await undo()
    await expect.poll(async () => (await pairs()).total, { timeout: 10_000 }).toBe(before.total)
    expect(stage.complaints).toEqual([])
  })
})

describe('the screens of people', () => {
  const SCREENS: [string, () => Promise<string>][] = [
    ['people', async () => '/people'],
    ['person', async () => `/person/${(await person('has:invitation')).person.id}`],
    ['duplicates', async () => '/duplicates'],
    ['people import', async () => '/people-import'],
  ]
  const LOOKS = LANGUAGES.flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => [language, theme] as const),
  )

  it.each(LOOKS.flatMap((look) => SCREENS.map(([name, path]) => [name, ...look, path] as const)))(
    '%s has no barrier in %s, %s',
    async (name, language, theme, path) => {
      await stage.set({ language, theme })
      await stage.show(await path())
      if (name === 'people') {
        await grid().focus()
        await press('ArrowDown')
        await stage.settled()
      }
      await stage.picture(`${name.replaceAll(' ', '-')}-${language}-${theme}`)
      expect((await stage.barriers()).join('\n')).toBe('')
      expect(stage.complaints.splice(0).join('\n')).toBe('')
    },
  )

  it('begin with a first step where nobody is known', async () => {
    const bare = await Stage.open(0)
    try {
      for (const language of LANGUAGES) {
        await bare.set({ language })
        for (const path of ['/people', '/duplicates', '/privacy', '/privacy?at=notices', '/privacy?at=log']) {
          await bare.show(path)
          await bare.picture(`empty-${path.replace(/\W+/g, '-')}-${language}`)
          expect((await bare.barriers()).join('\n')).toBe('')
        }
      }
      expect(bare.complaints).toEqual([])
    } finally {
      await bare.close()
    }
  })
})
