// A passphrase for a pack, made of parts that can be read out over a telephone.

/** No letter or figure that is mistaken for another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Five groups of four: about 99 bits. */
export function makePassphrase(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
  const signs: string[] = []
  const bytes = new Uint8Array(64)
  while (signs.length < 20) {
    // A byte beyond the last whole round would make some signs likelier.
    for (const byte of random(bytes)) if (byte < 248 && signs.length < 20) signs.push(SIGNS[byte % 31]!)
  }
  return Array.from({ length: 5 }, (_, group) => signs.slice(group * 4, group * 4 + 4).join('')).join('-')
}
