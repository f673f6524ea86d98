// How hard a passphrase is to guess, roughly and on this side only: length first, then variety, then habits.

export type Strength = 0 | 1 | 2 | 3 | 4

/** What the file asks for at least. */
export const LEAST = 8

const HABITS =
  /(pass|word|qwert|asdf|zxcv|admin|welcome|hong ?kong|outreach|talent|1234|0000|1111|abcd|letmein|iloveyou)/gi

/** Estimated bits: each habit counts as little as one sign, a repeated sign as none. */
export function estimateBits(passphrase: string): number {
  const plain = passphrase
    .replace(HABITS, '~')
    .replace(/(.)\1+/gu, '$1')
    .replace(/(19|20)\d\d/g, '~')
  const signs = [...plain]
  let pool = 0
  if (/[a-z]/.test(plain)) pool += 26
  if (/[A-Z]/.test(plain)) pool += 26
  if (/[0-9]/.test(plain)) pool += 10
  if (/[^\p{L}\p{N}]/u.test(plain)) pool += 20
  if (/[^\p{ASCII}]/u.test(plain)) pool += 800
  // Words of a sentence are guessed as words, so a long run of letters is worth less a sign.
  const variety = new Set(signs).size / Math.max(1, signs.length)
  return signs.length * Math.log2(Math.max(2, pool)) * (0.55 + 0.45 * variety)
}

/** 0 too short, 1 weak, 2 fair, 3 good, 4 strong. */
export function strengthOf(passphrase: string): Strength {
  if ([...passphrase].length < LEAST) return 0
  const bits = estimateBits(passphrase)
  return bits < 40 ? 1 : bits < 60 ? 2 : bits < 80 ? 3 : 4
}
