// A refusal in the reader's words.
import { CallError } from '$platform'
import { t, tMaybe } from '$words'

/** What happened, what was kept, what to do. Codes have dots for rooms; words join them with '_'. */
export function errorText(thrown: unknown): string {
  const error = CallError.from(thrown)
  const code = error.code.replace(/[.\-]/g, '_')
  return tMaybe(`errors.${code}`, error.params) ?? t('errors.unknown', { code: error.code })
}
