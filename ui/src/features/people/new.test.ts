import { expect, it } from 'vitest'
import { beginningOf } from './new'

const line = { nature: 'person' as const, name: '', organisation: '', post: '', email: '', telephone: '' }

it('a Chinese name is never turned round, and a Latin one is read as it is written', () => {
  expect(beginningOf({ ...line, name: '歐陽大文' })).toMatchObject({
    chinese: '歐陽大文',
    family: '',
    given: '',
  })
  expect(beginningOf({ ...line, name: 'CHAN Tai-man' })).toMatchObject({ family: 'CHAN', given: 'Tai-man' })
})

it('a body has one name and no post', () => {
  const made = beginningOf({
    ...line,
    nature: 'body',
    name: 'Invented Chamber',
    organisation: 'x',
    post: 'y',
  })
  expect(made).toEqual({ nature: 'body', family: 'Invented Chamber', given: '', chinese: '' })
})

it('what was not typed is not set', () => {
  expect(Object.keys(beginningOf({ ...line, name: 'Suharto', email: ' a@example.org ' }))).toEqual([
    'nature',
    'family',
    'given',
    'chinese',
    'emails',
  ])
})
