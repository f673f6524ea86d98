import Settings from '@lucide/svelte/icons/settings'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'settings',
      words: 'frame.settings',
      page: () => import('./SettingsPage.svelte'),
      rail: { order: 9, icon: Settings, foot: true },
    },
  ],
}
