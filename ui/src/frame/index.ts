export {
  allCommands,
  canRun,
  handleKey,
  keyOf,
  nameOf,
  provide,
  runCommand,
  useCommands,
} from './commands.svelte'
export type { Command, CommandGroup } from './commands.svelte'
export { changeText, errorText } from './errors'
export { clearFilter, filter, filterParts, setFilter, type FilterPart } from './filter.svelte'
export { inspectorContent, showInInspector } from './inspector.svelte'
export { chordOf, isComposing, isTyping, keycaps } from './keys'
export { live, type Live } from './live.svelte'
export { back, go, href, keepScroll, place, setQuery } from './router.svelte'
export type { Feature, Screen } from './screens'
export { isSelected, select, selected, type Kind, type Selected } from './selection.svelte'
export {
  appStatus,
  chooseProgramme,
  edit,
  editSettings,
  lock,
  programme,
  readStatus,
  redo,
  savingState,
  settings,
  undo,
  workspaceLists,
} from './session.svelte'
export { dismiss, toast, toasts } from './toasts.svelte'
