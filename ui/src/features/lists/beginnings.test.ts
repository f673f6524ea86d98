import { expect, test } from 'vitest'
import { beginningOf, personName } from './beginnings'

test('a name is never turned round', () => {
  expect(personName('陳大文')).toEqual({ family: '', given: '', chinese: '陳大文' })
  expect(personName('CHAN Tai-man')).toEqual({ family: 'CHAN', given: 'Tai-man', chinese: '' })
  expect(personName('Tai-man CHAN')).toEqual({ family: 'CHAN', given: 'Tai-man', chinese: '' })
  expect(personName('Chan, Tai Man')).toEqual({ family: 'Chan', given: 'Tai Man', chinese: '' })
  expect(personName('Chan Tai Man')).toEqual({ family: 'Chan', given: 'Tai Man', chinese: '' })
  expect(personName('Suharto')).toEqual({ family: 'Suharto', given: '', chinese: '' })
})

test('a programme’s year is taken from its name', () => {
  expect(beginningOf('programme', 'Outreach 2028')).toMatchObject({ from: '2028-01-01', until: '2028-12-31' })
  expect(beginningOf('programme', 'Pilot')).not.toHaveProperty('from')
})
