/** What the backend says once a change is safely in the file: which topics to read again. */
export interface Change {
  topics: string[]
  revision: number
}

/** How far long work is. `work` is what `work.cancel` takes: the kind of work and a number, `export-3`. */
export interface Progress {
  work: string
  done: number
  /** 0 if nobody knows. */
  total: number
}

/** A file that was let go over the window: its number, by which routes know it, never its path. */
export interface Dropped {
  file: number
  name: string
  size: number
}

/** The one seam between the screens and the Rust routes. */
export interface Platform {
  /** Asks one route. Rejects with a {@link CallError}, never with anything else. */
  call<R>(route: string, request: unknown): Promise<R>
  /** Hears every change, how far long work is, and which files were let go over the window; the answer stops it. */
  onChange(
    heard: (change: Change) => void,
    progressed: (progress: Progress) => void,
    dropped?: (files: Dropped[]) => void,
  ): () => void
}

/** A refusal as it comes over the wire. `detail` is for a log; the words for a person hang on `code`. */
export class CallError extends Error {
  readonly code: string
  readonly params: Record<string, string | number>
  readonly detail: string

  constructor(code: string, params: Record<string, string | number> = {}, detail = '') {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'CallError'
    this.code = code
    this.params = params
    this.detail = detail
  }

  /** Reads whatever a transport threw; anything that is not ours becomes `unreachable`. */
  static from(thrown: unknown): CallError {
    if (thrown instanceof CallError) return thrown
    if (thrown && typeof thrown === 'object' && 'code' in thrown && typeof thrown.code === 'string') {
      const { code, params, detail } = thrown as { code: string; params?: unknown; detail?: unknown }
      const readable = params && typeof params === 'object' ? (params as Record<string, string | number>) : {}
      return new CallError(code, readable, typeof detail === 'string' ? detail : '')
    }
    return new CallError('unreachable', {}, String(thrown))
  }
}
