// Why something cannot be done, in the reader's words. Codes come from the rules; some are shared with errors.
import type { Refusal, WhyNotView } from '$api/types'
import { tMaybe, t } from '$words'

/** What a rule said, with its figures. */
export function whyText({ code, params }: Pick<WhyNotView | Refusal, 'code' | 'params'>): string {
  return (
    tMaybe(`invitees.why.${code}`, params) ??
    tMaybe(`errors.${code}`, params) ??
    t('invitees.why.other', { code })
  )
}
