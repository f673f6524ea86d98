// Today in Hong Kong, as the backend knows it: the machine's clock and zone are not the screen's business.
import { ask } from '$api/client'
import { parseDay, type Day } from './time/days'

let known = $state.raw<Day | undefined>()

export function today(): Day | undefined {
  return known
}

/** Asks; call when a view that shows today is set up. */
export async function readToday(): Promise<void> {
  try {
    const [face] = await ask('app.clocks', { zones: ['Asia/Hong_Kong'] })
    if (face) known = parseDay(face.now.local)
  } catch {
    // Without it no day is marked; what was asked for besides says why.
  }
}
