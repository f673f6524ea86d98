import { expect, test } from 'vitest'
import { typedName } from './typed-name'

test('a Chinese name stays as it was typed', () => {
  expect(typedName('歐陽 大文')).toEqual({ family: '', given: '', chinese: '歐陽大文' })
})

test('capitals or a comma say which is the family name', () => {
  expect(typedName('CHAN Tai-man')).toEqual({ family: 'CHAN', given: 'Tai-man', chinese: '' })
  expect(typedName('Anna-Maria DE SOUZA')).toEqual({ family: 'DE SOUZA', given: 'Anna-Maria', chinese: '' })
  expect(typedName('de Souza, Anna')).toEqual({ family: 'de Souza', given: 'Anna', chinese: '' })
})

test('both scripts in one line are both kept', () => {
  expect(typedName('CHAN Tai-man 陳大文')).toEqual({ family: 'CHAN', given: 'Tai-man', chinese: '陳大文' })
})

test('without a sign nothing is guessed, so that no name is turned round', () => {
  expect(typedName('Chan Tai Man')).toEqual({ family: 'Chan Tai Man', given: '', chinese: '' })
  expect(typedName('CHAN TAI MAN')).toEqual({ family: 'CHAN TAI MAN', given: '', chinese: '' })
  expect(typedName('  ')).toEqual({ family: '', given: '', chinese: '' })
})
