// What every list can do by key: the row below, the row above, the line that narrows it.
import type { PlainKey } from '$words'
import type { Command } from './commands.svelte'

/** J and K, or the arrows. */
export function steps(
  of: string,
  words: { next: PlainKey; previous: PlainKey },
  step: (by: 1 | -1) => unknown,
  when?: () => boolean,
): Command[] {
  const one = (which: 'next' | 'previous', keys: readonly string[], by: 1 | -1): Command => ({
    id: `${of}.${which}`,
    words: words[which],
    group: 'here',
    keys,
    keyOnly: true,
    ...(when ? { when } : {}),
    run: () => step(by),
  })
  return [one('next', ['j', 'arrowdown'], 1), one('previous', ['k', 'arrowup'], -1)]
}

/** `/` goes to the field with the id `filter`. */
export function narrows(of: string, when?: () => boolean): Command {
  return {
    id: `${of}.filter`,
    words: 'frame.filter',
    group: 'here',
    keys: ['/'],
    ...(when ? { when } : {}),
    run: () => document.getElementById('filter')?.focus(),
  }
}
