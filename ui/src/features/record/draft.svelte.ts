// A text while it is being typed. What is stored shows until somebody types; what was typed stays until it is
// kept, also when it was refused; nothing that comes in from elsewhere takes it away.

/** How long after the last key a text is kept by itself. */
export const PAUSE_MS = 1500

export class Draft {
  text = $state('')
  /** Why the last attempt was refused. */
  why = $state<string | undefined>()
  #stored: string
  #sent: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #keep: (text: string) => Promise<string | undefined>

  constructor(stored: string, keep: (text: string) => Promise<string | undefined>) {
    this.#stored = stored
    this.text = stored
    this.#keep = keep
  }

  get stored(): string {
    return this.#stored
  }

  get dirty(): boolean {
    return this.text !== this.#stored
  }

  /** The record was read again. */
  read(stored: string): void {
    const untouched = !this.dirty || this.text === stored
    this.#stored = stored
    if (!untouched) return
    this.text = stored
    this.why = undefined
  }

  typed(): void {
    clearTimeout(this.#timer)
    this.why = undefined
    this.#timer = setTimeout(() => void this.settle(), PAUSE_MS)
  }

  /** Keeps what stands there, if it differs and has not been sent already. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer)
    const text = this.text
    if (text === this.#stored) {
      this.why = undefined
      return
    }
    if (text === this.#sent) return
    this.#sent = text
    const why = await this.#keep(text)
    this.#sent = undefined
    if (why === undefined) this.#stored = text
    if (this.text === text) this.why = why
    else if (this.dirty) this.typed()
  }

  /** Back to what is stored. */
  restore(): void {
    clearTimeout(this.#timer)
    this.text = this.#stored
    this.why = undefined
  }
}
