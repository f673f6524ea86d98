import { describe, expect, it } from 'vitest'
import { href, place, readHash, setQuery, startRouter } from './router.svelte'

describe('an address', () => {
  it('begins at the programme', () => {
    expect(readHash('').path).toBe('/programme')
    expect(readHash('#').segments).toEqual(['programme'])
  })

  it('is a path and what is shown of it', () => {
    const there = readHash('#/event/0192-ab?tab=history')
    expect(there.segments).toEqual(['event', '0192-ab'])
    expect(there.query.get('tab')).toBe('history')
  })

  it('remembers the view of a path for the way back', () => {
    location.hash = '#/programme'
    const stop = startRouter()
    setQuery({ view: 'month' })
    expect(place().query.get('view')).toBe('month')
    expect(href('/programme')).toBe('#/programme?view=month')
    expect(href('/programme?view=table')).toBe('#/programme?view=table')
    setQuery({ view: null })
    expect(href('/programme')).toBe('#/programme')
    stop()
  })
})
