// What time it is, as the backend last said: in Hong Kong and at the second clock's place.
import { api } from '$api/client'
import type { ClockFace } from '$api/types'

let face = $state.raw<ClockFace | undefined>()

/** The two clocks; undefined until they were first read. */
export function clockFace(): ClockFace | undefined {
  return face
}

/** Today in Hong Kong, `2026-11-22`; undefined until the clocks were first read. */
export function today(): string | undefined {
  return face?.now.hong_kong.slice(0, 10)
}

/** Asks at each full minute, and when a laptop wakes; the answer stops. */
export function runClocks(zone: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false
  const ask = async () => {
    clearTimeout(timer)
    const faces = await api.app.clocks({ zones: [zone] }).catch(() => [])
    if (gone) return
    face = faces[0] ?? face
    timer = setTimeout(ask, Math.min(60_000, Math.max(500, faces[0]?.next_minute_ms ?? 15_000)) + 20)
  }
  const woke = () => void (document.visibilityState === 'visible' && ask())
  document.addEventListener('visibilitychange', woke)
  void ask()
  return () => {
    gone = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', woke)
  }
}
