import { describe, expect, it } from 'vitest'
import { arrange, slotLines, visibleColumns, visibleLines, type Column } from './grid'

interface Row {
  id: string
  title: string
  places: number | null
  region: string
}

const columns: Column<Row>[] = [
  { id: 'title', label: 'Title', text: (row) => row.title },
  { id: 'places', label: 'Capacity', text: (row) => String(row.places ?? ''), order: (row) => row.places },
  { id: 'region', label: 'Region', text: (row) => row.region, groups: true },
]
const rows: Row[] = [
  { id: 'a', title: 'Seminar 10', places: 40, region: 'Europe' },
  { id: 'b', title: 'Seminar 9', places: null, region: 'Asia' },
  { id: 'c', title: 'Job fair', places: 300, region: 'Europe' },
  { id: 'd', title: 'Talk', places: 5, region: '' },
]
const collator = new Intl.Collator('en', { numeric: true })
const base = {
  rows,
  columns,
  key: (row: Row) => row.id,
  sort: null,
  group: null,
  filter: '',
  collator,
  shut: new Set<string>(),
}
const keys = (lines: { key: string }[]) => lines.map((line) => line.key).join(' ')

describe('a grid', () => {
  it('keeps the order it was given until someone sorts', () => {
    expect(keys(arrange(base))).toBe('a b c d')
  })

  it('sorts numbers as numbers and digits in text by their value', () => {
    expect(keys(arrange({ ...base, sort: { column: 'title', down: false } }))).toBe('c b a d')
    expect(keys(arrange({ ...base, sort: { column: 'places', down: false } }))).toBe('d a c b')
  })

  it('puts rows that say nothing last, whichever way it sorts', () => {
    expect(keys(arrange({ ...base, sort: { column: 'places', down: true } }))).toBe('c a d b')
  })

  it('finds all words of a filter in any column', () => {
    expect(keys(arrange({ ...base, filter: 'europe  sem' }))).toBe('a')
    expect(keys(arrange({ ...base, filter: 'nowhere' }))).toBe('')
  })

  it('groups, counts, and leaves out what is shut', () => {
    const lines = arrange({ ...base, group: 'region', shut: new Set(['Europe']) })
    expect(keys(lines)).toBe('group Asia b group Europe group  d')
    expect(lines.find((line) => line.key === 'group Europe')).toMatchObject({ count: 2, open: false })
  })

  it('draws only the lines in sight, of a hundred thousand', () => {
    expect(visibleLines(32 * 50_000, 640, 32, 100_000)).toEqual({ from: 49_994, until: 50_026 })
    expect(visibleLines(0, 640, 32, 3)).toEqual({ from: 0, until: 3 })
    expect(visibleLines(9_999, 640, 32, 0)).toEqual({ from: 0, until: 0 })
  })

  it('changes one row for a scroll by one line', () => {
    const before = slotLines(100, 110, 10)
    const after = slotLines(101, 111, 10)
    expect([...before].sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, i) => 100 + i))
    expect(after.filter((line, slot) => line !== before[slot])).toEqual([110])
    expect(slotLines(0, 3, 5)).toEqual([0, 1, 2, -1, -1])
  })

  it('draws only the columns in sight', () => {
    const widths = Array.from({ length: 20 }, () => 100)
    expect(visibleColumns(0, 500, widths, 100)).toEqual({ from: 0, until: 6 })
    expect(visibleColumns(1000, 500, widths, 100)).toEqual({ from: 8, until: 16 })
    expect(visibleColumns(0, 0, widths)).toEqual({ from: 0, until: 20 })
  })
})
