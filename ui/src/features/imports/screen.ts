import Upload from '@lucide/svelte/icons/upload'
import { go } from '$frame/router.svelte'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    { name: 'import', words: 'imports.title', page: () => import('./ImportPage.svelte'), returns: true },
  ],
  commands: [
    {
      id: 'import',
      words: 'imports.open',
      group: 'file',
      keys: ['mod+i'],
      icon: Upload,
      run: () => go('/import'),
    },
  ],
}
