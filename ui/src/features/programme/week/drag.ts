/** Quarters of an hour that a drag comes to, in minutes. `moved`: pixels on the screen since it began; `scrolled`:
 *  pixels the surface moved under it meanwhile; `hour`: height of an hour in pixels. */
export function minutesMoved(moved: number, scrolled: number, hour: number): number {
  return Math.round((((moved + scrolled) / hour) * 60) / 15) * 15
}
