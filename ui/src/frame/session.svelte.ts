// The workspace as the frame knows it: whether it is open, what there is to choose from, what was saved when.
import { api } from '$api/client'
import type { AppStatus, Lists, Programme, Settings } from '$api/types'
import { CallError, listen } from '$platform'
import { setChineseOrder, setLang, t, type PlainKey } from '$words'
import { changeText, errorText } from './errors'
import { dismissAll, toast } from './toasts.svelte'

const PROGRAMME_KEY = 'outreach.programme'

let status = $state.raw<AppStatus | undefined>()
let failure = $state.raw<CallError | undefined>()
let lists = $state.raw<Lists | undefined>()
let chosen = $state<string | null>(readChosen())
let writing = $state(0)
let refused = $state(false)

function readChosen(): string | null {
  return typeof localStorage === 'undefined' ? null : localStorage.getItem(PROGRAMME_KEY)
}

/** What the backend last said of itself; undefined until it first answered. */
export function appStatus(): AppStatus | undefined {
  return status
}
/** Why it could not be asked. */
export function appFailure(): CallError | undefined {
  return failure
}
export function settings(): Settings | undefined {
  return status?.settings
}
/** Markets, venues, partners, delegates and the other short lists; undefined until they are read. */
export function workspaceLists(): Lists | undefined {
  return lists
}
/** The chosen programme, else the latest. */
export function programme(): Programme | undefined {
  const all = lists?.programmes ?? []
  return all.find((one) => one.id === chosen) ?? all.at(-1)
}
export function chooseProgramme(id: string): void {
  chosen = id
  localStorage.setItem(PROGRAMME_KEY, id)
}
/** Whether an edit is on its way; whether the last one was refused. */
export function savingState(): 'saved' | 'saving' | 'refused' {
  return writing > 0 ? 'saving' : refused ? 'refused' : 'saved'
}

// One reading at a time: while one is on its way, any number of changes ask for one more.
function oneAtATime(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  const ask = (): Promise<void> => {
    if (running) {
      again = true
      return running
    }
    running = read().finally(() => {
      running = undefined
      if (again) {
        again = false
        void ask()
      }
    })
    return running
  }
  return ask
}

const readLists = oneAtATime(async () => {
  try {
    lists = await api.lists.show()
  } catch (thrown) {
    // Locked in the meantime: the next status says so.
    if (status?.state === 'open') failure = CallError.from(thrown)
  }
})

/** Asks again how things stand. */
export const readStatus = oneAtATime(async () => {
  try {
    const next = await api.app.status()
    applySettings(next.settings)
    const opened = next.state === 'open' && status?.state !== 'open'
    if (next.state !== 'open') {
      lists = undefined
      if (status?.state === 'open') dismissAll()
    }
    if (opened) await readLists()
    status = next
    failure = undefined
  } catch (thrown) {
    failure = CallError.from(thrown)
  }
})

/** Starts hearing the backend; the answer stops. */
export function startSession(): () => void {
  void readStatus()
  const stops = [
    listen([], async (change) => {
      await readStatus()
      // After a lock there is nothing to list; only the status knows.
      if (status?.state === 'open' && change.topics.includes('plan')) await readLists()
    }),
  ]
  const dark = window.matchMedia?.('(prefers-color-scheme: dark)')
  const system = () => status && applySettings(status.settings)
  dark?.addEventListener('change', system)
  return () => {
    for (const stop of stops) stop()
    dark?.removeEventListener('change', system)
  }
}

/** Puts preferences on screen. */
export function applySettings(preferences: Settings): void {
  setLang(preferences.language)
  setChineseOrder(preferences.chinese_order)
  const root = document.documentElement
  if (preferences.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = preferences.theme
  root.dataset.density = preferences.density
}

/** Sets preferences: on screen at once, then kept. */
export async function editSettings(set: Partial<Settings>): Promise<void> {
  if (status) {
    const next = { ...status.settings, ...set }
    status = { ...status, settings: next }
    applySettings(next)
  }
  try {
    await api.settings.edit({ set })
  } catch (thrown) {
    toast(errorText(thrown), { tone: 'danger' })
    void readStatus()
  }
}

export interface EditOptions {
  /** Said when it is done, with an undo beside it. */
  done?: string
  /** Without the undo. */
  final?: boolean
  /** Takes the refusal instead of a message at the foot of the window. */
  onerror?: (error: CallError) => unknown
}

/** Runs a write. The answer is undefined if it was refused; the reader has been told. */
export async function edit<T>(write: () => Promise<T>, options: EditOptions = {}): Promise<T | undefined> {
  writing += 1
  try {
    const answer = await write()
    refused = false
    if (options.done) {
      toast(options.done, options.final ? {} : { action: { label: t('parts.undo'), run: undo } })
    }
    return answer
  } catch (thrown) {
    const error = CallError.from(thrown)
    // Long work that somebody stopped was not refused.
    refused = error.code !== 'cancelled'
    if (options.onerror) options.onerror(error)
    else toast(errorText(error), { tone: refused ? 'danger' : 'plain' })
    return undefined
  } finally {
    writing -= 1
  }
}

async function step(route: 'undo' | 'redo', words: 'frame.undone' | 'frame.redone', none: PlainKey) {
  const label = await edit(() => api.history[route]())
  if (label === undefined) return
  if (!label) return void toast(t(none))
  const said = t(words, { what: changeText(label) })
  // Files that went out do not come back with the note of them.
  const given = route === 'undo' && label.label === 'calendar_issued'
  toast(given ? `${said} ${t('frame.undone.issue')}` : said)
}

/** Takes the last change back. */
export function undo(): Promise<void> {
  return step('undo', 'frame.undone', 'frame.undo.none')
}

export function redo(): Promise<void> {
  return step('redo', 'frame.redone', 'frame.redo.none')
}

export async function lock(): Promise<void> {
  await edit(() => api.workspace.lock())
  await readStatus()
}

/** Locks after so many minutes without a key, a click or a wheel; the answer stops. */
export function lockWhenIdle(minutes: number): () => void {
  if (minutes <= 0) return () => {}
  let last = performance.now()
  const active = () => (last = performance.now())
  const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
  for (const kind of kinds) window.addEventListener(kind, active, { passive: true, capture: true })
  const timer = setInterval(() => {
    if (performance.now() - last >= minutes * 60_000) {
      last = performance.now()
      void lock()
    }
  }, 5_000)
  return () => {
    clearInterval(timer)
    for (const kind of kinds) window.removeEventListener(kind, active, { capture: true })
  }
}
