import { frame } from './frame'
import { parts } from './parts'
import { programme } from './programme'
import { mission } from './mission'
import { event } from './event'
import { search } from './search'
import { history } from './history'
import { settings } from './settings'
import { exporting } from './export'
import { imports } from './imports'
import { calendars } from './calendars'
import { rules } from './rules'
import { welcome } from './welcome'
import { errors } from './errors'
import { lists } from './lists'
import { field } from './field'
import { checks } from './checks'
import { invitees } from './invitees'
import { checkin } from './checkin'
import { letters } from './letters'
import { visits } from './visits'
import { people } from './people'
import { person } from './person'
import { intake } from './intake'
import { privacy } from './privacy'

export const zhHant = {
  frame,
  parts,
  programme,
  mission,
  event,
  search,
  history,
  settings,
  export: exporting,
  imports,
  calendars,
  rules,
  welcome,
  errors,
  lists,
  field,
  checks,
  invitees,
  checkin,
  letters,
  visits,
  people,
  person,
  intake,
  privacy,
} as const
