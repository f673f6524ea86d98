import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { cityOf, showLocal } from '$parts/dates'
import { setLang } from '$words'
import { namedZones, zoneCity } from './cities'

afterEach(() => setLang('en'))

/** Every name of a place in the reference data, with its zone; of a country with none. */
function places(): Set<string> {
  const found = new Set<string>()
  const read = (name: string) =>
    readFileSync(`../data/places/${name}.tsv`, 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t'))
  for (const row of [...read('cities'), ...read('towns')]) {
    const [zone, hant, hans] = [row[4], row[8] || row[9], row[9] || row[8]]
    found.add(`${zone} ${hant} ${hans}`.replaceAll(' ', ''))
  }
  for (const [, , hant, hans] of read('countries')) found.add(`${hant} ${hans}`.replaceAll(' ', ''))
  return found
}

describe('the city of a zone', () => {
  it('is named in the language on screen', () => {
    expect(zoneCity('America/Vancouver')).toBe('Vancouver')
    expect(zoneCity('Asia/Kuala_Lumpur')).toBe('Kuala Lumpur')
    setLang('zh-Hant')
    expect(zoneCity('America/Vancouver')).toBe('溫哥華')
    setLang('zh-Hans')
    expect(zoneCity('America/Vancouver')).toBe('温哥华')
    expect(zoneCity('Asia/Kuala_Lumpur')).toBe('吉隆坡')
  })
  it('stands so beside the times of a change', () => {
    setLang('zh-Hant')
    const time = (local: string) => ({
      local,
      hong_kong: local,
      zone: 'America/Vancouver',
      zone_city: 'Vancouver',
      offset: '−08',
    })
    const span = { start: time('2026-11-02T18:00:00'), end: time('2026-11-02T20:30:00') }
    expect(showLocal(span)).toBe('2026年11月2日（星期一）18:00–20:30 溫哥華（−08）')
    expect(showLocal(span, '列治文')).toContain('列治文')
  })
  it('is read from the zone where no other name is known, also of an unnamed zone', () => {
    setLang('zh-Hans')
    expect(zoneCity('Antarctica/Troll')).toBe('Troll')
    expect(zoneCity('UTC')).toBe('UTC')
    expect(cityOf({ zone_city: 'Leeds' })).toBe('Leeds')
  })
  it('is called what the reference data calls it', () => {
    const known = places()
    const strange = namedZones.filter((zone) => {
      setLang('zh-Hant')
      const hant = zoneCity(zone)
      setLang('zh-Hans')
      const hans = zoneCity(zone)
      return !known.has(`${zone}${hant}${hans}`) && !known.has(`${hant}${hans}`)
    })
    expect(namedZones.length).toBeGreaterThan(280)
    expect(strange).toEqual([])
  })
})
