import { afterEach, describe, expect, it } from 'vitest'
import type { ImportProblem, ImportRow, ReplyRow } from '$api/types'
import { setLang } from '$words'
import {
  briefText,
  commitText,
  doneText,
  firstSentence,
  isGrave,
  letters,
  lossText,
  noteText,
  problemText,
  productText,
  tally,
  widthOf,
} from './said'

afterEach(() => setLang('en'))

const row = (verdict: ImportRow['verdict'], more: Partial<ImportRow> = {}): ImportRow => ({
  row: 2,
  line: 2,
  verdict,
  skipped: false,
  key: 'a',
  event: null,
  title: 'KL seminar',
  place: 'Kuala Lumpur',
  status: null,
  span: null,
  all_day: false,
  changes: [],
  before: null,
  problems: [],
  warnings: [],
  ...more,
})
const problem = (
  code: string,
  params: Record<string, string> = {},
  column: number | null = null,
): ImportProblem => ({
  column,
  field: null,
  code,
  params,
})
const rows = (...verdicts: ImportRow['verdict'][]) => verdicts.map((verdict) => row(verdict))

describe('the button', () => {
  it('says exactly what it does', () => {
    expect(commitText(tally(rows('new', 'new', 'changed'), []))).toBe('Add 2 events, change 1')
    expect(commitText(tally(rows('new'), []))).toBe('Add 1 event')
    expect(commitText(tally(rows('cancelled', 'changed'), []))).toBe('Change 1 event, cancel 1')
    expect(commitText(tally([], []))).toBe('Nothing to add')
  })

  it('counts a row that takes the place of another event as a change', () => {
    expect(commitText(tally(rows('reused'), []))).toBe('Change 1 event')
  })

  it('keeps only answers that are not kept yet', () => {
    const reply = { kept: false } as ReplyRow
    expect(commitText(tally([], [reply, { ...reply, kept: true }]))).toBe('Keep 1 answer')
  })

  it('speaks Chinese as it is spoken', () => {
    setLang('zh-Hant')
    expect(commitText(tally(rows('new', 'changed'), []))).toBe('加入 1 項活動、更改 1 項')
    setLang('zh-Hans')
    expect(
      doneText({
        new: 3,
        changed: 0,
        cancelled: 1,
        same: 9,
        older: 0,
        reused: 0,
        refused: 0,
        skipped: 0,
        replies: 0,
      }),
    ).toBe('已加入 3 项活动、取消 1 项')
  })
})

describe('what is wrong with a cell', () => {
  const headings = ['Title', 'Date', '']

  it('says where, what, and what to do', () => {
    expect(problemText(problem('date_impossible', { text: '31/02/2027' }, 1), headings)).toBe(
      'Date: “31/02/2027” is not in the calendar. Correct the day.',
    )
    expect(
      problemText(problem('city_unknown', { text: 'Kuala Lumpr', suggestions: 'Kuala Lumpur' }, 2), headings),
    ).toBe(
      'Column C: the city “Kuala Lumpr” is not known. Correct it, or add a column with the zone. Is it Kuala Lumpur?',
    )
  })

  it('begins with a capital where it names no place', () => {
    expect(problemText(problem('gap'))).toMatch(/^This time does not exist there/)
  })

  it('never shows a gap in its words', () => {
    expect(problemText(problem('out_of_years', { first: '1900', last: '9999' }))).toBe(
      'The year must be from 1900 to 9999.',
    )
    expect(problemText(problem('never_heard_of'))).toBe('This cannot be read (never_heard_of).')
  })

  it('is said in the table with its reason, each once', () => {
    const missing = problem('missing', {}, 1)
    const refused = row('refused', { problems: [missing, missing] })
    expect(briefText(refused, headings)).toBe(problemText(missing, headings))
    expect(briefText(refused, headings)).toMatch(/^Date: .{8,}/)
    const both = row('refused', {
      problems: [missing, problem('date_impossible', { text: '31/02/2027' }, 0)],
    })
    expect(briefText(both, headings)).toContain('31/02/2027')
  })
  it('is told of a changed row by the fields that change', () => {
    expect(briefText(row('changed', { changes: [{ field: 'start', from: 1, to: 2 }] }))).toBe('Start')
  })
})

it('a program is named without the marks around its name', () => {
  expect(productText('-//Google Inc//Google Calendar 70.9054//EN')).toBe('Google Inc Google Calendar 70.9054')
  expect(productText('Microsoft Exchange Server 2010')).toBe('Microsoft Exchange Server 2010')
})

it('columns have the letters of spreadsheets', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

it('what cannot be kept is said by name where it has one', () => {
  expect(lossText({ property: 'ATTENDEE', count: 12, lines: [] })).toBe('12 attendees')
  expect(lossText({ property: 'X-FOO', count: 2, lines: [] })).toBe(
    'X-FOO, 2 times: another program’s own mark',
  )
  expect(noteText({ code: 'series_cut', params: { until: '2029-12-31', count: '2' } })).toContain(
    '31 Dec 2029',
  )
})

it('a note by which something of the file is missing stands above its rows; another waits beside them', () => {
  const note = (code: string) => isGrave({ code, params: {} })
  expect(['cut_off', 'formulas_without_value', 'merged_cells', 'unreadable_characters'].every(note)).toBe(
    true,
  )
  expect(['formulas', 'two_header_rows', 'example_rows'].some(note)).toBe(false)
})

it('the room for reasons follows the longest, Chinese signs being twice as wide', () => {
  const short = widthOf(['nothing stands here.'], 2)
  expect(widthOf(['nothing stands here.', 'the city is not known. Choose one.'], 2)).toBeGreaterThan(short)
  expect(widthOf(['此處空白請填寫'], 1)).toBe(7 * 12 + 56)
  expect(widthOf(['long '.repeat(400)], 2)).toBe(480)
})

it('a reason ends at its first full stop, but not at one that was quoted', () => {
  expect(firstSentence('Start: “1. May” is not readable as a date. Write it as 2027-05-14.')).toBe(
    'Start: “1. May” is not readable as a date.',
  )
  expect(firstSentence('Start：「五.一」無法讀作日期。請寫成 2027-05-14。')).toBe(
    'Start：「五.一」無法讀作日期。',
  )
  expect(firstSentence('no stop')).toBe('no stop')
})
