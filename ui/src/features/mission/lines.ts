// What a line of a day says, in the reader's words.
import type { EventRow, TravelView } from '$api/types'
import { list, t } from '$words'
import { hoursAndMinutes } from './days'

/** 3 h 55 min */
export function durationText(minutes: number): string {
  const { hours, minutes: rest } = hoursAndMinutes(minutes)
  const text =
    hours === 0
      ? t('mission.minutes', { m: rest })
      : rest === 0
        ? t('mission.hours', { h: hours })
        : t('mission.hours_minutes', { h: hours, m: rest })
  return minutes < 0 ? `−${text}` : text
}

export function travelText({ travel }: TravelView): string {
  const name = [t(`field.travel.${travel.mode}`), travel.number].filter(Boolean).join(' ')
  return `${name} · ${travel.from} → ${travel.to}`
}

/** Who holds it; the team only where not all of it takes part, or where nobody else is named. */
export function whoText(row: Pick<EventRow, 'hosts' | 'delegates'>, team: number): string {
  const whole = row.delegates === team
  const some = row.delegates > 0 && !whole ? t('mission.of_team', { n: row.delegates }) : ''
  if (row.hosts.length === 0 && whole && team > 0) return t('mission.whole_team')
  return [list(row.hosts), some].filter(Boolean).join(' · ')
}

export function whereText(row: EventRow): string {
  return row.venue || row.place
}
