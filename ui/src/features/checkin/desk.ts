// What a key means at the desk. Everything is done from the one line that is always typed into.
import type { CheckInRow } from '$api/types'

export type Deed =
  | { do: 'check-in' }
  | { do: 'move'; by: 1 | -1 }
  /** More or fewer of the party came. */
  | { do: 'party'; by: 1 | -1 }
  | { do: 'clear' | 'leave' | 'take-back' | 'walk-in' }

export interface Standing {
  /** What has been typed. */
  text: string
  /** Rows found. */
  found: number
}

/** Undefined for a key that is text. */
export function deedOf(event: KeyboardEvent, now: Standing): Deed | undefined {
  const jump = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'Enter':
      return { do: 'check-in' }
    case 'ArrowDown':
      return { do: 'move', by: 1 }
    case 'ArrowUp':
      return { do: 'move', by: -1 }
    case 'F2':
      return { do: 'walk-in' }
    case 'Escape':
      return now.text === '' ? { do: 'leave' } : { do: 'clear' }
    case '+':
    case '=':
    case '＋':
      // A name holds no plus; with nobody to count it is text after all.
      return now.found > 0 ? { do: 'party', by: 1 } : undefined
    case '-':
    case '−':
      // A hyphen belongs to names: it only counts with Ctrl.
      return jump && now.found > 0 ? { do: 'party', by: -1 } : undefined
    case 'ArrowRight':
      return jump ? { do: 'party', by: 1 } : undefined
    case 'ArrowLeft':
      return jump ? { do: 'party', by: -1 } : undefined
    case 'z':
      return jump && !event.shiftKey ? { do: 'take-back' } : undefined
    default:
      return undefined
  }
}

/** How many of a party one would expect to stand there: all who are not in yet, else as recorded. */
export function usualCount(row: Pick<CheckInRow, 'party' | 'arrived'>): number {
  const arrived = row.arrived ?? 0
  return arrived > 0 && arrived < row.party ? row.party : Math.max(1, arrived || row.party)
}

/** The party as the stepper may set it: one at least, and nobody who was not announced; those are walk-ins. */
export function stepped(count: number, by: number, party: number): number {
  return Math.max(1, Math.min(Math.max(party, 1), count + by))
}
