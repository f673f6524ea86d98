// Small sentences of calendars.
import type { ShownTime } from '$api/types'
import { showPlainDate, showTime } from '$parts/dates'
import { count, lang, list, t } from '$words'

/** When an issue was made, on a Hong Kong clock; the heading says whose clock it is. */
export function madeText(made: Pick<ShownTime, 'hong_kong'>): string {
  return `${showPlainDate(made.hong_kong)} ${showTime(made.hong_kong)}`
}

/** So many names, and how many more there are. */
export function names(all: readonly string[], most = 3): string {
  const shown = list(all.slice(0, most))
  const rest = all.length - most
  if (rest <= 0) return shown
  const more = t('calendars.names.more', { n: rest })
  return lang() === 'en' ? `${shown} ${more}` : `${shown}${more}`
}

export function alarmText(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 0) return t('calendars.setup.alarm.days', { n: minutes / 1440 })
  if (minutes % 60 === 0 && minutes > 0) return t('calendars.setup.alarm.hours', { n: minutes / 60 })
  return t('calendars.setup.alarm.minutes', { n: minutes })
}

/** 12 · 3 · 1 with their words, those that are nought left out. */
export function countsText(
  counts: Iterable<readonly ['new' | 'moved' | 'changed' | 'cancelled' | 'left', number]>,
) {
  return [...counts]
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => t(`calendars.n.${kind}`, { n: count(n) }))
    .join(' · ')
}
