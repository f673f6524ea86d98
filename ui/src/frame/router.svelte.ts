// Where the planner is, kept in the address's hash so that back, forward and a copied link all work.
// A path's last query is remembered: coming back by the rail finds the same view and the same scroll.

export interface Place {
  /** Path without query: `/mission/0192…` */
  path: string
  /** Its parts: `['mission', '0192…']` */
  segments: readonly string[]
  query: URLSearchParams
}

const FIRST = '/programme'
const lastQuery = new Map<string, string>()
const scrolls = new Map<string, { top: number; left: number }>()
let depth = 0

export function readHash(hash: string): Place {
  const raw = hash.startsWith('#') ? hash.slice(1) : hash
  const question = raw.indexOf('?')
  const path = (question < 0 ? raw : raw.slice(0, question)) || FIRST
  const segments = path
    .split('/')
    .filter(Boolean)
    .map((part) => decodeURIComponent(part))
  return { path, segments, query: new URLSearchParams(question < 0 ? '' : raw.slice(question + 1)) }
}

let current = $state.raw<Place>(readHash(typeof location === 'undefined' ? '' : location.hash))

/** Where the planner is now. */
export function place(): Place {
  return current
}

function arrive(): void {
  current = readHash(location.hash)
  lastQuery.set(current.path, current.query.toString())
}

/** Starts hearing the address; the answer stops. */
export function startRouter(): () => void {
  arrive()
  window.addEventListener('hashchange', arrive)
  return () => window.removeEventListener('hashchange', arrive)
}

/** The link to a path, with the query it last had. */
export function href(path: string): string {
  const query = path.includes('?') ? '' : lastQuery.get(path)
  return `#${path}${query ? `?${query}` : ''}`
}

/** Goes to a path such as `/mission/0192…`. */
export function go(path: string): void {
  depth += 1
  location.hash = href(path)
}

/** Comes back to where the planner was, or to `otherwise` if this was the first place. */
export function back(otherwise = FIRST): void {
  if (depth > 0) {
    depth -= 1
    history.back()
  } else {
    location.hash = href(otherwise)
  }
}

/** Changes the view kept in the address (`null` takes a key out) without a new step in the history. */
export function setQuery(changes: Record<string, string | null>): void {
  const query = new URLSearchParams(current.query)
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(key)
    else query.set(key, value)
  }
  const text = query.toString()
  history.replaceState(history.state, '', `#${current.path}${text ? `?${text}` : ''}`)
  arrive()
}

/** `{@attach keepScroll('table')}`: the element comes back to where it was scrolled on this path. */
export function keepScroll(name: string): (element: HTMLElement) => () => void {
  return (element) => {
    const key = `${current.path} ${name}`
    const wanted = scrolls.get(key)
    let waiting = wanted !== undefined
    const restore = () => {
      if (!waiting || !wanted) return
      element.scrollTo({ top: wanted.top, left: wanted.left, behavior: 'instant' })
      waiting = Math.abs(element.scrollTop - wanted.top) > 1 || Math.abs(element.scrollLeft - wanted.left) > 1
    }
    const remember = () => {
      if (!waiting) scrolls.set(key, { top: element.scrollTop, left: element.scrollLeft })
    }
    const touched = () => (waiting = false)
    restore()
    // Rows arrive after the element does, so the place is tried again until it can be reached.
    const grown = new MutationObserver(restore)
    if (waiting) grown.observe(element, { childList: true, subtree: true })
    element.addEventListener('scroll', remember, { passive: true })
    element.addEventListener('wheel', touched, { passive: true })
    element.addEventListener('pointerdown', touched, { passive: true })
    return () => {
      grown.disconnect()
      element.removeEventListener('scroll', remember)
      element.removeEventListener('wheel', touched)
      element.removeEventListener('pointerdown', touched)
    }
  }
}
