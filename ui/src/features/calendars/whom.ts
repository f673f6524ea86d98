// To whom an issue goes, and with what the dialog begins.
import type { CalendarPage, IssueKind } from '$api/types'

export type Whom = 'all' | 'behind' | 'some'

const waiting = (page: CalendarPage) => page.recipients.filter((view) => view.waiting > 0)
const idsOf = (views: CalendarPage['recipients']) => views.map((view) => view.recipient.id)

export function recipientsOf(page: CalendarPage, whom: Whom, some: readonly string[]): readonly string[] {
  if (whom === 'all') return idsOf(page.recipients)
  if (whom === 'behind') return idsOf(waiting(page))
  // Someone removed in the meantime is no recipient any more.
  return idsOf(page.recipients).filter((id) => some.includes(id))
}

/** Changes for those who wait for some, once anything was issued; before that the whole to all. */
export function beginningFor(
  page: CalendarPage,
  kind: IssueKind | undefined,
  chosen: readonly string[],
): { kind: IssueKind; whom: Whom; some: readonly string[] } {
  const behind = waiting(page)
  const some = behind.length > 0 && behind.length < page.recipients.length
  return {
    kind: kind ?? (page.issues.length > 0 ? 'changes' : 'whole'),
    whom: chosen.length > 0 ? 'some' : some ? 'behind' : 'all',
    some: chosen,
  }
}
