import { expect, test } from 'vitest'
import type { Event } from '$api/types'
import { CallError } from '$platform'
import { questionOf } from './unreal'

const event = { start: '2027-03-28T01:30:00', end: '2027-03-28T03:00:00', zone: 'Asia/Hong_Kong' } as Event
const tried = { zone: 'Europe/London' }

test('a time that does not exist at the new place is asked about, with both neighbours', () => {
  const error = new CallError('time_in_gap', {
    field: 'start',
    zone: 'Europe/London',
    before: '2027-03-28T00:59:00',
    after: '2027-03-28T02:00:00',
  })
  const question = questionOf(error, tried, event)
  expect(question?.kind).toBe('gap')
  expect(question?.choices[0]?.label).toBe('Sun 28 Mar 2027 00:59 London')
  expect(question?.choices.map((choice) => choice.set)).toEqual([
    { zone: 'Europe/London', start: '2027-03-28T00:59:00' },
    { zone: 'Europe/London', start: '2027-03-28T02:00:00' },
  ])
})

test('a time that happens twice there is asked about by its offsets', () => {
  const error = new CallError('time_in_fold', { field: 'end', earlier: '+01', later: '+00' })
  expect(questionOf(error, tried, event)).toEqual({
    kind: 'fold',
    choices: [
      { label: '+01', set: { zone: 'Europe/London', end_fold: 'earlier' } },
      { label: '+00', set: { zone: 'Europe/London', end_fold: 'later' } },
    ],
  })
})

test('any other refusal is no question', () => {
  expect(questionOf(new CallError('disk_full'), tried, event)).toBeUndefined()
})
