// What can be chosen in a field, from the workspace's short lists, in the reader's words and order.
import type { Delegate, EventKind, Lists, MissionKind, Region, Status } from '$api/types'
import type { Option } from '$parts'
import { collator, lang, langTag, list, t, tMaybe, wording } from '$words'
import { KINDS, MISSION_KINDS, REGIONS, SECTORS, STATUSES } from './values'

/** Offered first; any other BCP 47 tag may be typed. */
const LANGUAGES = [
  'en',
  'yue',
  'cmn',
  'fr',
  'de',
  'ja',
  'ko',
  'ms',
  'id',
  'th',
  'vi',
  'ar',
  'es',
  'it',
  'nl',
  'pt',
]

interface Choice<V extends string> {
  value: V
  label: string
}

export const regionChoices = (of: readonly Region[] = REGIONS): Choice<Region>[] =>
  of.map((value) => ({ value, label: t(`field.region.${value}`) }))
export const statusChoices = (): Choice<Status>[] =>
  STATUSES.map((value) => ({ value, label: t(`field.status.${value}`) }))
export const kindChoices = (): Choice<EventKind>[] =>
  KINDS.map((value) => ({ value, label: t(`field.kind.${value}`) }))
export const missionKindChoices = (): Choice<MissionKind>[] =>
  MISSION_KINDS.map((value) => ({ value, label: t(`field.mission_kind.${value}`) }))

const sorted = (options: Option[]): Option[] => {
  const order = collator()
  return options.sort((a, b) => order.compare(a.label, b.label))
}

/** As printed: CHAN Tai-man; on Chinese screens the Chinese name, where there is one. */
export function delegateName(delegate: Delegate): string {
  const latin = `${delegate.family.toUpperCase()} ${delegate.given}`.trim()
  return lang() === 'en' ? latin || delegate.chinese : delegate.chinese || latin
}

export const sectorOptions = (): Option[] => SECTORS.map((id) => ({ id, label: t(`field.sector.${id}`) }))

export function languageName(tag: string): string {
  const own = tMaybe(`lists.speaks.${tag}`)
  if (own) return own
  try {
    return new Intl.DisplayNames([langTag()], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
export const languageOptions = (more: readonly string[] = []): Option[] =>
  [...new Set([...LANGUAGES, ...more])].map((id) => ({ id, label: languageName(id), detail: id }))

export const partnerOptions = (lists: Lists | undefined): Option[] =>
  sorted(
    (lists?.partners ?? []).map((one) => ({
      id: one.id,
      label: wording(one.name),
      detail: t(`field.partner.${one.kind}`),
    })),
  )

/** `first` are offered before the others: the mission's team. */
export function delegateOptions(lists: Lists | undefined, first: readonly string[] = []): Option[] {
  const all = sorted(
    (lists?.delegates ?? []).map((one) => ({
      id: one.id,
      label: delegateName(one),
      detail: list([one.organisation, t(`field.role.${one.role}`), one.team].filter(Boolean)),
    })),
  )
  return [...all.filter((one) => first.includes(one.id)), ...all.filter((one) => !first.includes(one.id))]
}

export const marketOptions = (lists: Lists | undefined): Option[] =>
  sorted(
    (lists?.markets ?? []).map((one) => ({
      id: one.id,
      label: wording(one.name),
      detail: t(`field.region.${one.region}`),
    })),
  )

export const officeOptions = (lists: Lists | undefined): Option[] =>
  sorted((lists?.offices ?? []).map((one) => ({ id: one.id, label: wording(one.name) })))

/** Venues of the city come first. */
export function venueOptions(lists: Lists | undefined, city: number | null): Option[] {
  const order = collator()
  return [...(lists?.venues ?? [])]
    .map((one) => ({
      here: city !== null && one.city === city,
      option: { id: one.id, label: wording(one.name), detail: wording(one.place) } satisfies Option,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here) || order.compare(a.option.label, b.option.label))
    .map((one) => one.option)
}

export const tagOptions = (lists: Lists | undefined): Option[] =>
  (lists?.tags ?? []).map((tag) => ({ id: tag, label: tag }))
