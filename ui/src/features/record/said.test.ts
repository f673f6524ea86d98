import { afterEach, expect, test } from 'vitest'
import type { FindingView } from '$api/types'
import { setLang } from '$words'
import { findingText, findingTitle } from './said'

afterEach(() => setLang('en'))
const finding = (
  check: string,
  params: Record<string, string>,
  name: FindingView['name'] = null,
  country: FindingView['country'] = null,
): FindingView => ({
  check,
  severity: 3,
  about: [],
  sides: [],
  params,
  name,
  country,
  sentence: 'In English.',
})

test('a delegate is named in the reader’s script', () => {
  const twice = finding('delegate_booked_twice', {
    delegate: 'CHAN Tai-man',
    delegate_chinese: '陳大文',
    delegates: '1',
  })
  expect(findingTitle(twice)).toBe('Delegate booked twice')
  expect(findingText(twice)).toContain('CHAN Tai-man')
  setLang('zh-Hant')
  expect(findingText(twice)).toContain('陳大文')
})

test('a holiday is named with its country and date, and an estimate is marked', () => {
  const text = findingText(
    finding(
      'public_holiday',
      { date: '2027-03-10', estimated: 'true' },
      { en: 'Eid', zh_hant: '', zh_hans: '' },
      { en: 'Qatar', zh_hant: '卡塔爾', zh_hans: '卡塔尔' },
    ),
  )
  expect(text).toBe('Eid, Qatar, Wed 10 Mar 2027 (date estimated)')
})

test('a check that has no words yet is told in the backend’s sentence', () => {
  expect(findingTitle(finding('not_known_here', {}))).toBe('In English.')
})
