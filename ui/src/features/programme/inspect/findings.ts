// What a check found, in the reader's words.
import type { FindingView } from '$api/types'
import { showDate, showLocal } from '$parts/dates'
import { list, lang, tMaybe, wording } from '$words'

/** What it is, and with what or whom. */
export function checkWords(finding: FindingView): string {
  const head = tMaybe(`programme.check.${finding.check}`) ?? finding.sentence
  const { params } = finding
  const chinese = lang() !== 'en' && params.delegate_chinese && params.delegates === '1'
  const named = [
    chinese ? params.delegate_chinese! : (params.delegate ?? ''),
    wording(finding.name),
    wording(finding.country),
    finding.sides.length > 1 ? wording(finding.sides[1]!.title) : '',
    params.planned && params.fits ? `${params.planned} > ${params.fits}` : '',
    finding.check === 'local_weekend' && params.date ? showDate(params.date) : '',
  ].filter((text) => text !== '')
  const colon = lang() === 'en' ? ': ' : '：'
  return named.length > 0 ? `${head}${colon}${list([...new Set(named)])}` : head
}

/** The sides with their times, one a line. */
export function sideLines(finding: FindingView): string[] {
  return finding.sides.map((side) => {
    const title = wording(side.title)
    return side.span ? `${title} · ${showLocal(side.span, wording(side.place) || undefined)}` : title
  })
}
