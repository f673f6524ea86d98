// Numbers as planners type them.

/** A whole number from nought: `1,200`, `１２０`, `1 200`; null for nothing, undefined for anything else. */
export function parseWhole(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '')
  if (plain === '') return null
  if (!/^\d{1,15}$/.test(plain)) return undefined
  return Number(plain)
}

/** Degrees north or east, or none. */
export function parseDegrees(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace('−', '-').trim()
  if (plain === '') return null
  return /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
