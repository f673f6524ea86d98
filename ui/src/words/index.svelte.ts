// The words of the product. Screens ask `t('feature.key')`; all three languages are loaded, so a switch
// shows at once. The choice lives in the workspace's settings; here is only what is on screen now.
import { en } from './en'
import { zhHans } from './zh-Hans'
import { zhHant } from './zh-Hant'
import type { ParamsOf, Plural, Word } from './types'

export type Lang = 'en' | 'zh-Hant' | 'zh-Hans'
export const LANGS: readonly Lang[] = ['en', 'zh-Hant', 'zh-Hans']

type En = typeof en
export type WordKey = { [F in keyof En & string]: `${F}.${keyof En[F] & string}` }[keyof En & string]
type WordAt<K extends string> = K extends `${infer F}.${infer Key}`
  ? F extends keyof En
    ? Key extends keyof En[F]
      ? En[F][Key]
      : never
    : never
  : never
export type Params<K extends WordKey> = Record<ParamsOf<WordAt<K>>, string | number>
type Rest<K extends WordKey> = [ParamsOf<WordAt<K>>] extends [never] ? [] : [params: Params<K>]

/** Keys that need no params: what a command, a column or a tab may be called by. */
export type PlainKey = {
  [K in WordKey]: [ParamsOf<WordAt<K>>] extends [never] ? K : never
}[WordKey]

type Feature = Readonly<Record<string, Word>>
const all: Record<Lang, Readonly<Record<string, Feature>>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans }

// Regional tags choose the right glyphs: Noto and WebKit draw 骨, 直 or 令 differently for HK, TW and CN.
const TAGS: Record<Lang, string> = { en: 'en-HK', 'zh-Hant': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' }

let current = $state<Lang>('en')

/** The language on screen. */
export function lang(): Lang {
  return current
}

/** Its tag for `lang` attributes and for `Intl`. */
export function langTag(of: Lang = current): string {
  return TAGS[of]
}

/** Switches every word on screen. */
export function setLang(next: Lang): void {
  current = next
  if (typeof document !== 'undefined') document.documentElement.lang = TAGS[next]
}

/** The language a first start shows: what the system prefers, if we speak it. */
export function preferredLang(preferred: readonly string[]): Lang {
  for (const tag of preferred) {
    const lower = tag.toLowerCase()
    if (lower.startsWith('en')) return 'en'
    if (lower.startsWith('zh')) {
      // The script, where it is said, goes before the place: zh-Hans-HK is written in simplified characters.
      if (lower.includes('hans')) return 'zh-Hans'
      return /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans'
    }
  }
  return 'en'
}

function find(key: string): Word | undefined {
  const dot = key.indexOf('.')
  return all[current][key.slice(0, dot)]?.[key.slice(dot + 1)]
}

function category(n: number): keyof Plural {
  return new Intl.PluralRules(current === 'en' ? 'en' : 'zh').select(n) === 'one' ? 'one' : 'other'
}

function fill(text: string, params: Record<string, string | number> | undefined): string {
  if (!params) return text
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? count(value) : value
  })
}

function say(word: Word, params: Record<string, string | number> | undefined): string {
  if (typeof word === 'string') return fill(word, params)
  const n = params?.n
  const form = typeof n === 'number' ? category(n) : 'other'
  return fill(word[form] ?? word.other, params)
}

/** The word for `key` in the language on screen. */
export function t<K extends WordKey>(key: K, ...[params]: Rest<K>): string {
  const word = find(key)
  return word === undefined ? key : say(word, params as Record<string, string | number> | undefined)
}

/** The word for a key that came from outside (an error code, a field's name), if there is one. */
export function tMaybe(key: string, params?: Record<string, string | number>): string | undefined {
  const word = find(key)
  return word === undefined ? undefined : say(word, params)
}

/** A whole number as people read it: 26,000. */
export function count(n: number): string {
  return new Intl.NumberFormat('en').format(n)
}

/** A name that a record carries in three languages. */
export interface Wording {
  en: string
  zh_hant: string
  zh_hans: string
}

/** The name in the language on screen, else the nearest one written. */
export function wording(words: Wording | null | undefined): string {
  if (!words) return ''
  const order =
    current === 'en'
      ? [words.en, words.zh_hant, words.zh_hans]
      : current === 'zh-Hant'
        ? [words.zh_hant, words.zh_hans, words.en]
        : [words.zh_hans, words.zh_hant, words.en]
  return order.find((text) => text !== '') ?? ''
}

/** Puts several names in a row as the language does: "A, B" or "A、B". */
export function list(items: readonly string[]): string {
  return items.join(current === 'en' ? ', ' : '、')
}

/** How Chinese is sorted when the screen is in Chinese; English screens sort by romanisation anyway. */
export type ChineseOrder = 'stroke' | 'romanisation'
let chineseOrder = $state<ChineseOrder>('stroke')

export function setChineseOrder(order: ChineseOrder): void {
  chineseOrder = order
}

/** Compares two texts in the reader's order; digits by their value. */
export function collator(): Intl.Collator {
  const how = chineseOrder === 'stroke' ? 'stroke' : 'pinyin'
  const tag = current === 'en' ? 'en' : `${current === 'zh-Hant' ? 'zh-HK' : 'zh-CN'}-u-co-${how}`
  return new Intl.Collator(tag, { numeric: true, sensitivity: 'base' })
}
