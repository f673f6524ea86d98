import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { CallError, type Change, type Dropped, type Platform, type Progress } from './types'

/** The routes of the process this window belongs to. */
export function windowPlatform(): Platform {
  return {
    async call<R>(route: string, request: unknown): Promise<R> {
      try {
        return await invoke<R>('call', { route, request })
      } catch (thrown) {
        throw CallError.from(thrown)
      }
    },
    onChange(heard, progressed, dropped) {
      // `listen` answers later; a screen that leaves before that must still be let go.
      const stopping = [
        listen<Change>('changed', (event) => heard(event.payload)),
        listen<Progress>('progress', (event) => progressed(event.payload)),
        listen<{ files: Dropped[] }>('dropped', (event) => dropped?.(event.payload.files)),
      ]
      return () => {
        for (const one of stopping) void one.then((stop) => stop())
      }
    },
  }
}
