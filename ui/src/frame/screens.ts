// The screens there are. A feature adds its own by a file `features/<name>/screen.ts`; nothing here changes.
import type { Component } from 'svelte'
import type { PlainKey } from '$words'
import type { Command } from './commands.svelte'
import type { Kind } from './selection.svelte'

/** A page may want the rest of the path, or nothing. */
export type Page = Component<{ id?: string }> | Component<Record<string, never>>

export interface Screen {
  /** First part of the path: 'mission' answers #/mission/<id>. */
  name: string
  words: PlainKey
  /** The page; it is given the rest of the path as `id`. */
  page: () => Promise<{ default: Page }>
  /** A place in the rail, lowest first. Pages reached from elsewhere have none. */
  rail?: { order: number; icon: Component; foot?: boolean; goes?: readonly string[] }
  /** Esc comes back from here. */
  returns?: boolean
}

export interface Feature {
  screens?: readonly Screen[]
  /** Commands that are there from the start, on every screen. */
  commands?: readonly Command[]
  /** What edits a selected record in the pane at the right. */
  inspectors?: Partial<Record<Kind, () => Promise<{ default: Component<{ id: string }> }>>>
}

const found = import.meta.glob<{ feature: Feature }>('../features/*/screen.ts', { eager: true })
const features: Feature[] = Object.values(found).map((module) => module.feature)

export const screens: readonly Screen[] = features.flatMap((feature) => feature.screens ?? [])
export const featureCommands: readonly Command[] = features.flatMap((feature) => feature.commands ?? [])

/** Screens with a place in the rail, in its order. */
export const railScreens: readonly Screen[] = screens
  .filter((screen) => screen.rail)
  .sort((a, b) => a.rail!.order - b.rail!.order)

export function screenNamed(name: string | undefined): Screen | undefined {
  return screens.find((screen) => screen.name === name)
}

export function inspectorFor(
  kind: Kind,
): (() => Promise<{ default: Component<{ id: string }> }>) | undefined {
  return features.map((feature) => feature.inspectors?.[kind]).find(Boolean)
}
