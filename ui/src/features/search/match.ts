// Which commands a typed text means: every word must begin some word of the name, or stand anywhere in it.

/** How well `name` answers `typed`; 0 not at all. */
export function scoreOf(typed: string, name: string): number {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const lower = name.toLowerCase()
  let score = 1
  for (const word of wanted) {
    const at = lower.indexOf(word)
    if (at < 0) return 0
    score += at === 0 ? 4 : /[\s(:‘“「]/.test(lower[at - 1] ?? '') ? 3 : 1
  }
  return score
}
