// Values of fields as text, for "from … to …". Values come as stored, with ids already replaced by names.
import { count, list, t, tMaybe, wording, type Wording } from '$words'
import { parseDate, showDate, showTime } from '$parts/dates'

const ENUMS: Record<string, string> = {
  status: 'status',
  region: 'region',
  geographic_region: 'region',
  kind: 'kind',
  role: 'role',
  mode: 'travel',
  sectors: 'sector',
  schemes: 'scheme',
  scheme: 'scheme',
}

/** Fields whose words stand with the screens they belong to. */
const FAR: Record<string, string> = {
  status: 'invitees.status',
  role: 'invitees.role',
  source: 'invitees.source',
  stage: 'visits.stage',
  outcome: 'visits.outcome',
  purpose: 'privacy.purpose',
  purposes: 'privacy.purpose',
  nature: 'people.nature',
}

function isWording(value: object): value is Wording {
  return 'en' in value && 'zh_hant' in value && 'zh_hans' in value
}

function text(value: string, field: string): string {
  const family = ENUMS[field]
  const word =
    (family && (tMaybe(`field.${family}.${value}`) ?? tMaybe(`field.mission_${family}.${value}`))) ??
    (FAR[field] && tMaybe(`${FAR[field]}.${value}`))
  if (word) return word
  if (parseDate(value)) return value.includes('T') ? `${showDate(value)} ${showTime(value)}` : showDate(value)
  return value
}

/** `field` decides how a key is read: `confirmed` is a word of the statuses. */
export function valueText(value: unknown, field: string): string {
  if (value === null || value === undefined || value === '') return t('field.empty')
  if (typeof value === 'boolean') return t(value ? 'field.yes' : 'field.no')
  if (typeof value === 'number') return count(value)
  if (typeof value === 'string') return text(value, field)
  if (Array.isArray(value))
    return value.length === 0 ? t('field.empty') : list(value.map((one) => valueText(one, field)))
  if (typeof value === 'object') {
    if (isWording(value)) return wording(value) || t('field.empty')
    if ('purpose' in value && 'given' in value)
      return t(value.given ? 'people.consent.given' : 'people.consent.refused', {
        purpose: valueText(value.purpose, 'purpose'),
      })
    return list(
      Object.entries(value)
        // What is not so says nothing: an address that never came back, a number without a kind.
        .filter(([, part]) => part !== null && part !== '' && part !== false)
        .map(([name, part]) => (part === true ? fieldName(name) : valueText(part, name))),
    )
  }
  return String(value)
}

/** What a field is called. */
export function fieldName(field: string): string {
  return tMaybe(`field.name.${field}`) ?? field.replaceAll('_', ' ')
}
