import CalendarSync from '@lucide/svelte/icons/calendar-sync'
import type { Feature } from '$frame/screens'
import { go } from '$frame/router.svelte'

export const feature: Feature = {
  screens: [
    {
      name: 'calendars',
      words: 'calendars.screen',
      page: () => import('./CalendarsPage.svelte'),
      rail: { order: 7, icon: CalendarSync, goes: ['calendar'] },
    },
    {
      name: 'calendar',
      words: 'calendars.calendar',
      page: () => import('./CalendarPage.svelte'),
      returns: true,
    },
  ],
  commands: [
    {
      id: 'go.calendars',
      words: 'calendars.go',
      group: 'go',
      keys: ['g c'],
      icon: CalendarSync,
      run: () => go('/calendars'),
    },
  ],
}
