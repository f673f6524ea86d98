import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'person',
      words: 'field.record.person',
      page: () => import('./PersonPage.svelte'),
      returns: true,
    },
  ],
}
