import RotateCw from '@lucide/svelte/icons/rotate-cw'
import type { Feature } from '$frame/screens'
import { go } from '$frame/router.svelte'

export const feature: Feature = {
  screens: [
    { name: 'rules', words: 'rules.screen', page: () => import('./RulesPage.svelte'), returns: true },
  ],
  commands: [
    {
      id: 'go.rules',
      words: 'rules.go',
      group: 'go',
      icon: RotateCw,
      run: () => go('/rules'),
    },
  ],
}
