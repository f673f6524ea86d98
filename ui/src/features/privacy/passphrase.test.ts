import { expect, it } from 'vitest'
import { makePassphrase } from './passphrase'

it('a passphrase has five groups that can be read out', () => {
  let next = 0
  const counted = (bytes: Uint8Array<ArrayBuffer>) => bytes.map(() => (next = (next + 37) % 256))
  const made = makePassphrase(counted)
  expect(made).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/)
  expect(makePassphrase((bytes) => crypto.getRandomValues(bytes))).not.toBe(made)
})
