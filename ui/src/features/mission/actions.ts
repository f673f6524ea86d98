// What can be done with a mission or a leg as a whole. Nothing asks first; each can be taken back.
import { api } from '$api/client'
import type { Leg, LegView, Mission, Travel } from '$api/types'
import { back } from '$frame/router.svelte'
import { select } from '$frame/selection.svelte'
import { edit } from '$frame/session.svelte'
import { t, wording } from '$words'

export async function cancelMission(mission: Mission): Promise<void> {
  await edit(() => api.missions.cancel({ id: mission.id }), {
    done: t('mission.cancelled', { what: wording(mission.title) }),
  })
}

export async function removeMission(mission: Mission, leave = true): Promise<void> {
  const written = await edit(() => api.records.remove({ kind: 'mission', id: mission.id }), {
    done: t('mission.removed', { what: wording(mission.title) }),
  })
  if (written && leave) back('/missions')
}

export async function removeLeg(leg: Leg): Promise<void> {
  const written = await edit(() => api.records.remove({ kind: 'leg', id: leg.id }), {
    done: t('mission.leg.removed', { what: wording(leg.place) }),
  })
  if (written) select(null)
}

/** A later or earlier start of an event; its length is kept. */
export async function nudge(id: string, title: string, by: { days: number; minutes: number }): Promise<void> {
  await edit(() => api.events.move({ id, by }), { done: t('mission.nudged', { what: title }) })
}

/** How a journey to a stay begins to be planned: from the stay before it, or from Hong Kong. */
export function journeyTo(leg: Leg, before: LegView | undefined): Travel {
  const from = before?.leg
  return {
    mode: 'flight',
    number: '',
    from: from ? wording(from.place) : t('mission.hong_kong'),
    depart: from ? from.depart : leg.arrive,
    depart_zone: from ? from.zone : 'Asia/Hong_Kong',
    depart_fold: null,
    to: wording(leg.place),
    arrive: leg.arrive,
    arrive_zone: leg.zone,
    arrive_fold: leg.arrive_fold,
  }
}
