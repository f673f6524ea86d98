import { httpPlatform } from './http'
import { CallError, type Change, type Dropped, type Platform, type Progress } from './types'
import { windowPlatform } from './window'

export { CallError, type Change, type Dropped, type Platform, type Progress }

let platform: Platform | undefined
let stop: (() => void) | undefined
const listeners = new Map<(change: Change) => void, ReadonlySet<string>>()
const watchers = new Set<(progress: Progress) => void>()
const takers = new Set<(files: Dropped[]) => void>()

function door(): Platform {
  platform ??= '__TAURI_INTERNALS__' in window ? windowPlatform() : httpPlatform()
  return platform
}

/** Puts another backend behind the door. Tests only. */
export function usePlatform(other: Platform | undefined): void {
  stop?.()
  stop = undefined
  platform = other
}

/** Asks one route; the typed client in `$api/client` is what screens call. */
export function call<R>(route: string, request: unknown = {}): Promise<R> {
  return door().call<R>(route, request)
}

/** Hears changes that touch one of `topics` (none given: every change). The answer stops it. */
export function listen(topics: readonly string[], heard: (change: Change) => void): () => void {
  listeners.set(heard, new Set(topics))
  hear()
  return () => listeners.delete(heard)
}

/** Hears how far long work is. The answer stops it. */
export function watchProgress(heard: (progress: Progress) => void): () => void {
  watchers.add(heard)
  hear()
  return () => watchers.delete(heard)
}

/** Takes files that are let go over the window; with nobody who takes them nothing happens. The answer stops it. */
export function onDrop(take: (files: Dropped[]) => void): () => void {
  takers.add(take)
  hear()
  return () => takers.delete(take)
}

function hear(): void {
  stop ??= door().onChange(
    (change) => {
      for (const [listener, wanted] of [...listeners]) {
        if (wanted.size === 0 || change.topics.some((topic) => wanted.has(topic))) listener(change)
      }
    },
    (progress) => {
      for (const watcher of [...watchers]) watcher(progress)
    },
    (files) => {
      for (const take of [...takers]) take(files)
    },
  )
}
