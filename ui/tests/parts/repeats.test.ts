import { flushSync, mount, unmount } from 'svelte'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AdjustedTime, Comparison } from '$api/types'
import { fakePlatform } from '../fake-platform'

const desk = vi.hoisted(() => ({ move: {} as object, surface: { anchor: () => new DOMRect(0, 0, 10, 10) } }))
vi.mock('../../src/features/programme/desk.svelte', () => ({ useDesk: () => desk }))

import Compare from '../../src/features/person/Compare.svelte'
import Overlay from '../../src/features/programme/move/Overlay.svelte'

let instance: Record<string, unknown>
afterEach(() => void unmount(instance))

const lines = (selector: string) =>
  [...document.querySelectorAll(selector)].map((line) => line.textContent?.trim())

describe('two lines that read alike', () => {
  it('are both shown of a mission with two events in the same hour that is left out', () => {
    const gap = (what: string): AdjustedTime => ({
      what: { en: what, zh_hant: '', zh_hans: '' },
      wanted: '2027-03-28T01:30:00',
      kind: 'gap',
      taken: {
        local: '2027-03-28T02:30:00',
        zone: 'Europe/London',
        zone_city: 'London',
        offset_s: 3600,
        offset: '+01',
        hong_kong: '2027-03-28T09:30:00',
        utc: '2027-03-28T01:30:00Z',
      },
    })
    desk.move = {
      target: { kind: 'mission', id: 'm', title: 'Roadshow' },
      wish: { days: 1, minutes: 0 },
      days: 1,
      minutes: 0,
      verdict: {
        days: { from: '2027-03-26', until: '2027-03-29' },
        adjusted: [gap('Seminar'), gap('Dinner')],
        findings: [],
      },
    }
    instance = mount(Overlay, { target: document.body })
    flushSync()
    expect(lines('.overlay p.warn')).toHaveLength(2)
  })
  it('are both shown of two records that were invited to two events of one title', async () => {
    const row = (id: string, name: string) => ({ person: { id }, name, other_name: '' })
    const held = { invitations: 2, companion_at: 0, visits: 0, notices: 0, consents: 0, disclosures: 0 }
    const both = { title: 'Spring reception', one: 'accepted', other: 'sent', keeps: 'a' }
    const compared = {
      one: row('a', 'Ada Example'),
      other: row('b', 'A. Example'),
      score: 0.9,
      likely: true,
      reasons: [],
      distinct: false,
      keep: 'a',
      fields: [],
      one_holds: held,
      other_holds: held,
      both_invited: [both, both],
    } as unknown as Comparison
    fakePlatform({ 'people.compare': () => compared })
    const props = { one: 'a', other: 'b', onmerged: () => {}, ondistinct: () => {} }
    instance = mount(Compare, { target: document.body, props })
    flushSync()
    await vi.waitFor(() => {
      flushSync()
      expect(lines('.after li').filter((line) => line?.includes('Spring reception'))).toHaveLength(2)
    })
  })
})
