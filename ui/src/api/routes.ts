// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.

import type {
  AboutPerson,
  AcknowledgeMoved,
  AddEvent,
  AddInvitees,
  AddRecord,
  AlikePage,
  AppStatus,
  ApproveVisit,
  Arrange,
  BackupView,
  BulkPeople,
  CalendarPage,
  CalendarRow,
  CancelWork,
  ChangeKey,
  ChangeLabel,
  ChangePassphrase,
  ChangeView,
  CheckInDesk,
  CheckedIn,
  Choice,
  ChooseImport,
  ChosenFile,
  ChosenImport,
  ChosenPeople,
  ClockFace,
  Comparison,
  ConvertInstant,
  CopyMissionTo,
  CreateWorkspace,
  DayNote,
  DiffIssues,
  DuePage,
  DueReminders,
  EditEvent,
  EditRecord,
  EditSettings,
  ErasePreview,
  EraseRequest,
  Erased,
  EventKey,
  EventPage,
  EventRow,
  ExportPeople,
  ExportPreview,
  Exported,
  ExportedPeople,
  FindAtDesk,
  FindEverything,
  FindPlaces,
  FindingView,
  Forgotten,
  FoundAtDesk,
  HistoryEntry,
  Hit,
  ImportPreview,
  ImportRules,
  Imported,
  InvitationPage,
  Invitees,
  IssueCalendar,
  IssuePreview,
  Issued,
  Letter,
  LetterKey,
  LetterPreview,
  Letters,
  LettersWritten,
  ListAlike,
  ListEvents,
  ListHistory,
  ListHolidays,
  ListInvitees,
  ListMissions,
  ListPeople,
  ListPeopleKeys,
  ListReplies,
  Lists,
  LogPage,
  MarkArrived,
  MergeLetters,
  MergePeople,
  MissionKey,
  MissionMoved,
  MissionPage,
  MissionRow,
  MoveEvent,
  MovePreview,
  MovedByRules,
  NamePeople,
  Nominate,
  Nothing,
  OfEvent,
  OpenWorkspace,
  PaperPreview,
  PaperWritten,
  PastePeople,
  PeopleDone,
  PeopleImported,
  PeoplePage,
  PeoplePreview,
  PersonHit,
  PersonId,
  PersonPage,
  PlaceView,
  PreviewImport,
  PreviewPeople,
  PrintGuests,
  PrintVisit,
  PrivacyDesk,
  Promote,
  ProposalView,
  ReadReplies,
  ReadTime,
  RecordKey,
  ReminderRow,
  RepliesApplied,
  ReplyPreview,
  ReplyRow,
  ResolveLocal,
  ResolvedLocal,
  RunChecks,
  SearchPeople,
  SeatParties,
  SeatingProposal,
  SetKeychain,
  SetParty,
  Settings,
  SettleAttendance,
  Settled,
  ShiftMission,
  ShowBoard,
  ShowCalendar,
  ShowChanges,
  ShowClocks,
  ShowDue,
  ShowEvent,
  ShowInvitation,
  ShowLog,
  ShowMission,
  ShowPerson,
  ShowPrivacy,
  ShowTimeline,
  ShowVisit,
  ShownTime,
  StepInvitations,
  StepVisit,
  Stepped,
  Substitute,
  TimeReading,
  Timeline,
  TwoPeople,
  UnlockWorkspace,
  VerifyReport,
  VisitBoard,
  VisitPage,
  WalkIn,
  WorkspaceInfo,
  WriteExport,
  WriteReport,
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
  /** The privacy desk: notices and who holds them, consent, erasures, and who can see what on this laptop. */
  'privacy.desk': { request: ShowPrivacy; answer: PrivacyDesk }
  /** Whose retention date has passed or comes soon, the earliest first. */
  'privacy.due': { request: ShowDue; answer: DuePage }
  /** Files about people that were written: who, what, how many people, for what, and what became of each. */
  'privacy.log': { request: ShowLog; answer: LogPage }
  /** Writes everything that is held about a person; null if the dialog was cancelled. */
  'privacy.report': { request: WriteReport; answer: ExportedPeople | null }
  /** What erasing a person would do; nothing is changed. */
  'privacy.preview_erase': { request: AboutPerson; answer: ErasePreview }
  /** Erases a person for good, from the tables, the history and every free page of the file; counts stay. */
  'privacy.erase': { request: EraseRequest; answer: Erased }
  /** Takes people who are no longer in the ledger out of the history as well. */
  'privacy.forget_removed': { request: Nothing; answer: Forgotten }
  /** Writes people as a sheet or as cards; null if the dialog was cancelled. */
  'people.export': { request: ExportPeople; answer: ExportedPeople | null }
  /** People: a window of the list, found, filtered, sorted and counted. */
  'people.list': { request: ListPeople; answer: PeoplePage }
  /** Keys of the people of a list, to select rows that are not loaded. */
  'people.keys': { request: ListPeopleKeys; answer: Array<PersonId> }
  /** Everything about one person: their whole story. */
  'people.show': { request: ShowPerson; answer: PersonPage }
  /** Finds people as one types, in any script. */
  'people.search': { request: SearchPeople; answer: Array<PersonHit> }
  /** Names of people by key; who is not there is left out. */
  'people.names': { request: NamePeople; answer: Array<PersonHit> }
  /** Who may be stored twice, the likeliest pairs first. */
  'people.duplicates': { request: ListAlike; answer: AlikePage }
  /** Two records beside each other, and what would become of each field. */
  'people.compare': { request: TwoPeople; answer: Comparison }
  /** Makes one record of two; both histories stay. */
  'people.merge': { request: MergePeople; answer: Written }
  /** Says that two records are two people; they are not proposed again. */
  'people.distinct': { request: TwoPeople; answer: Written }
  /** Does one thing to many people, as one change, and says what was refused. */
  'people.bulk': { request: BulkPeople; answer: PeopleDone }
  /** Asks in the dialog for a list of people; null if it was cancelled. */
  'people.import_choose': { request: Nothing; answer: ChosenPeople | null }
  /** Takes a list of people that was pasted. */
  'people.import_paste': { request: PastePeople; answer: ChosenPeople }
  /** What an import of people would do, row by row; nothing is stored. */
  'people.import_preview': { request: PreviewPeople; answer: PeoplePreview }
  /** Does what the preview showed, as one change. */
  'people.import_commit': { request: PreviewPeople; answer: PeopleImported }
  /** Writes an empty list of people to be filled in; null if the dialog was cancelled. */
  'people.import_template': { request: WriteTemplate; answer: Exported | null }
  /** The invitees of an event: funnel, seats, wait-list, proposals, and a window of the rows. */
  'invitations.list': { request: ListInvitees; answer: Invitees }
  /** Everything about one invitation. */
  'invitations.show': { request: ShowInvitation; answer: InvitationPage }
  /** Puts people on the list of an event; who was on it and had fallen off goes on with the same invitation. */
  'invitations.add': { request: AddInvitees; answer: Stepped }
  /** What adding people would come to. */
  'invitations.preview_add': { request: AddInvitees; answer: Stepped }
  /** What a step with invitations would come to, and who could not take it. */
  'invitations.preview_step': { request: StepInvitations; answer: Stepped }
  /** Takes a step with invitations as one change; who cannot take it stays as they are. */
  'invitations.step': { request: StepInvitations; answer: Stepped }
  /** Says who comes along with a guest. */
  'invitations.party': { request: SetParty; answer: Written }
  /** Somebody else comes instead; the answer names the new invitation. */
  'invitations.substitute': { request: Substitute; answer: Written }
  /** Who on the wait-list could have a seat now. */
  'invitations.proposals': { request: OfEvent; answer: Array<ProposalView> }
  /** Gives a seat to some who wait. */
  'invitations.promote': { request: Promote; answer: Stepped }
  /** How those who come could be seated at the tables. */
  'invitations.propose_seats': { request: OfEvent; answer: SeatingProposal }
  /** Seats parties at tables. */
  'invitations.seat': { request: SeatParties; answer: Stepped }
  /** Sets holds, quotas, tables and reminders of an event. */
  'invitations.arrange': { request: Arrange; answer: Written }
  /** Guests who should be reminded today, by each venue's day. */
  'reminders.due': { request: DueReminders; answer: Array<ReminderRow> }
  /** What guests answered by calendar, newest first. */
  'replies.list': { request: ListReplies; answer: Array<ReplyRow> }
  /** Asks in the dialog for an answer, `.eml` or `.ics`; null if it was cancelled. */
  'replies.choose': { request: Nothing; answer: ChosenImport | null }
  /** What answers mean, one by one; nothing is stored. */
  'replies.preview': { request: ReadReplies; answer: ReplyPreview }
  /** Takes answers as one change. */
  'replies.apply': { request: ReadReplies; answer: RepliesApplied }
  /** Templates of letters, and the fields they may name. */
  'letters.list': { request: Nothing; answer: Letters }
  /** One template, to be edited by `records.edit`. */
  'letters.show': { request: LetterKey; answer: Letter }
  /** What letters to guests would say, and who gets none. */
  'letters.preview': { request: MergeLetters; answer: LetterPreview }
  /** Writes letters to guests where the planner says; null if the dialog was cancelled. */
  'letters.write': { request: MergeLetters; answer: LettersWritten | null }
  /** The desk of an event: who is expected, who came. */
  'checkin.show': { request: OfEvent; answer: CheckInDesk }
  /** Finds a guest at the desk by name or badge. */
  'checkin.find': { request: FindAtDesk; answer: FoundAtDesk }
  /** Checks a party in, in whole or in part, or takes it back. */
  'checkin.mark': { request: MarkArrived; answer: CheckedIn }
  /** Lets somebody in who is not on the list. */
  'checkin.walk_in': { request: WalkIn; answer: CheckedIn }
  /** What settling attendance would come to. */
  'checkin.preview_settle': { request: SettleAttendance; answer: Settled }
  /** Settles attendance: who came attended, who said so and did not come is a no-show. */
  'checkin.settle': { request: SettleAttendance; answer: Settled }
  /** What badges, table cards or the door list would look like. */
  'guests.preview_paper': { request: PrintGuests; answer: PaperPreview }
  /** Writes badges, table cards or the door list; null if the dialog was cancelled. */
  'guests.paper': { request: PrintGuests; answer: PaperWritten | null }
  /** Visits of leading talents by stage. */
  'visits.board': { request: ShowBoard; answer: VisitBoard }
  /** Everything about one visit. */
  'visits.show': { request: ShowVisit; answer: VisitPage }
  /** Nominates somebody for a visit. */
  'visits.nominate': { request: Nominate; answer: Written }
  /** Records what somebody decided about a nomination. */
  'visits.approve': { request: ApproveVisit; answer: Written }
  /** Takes a visit to a stage. */
  'visits.step': { request: StepVisit; answer: Written }
  /** What the booklet of a visit would look like. */
  'visits.preview_booklet': { request: PrintVisit; answer: PaperPreview }
  /** Writes the booklet of a visit; null if the dialog was cancelled. */
  'visits.booklet': { request: PrintVisit; answer: PaperWritten | null }
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
  'calendars.list': 'read',
  'calendars.show': 'read',
  'calendars.changes': 'read',
  'calendars.diff': 'read',
  'calendars.preview_issue': 'long',
  'calendars.issue': 'long',
  'export.preview': 'long',
  'export.write': 'long',
  'privacy.desk': 'read',
  'privacy.due': 'read',
  'privacy.log': 'read',
  'privacy.report': 'long',
  'privacy.preview_erase': 'read',
  'privacy.erase': 'long',
  'privacy.forget_removed': 'long',
  'people.export': 'long',
  'people.list': 'read',
  'people.keys': 'read',
  'people.show': 'read',
  'people.search': 'read',
  'people.names': 'read',
  'people.duplicates': 'long',
  'people.compare': 'read',
  'people.merge': 'write',
  'people.distinct': 'write',
  'people.bulk': 'write',
  'people.import_choose': 'read',
  'people.import_paste': 'read',
  'people.import_preview': 'long',
  'people.import_commit': 'long',
  'people.import_template': 'write',
  'invitations.list': 'read',
  'invitations.show': 'read',
  'invitations.add': 'write',
  'invitations.preview_add': 'read',
  'invitations.preview_step': 'read',
  'invitations.step': 'write',
  'invitations.party': 'write',
  'invitations.substitute': 'write',
  'invitations.proposals': 'read',
  'invitations.promote': 'write',
  'invitations.propose_seats': 'read',
  'invitations.seat': 'write',
  'invitations.arrange': 'write',
  'reminders.due': 'read',
  'replies.list': 'read',
  'replies.choose': 'read',
  'replies.preview': 'read',
  'replies.apply': 'write',
  'letters.list': 'read',
  'letters.show': 'read',
  'letters.preview': 'read',
  'letters.write': 'long',
  'checkin.show': 'read',
  'checkin.find': 'read',
  'checkin.mark': 'write',
  'checkin.walk_in': 'write',
  'checkin.preview_settle': 'read',
  'checkin.settle': 'write',
  'guests.preview_paper': 'long',
  'guests.paper': 'long',
  'visits.board': 'read',
  'visits.show': 'read',
  'visits.nominate': 'write',
  'visits.approve': 'write',
  'visits.step': 'write',
  'visits.preview_booklet': 'long',
  'visits.booklet': 'long',
  'work.cancel': 'write',
} as const satisfies Record<RouteName, 'read' | 'write' | 'long'>
