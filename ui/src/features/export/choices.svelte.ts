// What was last chosen for an export, kept until the program ends.
import type { Audience, CalendarForm, ExportFormat, Language, PdfChoices } from '$api/types'

export const FORMATS: readonly ExportFormat[] = ['ics', 'xlsx', 'csv', 'html', 'pdf']

interface Choices {
  format: ExportFormat
  /** Null until one was chosen: the language on screen. */
  language: Language | null
  audience: Audience
  ics: CalendarForm
  pdf: PdfChoices
}

export const choices = $state<Choices>({
  format: 'ics',
  language: null,
  audience: 'public',
  ics: { layout: 'one_file', zip: false, pin_utc: false, alarm_minutes: null },
  pdf: { document: 'year', mission: null, event: null, day: null, size: 'a4' },
})
