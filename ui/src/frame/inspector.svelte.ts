// The pane at the right. What stands in it follows from the selection; a screen may put its own thing there.
import type { Snippet } from 'svelte'

export interface InspectorContent {
  /** For the pane's heading and its landmark. */
  title: string
  body: Snippet
  onclose?: () => void
}

const WIDTH_KEY = 'outreach.inspector.width'
let content = $state.raw<InspectorContent | null>(null)
let width = $state(readWidth())

function readWidth(): number {
  const kept = typeof localStorage === 'undefined' ? NaN : Number(localStorage.getItem(WIDTH_KEY))
  return kept >= 260 && kept <= 640 ? kept : 340
}

export function inspectorContent(): InspectorContent | null {
  return content
}

/** Shows `next` until the answer is called, or until another content takes the pane. */
export function showInInspector(next: InspectorContent): () => void {
  content = next
  return () => {
    if (content === next) content = null
  }
}

export function inspectorWidth(): number {
  return width
}

export function setInspectorWidth(next: number): void {
  width = Math.round(Math.min(640, Math.max(260, next)))
  localStorage.setItem(WIDTH_KEY, String(width))
}
