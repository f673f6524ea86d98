import { afterEach, expect, it } from 'vitest'
import { setLang } from '$words'
import { dayOf, firstEmail, firstTelephone, tagsOf, worded } from './edits'

afterEach(() => setLang('en'))

it('a text goes into the language on screen and leaves the others', () => {
  setLang('zh-Hant')
  expect(worded({ en: 'Chair', zh_hant: '', zh_hans: '主席' }, ' 主席 ')).toEqual({
    en: 'Chair',
    zh_hant: '主席',
    zh_hans: '主席',
  })
})

it('the first address is written and the others stay', () => {
  const emails = [
    { address: 'a@example.org', label: 'work', bounced: true },
    { address: 'b@example.org', label: '', bounced: false },
  ]
  expect(firstEmail(emails, 'c@example.org')).toEqual([
    { address: 'c@example.org', label: 'work', bounced: false },
    emails[1],
  ])
  expect(firstEmail(emails, ' ')).toEqual([emails[1]])
  expect(firstTelephone([], '2345 6789')).toEqual([{ raw: '2345 6789', e164: '', label: '' }])
})

it('tags are parted by commas of any width, each once', () => {
  expect(tagsOf('vip，  press、vip; ')).toEqual(['vip', 'press'])
})

it('a day is read as it is written, and no other way', () => {
  expect(dayOf('2027/5/14')).toBe('2027-05-14')
  expect(dayOf('２０２７年５月１４日')).toBe('2027-05-14')
  expect(dayOf('')).toBeNull()
  expect(dayOf('31.2.2027')).toBeUndefined()
  expect(dayOf('2027-02-31')).toBeUndefined()
})
