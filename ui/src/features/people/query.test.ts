import { describe, expect, it } from 'vitest'
import { complete, OPERATORS, suggest, term, tokenAt, tokensOf, type Operator } from './query'

const words = Object.fromEntries(OPERATORS.map((one) => [one, `about ${one}`])) as Record<Operator, string>
const values = (operator: Operator) =>
  operator === 'market'
    ? [
        { value: 'United Kingdom', label: '英國' },
        { value: 'Malaysia', label: '馬來西亞' },
      ]
    : []

describe('the words of a search', () => {
  it('are parted by blanks, not within quotes', () => {
    expect(tokensOf('chan market:"United Kingdom" -tag:vip 陳')).toMatchObject([
      { operator: null, value: 'chan', negated: false },
      { operator: 'market', value: 'United Kingdom' },
      { operator: 'tag', value: 'vip', negated: true },
      { operator: null, value: '陳' },
    ])
  })

  it('take a full-width colon, and leave what is no operator alone', () => {
    expect(tokensOf('市場:x market：馬來西亞 a:b')).toMatchObject([
      { operator: null, value: '市場:x' },
      { operator: 'market', value: '馬來西亞' },
      { operator: null, value: 'a:b' },
    ])
  })

  it('are found by the caret', () => {
    expect(tokenAt('chan market:ma', 14)?.operator).toBe('market')
    expect(tokenAt('chan ', 5)).toBeUndefined()
  })
})

describe('suggestions', () => {
  it('begin with every operator and narrow as one is typed', () => {
    expect(suggest('', 0, words, values)).toHaveLength(OPERATORS.length)
    expect(suggest('s', 1, words, values)).toEqual([])
    expect(suggest('so', 2, words, values).map((one) => one.insert)).toEqual(['source:'])
    expect(suggest('chan', 4, words, values)).toEqual([])
  })

  it('offer values behind an operator, by either name, and quote blanks', () => {
    expect(suggest('market:英', 8, words, values).map((one) => one.insert)).toEqual([
      'market:"United Kingdom" ',
    ])
    expect(suggest('-market:mal', 11, words, values).map((one) => one.insert)).toEqual(['-market:Malaysia '])
  })

  it('take the place of the word they complete', () => {
    expect(complete('chan mar li', 8, 'market:')).toEqual({ text: 'chan market:li', caret: 12 })
    expect(complete('', 0, 'tag:')).toEqual({ text: 'tag:', caret: 4 })
    expect(term('list', 'Spring guests')).toBe('list:"Spring guests"')
  })
})
