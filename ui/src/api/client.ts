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
  privacy: {
    /** The privacy desk: notices and who holds them, consent, erasures, and who can see what on this laptop. */
    desk: asks('privacy.desk'),
    /** Whose retention date has passed or comes soon, the earliest first. */
    due: asks('privacy.due'),
    /** Files about people that were written: who, what, how many people, for what, and what became of each. */
    log: asks('privacy.log'),
    /** Writes everything that is held about a person; null if the dialog was cancelled. */
    report: asks('privacy.report'),
    /** What erasing a person would do; nothing is changed. */
    preview_erase: asks('privacy.preview_erase'),
    /** Erases a person for good, from the tables, the history and every free page of the file; counts stay. */
    erase: asks('privacy.erase'),
    /** Takes people who are no longer in the ledger out of the history as well. */
    forget_removed: asks('privacy.forget_removed'),
  },
  people: {
    /** Writes people as a sheet or as cards; null if the dialog was cancelled. */
    export: asks('people.export'),
    /** People: a window of the list, found, filtered, sorted and counted. */
    list: asks('people.list'),
    /** Keys of the people of a list, to select rows that are not loaded. */
    keys: asks('people.keys'),
    /** Everything about one person: their whole story. */
    show: asks('people.show'),
    /** Finds people as one types, in any script. */
    search: asks('people.search'),
    /** Names of people by key; who is not there is left out. */
    names: asks('people.names'),
    /** Who may be stored twice, the likeliest pairs first. */
    duplicates: asks('people.duplicates'),
    /** Two records beside each other, and what would become of each field. */
    compare: asks('people.compare'),
    /** Makes one record of two; both histories stay. */
    merge: asks('people.merge'),
    /** Says that two records are two people; they are not proposed again. */
    distinct: asks('people.distinct'),
    /** Does one thing to many people, as one change, and says what was refused. */
    bulk: asks('people.bulk'),
    /** Asks in the dialog for a list of people; null if it was cancelled. */
    import_choose: asks('people.import_choose'),
    /** Takes a list of people that was pasted. */
    import_paste: asks('people.import_paste'),
    /** What an import of people would do, row by row; nothing is stored. */
    import_preview: asks('people.import_preview'),
    /** Does what the preview showed, as one change. */
    import_commit: asks('people.import_commit'),
    /** Writes an empty list of people to be filled in; null if the dialog was cancelled. */
    import_template: asks('people.import_template'),
  },
  invitations: {
    /** The invitees of an event: funnel, seats, wait-list, proposals, and a window of the rows. */
    list: asks('invitations.list'),
    /** Everything about one invitation. */
    show: asks('invitations.show'),
    /** Puts people on the list of an event; who was on it and had fallen off goes on with the same invitation. */
    add: asks('invitations.add'),
    /** What adding people would come to. */
    preview_add: asks('invitations.preview_add'),
    /** What a step with invitations would come to, and who could not take it. */
    preview_step: asks('invitations.preview_step'),
    /** Takes a step with invitations as one change; who cannot take it stays as they are. */
    step: asks('invitations.step'),
    /** Says who comes along with a guest. */
    party: asks('invitations.party'),
    /** Somebody else comes instead; the answer names the new invitation. */
    substitute: asks('invitations.substitute'),
    /** Who on the wait-list could have a seat now. */
    proposals: asks('invitations.proposals'),
    /** Gives a seat to some who wait. */
    promote: asks('invitations.promote'),
    /** How those who come could be seated at the tables. */
    propose_seats: asks('invitations.propose_seats'),
    /** Seats parties at tables. */
    seat: asks('invitations.seat'),
    /** Sets holds, quotas, tables and reminders of an event. */
    arrange: asks('invitations.arrange'),
  },
  reminders: {
    /** Guests who should be reminded today, by each venue's day. */
    due: asks('reminders.due'),
  },
  replies: {
    /** What guests answered by calendar, newest first. */
    list: asks('replies.list'),
    /** Asks in the dialog for an answer, `.eml` or `.ics`; null if it was cancelled. */
    choose: asks('replies.choose'),
    /** What answers mean, one by one; nothing is stored. */
    preview: asks('replies.preview'),
    /** Takes answers as one change. */
    apply: asks('replies.apply'),
  },
  letters: {
    /** Templates of letters, and the fields they may name. */
    list: asks('letters.list'),
    /** One template, to be edited by `records.edit`. */
    show: asks('letters.show'),
    /** What letters to guests would say, and who gets none. */
    preview: asks('letters.preview'),
    /** Writes letters to guests where the planner says; null if the dialog was cancelled. */
    write: asks('letters.write'),
  },
  checkin: {
    /** The desk of an event: who is expected, who came. */
    show: asks('checkin.show'),
    /** Finds a guest at the desk by name or badge. */
    find: asks('checkin.find'),
    /** Checks a party in, in whole or in part, or takes it back. */
    mark: asks('checkin.mark'),
    /** Lets somebody in who is not on the list. */
    walk_in: asks('checkin.walk_in'),
    /** What settling attendance would come to. */
    preview_settle: asks('checkin.preview_settle'),
    /** Settles attendance: who came attended, who said so and did not come is a no-show. */
    settle: asks('checkin.settle'),
  },
  guests: {
    /** What badges, table cards or the door list would look like. */
    preview_paper: asks('guests.preview_paper'),
    /** Writes badges, table cards or the door list; null if the dialog was cancelled. */
    paper: asks('guests.paper'),
  },
  visits: {
    /** Visits of leading talents by stage. */
    board: asks('visits.board'),
    /** Everything about one visit. */
    show: asks('visits.show'),
    /** Nominates somebody for a visit. */
    nominate: asks('visits.nominate'),
    /** Records what somebody decided about a nomination. */
    approve: asks('visits.approve'),
    /** Takes a visit to a stage. */
    step: asks('visits.step'),
    /** What the booklet of a visit would look like. */
    preview_booklet: asks('visits.preview_booklet'),
    /** Writes the booklet of a visit; null if the dialog was cancelled. */
    booklet: asks('visits.booklet'),
  },
  work: {
    /** Stops long work; what it had written is taken away. */
    cancel: asks('work.cancel'),
  },
} as const
