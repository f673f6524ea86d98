// What a cell of the grid writes into a person's record.
import type { Person, Wording } from '$api/types'
import { parseDate } from '$parts/dates'
import { lang, type Lang } from '$words'

const PART: Record<Lang, keyof Wording> = { en: 'en', 'zh-Hant': 'zh_hant', 'zh-Hans': 'zh_hans' }

/** The text in the reader's language, the others as they were. */
export function worded(words: Wording, text: string): Wording {
  return { ...words, [PART[lang()]]: text.trim() }
}

/** The first address is the one that is shown; emptied, it goes and the next comes up. */
export function firstEmail(emails: Person['emails'], address: string): Person['emails'] {
  const bare = address.trim()
  const rest = emails.slice(1)
  if (bare === '') return rest
  return [{ label: emails[0]?.label ?? '', address: bare, bounced: false }, ...rest]
}

/** What the number is in full is found out where it is kept. */
export function firstTelephone(telephones: Person['telephones'], raw: string): Person['telephones'] {
  const number = raw.trim()
  const rest = telephones.slice(1)
  if (number === '') return rest
  return [{ label: telephones[0]?.label ?? '', raw: number, e164: '' }, ...rest]
}

/** Tags as typed in a row, parted by commas of any width; each once. */
export function tagsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,，、;；]/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ]
}

/** A day as typed: 2027-05-14, 2027/5/14, 20270514; null for none, undefined if it is none. */
export function dayOf(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain)
  if (!parts) return undefined
  const [, year, month, day] = parts
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return parseDate(iso) ? iso : undefined
}
