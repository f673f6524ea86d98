import { afterEach, expect, it } from 'vitest'
import type { PersonImportRow } from '$api/types'
import { setLang } from '$words'
import { briefText, commitText, decisionText, doneText, fieldText } from './said'

afterEach(() => setLang('en'))

const row = (more: object) =>
  ({
    verdict: 'new',
    decision: null,
    problems: [],
    warnings: [],
    changes: [],
    alike: [],
    ...more,
  }) as unknown as PersonImportRow

it('the button says exactly what it does', () => {
  expect(commitText({ adds: 1, changes: 0 })).toBe('Add 1 person')
  expect(commitText({ adds: 41, changes: 3 })).toBe('Add 41 people, add to 3')
  expect(commitText({ adds: 0, changes: 0 })).toBe('Nobody to add')
  setLang('zh-Hant')
  expect(doneText({ adds: 41, changes: 3 })).toBe('已新增 41 位、補充 3 項')
})

it('a decision names whom a row is', () => {
  const alike = [{ other: { name: 'CHAN Tai-man', person: { id: 'a' } }, row: null }]
  expect(decisionText({ row: 2, act: 'same', person: 'a' }, row({ alike }))).toBe('is CHAN Tai-man')
  expect(decisionText({ row: 2, act: 'skip', person: null }, row({}))).toBe('left out')
})

it('a row says first what is wrong with it', () => {
  const problems = [{ column: 1, field: null, code: 'telephone_shortened', params: { text: '1.2E+10' } }]
  expect(briefText(row({ verdict: 'refused', problems }), ['Name', 'Tel'])).toContain('Tel: ')
  expect(
    briefText(row({ verdict: 'alike', alike: [{ other: { name: 'X', person: { id: 'a' } }, row: 7 }] }), []),
  ).toBe('Row 7 of this list')
})

it('columns are called by what they hold', () => {
  expect(fieldText('organisation_zh_hant')).toBe('Organisation in 繁體')
  expect(fieldText('never_heard_of')).toBe('never heard of')
})
