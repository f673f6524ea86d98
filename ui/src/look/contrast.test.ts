import { describe, expect, it } from 'vitest'
import css from './tokens.css?raw'

/** Both values of a token, light and dark. */
function token(name: string): [string, string] {
  const line = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1]
  if (!line) throw new Error(`no token --${name}`)
  const pair = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(line)
  return pair ? [pair[1]!, pair[2]!] : [line, line]
}

function luminance(hex: string): number {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function worst(text: string, ground: string): number {
  const [a, b] = [token(text), token(ground)]
  return Math.min(contrast(a[0], b[0]), contrast(a[1], b[1]))
}

const REGIONS = ['asia_pacific', 'middle_east', 'europe', 'north_america', 'gba_joint']
const GROUNDS = [
  'ground',
  'surface',
  'raised',
  'sunken',
  'hover',
  'pressed',
  'accent-tint',
  'band-holiday',
  'band-ramadan',
  'band-weekend',
]

describe('text keeps 4.5:1', () => {
  it.each(GROUNDS)('on %s', (ground) => {
    for (const text of ['text', 'text-2']) expect(worst(text, ground), text).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['ground', 'surface', 'raised', 'sunken', 'hover', 'accent-tint'])('quiet, on %s', (ground) => {
    expect(worst('text-3', ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(REGIONS)('on the tint of %s', (region) => {
    expect(worst(`region-${region}-text`, `region-${region}-tint`)).toBeGreaterThanOrEqual(4.5)
  })

  it('where it is coloured', () => {
    for (const ground of ['surface', 'ground', 'accent-tint', 'hover'])
      expect(worst('accent-text', ground)).toBeGreaterThanOrEqual(4.5)
    for (const tone of ['danger', 'warn', 'good']) {
      expect(worst(tone, `${tone}-tint`), tone).toBeGreaterThanOrEqual(4.5)
      expect(worst(tone, 'ground'), tone).toBeGreaterThanOrEqual(4.5)
    }
    expect(worst('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(worst('on-accent', 'accent-hover')).toBeGreaterThanOrEqual(4.5)
  })
})

describe('what is not text keeps 3:1', () => {
  it('for edges of controls and for focus', () => {
    for (const ground of ['surface', 'ground']) {
      expect(worst('line-control', ground)).toBeGreaterThanOrEqual(3)
      expect(worst('focus', ground)).toBeGreaterThanOrEqual(3)
    }
  })
})
