// Stand-in for the generated types until the routes are there.
import type { FieldChange, Language, ShownSpan } from '$api/types'

export type ImportKind = 'ics' | 'sheet'
export type Verdict = 'new' | 'changed' | 'same' | 'older' | 'refused'
export type DateOrder = 'day_first' | 'month_first' | 'year_first'
export type SheetField =
  | 'uid'
  | 'title_en'
  | 'title_zh_hant'
  | 'title_zh_hans'
  | 'region'
  | 'market'
  | 'mission'
  | 'kind'
  | 'status'
  | 'start_date'
  | 'start_time'
  | 'start'
  | 'end_date'
  | 'end_time'
  | 'end'
  | 'minutes'
  | 'zone'
  | 'city'
  | 'venue'
  | 'capacity'
  | 'hosts'
  | 'languages'
  | 'sectors'
  | 'speakers'
  | 'url'
  | 'notes'
  | 'tags'
  | 'all_day'

export interface ChosenImport {
  file: number
  name: string
  size: number
}
export interface PreviewImport {
  file: number
  kind: ImportKind
  language: Language
  programme?: string | null
  mission?: string | null
  floating_zone?: string | null
  zone_answers?: Record<string, string>
  encoding?: string | null
  sheet?: string | null
  header_row?: number | null
  mapping?: (SheetField | null)[] | null
  date_orders?: Record<string, DateOrder>
  skip?: number[]
}
export interface CellProblem {
  column?: number | null
  field?: string | null
  code: string
  params: Record<string, string>
}
export interface ImportRow {
  row: number
  key: string
  verdict: Verdict
  event?: string | null
  title: string
  place: string
  span?: ShownSpan | null
  all_day: boolean
  changes: FieldChange[]
  problems: CellProblem[]
  warnings: CellProblem[]
}
export interface ZoneAskView {
  tzid: string | null
  uses: number
  suggestions: string[]
  answered?: string | null
}
export interface DateAskView {
  column: number
  heading: string
  samples: string[]
  orders: DateOrder[]
  answered?: DateOrder | null
}
export interface ImportCounts {
  new: number
  changed: number
  same: number
  older: number
  refused: number
}
export interface Loss {
  property: string
  count: number
  lines: number[]
}
export interface Note {
  code: string
  params: Record<string, string>
}
export interface ImportPreview {
  name: string
  size: number
  kind: 'ics' | 'xlsx' | 'ods' | 'csv'
  product?: string | null
  encoding?: { label: string; sure: boolean; others: string[] } | null
  sheets?: { name: string; rows: number; columns: number; hidden: boolean }[] | null
  sheet?: string | null
  header_row?: number | null
  headings?: string[] | null
  mapping?: (SheetField | null)[] | null
  mapping_remembered?: boolean
  samples?: string[][] | null
  zone_asks: ZoneAskView[]
  date_asks: DateAskView[]
  counts: ImportCounts
  rows: ImportRow[]
  losses: Loss[]
  notes: Note[]
}
export interface Imported {
  counts: ImportCounts
  change: { change: number; label: string; params: Record<string, string> } | null
}
