// Rows as a spreadsheet takes them from the clipboard: tabs between cells, a line a row. A cell that a spreadsheet
// would read as a formula is marked as text.
const FORMULA = /^[=+\-@\t\r]/

export function cellText(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ')
  return FORMULA.test(text) || FORMULA.test(plain) ? `'${plain}` : plain
}

export function rowsText<T>(
  columns: readonly { label: string; text: (row: T) => string }[],
  rows: readonly T[],
): string {
  const head = columns.map((column) => cellText(column.label)).join('\t')
  return [head, ...rows.map((row) => columns.map((column) => cellText(column.text(row))).join('\t'))].join(
    '\n',
  )
}
