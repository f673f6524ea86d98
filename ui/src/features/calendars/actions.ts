// What is done to calendars and recipients from more than one place.
import { go } from '$frame/router.svelte'
import { edit } from '$frame/session.svelte'
import { t } from '$words'
import { api } from '$api/client'
import type { Recipient } from '$api/types'

export function removeCalendar(id: string, what: string) {
  return edit(() => api.records.remove({ kind: 'calendar', id }), { done: t('calendars.removed', { what }) })
}

export function removeRecipient({ id, name }: Recipient) {
  return edit(() => api.records.remove({ kind: 'recipient', id }), {
    done: t('calendars.recipient.removed', { name }),
  })
}

export function addRecipient(calendar: string, set: Pick<Recipient, 'name' | 'organisation' | 'email'>) {
  return edit(() => api.records.add({ kind: 'recipient', set: { calendar, ...set } }), {
    done: t('calendars.recipient.added', { name: set.name }),
  })
}

/** Shows a recipient in its calendar; a search knows the recipient only. */
export async function goToRecipient(id: string) {
  for (const { id: calendar } of await api.calendars.list()) {
    const { recipients } = await api.calendars.show({ calendar })
    if (recipients.some((view) => view.recipient.id === id)) {
      return go(`/calendar/${calendar}?at=recipients&row=${id}`)
    }
  }
  go('/calendars')
}
