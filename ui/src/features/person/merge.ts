// Which of two values goes into the one record. Choices are kept by side, so that they stay where they were made when
// somebody decides to keep the other record.
import type { ComparedField, Comparison, Take } from '$api/types'

export type Side = 'one' | 'other' | 'both'

/** The side a field is taken from where nobody has said. */
export function sideOf(field: Pick<ComparedField, 'suggested'>, keep: 'one' | 'other'): Side {
  if (field.suggested === 'both') return 'both'
  if (field.suggested === 'keep') return keep
  return keep === 'one' ? 'other' : 'one'
}

/** Every field's choice as the merge takes it. */
export function takes(
  comparison: Pick<Comparison, 'fields' | 'keep' | 'one'>,
  keep: 'one' | 'other',
  chosen: Readonly<Record<string, Side>>,
): Record<string, Take> {
  const suggested = comparison.keep === comparison.one.person.id ? 'one' : 'other'
  return Object.fromEntries(
    comparison.fields
      .filter((field) => !field.same)
      .map((field) => {
        const side = chosen[field.field] ?? sideOf(field, suggested)
        return [field.field, side === 'both' ? 'both' : side === keep ? 'keep' : 'drop']
      }),
  )
}
