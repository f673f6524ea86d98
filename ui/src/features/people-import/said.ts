// What an import of people says in words: what the button does, what became of it, what a row is.
import type { ImportProblem, PeopleCounts, PersonImportRow, PersonVerdict, RowDecision } from '$api/types'
import { list, t, tMaybe } from '$words'
import { fieldName } from '../history/values'
import { problemText as anyProblemText } from '../imports/said'

export const VERDICTS: readonly PersonVerdict[] = ['new', 'changed', 'alike', 'same', 'refused']

/** Where it is and what is wrong, in the words of people. */
export function problemText(problem: ImportProblem, headings: readonly string[]): string {
  return anyProblemText(problem, headings, ['intake'])
}

/** What is wrong alone, for where the cell itself is in sight. */
export function whatText(problem: ImportProblem): string {
  return problemText({ ...problem, column: null, field: null }, [])
}

/** What a column may hold. */
export function fieldText(field: string): string {
  return tMaybe(`intake.field.${field}`) ?? fieldName(field)
}

/** "Add 41 people, add to 3" */
export function commitText(counts: Pick<PeopleCounts, 'adds' | 'changes'>): string {
  const { adds, changes } = counts
  if (adds === 0 && changes === 0) return t('intake.do.nothing')
  if (adds === 0) return t('intake.do.change', { n: changes })
  const add = t('intake.do.add', { n: adds })
  return changes === 0 ? add : list([add, t('intake.do.also.change', { n: changes })])
}

/** "41 people added, 3 added to" */
export function doneText({ adds, changes }: Pick<PeopleCounts, 'adds' | 'changes'>): string {
  if (adds === 0) return t('intake.done.change', { n: changes })
  const add = t('intake.done.add', { n: adds })
  return changes === 0 ? add : list([add, t('intake.done.also.change', { n: changes })])
}

export function decisionText(decision: RowDecision, row: PersonImportRow): string {
  if (decision.act !== 'same') return t(`intake.decided.${decision.act}`)
  const who = row.alike.find((one) => one.other.person.id === decision.person) ?? row.alike[0]
  return who ? t('intake.decided.same', { name: who.other.name }) : t('intake.decided.same.likeliest')
}

/** A few words about a row for the table. */
export function briefText(row: PersonImportRow, headings: readonly string[]): string {
  if (row.decision) return decisionText(row.decision, row)
  const first = row.problems[0] ?? (row.verdict === 'alike' ? undefined : row.warnings[0])
  if (first) return problemText(first, headings)
  if (row.verdict === 'alike' && row.alike[0]) {
    const one = row.alike[0]
    return one.row === null ? one.other.name : t('intake.beside.same_file', { n: one.row })
  }
  return list(row.changes.map((one) => fieldName(one.field)))
}
