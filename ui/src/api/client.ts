// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.

import { call } from '$platform'
import type { Routes } from './routes'

type Ask<R extends keyof Routes> = Routes[R]['request'] extends Record<string, never>
  ? () => Promise<Routes[R]['answer']>
  : (request: Routes[R]['request']) => Promise<Routes[R]['answer']>

const ask = <R extends keyof Routes>(route: R) =>
  ((request?: Routes[R]['request']) => call<Routes[R]['answer']>(route, request ?? {})) as Ask<R>

/** Every route as a function: `api.events.list({ filter: {}, language: 'en' })`. */
export const api = {
  app: {
    /** What the frame shows: the workspace's state, recent files, zone rules, preferences, undo. */
    status: ask('app.status'),
    /** What time it is now in some zones. */
    clocks: ask('app.clocks'),
  },
  workspace: {
    /** Makes a workspace where the planner says in the dialog; null if the dialog was cancelled. */
    create: ask('workspace.create'),
    /** Asks in the dialog for a workspace to open; null if the dialog was cancelled. */
    choose: ask('workspace.choose'),
    /** Opens a chosen or recent workspace. */
    open: ask('workspace.open'),
    /** Opens the locked workspace again. */
    unlock: ask('workspace.unlock'),
    /** Locks the workspace and forgets its key. */
    lock: ask('workspace.lock'),
    /** Closes the workspace. */
    close: ask('workspace.close'),
    /** Exchanges the passphrase. */
    change_passphrase: ask('workspace.change_passphrase'),
    /** Puts the workspace's key into the system keychain, or takes it out. */
    set_keychain: ask('workspace.set_keychain'),
    /** Checks the file's pages and that its tables are what its history says. */
    verify: ask('workspace.verify'),
    /** Makes a verified backup. */
    backup: ask('workspace.backup'),
    /** The backups there are, newest first. */
    backups: ask('workspace.backups'),
    /** Puts a backup in the workspace's place; what was there is kept as a backup. */
    restore: ask('workspace.restore'),
  },
  lists: {
    /** All that can be chosen in a field. */
    show: ask('lists.show'),
  },
  records: {
    /** Makes a record. */
    add: ask('records.add'),
    /** Sets fields of a record. */
    edit: ask('records.edit'),
    /** Removes a record; a mission goes with its legs and events, a record in use is refused. */
    remove: ask('records.remove'),
  },
  timeline: {
    /** Missions and events by row and day: the year at a glance. */
    show: ask('timeline.show'),
  },
  events: {
    /** Events in order of their start. */
    list: ask('events.list'),
    /** Everything about one event. */
    show: ask('events.show'),
    /** Makes an event; what is not set comes from its mission and leg. */
    add: ask('events.add'),
    /** Sets fields of an event. */
    edit: ask('events.edit'),
    /** Moves an event in time. */
    move: ask('events.move'),
    /** When an event would be after a move, and what the checks would say. */
    preview_move: ask('events.preview_move'),
    /** Cancels an event; it stays in the programme, struck out. */
    cancel: ask('events.cancel'),
    /** Removes an event. */
    remove: ask('events.remove'),
    /** Makes an event like this one, as an idea. */
    duplicate: ask('events.duplicate'),
  },
  missions: {
    /** Missions in order of their first day. */
    list: ask('missions.list'),
    /** Everything about one mission, day by day. */
    show: ask('missions.show'),
    /** Moves a mission by days with everything in it; wall times are kept. */
    shift: ask('missions.shift'),
    /** What moving a mission would do. */
    preview_shift: ask('missions.preview_shift'),
    /** Copies a mission to other dates and cities; wall times are kept, zones exchanged. */
    copy: ask('missions.copy'),
    /** What copying a mission would do. */
    preview_copy: ask('missions.preview_copy'),
    /** Cancels a mission and the events in it that are still to come about. */
    cancel: ask('missions.cancel'),
  },
  checks: {
    /** What the checks find: of everything, of a mission or of an event; the worst first. */
    run: ask('checks.run'),
  },
  times: {
    /** Reads a line typed into a date-time field. */
    read: ask('times.read'),
  },
  zones: {
    /** The zone rules in force and those that were found beside them. */
    status: ask('zones.status'),
    /** What a wall time is in a zone: unique, in a gap or in a fold. */
    resolve: ask('zones.resolve'),
    /** What an instant is in a zone. */
    convert: ask('zones.convert'),
    /** VTIMEZONE components of zones. */
    vtimezone: ask('zones.vtimezone'),
    /** Every zone name the rules know. */
    names: ask('zones.names'),
    /** Takes zone rules from a folder the planner chooses in the dialog; null if it was cancelled. */
    import: ask('zones.import'),
    /** Events whose instant changed with the zone rules and that nobody has looked at yet, before and after. */
    moved: ask('zones.moved'),
    /** Takes the mark off events that the zone rules moved; none named: off all. */
    acknowledge: ask('zones.acknowledge'),
  },
  places: {
    /** Finds a place by city, country, airport code, zone or Chinese name. */
    find: ask('places.find'),
  },
  holidays: {
    /** Holidays, weekends and fasts of countries. */
    list: ask('holidays.list'),
  },
  reference: {
    /** Where the reference data comes from and under which licence. */
    attribution: ask('reference.attribution'),
  },
  search: {
    /** One search over everything. */
    find: ask('search.find'),
  },
  history: {
    /** Who changed what, when, from what to what; newest first. */
    list: ask('history.list'),
    /** Takes the last change back; null if there is none. */
    undo: ask('history.undo'),
    /** Brings the last undone change again; null if there is none. */
    redo: ask('history.redo'),
    /** Takes one change back, whenever it was made. */
    revert: ask('history.revert'),
  },
  settings: {
    /** Preferences. */
    show: ask('settings.show'),
    /** Sets preferences. */
    edit: ask('settings.edit'),
  },
  export: {
    /** What an export would hold. */
    preview: ask('export.preview'),
    /** Writes an export where the planner says in the dialog; null if it was cancelled. */
    write: ask('export.write'),
  },
  work: {
    /** Stops long work; what it had written is taken away. */
    cancel: ask('work.cancel'),
  },
} as const
