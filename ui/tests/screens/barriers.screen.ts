// Every screen, in each language, light and dark: nothing that axe finds, and nothing the page complains of.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, Stage } from './stage'

let stage: Stage
let mission: string
let event: string

beforeAll(async () => {
  stage = await Stage.open('sample')
  const missions = await stage.ask<{ id: string; title: string }[]>('missions.list')
  mission = missions.find((row) => row.title.startsWith('Kuala Lumpur'))!.id
  const events = await stage.ask<{ id: string; problems: number }[]>('events.list')
  event = events.find((row) => row.problems > 0)!.id
})

afterAll(() => stage.close())

const screens: [string, () => string][] = [
  ['timeline', () => '/programme'],
  ['timeline by team', () => '/programme?rows=team'],
  ['month', () => '/programme?view=month&at=2027-05-14'],
  ['week', () => '/programme?view=week&at=2027-05-14'],
  ['table', () => '/programme?view=table'],
  ['map', () => '/programme?view=map'],
  ['missions', () => '/missions'],
  ['mission', () => `/mission/${mission}`],
  ['event', () => `/event/${event}`],
  ['lists', () => '/lists'],
  ['history', () => '/history'],
  ['settings', () => '/settings'],
]

for (const language of LANGUAGES) {
  describe(language, () => {
    for (const theme of ['light', 'dark'] as const) {
      it.each(screens)(`%s has no barrier (${theme})`, async (name, path) => {
        await stage.set({ language, theme })
        await stage.show(path())
        await stage.picture(`${name.replaceAll(' ', '-')}-${language}-${theme}`)
        expect(await stage.page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`))
        expect((await stage.barriers()).join('\n')).toBe('')
        expect(stage.complaints.splice(0).join('\n')).toBe('')
      })
    }
  })
}

it('the first page has no barrier in any language', async () => {
  const bare = await Stage.open('none')
  try {
    for (const language of LANGUAGES) {
      await bare.set({ language })
      await bare.show('/')
      await bare.picture(`welcome-${language}`)
      expect((await bare.barriers()).join('\n')).toBe('')
    }
    expect(bare.complaints).toEqual([])
  } finally {
    await bare.close()
  }
})
