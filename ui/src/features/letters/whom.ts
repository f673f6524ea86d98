// To whom a letter goes: those ticked, those who owe an answer, or everybody at one status.
import type { InvitationStatus, LetterKind } from '$api/types'
import { STATUSES, type Guest } from '../invitees/statuses'

export type Whom = 'ticked' | 'late' | 'all' | InvitationStatus

export interface Choice {
  whom: Whom
  ids: readonly string[]
}

/** Everything that can be chosen, none of it empty. */
export function choices(
  rows: readonly Guest[],
  ticked: readonly string[],
  late: readonly string[],
): readonly Choice[] {
  const all: Choice[] = [
    { whom: 'ticked', ids: ticked },
    { whom: 'late', ids: late },
    ...STATUSES.map((status) => ({
      whom: status,
      ids: rows.filter((row) => row.status === status).map((row) => row.id),
    })),
    { whom: 'all', ids: rows.map((row) => row.id) },
  ]
  return all.filter((one) => one.ids.length > 0)
}

const USUAL: Record<LetterKind, readonly Whom[]> = {
  invitation: ['short_listed', 'long_listed', 'invited'],
  reminder: ['late', 'invited'],
  promotion: ['accepted', 'wait_listed'],
  cancellation: ['accepted', 'invited'],
  follow_up: ['attended', 'accepted'],
  announcement: ['all'],
}

/** Whom a letter of this kind is for, if nobody was ticked. */
export function usual(kind: LetterKind, there: readonly Choice[]): Whom | undefined {
  const wanted: readonly Whom[] = ['ticked', ...USUAL[kind], 'all']
  return wanted.find((whom) => there.some((one) => one.whom === whom))
}
