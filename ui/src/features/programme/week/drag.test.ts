import { expect, test } from 'vitest'
import { minutesMoved } from './drag'

test('an hour down is an hour later, however far the day was scrolled before', () => {
  expect(minutesMoved(48, 0, 48)).toBe(60)
  expect(minutesMoved(-48, 0, 48)).toBe(-60)
})

test('what scrolls under the pointer counts too', () => {
  expect(minutesMoved(0, 96, 48)).toBe(120)
  expect(minutesMoved(48, -48, 48)).toBe(0)
})

test('it goes by quarters', () => {
  expect(minutesMoved(5, 0, 48)).toBe(0)
  expect(minutesMoved(7, 0, 48)).toBe(15)
})
