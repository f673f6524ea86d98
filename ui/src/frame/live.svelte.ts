// What a screen shows of the backend: read once, read again when a change touches it. No rows are pushed; a
// change only names topics.
import { CallError, listen } from '$platform'

/** Rows older than this without an answer are worth a skeleton. */
const SLOW_MS = 200

export class Live<T> {
  /** The latest answer; kept while a newer one is on its way. */
  data = $state.raw<T | undefined>()
  error = $state.raw<CallError | undefined>()
  /** A question is open. */
  pending = $state(false)
  /** The question has been open for so long that the screen should say so. */
  slow = $state(false)
  #again = $state(0)

  constructor(read: () => Promise<T>, topics: readonly string[]) {
    let turn = 0
    $effect(() => {
      void this.#again
      const mine = ++turn
      this.pending = true
      const late = setTimeout(() => {
        if (mine === turn && this.pending) this.slow = true
      }, SLOW_MS)
      const settle = () => {
        clearTimeout(late)
        this.pending = false
        this.slow = false
      }
      // Only what `read` touches before its first await is tracked: pass reactive values as arguments.
      read().then(
        (data) => {
          if (mine !== turn) return
          this.data = data
          this.error = undefined
          settle()
        },
        (thrown: unknown) => {
          if (mine !== turn) return
          this.error = CallError.from(thrown)
          settle()
        },
      )
      return () => clearTimeout(late)
    })
    $effect(() => listen(topics, () => this.reload()))
  }

  reload(): void {
    this.#again += 1
  }
}

/** Reads now, whenever a reactive value used by `read` changes, and after changes to `topics` (none given: any
 *  change). Call while a component is set up. */
export function live<T>(read: () => Promise<T>, topics: readonly string[] = []): Live<T> {
  return new Live(read, topics)
}
