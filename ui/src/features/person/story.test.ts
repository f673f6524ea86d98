import { afterEach, expect, it } from 'vitest'
import type { StoryItem } from '$api/types'
import { setLang } from '$words'
import { storyNote, storyOf, storyText } from './story'

afterEach(() => setLang('en'))

const item = (more: Partial<StoryItem>): StoryItem => ({
  on: '2027-05-14',
  at: null,
  kind: 'change',
  code: '',
  params: {},
  text: '',
  event: null,
  event_title: '',
  span: null,
  visit: null,
  source: null,
  actor: '',
  change: null,
  undone: false,
  changes: [],
  ...more,
})

it('is told in the words of the screen', () => {
  expect(storyText(item({ kind: 'invitation', code: 'accepted' }))).toBe('Accepted')
  expect(storyText(item({ kind: 'consent', code: 'direct_marketing', params: { given: 'no' } }))).toBe(
    'Did not agree: Telling of schemes by name',
  )
  setLang('zh-Hant')
  expect(storyText(item({ kind: 'notice', text: '通知甲', params: { version: '2' } }))).toBe(
    '獲給予「通知甲」第 2 版',
  )
})

it('says a note once', () => {
  expect(storyNote(item({ kind: 'meeting', text: 'Lunch' }))).toBe('')
  expect(storyNote(item({ kind: 'invitation', text: 'Said so by telephone' }))).toBe('Said so by telephone')
})

it('can be narrowed', () => {
  const all = [item({ kind: 'visit' }), item({ kind: 'consent' }), item({ kind: 'created' })]
  expect(storyOf(all, 'privacy')).toEqual([all[1]])
  expect(storyOf(all, 'changes')).toEqual([all[2]])
})
