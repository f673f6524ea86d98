import { afterEach, expect, test } from 'vitest'
import type { Leg, LegView, TravelView } from '$api/types'
import { setLang } from '$words'
import { journeyTo } from './actions'
import { durationText, travelText, whoText } from './lines'

afterEach(() => setLang('en'))

test('a journey says by what, with which number, from where to where and how long', () => {
  const view = {
    travel: { mode: 'flight', number: 'CX 725', from: 'HKG', to: 'KUL' },
    minutes: 235,
  } as TravelView
  expect(travelText(view)).toBe('Flight CX 725 · HKG → KUL')
  expect(durationText(235)).toBe('3 h 55 min')
  expect(durationText(-30)).toBe('−30 min')
  setLang('zh-Hant')
  expect(durationText(120)).toBe('2 小時')
})

test('the team is named where only some of it takes part, or nobody hosts', () => {
  expect(whoText({ hosts: ['Chamber'], delegates: 5 }, 5)).toBe('Chamber')
  expect(whoText({ hosts: ['Chamber'], delegates: 2 }, 5)).toBe('Chamber · 2 of the team')
  expect(whoText({ hosts: [], delegates: 5 }, 5)).toBe('whole team')
  expect(whoText({ hosts: [], delegates: 0 }, 0)).toBe('')
})

test('a journey begins where the team was, each end in its own zone, with no time computed', () => {
  const name = (en: string) => ({ en, zh_hant: '', zh_hans: '' })
  const kl = { place: name('Kuala Lumpur'), zone: 'Asia/Kuala_Lumpur', depart: '2027-05-15T22:00:00' } as Leg
  const london = {
    place: name('London'),
    zone: 'Europe/London',
    arrive: '2027-05-16T07:30:00',
    arrive_fold: null,
  } as Leg
  expect(journeyTo(london, { leg: kl } as LegView)).toMatchObject({
    from: 'Kuala Lumpur',
    depart: '2027-05-15T22:00:00',
    depart_zone: 'Asia/Kuala_Lumpur',
    arrive: '2027-05-16T07:30:00',
    arrive_zone: 'Europe/London',
  })
  expect(journeyTo(kl, undefined)).toMatchObject({ from: 'Hong Kong', depart_zone: 'Asia/Hong_Kong' })
})
