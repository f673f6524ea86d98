// What can be done on every screen.
import Download from '@lucide/svelte/icons/download'
import History from '@lucide/svelte/icons/history'
import Keyboard from '@lucide/svelte/icons/keyboard'
import Languages from '@lucide/svelte/icons/languages'
import Lock from '@lucide/svelte/icons/lock'
import PanelLeft from '@lucide/svelte/icons/panel-left'
import Printer from '@lucide/svelte/icons/printer'
import Redo2 from '@lucide/svelte/icons/redo-2'
import Settings from '@lucide/svelte/icons/settings'
import SunMoon from '@lucide/svelte/icons/sun-moon'
import Undo2 from '@lucide/svelte/icons/undo-2'
import { lang, LANGS, t } from '$words'
import type { Command } from './commands.svelte'
import { changeText } from './errors'
import { toggleRail } from './rail.svelte'
import { back, go, place } from './router.svelte'
import { screenNamed } from './screens'
import { select, selected } from './selection.svelte'
import { appStatus, editSettings, lock, redo, undo } from './session.svelte'

export interface FrameDoors {
  openPalette: () => void
  openKeys: () => void
  openExport: () => void
}

export function isDark(): boolean {
  const set = document.documentElement.dataset.theme
  return set ? set === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches
}

function escape(): void {
  if (selected()) select(null)
  else back()
}

export function frameCommands(doors: FrameDoors): Command[] {
  return [
    {
      id: 'palette',
      words: 'frame.search',
      group: 'go',
      keys: ['mod+k'],
      inText: true,
      keyOnly: true,
      run: doors.openPalette,
    },
    {
      id: 'go.programme',
      words: 'frame.go.programme',
      group: 'go',
      keys: ['g p'],
      run: () => go('/programme'),
    },
    { id: 'go.missions', words: 'frame.go.missions', group: 'go', keys: ['g m'], run: () => go('/missions') },
    {
      id: 'go.history',
      words: 'frame.go.history',
      group: 'go',
      keys: ['g h'],
      icon: History,
      run: () => go('/history'),
    },
    {
      id: 'go.settings',
      words: 'frame.go.settings',
      group: 'go',
      keys: ['g s'],
      icon: Settings,
      run: () => go('/settings'),
    },
    {
      id: 'go.back',
      words: 'frame.go.back',
      group: 'go',
      keys: ['escape'],
      keyOnly: true,
      when: () => selected() !== null || Boolean(screenNamed(place().segments[0])?.returns),
      run: escape,
    },
    {
      id: 'undo',
      words: 'frame.undo',
      label: () => {
        const change = appStatus()?.undo
        return change ? t('frame.undo.what', { what: changeText(change) }) : t('frame.undo')
      },
      group: 'edit',
      keys: ['mod+z'],
      icon: Undo2,
      when: () => Boolean(appStatus()?.undo),
      run: undo,
    },
    {
      id: 'redo',
      words: 'frame.redo',
      label: () => {
        const change = appStatus()?.redo
        return change ? t('frame.redo.what', { what: changeText(change) }) : t('frame.redo')
      },
      group: 'edit',
      keys: ['mod+shift+z', 'mod+y'],
      icon: Redo2,
      when: () => Boolean(appStatus()?.redo),
      run: redo,
    },
    {
      id: 'export',
      words: 'frame.export.open',
      group: 'file',
      keys: ['mod+e'],
      icon: Download,
      run: doors.openExport,
    },
    {
      id: 'print',
      words: 'frame.print',
      group: 'file',
      keys: ['mod+p'],
      icon: Printer,
      inText: true,
      run: () => window.print(),
    },
    {
      id: 'lock',
      words: 'frame.lock.now',
      group: 'file',
      keys: ['mod+l'],
      icon: Lock,
      inText: true,
      run: lock,
    },
    {
      id: 'language',
      words: 'frame.language.next',
      group: 'view',
      icon: Languages,
      run: () => editSettings({ language: LANGS[(LANGS.indexOf(lang()) + 1) % LANGS.length]! }),
    },
    {
      id: 'theme',
      words: 'frame.theme',
      group: 'view',
      icon: SunMoon,
      run: () => editSettings({ theme: isDark() ? 'light' : 'dark' }),
    },
    { id: 'rail', words: 'frame.rail.toggle', group: 'view', keys: ['['], icon: PanelLeft, run: toggleRail },
    {
      id: 'keys',
      words: 'frame.keys.title',
      group: 'view',
      keys: ['?'],
      icon: Keyboard,
      run: doors.openKeys,
    },
  ]
}
