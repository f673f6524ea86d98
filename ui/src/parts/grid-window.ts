// Which line of a grid is which row, where only some of the rows have been read. Groups know how many rows they
// have, so their lines can be counted without a row at hand. Pure.

/** A run of rows under one heading, in the order shown. */
export interface WindowGroup {
  key: string
  name: string
  count: number
}

export type Place = { kind: 'row'; row: number } | { kind: 'group'; group: WindowGroup; open: boolean }

export interface Layout {
  length: number
  /** What stands in the line. */
  at: (line: number) => Place
  /** The line of a row; −1 if its group is shut. */
  lineOf: (row: number) => number
}

/** Without groups every line is the row of its number. */
export function layOut(rows: number, groups: readonly WindowGroup[], shut: ReadonlySet<string>): Layout {
  if (groups.length === 0)
    return {
      length: rows,
      at: (line) => ({ kind: 'row', row: line }),
      lineOf: (row) => (row < rows ? row : -1),
    }
  const heads: number[] = []
  const firsts: number[] = []
  let line = 0
  let first = 0
  for (const group of groups) {
    heads.push(line)
    firsts.push(first)
    line += 1 + (shut.has(group.key) ? 0 : group.count)
    first += group.count
  }
  return {
    length: line,
    at: (wanted) => {
      const at = lastUpTo(heads, wanted)
      const group = groups[at]!
      if (wanted === heads[at]) return { kind: 'group', group, open: !shut.has(group.key) }
      return { kind: 'row', row: firsts[at]! + wanted - heads[at]! - 1 }
    },
    lineOf: (row) => {
      const at = lastUpTo(firsts, row, (index) => groups[index]!.count > 0)
      if (at < 0 || row >= first || shut.has(groups[at]!.key)) return -1
      return heads[at]! + 1 + row - firsts[at]!
    },
  }
}

/** Place of the last of the rising numbers that is not above `wanted`. */
function lastUpTo(rising: readonly number[], wanted: number, counts?: (index: number) => boolean): number {
  let low = 0
  let high = rising.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (rising[middle]! <= wanted) low = middle
    else high = middle - 1
  }
  if (counts) while (low >= 0 && !counts(low)) low -= 1
  return low
}

/** Pages that hold rows from..until, of so many rows each. */
export function pagesOf(from: number, until: number, size: number): number[] {
  const pages: number[] = []
  for (let page = Math.floor(from / size); page * size < until; page += 1) pages.push(page)
  return pages
}
