// What a screen reader says of an item: all that the mark, the fill and the place on the timeline show.
import { showDate, showRange, showTime, showWalls } from '$parts/dates'
import { list, t } from '$words'
import type { TimelineEvent, TimelineMission } from '$api/types'

function signs(item: { severity: number; moved_by_rules: boolean }): string[] {
  const said: string[] = []
  if (item.severity === 3) said.push(t('programme.sign.problem'))
  else if (item.severity === 2) said.push(t('programme.sign.warning'))
  if (item.moved_by_rules) said.push(t('programme.sign.moved'))
  return said
}

/** Wall time in Hong Kong, with its day where that is another one. */
export function hongKongStart(event: Pick<TimelineEvent, 'start' | 'hong_kong'>): string {
  const same = event.start.slice(0, 10) === event.hong_kong.slice(0, 10)
  return same ? showTime(event.hong_kong) : `${showDate(event.hong_kong)} ${showTime(event.hong_kong)}`
}

export function sayEvent(event: TimelineEvent): string {
  const when = `${showWalls(event.start, event.end)} (${event.offset})`
  const what = t('programme.say.event', {
    title: event.title,
    kind: t(`field.kind.${event.kind}`),
    status: t(`field.status.${event.status}`),
    region: t(`field.region.${event.region}`),
    when,
    hk: hongKongStart(event),
  })
  return [what, ...signs(event)].join(' ')
}

export function sayMission(mission: TimelineMission): string {
  const what = t('programme.say.mission', {
    title: mission.title,
    status: t(`field.status.${mission.status}`),
    region: t(`field.region.${mission.region}`),
    days: showRange(mission.from, mission.until),
    places: list(mission.legs.map((leg) => leg.place)) || t('parts.none'),
  })
  return [what, ...signs(mission)].join(' ')
}
