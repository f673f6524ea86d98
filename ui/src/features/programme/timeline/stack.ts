// Puts blocks that overlap in time under each other, as high up as they fit.

export interface Block {
  /** Left and right edge; the right one is excluded. */
  x0: number
  x1: number
  height: number
}

export interface Stacked {
  /** The top of each block, in the order given. */
  tops: number[]
  /** The height of all together. */
  height: number
}

/** Blocks must come in order of `x0`. Costs blocks × how many overlap at one place. */
export function stack(blocks: readonly Block[], gapX: number, gapY: number): Stacked {
  const tops: number[] = []
  // What still reaches into the place of the next block, by its top.
  let active: { x1: number; y0: number; y1: number }[] = []
  let height = 0
  for (const block of blocks) {
    active = active.filter((one) => one.x1 + gapX > block.x0)
    let y = 0
    let at = 0
    for (; at < active.length; at += 1) {
      const one = active[at]!
      if (y + block.height + gapY <= one.y0) break
      y = Math.max(y, one.y1 + gapY)
    }
    // Where it was put it follows everything that begins higher.
    while (at > 0 && active[at - 1]!.y0 > y) at -= 1
    active.splice(at, 0, { x1: block.x1, y0: y, y1: y + block.height })
    tops.push(y)
    height = Math.max(height, y + block.height)
  }
  return { tops, height }
}

/** Marks in a line: each at its own place, or next to the one before where they would cover each other. */
export function flow(wanted: readonly number[], step: number): number[] {
  const placed: number[] = []
  let least = -Infinity
  for (const x of wanted) {
    const at = Math.max(x, least)
    placed.push(at)
    least = at + step
  }
  return placed
}

/** Items that overlap in [from, until) side by side in columns, as a day of a week calendar shows them. */
export interface Beside {
  column: number
  columns: number
}

export function beside(items: readonly { from: number; until: number }[]): Beside[] {
  const answer: Beside[] = items.map(() => ({ column: 0, columns: 1 }))
  const order = items
    .map((_, i) => i)
    .sort((a, b) => items[a]!.from - items[b]!.from || items[b]!.until - items[a]!.until)
  let group: number[] = []
  let ends: number[] = []
  let groupEnd = -Infinity
  const close = () => {
    for (const i of group) answer[i]!.columns = ends.length
    group = []
    ends = []
  }
  for (const i of order) {
    const item = items[i]!
    if (item.from >= groupEnd) close()
    let column = ends.findIndex((end) => end <= item.from)
    if (column < 0) column = ends.push(item.until) - 1
    else ends[column] = item.until
    answer[i]!.column = column
    group.push(i)
    groupEnd = group.length === 1 ? item.until : Math.max(groupEnd, item.until)
  }
  close()
  return answer
}
