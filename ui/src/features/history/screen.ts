import History from '@lucide/svelte/icons/history'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'history',
      words: 'frame.history',
      page: () => import('./HistoryPage.svelte'),
      rail: { order: 8, icon: History, foot: true },
    },
  ],
}
