/** A text that depends on a count, as CLDR's cardinal categories that our languages have. */
export interface Plural {
  one?: string
  other: string
}

export type Word = string | Plural

/** The same keys as the English words: a missing or an extra key does not compile. */
export type Translated<En extends Record<string, Word>> = {
  readonly [K in keyof En]: En[K] extends string ? string : Plural
}

/** The names between braces in a text. */
export type ParamsIn<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? P | ParamsIn<Rest>
  : never

/** The names between braces in a word; a plural always has `n`. */
export type ParamsOf<W> = W extends string
  ? ParamsIn<W>
  : W extends Plural
    ? 'n' | ParamsIn<W['other']>
    : never
