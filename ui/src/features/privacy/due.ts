// How far a retention date is, in words.
import { t } from '$words'

export function daysText(days: number): string {
  if (days < 0) return t('privacy.due.days.past', { n: -days })
  return days === 0 ? t('privacy.due.days.today') : t('privacy.due.days.left', { n: days })
}
