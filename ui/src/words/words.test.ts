import { afterEach, describe, expect, it } from 'vitest'
import { en } from './en'
import { collator, lang, preferredLang, setLang, t, tMaybe, wording } from './index.svelte'
import type { Word } from './types'
import { zhHans } from './zh-Hans'
import { zhHant } from './zh-Hant'

afterEach(() => setLang('en'))

type Table = Record<string, Record<string, Word>>
const texts = (word: Word) => (typeof word === 'string' ? [word] : [word.one ?? word.other, word.other])
const names = (word: Word) =>
  new Set(texts(word).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1])))

describe('the words', () => {
  it('are given the same facts in each language', () => {
    for (const [feature, words] of Object.entries(en as Table)) {
      for (const [key, word] of Object.entries(words)) {
        for (const other of [zhHant as Table, zhHans as Table]) {
          const translated = other[feature]?.[key]
          expect(translated, `${feature}.${key}`).toBeDefined()
          expect([...names(translated!)].sort(), `${feature}.${key}`).toEqual([...names(word)].sort())
        }
      }
    }
  })

  it('are never empty', () => {
    for (const table of [en, zhHant, zhHans] as unknown as Table[])
      for (const words of Object.values(table))
        for (const [key, word] of Object.entries(words))
          for (const text of texts(word)) expect(text.trim(), key).not.toBe('')
  })

  it('keep to their script: no simplified form on a traditional screen', () => {
    // Forms that exist only in simplified writing, out of those this product uses
    const simplified =
      /[设导录删与应动务级时区间场个进节问这无历语标锁项们紧宽备验证类团员访构选择钥开关别为从况华汇传简见议论读写书发现观号单图东]/
    for (const [feature, words] of Object.entries(zhHant as unknown as Table))
      for (const [key, word] of Object.entries(words).filter(([key]) => !key.includes('zh-Hans')))
        for (const text of texts(word))
          expect(text.match(simplified)?.[0], `${feature}.${key}: ${text}`).toBeUndefined()
  })

  it('switch at once', () => {
    expect(t('frame.settings')).toBe('Settings')
    setLang('zh-Hant')
    expect(t('frame.settings')).toBe('設定')
    setLang('zh-Hans')
    expect(t('frame.settings')).toBe('设置')
    expect(document.documentElement.lang).toBe('zh-Hans-CN')
  })

  it('count as the language counts', () => {
    expect(t('frame.conflicts', { n: 1 })).toBe('1 conflict')
    expect(t('frame.conflicts', { n: 1200 })).toBe('1,200 conflicts')
    setLang('zh-Hant')
    expect(t('frame.conflicts', { n: 1 })).toBe('1 項衝突')
  })

  it('say nothing for a key that came from outside and is not known', () => {
    expect(tMaybe('errors.never_heard_of')).toBeUndefined()
    expect(tMaybe('nowhere')).toBeUndefined()
  })

  it('begin in the language the system prefers', () => {
    expect(preferredLang(['zh-HK', 'en'])).toBe('zh-Hant')
    expect(preferredLang(['zh-Hans-HK'])).toBe('zh-Hans')
    expect(preferredLang(['fr', 'en-GB'])).toBe('en')
    expect(preferredLang([])).toBe('en')
    expect(lang()).toBe('en')
  })
})

describe('names of records', () => {
  it('take the nearest language that was written', () => {
    const kl = { en: 'Kuala Lumpur', zh_hant: '吉隆坡', zh_hans: '' }
    expect(wording(kl)).toBe('Kuala Lumpur')
    setLang('zh-Hans')
    expect(wording(kl)).toBe('吉隆坡')
    expect(wording({ en: 'Only', zh_hant: '', zh_hans: '' })).toBe('Only')
    expect(wording(null)).toBe('')
  })

  it('sort digits by value', () => {
    expect(['Seminar 10', 'Seminar 9'].sort(collator().compare)).toEqual(['Seminar 9', 'Seminar 10'])
  })
})
