// One word for one thing: what the screens call a choice is what sheets, paper and the command line call it.
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { LANGS, setLang, tMaybe } from '$words'

const FOLDER = '../src-tauri/crates/plan/src/reference/vocabulary'

/** Where the window has the words of a choice of the plan. */
const HERE: Record<string, string> = {
  Region: 'field.region',
  Status: 'field.status',
  EventKind: 'field.kind',
  MissionKind: 'field.mission_kind',
  DelegateRole: 'field.role',
  TravelMode: 'field.travel',
  InviteeRole: 'invitees.role',
  InvitationStatus: 'invitees.status',
  Source: 'invitees.source',
  VisitStage: 'visits.stage',
  Outcome: 'visits.outcome',
  Verdict: 'visits.verdict',
  DisclosureKind: 'privacy.kind',
  Nature: 'people.nature',
}
/** Words of which the window has a short form, for a mark or a switch. */
const SHORTER = ['field.region.gba_joint']

interface Word {
  choice: string
  key: string
  names: string[]
}

function wordsOf(file: string): Word[] {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8')
  const choices = text.slice(text.indexOf('named! {')).matchAll(/\n {4}(\w+) \{\n(.*?)\n {4}\}/gs)
  return [...choices].flatMap(([, choice, lines]) =>
    [...lines!.matchAll(/(\w+): "(.*?)", "(.*?)", "(.*?)";/g)].map(([, variant, ...names]) => ({
      choice: choice!,
      key: variant!.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase(),
      names,
    })),
  )
}
const words = [...wordsOf('mod.rs'), ...wordsOf('people.rs')]

afterAll(() => setLang('en'))

test.each(Object.entries(HERE))('%s is called the same on screen as on paper', (choice, here) => {
  const known = words.filter((word) => word.choice === choice)
  expect(known.length).toBeGreaterThan(1)
  for (const [place, language] of LANGS.entries()) {
    setLang(language)
    for (const { key, names } of known)
      if (!SHORTER.includes(`${here}.${key}`))
        expect([key, tMaybe(`${here}.${key}`)]).toEqual([key, names[place]])
  }
})
