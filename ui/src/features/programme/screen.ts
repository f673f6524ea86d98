import CalendarRange from '@lucide/svelte/icons/calendar-range'
import type { Feature } from '$frame/screens'

export const feature: Feature = {
  screens: [
    {
      name: 'programme',
      words: 'frame.programme',
      page: () => import('./ProgrammePage.svelte'),
      rail: { order: 1, icon: CalendarRange },
    },
  ],
  inspectors: {
    event: () => import('./inspect/EventInspector.svelte'),
    mission: () => import('./inspect/MissionInspector.svelte'),
  },
}
