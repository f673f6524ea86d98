import Library from '@lucide/svelte/icons/library'
import type { Feature } from '$frame/screens'
import { go } from '$frame/router.svelte'

export const feature: Feature = {
  screens: [
    {
      name: 'lists',
      words: 'lists.screen',
      page: () => import('./ListsPage.svelte'),
      rail: { order: 7, icon: Library },
    },
  ],
  commands: [
    { id: 'go.lists', words: 'lists.go', group: 'go', keys: ['g l'], icon: Library, run: () => go('/lists') },
  ],
}
