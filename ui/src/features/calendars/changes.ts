// Changes as they are read: grouped by what became of the event, the gravest first, each time in both clocks.
import type { ShownSpan } from '$api/types'
import { addDays, sameInHongKong, showHongKong, showLocal, showRange } from '$parts/dates'
import { count, t } from '$words'
import type { ChangeKind, ChangeView } from '$api/types'

/** In the order a reader needs them: what is no longer true comes before what is merely new. */
export const KINDS: readonly ChangeKind[] = ['cancelled', 'left', 'moved', 'changed', 'new']

export interface Group {
  kind: ChangeKind
  changes: ChangeView[]
}

export function grouped(changes: readonly ChangeView[]): Group[] {
  return KINDS.map((kind) => ({ kind, changes: changes.filter((one) => one.change === kind) })).filter(
    (group) => group.changes.length > 0,
  )
}

/** The first so many changes of the groups, whole groups first. */
export function firstOf(groups: readonly Group[], most: number): Group[] {
  let room = most
  const shown: Group[] = []
  for (const { kind, changes } of groups) {
    if (room <= 0) break
    shown.push({ kind, changes: changes.slice(0, room) })
    room -= changes.length
  }
  return shown
}

/** Tells a change from the others of a list: recipients who hold different versions have one each of the same event. */
export const keyOf = ({ event, recipients }: ChangeView): string => `${event} ${recipients[0] ?? ''}`

export function countByKind(changes: readonly ChangeView[]): Map<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>()
  for (const { change } of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  return counts
}

/** How many events they are about: who hold different versions of an event have a change each. */
export const countEvents = (changes: readonly ChangeView[]): number =>
  new Set(changes.map(({ event }) => event)).size

/** How many events and changes these are, of all there are, so that the figures of the groups add up to something
 *  that is said. */
export function sumOf(shown: readonly ChangeView[], all: readonly ChangeView[]): string[] {
  const [some, whole] = [countEvents(shown), countEvents(all)]
  const events =
    some === whole
      ? t('calendars.changes.events', { n: whole })
      : t('calendars.changes.events.some', { n: some, all: count(whole) })
  return shown.length === some ? [events] : [events, t('calendars.changes.versions', { n: shown.length })]
}

/** Changes with all the words in their sentence or title. */
export function matching(changes: readonly ChangeView[], words: string): readonly ChangeView[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return changes
  return changes.filter((one) => {
    const text = `${one.title} ${one.words}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** The sentence in two: the event's name where it begins with it, in quotation marks or bare, and the rest. */
export function sentenceOf({ title, words }: Pick<ChangeView, 'title' | 'words'>): {
  name: string
  rest: string
} {
  const at = title === '' ? -1 : words.indexOf(title)
  if (at < 0 || at > 1 || (at === 1 && !/^[「“]/u.test(words))) return { name: '', rest: words }
  const end = at + title.length + at
  return { name: words.slice(0, end), rest: words.slice(end) }
}

/** The clock there and the clock in Hong Kong; whole days have none. `plainly` says the Hong Kong time also where it
 *  is the same, so that two can be compared. */
export function clocksOf(
  span: ShownSpan,
  allDay: boolean,
  plainly = false,
): { local: string; hongKong: string } {
  if (allDay) {
    const last = addDays(span.end.local.slice(0, 10), -1)
    const days = showRange(span.start.local.slice(0, 10), last)
    return { local: t('parts.time.whole_days', { days }), hongKong: '' }
  }
  return {
    local: showLocal(span),
    hongKong: !plainly && sameInHongKong(span) ? t('parts.time.same_hk') : showHongKong(span),
  }
}

/** Whether before and after are the same moments: then one line says it. */
export function sameTimes(change: Pick<ChangeView, 'before' | 'after'>): boolean {
  const { before, after } = change
  return (
    before !== null &&
    after !== null &&
    before.start.utc === after.start.utc &&
    before.end.utc === after.end.utc &&
    before.start.local === after.start.local &&
    before.start.zone === after.start.zone
  )
}
