import { beforeEach, describe, expect, it } from 'vitest'
import { choices } from './choices.svelte'
import { closeExport, exportAbout, openExport } from './door.svelte'

beforeEach(() => {
  closeExport()
  choices.format = 'ics'
  choices.pdf = { document: 'year', mission: null, event: null, day: null, size: 'a4' }
})

describe('an export', () => {
  it('of a mission begins with its events and its booklet', () => {
    openExport({ filter: { missions: ['m'] }, mission: 'm' })
    expect(exportAbout()?.filter).toEqual({ missions: ['m'] })
    expect(choices).toMatchObject({ format: 'ics', pdf: { document: 'booklet', mission: 'm' } })
  })
  it('of an event begins with its run sheet, and the next one with what was chosen before', () => {
    openExport({ event: 'e' })
    expect(choices).toMatchObject({ format: 'pdf', pdf: { document: 'run_sheet', event: 'e' } })
    closeExport()
    expect(exportAbout()).toBeUndefined()
    openExport()
    expect(choices).toMatchObject({ format: 'ics', pdf: { document: 'year', event: null } })
  })
})
