import ShieldCheck from '@lucide/svelte/icons/shield-check'
import { go } from '$frame/router.svelte'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'privacy',
      words: 'privacy.screen',
      page: () => import('./PrivacyPage.svelte'),
      rail: { order: 7.5, icon: ShieldCheck },
    },
  ],
  commands: [
    {
      id: 'go.privacy',
      words: 'privacy.go',
      group: 'go',
      keys: ['g y'],
      icon: ShieldCheck,
      run: () => go('/privacy'),
    },
  ],
}
