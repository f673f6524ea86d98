import { describe, expect, it } from 'vitest'
import { readPasted } from './paste'

describe('a pasted list of recipients', () => {
  it('reads cells of a spreadsheet, in whichever column the address is', () => {
    expect(readPasted('Ms Lim\tTrade office\tlim@example.org\nA hall\t\t\n')).toEqual([
      { name: 'Ms Lim', organisation: 'Trade office', email: 'lim@example.org' },
      { name: 'A hall', organisation: '', email: '' },
    ])
    expect(readPasted('x@example.org\tMs Lim\tOffice')).toEqual([
      { name: 'Ms Lim', organisation: 'Office', email: 'x@example.org' },
    ])
  })
  it('reads address lines, and takes the address for a name that is not there', () => {
    expect(readPasted('"Chan Tai-man" <chan@example.org>\nb@example.org')).toEqual([
      { name: 'Chan Tai-man', organisation: '', email: 'chan@example.org' },
      { name: 'b@example.org', organisation: '', email: 'b@example.org' },
    ])
    expect(readPasted('陳大文，示例商會，c@example.org\n李小明')).toEqual([
      { name: '陳大文', organisation: '示例商會', email: 'c@example.org' },
      { name: '李小明', organisation: '', email: '' },
    ])
  })
  it('leaves one line for the field it is pasted into', () => {
    expect(readPasted('Chan, Tai-man')).toEqual([])
  })
})
