import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'invitees',
      words: 'invitees.screen',
      page: () => import('./InviteesPage.svelte'),
      returns: true,
    },
  ],
}
