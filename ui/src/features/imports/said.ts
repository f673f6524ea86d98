// What an import says in words: what the button does, what is wrong with a cell, what cannot be kept.
import { showDate, showTime, parseDate } from '$parts/dates'
import { list, t, tMaybe } from '$words'
import type { CellProblem, ImportCounts, ImportRow, Loss, Note, SheetField, Verdict } from './types'

export const VERDICTS: readonly Verdict[] = ['new', 'changed', 'same', 'older', 'refused']

/** What a column may hold, in the order in which a chooser lists them. */
export const FIELDS: readonly SheetField[] = [
  'title_en',
  'title_zh_hant',
  'title_zh_hans',
  'start',
  'start_date',
  'start_time',
  'end',
  'end_date',
  'end_time',
  'minutes',
  'all_day',
  'city',
  'zone',
  'venue',
  'region',
  'market',
  'mission',
  'kind',
  'status',
  'capacity',
  'hosts',
  'languages',
  'sectors',
  'speakers',
  'url',
  'notes',
  'tags',
  'uid',
]

/** "Add 41 events, change 3" */
export function commitText(adds: number, alters: number): string {
  if (adds > 0 && alters > 0) return t('imports.do.both', { n: adds, m: alters })
  if (adds > 0) return t('imports.do.add', { n: adds })
  if (alters > 0) return t('imports.do.change', { n: alters })
  return t('imports.do.nothing')
}

/** "41 events added, 3 changed." */
export function doneText(counts: Pick<ImportCounts, 'new' | 'changed'>): string {
  if (counts.new > 0 && counts.changed > 0)
    return t('imports.done.both', { n: counts.new, m: counts.changed })
  if (counts.new > 0) return t('imports.done.add', { n: counts.new })
  return t('imports.done.change', { n: counts.changed })
}

function particular(value: string): string {
  if (!parseDate(value)) return value
  return value.includes('T') ? `${showDate(value)} ${showTime(value)}` : showDate(value)
}

function filled(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, particular(value)]))
}

/** Spreadsheet letters: A, B, … AA. */
export function letters(column: number): string {
  let text = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    text = String.fromCharCode(65 + (rest % 26)) + text
  return text
}

export function fieldText(field: string): string {
  return tMaybe(`imports.field.${field}`) ?? tMaybe(`field.name.${field}`) ?? field.replaceAll('_', ' ')
}

/** Where it is and what is wrong, with what to do: "Start (column D): “31/02/2027” is not in the calendar. …" */
export function problemText(problem: CellProblem, headings: readonly string[] = []): string {
  const code = problem.code.replace(/[.-]/g, '_')
  const params = filled(problem.params)
  const words =
    tMaybe(`imports.problem.${code}`, params) ??
    tMaybe(`errors.problem.${code}`, params) ??
    t('imports.problem.other', { code })
  const { column } = problem
  if (column !== null && column !== undefined) {
    const heading = headings[column]?.trim() || t('imports.column', { letter: letters(column) })
    return t('imports.problem.at', { where: heading, what: words })
  }
  return problem.field ? t('imports.problem.at', { where: fieldText(problem.field), what: words }) : words
}

/** One line about a row: what changes, or what is in the way. */
export function rowText(row: ImportRow, headings: readonly string[] = []): string {
  if (row.problems.length > 0) return row.problems.map((one) => problemText(one, headings)).join(' ')
  if (row.changes.length > 0) return list(row.changes.map((one) => fieldText(one.field)))
  return row.warnings.map((one) => problemText(one, headings)).join(' ')
}

/** "Attendees of 12 events" */
export function lossText(loss: Loss): string {
  const key = loss.property.toUpperCase()
  return (
    tMaybe(`imports.loss.${key}`, { n: loss.count }) ??
    t('imports.loss.other', { property: loss.property, n: loss.count })
  )
}

export function noteText(note: Note): string {
  const code = note.code.replace(/[.-]/g, '_')
  return tMaybe(`imports.note.${code}`, filled(note.params)) ?? t('imports.note.other', { code })
}
