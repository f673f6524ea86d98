import { describe, expect, it } from 'vitest'
import { narrowedBy, readFilter, toggled, writeFilter } from './filter'

const read = (text: string) => readFilter(new URLSearchParams(text))

describe('the filter in the address', () => {
  it('reads lists, dates, words and the findings', () => {
    expect(read('region=europe~middle_east&status=idea&from=2027-01-01&text= KL &findings=1')).toEqual({
      regions: ['europe', 'middle_east'],
      statuses: ['idea'],
      from: '2027-01-01',
      text: 'KL',
      with_findings: true,
    })
  })
  it('leaves out what nobody knows, so that an old link still opens', () => {
    expect(read('region=atlantis&status=&from=soon&view=map')).toEqual({})
  })
  it('adds and takes out one value', () => {
    expect(toggled({ kinds: ['seminar'] }, 'kind', 'webinar')).toEqual({ kinds: ['seminar', 'webinar'] })
    expect(toggled({ kinds: ['seminar'] }, 'kind', 'seminar')).toEqual({ kinds: [] })
  })
  it('comes back from the address as it was, also a team whose name has a comma', () => {
    const filter = { teams: ['Talent, north', 'A'], until: '2027-03-01', with_findings: true }
    const query = new URLSearchParams()
    for (const [key, value] of Object.entries(writeFilter(filter))) if (value) query.set(key, value)
    expect(readFilter(query)).toEqual(filter)
  })
  it('counts facets, dates once, the programme not at all', () => {
    expect(narrowedBy(read('region=europe&from=2027-01-01&until=2027-02-01'))).toBe(2)
    expect(narrowedBy(read('until=2027-02-01'))).toBe(1)
    expect(narrowedBy({ programme: 'p' })).toBe(0)
  })
})
