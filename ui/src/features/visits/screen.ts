import Plane from '@lucide/svelte/icons/plane'
import type { Feature } from '$frame/screens'
import { go } from '$frame/router.svelte'

export const feature: Feature = {
  screens: [
    {
      name: 'visits',
      words: 'visits.screen',
      page: () => import('./VisitsPage.svelte'),
      rail: { order: 4, icon: Plane, goes: ['visit'] },
    },
    { name: 'visit', words: 'visits.visit', page: () => import('./VisitPage.svelte'), returns: true },
  ],
  commands: [
    {
      id: 'go.visits',
      words: 'visits.go',
      group: 'go',
      keys: ['g v'],
      icon: Plane,
      run: () => go('/visits'),
    },
  ],
}
