import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'mission',
      words: 'field.record.mission',
      page: () => import('./MissionPage.svelte'),
      returns: true,
    },
  ],
}
