import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    { name: 'checkin', words: 'checkin.title', page: () => import('./CheckInPage.svelte'), returns: true },
  ],
}
