import { expect, test } from 'vitest'
import { seatDots } from './seat-dots'

const how = (seats: number, taken: number) => seatDots(seats, taken).map((dot) => dot.how)

test('every chair is drawn once, those taken first', () => {
  expect(how(4, 3)).toEqual(['has', 'has', 'has', 'free'])
  expect(seatDots(4, 0)[0]).toMatchObject({ x: 0, y: -37 })
})

test('guests for whom the table has no chair stand out', () => {
  expect(how(2, 3)).toEqual(['has', 'has', 'extra'])
})

test('a block of many seats keeps its share', () => {
  const dots = how(240, 120)
  expect(dots).toHaveLength(24)
  expect(dots.filter((one) => one === 'has')).toHaveLength(12)
})

test('a table without seats has no chairs', () => {
  expect(seatDots(0, 0)).toEqual([])
})
