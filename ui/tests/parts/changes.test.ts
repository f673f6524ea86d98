import { flushSync, mount, unmount } from 'svelte'
import { afterEach, describe, expect, it } from 'vitest'
import type { ChangeView } from '$api/types'
import ChangeList from '../../src/features/calendars/ChangeList.svelte'
import IssuePacks from '../../src/features/calendars/IssuePacks.svelte'

/** One event that moved, for somebody who holds this hour of it. */
const moved = (from: string, recipient: string): ChangeView => ({
  event: 'talk',
  exists: true,
  change: 'moved',
  region: 'europe',
  fields: ['start'],
  title: 'Talk',
  words: `Talk moved from ${from} to 16:00`,
  before: null,
  after: null,
  all_day: false,
  by_rules: false,
  sequence_held: 1,
  sequence: 2,
  recipients: [recipient],
})
const changes = [moved('14:00', 'ada'), moved('15:00', 'bea')]
let instance: Record<string, unknown>
afterEach(() => void unmount(instance))

describe('recipients who hold different versions of one event', () => {
  it('are each told what changes for them', () => {
    instance = mount(ChangeList, { target: document.body, props: { changes, scroll: 'test' } })
    flushSync()
    expect([...document.querySelectorAll('li p')].map((line) => line.textContent?.trim())).toEqual([
      'Talk moved from 14:00 to 16:00',
      'Talk moved from 15:00 to 16:00',
    ])
  })
  it('are counted as one event, and it is said why the changes are more', () => {
    instance = mount(ChangeList, { target: document.body, props: { changes, scroll: 'test' } })
    flushSync()
    const said = () => document.querySelector('[role=status]')?.textContent
    expect(said()).toBe('1 event changed · 2 changes, as recipients hold different versions')
  })
  it('are not spoken of where everyone holds the same', () => {
    const other = { ...moved('15:00', 'bea'), event: 'dinner' }
    instance = mount(ChangeList, {
      target: document.body,
      props: { changes: [changes[0]!, other], scroll: 'test', words: '14:00' },
    })
    flushSync()
    expect(document.querySelector('[role=status]')?.textContent).toBe('1 of 2 changed events')
  })
  it('are each in what an issue says', () => {
    instance = mount(IssuePacks, {
      target: document.body,
      props: { packs: [], changes, raised: 0, nameOf: (id: string) => id },
    })
    flushSync()
    expect(document.querySelectorAll('.words li')).toHaveLength(2)
  })
  it('have nothing to be sent when nobody of them has an address', () => {
    instance = mount(IssuePacks, {
      target: document.body,
      props: { packs: [], raised: 0, without: ['ada'], nameOf: () => 'Ada' },
    })
    flushSync()
    expect(document.body.textContent).toContain('No e-mail address, so no invitation: Ada')
    expect(document.body.textContent).not.toContain('all of them hold what the calendar says')
  })
})
