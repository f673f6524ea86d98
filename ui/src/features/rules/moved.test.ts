import { describe, expect, it } from 'vitest'
import type { Holder, MovedByRules } from '$api/types'
import { byRelease, touchedCalendars } from './moved'

const holder = (recipient: string, calendar: string) => ({ recipient, calendar }) as Holder
const moved = (id: string, former_release: string, holders: Holder[] = []) =>
  ({ id, former_release, holders }) as MovedByRules

describe('what changed rules moved', () => {
  it('is told by the rules of before, the oldest first', () => {
    const groups = byRelease([moved('a', '2026a'), moved('b', '2025b'), moved('c', '2026a')])
    expect(groups.map(({ from, events }) => [from, events.length])).toEqual([
      ['2025b', 1],
      ['2026a', 2],
    ])
  })
  it('names each calendar once, with how many events and recipients', () => {
    const touched = touchedCalendars([
      moved('a', '2025b', [holder('r1', 'public'), holder('r2', 'public')]),
      moved('b', '2025b', [holder('r1', 'public'), holder('r3', 'partners')]),
    ])
    expect(touched.map(({ calendar, events, recipients }) => [calendar, events, recipients])).toEqual([
      ['public', 2, 2],
      ['partners', 1, 1],
    ])
  })
})
