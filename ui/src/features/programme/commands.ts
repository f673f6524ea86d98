// What the keyboard does on the programme, whichever view is shown.
import type { Command } from '$frame/commands.svelte'
import { go } from '$frame/router.svelte'
import { select, selected } from '$frame/selection.svelte'
import type { PlainKey } from '$words'
import { type Desk, VIEWS, type View } from './desk.svelte'
import type { Step } from './timeline/walk'

/** Whether keys such as Enter belong to the surface and not to a field or a button elsewhere. */
export function onSurface(): boolean {
  const at = document.activeElement
  return !at || at === document.body || at.closest('[data-surface]') !== null
}

interface Doing {
  add: () => unknown
  edit: () => unknown
  filter: () => unknown
  titleOf: (kind: 'event' | 'mission', id: string) => string
}

export function programmeCommands(desk: Desk, doing: Doing): Command[] {
  const item = () => {
    const now = selected()
    return now?.kind === 'event' || now?.kind === 'mission' ? { kind: now.kind, id: now.id } : undefined
  }
  const step = (id: Step, keys: string[], words: PlainKey): Command => ({
    id: `programme.step.${id}`,
    words,
    group: 'here',
    keys,
    keyOnly: true,
    when: () => desk.surface !== undefined && (keys.includes('j') || keys.includes('k') || onSurface()),
    run: () => {
      if (desk.move.target && desk.move.by === 'key') desk.move.abandon()
      desk.surface?.step(id)
    },
  })
  const nudge = (
    id: string,
    keys: string[],
    words: PlainKey,
    days: number,
    fine: 'small' | 'large',
  ): Command => ({
    id: `programme.move.${id}`,
    words,
    group: 'edit',
    keys,
    keyOnly: true,
    when: () =>
      item() !== undefined && desk.surface !== undefined && !(desk.move.target && desk.move.by === 'pointer'),
    run: () => {
      const target = item()
      if (!target) return
      desk.peeking = false
      desk.move.begin({ ...target, title: doing.titleOf(target.kind, target.id) }, 'key')
      const minutes = target.kind === 'event' ? desk.surface?.minutes?.()?.[fine] : undefined
      if (minutes) desk.move.push(0, Math.sign(days) * minutes)
      else desk.move.push(days, 0)
    },
  })
  const upright = (id: string, keys: string[], words: PlainKey, sign: 1 | -1, large: boolean): Command => {
    const whole = nudge(id, keys, words, 7 * sign, 'large')
    return {
      ...whole,
      when: () => desk.surface?.vertical !== undefined && whole.when!(),
      run: () => {
        const target = item()
        if (desk.surface?.vertical === 'week' || target?.kind === 'mission') return whole.run()
        if (!target) return
        desk.peeking = false
        desk.move.begin({ ...target, title: doing.titleOf(target.kind, target.id) }, 'key')
        desk.move.push(0, sign * (large ? 30 : 15))
      },
    }
  }
  const show = (view: View, key: string): Command => ({
    id: `programme.view.${view}`,
    words: `programme.go.${view}`,
    group: 'view',
    keys: [key],
    run: () => desk.setView(view),
  })
  return [
    ...VIEWS.map((view, i) => show(view, String(i + 1))),
    step('next', ['j'], 'programme.key.next'),
    step('previous', ['k'], 'programme.key.previous'),
    step('right', ['arrowright'], 'programme.key.right'),
    step('left', ['arrowleft'], 'programme.key.left'),
    step('up', ['arrowup'], 'programme.key.up'),
    step('down', ['arrowdown'], 'programme.key.down'),
    step('first', ['home'], 'programme.key.first'),
    step('last', ['end'], 'programme.key.last'),
    {
      id: 'programme.open',
      words: 'programme.key.open',
      group: 'here',
      keys: ['enter'],
      when: () => item() !== undefined && onSurface() && !desk.move.target,
      run: () => {
        const target = item()
        if (target) go(`/${target.kind}/${target.id}`)
      },
    },
    {
      id: 'programme.peek',
      words: 'programme.key.peek',
      group: 'here',
      keys: ['space'],
      when: () => item() !== undefined && onSurface() && desk.surface !== undefined,
      run: () => (desk.peeking = !desk.peeking),
    },
    nudge('later', ['alt+arrowright'], 'programme.key.later', 1, 'small'),
    nudge('earlier', ['alt+arrowleft'], 'programme.key.earlier', -1, 'small'),
    nudge('week_later', ['alt+shift+arrowright'], 'programme.key.week_later', 7, 'large'),
    nudge('week_earlier', ['alt+shift+arrowleft'], 'programme.key.week_earlier', -7, 'large'),
    upright('down', ['alt+arrowdown'], 'programme.key.lower', 1, false),
    upright('up', ['alt+arrowup'], 'programme.key.higher', -1, false),
    upright('far_down', ['alt+shift+arrowdown'], 'programme.key.far_lower', 1, true),
    upright('far_up', ['alt+shift+arrowup'], 'programme.key.far_higher', -1, true),
    {
      id: 'programme.move.keep',
      words: 'programme.key.keep',
      group: 'edit',
      keys: ['enter', 'alt+enter'],
      keyOnly: true,
      when: () => desk.move.target !== undefined,
      run: () => desk.move.commit(),
    },
    {
      id: 'programme.move.abandon',
      words: 'programme.key.abandon',
      group: 'edit',
      keys: ['escape', 'alt+escape'],
      keyOnly: true,
      when: () => desk.move.target !== undefined,
      run: () => desk.move.abandon(),
    },
    {
      id: 'programme.leave',
      words: 'programme.key.leave',
      group: 'here',
      keys: ['escape'],
      keyOnly: true,
      when: () => !desk.move.target && (desk.peeking || (selected() !== null && onSurface())),
      run: () => {
        if (desk.peeking) desk.peeking = false
        else select(null)
      },
    },
    {
      id: 'programme.zoom.in',
      words: 'programme.key.zoom_in',
      group: 'view',
      keys: ['+', '='],
      when: () => desk.surface?.zoom !== undefined,
      run: () => desk.surface?.zoom?.(1.4),
    },
    {
      id: 'programme.zoom.out',
      words: 'programme.key.zoom_out',
      group: 'view',
      keys: ['-'],
      when: () => desk.surface?.zoom !== undefined,
      run: () => desk.surface?.zoom?.(1 / 1.4),
    },
    {
      id: 'programme.today',
      words: 'programme.key.today',
      group: 'view',
      keys: ['t'],
      when: () => desk.surface?.today !== undefined,
      run: () => desk.surface?.today?.(),
    },
    {
      id: 'programme.page.next',
      words: 'programme.key.page_next',
      group: 'view',
      keys: [']', 'pagedown'],
      keyOnly: true,
      when: () => desk.surface?.page !== undefined && onSurface(),
      run: () => desk.surface?.page?.(1),
    },
    {
      id: 'programme.page.previous',
      words: 'programme.key.page_previous',
      group: 'view',
      keys: ['pageup'],
      keyOnly: true,
      when: () => desk.surface?.page !== undefined && onSurface(),
      run: () => desk.surface?.page?.(-1),
    },
    { id: 'here.new', words: 'programme.new', group: 'here', keys: ['n'], run: doing.add },
    {
      id: 'here.edit',
      words: 'frame.edit',
      group: 'edit',
      keys: ['e'],
      when: () => item() !== undefined,
      run: doing.edit,
    },
    { id: 'filter', words: 'programme.filter.words', group: 'here', keys: ['/'], run: doing.filter },
    {
      id: 'filter.clear',
      words: 'programme.filter.clear',
      group: 'here',
      when: () => desk.narrowed > 0,
      run: () => desk.clearFilter(),
    },
  ]
}
