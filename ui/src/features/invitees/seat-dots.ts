// Where the chairs of a round table are drawn: around it, from the top, clockwise.

export interface Dot {
  n: number
  x: number
  y: number
  r: number
  /** Somebody sits there, nobody does, or it is one more than the table has. */
  how: 'has' | 'free' | 'extra'
}

/** Chairs that can be told apart at this size. */
const MOST = 24
const RADIUS = 37

export function seatDots(seats: number, taken: number): Dot[] {
  const chairs = Math.min(MOST, Math.max(seats, taken))
  // More chairs than can be drawn: each dot stands for several, a full one for a share that is full.
  const share = Math.max(seats, taken, 1) / Math.max(chairs, 1)
  return Array.from({ length: chairs }, (_, n) => {
    const turn = (n / chairs) * 2 * Math.PI - Math.PI / 2
    const at = n * share
    return {
      n,
      x: Math.round(Math.cos(turn) * RADIUS * 10) / 10,
      y: Math.round(Math.sin(turn) * RADIUS * 10) / 10,
      r: chairs > 16 ? 4 : 6,
      how: at < taken ? (at < seats ? 'has' : 'extra') : 'free',
    }
  })
}
