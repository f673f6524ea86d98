// What a key means in a grid, by where the current cell is. The grid then does it.
import { isComposing, isTyping } from '$frame/keys'
import type { Line } from './grid'

export type Deed =
  | { do: 'move'; line: number; column: number }
  /** Pixels wider or, negative, narrower. */
  | { do: 'widen'; by: number }
  | { do: 'sort' | 'toggle' | 'open' | 'space' | 'edit' }
  /** Marks lines up to there, from where the marking began. */
  | { do: 'range'; line: number }
  | { do: 'mark-all' }
  /** Taken, but there is nothing to do. */
  | { do: 'nothing' }

export interface Standing<T> {
  /** Line −1 is the headings. */
  at: { line: number; column: number }
  /** The line there; none for the headings. */
  line: Line<T> | undefined
  lines: number
  columns: number
  /** Lines that a page key moves. */
  page: number
  /** Rows can be marked. */
  marks?: boolean
  /** The row can be written into. */
  edits?: boolean
}

/** Undefined for a key that is not the grid's. */
export function deedOf<T>(event: KeyboardEvent, now: Standing<T>): Deed | undefined {
  if (isComposing(event) || isTyping(event.target)) return undefined
  const { at, line } = now
  const group = line?.kind === 'group' ? line : undefined
  const jump = event.ctrlKey || event.metaKey
  const to = (line: number, column = at.column): Deed => ({ do: 'move', line, column })
  if (event.altKey) {
    const by = event.key === 'ArrowLeft' ? -16 : event.key === 'ArrowRight' ? 16 : 0
    return at.line === -1 && by ? { do: 'widen', by } : undefined
  }
  if (now.marks) {
    if (jump && event.key.toLowerCase() === 'a') return { do: 'mark-all' }
    if (event.shiftKey) {
      if (event.key === 'ArrowDown') return { do: 'range', line: at.line + 1 }
      if (event.key === 'ArrowUp') return { do: 'range', line: at.line - 1 }
      if (event.key === 'PageDown') return { do: 'range', line: at.line + now.page }
      if (event.key === 'PageUp') return { do: 'range', line: at.line - now.page }
      if (event.key === 'End' && jump) return { do: 'range', line: now.lines - 1 }
      if (event.key === 'Home' && jump) return { do: 'range', line: 0 }
    }
  }
  switch (event.key) {
    case 'F2':
    case 'e':
      return now.edits && !jump && line?.kind === 'row' ? { do: 'edit' } : undefined
    case 'ArrowDown':
    case 'j':
      return to(at.line + 1)
    case 'ArrowUp':
    case 'k':
      return jump ? undefined : to(at.line - 1)
    case 'ArrowRight':
      return group && !group.open ? { do: 'toggle' } : to(at.line, at.column + 1)
    case 'ArrowLeft':
      return group?.open ? { do: 'toggle' } : to(at.line, at.column - 1)
    case 'PageDown':
      return to(at.line + now.page)
    case 'PageUp':
      return to(Math.max(0, at.line - now.page))
    case 'Home':
      return to(jump ? 0 : at.line, 0)
    case 'End':
      return to(jump ? now.lines - 1 : at.line, now.columns - 1)
    case 'Enter':
      // With Ctrl it belongs to the screen.
      if (jump) return undefined
      if (at.line === -1) return { do: 'sort' }
      return group ? { do: 'toggle' } : line ? { do: 'open' } : { do: 'nothing' }
    case ' ':
      return group ? { do: 'toggle' } : line ? { do: 'space' } : { do: 'nothing' }
    default:
      return undefined
  }
}
