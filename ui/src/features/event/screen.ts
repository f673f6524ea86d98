import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    { name: 'event', words: 'field.record.event', page: () => import('./EventPage.svelte'), returns: true },
  ],
}
