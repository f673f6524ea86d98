// How a field is kept: one write a field, and where it was refused the reason, to be shown beside the field.
import { api } from '$api/client'
import type { Event, RecordKind, Written } from '$api/types'
import { errorText } from '$frame/errors'
import { edit } from '$frame/session.svelte'
import { CallError } from '$platform'
import { tMaybe } from '$words'

/** Keeps fields of one record. The answer is why it was refused, or nothing. */
export type Save<R> = (set: Partial<R>) => Promise<string | undefined>

/** Why, in the reader's words: what a field may hold, else what went wrong in general. */
export function refusalText(error: CallError): string {
  const { problem } = error.params
  const why = error.code === 'invalid_field' && problem && tMaybe(`lists.why.${problem}`, error.params)
  return why || errorText(error)
}

async function kept(write: () => Promise<Written>): Promise<string | undefined> {
  let why: string | undefined
  await edit(write, { onerror: (error) => (why = refusalText(error)) })
  return why
}

export function savesEvent(id: string): Save<Event> {
  return (set) => kept(() => api.events.edit({ id, set }))
}

export function savesRecord<R>(kind: RecordKind, id: string): Save<R> {
  return (set) => kept(() => api.records.edit({ kind, id, set: set as Record<string, unknown> }))
}
