// The columns of each list.
import type { Lists } from '$api/types'
import type { Column } from '$parts'
import { showPlainDate } from '$parts/dates'
import { count, list, t, wording } from '$words'
import { delegateName } from '../record/options'
import { countryName, zoneCity } from './countries'
import type { ListKind, ListRecord } from './kinds'

type Columns = { [K in ListKind]: (lists: Lists | undefined) => Column<ListRecord<K>>[] }

const number = (value: number | null) => (value === null ? '' : count(value))

const columns: Columns = {
  venue: () => [
    {
      id: 'name',
      label: t('field.name.name'),
      text: (one) => wording(one.name),
      width: 240,
      grows: true,
      fixed: true,
    },
    { id: 'place', label: t('field.name.city'), text: (one) => wording(one.place), width: 150, groups: true },
    { id: 'zone', label: t('field.name.zone'), text: (one) => one.zone, width: 180 },
    {
      id: 'capacity',
      label: t('field.name.capacity'),
      text: (one) => number(one.capacity),
      order: (one) => one.capacity,
      align: 'end',
      width: 96,
    },
    { id: 'address', label: t('field.name.address'), text: (one) => one.address, width: 260 },
    { id: 'notes', label: t('field.name.notes'), text: (one) => one.notes, hidden: true },
  ],
  partner: () => [
    {
      id: 'name',
      label: t('field.name.name'),
      text: (one) => wording(one.name),
      width: 280,
      grows: true,
      fixed: true,
    },
    {
      id: 'kind',
      label: t('field.name.kind'),
      text: (one) => t(`field.partner.${one.kind}`),
      width: 180,
      groups: true,
    },
    { id: 'url', label: t('field.name.url'), text: (one) => one.url, width: 220 },
    { id: 'notes', label: t('field.name.notes'), text: (one) => one.notes, width: 200 },
  ],
  delegate: () => [
    { id: 'name', label: t('field.name.name'), text: delegateName, width: 200, grows: true, fixed: true },
    { id: 'chinese', label: t('field.name.chinese'), text: (one) => one.chinese, width: 110 },
    {
      id: 'role',
      label: t('field.name.role'),
      text: (one) => t(`field.role.${one.role}`),
      width: 120,
      groups: true,
    },
    { id: 'post', label: t('field.name.post'), text: (one) => one.post, width: 180 },
    {
      id: 'organisation',
      label: t('field.name.organisation'),
      text: (one) => one.organisation,
      width: 200,
      groups: true,
    },
    { id: 'team', label: t('field.name.team'), text: (one) => one.team, width: 96, groups: true },
  ],
  market: (lists) => [
    {
      id: 'name',
      label: t('field.name.name'),
      text: (one) => wording(one.name),
      width: 180,
      grows: true,
      fixed: true,
    },
    {
      id: 'region',
      label: t('field.name.region'),
      text: (one) => t(`field.region.${one.region}`),
      width: 140,
      groups: true,
    },
    {
      id: 'country',
      label: t('field.name.country'),
      text: (one) => countryName(one.country),
      width: 160,
      hidden: true,
    },
    {
      id: 'sectors',
      label: t('lists.target_sectors'),
      text: (one) => list(one.sectors.map((sector) => t(`field.sector.${sector}`))),
      width: 360,
    },
    {
      id: 'office',
      label: t('field.name.office'),
      text: (one) => wording(lists?.offices.find((office) => office.id === one.office)?.name),
      width: 200,
      groups: true,
    },
  ],
  office: () => [
    {
      id: 'name',
      label: t('field.name.name'),
      text: (one) => wording(one.name),
      width: 320,
      grows: true,
      fixed: true,
    },
    { id: 'city', label: t('field.name.city'), text: (one) => zoneCity(one.zone), width: 160 },
    { id: 'zone', label: t('field.name.zone'), text: (one) => one.zone, width: 200 },
    { id: 'notes', label: t('field.name.notes'), text: (one) => one.notes, width: 200 },
  ],
  programme: () => [
    {
      id: 'title',
      label: t('field.name.title'),
      text: (one) => wording(one.title),
      width: 320,
      grows: true,
      fixed: true,
    },
    {
      id: 'from',
      label: t('field.name.from'),
      text: (one) => showPlainDate(one.from),
      order: (one) => one.from,
      width: 140,
    },
    {
      id: 'until',
      label: t('field.name.until'),
      text: (one) => showPlainDate(one.until),
      order: (one) => one.until,
      width: 140,
    },
    { id: 'notes', label: t('field.name.notes'), text: (one) => one.notes, width: 200 },
  ],
}

/** Of one kind; the caller gives rows of the same kind. */
export function columnsFor(kind: ListKind, lists: Lists | undefined): Column<ListRecord>[] {
  return columns[kind](lists) as unknown as Column<ListRecord>[]
}
