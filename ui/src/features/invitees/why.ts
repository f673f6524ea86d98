// Why something cannot be done, in the reader's words. Codes come from the rules; some are shared with errors.
import type { Refusal, WhyNotView } from '$api/types'
import { parseDate, showPlainDate } from '$parts/dates'
import { t, tMaybe } from '$words'

/** What a rule said with its figures, days as the reader writes them. `words` are looked through in their order. */
export function reasonText(
  { code, params }: Pick<WhyNotView | Refusal, 'code' | 'params'>,
  words: readonly string[],
): string | undefined {
  const said: Record<string, string> = {}
  for (const [name, value] of Object.entries(params))
    said[name] = parseDate(value) ? showPlainDate(value) : value
  for (const group of [...words, 'errors']) {
    const text = tMaybe(`${group}.${code}`, said)
    if (text) return text
  }
  return undefined
}

export function whyText(why: Pick<WhyNotView | Refusal, 'code' | 'params'>): string {
  return reasonText(why, ['invitees.why']) ?? t('invitees.why.other', { code: why.code })
}
