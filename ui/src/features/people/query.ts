// The search of people as it is typed: which word the caret is in, and what could stand there. Pure.

export const OPERATORS = [
  'event',
  'market',
  'status',
  'tag',
  'list',
  'sector',
  'scheme',
  'has',
  'is',
  'consent',
  'source',
] as const
export type Operator = (typeof OPERATORS)[number]

export interface Token {
  /** Where it stands: from, to (excluded). */
  from: number
  to: number
  /** A - stands before it. */
  negated: boolean
  operator: Operator | null
  /** What stands behind the operator, else the whole word; without quotes. */
  value: string
}

export interface Suggestion {
  /** What is put in the word's place. */
  insert: string
  label: string
  detail: string
}

/** Words are parted by blanks; quotes keep blanks together. A full-width colon is a colon. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const words = /(?:[^\s"“”]|["“”][^"“”]*["“”]?)+/g
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const whole = match[0]
    const negated = whole.startsWith('-') && whole.length > 1
    const word = negated ? whole.slice(1) : whole
    const colon = word.search(/[:：]/)
    const name = colon > 0 ? word.slice(0, colon).toLowerCase() : ''
    const operator = OPERATORS.find((one) => one === name) ?? null
    const value = (operator ? word.slice(colon + 1) : word).replace(/["“”]/g, '')
    tokens.push({ from: match.index, to: match.index + whole.length, negated, operator, value })
  }
  return tokens
}

/** The word the caret is in or right behind; none between words. */
export function tokenAt(text: string, caret: number): Token | undefined {
  return tokensOf(text).find((token) => token.from < caret && caret <= token.to)
}

/** A value with blanks or commas stands in quotes; of several values any may fit. */
export function term(operator: Operator, value: string | readonly string[], negated = false): string {
  const values = (typeof value === 'string' ? [value] : value).map((one) => {
    const plain = one.replace(/["“”]/g, '')
    return /[\s,，、]/.test(plain) ? `"${plain}"` : plain
  })
  return `${negated ? '-' : ''}${operator}:${values.join(',')}`
}

/** What could stand at the caret: operators where one begins, values behind one. */
export function suggest(
  text: string,
  caret: number,
  operators: Record<Operator, string>,
  values: (operator: Operator, typed: string) => readonly { value: string; label: string; detail?: string }[],
): Suggestion[] {
  const token = tokenAt(text, caret)
  const sign = token?.negated ? '-' : ''
  if (token?.operator) {
    const { operator, negated } = token
    const typed = token.value.toLowerCase()
    return values(operator, typed)
      .filter((one) => one.value.toLowerCase().includes(typed) || one.label.toLowerCase().includes(typed))
      .slice(0, 12)
      .map((one) => ({
        insert: `${term(operator, one.value, negated)} `,
        label: one.label,
        detail: one.detail ?? '',
      }))
  }
  const typed = token?.value.toLowerCase() ?? ''
  // One letter is the beginning of many names.
  if (token && typed.length < 2 && text.trim().length > 0) return []
  return OPERATORS.filter((one) => one.startsWith(typed)).map((one) => ({
    insert: `${sign}${one}:`,
    label: `${sign}${one}:`,
    detail: operators[one],
  }))
}

/** Puts a suggestion in the place of the word at the caret; answers the text and where the caret is then. */
export function complete(text: string, caret: number, insert: string): { text: string; caret: number } {
  const token = tokenAt(text, caret)
  const from = token?.from ?? caret
  const to = token?.to ?? caret
  const rest = text.slice(to).replace(/^\s+/, '')
  const before = text.slice(0, from)
  const head = before === '' || /\s$/.test(before) ? before : `${before} `
  return { text: `${head}${insert}${rest}`, caret: head.length + insert.length }
}
