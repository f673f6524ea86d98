import { afterEach, describe, expect, it } from 'vitest'
import { setLang } from '$words'
import { fieldName, valueText } from './values'

afterEach(() => setLang('en'))

describe('a value in the history', () => {
  it('is said in words, not in keys', () => {
    expect(valueText('confirmed', 'status')).toBe('Confirmed')
    expect(valueText(['financial_services', 'healthcare'], 'sectors')).toBe('Financial services, Healthcare')
    expect(valueText('roadshow', 'kind')).toBe('Roadshow')
    expect(valueText(true, 'all_day')).toBe('Yes')
  })

  it('shows wall times and dates as people write them', () => {
    expect(valueText('2027-05-14T15:00:00', 'start')).toBe('Fri 14 May 2027 15:00')
    expect(valueText('2027-05-14', 'from')).toBe('Fri 14 May 2027')
  })

  it('says that there is nothing', () => {
    expect(valueText(null, 'venue')).toBe('empty')
    expect(valueText([], 'tags')).toBe('empty')
    expect(valueText({ en: '', zh_hant: '', zh_hans: '' }, 'title')).toBe('empty')
  })

  it('speaks the language on screen', () => {
    setLang('zh-Hant')
    expect(valueText({ en: 'KL', zh_hant: '吉隆坡', zh_hans: '' }, 'place')).toBe('吉隆坡')
    expect(fieldName('capacity')).toBe('名額')
  })
})
