import { untrack } from 'svelte'

// Short messages at the foot of the window: what was done, with its undo; what was refused, with what to do.

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'danger' | 'warn'
  /** A word and what it does. */
  action?: { label: string; run: () => unknown }
}

const STAYS_MS = 7000
let shown = $state.raw<readonly Toast[]>([])
let next = 1
const timers = new Map<number, ReturnType<typeof setTimeout>>()

export function toasts(): readonly Toast[] {
  return shown
}

export function dismiss(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  shown = shown.filter((toast) => toast.id !== id)
}

/** A refusal stays until it is put away; anything else leaves by itself. At most three at a time. */
export function toast(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const one: Toast = { id: next++, text, tone: 'plain', ...options }
  shown = [...untrack(() => shown).slice(-2), one]
  if (one.tone !== 'danger') arm(one.id)
  return one.id
}

function arm(id: number): void {
  timers.set(
    id,
    setTimeout(() => dismiss(id), STAYS_MS),
  )
}

/** While someone points at a message or is inside it, it stays (WCAG 2.2.1). */
export function hold(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
}

export function release(id: number): void {
  const one = shown.find((toast) => toast.id === id)
  if (one && one.tone !== 'danger' && !timers.has(id)) arm(id)
}

/** Puts all away: what they speak of is no longer there. */
export function dismissAll(): void {
  for (const toast of shown) dismiss(toast.id)
}
