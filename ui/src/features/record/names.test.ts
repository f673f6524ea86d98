import { afterEach, expect, test } from 'vitest'
import { setLang } from '$words'
import { nameIn } from './names'

afterEach(() => setLang('en'))

test('a Latin name is English on every screen', () => {
  setLang('zh-Hans')
  expect(nameIn(' KL Convention Centre ')).toEqual({ en: 'KL Convention Centre', zh_hant: '', zh_hans: '' })
})

test('a Chinese name is kept in the script the reader writes', () => {
  expect(nameIn('香港會議展覽中心').zh_hant).toBe('香港會議展覽中心')
  setLang('zh-Hans')
  expect(nameIn('吉隆坡会展中心').zh_hans).toBe('吉隆坡会展中心')
})
