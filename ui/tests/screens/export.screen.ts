// Taking events out: each format as its readers will see it, and what is written.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const dialog = () => stage.page.getByRole('dialog')
const format = (name: string | RegExp) => dialog().getByRole('radio', { name })
async function open(): Promise<void> {
  await stage.show('/programme')
  await stage.page.keyboard.press('Control+e')
  await dialog().getByText('events').first().waitFor()
}
/** axe cannot look into a frame that runs no scripts; the page itself is tried where it is written. */
async function barriers(): Promise<string> {
  await stage.page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()))
  return (await stage.barriers()).join('\n')
}

describe('the dialog', () => {
  it('is found by mouse where events are listed', async () => {
    for (const path of ['/programme', '/missions', '/calendars']) {
      await stage.show(path)
      await stage.page.getByRole('button', { name: 'Export…' }).click()
      await dialog().getByText('events').first().waitFor()
      await stage.picture(`export-from-${path.slice(1)}`)
      await stage.page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
    }
  })

  it('begins with the events of a mission, and with the run sheet of an event', async () => {
    const [mission] = await stage.ask<{ id: string; events: number }[]>('missions.list')
    await stage.show(`/mission/${mission!.id}`)
    await stage.page.getByRole('button', { name: 'More' }).first().click()
    await stage.page.getByRole('menuitem', { name: /^Export…/ }).click()
    await format(/^CSV/).press('Space')
    await dialog().getByRole('radio', { name: 'Internal', exact: true }).press('Space')
    await dialog()
      .getByText(new RegExp(`^${mission!.events} events?`))
      .first()
      .waitFor()
    await dialog().getByRole('radio', { name: 'Public', exact: true }).press('Space')
    await stage.page.keyboard.press('Escape')

    const [event] = await stage.ask<{ id: string; title: string }[]>('events.list')
    await stage.show(`/event/${event!.id}`)
    await stage.page.keyboard.press('Control+e')
    await expect.poll(() => format(/^Paper/).isChecked()).toBe(true)
    await stage.page.keyboard.press('Escape')
    await stage.show('/programme')
    await stage.page.keyboard.press('Control+e')
    expect(await format(/^Paper/).isChecked()).toBe(false)
  })
})

it.each(LANGUAGES)('dates and times stand whole in the columns of tables in %s', async (language) => {
  await stage.set({ language })
  const cut = (columns: readonly string[]) =>
    stage.page.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('[role=grid] .body [role=gridcell]')]
          .filter((cell) => wanted.some((word) => new RegExp(word).test(cell.textContent ?? '')))
          .flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>('*')])
          .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
          .map((box) => box.textContent),
      columns,
    )
  await stage.show('/programme?view=table')
  await stage.picture(`table-${language}`)
  expect(await cut(['\\d\\d:\\d\\d–', '^\\d{4}年', '^\\w{3} \\d+ '])).toEqual([])
  await stage.show('/missions')
  await stage.picture(`missions-${language}`)
  expect(await cut(['^\\d{4}年\\d+月', '\\d{4}$'])).toEqual([])
})

describe('the preview', () => {
  it('shows the page in a frame without scripts', async () => {
    await open()
    await format(/^Page/).press('Space')
    const frame = dialog().frameLocator('iframe')
    await frame.locator('h1').first().waitFor()
    expect(await dialog().locator('iframe').getAttribute('sandbox')).toBe('')
    expect(await frame.locator('script').count()).toBe(0)
    expect(stage.complaints).toEqual([])
  })

  it('shows a table of a workbook, sheet by sheet', async () => {
    await open()
    await format(/^Workbook/).press('Space')
    await dialog().getByRole('table').waitFor()
    await dialog()
      .getByRole('radio', { name: /^Europe/ })
      .press('Space')
    await expect.poll(() => dialog().getByRole('row').count()).toBeGreaterThan(1)
  })

  it('turns the pages of paper', async () => {
    await open()
    await format(/^Paper/).press('Space')
    await dialog().getByRole('img').waitFor({ timeout: 60_000 })
    await dialog().getByRole('button', { name: 'Next page' }).press('Enter')
    await dialog().getByText('Page 2 of').waitFor({ timeout: 60_000 })
  })

  it('names every file of a calendar that is spread over several', async () => {
    await open()
    await format(/^Calendar/).press('Space')
    await dialog().getByLabel('Files', { exact: true }).selectOption('per_region')
    await dialog().getByText('4 files').waitFor()
    await dialog()
      .getByText(/europe\.ics/)
      .waitFor()
    await dialog().getByLabel('Files', { exact: true }).selectOption('one_file')
  })

  it('says what an audience is not told, and marks what is for the office alone', async () => {
    await open()
    await format(/^CSV/).press('Space')
    await dialog().getByText('Left out:').waitFor()
    await dialog().getByRole('radio', { name: 'Internal', exact: true }).press('Space')
    await dialog().getByText('[RESTRICTED]').first().waitFor()
    await dialog().getByRole('radio', { name: 'Public', exact: true }).press('Space')
  })
})

it('writes what was shown, by keys alone, and remembers the choice', async () => {
  await open()
  await format(/^Calendar/).focus()
  await stage.page.keyboard.press('ArrowRight')
  await stage.page.keyboard.press('ArrowRight')
  await dialog().getByRole('table').waitFor()
  await stage.choose('taken.csv')
  await dialog().getByRole('button', { name: 'Choose a place and write…' }).press('Enter')
  await dialog().getByText('taken.csv').waitFor()
  const text = await readFile(stage.path('taken.csv'), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  await stage.page.keyboard.press('Escape')
  await stage.page.keyboard.press('Control+e')
  expect(await format(/^CSV/).isChecked()).toBe(true)
})

it.each(
  LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => [language, theme] as const)),
)('has no barrier in %s, %s', async (language, theme) => {
  await stage.set({ language, theme })
  await stage.show('/programme')
  await stage.page.keyboard.press('Control+e')
  for (const [at, name] of ['ics', 'xlsx', 'csv', 'html', 'pdf'].entries()) {
    await dialog().locator('fieldset').first().locator('input').nth(at).press('Space')
    await dialog().locator('.preview .count').waitFor({ timeout: 60_000 })
    await stage.settled()
    await stage.picture(`export-${name}-${language}-${theme}`)
    expect(await barriers()).toBe('')
  }
  expect(stage.complaints.splice(0).join('\n')).toBe('')
})
