import { CallError, type Change, type Dropped, type Platform, type Progress } from './types'

/** The same routes on the loopback server that serves this page: for tests and for work on the screens. */
export function httpPlatform(base = '/api'): Platform {
  return {
    async call<R>(route: string, request: unknown): Promise<R> {
      let answer: Response
      try {
        answer = await fetch(`${base}/${route}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request ?? null),
        })
      } catch (thrown) {
        throw CallError.from(thrown)
      }
      const body: unknown = await answer.json().catch(() => null)
      if (!answer.ok) throw CallError.from(body ?? new CallError('unreachable', {}, `HTTP ${answer.status}`))
      return body as R
    },
    onChange(heard, progressed, dropped) {
      const source = new EventSource(`${base}/events`)
      source.addEventListener('message', (event) => {
        if (event.data) heard(JSON.parse(event.data) as Change)
      })
      source.addEventListener('progress', (event) => progressed(JSON.parse(event.data) as Progress))
      source.addEventListener('dropped', (event) =>
        dropped?.((JSON.parse(event.data) as { files: Dropped[] }).files),
      )
      return () => source.close()
    },
  }
}
