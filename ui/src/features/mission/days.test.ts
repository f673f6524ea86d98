import { expect, test } from 'vitest'
import type { DayItem, LegView, MissionDay } from '$api/types'
import { firstLines, hoursAndMinutes, lineKey, staysOf } from './days'

const leg = (id: string) => ({ leg: { id } }) as LegView
const day = (date: string, of: string | null, items: DayItem[] = []): MissionDay => ({
  date,
  leg: of,
  notes: [],
  items,
})
const arrive = (of: string) => ({ kind: 'arrive', leg: of }) as DayItem
const travel = (of: string) => ({ kind: 'travel', leg: of }) as DayItem
const event = (id: string) => ({ kind: 'event', row: { id } }) as DayItem

test('days stand under the stay they lie in; a day of travel stands under both cities', () => {
  const stays = staysOf(
    [day('2027-05-10', 'kl'), day('2027-05-11', 'kl'), day('2027-05-11', 'sin'), day('2027-05-12', null)],
    [leg('kl'), leg('sin')],
  )
  expect(stays.map((stay) => [stay.leg?.leg.id, stay.days.length])).toEqual([
    ['kl', 2],
    ['sin', 1],
    [undefined, 1],
  ])
  expect(new Set(stays.map((stay) => stay.key)).size).toBe(3)
})

test('a team that comes back to a city has two stays there', () => {
  const stays = staysOf([day('1', 'kl'), day('2', 'sin'), day('3', 'kl')], [leg('kl'), leg('sin')])
  expect(stays).toHaveLength(3)
})

test('the findings of a leg stand once: at its journey, else at its arrival', () => {
  const lines = firstLines([
    day('1', 'kl', [travel('kl'), arrive('kl'), event('e')]),
    day('2', 'kl', [event('e')]),
  ])
  expect([...lines]).toEqual([lineKey(travel('kl')), lineKey(event('e'))])
})

test('a journey’s length is whole hours and minutes', () => {
  expect(hoursAndMinutes(235)).toEqual({ hours: 3, minutes: 55 })
})
