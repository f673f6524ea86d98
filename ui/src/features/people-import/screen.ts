import UserRoundPlus from '@lucide/svelte/icons/user-round-plus'
import { go } from '$frame/router.svelte'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'people-import',
      words: 'intake.title',
      page: () => import('./PeopleImportPage.svelte'),
      returns: true,
    },
  ],
  commands: [
    {
      id: 'people.import',
      words: 'intake.open',
      group: 'file',
      keys: ['mod+shift+i'],
      icon: UserRoundPlus,
      run: () => go('/people-import'),
    },
  ],
}
