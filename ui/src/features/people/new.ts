// A new record from one line: how the name was read is shown before it is kept.
import type { Person } from '$api/types'
import { personName } from '../lists/beginnings'
import { nameIn } from '../record/names'

export interface NewPersonLine {
  nature: 'person' | 'body'
  name: string
  organisation: string
  post: string
  email: string
  telephone: string
}

export function beginningOf(line: NewPersonLine): Partial<Person> {
  const name = line.name.trim()
  const body = line.nature === 'body'
  const names = body
    ? /\p{Script=Han}/u.test(name)
      ? { family: '', given: '', chinese: name }
      : { family: name, given: '', chinese: '' }
    : personName(name)
  return {
    nature: line.nature,
    ...names,
    ...(line.organisation.trim() && !body ? { organisation: nameIn(line.organisation) } : {}),
    ...(line.post.trim() && !body ? { post: nameIn(line.post) } : {}),
    ...(line.email.trim() ? { emails: [{ address: line.email.trim(), label: '', bounced: false }] } : {}),
    ...(line.telephone.trim() ? { telephones: [{ raw: line.telephone.trim(), e164: '', label: '' }] } : {}),
  }
}
