import CopyCheck from '@lucide/svelte/icons/copy-check'
import Users from '@lucide/svelte/icons/users'
import { go } from '$frame/router.svelte'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'people',
      words: 'people.screen',
      page: () => import('./PeoplePage.svelte'),
      rail: { order: 3, icon: Users, goes: ['person', 'people-import', 'duplicates'] },
    },
    {
      name: 'duplicates',
      words: 'people.dup.screen',
      page: () => import('./DuplicatesPage.svelte'),
      returns: true,
    },
  ],
  commands: [
    {
      id: 'go.people',
      words: 'people.go',
      group: 'go',
      keys: ['g i'],
      icon: Users,
      run: () => go('/people'),
    },
    {
      id: 'go.duplicates',
      words: 'people.go.duplicates',
      group: 'go',
      keys: ['g d'],
      icon: CopyCheck,
      run: () => go('/duplicates'),
    },
  ],
  inspectors: { person: () => import('./PersonInspector.svelte') },
}
