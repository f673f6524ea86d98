import { describe, expect, it } from 'vitest'
import type { ShownSpan } from '$api/types'
import { clocksOf, firstOf, grouped, matching, sameTimes, sentenceOf } from './changes'
import type { ChangeKind, ChangeView } from '$api/types'

const time = (local: string, utc: string, hong_kong = local) => ({
  local,
  zone: 'Europe/London',
  zone_city: 'London',
  offset_s: 0,
  offset: '+00',
  hong_kong,
  utc,
})
const span = (day: string, hour: string): ShownSpan => ({
  start: time(`${day}T${hour}:00:00`, `${day}T${hour}:00:00Z`, `${day}T22:00:00`),
  end: time(`${day}T${hour}:30:00`, `${day}T${hour}:30:00Z`, `${day}T22:30:00`),
})
const change = (kind: ChangeKind, title = 'Fair'): ChangeView => ({
  event: `${kind} ${title}`,
  exists: true,
  change: kind,
  region: 'europe',
  fields: [],
  title,
  words: `${title} is ${kind}`,
  before: null,
  after: null,
  all_day: false,
  by_rules: false,
  sequence_held: null,
  sequence: 0,
  recipients: [],
})

describe('changes', () => {
  it('stand in groups, what is no longer true before what is new', () => {
    const groups = grouped([change('new'), change('moved'), change('cancelled'), change('new', 'Talk')])
    expect(groups.map((group) => [group.kind, group.changes.length])).toEqual([
      ['cancelled', 1],
      ['moved', 1],
      ['new', 2],
    ])
    expect(firstOf(groups, 3).flatMap((group) => group.changes)).toHaveLength(3)
    expect(firstOf(groups, 1)).toHaveLength(1)
  })
  it('are found by words of their sentence', () => {
    expect(matching([change('new', 'KL seminar'), change('moved', 'Fair')], 'MOVED fair')).toHaveLength(1)
  })
  it('set the name of the event apart where the sentence begins with it', () => {
    expect(sentenceOf({ title: 'Fair', words: 'Fair moved' })).toEqual({ name: 'Fair', rest: ' moved' })
    expect(sentenceOf({ title: '招聘會', words: '「招聘會」取消' })).toEqual({
      name: '「招聘會」',
      rest: '取消',
    })
    expect(sentenceOf({ title: 'Fair', words: 'Cancelled: Fair' }).name).toBe('')
  })
  it('say whole days by their last day and without a clock', () => {
    const days: ShownSpan = {
      start: time('2027-05-14T00:00:00', '2027-05-13T23:00:00Z'),
      end: time('2027-05-16T00:00:00', '2027-05-15T23:00:00Z'),
    }
    expect(clocksOf(days, true)).toEqual({ local: '14–15 May 2027, all day', hongKong: '' })
  })
  it('tell a moved time from one that stayed', () => {
    const [a, b] = [span('2027-05-14', '14'), span('2027-05-14', '15')]
    expect(sameTimes({ before: a, after: { ...a } })).toBe(true)
    expect(sameTimes({ before: a, after: b })).toBe(false)
    expect(sameTimes({ before: null, after: b })).toBe(false)
  })
})
