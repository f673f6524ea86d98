// Which findings belong to which record, and how bad they are together.
import type { FindingView, RecordKind } from '$api/types'

export function aboutRecord(findings: readonly FindingView[], kind: RecordKind, id: string): FindingView[] {
  return findings.filter((finding) =>
    [...finding.about, ...finding.sides.map((side) => side.key)].some(
      (key) => key.kind === kind && key.id === id,
    ),
  )
}

/** The same clash seen from both sides is told once. */
export function withoutRepeats(findings: readonly FindingView[]): FindingView[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const sides = finding.sides.map((side) => `${side.key.kind}:${side.key.id}`).sort()
    const key = [finding.check, ...sides, finding.params.delegate, finding.params.date].join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export interface Tally {
  problems: number
  warnings: number
  notes: number
}

export function tally(findings: readonly FindingView[]): Tally {
  const of = (severity: number) => findings.filter((finding) => finding.severity === severity).length
  return { problems: of(3), warnings: of(2), notes: of(1) }
}
