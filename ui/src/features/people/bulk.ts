// Deeds for many people, and what became of them in words.
import type { PeopleAct, PeopleRefused } from '$api/types'
import { tMaybe, t } from '$words'

export type Deed = PeopleAct['act'] | 'invite'

/** Why somebody stayed as they were. */
export function refusedText(one: Pick<PeopleRefused, 'code' | 'params'>): string {
  const code = one.code.replace(/[.-]/g, '_')
  return (
    tMaybe(`people.refused.${code}`, one.params) ??
    tMaybe(`invitees.why.${code}`, one.params) ??
    tMaybe(`errors.${code}`, one.params) ??
    t('errors.unknown', { code: one.code })
  )
}
