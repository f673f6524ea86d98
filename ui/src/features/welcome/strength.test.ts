import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength'

describe('the strength of a passphrase', () => {
  it('is nothing below eight signs, whatever they are', () => {
    expect(strengthOf('')).toBe(0)
    expect(strengthOf('aB3$xQ9')).toBe(0)
  })

  it('is weak for habits and repetition', () => {
    expect(strengthOf('password1234')).toBe(1)
    expect(strengthOf('aaaaaaaaaaaaaaaa')).toBe(1)
    expect(strengthOf('HongKong2027')).toBe(1)
  })

  it('grows with length', () => {
    expect(strengthOf('ferry lamp')).toBeLessThan(strengthOf('ferry lamp under nine clouds'))
    expect(strengthOf('ferry lamp under nine clouds')).toBe(4)
  })

  it('counts Chinese characters as signs of a large set', () => {
    expect(strengthOf('渡輪經過九龍城碼頭')).toBeGreaterThanOrEqual(3)
  })
})
