// The statuses of an invitation, in the order of its life, and what each looks like.
import type { FunnelPart, Invitation, InvitationStatus, InviteeRole, InviteeRow, Source } from '$api/types'

/** An invitation with what is shown of it: the record's fields and the row's, side by side. */
export type Guest = Omit<InviteeRow, 'invitation'> & Invitation

export function guestOf({ invitation, ...row }: InviteeRow): Guest {
  return { ...row, ...invitation }
}

/** As columns of the board stand: on the way, then there, then out. */
export const STATUSES: readonly InvitationStatus[] = [
  'long_listed',
  'short_listed',
  'invited',
  'tentative',
  'accepted',
  'wait_listed',
  'attended',
  'no_show',
  'followed_up',
  'declined',
  'substituted',
  'withdrawn',
  'bounced',
]
export const ROLES: readonly InviteeRole[] = ['guest', 'speaker', 'vip', 'candidate', 'partner', 'media']
/** How a planner may say that something became known; the others are the program's own. */
export const SOURCES: readonly Source[] = ['planner', 'telephone', 'email']

/** What colour it takes: not asked yet, asked, comes, may come, waits, came, does not come. */
export type Tone = 'idle' | 'asked' | 'yes' | 'maybe' | 'wait' | 'came' | 'out' | 'bad'

const TONES: Record<InvitationStatus, Tone> = {
  long_listed: 'idle',
  short_listed: 'idle',
  invited: 'asked',
  accepted: 'yes',
  tentative: 'maybe',
  declined: 'out',
  wait_listed: 'wait',
  attended: 'came',
  no_show: 'out',
  followed_up: 'came',
  substituted: 'out',
  withdrawn: 'out',
  bounced: 'bad',
}

export function toneOf(status: InvitationStatus): Tone {
  return TONES[status]
}

const AFTER: readonly InvitationStatus[] = ['attended', 'no_show', 'followed_up']

/** The columns that are worth their room: those of after the event only once somebody stands there. */
export function columnsOf(funnel: readonly FunnelPart[], over: boolean): readonly InvitationStatus[] {
  const there = new Set(funnel.filter((part) => part.invitations > 0).map((part) => part.status))
  return STATUSES.filter((status) => over || there.has(status) || !AFTER.includes(status))
}

export interface Reached {
  /** Invitations that went out. */
  asked: number
  /** Of them, those that were answered. */
  answered: number
  /** Of them, those that said yes at last, a seat found or not. */
  yes: number
  /** Of them, those that came. */
  came: number
}

const ASKED: readonly InvitationStatus[] = STATUSES.filter(
  (status) => !['long_listed', 'short_listed', 'withdrawn'].includes(status),
)
const ANSWERED = ASKED.filter((status) => status !== 'invited' && status !== 'bounced')
const YES: readonly InvitationStatus[] = ['accepted', 'wait_listed', 'attended', 'no_show', 'followed_up']
const CAME: readonly InvitationStatus[] = ['attended', 'followed_up']

/** How many came so far along the way; each figure holds the next. */
export function reached(funnel: readonly FunnelPart[]): Reached {
  const sum = (of: readonly InvitationStatus[]) =>
    funnel.reduce((all, part) => all + (of.includes(part.status) ? part.invitations : 0), 0)
  return { asked: sum(ASKED), answered: sum(ANSWERED), yes: sum(YES), came: sum(CAME) }
}

/** The step to `to`, if it can be taken now. */
export function mayBecome(row: Pick<Guest, 'next'>, to: InvitationStatus): boolean {
  return row.next.some((step) => step.to === to && step.why_not === null)
}

/** Rows by status, each list in the order given. */
export function byStatus(rows: readonly Guest[]): ReadonlyMap<InvitationStatus, readonly Guest[]> {
  const lists = new Map<InvitationStatus, Guest[]>(STATUSES.map((status) => [status, []]))
  for (const row of rows) lists.get(row.status)?.push(row)
  // Who waits stands in the order of the list.
  lists.get('wait_listed')?.sort((a, b) => (a.waiting_place ?? Infinity) - (b.waiting_place ?? Infinity))
  return lists
}

/** How the guests of an event are shown. */
export const TABS = ['board', 'grid', 'places', 'seating', 'letters'] as const
export type Tab = (typeof TABS)[number]
