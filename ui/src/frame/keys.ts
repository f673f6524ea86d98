// Keys as text: 'mod+k', 'mod+shift+z', 'alt+arrowleft', '?', and sequences such as 'g p'.

const MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform ?? '')

/** Whether the key belongs to an input method. The Enter that accepts a Chinese candidate may arrive with
 *  `isComposing` false and `keyCode` 229 (WebKitGTK). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Whether keys pressed here are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (!(target instanceof HTMLInputElement)) return false
  return !['checkbox', 'radio', 'button', 'range', 'color', 'submit', 'reset'].includes(target.type)
}

/** The event as a chord; empty for a bare modifier. */
export function chordOf(event: KeyboardEvent, mac = MAC): string {
  const key = event.key.toLowerCase()
  if (['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock', 'dead', 'process'].includes(key)) return ''
  const parts: string[] = []
  if (mac ? event.metaKey : event.ctrlKey) parts.push('mod')
  if (mac ? event.ctrlKey : event.metaKey) parts.push('meta')
  if (event.altKey) parts.push('alt')
  // A printed sign already says whether Shift was held: '?' is '?' on every keyboard.
  const sign = key.length === 1 && !/[a-z0-9]/.test(key)
  if (event.shiftKey && !sign) parts.push('shift')
  parts.push(key === ' ' ? 'space' : key)
  return parts.join('+')
}

// A plus that joins; the last one may be the key itself: 'mod++'
const PLUS = /\+(?=.)/

const NAMES: Record<string, string> = {
  mod: MAC ? '⌘' : 'Ctrl',
  meta: 'Super',
  alt: MAC ? '⌥' : 'Alt',
  shift: MAC ? '⇧' : 'Shift',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  enter: '↵',
  escape: 'Esc',
  space: 'Space',
  delete: 'Del',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}

/** What is printed on the keys: [['Ctrl', 'K']] for 'mod+k', [['G'], ['P']] for 'g p'. */
export function keycaps(binding: string): string[][] {
  return binding
    .split(' ')
    .map((chord) =>
      chord
        .split(PLUS)
        .map(
          (part) =>
            NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1)),
        ),
    )
}

/** For `aria-keyshortcuts`; sequences have no notation there and are left out. */
export function ariaKeys(binding: string): string | undefined {
  if (binding.includes(' ')) return undefined
  const names: Record<string, string> = {
    mod: MAC ? 'Meta' : 'Control',
    alt: 'Alt',
    shift: 'Shift',
    meta: 'Meta',
  }
  return binding
    .split(PLUS)
    .map(
      (part) =>
        names[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1)),
    )
    .join('+')
}
