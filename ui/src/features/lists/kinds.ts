// The short lists a planner keeps beside the plan: which there are, and where each is found.
import type { Lists, RecordKind } from '$api/types'
import { wording } from '$words'
import { delegateName } from '../record/options'

export type ListKind = Extract<
  RecordKind,
  'venue' | 'partner' | 'delegate' | 'market' | 'office' | 'programme'
>
export const LIST_KINDS: readonly ListKind[] = [
  'venue',
  'partner',
  'delegate',
  'market',
  'office',
  'programme',
]

type Of = {
  venue: Lists['venues'][number]
  partner: Lists['partners'][number]
  delegate: Lists['delegates'][number]
  market: Lists['markets'][number]
  office: Lists['offices'][number]
  programme: Lists['programmes'][number]
}
export type ListRecord<K extends ListKind = ListKind> = Of[K]

const PLURAL = {
  venue: 'venues',
  partner: 'partners',
  delegate: 'delegates',
  market: 'markets',
  office: 'offices',
  programme: 'programmes',
} as const

export function recordsOf<K extends ListKind>(lists: Lists | undefined, kind: K): readonly ListRecord<K>[] {
  return (lists?.[PLURAL[kind]] ?? []) as unknown as readonly ListRecord<K>[]
}

export function recordOf<K extends ListKind>(
  lists: Lists | undefined,
  kind: K,
  id: string,
): ListRecord<K> | undefined {
  return recordsOf(lists, kind).find((one) => one.id === id)
}

export function recordName(kind: ListKind, record: ListRecord): string {
  if (kind === 'delegate') return delegateName(record as ListRecord<'delegate'>)
  if (kind === 'programme') return wording((record as ListRecord<'programme'>).title)
  return wording((record as ListRecord<'venue'>).name)
}
