/** The columns on one side of another, the nearest first. */
export function beside<Column>(columns: readonly Column[], column: Column, by: 1 | -1): readonly Column[] {
  const place = columns.indexOf(column)
  return by > 0 ? columns.slice(place + 1) : columns.slice(0, place).reverse()
}
