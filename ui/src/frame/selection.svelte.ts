// What is selected, on whichever surface: timeline, month, table and map share it, the inspector edits it.

export type Kind = 'mission' | 'leg' | 'event' | 'person'

export interface Selected {
  kind: Kind
  id: string
}

let current = $state.raw<Selected | null>(null)

export function selected(): Selected | null {
  return current
}

export function select(next: Selected | null): void {
  if (next?.kind === current?.kind && next?.id === current?.id) return
  current = next
}

export function isSelected(kind: Kind, id: string): boolean {
  return current?.kind === kind && current.id === id
}

const bySurface = new Map<string, Selected | null>()
let surface = ''

/** Another page has its own selection; coming back finds the former one. Called by the frame. */
export function enterSurface(path: string): void {
  if (path === surface) return
  if (surface) bySurface.set(surface, current)
  surface = path
  current = bySurface.get(path) ?? null
}
