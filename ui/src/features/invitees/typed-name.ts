// A name that was typed in one line, put into its parts only where the line itself says which is which. Nothing is
// guessed: without a sign the whole line stays together, and so no name is turned round.

// A type, not an interface: the fields are handed to a record as they are.
export type TypedName = {
  family: string
  given: string
  chinese: string
}

const HAN = /\p{Script=Han}/u
/** CHAN, O'BRIEN, DE SOUZA: at least two capitals and no small letter. */
const CAPITALS = /^(?=(?:.*\p{Lu}){2})[^\p{Ll}]+$/u

export function typedName(text: string): TypedName {
  const name = text
    .normalize('NFC')
    .replace(/[\s　]+/g, ' ')
    .trim()
  const parts = name.split(' ').filter((part) => part !== '')
  const chinese = parts.filter((part) => HAN.test(part)).join('')
  const latin = parts.filter((part) => !HAN.test(part))
  const line = latin.join(' ')
  const comma = line.indexOf(',')
  if (comma > 0) return { family: line.slice(0, comma).trim(), given: line.slice(comma + 1).trim(), chinese }
  const loud = latin.filter((part) => CAPITALS.test(part))
  if (loud.length > 0 && loud.length < latin.length)
    return { family: loud.join(' '), given: latin.filter((part) => !loud.includes(part)).join(' '), chinese }
  return { family: line, given: '', chinese }
}
