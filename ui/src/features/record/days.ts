// What a calendar says beside a day.
import type { DayNote } from '$api/types'
import { t, wording } from '$words'

/** The holiday or fast of a date; weekends say nothing, they show by themselves. */
export function noteFor(notes: readonly DayNote[] | undefined): (date: string) => string | undefined {
  return (date) => {
    const names = (notes ?? [])
      .filter((note) => note.kind !== 'weekend' && note.from <= date && date <= note.until)
      .map((note) => {
        const name = wording(note.name) || t(note.kind === 'fast' ? 'lists.day.fast' : 'lists.day.holiday')
        return note.estimated ? t('lists.day.estimated', { name }) : name
      })
    return names.length > 0 ? names.join(' · ') : undefined
  }
}
