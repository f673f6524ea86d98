// What a new entry of a list begins with: the name that was typed, and what it cannot be without.
import type { ListKind } from './kinds'
import { nameIn } from '../record/names'

/** A person's name as typed: 陳大文, CHAN Tai-man, or Chan Tai-man: the family name first unless capitals or a comma say otherwise. */
export function personName(typed: string): { family: string; given: string; chinese: string } {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (/\p{Script=Han}/u.test(text)) return { family: '', given: '', chinese: text }
  const comma = /^([^,]+),\s*(.+)$/.exec(text)
  if (comma) return { family: comma[1]!, given: comma[2]!, chinese: '' }
  const words = text.split(' ')
  const first = words[0] ?? ''
  if (words.length === 1) return { family: text, given: '', chinese: '' }
  // Capitals say which is the family name, as on office cards; otherwise the order typed is kept.
  const loud = words.findIndex((word) => word.length > 1 && word === word.toUpperCase())
  if (loud > 0)
    return { family: words[loud]!, given: words.filter((_, at) => at !== loud).join(' '), chinese: '' }
  return { family: first, given: words.slice(1).join(' '), chinese: '' }
}

export function beginningOf(kind: ListKind, typed: string): Record<string, unknown> {
  if (kind === 'delegate') return personName(typed)
  if (kind === 'programme') {
    const year = /\b(20\d\d)\b/.exec(typed)?.[1]
    return { title: nameIn(typed), ...(year ? { from: `${year}-01-01`, until: `${year}-12-31` } : {}) }
  }
  return { name: nameIn(typed) }
}
