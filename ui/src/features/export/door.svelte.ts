// Whether the export dialog is open, and about what: a screen opens it with what it shows.
import type { EventFilter } from '$api/types'
import { choices } from './choices.svelte'

export interface About {
  /** Which events it begins with; those on screen, if not said. */
  filter?: EventFilter
  /** Its booklet is what paper begins with. */
  mission?: string
  /** Its run sheet on paper is what it begins with. */
  event?: string
}

let about = $state.raw<About>()
/** What was chosen before a mission or an event lent its own. */
let before: Pick<typeof choices, 'format' | 'pdf'> | undefined

export const exportAbout = () => about

export function openExport(next: About = {}): void {
  closeExport()
  if (next.mission || next.event) before = { format: choices.format, pdf: { ...choices.pdf } }
  if (next.mission) choices.pdf = { ...choices.pdf, document: 'booklet', mission: next.mission }
  if (next.event) {
    choices.format = 'pdf'
    choices.pdf = { ...choices.pdf, document: 'run_sheet', event: next.event }
  }
  about = next
}

export function closeExport(): void {
  about = undefined
  if (before) Object.assign(choices, before)
  before = undefined
}
