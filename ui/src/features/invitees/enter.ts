// A field that adds what was typed into it.
import { isComposing } from '$frame/keys'

/** Runs at Enter, but not at the Enter of an input method. */
export const onEnter = (run: () => unknown) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || isComposing(event)) return
  event.preventDefault()
  void run()
}
