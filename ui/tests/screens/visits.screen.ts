// A leading talent's visit, from the nomination to what came of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { VisitBoard, VisitPage } from '../../src/api/types'
import { people } from './guests'
import { LANGUAGES, Stage } from './stage'

let stage: Stage
/** The visit that the tests make. */
let id: string

beforeAll(async () => {
  stage = await Stage.open('sample')
  await people(stage, 1, 'VISITOR')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.set({ language: 'en', theme: 'light' })
  stage.complaints.splice(0)
})

const shown = () => stage.ask<VisitPage>('visits.show', { id })
const dialog = () => stage.page.getByRole('dialog')
const press = (key: string) => stage.page.keyboard.press(key)
const cardOf = (name: string) => stage.page.locator('[data-card]').filter({ hasText: name })

describe('a visit', () => {
  it('begins with a nomination', async () => {
    await stage.show('/programme')
    await press('g')
    await press('v')
    await stage.page.waitForFunction(() => location.hash.startsWith('#/visits'))
    await stage.settled()
    await press('n')
    await dialog().waitFor()
    expect(await stage.barriers()).toEqual([])
    await stage.page.keyboard.type('VISITOR')
    await stage.page
      .getByRole('option', { name: /VISITOR/ })
      .first()
      .click()
    await dialog().getByLabel('Why').fill('Leads a group on invented diagnostics.')
    await dialog().getByRole('button', { name: 'Nominate' }).click()
    await stage.page.waitForFunction(() => location.hash.startsWith('#/visit/'))
    id = new URL(stage.page.url()).hash.split('/')[2]!.split('?')[0]!
    expect((await shown()).card.stage).toBe('nominated')
  })

  it('cannot go on without an approval, and the board says so', async () => {
    await stage.show('/visits')
    const card = cardOf('VISITOR')
    await expect.poll(() => card.textContent()).toContain('Approval')
    await card.focus()
    await press('Shift+ArrowRight')
    await stage.settled()
    expect((await shown()).card.stage).not.toBe('invited')
  })

  it('records who agreed and when', async () => {
    await stage.show(`/visit/${id}`)
    await stage.page.getByRole('textbox', { name: 'Who', exact: true }).first().fill('Director')
    await stage.page.getByRole('textbox', { name: 'Why, or under what condition' }).fill('Within the budget')
    await stage.page.getByRole('button', { name: 'Record a decision' }).click()
    await expect
      .poll(async () => (await shown()).visit.approvals)
      .toMatchObject([{ by: 'Director', verdict: 'approved', note: 'Within the budget' }])
    expect((await shown()).card.stage).toBe('approved')
  })

  it('goes on by Shift and arrow on the board', async () => {
    await stage.show('/visits')
    await cardOf('VISITOR').focus()
    await press('Shift+ArrowRight')
    await expect.poll(async () => (await shown()).card.stage).toBe('invited')
    await press('Control+z')
    await expect.poll(async () => (await shown()).card.stage).toBe('approved')
    for (const to of ['invited', 'accepted']) await stage.ask('visits.step', { id, to })
  })

  it('shows its programme on both clocks', async () => {
    await stage.ask('records.edit', {
      kind: 'visit',
      id,
      set: { arrive: '2027-03-08', depart: '2027-03-10', home_zone: 'Europe/Zurich' },
    })
    await stage.show(`/visit/${id}`)
    await press('n')
    await dialog().getByLabel('What').fill('Welcome at the office')
    await dialog().getByRole('textbox', { name: 'Start' }).fill('930')
    await dialog().getByRole('textbox', { name: 'End' }).fill('11')
    await press('Enter')
    await expect.poll(async () => (await shown()).visit.meetings).toHaveLength(1)
    const row = stage.page.getByRole('listitem').filter({ hasText: 'Welcome at the office' }).first()
    await expect.poll(() => row.textContent()).toContain('09:30–11:00')
    expect(await row.textContent()).toContain('02:30–04:00')
  })

  it('keeps its check-list, costs and tasks in their lines', async () => {
    await stage.show(`/visit/${id}`)
    await stage.page.getByRole('textbox', { name: 'For what' }).last().fill('Flights')
    await press('Enter')
    await expect.poll(async () => (await shown()).visit.costs).toHaveLength(1)
    const amount = stage.page.getByRole('textbox', { name: 'HK$ Flights' })
    await amount.fill('12,500.50')
    await amount.press('Enter')
    await expect.poll(async () => (await shown()).costs.total).toBe(1_250_050)
    const items = (await shown()).visit.checklist.length
    await stage.page.getByRole('textbox', { name: 'What', exact: true }).fill('Ask for a portrait')
    await press('Enter')
    await expect.poll(async () => (await shown()).visit.checklist).toHaveLength(items + 1)
    await stage.page.getByRole('contentinfo').getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(async () => (await shown()).visit.checklist).toHaveLength(items)
  })

  it('stands once on the board, and the columns add up', async () => {
    const board = await stage.ask<VisitBoard>('visits.board')
    const cards = board.columns.flatMap((column) => column.visits)
    expect(cards).toHaveLength(board.total)
    expect(cards.filter((card) => card.id === id)).toHaveLength(1)
  })
})

for (const language of LANGUAGES) {
  describe(language, () => {
    it('keeps what stands on a card within it', async () => {
      await stage.set({ language, theme: 'light' })
      await stage.show('/visits')
      const wide = await stage.page.locator('[data-card]').evaluateAll((cards) =>
        cards.flatMap((card) => {
          const edge = card.getBoundingClientRect().right
          return [...card.children]
            .filter(
              (part) => part.getBoundingClientRect().right > edge || part.scrollWidth > part.clientWidth + 1,
            )
            .filter((part) => !part.classList.contains('clip'))
            .map((part) => part.textContent)
        }),
      )
      expect(wide).toEqual([])
    })

    for (const theme of ['light', 'dark'] as const) {
      it.each(['board', 'page'])(`the %s has no barrier (${theme})`, async (which) => {
        await stage.set({ language, theme })
        await stage.show(which === 'board' ? '/visits' : `/visit/${id}`)
        await stage.picture(`visits-${which}-${language}-${theme}`)
        expect((await stage.barriers()).join('\n')).toBe('')
        expect(stage.complaints.splice(0).join('\n')).toBe('')
      })
    }
  })
}
