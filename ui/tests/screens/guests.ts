// Invented people and an event to invite them to, for tests of the guests' screens.
import type { EventRow, Invitees, Stepped, Written } from '../../src/api/types'
import type { Stage } from './stage'

/** An event of the sample that is still to come, with nobody invited to it and so many seats. */
export async function emptyEvent(stage: Stage, capacity: number): Promise<string> {
  const rows = await stage.ask<EventRow[]>('events.list')
  for (const row of rows) {
    if (row.status !== 'confirmed' || (row.span?.start.utc ?? '') < '2026-12') continue
    const { total } = await invitees(stage, row.id)
    if (total > 0) continue
    await stage.ask('events.edit', { id: row.id, set: { capacity } })
    return row.id
  }
  throw new Error('the sample has no event to come without invitations')
}

export const invitees = (stage: Stage, event: string) => stage.ask<Invitees>('invitations.list', { event })

/** People called `Invented 1 TESTER`, …; the answer holds their keys. */
export async function people(stage: Stage, count: number, family = 'TESTER'): Promise<string[]> {
  const keys: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const { key } = await stage.ask<Written>('records.add', {
      kind: 'person',
      set: {
        family,
        given: `Invented ${n}`,
        languages: ['en'],
        emails: [{ address: `${family.toLowerCase()}${n}@example.org`, label: '', bounced: false }],
      },
    })
    keys.push(key.id)
  }
  return keys
}

/** Puts people on the list; the answer holds their invitations. */
export async function invite(
  stage: Stage,
  event: string,
  keys: readonly string[],
  to = 'invited',
): Promise<string[]> {
  const { done } = await stage.ask<Stepped>('invitations.add', { event, people: keys, to })
  return done
}

export const step = (stage: Stage, invitations: readonly string[], to: string) =>
  stage.ask<Stepped>('invitations.step', { invitations, to })
