// What a finding says in the reader's words: what it is, and the particulars. Its sides stand below it.
import type { FindingView } from '$api/types'
import { parseDate, showDate, showTime } from '$parts/dates'
import { lang, t, tMaybe, wording } from '$words'

function particular(value: string): string {
  if (!parseDate(value)) return value
  return value.includes('T') ? `${showDate(value)} ${showTime(value)}` : showDate(value)
}

export function findingTitle(finding: FindingView): string {
  return tMaybe(`checks.${finding.check}`) ?? finding.sentence
}

export function findingText(finding: FindingView): string {
  const params: Record<string, string> = {
    name: wording(finding.name),
    country: wording(finding.country),
  }
  for (const [name, value] of Object.entries(finding.params)) params[name] = particular(value)
  const chinese = finding.params.delegate_chinese
  if (lang() !== 'en' && chinese && finding.params.delegates === '1') params.delegate = chinese
  const text = tMaybe(`checks.${finding.check}.text`, params)?.trim() ?? ''
  return finding.params.estimated === 'true' ? `${text} (${t('checks.estimated')})`.trim() : text
}
