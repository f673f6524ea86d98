// A backend of a few answers, for tests of parts. Never shipped.
import { CallError, usePlatform, type Change } from '$platform'

type Answers = Record<string, (request: never) => unknown>

/** Puts `answers` behind the door; the answer tells a change to whoever listens. */
export function fakePlatform(answers: Answers): (change: Change) => void {
  let heard: ((change: Change) => void) | undefined
  usePlatform({
    async call<R>(route: string, request: unknown): Promise<R> {
      const answer = answers[route]
      if (!answer) throw new CallError('no_such_route', { route })
      return answer(request as never) as R
    },
    onChange(listener) {
      heard = listener
      return () => (heard = undefined)
    },
  })
  return (change) => heard?.(change)
}
