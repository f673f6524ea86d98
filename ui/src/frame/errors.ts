// Refusals and changes in the reader's words.
import type { ChangeLabel } from '$api/types'
import { CallError } from '$platform'
import { t, tMaybe, wording } from '$words'

/** What happened, what was kept, what to do. */
export function errorText(thrown: unknown): string {
  const error = CallError.from(thrown)
  const code = error.code.replace(/[.-]/g, '_')
  const problem = tMaybe(`errors.problem.${error.params.problem}`, error.params)
  if (code === 'invalid_field' && problem) {
    const field = tMaybe(`field.name.${error.params.field}`) ?? String(error.params.field ?? '')
    return t('errors.invalid', { field, problem })
  }
  // A rule of the guests' lists speaks for itself wherever it is broken.
  const why = tMaybe(`invitees.why.${code}`, error.params) ?? tMaybe(`visits.why.${code}`, error.params)
  return tMaybe(`errors.${code}`, error.params) ?? why ?? t('errors.unknown', { code: error.code })
}

const DEEDS = ['added', 'edited', 'removed'] as const

function nameIn(params: Record<string, string>): string {
  return wording({
    en: params.name ?? '',
    zh_hant: params.name_zh_hant ?? '',
    zh_hans: params.name_zh_hans ?? '',
  })
}

/** What a change was: "Event moved: KL seminar". A change that took another back says which. */
export function changeText({ label, params }: Pick<ChangeLabel, 'label' | 'params'>): string {
  const { of, ...rest } = params
  if (of !== undefined) {
    const what = changeText({ label: of, params: rest })
    return t(label.startsWith('redo') ? 'history.label.redone' : 'history.label.undone', { what })
  }
  const name = nameIn(params)
  // Where a step led to comes as a key of the record.
  const to =
    params.to && tMaybe(`${label.startsWith('visit') ? 'visits.stage' : 'invitees.status'}.${params.to}`)
  const words = tMaybe(`history.label.${label}`, { ...params, name, ...(to ? { to } : {}) })
  if (words) return words
  const deed = DEEDS.find((one) => label.endsWith(`_${one}`))
  const kind = deed && tMaybe(`field.record.${label.slice(0, -deed.length - 1)}`)
  if (!deed || !kind) return t('history.label.other')
  // Changes about people say no name.
  return name === '' ? t(`history.label.${deed}.bare`, { kind }) : t(`history.label.${deed}`, { kind, name })
}
