// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.

import { call } from '$platform'
import type { Routes } from './routes'

/** Asks one route. */
export function ask<R extends keyof Routes>(route: R, request: Routes[R]['request']): Promise<Routes[R]['answer']> {
  return call<Routes[R]['answer']>(route, request)
}

type Asked<R extends keyof Routes> = Routes[R]['request'] extends Record<string, never>
  ? () => Promise<Routes[R]['answer']>
  : (request: Routes[R]['request']) => Promise<Routes[R]['answer']>

const asks = <R extends keyof Routes>(route: R) =>
  ((request?: Routes[R]['request']) => ask(route, request ?? ({} as Routes[R]['request']))) as Asked<R>

/** Every route as a function: `api.events.list({ language: 'en' })`. */
export const api = {
  app: {
    /** What the frame shows: the workspace's state, recent files, zone rules, preferences, undo. */
    status: asks('app.status'),
    /** What time it is now in some zones. */
    clocks: asks('app.clocks'),
  },
  workspace: {
    /** Makes a workspace where the planner says in the dialog; null if the dialog was cancelled. */
    create: asks('workspace.create'),
    /** Asks in the dialog for a workspace to open; null if the dialog was cancelled. */
    choose: asks('workspace.choose'),
    /** Opens a chosen or recent workspace. */
    open: asks('workspace.open'),
    /** Opens the locked workspace again. */
    unlock: asks('workspace.unlock'),
    /** Locks the workspace and forgets its key. */
    lock: asks('workspace.lock'),
    /** Closes the workspace. */
    close: asks('workspace.close'),
    /** Exchanges the passphrase. */
    change_passphrase: asks('workspace.change_passphrase'),
    /** Puts the workspace's key into the system keychain, or takes it out. */
    set_keychain: asks('workspace.set_keychain'),
    /** Checks the file's pages and that its tables are what its history says. */
    verify: asks('workspace.verify'),
    /** Makes a verified backup. */
    backup: asks('workspace.backup'),
    /** The backups there are, newest first. */
    backups: asks('workspace.backups'),
    /** Puts a backup in the workspace's place; what was there is kept as a backup. */
    restore: asks('workspace.restore'),
  },
  lists: {
    /** All that can be chosen in a field. */
    show: asks('lists.show'),
  },
  records: {
    /** Makes a record. */
    add: asks('records.add'),
    /** Sets fields of a record. */
    edit: asks('records.edit'),
    /** Removes a record; a mission goes with its legs and events, a record in use is refused. */
    remove: asks('records.remove'),
  },
  timeline: {
    /** Missions and events by row and day: the year at a glance. */
    show: asks('timeline.show'),
  },
  events: {
    /** Events in order of their start. */
    list: asks('events.list'),
    /** Everything about one event. */
    show: asks('events.show'),
    /** Makes an event; what is not set comes from its mission and leg. */
    add: asks('events.add'),
    /** Sets fields of an event. */
    edit: asks('events.edit'),
    /** Moves an event in time. */
    move: asks('events.move'),
    /** When an event would be after a move, and what the checks would say. */
    preview_move: asks('events.preview_move'),
    /** Cancels an event; it stays in the programme, struck out. */
    cancel: asks('events.cancel'),
    /** Removes an event. */
    remove: asks('events.remove'),
    /** Makes an event like this one, as an idea. */
    duplicate: asks('events.duplicate'),
  },
  missions: {
    /** Missions in order of their first day. */
    list: asks('missions.list'),
    /** Everything about one mission, day by day. */
    show: asks('missions.show'),
    /** Moves a mission by days with everything in it; wall times are kept. */
    shift: asks('missions.shift'),
    /** What moving a mission would do. */
    preview_shift: asks('missions.preview_shift'),
    /** Copies a mission to other dates and cities; wall times are kept, zones exchanged. */
    copy: asks('missions.copy'),
    /** What copying a mission would do. */
    preview_copy: asks('missions.preview_copy'),
    /** Cancels a mission and the events in it that are still to come about. */
    cancel: asks('missions.cancel'),
  },
  checks: {
    /** What the checks find: of everything, of a mission or of an event; the worst first. */
    run: asks('checks.run'),
  },
  times: {
    /** Reads a line typed into a date-time field. */
    read: asks('times.read'),
  },
  zones: {
    /** The zone rules in force and those that were found beside them. */
    status: asks('zones.status'),
    /** What a wall time is in a zone: unique, in a gap or in a fold. */
    resolve: asks('zones.resolve'),
    /** What an instant is in a zone. */
    convert: asks('zones.convert'),
    /** VTIMEZONE components of zones. */
    vtimezone: asks('zones.vtimezone'),
    /** Every zone name the rules know. */
    names: asks('zones.names'),
    /** Takes zone rules from a folder or a file the planner chooses in the dialog; null if it was cancelled. */
    import: asks('zones.import'),
    /** Brings the rules into force again that were before the last import. */
    roll_back: asks('zones.roll_back'),
    /** Events whose instant changed with the zone rules and that nobody has looked at yet, before and after. */
    moved: asks('zones.moved'),
    /** Takes the mark off events that the zone rules moved; none named: off all. */
    acknowledge: asks('zones.acknowledge'),
  },
  places: {
    /** Finds a place by city, country, airport code, zone or Chinese name. */
    find: asks('places.find'),
  },
  holidays: {
    /** Holidays, weekends and fasts of countries. */
    list: asks('holidays.list'),
  },
  reference: {
    /** Where the reference data comes from and under which licence. */
    attribution: asks('reference.attribution'),
  },
  search: {
    /** One search over everything. */
    find: asks('search.find'),
  },
  history: {
    /** Who changed what, when, from what to what; newest first. */
    list: asks('history.list'),
    /** Takes the last change back; null if there is none. */
    undo: asks('history.undo'),
    /** Brings the last undone change again; null if there is none. */
    redo: asks('history.redo'),
    /** Takes one change back, whenever it was made. */
    revert: asks('history.revert'),
  },
  settings: {
    /** Preferences. */
    show: asks('settings.show'),
    /** Sets preferences. */
    edit: asks('settings.edit'),
  },
  imports: {
    /** Asks in the dialog for a calendar or spreadsheet of others; null if it was cancelled. */
    choose: asks('imports.choose'),
    /** What an import would do, event by event; nothing is stored. */
    preview: asks('imports.preview'),
    /** Does what the preview showed, as one change. */
    commit: asks('imports.commit'),
    /** Writes an empty programme sheet to be filled in; null if the dialog was cancelled. */
    template: asks('imports.template'),
  },
  replies: {
    /** What guests answered by calendar, newest first. */
    list: asks('replies.list'),
  },
  calendars: {
    /** Calendars that are given out, each with who is behind. */
    list: asks('calendars.list'),
    /** One calendar: its recipients with what each holds, and its issues. */
    show: asks('calendars.show'),
    /** What changed since each recipient's last issue, in sentences. */
    changes: asks('calendars.changes'),
    /** What changed from one issue to another, or to now. */
    diff: asks('calendars.diff'),
    /** What an issue would hold; nothing is written. */
    preview_issue: asks('calendars.preview_issue'),
    /** Writes an issue into a folder the planner chooses and records who holds what; null if it was cancelled. */
    issue: asks('calendars.issue'),
  },
  export: {
    /** What an export would hold. */
    preview: asks('export.preview'),
    /** Writes an export where the planner says in the dialog; null if it was cancelled. */
    write: asks('export.write'),
  },
  work: {
    /** Stops long work; what it had written is taken away. */
    cancel: asks('work.cancel'),
  },
} as const
