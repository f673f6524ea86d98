// How sure it is that two records are one person, and why, in words.
import type { AlikeReason } from '$api/types'
import { t, tMaybe } from '$words'

export function reasonText(reason: Pick<AlikeReason, 'code'>): string {
  return tMaybe(`person.reason.${reason.code}`) ?? t('person.reason.other', { code: reason.code })
}

export interface Reasons {
  /** What speaks for it, the weightiest first. */
  for: readonly AlikeReason[]
  against: readonly AlikeReason[]
}

export function weighed(reasons: readonly AlikeReason[]): Reasons {
  const by = [...reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return { for: by.filter((one) => one.weight >= 0), against: by.filter((one) => one.weight < 0) }
}

/** Words for a score of 0 to 1. */
export function scoreText({ score, likely }: { score: number; likely: boolean }): string {
  if (likely) return t(score >= 0.98 ? 'person.score.sure' : 'person.score.likely')
  return t(score >= 0.4 ? 'person.score.possible' : 'person.score.unlikely')
}
