// What can be done with an event as a whole. Nothing asks first; each can be taken back.
import { api } from '$api/client'
import type { Event } from '$api/types'
import { back, go } from '$frame/router.svelte'
import { select } from '$frame/selection.svelte'
import { edit } from '$frame/session.svelte'
import { t, wording } from '$words'

export async function cancelEvent(event: Event): Promise<void> {
  await edit(() => api.events.cancel({ id: event.id }), {
    done: t('event.cancelled', { what: wording(event.title) }),
  })
}

/** A cancelled or postponed event takes up again as tentative. */
export async function resumeEvent(event: Event): Promise<void> {
  await edit(() => api.events.edit({ id: event.id, set: { status: 'tentative' } }), {
    done: t('event.resumed', { what: wording(event.title) }),
  })
}

export async function duplicateEvent(event: Event): Promise<void> {
  const written = await edit(() => api.events.duplicate({ id: event.id }), {
    done: t('event.duplicated', { what: wording(event.title) }),
  })
  if (written) go(`/event/${written.key.id}`)
}

/** `leave`: the page of the event itself has nothing to show afterwards. */
export async function removeEvent(event: Event, leave = false): Promise<void> {
  const written = await edit(() => api.events.remove({ id: event.id }), {
    done: t('event.removed', { what: wording(event.title) }),
  })
  if (!written) return
  if (leave) back()
  else select(null)
}
