// The list of people as somebody left it: what is searched for, ticked, sorted and marked. It lives beside the page,
// so that coming back from a person finds everything in its place.
import { api } from '$api/client'
import type {
  ListPeople,
  PeopleFacets,
  PeopleFilter,
  PeopleGrouping,
  PeopleSort,
  PersonRow,
  QueryProblem,
} from '$api/types'
import { RowWindow, type Sort } from '$parts'
import { lang, t } from '$words'
import { facetText, type FacetName } from './facets'
import { PeopleMarks } from './marks.svelte'

/** Columns that can be sorted by. */
export const SORTS: Readonly<Record<string, PeopleSort>> = {
  name: 'name',
  family: 'family',
  chinese: 'chinese',
  organisation: 'organisation',
  post: 'post',
  market: 'market',
  email: 'email',
  telephone: 'telephone',
  tags: 'tags',
  invitations: 'invitations',
  visits: 'visits',
  last_event: 'last_event',
  retain_until: 'retain_until',
  created: 'created',
  source: 'source',
}
/** Columns that rows can be grouped by. */
export const GROUPINGS: Readonly<Record<string, PeopleGrouping>> = {
  nature: 'nature',
  market: 'market',
  organisation: 'organisation',
  sectors: 'sector',
  language: 'language',
  retain_until: 'retention',
  source: 'source',
}
const WORDED: Partial<Record<PeopleGrouping, FacetName>> = {
  nature: 'natures',
  sector: 'sectors',
  language: 'languages',
  retention: 'retention',
}
/** So long nothing is typed before ticks are counted anew, in milliseconds. */
const COUNT_AFTER_MS = 300
const SIDE_KEY = 'outreach.people.side'

class PeopleDesk {
  query = $state('')
  filter = $state.raw<PeopleFilter>({})
  sort = $state<Sort | null>(null)
  /** Id of the column it is grouped by. */
  group = $state<string | null>(null)
  facets = $state.raw<PeopleFacets | undefined>()
  total = $state(0)
  problems = $state.raw<readonly QueryProblem[]>([])
  side = $state(typeof localStorage === 'undefined' || localStorage.getItem(SIDE_KEY) !== 'shut')
  #stale = true
  #counting: ReturnType<typeof setTimeout> | undefined

  readonly window: RowWindow<PersonRow> = new RowWindow<PersonRow>(
    (from, rows) => this.#read(from, rows),
    (row) => row.person.id,
  )
  readonly marks = new PeopleMarks(
    () => this.window.fitting,
    (from, rows) => api.people.keys({ list: { ...this.list, from, rows } }),
  )

  /** What is asked for, but for the window. */
  readonly list = $derived.by((): ListPeople => {
    const sort = this.sort && SORTS[this.sort.column]
    return {
      query: this.query,
      filter: this.filter,
      sort: sort ?? 'best',
      descending: this.sort?.down ?? false,
      group: (this.group && GROUPINGS[this.group]) || null,
      language: lang(),
    }
  })

  async #read(from: number, rows: number) {
    const page = await api.people.list({ ...this.list, from, rows, facets: false })
    this.total = page.total
    this.problems = page.problems
    this.#countSoon()
    const { group } = this.list
    return {
      fitting: page.fitting,
      rows: page.rows,
      groups: page.groups.map(({ key, name, count }) => ({
        key,
        count,
        name: group ? this.#groupName(group, key, name) : name,
      })),
    }
  }

  /** Rows come first: what each tick would leave is counted over everybody, once typing rests. */
  #countSoon(): void {
    if (!this.#stale) return
    clearTimeout(this.#counting)
    this.#counting = setTimeout(() => void this.#count(), this.facets ? COUNT_AFTER_MS : 0)
  }

  async #count(): Promise<void> {
    const asked = JSON.stringify(this.list)
    this.#stale = false
    try {
      const page = await api.people.list({ ...this.list, from: 0, rows: 1, facets: true })
      // Of a list that was left meanwhile the next answer counts.
      if (asked === JSON.stringify(this.list) && page.facets) this.facets = page.facets
    } catch {
      // The rows say what went wrong; the next look counts again.
      this.#stale = true
    }
  }

  #groupName(group: PeopleGrouping, key: string, name: string): string {
    const facet = WORDED[group]
    if (name || !key) return name
    return facet ? facetText(facet, { key, name }) : t('people.facet.none')
  }

  /** Reads what is in sight again. */
  again(): void {
    this.#stale = true
    this.window.again()
  }

  /** Keys of everybody who fits. */
  fittingKeys(): Promise<string[]> {
    return api.people.keys({ list: { ...this.list, from: 0, rows: 0 } })
  }

  toggleSide(): void {
    this.side = !this.side
    localStorage.setItem(SIDE_KEY, this.side ? 'open' : 'shut')
  }

  /** Nothing typed, nothing ticked. */
  clear(): void {
    this.query = ''
    this.filter = {}
  }
}

export const desk = new PeopleDesk()
