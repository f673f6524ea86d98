// What can be chosen of a calendar.
import type { Language } from '$api/types'
import { t } from '$words'
import type { Audience, CalendarLayout, IssueFormat } from '$api/types'

export const AUDIENCES = ['public', 'partner', 'internal'] as const satisfies readonly Audience[]
export const LAYOUTS: readonly CalendarLayout[] = ['one_file', 'per_event', 'per_region', 'per_mission']
export const FORMATS: readonly IssueFormat[] = ['ics', 'itip', 'xlsx', 'csv', 'html', 'pdf', 'words']
/** Minutes before the start. */
export const ALARMS: readonly number[] = [15, 30, 60, 120, 1440, 10080]

export const audienceChoices = () =>
  AUDIENCES.map((value) => ({ value, label: t(`calendars.audience.${value}`) }))

/** Languages by their own names. */
export const languageChoices = (): { value: Language; label: string }[] => [
  { value: 'en', label: 'English' },
  { value: 'zh-Hant', label: '繁體' },
  { value: 'zh-Hans', label: '简体' },
]

/** A language by its own name, which its readers know. */
export function languageName(language: Language): string {
  return languageChoices().find((one) => one.value === language)?.label ?? language
}
