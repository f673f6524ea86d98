import Route from '@lucide/svelte/icons/route'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'missions',
      words: 'frame.missions',
      page: () => import('./MissionsPage.svelte'),
      rail: { order: 2, icon: Route, goes: ['mission'] },
    },
  ],
}
