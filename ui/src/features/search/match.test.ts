import { describe, expect, it } from 'vitest'
import { scoreOf } from './match'

describe('the palette', () => {
  it('wants every word, in any order', () => {
    expect(scoreOf('mission new', 'New mission')).toBeGreaterThan(0)
    expect(scoreOf('mission old', 'New mission')).toBe(0)
  })

  it('likes a beginning better than a middle', () => {
    expect(scoreOf('ex', 'Export…')).toBeGreaterThan(scoreOf('ex', 'Next language'))
  })

  it('finds Chinese without spaces', () => {
    expect(scoreOf('設定', '前往設定')).toBeGreaterThan(0)
  })
})
