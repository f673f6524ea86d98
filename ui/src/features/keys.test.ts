import { describe, expect, it } from 'vitest'

const screens = import.meta.glob<string>('./**/*.svelte', { query: '?raw', import: 'default', eager: true })

/** What is shown of a record may be shown of another, too; two lines of one key leave the screen blank. */
const SHOWN = /\.(title|what|words|text|label|wanted|raw|address|code|property|count|on|event)\b/
/** A change has one label, with its id; the ways in are written down in the screen. */
const RULED = ['changes[0]!.label.change', 'entry.label.change', 'way.title']

/** Each key that is not the place in the list, with its file: `person/Compare.svelte both.title`. */
function keysOf([path, text]: [string, string]): string[] {
  const found = text.matchAll(/\{#each [^]*?\(((?:[^()]|\([^()]*\))*)\)\s*\}/g)
  const keys = [...found]
    .map((one) => one[1]!.trim())
    .filter((key) => !key.includes('index') && !RULED.includes(key))
  return keys.map((key) => `${path.slice(2)} ${key}`)
}

describe('lists of the screens', () => {
  it('are keyed by what is unique, never by what is only shown', () => {
    const all = Object.entries(screens).flatMap(keysOf)
    expect(all.length).toBeGreaterThan(80)
    expect(all.filter((key) => SHOWN.test(key.replace(/^\S+ /, '')))).toEqual([])
  })
})
