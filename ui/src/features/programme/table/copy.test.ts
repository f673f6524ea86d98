import { describe, expect, it } from 'vitest'
import { cellText, rowsText } from './copy'

describe('rows for the clipboard', () => {
  it('marks what a spreadsheet would take for a formula as text', () => {
    expect(['=cmd()', '+08', '-1', '@x'].map(cellText)).toEqual(["'=cmd()", "'+08", "'-1", "'@x"])
    expect(cellText('\t=cmd()')).toBe("' =cmd()")
    expect(cellText('Seminar')).toBe('Seminar')
  })
  it('keeps a row on a line and a cell in its column', () => {
    const columns = [
      { label: 'Title', text: (row: string[]) => row[0]! },
      { label: 'Place', text: (row: string[]) => row[1]! },
    ]
    expect(rowsText(columns, [['Two\nlines', 'A\tB']])).toBe('Title\tPlace\nTwo lines\tA B')
  })
})
