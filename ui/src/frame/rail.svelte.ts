const KEY = 'outreach.rail'
let narrow = $state(typeof localStorage !== 'undefined' && localStorage.getItem(KEY) === 'narrow')

export function railNarrow(): boolean {
  return narrow
}

export function toggleRail(): void {
  narrow = !narrow
  localStorage.setItem(KEY, narrow ? 'narrow' : 'wide')
}
