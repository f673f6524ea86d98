// What can be done with invitations from anywhere on the screen. Each is one change, and can be taken back.
import { api } from '$api/client'
import type { Arrangement, StepInvitations } from '$api/types'
import { edit, undo } from '$frame/session.svelte'
import { toast } from '$frame/toasts.svelte'
import { t } from '$words'
import { whyText } from './why'
import { refusalText } from '../record/save'

/** Takes the step; says what was done and what stayed. Answers how many took it. */
export async function takeStep(step: StepInvitations): Promise<number> {
  const status = t(`invitees.status.${step.to}`)
  const done = await edit(() => api.invitations.step(step))
  if (!done) return 0
  const refused = done.refused.reduce((sum, one) => sum + one.count, 0)
  const back = done.change === null ? {} : { action: { label: t('parts.undo'), run: undo } }
  const taken = done.done.length
  if (taken === 0)
    toast(t('invitees.step.none.refused', { why: done.refused[0] ? whyText(done.refused[0]) : '' }), {
      tone: 'warn',
    })
  else if (refused > 0) toast(t('invitees.step.done.some', { done: taken, status, refused }), back)
  else toast(t('invitees.step.done', { n: taken, status }), back)
  return taken
}

/** Takes an invitation off the list, as if it had never been made. */
export async function removeInvitation(id: string): Promise<boolean> {
  const gone = await edit(() => api.records.remove({ kind: 'invitation', id }), {
    done: t('invitees.removed', { n: 1 }),
  })
  return gone !== undefined
}

export async function seat(event: string, invitations: readonly string[], table: string): Promise<void> {
  await edit(() =>
    api.invitations.seat({
      event,
      seats: invitations.map((invitation) => ({ invitation, table, seat: null })),
    }),
  )
}

/** Changes how an event is arranged; the answer says why not. */
export type Arrange = (set: Partial<Arrangement>) => Promise<string | undefined>
export const arranging =
  (event: string): Arrange =>
  async (set) => {
    let why: string | undefined
    await edit(() => api.invitations.arrange({ event, set }), {
      onerror: (error) => (why = refusalText(error)),
    })
    return why
  }
