// The stages of a visit, in the order of its way, and what each asks for next.
import type { Outcome, PossibleStage, Verdict, Visit, VisitStage } from '$api/types'

export const STAGES: readonly VisitStage[] = [
  'nominated',
  'approved',
  'invited',
  'accepted',
  'travel_booked',
  'in_hong_kong',
  'followed_up',
  'outcome',
  'closed',
]
/** The way without its early end. */
export const WAY: readonly VisitStage[] = STAGES.slice(0, -1)
export const OUTCOMES: readonly Outcome[] = ['scheme_applied', 'joined', 'declined']
export const VERDICTS: readonly Verdict[] = ['approved', 'refused', 'returned']

export function mayReach(next: readonly PossibleStage[], to: VisitStage): boolean {
  return next.some((stage) => stage.to === to && stage.why_not === null)
}

/** Hundredths of Hong Kong dollars as people read them: 1,250 or 1,250.50. */
export function showCents(cents: number): string {
  const whole = cents % 100 === 0
  return new Intl.NumberFormat('en', {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100)
}

/** An amount as it is typed, in hundredths; undefined for anything that is none. */
export function parseCents(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*(hk)?\$?\s*/i, '')
    .replace(/[\s,，]/g, '')
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** `9`, `930`, `9:30`, `9.30`, `０９：３０` as 09:30; undefined for no time of day. */
export function parseClock(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().replace('.', ':')
  const match = /^(\d{1,2}):?(\d{2})?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? '0')]
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** Whether it is night on a clock: nobody can be called at home then. */
export function atNight(wall: string): boolean {
  const hour = Number(wall.slice(11, 13))
  return hour < 7 || hour >= 23
}

export type VisitSet = Partial<Visit>
