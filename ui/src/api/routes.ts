// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.

import type {
  AcknowledgeMoved,
  AddEvent,
  AddRecord,
  AppStatus,
  BackupView,
  CalendarPage,
  CalendarRow,
  CancelWork,
  ChangeKey,
  ChangeLabel,
  ChangePassphrase,
  ChangeView,
  Choice,
  ChooseImport,
  ChosenFile,
  ChosenImport,
  ClockFace,
  ConvertInstant,
  CopyMissionTo,
  CreateWorkspace,
  DayNote,
  DiffIssues,
  EditEvent,
  EditRecord,
  EditSettings,
  EventKey,
  EventPage,
  EventRow,
  ExportPreview,
  Exported,
  FindEverything,
  FindPlaces,
  FindingView,
  HistoryEntry,
  Hit,
  ImportPreview,
  ImportRules,
  Imported,
  IssueCalendar,
  IssuePreview,
  Issued,
  ListEvents,
  ListHistory,
  ListHolidays,
  ListMissions,
  ListReplies,
  Lists,
  MissionKey,
  MissionMoved,
  MissionPage,
  MissionRow,
  MoveEvent,
  MovePreview,
  MovedByRules,
  Nothing,
  OpenWorkspace,
  PlaceView,
  PreviewImport,
  ReadTime,
  RecordKey,
  ReplyRow,
  ResolveLocal,
  ResolvedLocal,
  RunChecks,
  SetKeychain,
  Settings,
  ShiftMission,
  ShowCalendar,
  ShowChanges,
  ShowClocks,
  ShowEvent,
  ShowMission,
  ShowTimeline,
  ShownTime,
  TimeReading,
  Timeline,
  UnlockWorkspace,
  VerifyReport,
  WorkspaceInfo,
  WriteExport,
  WriteTemplate,
  WriteVtimezone,
  Written,
  ZoneStatus,
} from './types'

/** What each route takes and answers. */
export interface Routes {
  /** What the frame shows: the workspace's state, recent files, zone rules, preferences, undo. */
  'app.status': { request: Nothing; answer: AppStatus }
  /** What time it is now in some zones. */
  'app.clocks': { request: ShowClocks; answer: Array<ClockFace> }
  /** Makes a workspace where the planner says in the dialog; null if the dialog was cancelled. */
  'workspace.create': { request: CreateWorkspace; answer: WorkspaceInfo | null }
  /** Asks in the dialog for a workspace to open; null if the dialog was cancelled. */
  'workspace.choose': { request: Nothing; answer: ChosenFile | null }
  /** Opens a chosen or recent workspace. */
  'workspace.open': { request: OpenWorkspace; answer: WorkspaceInfo }
  /** Opens the locked workspace again. */
  'workspace.unlock': { request: UnlockWorkspace; answer: WorkspaceInfo }
  /** Locks the workspace and forgets its key. */
  'workspace.lock': { request: Nothing; answer: null }
  /** Closes the workspace. */
  'workspace.close': { request: Nothing; answer: null }
  /** Exchanges the passphrase. */
  'workspace.change_passphrase': { request: ChangePassphrase; answer: null }
  /** Puts the workspace's key into the system keychain, or takes it out. */
  'workspace.set_keychain': { request: SetKeychain; answer: null }
  /** Checks the file's pages and that its tables are what its history says. */
  'workspace.verify': { request: Nothing; answer: VerifyReport }
  /** Makes a verified backup. */
  'workspace.backup': { request: Nothing; answer: BackupView }
  /** The backups there are, newest first. */
  'workspace.backups': { request: Nothing; answer: Array<BackupView> }
  /** Puts a backup in the workspace's place; what was there is kept as a backup. */
  'workspace.restore': { request: Choice; answer: WorkspaceInfo }
  /** All that can be chosen in a field. */
  'lists.show': { request: Nothing; answer: Lists }
  /** Makes a record. */
  'records.add': { request: AddRecord; answer: Written }
  /** Sets fields of a record. */
  'records.edit': { request: EditRecord; answer: Written }
  /** Removes a record; a mission goes with its legs and events, a record in use is refused. */
  'records.remove': { request: RecordKey; answer: Written }
  /** Missions and events by row and day: the year at a glance. */
  'timeline.show': { request: ShowTimeline; answer: Timeline }
  /** Events in order of their start. */
  'events.list': { request: ListEvents; answer: Array<EventRow> }
  /** Everything about one event. */
  'events.show': { request: ShowEvent; answer: EventPage }
  /** Makes an event; what is not set comes from its mission and leg. */
  'events.add': { request: AddEvent; answer: Written }
  /** Sets fields of an event. */
  'events.edit': { request: EditEvent; answer: Written }
  /** Moves an event in time. */
  'events.move': { request: MoveEvent; answer: Written }
  /** When an event would be after a move, and what the checks would say. */
  'events.preview_move': { request: MoveEvent; answer: MovePreview }
  /** Cancels an event; it stays in the programme, struck out. */
  'events.cancel': { request: EventKey; answer: Written }
  /** Removes an event. */
  'events.remove': { request: EventKey; answer: Written }
  /** Makes an event like this one, as an idea. */
  'events.duplicate': { request: EventKey; answer: Written }
  /** Missions in order of their first day. */
  'missions.list': { request: ListMissions; answer: Array<MissionRow> }
  /** Everything about one mission, day by day. */
  'missions.show': { request: ShowMission; answer: MissionPage }
  /** Moves a mission by days with everything in it; wall times are kept. */
  'missions.shift': { request: ShiftMission; answer: MissionMoved }
  /** What moving a mission would do. */
  'missions.preview_shift': { request: ShiftMission; answer: MissionMoved }
  /** Copies a mission to other dates and cities; wall times are kept, zones exchanged. */
  'missions.copy': { request: CopyMissionTo; answer: MissionMoved }
  /** What copying a mission would do. */
  'missions.preview_copy': { request: CopyMissionTo; answer: MissionMoved }
  /** Cancels a mission and the events in it that are still to come about. */
  'missions.cancel': { request: MissionKey; answer: Written }
  /** What the checks find: of everything, of a mission or of an event; the worst first. */
  'checks.run': { request: RunChecks; answer: Array<FindingView> }
  /** Reads a line typed into a date-time field. */
  'times.read': { request: ReadTime; answer: TimeReading }
  /** The zone rules in force and those that were found beside them. */
  'zones.status': { request: Nothing; answer: ZoneStatus }
  /** What a wall time is in a zone: unique, in a gap or in a fold. */
  'zones.resolve': { request: ResolveLocal; answer: ResolvedLocal }
  /** What an instant is in a zone. */
  'zones.convert': { request: ConvertInstant; answer: ShownTime }
  /** VTIMEZONE components of zones. */
  'zones.vtimezone': { request: WriteVtimezone; answer: string }
  /** Every zone name the rules know. */
  'zones.names': { request: Nothing; answer: Array<string> }
  /** Takes zone rules from a folder or a file the planner chooses in the dialog; null if it was cancelled. */
  'zones.import': { request: ImportRules; answer: ZoneStatus | null }
  /** Brings the rules into force again that were before the last import. */
  'zones.roll_back': { request: Nothing; answer: ZoneStatus }
  /** Events whose instant changed with the zone rules and that nobody has looked at yet, before and after. */
  'zones.moved': { request: Nothing; answer: Array<MovedByRules> }
  /** Takes the mark off events that the zone rules moved; none named: off all. */
  'zones.acknowledge': { request: AcknowledgeMoved; answer: null }
  /** Finds a place by city, country, airport code, zone or Chinese name. */
  'places.find': { request: FindPlaces; answer: Array<PlaceView> }
  /** Holidays, weekends and fasts of countries. */
  'holidays.list': { request: ListHolidays; answer: Array<DayNote> }
  /** Where the reference data comes from and under which licence. */
  'reference.attribution': { request: Nothing; answer: string }
  /** One search over everything. */
  'search.find': { request: FindEverything; answer: Array<Hit> }
  /** Who changed what, when, from what to what; newest first. */
  'history.list': { request: ListHistory; answer: Array<HistoryEntry> }
  /** Takes the last change back; null if there is none. */
  'history.undo': { request: Nothing; answer: ChangeLabel | null }
  /** Brings the last undone change again; null if there is none. */
  'history.redo': { request: Nothing; answer: ChangeLabel | null }
  /** Takes one change back, whenever it was made. */
  'history.revert': { request: ChangeKey; answer: ChangeLabel }
  /** Preferences. */
  'settings.show': { request: Nothing; answer: Settings }
  /** Sets preferences. */
  'settings.edit': { request: EditSettings; answer: Settings }
  /** Asks in the dialog for a calendar or spreadsheet of others; null if it was cancelled. */
  'imports.choose': { request: ChooseImport; answer: ChosenImport | null }
  /** What an import would do, event by event; nothing is stored. */
  'imports.preview': { request: PreviewImport; answer: ImportPreview }
  /** Does what the preview showed, as one change. */
  'imports.commit': { request: PreviewImport; answer: Imported }
  /** Writes an empty programme sheet to be filled in; null if the dialog was cancelled. */
  'imports.template': { request: WriteTemplate; answer: Exported | null }
  /** What guests answered by calendar, newest first. */
  'replies.list': { request: ListReplies; answer: Array<ReplyRow> }
  /** Calendars that are given out, each with who is behind. */
  'calendars.list': { request: Nothing; answer: Array<CalendarRow> }
  /** One calendar: its recipients with what each holds, and its issues. */
  'calendars.show': { request: ShowCalendar; answer: CalendarPage }
  /** What changed since each recipient's last issue, in sentences. */
  'calendars.changes': { request: ShowChanges; answer: Array<ChangeView> }
  /** What changed from one issue to another, or to now. */
  'calendars.diff': { request: DiffIssues; answer: Array<ChangeView> }
  /** What an issue would hold; nothing is written. */
  'calendars.preview_issue': { request: IssueCalendar; answer: IssuePreview }
  /** Writes an issue into a folder the planner chooses and records who holds what; null if it was cancelled. */
  'calendars.issue': { request: IssueCalendar; answer: Issued | null }
  /** What an export would hold. */
  'export.preview': { request: WriteExport; answer: ExportPreview }
  /** Writes an export where the planner says in the dialog; null if it was cancelled. */
  'export.write': { request: WriteExport; answer: Exported | null }
  /** Stops long work; what it had written is taken away. */
  'work.cancel': { request: CancelWork; answer: null }
}

/** The name of a route. */
export type RouteName = keyof Routes

/** Every route, with what it does to the workspace. */
export const routeNames = {
  'app.status': 'read',
  'app.clocks': 'read',
  'workspace.create': 'write',
  'workspace.choose': 'read',
  'workspace.open': 'write',
  'workspace.unlock': 'write',
  'workspace.lock': 'write',
  'workspace.close': 'write',
  'workspace.change_passphrase': 'write',
  'workspace.set_keychain': 'write',
  'workspace.verify': 'long',
  'workspace.backup': 'long',
  'workspace.backups': 'read',
  'workspace.restore': 'long',
  'lists.show': 'read',
  'records.add': 'write',
  'records.edit': 'write',
  'records.remove': 'write',
  'timeline.show': 'read',
  'events.list': 'read',
  'events.show': 'read',
  'events.add': 'write',
  'events.edit': 'write',
  'events.move': 'write',
  'events.preview_move': 'read',
  'events.cancel': 'write',
  'events.remove': 'write',
  'events.duplicate': 'write',
  'missions.list': 'read',
  'missions.show': 'read',
  'missions.shift': 'write',
  'missions.preview_shift': 'read',
  'missions.copy': 'write',
  'missions.preview_copy': 'read',
  'missions.cancel': 'write',
  'checks.run': 'read',
  'times.read': 'read',
  'zones.status': 'read',
  'zones.resolve': 'read',
  'zones.convert': 'read',
  'zones.vtimezone': 'read',
  'zones.names': 'read',
  'zones.import': 'write',
  'zones.roll_back': 'write',
  'zones.moved': 'read',
  'zones.acknowledge': 'write',
  'places.find': 'read',
  'holidays.list': 'read',
  'reference.attribution': 'read',
  'search.find': 'read',
  'history.list': 'read',
  'history.undo': 'write',
  'history.redo': 'write',
  'history.revert': 'write',
  'settings.show': 'read',
  'settings.edit': 'write',
  'imports.choose': 'read',
  'imports.preview': 'long',
  'imports.commit': 'long',
  'imports.template': 'write',
  'replies.list': 'read',
  'calendars.list': 'read',
  'calendars.show': 'read',
  'calendars.changes': 'read',
  'calendars.diff': 'read',
  'calendars.preview_issue': 'long',
  'calendars.issue': 'long',
  'export.preview': 'long',
  'export.write': 'long',
  'work.cancel': 'write',
} as const satisfies Record<RouteName, 'read' | 'write' | 'long'>
