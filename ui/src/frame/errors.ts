// Refusals and changes in the reader's words.
import type { ChangeLabel } from '$api/types'
import { CallError } from '$platform'
import { t, tMaybe } from '$words'

/** What happened, what was kept, what to do. */
export function errorText(thrown: unknown): string {
  const error = CallError.from(thrown)
  const code = error.code.replace(/[.-]/g, '_')
  return tMaybe(`errors.${code}`, error.params) ?? t('errors.unknown', { code: error.code })
}

/** What a change was: "Moved ‘KL seminar’". */
export function changeText(label: ChangeLabel): string {
  return tMaybe(`history.label.${label.label}`, label.params) ?? t('history.label.other')
}
