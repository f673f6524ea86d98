// Everything a planner can do by name or key. One list feeds the palette, the sheet of keys and the keyboard,
// so an action cannot have a key that the sheet does not show.
import { untrack, type Component } from 'svelte'
import { t, type PlainKey } from '$words'
import { chordOf, isComposing, isTyping } from './keys'

export type CommandGroup = 'go' | 'here' | 'edit' | 'view' | 'file'
export const GROUPS: readonly CommandGroup[] = ['go', 'here', 'edit', 'view', 'file']

export interface Command {
  /** Unique; a later one with the same id covers the earlier while it is there. */
  id: string
  words: PlainKey
  /** Said instead of `words` when it depends on something: "Undo: move KL seminar". */
  label?: () => string
  group: CommandGroup
  /** Bindings such as 'mod+k', 'alt+arrowleft', 'g p'. The first is shown. */
  keys?: readonly string[]
  icon?: Component
  /** Whether it can be done now. */
  when?: () => boolean
  run: () => unknown
  /** Also while typing in a field. */
  inText?: boolean
  /** Not in the palette: moving a selection, say. Still in the sheet of keys. */
  keyOnly?: boolean
}

const SEQUENCE_MS = 1200
let registered = $state.raw<readonly Command[]>([])
let pending = ''
let pendingSince = 0

/** Adds commands until the answer is called. */
export function provide(commands: readonly Command[]): () => void {
  // Untracked: an effect that provides must not run again because the list grew.
  registered = [...untrack(() => registered), ...commands]
  return () => {
    registered = untrack(() => registered).filter((command) => !commands.includes(command))
  }
}

/** Adds a screen's commands for as long as its component lives. Call while the component is set up. */
export function useCommands(commands: readonly Command[]): void {
  $effect(() => provide(commands))
}

/** Every command once, the latest of each id. */
export function allCommands(): Command[] {
  const byId = new Map<string, Command>()
  for (const command of registered) byId.set(command.id, command)
  return [...byId.values()]
}

export function canRun(command: Command): boolean {
  return command.when?.() ?? true
}

export function nameOf(command: Command): string {
  return command.label?.() ?? t(command.words)
}

export function runCommand(id: string): boolean {
  const command = allCommands().find((one) => one.id === id)
  if (!command || !canRun(command)) return false
  void command.run()
  return true
}

/** The first binding of a command that is there now, for tool tips. */
export function keyOf(id: string): string | undefined {
  return allCommands().find((command) => command.id === id)?.keys?.[0]
}

function modalOpen(): boolean {
  return document.querySelector('dialog:modal, [data-holds-keys]') !== null
}

/** The keyboard, for the whole window. Answers whether the key was taken. */
export function handleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return false
  const chord = chordOf(event)
  if (!chord) return false
  const now = performance.now()
  const sequence = pending && now - pendingSince < SEQUENCE_MS ? `${pending} ${chord}` : chord
  pending = ''
  const typing = isTyping(event.target)
  const modal = modalOpen()
  const able = allCommands()
    .reverse()
    .filter((command) => (!typing || command.inText) && (!modal || command.inText) && canRun(command))
  const take = (wanted: string) => able.find((command) => command.keys?.includes(wanted))
  const command = take(sequence) ?? take(chord)
  if (command) {
    event.preventDefault()
    void command.run()
    return true
  }
  if (!typing && !modal && able.some((one) => one.keys?.some((key) => key.startsWith(`${sequence} `)))) {
    pending = sequence
    pendingSince = now
    event.preventDefault()
    return true
  }
  return false
}
