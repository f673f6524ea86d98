// What an import says in words: what the button does, what is wrong with a cell, what cannot be kept.
import { parseDate, showPlainDate, showTime } from '$parts/dates'
import { lang, list, t, tMaybe } from '$words'
import { fieldName } from '../history/values'
import type {
  ImportCounts,
  ImportLoss,
  ImportNote,
  ImportProblem,
  ImportRow,
  ReplyRow,
  ImportVerdict,
} from '$api/types'

export const VERDICTS: readonly ImportVerdict[] = [
  'new',
  'changed',
  'cancelled',
  'same',
  'older',
  'reused',
  'refused',
]

/** How much of what would be done. */
export interface Tally {
  add: number
  change: number
  cancel: number
  keep: number
  all: number
}

export function tally(coming: readonly ImportRow[], replies: readonly ReplyRow[]): Tally {
  const sum: Tally = { add: 0, change: 0, cancel: 0, keep: 0, all: 0 }
  for (const row of coming) {
    if (row.verdict === 'new') sum.add += 1
    else if (row.verdict === 'cancelled') sum.cancel += 1
    else sum.change += 1
  }
  sum.keep = replies.filter((reply) => !reply.kept).length
  sum.all = coming.length + sum.keep
  return sum
}

const DEEDS = ['add', 'change', 'cancel', 'keep'] as const

function deeds(counts: Tally, how: 'do' | 'done'): string {
  return list(
    DEEDS.filter((deed) => counts[deed] > 0).map((deed, at) =>
      at === 0 || deed === 'keep'
        ? t(at === 0 ? `imports.${how}.${deed}` : `imports.${how}.also.keep`, { n: counts[deed] })
        : t(`imports.${how}.also.${deed as 'change' | 'cancel'}`, { n: counts[deed] }),
    ),
  )
}

/** "Add 41 events, change 3" */
export function commitText(counts: Tally): string {
  return counts.all === 0 ? t('imports.do.nothing') : deeds(counts, 'do')
}

/** The program that wrote a calendar, out of its PRODID: "-//Google Inc//Google Calendar 70.9054//EN". */
export function productText(product: string): string {
  return product
    .replace(/^[-+]?\/\//, '')
    .replace(/\/\/[A-Za-z-]{2,5}$/, '')
    .replaceAll('//', ' ')
    .trim()
}

/** "41 events added, 3 changed" */
export function doneText(counts: ImportCounts): string {
  const { new: add, changed: change, cancelled: cancel, replies: keep } = counts
  return deeds({ add, change, cancel, keep, all: add + change + cancel + keep }, 'done')
}

const KEYS: Record<string, string> = { region: 'region', kind: 'kind', status: 'status' }

function particular(name: string, value: string): string {
  const family = KEYS[name]
  const word = family && tMaybe(`field.${family}.${value}`)
  if (word) return word
  if (!parseDate(value)) return value
  return value.includes('T') ? `${showPlainDate(value)} ${showTime(value)}` : showPlainDate(value)
}

function filled(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, particular(name, value)]))
}

/** Spreadsheet letters: A, B, … AA. */
export function letters(column: number): string {
  let text = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    text = String.fromCharCode(65 + (rest % 26)) + text
  return text
}

export function columnText(headings: readonly string[], column: number): string {
  return headings[column]?.trim() || t('imports.column', { letter: letters(column) })
}

/** What a column may hold. */
export function fieldText(field: string): string {
  return tMaybe(`imports.field.${field}`) ?? fieldName(field)
}

/** The column's heading, else the field's name; nothing where neither is to blame. */
function whereText(problem: ImportProblem, headings: readonly string[]): string {
  if (problem.column !== null) return columnText(headings, problem.column)
  return problem.field ? fieldText(problem.field) : ''
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Where it is and what is wrong, with what to do: "Start: “31/02/2027” is not in the calendar. Correct the day." */
export function problemText(
  problem: ImportProblem,
  headings: readonly string[] = [],
  /** Files of words that are asked before those of events. */
  first: readonly string[] = [],
): string {
  const code = problem.code.replace(/[.-]/g, '_')
  const params = filled(problem.params)
  // A code may mean a cell of a file or a field of a record; the words that fit have nothing left to fill in.
  const words =
    [...first, 'imports', 'errors']
      .map((from) => tMaybe(`${from}.problem.${code}`, params))
      .find((text) => text !== undefined && !/\{\w+\}/.test(text)) ?? t('imports.problem.other', { code })
  const what = params.suggestions
    ? `${words}${lang() === 'en' ? ' ' : ''}${t('imports.problem.meant', { suggestions: params.suggestions })}`
    : words
  const where = whereText(problem, headings)
  return where ? t('imports.problem.at', { where, what }) : capital(what)
}

/** About a row for the table: why it is refused, or which fields change. */
export function briefText(row: ImportRow, headings: readonly string[] = []): string {
  const wrong = new Set(row.problems.map((one) => problemText(one, headings)))
  // Several reasons are said without what to do about each; the row's own story has that.
  if (wrong.size > 0)
    return [...wrong]
      .map((one) => (wrong.size > 1 ? firstSentence(one) : one))
      .join(lang() === 'en' ? ' ' : '')
  if (row.warnings.some((one) => one.code === 'zone_asked')) return fieldName('zone')
  return list(row.changes.map((one) => fieldName(one.field)))
}

/** What stands before the first full stop; one within quotation marks or a number ends nothing. */
export function firstSentence(text: string): string {
  return /^(?:“[^”]*”|「[^」]*」|[^“「.。]|\.(?!\s|$))*[.。]/u.exec(text)?.[0] ?? text
}

/** Pixels that small texts need which may take so many lines, within reason. */
export function widthOf(texts: readonly string[], lines: number): number {
  // Half an em a letter, a whole one a Chinese character; a line breaks early.
  const room = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12 : 6.2), 0)
  return Math.min(480, Math.ceil(Math.max(0, ...texts.map(room)) / lines) + 56)
}

/** "Attendees (12)" */
export function lossText({ property, count: n }: ImportLoss): string {
  const key = property.toUpperCase()
  return (
    tMaybe(`imports.loss.${key}`, { n }) ??
    t(key.startsWith('X-') ? 'imports.loss.x' : 'imports.loss.other', { property, n })
  )
}

/** Notes of a file of which something is missing or misread. */
const GRAVE = [
  'cut_off',
  'unreadable_characters',
  'formulas_without_value',
  'errors',
  'merged_cells',
  'duplicate_columns',
  'rows_cut',
  'columns_cut',
  'cells_cut',
]
export const isGrave = (note: ImportNote) => GRAVE.includes(note.code)

export function noteText(note: ImportNote): string {
  const code = note.code.replace(/[.-]/g, '_')
  return tMaybe(`imports.note.${code}`, filled(note.params)) ?? t('imports.note.other', { code })
}
