// What can be done with a visit from the board and from its page.
import { api } from '$api/client'
import type { StepVisit, Visit, VisitStage } from '$api/types'
import { edit } from '$frame/session.svelte'
import { toast } from '$frame/toasts.svelte'
import { t } from '$words'
import { reasonText } from '../invitees/why'
import { savesRecord, type Save } from '../record/save'

/** Takes a visit to a stage; why it was refused is said at the foot of the window. */
export async function toStage(id: string, to: VisitStage, more: Partial<StepVisit> = {}): Promise<boolean> {
  const written = await edit(() => api.visits.step({ id, to, ...more }), {
    done: t('visits.step.done', { stage: t(`visits.stage.${to}`) }),
    onerror: (error) =>
      toast(whyText({ code: error.code, params: error.params as Record<string, string> }), { tone: 'warn' }),
  })
  return written !== undefined
}

/** Why a stage cannot be reached, in the reader's words. */
export function whyText(why: { code: string; params: Record<string, string> }): string {
  return reasonText(why, ['visits.why', 'invitees.why']) ?? t('visits.why.other', { code: why.code })
}

export const savesVisit = (id: string): Save<Visit> => savesRecord<Visit>('visit', id)

export async function removeVisit(id: string): Promise<boolean> {
  const gone = await edit(() => api.records.remove({ kind: 'visit', id }), { done: t('visits.removed') })
  return gone !== undefined
}
