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

/** Who takes part: all of the team, some of it, nobody. */
export function teamText(delegates: number, team: number): string {
  if (delegates === 0) return ''
  return delegates === team && team > 1
    ? t('mission.whole_team', { n: delegates })
    : t('mission.of_team', { n: delegates })
}

export function whoText(row: EventRow, team: number): string {
  return [list(row.hosts), teamText(row.delegates, team)].filter(Boolean).join(' · ')
}

export function whereText(row: EventRow): string {
  return row.venue || row.place
}
