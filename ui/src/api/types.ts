// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.

/** Names a person. */
export type AboutPerson = {
  /** Who. */
  person: PersonId,
  /** The language of names. */
  language?: Language, };

/** Takes the mark off events that the zone rules moved. */
export type AcknowledgeMoved = {
  /** Which events; an empty list means all. */
  events?: Array<EventId>, };

/** Makes an event. What is not set comes from the mission, the leg and sensible beginnings. */
export type AddEvent = {
  /** Fields of the record; at least a title or a kind. */
  set: Partial<Event>, };

/**
 * Puts people on the list of an event. Who was on it and withdrew, declined or could not be reached goes on with the
 * same invitation and its history.
 */
export type AddInvitees = {
  /** Of this event. */
  event: EventId,
  /** These people. */
  people: Array<PersonId>,
  /** As what. */
  role?: InviteeRole,
  /** Counted under this segment; empty for none. */
  segment?: string,
  /** Whether they may take seats held for VIPs; without it those whose role says so. */
  vip?: boolean | null,
  /** At this status: `long_listed` (if not said), `short_listed` or `invited`. */
  to?: InvitationStatus,
  /** What is written along. */
  note?: string, };

/** Makes a record. */
export type AddRecord = {
  /** Of this kind. */
  kind: RecordKind,
  /** With these fields; others begin empty. */
  set: Record<string, unknown>, };

/** A wall time that had to be read another way. */
export type AdjustedTime = {
  /** Of what. */
  what: Wording,
  /** The wall time that was wanted. */
  wanted: string,
  /** `gap` or `fold`. */
  kind: string,
  /** The time that was taken. */
  taken: ShownTime, };

/** How sure pairs must be. */
export type AlikeBand = "likely" | "possible" | "all";

/** A window of the pairs, the likeliest first. Pairs that a planner called distinct are not among them. */
export type AlikePage = {
  /** How many people were compared. */
  people: number,
  /** Likely pairs. */
  likely: number,
  /** Possible pairs. */
  possible: number,
  /** Pairs in the band asked for. */
  total: number,
  /** The first pair of this window, from 0. */
  from: number,
  /** The window. */
  rows: Array<AlikePair>, };

/** Two records that may be one person. */
export type AlikePair = {
  /** The older record. */
  one: PersonRow,
  /** The younger record. */
  other: PersonRow,
  /** How sure it is, 0 to 1. */
  score: number,
  /** Whether it is likely. */
  likely: boolean,
  /** Why. */
  reasons: Array<AlikeReason>, };

/** Why two records look alike. */
export type AlikeReason = {
  /**
   * A key of the words: `same_chinese_name`, `same_chinese_name_other_script`, `romanised`, `same_latin_name`,
   * `name_order`, `typo`, `same_email`, `same_telephone`, `same_organisation`, …
   */
  code: string,
  /** How much it counts; below 0 it speaks against. */
  weight: number, };

/** Somebody who may be the same. */
export type AlikeView = {
  /** The other record; of a row of the same file what it was read as. */
  other: PersonRow,
  /** The row of the same file it stands in; none for a record that is stored. */
  row: number | null,
  /** How sure it is, 0 to 1. */
  score: number,
  /** Whether it is likely enough to be proposed by itself. */
  likely: boolean,
  /** Why. */
  reasons: Array<AlikeReason>, };

/** What the frame shows. */
export type AppStatus = {
  /** The program's version. */
  version: string,
  /** Which state the workspace is in. */
  state: WorkspaceState,
  /** The open or locked workspace. */
  workspace: WorkspaceInfo | null,
  /** Workspaces opened before on this machine, newest first. */
  recent: Array<RecentWorkspace>,
  /** The zone rules in force. */
  zones: ZoneStatus,
  /** Preferences. */
  settings: Settings,
  /** How many problems and warnings the checks found in all; none before a workspace is open. */
  findings: FindingCounts | null,
  /** What Ctrl Z would take back, and what Ctrl Shift Z would bring again. */
  undo: ChangeLabel | null,
  /** See `undo`. */
  redo: ChangeLabel | null,
  /** When the last change was written, Hong Kong wall time `14:05:11`. */
  saved: string | null,
  /** Why the daily backup could not be made, if it could not. */
  backup_trouble: ErrorView | null,
  /** How many events were moved by changed zone rules and not looked at yet. */
  moved_by_rules: number, };

/** What somebody decided about a nomination. */
export type Approval = {
  /** Who. */
  by: string,
  /** When. */
  on: string,
  /** What. */
  verdict: Verdict,
  /** Why, or under what condition. */
  note: string, };

/**
 * Records what somebody decided about a nomination. The stage follows where it has to: `approved` or `closed`. One
 * that is closed is refused (`visit_closed`) unless the decision is a further no.
 */
export type ApproveVisit = {
  /** Which. */
  id: VisitId,
  /** Who decided. */
  by: string,
  /** When; without it today in Hong Kong. */
  on?: string | null,
  /** What. */
  verdict: Verdict,
  /** Why, or under what condition. */
  note?: string, };

/**
 * Sets how the seats of an event are given out; makes the arrangement where there is none. What is not set stays.
 * The number of seats itself is the event's `capacity` (`events.edit`).
 */
export type Arrange = {
  /** Of this event. */
  event: EventId,
  /** Fields of the arrangement: `vip_held`, `quotas`, `tables`, `reply_by`, `remind_days`. */
  set: Partial<Arrangement>, };

/**
 * Seats, quotas and reminders of one event; at most one an event. How many seats there are is the event's
 * `capacity`.
 */
export type Arrangement = {
  /** Key. */
  id: ArrangementId,
  /** The event. */
  event: EventId,
  /** Seats kept for VIPs out of the capacity. */
  vip_held: number,
  /** Seats that a segment may take at most. */
  quotas: Array<Quota>,
  /** Tables or blocks of seats. */
  tables: Array<Table>,
  /** By when an answer is asked for, by the venue's calendar. */
  reply_by: string | null,
  /** So many days before the event those who have not answered are reminded. */
  remind_days: Array<number>, };

/** Key of an [`crate::people::Arrangement`]. */
export type ArrangementId = string;

/** For whom something is given out, and so how much it may say. */
export type Audience = "public" | "partner" | "internal";

/** A backup beside the workspace. */
export type BackupView = {
  /** What `workspace.restore` takes. */
  choice: number,
  /** The file's name. */
  name: string,
  /** When it was made, Hong Kong wall time. */
  made: string,
  /** Bytes. */
  size: number, };

/** An event to which both are invited. */
export type BothInvited = {
  /** The event's title in the language. */
  title: string,
  /** Where the one's invitation stands. */
  one: InvitationStatus,
  /** Where the other's stands. */
  other: InvitationStatus,
  /** Whose invitation is kept. */
  keeps: PersonId, };

/** Does one thing to many people, as one change. */
export type BulkPeople = {
  /** To whom. */
  people: WhichPeople,
  /** What. */
  act: PeopleAct,
  /** Only say what would happen. */
  preview?: boolean, };

/** A saved filter with what its readers see of the events: language, audience and form. */
export type Calendar = {
  /** Key. */
  id: CalendarId,
  /** What it is called; recipients see it as the calendar's name. */
  name: Wording,
  /** Which events it holds. */
  filter: EventFilter,
  /** The language of its files. */
  language: Language,
  /** For whom it is. */
  audience: Audience,
  /** IANA zone in which times are told beside Hong Kong's; empty for each venue's own. */
  zone: string,
  /** How its iCalendar files are made. */
  form: CalendarForm,
  /** Free text; never given out. */
  notes: string, };

/** How the iCalendar files of a calendar are made. */
export type CalendarForm = {
  /** How events are spread over files. */
  layout: CalendarLayout,
  /** Whether several files go into one zip. */
  zip: boolean,
  /** Whether times in zones whose rules changed of late go out in UTC. */
  pin_utc: boolean,
  /** Minutes before the start at which readers are reminded; none for no reminder. */
  alarm_minutes?: number | null,
  /** Who invites, as readers see it; empty for the office. */
  organiser_name?: string,
  /**
   * The address to which answers to invitations go; without one none are issued. It is the calendar's and not one
   * machine's, for a cancellation counts only from whoever invited.
   */
  organiser_email?: string, };

/** Key of a [`crate::Calendar`]. */
export type CalendarId = string;

/** How the events of a calendar are spread over files. */
export type CalendarLayout = "one_file" | "per_event" | "per_region" | "per_mission";

/** Everything about one calendar but the changes themselves. */
export type CalendarPage = {
  /** The record. */
  calendar: Calendar,
  /** How many events it holds that take place. */
  events: number,
  /** Who holds it, in the order in which they were added. */
  recipients: Array<RecipientView>,
  /** Its issues, the last first. */
  issues: Array<IssueRow>,
  /** How many events changed for any recipient since the last issue. */
  waiting: number,
  /** What its files never say, keys of the words: `notes`, `delegates`, `run_sheet`, … */
  leaves_out: Array<string>,
  /**
   * Zones in it whose rules changed of late, so that readers with older rules would show another time. Only
   * where there are any is a UTC-pinned form worth offering.
   */
  changed_zones: Array<ChangedZone>, };

/** One calendar in the list. */
export type CalendarRow = {
  /** Key. */
  id: CalendarId,
  /** What it is called. */
  name: Wording,
  /** The language of its files. */
  language: Language,
  /** For whom it is. */
  audience: Audience,
  /** How many events it holds that take place. */
  events: number,
  /** How many hold it. */
  recipients: number,
  /** How many of them do not hold what it says now. */
  behind: number,
  /** How many events changed for any of them since their last issue. */
  waiting: number,
  /** Its last issue. */
  last_issue: IssueRow | null, };

/** Stops long work. */
export type CancelWork = {
  /** Which, as its progress names it. */
  work: string, };

/** A cell that the planner wrote otherwise. */
export type CellCorrection = {
  /** The row, as the preview names it. */
  row: number,
  /** The column, from 0. */
  column: number,
  /** What it should have said; empty leaves it out. */
  text: string, };

/** Names a change. */
export type ChangeKey = {
  /** Number of the change. */
  change: number, };

/** What became of an event for those who hold the calendar. */
export type ChangeKind = "new" | "moved" | "changed" | "cancelled" | "left";

/** A change in the history, by the key of its words. */
export type ChangeLabel = {
  /** Number of the change. */
  change: number,
  /** A key of the words: `event_edited`, `mission_shifted`, … */
  label: string,
  /** What the words need: the name of the record, days. */
  params: Record<string, string>, };

/** Exchanges the passphrase. */
export type ChangePassphrase = {
  /** The one in force. */
  current: string,
  /** At least 8 characters. */
  new: string, };

/** One change of one event, told. */
export type ChangeView = {
  /** The event. */
  event: EventId,
  /** Whether it is still in the programme, so that it can be opened. */
  exists: boolean,
  /** What became of it. */
  change: ChangeKind,
  /** Its region. */
  region: Region | null,
  /** Its name in the language asked for. */
  title: string,
  /**
   * What differs, keys of the words of fields: `start`, `end`, `zone`, `title`, `place`, `status`; `details` for
   * anything else its readers see.
   */
  fields: Array<string>,
  /** The change in a sentence: `KL seminar moved from 14:00 to 15:30, +08; Hong Kong 15:30`. */
  words: string,
  /** When it was for those who hold the old version. */
  before: ShownSpan | null,
  /** When it is now; none if it does not take place. */
  after: ShownSpan | null,
  /** Whether it lasts whole days. */
  all_day: boolean,
  /** Whether only the zone rules changed, and nobody edited it. */
  by_rules: boolean,
  /** SEQUENCE that is held. */
  sequence_held: number | null,
  /** SEQUENCE that would go out. */
  sequence: number,
  /** Who holds the old version. */
  recipients: Array<RecipientId>, };

/** Told to every screen after a change: read these topics again. */
export type Changed = {
  /** `plan`, `settings`, `workspace`, `zones`. */
  topics: Array<string>,
  /** Rises with each change. */
  revision: number, };

/** A zone whose rules changed of late. */
export type ChangedZone = {
  /** IANA name. */
  zone: string,
  /** The name as a word: `Vancouver`. */
  city: string,
  /** How many of the calendar's events to come lie in it. */
  events: number, };

/** Who is expected and who came. Expected and came add up: `expected_people = arrived of those expected + missing`. */
export type CheckInCounts = {
  /** Parties that said they come. */
  expected: number,
  /** People in them. */
  expected_people: number,
  /** Parties of which anybody came, walk-ins included. */
  arrived: number,
  /** People who came, walk-ins included. */
  arrived_people: number,
  /** Parties of which some came and some did not yet. */
  partly: number,
  /** Parties that came without having said so, or without an invitation. */
  unexpected: number,
  /** People in them. */
  unexpected_people: number,
  /** Parties that said they come and did not yet. */
  missing: number,
  /** People who are expected and did not come yet. */
  missing_people: number, };

/** The desk of one event. */
export type CheckInDesk = {
  /** The event. */
  event: EventId,
  /** What it is called. */
  title: string,
  /** The venue's name. */
  venue: string,
  /** When it is. */
  span: ShownSpan | null,
  /** Who is expected and who came. */
  counts: CheckInCounts,
  /** Who checked in last, the latest first; at most twenty. */
  recent: Array<CheckInRow>,
  /** Why nobody can be checked in; none if it can be done. */
  why_not: WhyNotView | null,
  /** Whether attendance was settled. */
  settled: boolean, };

/** A guest at the desk. */
export type CheckInRow = {
  /** The invitation. */
  invitation: InvitationId,
  /** The person. */
  person: PersonId,
  /** Their name in the language asked for. */
  name: string,
  /** Their name in the other script. */
  name_beside: string,
  /** Where they belong. */
  organisation: string,
  /** As what they are invited. */
  role: InviteeRole,
  /** Whether a guest of honour. */
  vip: boolean,
  /** What they answered. */
  status: InvitationStatus,
  /** Whether they said that they come. */
  expected: boolean,
  /** People in the party. */
  party: number,
  /** Names of companions. */
  companions: Array<string>,
  /** How many of the party came; none before check-in. */
  arrived: number | null,
  /** When they checked in. */
  arrived_at: ShownTime | null,
  /** The table. */
  table: string,
  /** The seat. */
  seat: string,
  /** What they do not eat, companions included. */
  dietary: string,
  /** What they need, companions included. */
  access: string,
  /** Why they cannot be checked in; none if they can. */
  why_not: WhyNotView | null, };

/** Something that has to be seen to. */
export type CheckItem = {
  /** What. */
  what: string,
  /** By when, by Hong Kong's calendar. */
  due: string | null,
  /** Whether it is done. */
  done: boolean, };

/** An item of the check-list. */
export type CheckItemView = {
  /** Its place in the record's `checklist`, from 0. */
  at: number,
  /** The item. */
  item: CheckItem,
  /** Whether its day has passed and it is not done. */
  overdue: boolean, };

/** Somebody was checked in, or taken back. */
export type CheckedIn = {
  /** As they stand now. */
  row: CheckInRow,
  /** Who came so far. */
  counts: CheckInCounts,
  /** Number of the change in the history; none if they stood so. */
  change: number | null, };

/** How Chinese names sort. */
export type ChineseOrder = "stroke" | "romanisation";

/** Names a chosen file. */
export type Choice = {
  /** The choice. */
  choice: number, };

/** Asks in the dialog for a file. */
export type ChooseImport = {
  /** Of this sort. */
  kind: ImportKind, };

/** A file that the planner chose in the program's own dialog. */
export type ChosenFile = {
  /** What the next route takes instead of a path. */
  choice: number,
  /** The file's name. */
  name: string,
  /** The folder, to be shown. */
  folder: string, };

/** A file that the planner chose. Its path stays here. */
export type ChosenImport = {
  /** Its number; holds for any number of previews and for the commit. */
  file: number,
  /** Its name without folder. */
  name: string,
  /** Bytes. */
  size: number, };

/** A list of people that the planner chose or pasted. What it holds stays here. */
export type ChosenPeople = {
  /** Its number; holds for any number of previews and for the commit, until the workspace is closed or locked. */
  file: number,
  /** What sort, by its content. */
  kind: PeopleFileKind,
  /** Its name without folder; empty for what was pasted. */
  name: string,
  /** Whether it was pasted. */
  pasted: boolean,
  /** Bytes. */
  size: number, };

/** A city's GeoNames number. It stays the same when the reference data is made anew. */
export type CityId = number;

/** What time it is now in a zone. */
export type ClockFace = {
  /** The moment, there and in Hong Kong. */
  now: ShownTime,
  /** Milliseconds until the minute ends: when to ask again. */
  next_minute_ms: number, };

/** The order in which a column writes day, month and year. */
export type ColumnOrder = "day_first" | "month_first" | "year_first";

/** Somebody who comes along. */
export type Companion = {
  /** The name as printed. */
  name: string,
  /** The record, if they are known; they must not be invited to the same event themselves. */
  person: PersonId | null,
  /** What they do not eat. */
  dietary: string,
  /** What they need to take part. */
  access: string, };

/** An event to which somebody comes along. */
export type CompanionAt = {
  /** The invitation of whom they come with. */
  invitation: InvitationId,
  /** To what, and where that invitation stands. */
  event: EventOfPerson,
  /** With whom: the name in the language. */
  with: string,
  /** With whom. */
  person: PersonId, };

/** A field of two records. */
export type ComparedField = {
  /** The field, as [`MergePeople::take`] names it. */
  field: string,
  /** The one's value, to be shown. */
  one: string,
  /** The other's value, to be shown. */
  other: string,
  /** Whether they say the same. */
  same: boolean,
  /** What is taken where nothing is said, if [`Comparison::keep`] is kept. */
  suggested: Take,
  /** Whether both can be kept: lists and free text. */
  may_both: boolean, };

/** Two records beside each other. */
export type Comparison = {
  /** One. */
  one: PersonRow,
  /** The other. */
  other: PersonRow,
  /** How sure it is that they are one person, 0 to 1; 0 where nothing speaks for it. */
  score: number,
  /** Whether it is likely. */
  likely: boolean,
  /** Why. */
  reasons: Array<AlikeReason>,
  /** Whether a planner called them distinct. */
  distinct: boolean,
  /** The record that would be kept: the one with more behind it, else the older. */
  keep: PersonId,
  /** Field by field, those that say something. */
  fields: Array<ComparedField>,
  /** What hangs on the one. */
  one_holds: HeldBy,
  /** What hangs on the other. */
  other_holds: HeldBy,
  /** Events to which both are invited: of these the invitation that has come further is kept. */
  both_invited: Array<BothInvited>, };

/** Consent, or its refusal; the latest of a purpose holds. */
export type Consent = {
  /** For what. */
  purpose: Purpose,
  /** Given, or refused or taken back. */
  given: boolean,
  /** On which day. */
  on: string,
  /** How: on the form, by e-mail, by telephone. */
  by: string, };

/** What somebody said about a purpose; the latest holds. */
export type ConsentState = "given" | "refused" | "unknown";

/** A purpose and what was said about it. */
export type ConsentWanted = {
  /** For what. */
  purpose: Purpose,
  /** What. */
  state: ConsentState, };

/** Asks what an instant is in a zone. */
export type ConvertInstant = {
  /** RFC 3339. */
  instant: string,
  /** IANA zone. */
  zone: string, };

/** Copies a mission to other dates and cities. */
export type CopyMissionTo = {
  /** Which mission. */
  id: MissionId,
  /** First day of the copy. */
  first_day: string,
  /** The name of the copy; the original's if none. */
  title?: Wording | null,
  /** The programme it goes to; the original's if none. */
  programme?: ProgrammeId | null,
  /** Legs that go to another city. */
  cities?: Array<ExchangeCity>, };

/** One cost. */
export type Cost = {
  /** For what. */
  what: string,
  /** Hundredths of Hong Kong dollars. */
  cents: number,
  /** Whether it was paid; else it is an estimate. */
  paid: boolean, };

/** Sums of costs, in hundredths of Hong Kong dollars. */
export type CostSums = {
  /** Paid. */
  paid: number,
  /** Estimated and not paid yet. */
  estimated: number,
  /** Both. */
  total: number, };

/**
 * A country's or territory's ISO 3166-1 alpha-2 code, such as `MY` or `HK`: two capital letters.
 *
 * Any two letters are accepted, for a record may be older or newer than the list of countries.
 */
export type CountryCode = string;

/** Makes a workspace; the place is asked for by the program's own dialog. */
export type CreateWorkspace = {
  /** At least 8 characters. */
  passphrase: string,
  /** Whether to fill it with the sample programme. */
  sample: boolean, };

/** A cell and what it would be. */
export type DateSample = {
  /** As it is written. */
  text: string,
  /** With the day first; none if there is no such day. */
  day_first: string | null,
  /** With the month first; none if there is no such day. */
  month_first: string | null,
  /** With the year first; none if there is no such day. */
  year_first: string | null, };

/** A column whose dates can be read in more than one way. */
export type DatesAsked = {
  /** The column, from 0. */
  column: number,
  /** Its heading. */
  heading: string,
  /** Cells of it with what each would be. */
  samples: Array<DateSample>,
  /** The orders to choose from, likelier ones first. */
  orders: Array<ColumnOrder>,
  /** What the planner answered. */
  answered: ColumnOrder | null, };

/** One line of a day. */
export type DayItem = { "kind": "event",
  /** The event's row, names in the language of the request. */
  row: EventRow, } | { "kind": "travel",
  /** The leg it leads to. */
  leg: LegId,
  /** The journey. */
  travel: TravelView, } | { "kind": "arrive",
  /** The leg. */
  leg: LegId,
  /** The stay. */
  span: ShownSpan, } | { "kind": "depart",
  /** The leg. */
  leg: LegId,
  /** The stay. */
  span: ShownSpan, };

/** Why a day at the venue is not like others. */
export type DayNote = {
  /** First day, `2027-05-14`. */
  from: string,
  /** Last day, included. */
  until: string,
  /** Where. */
  country: CountryCode,
  /** What sort of day. */
  kind: DayNoteKind,
  /** What it is called; empty for a weekend. */
  name: Wording,
  /** Whether the date is an estimate (moon sighting). */
  estimated: boolean, };

/** Sorts of special days. */
export type DayNoteKind = "holiday" | "weekend" | "fast";

/**
 * A planner's correction of the shipped holidays: one day in one country or territory.
 *
 * It wins over the reference data, in both directions: an added holiday, or a holiday that is none.
 */
export type DayOverride = {
  /** Key. */
  id: DayOverrideId,
  /** Where; `HK` for a closure of the office itself. */
  country: CountryCode,
  /** Which day. */
  date: string,
  /** Whether the day is off (an added holiday) or worked (a holiday taken back). */
  off: boolean,
  /** What the day is called. */
  name: Wording, };

/** Key of a [`crate::DayOverride`]. */
export type DayOverrideId = string;

/** A delegate. Names are kept in parts so that none is ever turned round. */
export type Delegate = {
  /** Key. */
  id: DelegateId,
  /** Family name in Latin letters. */
  family: string,
  /** Given name in Latin letters. */
  given: string,
  /** Whole name in Chinese characters, family name first. */
  chinese: string,
  /** In what role they travel. */
  role: DelegateRole,
  /** The body they belong to, in free text. */
  organisation: string,
  /** Their post, in free text. */
  post: string,
  /** Team label for grouping: `A`, `Talent`, … */
  team: string,
  /** Free text. */
  notes: string, };

/** Key of a [`crate::Delegate`]. */
export type DelegateId = string;

/** In what role a delegate travels. */
export type DelegateRole = "staff" | "official" | "employer" | "interpreter";

/** Row height. */
export type Density = "compact" | "comfortable";

/** Asks what changed from one issue to another, or to now. */
export type DiffIssues = {
  /** Of which calendar. */
  calendar: CalendarId,
  /** Number of the earlier issue; 0 for before the first. */
  from: number,
  /** Number of the later issue; none for now. */
  to?: number | null,
  /** The language of the sentences. */
  language?: Language, };

/** Key of a [`crate::people::Disclosure`]. */
export type DisclosureId = string;

/** What was written. */
export type DisclosureKind = "people" | "cards" | "invitees" | "letters" | "badges" | "door_list" | "visit_booklet" | "access_report";

/** Something that left the laptop. */
export type DisclosureOfPerson = {
  /** Key. */
  id: DisclosureId,
  /** When, Hong Kong wall time. */
  at: string,
  /** What was written. */
  kind: DisclosureKind,
  /** The event it is about; empty for none. */
  about: string,
  /** For what. */
  purpose: string,
  /** Who wrote it. */
  actor: string,
  /** How many people it holds. */
  count: number,
  /** Whether it was encrypted. */
  encrypted: boolean, };

/** Told to every screen when files were dropped on the window: they can be read like chosen ones. */
export type Dropped = {
  /** The files. */
  files: Array<ChosenImport>, };

/** Whose retention date has passed or comes soon, the earliest first. */
export type DuePage = {
  /** How many in all. */
  total: number,
  /** How many of them are past their date. */
  overdue: number,
  /** The rows asked for. */
  rows: Array<DueRow>, };

/** Asks which reminders are due. */
export type DueReminders = {
  /** Only of this event. */
  event?: EventId | null,
  /** Names in this language. */
  language?: Language, };

/** Somebody whose data is to go. */
export type DueRow = {
  /** Who. */
  person: PersonId,
  /** The name, in the language asked for. */
  name: string,
  /** The body they belong to. */
  organisation: string,
  /** A person or a body. */
  nature: Nature,
  /** After this day nothing may be held any more. */
  retain_until: string,
  /** Days from today, Hong Kong's: negative once it has passed. */
  days: number,
  /** Invitations to events that are still to come. */
  coming: number,
  /** Visits that are not over. */
  open_visits: number, };

/** Sets fields of an event. */
export type EditEvent = {
  /** Which event. */
  id: EventId,
  /** The fields to set; others keep their values. */
  set: Partial<Event>, };

/** Sets fields of a record. */
export type EditRecord = {
  /** Of this kind. */
  kind: RecordKind,
  /** Which. */
  id: string,
  /** The fields to set; others keep their values. */
  set: Record<string, unknown>, };

/** Sets preferences. */
export type EditSettings = {
  /** The preferences to set; others keep their values. */
  set: Partial<Settings>, };

/** An e-mail address. */
export type Email = {
  /** The bare address, as written. */
  address: string,
  /** `work`, `home`, …, in free text. */
  label: string,
  /** Whether mail to it came back. */
  bounced: boolean, };

/** The encoding of a file. */
export type EncodingView = {
  /** Its name: `UTF-8`, `Big5`, `gb18030`. */
  label: string,
  /** Whether nothing else fits. */
  sure: boolean,
  /** All that can be chosen instead. */
  others: Array<string>, };

/** What erasing a person would do. Nothing is changed. */
export type ErasePreview = {
  /** Who. */
  person: PersonId,
  /** The name, in the language asked for. */
  name: string,
  /** What goes. */
  goes: Array<ErasedPart>,
  /** What stays and tells nothing of who it was. */
  stays: Array<ErasedPart>,
  /** Changes in the history that hold something of the person and are rewritten. */
  changes: number,
  /** Where other records name the person in free text. */
  mentions: Array<Mention>,
  /** Files that hold the person and were written here, with what became of each; those gone are left out. */
  exports: Array<ExportOnDisk>,
  /** Backups that still hold the person afterwards. */
  backups: Array<BackupView>,
  /** Imports that are open in a preview, which must be previewed again before they can be committed. */
  open_imports: number,
  /** Why it cannot be done as things stand; null if it can. */
  refusal: ErrorView | null, };

/** Erases a person. */
export type EraseRequest = {
  /** Who. */
  person: PersonId,
  /** Lines of the export log whose files are deleted, where they lie as they were written. */
  files?: Array<DisclosureId>,
  /** Whether the name is struck out where other records mention it, as the preview lists. */
  mentions?: boolean, };

/** What erasing did. */
export type Erased = {
  /** The record that stays and tells nothing; of somebody who was only in the history none stays. */
  person: PersonId,
  /** Changes in the history that were rewritten. */
  changes: number,
  /** Places where the name was struck out. */
  struck: number,
  /**
   * Whether a search through every byte of the file found nothing of the person. False where their texts are
   * also somebody else's, or stay in mentions that were not struck out.
   */
  no_trace: boolean,
  /** Files that were deleted. */
  files_deleted: number,
  /** Files that still lie there: changed since, not asked to be deleted, or not to be deleted. */
  files_left: Array<ExportOnDisk>,
  /** Backups that still hold the person. */
  backups: Array<BackupView>, };

/** A part of what is held, with how much of it there is. */
export type ErasedPart = {
  /**
   * A key of the words: `names`, `contacts`, `notes`, `consents`, `merged_records`, `invitations`,
   * `companions`, `visits`, `replies`, `distincts`, `history`; of what stays `person`, `invitations`,
   * `visits`, `exports`.
   */
  what: string,
  /** How many. */
  count: number, };

/** A person who was erased. */
export type ErasureRow = {
  /** The record that stays and tells nothing. */
  person: PersonId,
  /** When, Hong Kong wall time. */
  at: string, };

/** A refusal as it crosses to the window, the command line and the tests. */
export type ErrorView = {
  /** A key of the words `errors.*`: `passphrase_wrong`, `time_in_gap`, … */
  code: string,
  /** What the words need. */
  params: Record<string, string>,
  /** In English: what happened, what was kept, what to do. */
  detail: string, };

/** An event. Its start and end are wall times of `zone`, which is the venue's. */
export type Event = {
  /** Key. */
  id: EventId,
  /** iCalendar UID; given once, never changed (RFC 7986 section 5.3). */
  uid: string,
  /** iCalendar SEQUENCE; rises with every significant change, also with an undo (RFC 5546 section 2.1.4). */
  sequence: number,
  /** When the record was made. */
  created: string,
  /** When the record was last changed. */
  modified: string,
  /** The programme it belongs to. */
  programme: ProgrammeId,
  /** The mission it belongs to; none for an event on its own, such as a webinar. */
  mission: MissionId | null,
  /** The stay during which it takes place. */
  leg: LegId | null,
  /** What it is called. */
  title: Wording,
  /** What sort of activity it is. */
  kind: EventKind,
  /** How far it has come. */
  status: Status,
  /** The promotion region it counts for; where it has a mission, the mission's. */
  region: Region,
  /** The targeted market. */
  market: MarketId | null,
  /** The city, where the reference data knows it. */
  city: CityId | null,
  /** The city's name as shown. */
  place: Wording,
  /** Where in the city. */
  venue: VenueId | null,
  /** Start, wall time of `zone`. For an all-day event midnight of its first day. */
  start: string,
  /** Which of the two, if `start` happens twice. */
  start_fold: "earlier" | "later" | null,
  /** End, wall time of `zone`, excluded. For an all-day event midnight after its last day. */
  end: string,
  /** Which of the two, if `end` happens twice. */
  end_fold: "earlier" | "later" | null,
  /** IANA zone of the venue, as chosen by the planner. */
  zone: string,
  /** Whether the event lasts whole days. */
  all_day: boolean,
  /** How many guests the venue or the budget allows. */
  capacity: number | null,
  /** Languages spoken, as BCP 47 tags (`en`, `yue`, `cmn`, `fr`, …). */
  languages: Array<string>,
  /** Bodies that host it. */
  hosts: Array<PartnerId>,
  /** Members of the team who take part; empty means the whole team of the mission. */
  delegates: Array<DelegateId>,
  /** Speakers, in free text, one an entry. */
  speakers: Array<string>,
  /** Target sectors. */
  sectors: Array<Sector>,
  /** A page about it. */
  url: string,
  /** The order of the day, one line an item. */
  run_sheet: string,
  /** Free text. */
  notes: string,
  /** Free labels. */
  tags: Array<string>, };

/** A filter; an empty list or none means any. Dates are the venue's and included at both ends. */
export type EventFilter = {
  /** In this programme. */
  programme?: ProgrammeId | null,
  /** Counting for one of these regions. */
  regions?: Array<Region> | null,
  /** Targeting one of these markets. */
  markets?: Array<MarketId> | null,
  /** Part of one of these missions. */
  missions?: Array<MissionId> | null,
  /** With a delegate of one of these teams. */
  teams?: Array<string> | null,
  /** With one of these delegates. */
  delegates?: Array<DelegateId> | null,
  /** In one of these states. */
  statuses?: Array<Status> | null,
  /** Of one of these kinds. */
  kinds?: Array<EventKind> | null,
  /** For one of these sectors. */
  sectors?: Array<Sector> | null,
  /** Ending on this day or later. */
  from?: string | null,
  /** Starting on this day or earlier. */
  until?: string | null,
  /** With these words in title, place, venue, notes or tags. */
  text?: string | null,
  /** Only those with a problem or a warning. */
  with_findings?: boolean | null, };

/** Key of an [`crate::Event`]. */
export type EventId = string;

/** Names one event. */
export type EventKey = {
  /** Which event. */
  id: EventId, };

/** What sort of activity an event is. */
export type EventKind = "seminar" | "job_fair" | "campus_talk" | "roundtable" | "reception" | "exhibition_booth" | "interview_day" | "media_briefing" | "webinar" | "familiarisation_visit" | "courtesy_call";

/** An event as the page of a person names it. */
export type EventOfPerson = {
  /** The event. */
  id: EventId,
  /** Its title in the language. */
  title: string,
  /** When; none if the rules do not know the zone. */
  span: ShownSpan | null,
  /** Where the invitation stands. */
  status: InvitationStatus, };

/** Everything about one event. */
export type EventPage = {
  /** The record. */
  event: Event,
  /** When; none if the rules do not know the zone. */
  span: ShownSpan | null,
  /** Country or territory of the city. */
  country: CountryCode | null,
  /** The mission's name. */
  mission_title: Wording | null,
  /** The team that takes part: those named, else the mission's. */
  team: Array<DelegateId>,
  /** What the checks say. */
  findings: Array<FindingView>,
  /** What else is on that day, by the venue's calendar, anywhere. */
  same_day: Array<EventRow>,
  /** Holidays, weekend or fast at the venue on its days. */
  day_notes: Array<DayNote>, };

/** One event in a table, a calendar or on the map. Rows come in order of their start. */
export type EventRow = {
  /** Key. */
  id: EventId,
  /** Its mission. */
  mission: MissionId | null,
  /** The mission's name in the language asked for. */
  mission_title: string,
  /** Its name in the language asked for. */
  title: string,
  /** What sort of activity. */
  kind: EventKind,
  /** How far it has come. */
  status: Status,
  /** Region. */
  region: Region,
  /** Market. */
  market: MarketId | null,
  /** The market's name. */
  market_name: string,
  /** Country or territory of the city. */
  country: CountryCode | null,
  /** The city's name. */
  place: string,
  /** The venue's name. */
  venue: string,
  /** Degrees north and east of the venue, else of the city. */
  position: [number, number] | null,
  /** When; none if the rules do not know the zone. */
  span: ShownSpan | null,
  /** Whether it lasts whole days. */
  all_day: boolean,
  /** Guests allowed. */
  capacity: number | null,
  /** Target sectors. */
  sectors: Array<Sector>,
  /** Names of the hosts. */
  hosts: Array<string>,
  /** How many of the team take part. */
  delegates: number,
  /** Labels. */
  tags: Array<string>,
  /** How many problems the checks found. */
  problems: number,
  /** How many warnings the checks found. */
  warnings: number,
  /** Whether changed zone rules moved it. */
  moved_by_rules: boolean, };

/** One leg of the original and its city in the copy. */
export type ExchangeCity = {
  /** A leg of the original. */
  leg: LegId,
  /** Where the copy goes instead. */
  city: CityId, };

/** A file of an export. */
export type ExportFile = {
  /** Its name. */
  name: string,
  /** Bytes. */
  size: number, };

/** A format that the programme can be written in. */
export type ExportFormat = "ics" | "xlsx" | "csv" | "html" | "pdf";

/** A file about people. */
export type ExportOnDisk = {
  /** The line of the export log; what `privacy.erase` takes. */
  id: DisclosureId,
  /** When it was written, Hong Kong wall time. */
  at: string,
  /** What it is. */
  kind: DisclosureKind,
  /** Its name. */
  name: string,
  /** Its folder. */
  folder: string,
  /** How many people it holds. */
  count: number,
  /** Whether it is an encrypted pack. */
  encrypted: boolean,
  /** What became of it. */
  on_disk: OnDisk, };

/** Writes people where the planner says in the dialog. */
export type ExportPeople = {
  /** These people; null: those who fit the query. */
  people?: Array<PersonId> | null,
  /** As typed into the search of people; empty: everybody. */
  query?: string,
  /** In this format. */
  format: PeopleFormat,
  /** For what, in the planner's words; goes into the export log. Must not be empty. */
  purpose: string,
  /**
   * Whether it is used to tell of schemes and services by name (direct marketing): those who did not agree
   * to it are left out.
   */
  marketing?: boolean,
  /** As a pack that this passphrase opens, at least 8 characters; without it in the open. */
  passphrase?: string | null,
  /** The language of headings. */
  language?: Language, };

/** What an export holds, before it is written. */
export type ExportPreview = {
  /** How many events. */
  events: number,
  /** Bytes, all files together. */
  size: number,
  /** The name that would be suggested; of the folder where there are several files. */
  suggested_name: string,
  /** Every file. */
  files: Array<ExportFile>,
  /** What is left out, keys of the words: `notes`, `delegates`, `cancelled`, … */
  leaves_out: Array<string>,
  /** What is printed on it, a key of the words: `restricted`; null if nothing. */
  marking: string | null,
  /** Zones of chosen events whose rules changed in the last two years: a calendar pinned to UTC is safer there. */
  changed_zones: Array<string>,
  /** The beginning of the file for text formats; the first rows for a workbook, tab-separated; empty for paper. */
  beginning: string,
  /** The sheets of a workbook or the one table of a CSV file. */
  sheets: Array<SheetPreview>,
  /** The whole page; none for other formats. */
  html: string | null,
  /** How many pages paper has. */
  pages: number | null,
  /** One of them. */
  page_picture: PagePictureView | null,
  /** Characters that no typeface of this system has; their numbers stand on the paper in their place. */
  missing: Array<string>, };

/** What was written. */
export type Exported = {
  /** The file's name; the folder's where there are several files. */
  name: string,
  /** The folder, to be shown. */
  folder: string,
  /** How many events. */
  events: number,
  /** Bytes, all files together. */
  size: number,
  /** How many files. */
  files: number, };

/** A file about people that was written and logged. */
export type ExportedPeople = {
  /** The file's name. */
  name: string,
  /** The folder, to be shown. */
  folder: string,
  /** Bytes. */
  size: number,
  /** How many people it holds. */
  people: number,
  /** How many were left out because they did not agree to direct marketing. */
  without_consent: number,
  /** How many were left out because they are erased or merged into another. */
  not_there: number,
  /** Whether it is an encrypted pack. */
  encrypted: boolean,
  /** What is printed on it, a key of the words: `restricted`. */
  marking: string,
  /** The line of the export log. */
  disclosure: DisclosureId, };

/** A value that can be ticked. */
export type Facet = {
  /** The value; empty for none. */
  key: string,
  /** Its name in the language; empty for what the words of the screen say. */
  name: string,
  /** How many rows there would be if it alone were ticked in its list. */
  count: number, };

/** What a change did to one field. Values are as stored, ids replaced by names. */
export type FieldChange = {
  /** The field, a key of the words. */
  field: string,
  /** Before; null if there was nothing. */
  from: unknown,
  /** After; null if there is nothing. */
  to: unknown, };

/** Looks for somebody at the desk. */
export type FindAtDesk = {
  /** Of this event. */
  event: EventId,
  /** Part of a name in any script, of an organisation, the end of a telephone number, or a badge's code. */
  text: string,
  /** At most so many; 0 means 20. */
  limit?: number,
  /** Names in this language. */
  language?: Language, };

/** Searches everything. */
export type FindEverything = {
  /** What was typed, one character or more, in any script. */
  text: string,
  /** At most so many, 1 to 100. */
  limit: number,
  /** The language of names in the answer. */
  language?: Language, };

/** Searches for a place by city, country, airport code, zone or Chinese name. */
export type FindPlaces = {
  /** What was typed. */
  text: string,
  /** At most so many, 1 to 100. */
  limit: number, };

/** How many findings there are. */
export type FindingCounts = {
  /** Must be mended. */
  problems: number,
  /** Should be looked at. */
  warnings: number,
  /** Good to know. */
  notes: number, };

/** One side of a clash. */
export type FindingSide = {
  /** The record. */
  key: RecordKey,
  /** What it is called. */
  title: Wording,
  /** Its city; empty where it has none. */
  place: Wording,
  /** When, there and in Hong Kong. */
  span: ShownSpan | null, };

/** One thing a check found, each side named in local and Hong Kong time. */
export type FindingView = {
  /** Which check, a key of the words: `delegate_booked_twice`, `outside_leg`, … */
  check: string,
  /** How bad: 1 note, 2 warning, 3 problem. */
  severity: number,
  /** What it is about, the first the one to open. */
  about: Array<RecordKey>,
  /** The sides that clash. */
  sides: Array<FindingSide>,
  /** What else the sentence needs: the delegate, the holiday, kilometres, minutes. */
  params: Record<string, string>,
  /** A name the sentence needs in the reader's language: of the holiday, the venue. */
  name: Wording | null,
  /** The country whose holiday, weekend or fast it is. */
  country: Wording | null,
  /** The whole in an English sentence, for the command line and logs of tests. */
  sentence: string, };

/** What taking forgotten people out of the history did. */
export type Forgotten = {
  /** People whose traces went. */
  people: number,
  /** Changes in the history that were rewritten. */
  changes: number, };

/** Who was found. */
export type FoundAtDesk = {
  /** Whether the text is a badge's code: then there is one row, to be confirmed with Enter. */
  by_badge: boolean,
  /** The badge belongs to a guest of another event: its name. */
  other_event: string | null,
  /** Those found, the likeliest first. */
  rows: Array<CheckInRow>, };

/** How many stand at a status. */
export type FunnelPart = {
  /** The status. */
  status: InvitationStatus,
  /** Invitations. */
  invitations: number,
  /** People, companions included. */
  people: number, };

/** What is printed about guests. */
export type GuestPaperKind = "badges" | "table_cards" | "door_list";

/** What may be known of somebody. */
export type HasWhat = "email" | "telephone" | "chinese" | "organisation" | "market" | "notice" | "consent" | "retention" | "tag" | "notes" | "invitation" | "visit";

/** How much hangs on a record. */
export type HeldBy = {
  /** Invitations. */
  invitations: number,
  /** Events to which they come along with somebody else. */
  companion_at: number,
  /** Visits. */
  visits: number,
  /** Collection notices given. */
  notices: number,
  /** Words about consent. */
  consents: number,
  /** Files with them in it. */
  disclosures: number, };

/** One change. */
export type HistoryEntry = {
  /** What it was. */
  label: ChangeLabel,
  /** Who made it; empty if not said. */
  actor: string,
  /** When, Hong Kong wall time. */
  at: string,
  /** The change it took back. */
  undoes: number | null,
  /** Whether a later change took it back. */
  undone: boolean,
  /** Record by record. */
  records: Array<RecordChange>, };

/** A record that was found; best first. */
export type Hit = {
  /** The record. */
  key: RecordKey,
  /** Its name. */
  title: string,
  /** What tells it from its namesakes: place, mission, organisation. */
  detail: string,
  /** When, if it has a time. */
  span: ShownSpan | null, };

/** A recipient who holds the old time of an event. */
export type Holder = {
  /** Who. */
  recipient: RecipientId,
  /** The name. */
  name: string,
  /** Of which calendar. */
  calendar: CalendarId,
  /** What the calendar is called. */
  calendar_name: Wording,
  /** Number of the issue that gave the old time. */
  number: number, };

/** How many rows have which verdict; those left out by the planner are counted as `skipped` alone. */
export type ImportCounts = {
  /** New events. */
  new: number,
  /** Changed events. */
  changed: number,
  /** Cancelled events. */
  cancelled: number,
  /** What is stored already. */
  same: number,
  /** Older than what is stored. */
  older: number,
  /** A UID that belongs to another event. */
  reused: number,
  /** Refused. */
  refused: number,
  /** Left out by the planner. */
  skipped: number,
  /** Answers of guests that are kept. */
  replies: number, };

/** What sort of file comes in. */
export type ImportKind = "ics" | "sheet";

/** What of the file cannot be kept. */
export type ImportLoss = {
  /** The property or component: `ATTACH`, `VTODO`, `X-…`. */
  property: string,
  /** How often. */
  count: number,
  /** Some lines where it stands. */
  lines: Array<number>, };

/**
 * Something about the whole file.
 *
 * Codes are those of `SheetNote` of the exchange; for calendars `written_here` (an export of this program: its
 * descriptions are not notes), `encoding_guessed` {label}, `series_within` {from, until}, `series_cut` {count, until}.
 */
export type ImportNote = {
  /** A key of the words. */
  code: string,
  /** What the words need. */
  params: Record<string, string>, };

/** What an import would do. Nothing is stored. */
export type ImportPreview = {
  /** What the calendar calls itself, else the file's name. */
  name: string,
  /** Bytes. */
  size: number,
  /** Changes with the file; to be sent with the commit. */
  fingerprint: string,
  /** What sort of file it is. */
  kind: ImportKind,
  /** The program that wrote a calendar, in its own words. */
  product: string,
  /** What a calendar is sent for: `PUBLISH`, `REQUEST`, `CANCEL`, `REPLY`; none if it does not say. */
  method: string | null,
  /** How the text of a calendar was read; can be chosen by `encoding` as for a sheet. */
  encoding: EncodingView | null,
  /** How a spreadsheet was read. */
  sheet: SheetReading | null,
  /** Zones that have to be said before the import can be done. */
  zone_asks: Array<ZoneAsked>,
  /** Orders of dates that have to be said before. */
  date_asks: Array<DatesAsked>,
  /** Whether everything that has to be said is said. */
  answered: boolean,
  /** How many of which. */
  counts: ImportCounts,
  /** Event by event, in the order of the file. */
  rows: Array<ImportRow>,
  /** Answers of guests in the file. */
  replies: Array<ReplyRow>,
  /** What cannot be kept. */
  losses: Array<ImportLoss>,
  /** What else is to be known. */
  notes: Array<ImportNote>, };

/**
 * Something about a row or a cell.
 *
 * Codes are those of `IncomingEvent::warnings`, `RefusedItem` and `CellProblem` of the exchange and of the types of
 * `FieldProblem`; and of their own the problems `cancels_unknown` (a cancellation of what is not here), `uid_twice`
 * (an event of the file before it has its UID), and the warnings `uid_reused`, `left_series` (a newer version of the
 * series has the occasion no more), `zone_of_city` {zone} (UTC in the file; told by the city's clocks),
 * `end_zone_moved` {zone} (the end stood in another zone), `url_dropped` (not a web address), `text_cut` {most}.
 */
export type ImportProblem = {
  /** The column, from 0, of a sheet. */
  column: number | null,
  /** The field. */
  field: string | null,
  /** A key of the words: `not_a_date`, `unknown_zone`, `gap`, `uid_reused`, … */
  code: string,
  /** What the words need. */
  params: Record<string, string>, };

/** One event of the file. */
export type ImportRow = {
  /** Names the row in `skip` and `take`: the sheet's row number; in a calendar its place, from 1. */
  row: number,
  /** The line of a calendar it begins at, the row of a sheet. */
  line: number,
  /** What would become of it. */
  verdict: ImportVerdict,
  /** Whether the planner left it out. */
  skipped: boolean,
  /** By which it is known again: the UID, with the instance of a series; a sheet's own key. */
  key: string,
  /** The event that it changes, cancels or equals. */
  event: EventId | null,
  /** What it is called, cleaned. */
  title: string,
  /** The place, as it would be shown. */
  place: string,
  /** How far it has come. */
  status: Status | null,
  /** When, there and in Hong Kong; none for a row that cannot be read. */
  span: ShownSpan | null,
  /** Whether it lasts whole days. */
  all_day: boolean,
  /** What it changes, field by field. */
  changes: Array<FieldChange>,
  /** When the event is now, where the row moves it. */
  before: ShownSpan | null,
  /** Why it is refused. */
  problems: Array<ImportProblem>,
  /** What was read in a way the planner should know. */
  warnings: Array<ImportProblem>, };

/** Takes zone rules from a file or a folder that is asked for in the dialog. */
export type ImportRules = {
  /** What is chosen in the dialog. */
  form?: RulesForm, };

/** What would become of a row. */
export type ImportVerdict = "new" | "changed" | "cancelled" | "same" | "older" | "reused" | "refused";

/** What an import did. */
export type Imported = {
  /** How many of which. */
  counts: ImportCounts,
  /** Number of the one change in the history; none if nothing differed. */
  change: number | null,
  /** The events that are new or other than they were, in the order of the file. */
  events: Array<EventId>, };

/** An invitation, with the party that comes with it. */
export type Invitation = {
  /** Key. */
  id: InvitationId,
  /** To what. */
  event: EventId,
  /** Whom. */
  person: PersonId,
  /** As what. */
  role: InviteeRole,
  /** How far it has come: the status of the last step. */
  status: InvitationStatus,
  /** Every step so far, in the order in which they were recorded; the last is where it stands. */
  steps: Array<Step>,
  /** The quota it counts under; empty for none. */
  segment: string,
  /** Companions known by name. */
  companions: Array<Companion>,
  /** Companions not known by name, beside those named. */
  unnamed: number,
  /** Whether a seat held for VIPs may be taken. */
  vip: boolean,
  /** The invitation in whose stead this one came. */
  substitute_for: InvitationId | null,
  /** When the wait-list was joined; the order of the list. */
  waiting_since: string | null,
  /** The table's name; empty if not seated. */
  table: string,
  /** The seat at the table or in the hall; empty if free. */
  seat: string,
  /** What the guest does not eat, in free text. */
  dietary: string,
  /** What the guest needs to take part, in free text. */
  access: string,
  /** Free text; never printed for guests. */
  notes: string,
  /** What the badge's code says: letters and digits, random, so that it tells nothing of its bearer. */
  badge: string,
  /** How many of the party came; none before check-in. */
  arrived: number | null,
  /** When they checked in. */
  arrived_at: string | null,
  /** SEQUENCE of the last iTIP REQUEST made for it. */
  sequence: number,
  /** SEQUENCE and DTSTAMP of the newest answer by calendar that was taken (RFC 5546 section 2.1.5). */
  answered: [number, string | null] | null, };

/** Key of an [`crate::people::Invitation`]. */
export type InvitationId = string;

/** An invitation on the page of its guest. */
export type InvitationOfPerson = {
  /** Key. */
  id: InvitationId,
  /** To what, and where it stands. */
  event: EventOfPerson,
  /** As what. */
  role: InviteeRole,
  /** How many come with them: named and unnamed. */
  companions: number,
  /** How many of the party came; none before check-in. */
  arrived: number | null,
  /** Table and seat; empty if not seated. */
  seat: string,
  /** Whom they come for: the name of the guest they stand in for; empty for nobody. */
  stands_in_for: string,
  /** Every step, in order. */
  steps: Array<Step>, };

/** Everything about one invitation. */
export type InvitationPage = {
  /** As in the list. */
  row: InviteeRow,
  /** The event's name. */
  event_title: Wording,
  /** When it is. */
  span: ShownSpan | null,
  /** Every step so far, in the order in which they were recorded. */
  steps: Array<StepView>,
  /** Other guests of the event with the same address: an answer from it will be asked about. */
  shares_address_with: Array<InvitationId>, };

/** How far an invitation has come. */
export type InvitationStatus = "long_listed" | "short_listed" | "invited" | "accepted" | "tentative" | "declined" | "wait_listed" | "attended" | "no_show" | "followed_up" | "substituted" | "withdrawn" | "bounced";

/** Which invitees. What is empty does not narrow. */
export type InviteeFilter = {
  /** Part of a name, organisation, address, telephone number or table, in any script. */
  text?: string,
  /** With one of these statuses. */
  status?: Array<InvitationStatus>,
  /** Invited as one of these. */
  role?: Array<InviteeRole>,
  /** Counted under one of these segments; the empty text stands for none. */
  segment?: Array<string>,
  /** Who may take, or may not take, a seat held for VIPs. */
  vip?: boolean | null,
  /** At this table; the empty text stands for no table. */
  table?: string | null,
  /** Only with dietary or access needs. */
  needs?: boolean,
  /** Only those whose answer is overdue. */
  late?: boolean,
  /** Only those who were told of an earlier version of the event. */
  outdated?: boolean, };

/** As what somebody is invited. */
export type InviteeRole = "guest" | "speaker" | "vip" | "candidate" | "partner" | "media";

/** One invitation in a list. */
export type InviteeRow = {
  /** The record, with its steps, companions, seat and needs; its plain fields are set by `records.edit`. */
  invitation: Invitation,
  /** The guest's name in the language asked for. */
  name: string,
  /** Their name in the other script; empty if there is none. */
  name_beside: string,
  /** Where they belong. */
  organisation: string,
  /** Their post. */
  post: string,
  /** The market they are of. */
  market: MarketId | null,
  /** What the market is called. */
  market_name: string,
  /** The address to write to; empty if there is none. */
  email: string,
  /** The telephone number to call; empty if there is none. */
  telephone: string,
  /** In which language they are written to. */
  letter_language: Language,
  /** People in the party, the guest included. */
  party: number,
  /** In whose stead they come; empty if they come for themselves. */
  instead_of: string,
  /** Who comes in their stead; empty if nobody does. */
  substitute: string,
  /** The last step. */
  last_step: StepView | null,
  /** Whether the day for the answer has passed without one. */
  late: boolean,
  /** Whether they were told of an earlier version of the event. */
  outdated: boolean,
  /** Their place on the wait-list, from 1. */
  waiting_place: number | null,
  /** Whether anybody in the party has dietary needs. */
  has_dietary: boolean,
  /** Whether anybody in the party has access needs. */
  has_access: boolean,
  /** Every step that may follow this status by the rules, possible now or with its reason why not. */
  next: Array<PossibleStep>,
  /**
   * What to look at, keys of the words `invitees.warnings.*`: `no_address`, `bounced_address`, `shared_address`,
   * `companion_is_guest`, `erased`, `no_notice`.
   */
  warnings: Array<string>, };

/** In which order. */
export type InviteeSort = "name" | "organisation" | "status" | "role" | "segment" | "table" | "last_step" | "waiting";

/** The invitees of an event. Sums are of all of them; only `rows`, `fitting` and `ids` follow the filter. */
export type Invitees = {
  /** The event. */
  event: EventId,
  /** What it is called. */
  title: Wording,
  /** The city's name. */
  place: Wording,
  /** The venue's name. */
  venue: Wording,
  /** How far it has come. */
  event_status: Status,
  /** When it is. */
  span: ShownSpan | null,
  /** Today by the venue's calendar. */
  today: string,
  /** Whether it has ended. */
  over: boolean,
  /** Its seats. */
  seats: SeatsView,
  /** How many stand at each status, in the order of an invitation's life; all thirteen. */
  funnel: Array<FunnelPart>,
  /** By when an answer is asked for, by the venue's calendar. */
  reply_by: string | null,
  /** How many were invited, have not answered and the day for it has passed. */
  late: number,
  /** How many were told of an earlier version of the event, since moved or cancelled. */
  outdated: number,
  /** How many invitations there are. */
  total: number,
  /** How many fit the filter. */
  fitting: number,
  /** All that fit the filter, in order, so that a selection can be made of what is not shown. */
  ids: Array<InvitationId>,
  /** The rows asked for. */
  rows: Array<InviteeRow>,
  /** Every segment in use or with a quota. */
  segments: Array<string>,
  /** The wait-list in its order. */
  waiting: Array<WaitingRow>,
  /** Who could have a seat now. */
  proposals: Array<ProposalView>,
  /** More seats are promised than there are: what to do about it. None if all is well. */
  lowered: LoweredView | null,
  /** Holds, quotas, tables, reminders; none until somebody sets one. Made and edited by `records.*`. */
  arrangement: Arrangement | null,
  /** Tables with who sits there. */
  tables: Array<TableView>, };

/** Asks for an issue. */
export type IssueCalendar = {
  /** Of which calendar. */
  calendar: CalendarId,
  /** For these recipients; an empty list means all. */
  recipients?: Array<RecipientId>,
  /** Whole, or what changed. */
  kind: IssueKind,
  /** In these forms; an empty list means iCalendar. */
  formats?: Array<IssueFormat>,
  /** The language of the preview's sentences; files are in the calendar's. */
  language?: Language, };

/** A form that an issue can be written in. */
export type IssueFormat = "ics" | "itip" | "xlsx" | "csv" | "html" | "pdf" | "words";

/** Key of an [`crate::Issue`]. */
export type IssueId = string;

/** What an issue holds. */
export type IssueKind = "whole" | "changes";

/** What an issue would be; nothing is written. */
export type IssuePreview = {
  /** The packs: one for all who need the same. */
  packs: Array<PackView>,
  /** What it tells that is not held yet; for a whole issue, too. */
  changes: Array<ChangeView>,
  /** How many events get a higher SEQUENCE by it, because only the zone rules changed or a version came back. */
  raised: number,
  /** Who is up to date already and gets nothing. */
  up_to_date: Array<RecipientId>,
  /** Who has no address and so gets no invitation; only when invitations are asked for. */
  without_address: Array<RecipientId>,
  /** `restricted` if the files have to be marked so. */
  marking: string | null,
  /** What the files never say, keys of the words. */
  leaves_out: Array<string>, };

/** One issue in a list. */
export type IssueRow = {
  /** Key. */
  id: IssueId,
  /** Which one of its calendar, from 1. */
  number: number,
  /** When it was made, in Hong Kong. */
  made: ShownTime,
  /** Who made it. */
  actor: string,
  /** Whole, or what had changed. */
  kind: IssueKind,
  /** Who got it; some may have been removed since. */
  recipients: Array<RecipientId>,
  /** How many events it held that take place. */
  events: number,
  /** How many it cancelled. */
  cancelled: number,
  /** Release of the zone rules it was made with. */
  rules: string, };

/** What was issued. */
export type Issued = {
  /** The folder, to be shown. */
  folder: string,
  /** What was written, and to whom it goes. */
  packs: Array<PackView>,
  /** How many events got a higher SEQUENCE by it. */
  raised: number,
  /** Who has no address and so got no invitation; left out of the record where there was nothing but invitations. */
  without_address: Array<RecipientId>,
  /** Number of the change in the history. Taking it back takes the issue out of the ledger; the files stay. */
  change: number | null, };

/** One file of an issue. */
export type IssuedFile = {
  /** Its name, with `/` where it lies in a folder of the chosen one. */
  name: string,
  /** Bytes. */
  size: number,
  /** The one recipient it is for, if it is an invitation. */
  recipient: RecipientId | null, };

/** A language the office writes in. */
export type Language = "en" | "zh-Hant" | "zh-Hans";

/** Who can see what on this laptop. */
export type LaptopView = {
  /** Name of the workspace file. */
  name: string,
  /** Its folder. */
  folder: string,
  /** Bytes. */
  size: number,
  /** How pages are encrypted, a key of the words: `aes_256`. */
  encryption: string,
  /** Memory that deriving the key from the passphrase takes, in KiB. */
  key_memory_kib: number,
  /** Whether the system keychain opens the file for whoever is signed in to this machine. */
  keychain: boolean,
  /** The user of this machine who has it open. */
  user: string,
  /** Whether other users of this machine may read the encrypted file; null where the system does not tell. */
  others_may_read: boolean | null,
  /** When it was opened last before now, Hong Kong wall time; null if not known. */
  last_opened: string | null,
  /** After so many minutes without use it locks itself; 0 means never. */
  locks_after_minutes: number,
  /** The folder of backups. */
  backups_folder: string,
  /** Backups there are: each is encrypted with the same key. */
  backups: Array<BackupView>,
  /** Files about people that this program wrote and that still lie where they were written. */
  exports: Array<ExportOnDisk>,
  /** How many of them are not encrypted. */
  exports_in_the_open: number, };

/** A stay in one city. Its times are wall times of `zone`. */
export type Leg = {
  /** Key. */
  id: LegId,
  /** The mission it belongs to. */
  mission: MissionId,
  /** The city, where the reference data knows it. */
  city: CityId | null,
  /** The city's name as shown; kept even when the reference data changes. */
  place: Wording,
  /** IANA zone of the city. */
  zone: string,
  /** Wall time from which the team is in the city. */
  arrive: string,
  /** Which of the two, if `arrive` happens twice. */
  arrive_fold: "earlier" | "later" | null,
  /** Wall time at which the team leaves the city. */
  depart: string,
  /** Which of the two, if `depart` happens twice. */
  depart_fold: "earlier" | "later" | null,
  /** Hotel, in free text. */
  lodging: string,
  /** How the team comes to this city, if planned. */
  travel: Travel | null,
  /** Free text. */
  notes: string, };

/** Key of a [`crate::Leg`]. */
export type LegId = string;

/** A leg with its times. */
export type LegView = {
  /** The record. */
  leg: Leg,
  /** The stay; none if the rules do not know the zone. */
  span: ShownSpan | null,
  /** The journey there, each end in its own zone. */
  travel: TravelView | null, };

/** A template of letters and e-mails. Fields stand in braces: `{honorific}`, `{family}`, `{event}`, `{when}`, … */
export type Letter = {
  /** Key. */
  id: LetterId,
  /** What planners call it. */
  name: string,
  /** What it is for. */
  kind: LetterKind,
  /** Subject, in each language. */
  subject: Wording,
  /** Text, in each language; a blank line parts paragraphs. */
  body: Wording, };

/** A field that templates may name. */
export type LetterField = {
  /** As it is written between braces; each of the names may stand there instead. */
  name: string,
  /** What it is called. */
  names: Wording, };

/** As what letters are written. */
export type LetterForm = "eml" | "mail_merge";

/** Key of a [`crate::people::Letter`]. */
export type LetterId = string;

/** Names one template. */
export type LetterKey = {
  /** Which. */
  id: LetterId, };

/** What a letter is for. */
export type LetterKind = "invitation" | "reminder" | "promotion" | "cancellation" | "follow_up" | "announcement";

/** What would be written; nothing is stored. */
export type LetterPreview = {
  /** How many letters. */
  letters: number,
  /**
   * Who gets none, by reason: `no_address`, `erased`, `letter_not_for_status`, `consent_refused` (to be held for
   * events), `marketing_refused` (objected to direct marketing), `marketing_not_agreed` (a letter that tells of
   * schemes and services needs a yes), …
   */
  refused: Array<Refusal>,
  /**
   * What to look at before sending, by reason: `no_notice` (was given no collection notice), `shared_address`,
   * `bounced_address`.
   */
  warnings: Array<Refusal>,
  /** Fields that some have no value for. */
  missing: Array<MissingField>,
  /** Fields the template names that do not exist. */
  unknown: Array<string>,
  /** The letter asked for; none if there is none. */
  one: MergedLetter | null,
  /** The name of the folder or file that would be suggested. */
  suggested_name: string,
  /** The marking, a key of the words: always `restricted`. */
  marking: string, };

/** A template in the list. The record itself is read by `letters.show` and written by `records.*`. */
export type LetterRow = {
  /** Key. */
  id: LetterId,
  /** What planners call it. */
  name: string,
  /** What it is for. */
  kind: LetterKind,
  /** In which languages it is written. */
  languages: Array<Language>,
  /** Fields it names. */
  fields: Array<string>, };

/** Templates and what they may name. */
export type Letters = {
  /** Templates, by kind and name. */
  letters: Array<LetterRow>,
  /** Every field. */
  fields: Array<LetterField>,
  /**
   * Who invites by the calendars that are given out, each once. An event that went out with one of them is best
   * written about from there: a calendar takes a change only from whoever invited.
   */
  senders: Array<Sender>, };

/** What was written. */
export type LettersWritten = {
  /** Name of the folder or file. */
  name: string,
  /** The folder it lies in, to be shown. */
  folder: string,
  /** How many letters. */
  letters: number,
  /** How many files. */
  files: number,
  /** Bytes, all files together. */
  size: number,
  /** Number of the change that logged it. */
  change: number | null, };

/** Asks for likely duplicates of all people; takes seconds the first time after people changed. */
export type ListAlike = {
  /** The first pair wanted, from 0. */
  from?: number,
  /** So many pairs, 200 at most; 0 means 50. */
  rows?: number,
  /** How sure. */
  band?: AlikeBand,
  /** The language of names. */
  language?: Language, };

/** Asks for rows. */
export type ListEvents = {
  /** Which events. */
  filter?: EventFilter,
  /** The language of names in the rows. */
  language?: Language, };

/** Asks for changes, newest first. */
export type ListHistory = {
  /** Only those that touched this record. */
  record?: RecordKey | null,
  /** Only those before this one. */
  before?: number,
  /** At most so many; 0 means 100. */
  limit?: number, };

/** Asks for the special days of countries. */
export type ListHolidays = {
  /** Countries or territories. */
  countries: Array<CountryCode>,
  /** First day. */
  from: string,
  /** Last day, included. */
  until: string, };

/** Asks for the invitees of an event. */
export type ListInvitees = {
  /** Of this event. */
  event: EventId,
  /** Those. */
  filter?: InviteeFilter,
  /** In this order. */
  sort?: InviteeSort,
  /** The last first. */
  descending?: boolean,
  /** From this one, counted from 0. */
  from?: number,
  /** So many rows; 0 means all. */
  rows?: number,
  /** Names in this language. */
  language?: Language, };

/** Asks for the missions with an event or a day in the filter. */
export type ListMissions = {
  /** Which. */
  filter?: EventFilter,
  /** The language of names in the rows. */
  language?: Language, };

/** Asks for a window of the list of people. */
export type ListPeople = {
  /**
   * What was typed into the search of people: words, and operators `event:` `market:` `status:` `tag:` `list:`
   * `sector:` `scheme:` `has:` `is:` `consent:` `source:`, each with a `-` before it for the contrary; of values with
   * commas between them any may fit: `status:accepted,tentative market:"United Kingdom",Malaysia`.
   */
  query?: string,
  /** What was ticked. */
  filter?: PeopleFilter,
  /** In which order. */
  sort?: PeopleSort,
  /** The other way round. What is empty comes last either way. */
  descending?: boolean,
  /** Put together by this first. */
  group?: PeopleGrouping | null,
  /** The first row wanted, from 0, over all groups. */
  from?: number,
  /** So many rows, 500 at most. */
  rows?: number,
  /** Whether facets are wanted; a screen that only scrolls need not ask for them again. */
  facets?: boolean,
  /** The language of names. */
  language?: Language, };

/** Asks for keys alone: to select rows that a screen has not loaded. */
export type ListPeopleKeys = {
  /** Of this list; its `rows` may be up to 100,000, 0 means all. */
  list: ListPeople, };

/** Asks for the answers of guests. */
export type ListReplies = {
  /** Only those to this event. */
  event?: EventId | null,
  /** The language of names. */
  language?: Language, };

/** All that can be chosen in a field: read once, again when told that it changed. */
export type Lists = {
  /** Programmes, by first day. */
  programmes: Array<Programme>,
  /** Markets, by region and name. */
  markets: Array<Market>,
  /** Offices, by name. */
  offices: Array<Office>,
  /** Venues, by name. */
  venues: Array<Venue>,
  /** Partner bodies, by name. */
  partners: Array<Partner>,
  /** Delegates, by family name. */
  delegates: Array<Delegate>,
  /** Corrections of holidays, by date. */
  day_overrides: Array<DayOverride>,
  /** Every tag in use. */
  tags: Array<string>, };

/** The export log, the latest first. */
export type LogPage = {
  /** How many lines in all. */
  total: number,
  /** The lines asked for. */
  rows: Array<LogRow>, };

/** A line of the export log. */
export type LogRow = {
  /** What was written, where it lies and what became of it. */
  file: ExportOnDisk,
  /** Who wrote it. */
  actor: string,
  /** The event it is about; empty for none. */
  about: string,
  /** For what, in the words of who wrote it. */
  purpose: string, };

/** More seats are promised than there are. */
export type LoweredView = {
  /** Seats there are. */
  capacity: number,
  /** Seats promised. */
  taken: number,
  /** Seats over. */
  over: number,
  /** Who accepted last and would be the fairest to ask to wait: as many parties as free the seats. Nobody is dropped. */
  proposed: Array<ProposalView>, };

/** Checks a party in, in whole or in part, or takes it back. */
export type MarkArrived = {
  /** At the desk of this event. */
  event: EventId,
  /** Whose party. */
  invitation?: InvitationId | null,
  /** Or the code of their badge. */
  badge?: string | null,
  /** How many came; without it the whole party. 0 takes the check-in back. */
  arrived?: number | null,
  /** Names in this language. */
  language?: Language, };

/** A market with its target sectors. */
export type Market = {
  /** Key. */
  id: MarketId,
  /** ISO 3166-1 code of the country or territory. */
  country: CountryCode,
  /** What it is called. */
  name: Wording,
  /** The part of the world it lies in. */
  region: Region,
  /** The sectors the office looks for there. */
  sectors: Array<Sector>,
  /** The office that covers it. */
  office: OfficeId | null,
  /** Free text. */
  notes: string, };

/** Key of a [`crate::Market`]. */
export type MarketId = string;

/** One item of the guest's programme. */
export type Meeting = {
  /** Start, wall time of Hong Kong. */
  start: string,
  /** End, wall time of Hong Kong, excluded. */
  end: string,
  /** What. */
  what: Wording,
  /** Where. */
  place: Wording,
  /** With whom, in free text. */
  with: string, };

/** One meeting. */
export type MeetingView = {
  /** Its place in the record's `meetings`, from 0. */
  at: number,
  /** When: `hong_kong` is the time of the meeting, `local` the guest's clock at home. */
  span: ShownSpan | null,
  /** What. */
  what: string,
  /** Where. */
  place: string,
  /** With whom. */
  with: string,
  /** Whether another meeting overlaps it. */
  overlaps: boolean, };

/** A place where another record names a person. */
export type Mention = {
  /** The record. */
  record: RecordKey,
  /** What it is called. */
  title: string,
  /** Which field, a key of the words. */
  field: string,
  /** The text around it. */
  excerpt: string, };

/** Asks for merged letters. */
export type MergeLetters = {
  /** About this event. */
  event: EventId,
  /** From this template. */
  letter: LetterId,
  /** To these guests of the event. */
  invitations: Array<InvitationId>,
  /** In this language; without it each guest's own. */
  language?: Language | null,
  /** As this. */
  form?: LetterForm,
  /** The name letters are sent under; without it the office's. */
  from_name?: string,
  /** The address that answers go to. Needed for `.eml`: a calendar invitation has an organiser. */
  from_address?: string,
  /** Whether those not yet invited become so in the same change. */
  mark_invited?: boolean,
  /** For what, in the words of who writes them; kept in the log of disclosures. */
  purpose?: string,
  /** Which letter the preview shows, from 0. */
  at?: number, };

/** Makes one record of two. Both histories stay; what hangs on the record that is given up hangs on the other then. */
export type MergePeople = {
  /** The record that stays. */
  keep: PersonId,
  /** The record that is given up: it stays in the file, merged into the other, and in no list. */
  drop: PersonId,
  /**
   * Whose value is taken, by field; where nothing is said as [`ComparedField::suggested`]. Notices and consents
   * are always both kept.
   */
  take?: { [key in string]: Take }, };

/** One letter as it would be read. */
export type MergedLetter = {
  /** To whom. */
  invitation: InvitationId,
  /** Their name. */
  name: string,
  /** To which address. */
  address: string,
  /** In which language. */
  language: Language,
  /** The subject. */
  subject: string,
  /** The text; a blank line parts paragraphs. */
  body: string,
  /** Fields that have no value for this guest. */
  missing: Array<string>,
  /** The calendar invitation that goes along: `request`, `cancel`, or empty for none. */
  calendar: string, };

/** A record that was merged into another. */
export type MergedPerson = {
  /** The record that was given up; `people.show` shows it as it was. */
  person: PersonId,
  /** What it was called. */
  name: string, };

/** A field that some letters lack. */
export type MissingField = {
  /** Its name, as the template writes it between braces. */
  field: string,
  /** How many letters lack it. */
  count: number,
  /** Whose; at most the first hundred. */
  which: Array<InvitationId>, };

/** A mission: legs in one or more cities and the events held there. */
export type Mission = {
  /** Key. */
  id: MissionId,
  /** The programme it belongs to. */
  programme: ProgrammeId,
  /** What planners call it. */
  title: Wording,
  /** What sort of trip it is. */
  kind: MissionKind,
  /** The promotion region it counts for. */
  region: Region,
  /** The part of the world it takes place in; never [`Region::GbaJoint`]. */
  geographic_region: Region,
  /** Targeted markets, the main one first. */
  markets: Array<MarketId>,
  /** How far it has come. */
  status: Status,
  /** First day, by the calendar of the first city. */
  from: string,
  /** Last day, included, by the calendar of the last city. */
  until: string,
  /** The travelling team. */
  team: Array<DelegateId>,
  /** Who leads it. */
  lead: DelegateId | null,
  /** Economic and Trade Offices that help. */
  offices: Array<OfficeId>,
  /** Partner bodies and what each is responsible for. */
  partners: Array<Responsibility>,
  /** Target sectors. */
  sectors: Array<Sector>,
  /** Budget in whole Hong Kong dollars. */
  budget_hkd: number | null,
  /** Free text. */
  notes: string,
  /** Free labels. */
  tags: Array<string>, };

/** One day of a mission in one city. */
export type MissionDay = {
  /** The day, by the city's calendar. */
  date: string,
  /** The leg, if the day lies in one. */
  leg: LegId | null,
  /** Holiday, weekend or fast there. */
  notes: Array<DayNote>,
  /** In order of time. */
  items: Array<DayItem>, };

/** Key of a [`crate::Mission`]. */
export type MissionId = string;

/** Names one mission. */
export type MissionKey = {
  /** Which mission. */
  id: MissionId, };

/** What sort of trip a mission is. */
export type MissionKind = "roadshow" | "joint_mission" | "inbound_visit" | "online";

/** What moving or copying a mission does, or would do. */
export type MissionMoved = {
  /** The mission moved, or the copy. */
  id: MissionId,
  /** First day. */
  from: string,
  /** Last day, included. */
  until: string,
  /** How many events came along. */
  events: number,
  /** Times that do not exist, or exist twice, in the new place or on the new day, and what was taken. */
  adjusted: Array<AdjustedTime>,
  /** What the checks say of the mission at its new dates. */
  findings: Array<FindingView>, };

/** Everything about one mission. */
export type MissionPage = {
  /** The record. */
  mission: Mission,
  /** Legs in order of arrival. */
  legs: Array<LegView>,
  /** Day by day: what happens, by each city's calendar. */
  days: Array<MissionDay>,
  /** What the checks say about the mission, its legs and its events. */
  findings: Array<FindingView>,
  /** How many events, those that are off left out. */
  events: number, };

/** One mission in a list. Rows come in order of their first day. */
export type MissionRow = {
  /** Key. */
  id: MissionId,
  /** Its name in the language asked for. */
  title: string,
  /** What sort of trip. */
  kind: MissionKind,
  /** Region. */
  region: Region,
  /** How far it has come. */
  status: Status,
  /** First day. */
  from: string,
  /** Last day, included. */
  until: string,
  /** Names of the cities in order. */
  places: Array<string>,
  /** Names of the markets. */
  markets: Array<string>,
  /** How many events. */
  events: number,
  /** How many travel. */
  team: number,
  /** How many problems the checks found in it. */
  problems: number,
  /** How many warnings the checks found in it. */
  warnings: number, };

/** How many events a month has. */
export type MonthCount = {
  /** First day of the month. */
  month: string,
  /** How many events start in it, by the venue's calendar. */
  events: number, };

/** Moves an event in time. */
export type MoveEvent = {
  /** Which event. */
  id: EventId, } & ({ "by": {
    /** Days. */
    days: number,
    /** Minutes. */
    minutes: number, } } | { "at": {
    /** New start. */
    start: string,
    /** New end. */
    end?: string | null,
    /** New zone. */
    zone?: string | null,
    /** The choice where the start happens twice. */
    start_fold?: "earlier" | "later",
    /** The choice where the end happens twice. */
    end_fold?: "earlier" | "later", } });

/** What a move would do; nothing is stored. */
export type MovePreview = {
  /** When it would be; none if the new time lies in a gap or an undecided fold. */
  span: ShownSpan | null,
  /** What the checks would say. */
  findings: Array<FindingView>,
  /** Why the move would be refused: the new time lies in a gap or an undecided fold, or in no year. */
  refusal: ErrorView | null, };

/** An event whose instant changed when newer zone rules came into force. Its wall time is as the planner typed it. */
export type MovedByRules = {
  /** Which event. */
  id: EventId,
  /** What it is called. */
  title: Wording,
  /** When it would have been by the former rules. */
  before: ShownSpan,
  /** When it is. */
  after: ShownSpan,
  /** Release of the rules that were in force before. */
  former_release: string,
  /** Recipients of calendars who hold the time of before. */
  holders: Array<Holder>, };

/** Asks for names of people by key. */
export type NamePeople = {
  /** Whose; 1,000 at most. */
  people: Array<PersonId>,
  /** The language of names. */
  language?: Language, };

/** A person or a body. */
export type Nature = "person" | "body";

/** Nominates somebody. */
export type Nominate = {
  /** Whom. */
  person: PersonId,
  /** Who puts the name forward. */
  nominated_by?: string,
  /** Why. */
  reason?: string,
  /** For which sector. */
  sector?: Sector | null,
  /** The words of the usual check-list are in this language. */
  language?: Language, };

/** The request of a route that needs nothing. */
export type Nothing = Record<string, never>;

/**
 * One version of a collection notice (Personal Data (Privacy) Ordinance, data protection principle 1(3)). A
 * version that was given to somebody is never edited; a new one is made.
 */
export type Notice = {
  /** Key. */
  id: NoticeId,
  /** What it is called. */
  name: Wording,
  /** Which version of it: 1, 2, … */
  version: number,
  /** From when it is given. */
  from: string,
  /** The purposes it names. */
  purposes: Array<Purpose>,
  /** For how many months data collected under it is kept. */
  retain_months: number,
  /** Its text. */
  text: Wording, };

/** A collection notice that somebody was given. */
export type NoticeGiven = {
  /** Which notice, in which version. */
  notice: NoticeId,
  /** On which day. */
  on: string,
  /** How: on the form, by e-mail, at the desk. */
  by: string, };

/** Key of a [`crate::people::Notice`]. */
export type NoticeId = string;

/** A collection notice that was given. */
export type NoticeOfPerson = {
  /** Which. */
  notice: NoticeId,
  /** What it is called, in the language. */
  name: string,
  /** Which version. */
  version: number,
  /** On which day. */
  on: string,
  /** How. */
  by: string, };

/** A version of a collection notice. */
export type NoticeRow = {
  /** Key. */
  id: NoticeId,
  /** What it is called, in the language asked for. */
  name: string,
  /** Its version. */
  version: number,
  /** From when it is given. */
  from: string,
  /** The purposes it names. */
  purposes: Array<Purpose>,
  /** For how many months data collected under it is kept. */
  retain_months: number,
  /** How many people were given it. */
  given: number,
  /** For how many of them it is the latest they were given. */
  holders: number,
  /** Whether no later version of the name is in force today. */
  in_force: boolean,
  /** Whether it may still be edited: nobody was given it. */
  editable: boolean,
  /** The record, for its text and its name in the other languages. */
  record: Notice, };

/** Asks what the wait-list proposes, or how to seat those who come. */
export type OfEvent = {
  /** Which event. */
  event: EventId,
  /** Names in this language. */
  language?: Language, };

/** An office abroad or in the Mainland. */
export type Office = {
  /** Key. */
  id: OfficeId,
  /** What it is called. */
  name: Wording,
  /** The city it sits in. */
  city: CityId | null,
  /** IANA zone. */
  zone: string,
  /** Free text. */
  notes: string, };

/** Key of an [`crate::Office`]. */
export type OfficeId = string;

/** What became of a file that was written. */
export type OnDisk = "unchanged" | "changed" | "gone" | "unknown";

/** Opens a workspace. */
export type OpenWorkspace = {
  /** A choice from `workspace.choose` or of a recent one. */
  choice: number,
  /** None to use the key in the system keychain. */
  passphrase?: string | null, };

/** Rules that were found but are not in force. */
export type OtherRules = {
  /** Release, if it could be read. */
  release: string | null,
  /** Where they are from. */
  source: string,
  /** Why they are not in force: `older`, `same`, `broken`. */
  reason: string, };

/** What came of a visit. */
export type Outcome = "scheme_applied" | "joined" | "declined";

/** One pack: the files for all recipients who need the same. */
export type PackView = {
  /** The issue's number. */
  number: number,
  /** Who gets it. */
  recipients: Array<RecipientId>,
  /** How many events in it take place. */
  events: number,
  /** How many it cancels. */
  cancelled: number,
  /** Its files. */
  files: Array<IssuedFile>, };

/** A page as a picture. */
export type PagePictureView = {
  /** Which page, from 1. */
  page: number,
  /** `image/svg+xml` or `image/png`. */
  media_type: string,
  /** The picture as a `data:` address. */
  address: string, };

/** What paper about people holds, before it is written. */
export type PaperPreview = {
  /** How many people it names. */
  people: number,
  /** The name that would be suggested. */
  suggested_name: string,
  /** The marking, a key of the words: `restricted`. */
  marking: string,
  /** Bytes. */
  size: number,
  /** Pages. */
  pages: number,
  /** One of them. */
  page_picture: PagePictureView, };

/** Paper that was written. */
export type PaperWritten = {
  /** The file's name. */
  name: string,
  /** The folder it lies in, to be shown. */
  folder: string,
  /** How many people it names. */
  people: number,
  /** Pages. */
  pages: number,
  /** Bytes. */
  size: number,
  /** Number of the change that logged it. */
  change: number | null, };

/** A partner body. */
export type Partner = {
  /** Key. */
  id: PartnerId,
  /** What it is called. */
  name: Wording,
  /** What sort of body it is. */
  kind: PartnerKind,
  /** The city it sits in, where the reference data knows it. */
  city: CityId | null,
  /** Its page. */
  url: string,
  /** Free text. */
  notes: string, };

/** Key of a [`crate::Partner`]. */
export type PartnerId = string;

/** What sort of body a partner is. */
export type PartnerKind = "government" | "university" | "chamber" | "association" | "employer" | "other";

/** Takes what was pasted: a table as spreadsheets put it on the clipboard, or contact cards. */
export type PastePeople = {
  /** The text, 16 MB at most. */
  text: string, };

/** How paper is written. */
export type PdfChoices = {
  /** What is printed. */
  document: PdfDocument,
  /** Which mission, for a booklet. */
  mission?: MissionId | null,
  /** Which event, for a run sheet. */
  event?: EventId | null,
  /**
   * Any day of the year or month that is printed; without it the present one, or the nearest that holds an event
   * of the filter: one to come before one gone by.
   */
  day?: string | null,
  /** How large the pages of a year or a month are; the others are always A4. */
  size?: PdfSize, };

/** What is printed. */
export type PdfDocument = "year" | "month" | "booklet" | "run_sheet";

/** A size of paper (ISO 216). */
export type PdfSize = "a4" | "a3";

/** What can be done to many people. */
export type PeopleAct = { "act": "tag",
  /** The tag. */
  tag: string, } | { "act": "untag",
  /** The tag. */
  tag: string, } | { "act": "market",
  /** Null takes it away. */
  market: MarketId | null, } | { "act": "sector",
  /** Which. */
  sector: Sector, } | { "act": "not_sector",
  /** Which. */
  sector: Sector, } | { "act": "retain",
  /** The last day; null for no day. */
  until: string | null, } | { "act": "notice",
  /** Which. */
  notice: NoticeId,
  /** On which day; without it today, by Hong Kong's calendar. */
  on?: string | null,
  /** How: on the form, by e-mail, at the desk. */
  by?: string, } | { "act": "consent",
  /** For what. */
  purpose: Purpose,
  /** Given, or refused or taken back. */
  given: boolean,
  /** On which day; without it today, by Hong Kong's calendar. */
  on?: string | null,
  /** How: on the form, by e-mail, by telephone. */
  by?: string, } | { "act": "remove" };

/** How many rows have which verdict. `total` is the sum of the verdicts. */
export type PeopleCounts = {
  /** Rows in the file. */
  total: number,
  /** Of their own. */
  new: number,
  /** Say more than what is stored. */
  changed: number,
  /** Say what is stored. */
  same: number,
  /** Possible duplicates. */
  alike: number,
  /** Refused. */
  refused: number,
  /** Left out by the planner, of whichever verdict. */
  skipped: number,
  /** Possible duplicates that nobody has decided. */
  undecided: number,
  /** Records that the commit would make. */
  adds: number,
  /** Records that the commit would change. */
  changes: number, };

/** What became of one deed for many. */
export type PeopleDone = {
  /** How many were named. */
  asked: number,
  /** To how many it was done. */
  done: number,
  /** With how many it was so already. */
  already: number,
  /** What was refused, by reason. `asked` is `done`, `already` and these together. */
  refused: Array<PeopleRefused>,
  /** Number of the one change in the history; none if nothing differed or it was a preview. */
  change: number | null, };

/** What can be ticked. Each list is counted over all that fits but for its own ticks. */
export type PeopleFacets = {
  /** `person`, `body`. */
  natures: Array<Facet>,
  /** Every market that somebody is of, by name; and none. */
  markets: Array<Facet>,
  /** Every segment that somebody is in. */
  sectors: Array<Facet>,
  /** Every scheme that somebody asked about. */
  schemes: Array<Facet>,
  /** Every language that somebody speaks. */
  languages: Array<Facet>,
  /** Every tag in use, also at 0. */
  tags: Array<Facet>,
  /** Every saved list, also at 0. */
  lists: Array<Facet>,
  /** Where invitations stand; to the event of the filter if one is named. */
  statuses: Array<Facet>,
  /** `events:given`, `events:refused`, `events:unknown`, …: purpose and what was said. */
  consents: Array<Facet>,
  /** `due`, `soon`, `later`, `none`. */
  retention: Array<Facet>, };

/** What sort of list it is. */
export type PeopleFileKind = "sheet" | "cards";

/** Which people: all that is set must fit; of one list any. */
export type PeopleFilter = {
  /** People or bodies. */
  natures?: Array<Nature>,
  /** Of these markets; null is of none. */
  markets?: Array<MarketId | null>,
  /** In these segments. */
  sectors?: Array<Sector>,
  /** Who asked about these schemes. */
  schemes?: Array<Scheme>,
  /** Who speak these languages, as BCP 47 tags. */
  languages?: Array<string>,
  /** With these tags. */
  tags?: Array<string>,
  /** On these saved lists. */
  lists?: Array<SavedListId>,
  /** With an invitation that stands there; to `event` if one is named. */
  statuses?: Array<InvitationStatus>,
  /** Invited to it. */
  event?: EventId | null,
  /** Not invited to it yet. */
  not_event?: EventId | null,
  /** What they said about the use of their data. */
  consents?: Array<ConsentWanted>,
  /** Who were given one of these versions of a collection notice. */
  notices?: Array<NoticeId>,
  /** How long they may be held. */
  retention?: Array<RetentionBand>,
  /** Of whom all of this is known. */
  has?: Array<HasWhat>,
  /** Of whom none of this is known. */
  lacks?: Array<HasWhat>,
  /** Only who has a likely duplicate, as far as duplicates were looked for. */
  likely?: boolean, };

/** A format that people can be written in. */
export type PeopleFormat = "xlsx" | "csv" | "vcf";

/** People put together. */
export type PeopleGroup = {
  /** Key of the value: a record's key, a word of the record; empty for none. */
  key: string,
  /** Its name in the language; empty for what the words of the screen say (nature, sector, retention) and for none. */
  name: string,
  /** How many. */
  count: number, };

/** By what people are put together. */
export type PeopleGrouping = "nature" | "market" | "organisation" | "sector" | "language" | "retention" | "source";

/** What an import did. */
export type PeopleImported = {
  /** How many of which. */
  counts: PeopleCounts,
  /** Number of the one change in the history; none if nothing differed. */
  change: number | null,
  /** The people that are new or other than they were, in the order of the file; the first 1,000. */
  people: Array<PersonId>, };

/** A window of the list. */
export type PeoplePage = {
  /** People in the ledger, but for those merged into others and those erased. */
  total: number,
  /** Those who fit: so many rows there are. */
  fitting: number,
  /** The first row of this window, from 0. */
  from: number,
  /** The window. */
  rows: Array<PersonRow>,
  /** All groups in their order; their counts add up to `fitting`. Empty where nothing is put together. */
  groups: Array<PeopleGroup>,
  /** What can be ticked; none if not asked for. */
  facets: PeopleFacets | null,
  /** What of the query was not understood; the rest holds. */
  problems: Array<QueryProblem>, };

/** What an import would do. Nothing is stored. */
export type PeoplePreview = {
  /** The file's name; empty for what was pasted. */
  name: string,
  /** Bytes. */
  size: number,
  /** Changes with the file; to be sent with the commit. */
  fingerprint: string,
  /** What sort of list it is. */
  kind: PeopleFileKind,
  /** How a spreadsheet was read. */
  sheet: SheetReading | null,
  /** How the text of cards was read; of a spreadsheet see `sheet`. */
  encoding: EncodingView | null,
  /** Orders of dates that have to be said before. */
  date_asks: Array<DatesAsked>,
  /** Whether everything that has to be said is said: dates, and possible duplicates. */
  answered: boolean,
  /** How many of which. */
  counts: PeopleCounts,
  /** How many rows there are with the verdict asked for. */
  fitting: number,
  /** The first row of this window, from 0. */
  from: number,
  /** The window, in the order of the file. */
  rows: Array<PersonImportRow>,
  /** What cannot be kept. */
  losses: Array<ImportLoss>,
  /** What else is to be known. */
  notes: Array<ImportNote>, };

/** People to whom a deed could not be done, for one reason. */
export type PeopleRefused = {
  /**
   * A key of the words `errors.*`: `not_found`, `person_erased`, `person_merged`, `person_in_use`,
   * `notice_not_yet`, `too_many`.
   */
  code: string,
  /** What the words need. */
  params: Record<string, string>,
  /** How many. */
  count: number,
  /** The first of them, 100 at most. */
  people: Array<PersonId>, };

/** By what people are sorted. */
export type PeopleSort = "best" | "name" | "family" | "chinese" | "organisation" | "post" | "market" | "email" | "telephone" | "tags" | "invitations" | "visits" | "last_event" | "retain_until" | "created" | "source";

/** Somebody the office knows. Names are kept in parts, so that none is ever turned round. */
export type Person = {
  /** Key. */
  id: PersonId,
  /** A person or a body. */
  nature: Nature,
  /** Family name in Latin letters; of a body its name. */
  family: string,
  /** Given name in Latin letters. */
  given: string,
  /** Whole name in Chinese characters, family name first, in whichever characters its bearer uses. */
  chinese: string,
  /** By what name they like to be called. */
  preferred: string,
  /** `Dr`, `Prof.`, `Ms`, …, in free text. */
  honorific: string,
  /** Their post. */
  post: Wording,
  /** The body they belong to. */
  organisation: Wording,
  /** The market they are of. */
  market: MarketId | null,
  /** Talent List segments. */
  sectors: Array<Sector>,
  /** Schemes they asked about. */
  schemes: Array<Scheme>,
  /** Passports held, ISO 3166-1 alpha-2; only where the person gave it. */
  passports: Array<string>,
  /** Where they studied, ISO 3166-1 alpha-2; only where the person gave it. */
  university_region: string,
  /** Languages spoken, as BCP 47 tags; the first is the one to write in. */
  languages: Array<string>,
  /** E-mail addresses; the first is the one to write to. Two people may share one. */
  emails: Array<Email>,
  /** Telephone numbers. */
  telephones: Array<Telephone>,
  /** Free labels. */
  tags: Array<string>,
  /** Free text. */
  notes: string,
  /** Where the data came from: a file, a card, a call. */
  source: string,
  /**
   * Fingerprints of the rows and cards of files that were read into this record, by which they are known again:
   * a file taken in twice adds nothing, whatever was corrected here since.
   */
  origins: Array<string>,
  /** Collection notices they were given. */
  notices: Array<NoticeGiven>,
  /** For what their data may be used, each with its date. */
  consents: Array<Consent>,
  /** After this day nothing of them may be held any more. */
  retain_until: string | null,
  /** The record into which this one was merged. */
  merged_into: PersonId | null,
  /** When everything that tells who it was has been erased. */
  erased: string | null,
  /** When the record was made. */
  created: string, };

/** A person that was found; best first. */
export type PersonHit = {
  /** Who. */
  id: PersonId,
  /** A person or a body. */
  nature: Nature,
  /** Name in the language. */
  name: string,
  /** Name in the other script; empty if there is none. */
  other_name: string,
  /** What tells them from their namesakes: post, organisation, market. */
  detail: string,
  /** Where it was found: `name`, `organisation`, `email`, `telephone`, `tag`, `other`; empty if by operators alone. */
  found_in: string, };

/** Key of a [`crate::people::Person`]. */
export type PersonId = string;

/** A row or card of the file. */
export type PersonImportRow = {
  /** Names the row in corrections and decisions: the sheet's row number; of cards the place, from 1. */
  row: number,
  /** What would become of it by itself. */
  verdict: PersonVerdict,
  /** What was decided about it. */
  decision: RowDecision | null,
  /** Its cells as they are written, corrected ones as they were corrected; empty for cards. */
  cells: Array<string>,
  /** What it was read as; of a refused row as far as it could be. */
  draft: Person,
  /** The name in the language. */
  name: string,
  /** The record that it changes or equals. */
  person: PersonRow | null,
  /** What it changes there, field by field. */
  changes: Array<FieldChange>,
  /** Who it may be, the likeliest first. */
  alike: Array<AlikeView>,
  /** Why it is refused, or cells that could not be read. */
  problems: Array<ImportProblem>,
  /** What was read in a way the planner should know. */
  warnings: Array<ImportProblem>, };

/** What somebody is called. A Chinese name is never turned round. */
export type PersonNames = {
  /** In the language asked for. */
  shown: string,
  /** In the other script; empty if there is none. */
  other: string,
  /** In Latin letters. */
  latin: string,
  /** In Chinese characters. */
  chinese: string,
  /** As it is sorted. */
  sort: string,
  /** As it is written above a letter. */
  addressed: string, };

/** Everything about one person. */
export type PersonPage = {
  /** The record, to be edited by `records.edit`; of one merged away or erased it is only to be looked at. */
  person: Person,
  /** What they are called. */
  names: PersonNames,
  /** Post in the language. */
  post: string,
  /** Organisation in the language. */
  organisation: string,
  /** The market's name; empty for none. */
  market_name: string,
  /** How long they may be held. */
  retention: RetentionBand,
  /** What they said about each purpose, the latest of each. */
  consents: Array<ConsentWanted>,
  /** Invitations, the latest event first. */
  invitations: Array<InvitationOfPerson>,
  /** Events to which they come along with somebody else, the latest first. */
  companion_at: Array<CompanionAt>,
  /** Visits, the latest first. */
  visits: Array<VisitOfPerson>,
  /** Collection notices they were given, the latest first. */
  notices: Array<NoticeOfPerson>,
  /** What left the laptop with them in it, the latest first. */
  disclosures: Array<DisclosureOfPerson>,
  /** Records that were merged into this one. */
  merged: Array<MergedPerson>,
  /** Who may be the same, the likeliest first. */
  alike: Array<AlikeView>,
  /** All of it in order, the latest first. */
  story: Array<StoryItem>,
  /** Whether changes of the record are missing in the story because something is being written right now. */
  changes_missing: boolean, };

/** A person as a row. */
export type PersonRow = {
  /** The record, to be edited in place by `records.edit`. */
  person: Person,
  /** Name in the language. */
  name: string,
  /** Name in the other script; empty if there is none. */
  other_name: string,
  /** Name as it is sorted. */
  sort_name: string,
  /** Post in the language. */
  post: string,
  /** Organisation in the language. */
  organisation: string,
  /** The market's name; empty for none. */
  market_name: string,
  /** How many invitations. */
  invitations: number,
  /** How many visits. */
  visits: number,
  /** The last event to which they are invited. */
  last_event: EventOfPerson | null,
  /** What they said about each purpose, the latest of each. */
  consents: Array<ConsentWanted>,
  /** How long they may be held. */
  retention: RetentionBand,
  /** How many likely duplicates there are, as far as they were looked for. */
  alike: number, };

/** What would become of a row by itself. */
export type PersonVerdict = "new" | "changed" | "same" | "alike" | "refused";

/** A place that was found. */
export type PlaceView = {
  /** The city, if it is one. */
  city: CityId | null,
  /** The airport's code, if that was meant. */
  airport: string | null,
  /** Name. */
  name: Wording,
  /** Country or territory. */
  country: CountryCode | null,
  /** Its name. */
  country_name: Wording,
  /** IANA zone. */
  zone: string,
  /** Offset in force there now, to be read: `+08`. */
  offset: string,
  /** Degrees north and east. */
  position: [number, number] | null, };

/** A stage, and why it cannot be reached now. */
export type PossibleStage = {
  /** What it would become. */
  to: VisitStage,
  /** Why not; none if it can be taken. */
  why_not: WhyNotView | null, };

/** A step, and why it cannot be taken. */
export type PossibleStep = {
  /** What it would become. */
  to: InvitationStatus,
  /** Why not; none if it can be taken. */
  why_not: WhyNotView | null, };

/** Asks what an import would do, or for it to be done. */
export type PreviewImport = {
  /** The number of the chosen file. */
  file: number,
  /** What sort of file it is. */
  kind: ImportKind,
  /** The language of names in the answer, and of names in the file that do not tell theirs. */
  language?: Language,
  /** New events go into this programme; without it into the one of their day. */
  programme?: ProgrammeId | null,
  /** New events go into this mission. */
  mission?: MissionId | null,
  /** Calendars: the zone of times that name none. */
  floating_zone?: string | null,
  /** Calendars: which zones the file's names mean, by name. */
  zone_answers?: { [key in string]: string },
  /** The encoding of a calendar or a CSV file, instead of the one found. */
  encoding?: string | null,
  /** Sheets: which sheet, instead of the first that holds something. */
  sheet?: string | null,
  /** Sheets: which row holds the headings, from 1, instead of the one found. */
  header_row?: number | null,
  /**
   * Sheets: what each column holds (`title_en`, `start`, …; null leaves it out), instead of what was remembered or
   * guessed.
   */
  mapping?: Array<string | null> | null,
  /** Sheets: how dates of a column are written, by its place from 0. */
  date_orders?: { [key in number]: ColumnOrder },
  /** Rows that stay out. */
  skip?: Array<number>,
  /** Rows of verdict `reused` that shall nevertheless take the place of the event whose UID they bear. */
  take?: Array<number>,
  /** The fingerprint of the preview that was looked at: a commit of a file that has changed since is refused. */
  fingerprint?: string | null, };

/** Asks what an import would do, or for it to be done. */
export type PreviewPeople = {
  /** The number of the chosen file. */
  file: number,
  /** The language of names in the answer, and of what does not tell its own. */
  language?: Language,
  /** The encoding of a CSV file or of cards, instead of the one found. */
  encoding?: string | null,
  /** Sheets: which sheet, instead of the first that holds something. */
  sheet?: string | null,
  /** Sheets: which row holds the headings, from 1, instead of the one found. */
  header_row?: number | null,
  /**
   * Sheets: what each column holds, as [`SheetReading::fields`] names it (null leaves it out), instead of what was
   * remembered or guessed.
   */
  mapping?: Array<string | null> | null,
  /** Sheets: how dates of a column are written, by its place from 0. */
  date_orders?: { [key in number]: ColumnOrder },
  /** The country of telephone numbers that name none, ISO 3166-1 alpha-2; without it the market's, else none. */
  country?: CountryCode | null,
  /** Cells that the planner wrote otherwise. */
  corrections?: Array<CellCorrection>,
  /** What was decided row by row. */
  decisions?: Array<RowDecision>,
  /** What becomes of possible duplicates that were not decided; without it they have to be. */
  undecided?: RowAct | null,
  /** The collection notice that these people were given. */
  notice?: NoticeId | null,
  /** On which day it was given and consent was said; without it today, by Hong Kong's calendar. */
  on?: string | null,
  /** How it was given: on the form, by e-mail, at the desk. */
  by?: string,
  /** The purposes to which these people consented. */
  purposes?: Array<Purpose>,
  /** Until when they may be held; without it what the notice says. */
  retain_until?: string | null,
  /** The market of those whose row names none. */
  market?: MarketId | null,
  /** Tags that all of them get. */
  tags?: Array<string>,
  /** Where the data came from, in the words of the planner; without it the file's name. */
  source?: string | null,
  /** The first row wanted, from 0, among those of `only`. */
  from?: number,
  /** So many rows, 500 at most; 0 means 100. */
  rows?: number,
  /** Only rows with this verdict. */
  only?: PersonVerdict | null,
  /** The fingerprint of the preview that was looked at: a commit of a file that has changed since is refused. */
  fingerprint?: string | null, };

/** Asks for paper about guests. */
export type PrintGuests = {
  /** Of this event. */
  event: EventId,
  /** What. */
  paper: GuestPaperKind,
  /** Only these guests; without any all who come. */
  invitations?: Array<InvitationId>,
  /** In this language. */
  language?: Language,
  /** For what, in the words of who prints it; kept in the log of disclosures. */
  purpose?: string,
  /** Which page the preview draws, from 1. */
  page?: number | null, };

/** Asks for the booklet of a visit. */
export type PrintVisit = {
  /** Of which visit. */
  id: VisitId,
  /** In this language. */
  language?: Language,
  /** The office's copy, with approvals, costs and tasks; else the guest's. */
  for_office?: boolean,
  /** For what; kept in the log of disclosures. */
  purpose?: string,
  /** Which page the preview draws, from 1. */
  page?: number | null, };

/** The privacy desk at a glance. */
export type PrivacyDesk = {
  /** Persons and bodies held, without those erased or merged into another. */
  people: number,
  /** Bodies among them. */
  bodies: number,
  /** Natural persons who were given no collection notice. */
  without_notice: number,
  /** Natural persons without a retention date. */
  without_retention: number,
  /** Whose retention date has passed. */
  overdue: number,
  /** Whose retention date comes within 30 days. */
  due_soon: number,
  /** Records that were emptied; they are counted and tell nothing. */
  erased: number,
  /** People who are no longer in the ledger but still lie in the history: removed, or an import taken back. */
  in_history: number,
  /** Every version of every collection notice, by name, the latest version first. */
  notices: Array<NoticeRow>,
  /** What people agreed to, purpose by purpose. */
  purposes: Array<PurposeRow>,
  /** Who was erased, the latest first. */
  erasures: Array<ErasureRow>,
  /** How many lines the export log has. */
  log: number,
  /** Who can see what on this laptop. */
  laptop: LaptopView, };

/** A year's (or other period's) outreach. */
export type Programme = {
  /** Key. */
  id: ProgrammeId,
  /** What planners call it. */
  title: Wording,
  /** First day. */
  from: string,
  /** Last day, included. */
  until: string,
  /** Free text. */
  notes: string, };

/** Key of a [`crate::Programme`]. */
export type ProgrammeId = string;

/** Told while long work goes on. */
export type Progress = {
  /** Which work; what `work.cancel` takes. */
  work: string,
  /** Done so far. */
  done: number,
  /** In all; 0 if not known. */
  total: number, };

/** Gives a seat to some who wait. */
export type Promote = {
  /** Who; all of one event. */
  invitations: Array<InvitationId>,
  /** What is written along. */
  note?: string, };

/** Somebody who could have a seat now. Nothing is done until it is said. */
export type ProposalView = {
  /** Whose. */
  invitation: InvitationId,
  /** Their name. */
  name: string,
  /** Seats the party takes. */
  seats: number,
  /** Why they, a key of the words `waiting.*`: `next`, `fits_where_larger_does_not`, … */
  reason: string, };

/** For what personal data is used (Personal Data (Privacy) Ordinance, data protection principle 3). */
export type Purpose = "events" | "visits" | "direct_marketing" | "partners" | "gba_transfer";

/** What people agreed to for one purpose. The three counts are everybody. */
export type PurposeRow = {
  /** For what. */
  purpose: Purpose,
  /** Agreed. */
  given: number,
  /** Refused or taken back. */
  refused: number,
  /** Nothing known. */
  unsaid: number, };

/** Something of the query that was not understood. */
export type QueryProblem = {
  /**
   * `no_such_event`, `no_such_market`, `no_such_status`, `no_such_list`, `no_such_sector`, `no_such_scheme`,
   * `no_such_purpose`, `unknown_value`.
   */
  code: string,
  /** The operator. */
  operator: string,
  /** What stood behind it. */
  text: string, };

/** How many seats a segment may take. */
export type Quota = {
  /** The segment, as invitations name it. */
  segment: string,
  /** Seats at most. */
  seats: number, };

/** Asks what the answers in files mean. With no file: those kept by an earlier import that were not taken yet. */
export type ReadReplies = {
  /** Numbers of chosen or dropped files, `.eml` or `.ics`. */
  files?: Array<number>,
  /** Kept answers only of this event. */
  event?: EventId | null,
  /** What was said where it was asked, and what stays out; see [`ReplyVerdictRow::key`]. */
  answers?: Array<ReplyAnswer>,
  /** The fingerprint of the preview that was looked at: files that have changed since are refused. */
  fingerprint?: string | null,
  /** Names in this language. */
  language?: Language, };

/** A line typed into a date-time field. */
export type ReadTime = {
  /** What was typed: `14.5.27 3pm`, `Fri 14 May 3–5pm`, `T-7`. */
  text: string,
  /** IANA zone of the venue. */
  zone: string,
  /** The field's present start: what is not typed is taken from it. */
  current_start?: string | null,
  /** The field's present end: its length is kept when only a start is typed. */
  current_end?: string | null,
  /** The day that `T-7` counts from. */
  anchor?: string | null,
  /** The choice where the start happens twice. */
  start_fold?: "earlier" | "later",
  /** The choice where the end happens twice. */
  end_fold?: "earlier" | "later", };

/** How a text was read. */
export type ReadingNote = { "type": "order_assumed",
  /** The day it would be in the other order. */
  other: string, } | { "type": "year_assumed",
  /** The year taken. */
  year: number, } | { "type": "time_kept" } | { "type": "day_kept",
  /** The day taken. */
  day: string, } | { "type": "usual_length",
  /** Minutes. */
  minutes: number, } | { "type": "ends_next_day" } | { "type": "from_anchor",
  /** The day counted from. */
  anchor: string,
  /** Days after it; below zero before it. */
  days: number, };

/** A workspace opened before. */
export type RecentWorkspace = {
  /** What `workspace.open` takes. */
  choice: number,
  /** The file's name without folder and ending. */
  name: string,
  /** The folder, to be shown. */
  folder: string,
  /** Whether the file is there. */
  exists: boolean, };

/** Who holds a calendar. */
export type Recipient = {
  /** Key. */
  id: RecipientId,
  /** The calendar held. */
  calendar: CalendarId,
  /** A person or an office, as one would write it on an envelope. */
  name: string,
  /** The body it belongs to. */
  organisation: string,
  /** Where files are sent to; empty where they are handed over. */
  email: string,
  /** Free text; never given out. */
  notes: string, };

/** Key of a [`crate::Recipient`]. */
export type RecipientId = string;

/** A recipient, and what is held. */
export type RecipientView = {
  /** The record. */
  recipient: Recipient,
  /** Number of the last issue that was given; none if none was. */
  last_issue: number | null,
  /** When it was made, in Hong Kong. */
  last_issued: ShownTime | null,
  /** How many events are held that take place. */
  holds: number,
  /** How many of all events are not held as they are now. */
  waiting: number,
  /** Of these, how many are at another time, cancelled or gone: what cannot wait. */
  urgent: number, };

/** What a change did to one record. */
export type RecordChange = {
  /** The record. */
  key: RecordKey,
  /** What it is called now, else what it was called. */
  title: string,
  /** `insert`, `update` or `delete`. */
  action: string,
  /** Field by field. */
  fields: Array<FieldChange>, };

/** Names a record. */
export type RecordKey = {
  /** Of this kind. */
  kind: RecordKind,
  /** Which. */
  id: string, };

/** The kinds of records that the plain record routes take. Events have routes of their own. */
export type RecordKind = "programme" | "mission" | "leg" | "event" | "venue" | "partner" | "delegate" | "market" | "office" | "day_override" | "calendar" | "recipient" | "person" | "invitation" | "arrangement" | "visit" | "notice" | "letter" | "saved_list" | "distinct" | "disclosure";

/** Why some of many were left as they are. */
export type Refusal = {
  /** A key of the words `errors.*`: `no_such_step`, `full`, `over_quota`, `no_address`, … */
  code: string,
  /** What the words need; never a name. */
  params: Record<string, string>,
  /** How many. */
  count: number,
  /** Which: at most the first hundred. */
  which: Array<string>, };

/** A promotion region. The first four are geographic; a GBA joint mission takes place in one of those too. */
export type Region = "asia_pacific" | "middle_east" | "europe" | "north_america" | "gba_joint";

/** Guests of an event who should be reminded today, by the venue's day. */
export type ReminderRow = {
  /** The event. */
  event: EventId,
  /** What it is called. */
  title: string,
  /** When it is. */
  span: ShownSpan | null,
  /** The day on which the reminder was due, by the venue's calendar. */
  day: string,
  /** Today at the venue. */
  today: string,
  /** By when an answer is asked for. */
  reply_by: string | null,
  /** Who has not answered. */
  invitations: Array<InvitationId>, };

/** What was taken. */
export type RepliesApplied = {
  /** How many meant what. */
  counts: ReplyCounts,
  /** Number of the change in the history; none if nothing differed. */
  change: number | null, };

/** What a planner says about one answer. */
export type ReplyAnswer = {
  /** Which answer. */
  key: string,
  /** Whose it is; without it the answer stays out. */
  invitation?: InvitationId | null, };

/** Somebody whose answer it could be. */
export type ReplyCandidate = {
  /** Their invitation. */
  invitation: InvitationId,
  /** Their name. */
  name: string,
  /** Where they belong. */
  organisation: string,
  /** Where their invitation stands. */
  status: InvitationStatus, };

/** How many answers mean what. */
export type ReplyCounts = {
  /** Take an invitation further. */
  updates: number,
  /** Say what is known. */
  same: number,
  /** Are older than what is known. */
  older: number,
  /** Have to be asked about: shared addresses, forged ones, substitutes to be chosen. */
  asks: number,
  /** Are from strangers, or about events that are not here. */
  strangers: number,
  /** Propose another time. */
  proposes: number,
  /** Cannot be taken. */
  not_possible: number,
  /** Were left out by the planner. */
  skipped: number,
  /** Files that could not be read. */
  unreadable: number, };

/** What the answers in files mean; nothing is stored. */
export type ReplyPreview = {
  /** Hand it to `replies.apply`. */
  fingerprint: string,
  /** How many mean what. */
  counts: ReplyCounts,
  /** Answer by answer. */
  rows: Array<ReplyVerdictRow>,
  /** Files without one. */
  unreadable: Array<UnreadableReply>, };

/** What a guest answered by calendar. */
export type ReplyRow = {
  /** The event, if it is here. */
  event: EventId | null,
  /** What the event is called; empty if it is not here. */
  event_title: string,
  /** The UID that was answered. */
  uid: string,
  /** Which instance of a series. */
  recurrence: string | null,
  /** Address of the one who answers, as the calendar names it. */
  attendee: string,
  /** Name of the one who answers. */
  attendee_name: string,
  /** `accepted`, `tentative`, `declined`, `delegated`, `needs_action`. */
  answer: string,
  /** Address of the one who comes instead. */
  delegated_to: string,
  /** What was written along. */
  comment: string,
  /** When it was answered. */
  stamped: ShownTime | null,
  /** A time that the guest proposes instead. */
  proposed: ShownSpan | null,
  /** Whether the event has changed since the version that was answered. */
  outdated: boolean,
  /** Whether it is stored; in a preview, whether it was stored before. */
  kept: boolean, };

/** What an answer means. */
export type ReplyVerdictKind = "updates" | "same" | "older" | "ask" | "for_another" | "stranger" | "no_event" | "proposes" | "delegates" | "not_possible" | "silent";

/** One answer. */
export type ReplyVerdictRow = {
  /** Names the answer in `answers`; the same for the same file and place. */
  key: string,
  /** What it means. */
  verdict: ReplyVerdictKind,
  /** Whether a planner left it out. */
  skipped: boolean,
  /** Whether it was kept by an earlier import. */
  kept: boolean,
  /** The address it speaks for. */
  attendee: string,
  /** The name it gives. */
  attendee_name: string,
  /** The address of the e-mail it came in; empty if it came as a calendar alone. */
  sender: string,
  /** `accepted`, `tentative`, `declined`, `delegated`, `needs_action`, `counter`. */
  answer: string,
  /** What was written along. */
  comment: string,
  /** When it was answered. */
  stamped: ShownTime | null,
  /** The event. */
  event: EventId | null,
  /** What the event is called. */
  event_title: string,
  /** When the event is. */
  span: ShownSpan | null,
  /** The invitation it is about. */
  invitation: InvitationId | null,
  /** Whose that is. */
  name: string,
  /** Where it stands. */
  from: InvitationStatus | null,
  /** Where it would stand. */
  to: InvitationStatus | null,
  /** Why it cannot stand there. */
  why_not: WhyNotView | null,
  /** Whose it could be. */
  candidates: Array<ReplyCandidate>,
  /** The time that is proposed instead. */
  proposed: ShownSpan | null,
  /** Addresses of those who come instead. */
  delegated_to: Array<string>,
  /** Whether the event has changed since the version that was answered. */
  outdated: boolean, };

/** How everything about a person is written. */
export type ReportForm = "pdf" | "json";

/** Reads the stay from a leg's wall times; used by forms before anything is stored. */
export type ResolveLocal = {
  /** Wall time. */
  local: string,
  /** IANA zone. */
  zone: string, };

/** What a wall time is in a zone. Also the line that `outreach zones resolve --stdin` prints. */
export type ResolvedLocal = {
  /** The wall time asked for. */
  local: string,
  /** The zone asked for. */
  zone: string,
  /** `unique`, `gap` or `fold`. */
  kind: string,
  /** One instant, or two: of a fold both, of a gap the readings by the offset before and after it. */
  instants: Array<string>,
  /** Seconds east of UTC by which each is read: `local` minus the instant. */
  offset_s: Array<number>,
  /** In a gap, the two nearest wall times that exist. */
  nearest?: Array<string>, };

/** What a partner body has taken on in a joint mission. */
export type Responsibility = {
  /** Which body. */
  partner: PartnerId,
  /** What for, in the planner's words: venue, publicity, reception, … */
  responsible_for: string, };

/** How long somebody may be held, by Hong Kong's calendar. */
export type RetentionBand = "due" | "soon" | "later" | "none";

/** What becomes of a row. */
export type RowAct = "new" | "skip" | "same";

/** What the planner decided about a row. */
export type RowDecision = {
  /** The row. */
  row: number,
  /** What becomes of it. */
  act: RowAct,
  /** Who it is, for [`RowAct::Same`]; without it the likeliest. */
  person?: PersonId | null, };

/** A form in which zone rules are given. */
export type RulesForm = "tree" | "zi";

/** Asks for checks; with nothing set, of everything. */
export type RunChecks = {
  /** Only of this event. */
  event?: EventId | null,
  /** Only of this mission and what is in it. */
  mission?: MissionId | null, };

/** Key of a [`crate::people::SavedList`]. */
export type SavedListId = string;

/** An admission scheme (Immigration Department). */
export type Scheme = "ttps_a" | "ttps_b" | "ttps_c" | "qmas" | "gep" | "asmtp" | "tech_tas" | "iang" | "assg";

/** Searches people as one types. */
export type SearchPeople = {
  /** What was typed, one character or more, in any script, with operators as in [`ListPeople::query`]. */
  text: string,
  /** At most so many, 1 to 100. */
  limit: number,
  /** The language of names. */
  language?: Language, };

/** Seats parties. */
export type SeatParties = {
  /** Of this event. */
  event: EventId,
  /** Who sits where. */
  seats: Array<Seating>, };

/** Where a party sits. */
export type Seating = {
  /** Whose party. */
  invitation: InvitationId,
  /** The table; empty takes them from their table. */
  table: string,
  /** The seat; without it the seat is free to choose. */
  seat?: string | null, };

/** How those who come could be seated; nothing is stored. */
export type SeatingProposal = {
  /** Who would sit where, those who would move first. */
  rows: Array<SeatingRow>,
  /** Parties for which no table has room. */
  unseated: Array<InvitationId>, };

/** Who would sit where. */
export type SeatingRow = {
  /** Whose party. */
  invitation: InvitationId,
  /** The guest's name. */
  name: string,
  /** People in the party. */
  party: number,
  /** Where they sit now; empty if not seated. */
  before: string,
  /** Where they would sit. */
  table: string, };

/** How many seats there are and who has them. */
export type SeatsView = {
  /** Seats in all; none means no limit. */
  capacity: number | null,
  /** Seats taken by parties that come, companions included. */
  taken: number,
  /** Seats held for VIPs that no VIP has taken yet. */
  vip_held_free: number,
  /** Seats that anybody may take; none means no limit. */
  free: number | null,
  /** Seats that the wait-list asks for. */
  waiting: number,
  /** By segment, those with a quota first. */
  by_segment: Array<SegmentSeats>, };

/** A segment of Hong Kong's Talent List (Immigration Department; nine segments since 1 March 2025). */
export type Sector = "business_support" | "creative_industries" | "development_construction" | "environmental_technology" | "financial_services" | "healthcare" | "innovation_technology" | "legal_dispute_resolution" | "aviation_shipping";

/** Seats of a segment. */
export type SegmentSeats = {
  /** Its name; empty for those without. */
  segment: string,
  /** Seats at most; none means no quota. */
  quota: number | null,
  /** Seats taken. */
  taken: number,
  /** Seats that its part of the wait-list asks for. */
  waiting: number, };

/** Who letters can be sent from. */
export type Sender = {
  /** The e-mail address. */
  address: string,
  /** The name; may be empty. */
  name: string, };

/** Whether the system keychain holds a key for the workspace. */
export type SetKeychain = {
  /** Whether it should. */
  on: boolean, };

/** Says who comes along. */
export type SetParty = {
  /** With whom. */
  invitation: InvitationId,
  /** Companions known by name. */
  companions: Array<Companion>,
  /** Companions not known by name, beside those named. */
  unnamed: number, };

/** Preferences. Kept on this machine, outside the workspace's history: they are not part of the plan. */
export type Settings = {
  /** Language of the window. */
  language: Language,
  /** Light, dark, or as the system. */
  theme: Theme,
  /** Row height. */
  density: Density,
  /** IANA zone of the second clock. */
  second_clock: string,
  /** What the second clock is called: a city. */
  second_clock_name: string,
  /** Minutes without a key or a click after which the workspace locks; 0 never. */
  lock_after_minutes: number,
  /** How names sort in Chinese. */
  chinese_order: ChineseOrder,
  /** The planner's name, as the history shows it. */
  actor: string, };

/** Names the event whose attendance is settled. */
export type SettleAttendance = {
  /** Which. */
  event: EventId, };

/** What settling came to, or would come to. */
export type Settled = {
  /** Parties that attended. */
  attended: number,
  /** Parties that said they come and did not. */
  no_show: number,
  /** Number of the change in the history; none in a preview and if nothing differed. */
  change: number | null, };

/** The beginning of a sheet. */
export type SheetPreview = {
  /** Its name; empty for CSV. */
  name: string,
  /** Rows without the heading. */
  rows: number,
  /** The headings, then the first rows, as they are read. */
  first: Array<Array<string>>, };

/** How a spreadsheet was read. */
export type SheetReading = {
  /** `xlsx`, `ods` or `csv`. */
  form: string,
  /** The encoding of a CSV file. */
  encoding: EncodingView | null,
  /** Every sheet of the file. */
  sheets: Array<SheetView>,
  /** The one that is read. */
  sheet: string,
  /** The row of the headings, from 1. */
  header_row: number,
  /** The headings. */
  headings: Array<string>,
  /** What each column is taken for. */
  mapping: Array<string | null>,
  /** Whether the mapping was remembered from an earlier import of this layout. */
  mapping_remembered: boolean,
  /** All that a column can hold. */
  fields: Array<string>,
  /** The first cells that hold something, three at most, by column. */
  samples: Array<Array<string>>, };

/** A sheet of a workbook. */
export type SheetView = {
  /** Its name. */
  name: string,
  /** Rows that hold something. */
  rows: number,
  /** Columns that hold something. */
  columns: number,
  /** Whether the workbook hides it. */
  hidden: boolean, };

/** Moves a mission with everything in it; wall times are kept. */
export type ShiftMission = {
  /** Which mission. */
  id: MissionId,
  /** Days later, or (negative) earlier. */
  days: number, };

/** Asks for the board. */
export type ShowBoard = {
  /** Part of a name or organisation. */
  text?: string,
  /** Only for this sector. */
  sector?: Sector | null,
  /** Only of this host. */
  host?: DelegateId | null,
  /** Names in this language. */
  language?: Language, };

/** Asks for one calendar. */
export type ShowCalendar = {
  /** Which. */
  calendar: CalendarId,
  /** The language of sentences. */
  language?: Language, };

/** Asks what changed since each recipient's last issue. */
export type ShowChanges = {
  /** Of which calendar. */
  calendar: CalendarId,
  /** Only for this recipient. */
  recipient?: RecipientId | null,
  /** The language of the sentences. */
  language?: Language, };

/** Asks what time it is. */
export type ShowClocks = {
  /** IANA zones. */
  zones: Array<string>, };

/** Asks whose retention date has passed or comes soon. */
export type ShowDue = {
  /** Within so many days from today; those whose date has passed are always there. */
  within_days?: number,
  /** First row, from 0. */
  from?: number,
  /** At most so many rows; 0 means 200. */
  rows?: number,
  /** The language of names. */
  language?: Language, };

/** Names one event, and the language of the rows in its page. */
export type ShowEvent = {
  /** Which event. */
  id: EventId,
  /** The language of names in the rows. */
  language?: Language, };

/** Asks for one invitation. */
export type ShowInvitation = {
  /** Which. */
  id: InvitationId,
  /** Names in this language. */
  language?: Language, };

/** Asks for the export log. */
export type ShowLog = {
  /** Only files that hold this person. */
  person?: PersonId | null,
  /** First row, from 0. */
  from?: number,
  /** At most so many rows; 0 means 200. */
  rows?: number, };

/** Names one mission and the language of the rows in its page. */
export type ShowMission = {
  /** Which mission. */
  id: MissionId,
  /** The language of names in the rows. */
  language?: Language, };

/** Asks for everything about one person. */
export type ShowPerson = {
  /** Who. */
  id: PersonId,
  /** The language of names. */
  language?: Language, };

/** Asks for the privacy desk. */
export type ShowPrivacy = {
  /** The language of names. */
  language?: Language, };

/** Asks for the timeline. */
export type ShowTimeline = {
  /** Which events and missions. */
  filter?: EventFilter,
  /** The language of names. */
  language?: Language,
  /** What a row stands for. */
  rows?: TimelineRows, };

/** Asks for one visit. */
export type ShowVisit = {
  /** Which. */
  id: VisitId,
  /** Names in this language. */
  language?: Language, };

/** Start and end of something. */
export type ShownSpan = {
  /** When it begins. */
  start: ShownTime,
  /** When it is over. */
  end: ShownTime, };

/** One moment: at the place, in Hong Kong, and as an instant. */
export type ShownTime = {
  /** Wall time at the place, `2027-05-14T15:00:00`. */
  local: string,
  /** IANA zone of the place. */
  zone: string,
  /** The place as a word for the zone: `Kuala Lumpur`. */
  zone_city: string,
  /** Seconds east of UTC in force there. */
  offset_s: number,
  /** The same to be read: `+08`, `+05:30`, `−03:30`. */
  offset: string,
  /** Wall time in Hong Kong. */
  hong_kong: string,
  /** The instant, `2027-05-14T07:00:00Z`. */
  utc: string, };

/** How it became known. */
export type Source = "planner" | "email" | "telephone" | "calendar" | "import" | "desk";

/** An end of a span. */
export type SpanEnd = "start" | "end";

/** A stage of the way. */
export type StageReached = {
  /** Which. */
  stage: VisitStage,
  /** When it was reached; none if not yet. */
  on: string | null, };

/** idea → tentative → confirmed → held → reported; or postponed, or cancelled. */
export type Status = "idea" | "tentative" | "confirmed" | "held" | "reported" | "postponed" | "cancelled";

/** One step of an invitation's life. */
export type Step = {
  /** What it became. */
  status: InvitationStatus,
  /** The day on which it happened, by the venue's calendar; may lie before the day it was recorded. */
  on: string,
  /** When it was recorded. */
  at: string,
  /** How it became known. */
  source: Source,
  /** Who recorded it. */
  actor: string,
  /** Free text. */
  note: string, };

/** Takes a step with invitations; all are looked at, those that cannot take it stay as they are. */
export type StepInvitations = {
  /** Which, of one event or of several. */
  invitations: Array<InvitationId>,
  /** To this status. */
  to: InvitationStatus,
  /** On this day, by the venue's calendar; without it today there. */
  on?: string | null,
  /** How it became known. */
  source?: Source,
  /** What is written along. */
  note?: string, };

/** One step that was taken. */
export type StepView = {
  /** What it became. */
  status: InvitationStatus,
  /** On which day, by the venue's calendar. */
  on: string,
  /** When it was recorded, at the venue and in Hong Kong. */
  recorded: ShownTime,
  /** How it became known. */
  source: Source,
  /** Who recorded it. */
  actor: string,
  /** What was written along. */
  note: string, };

/** Takes a visit to a stage. */
export type StepVisit = {
  /** Which. */
  id: VisitId,
  /** To this stage. */
  to: VisitStage,
  /** On this day, by Hong Kong's calendar; without it today. */
  on?: string | null,
  /** What is written along. */
  note?: string,
  /** What came of it, for the stage `outcome`. */
  outcome?: Outcome | null,
  /** The scheme applied under. */
  scheme?: Scheme | null, };

/** What a step on invitations came to, or would come to. */
export type Stepped = {
  /** With which invitations it was done; in a preview, would be. */
  done: Array<InvitationId>,
  /** What was not done, by reason; the most frequent first. */
  refused: Array<Refusal>,
  /** The seats afterwards, where all were of one event. */
  seats: SeatsView | null,
  /** Number of the change in the history; none in a preview and if nothing differed. */
  change: number | null, };

/** One thing in somebody's story. */
export type StoryItem = {
  /** On which day: of a step the day it happened by the venue's calendar, else by Hong Kong's. */
  on: string,
  /** When it was recorded, Hong Kong wall time; none where only a day is known. */
  at: string | null,
  /** What sort of thing. */
  kind: StoryKind,
  /** A key of the words, by kind. */
  code: string,
  /** What the words need. */
  params: Record<string, string>,
  /** Free text: what was written along. */
  text: string,
  /** The event it is about. */
  event: EventId | null,
  /** The event's title in the language; empty for none. */
  event_title: string,
  /** When the event is. */
  span: ShownSpan | null,
  /** The visit it is about. */
  visit: VisitId | null,
  /** How it became known. */
  source: Source | null,
  /** Who recorded it; empty if not said. */
  actor: string,
  /** Number of the change in the history, to be taken back by `history.revert`. */
  change: number | null,
  /** Whether a later change took it back. */
  undone: boolean,
  /** Field by field, of a change. */
  changes: Array<FieldChange>, };

/** What sort of thing happened. */
export type StoryKind = "created" | "invitation" | "visit" | "meeting" | "notice" | "consent" | "disclosure" | "change";

/** Somebody else comes instead. */
export type Substitute = {
  /** In whose stead. */
  invitation: InvitationId,
  /** Who comes. */
  person: PersonId,
  /** On this day it became known; without it today. */
  on?: string | null,
  /** How it became known. */
  source?: Source,
  /** What is written along. */
  note?: string, };

/** A table, or a block of seats. */
export type Table = {
  /** What it is called. */
  name: string,
  /** Seats at it. */
  seats: number, };

/** A table and who sits there. */
export type TableView = {
  /** Its name. */
  name: string,
  /** Seats at it; none for a name that no table of the arrangement bears. */
  seats: number | null,
  /** Seats taken. */
  taken: number,
  /** Those seated. */
  invitations: Array<InvitationId>, };

/** Whose value is taken. */
export type Take = "keep" | "drop" | "both";

/** Something to do after the visit. */
export type Task = {
  /** What. */
  what: string,
  /** Who sees to it. */
  who: string,
  /** By when, by Hong Kong's calendar. */
  due: string | null,
  /** Whether it is done. */
  done: boolean, };

/** A task. */
export type TaskView = {
  /** Its place in the record's `tasks`, from 0. */
  at: number,
  /** The task. */
  task: Task,
  /** Whether its day has passed and it is not done. */
  overdue: boolean, };

/** A telephone number. */
export type Telephone = {
  /** As it was written. */
  raw: string,
  /** ITU-T E.164, `+` and up to 15 digits; empty where it could not be told. */
  e164: string,
  /** `mobile`, `work`, …, in free text. */
  label: string, };

/** Colours. */
export type Theme = "system" | "light" | "dark";

/** One way to settle a gap or a fold. */
export type TimeChoice = {
  /** The end in question, settled. */
  time: ShownTime,
  /** The choice to store, for a fold. */
  fold: "earlier" | "later" | null,
  /** Wall start of the whole span with this choice. */
  start: string,
  /** Wall end of the whole span with this choice. */
  end: string, };

/** What a typed line means. */
export type TimeReading = { "kind": "clear",
  /** The span. */
  span: ShownSpan,
  /** Whether whole days are meant. */
  all_day: boolean,
  /** How the line was read where it could be read in another way. */
  notes: Array<ReadingNote>, } | { "kind": "gap",
  /** Which end. */
  end: SpanEnd,
  /** The two nearest times that exist, the one before and the one after, with the whole span each gives. */
  choices: Array<TimeChoice>, } | { "kind": "fold",
  /** Which end. */
  end: SpanEnd,
  /** Both readings, earlier and later. */
  choices: Array<TimeChoice>, } | { "kind": "unreadable",
  /** Code of the reason, a key of the words: `no_date`, `wrong_weekday`, `end_before_start`, … */
  code: string,
  /** What the reason's sentence needs. */
  params: Record<string, string>, };

/** The whole timeline; small enough to be sent at once (10,000 events in about 2 MB). */
export type Timeline = {
  /** Today in Hong Kong. */
  today: string,
  /** First day with anything in it, or the programme's. */
  from: string,
  /** Last day with anything in it, or the programme's. */
  until: string,
  /** Rows, grouped by region (or by team) and in order. */
  rows: Array<TimelineRow>,
  /** Events a month, in order: `2027-01` and how many. */
  months: Array<MonthCount>, };

/** An event as a mark. */
export type TimelineEvent = {
  /** Key. */
  id: EventId,
  /** Its mission. */
  mission: MissionId | null,
  /** Name. */
  title: string,
  /** Shape of the mark. */
  kind: EventKind,
  /** Fill of the mark. */
  status: Status,
  /** Colour of the mark. */
  region: Region,
  /** Start, wall time at the venue. */
  start: string,
  /** End, wall time at the venue. */
  end: string,
  /** Start, wall time in Hong Kong. */
  hong_kong: string,
  /** Offset to be read, `+08`. */
  offset: string,
  /** Worst finding: 0 none, 1 note, 2 warning, 3 problem. */
  severity: number,
  /** Whether changed zone rules moved it. */
  moved_by_rules: boolean, };

/** A leg as a part of a bar. */
export type TimelineLeg = {
  /** Key. */
  id: LegId,
  /** The city. */
  place: string,
  /** Arrival, wall time there. */
  arrive: string,
  /** Departure, wall time there. */
  depart: string, };

/** A mission as a bar. */
export type TimelineMission = {
  /** Key. */
  id: MissionId,
  /** Name. */
  title: string,
  /** Region, for its colour. */
  region: Region,
  /** How far it has come. */
  status: Status,
  /** First day. */
  from: string,
  /** Last day, included. */
  until: string,
  /** Its legs, in order. */
  legs: Array<TimelineLeg>,
  /** Worst finding in it: 0 none, 1 note, 2 warning, 3 problem. */
  severity: number,
  /** Whether changed zone rules moved something in it. */
  moved_by_rules: boolean, };

/** One row. */
export type TimelineRow = {
  /** Stable key of the row. */
  key: string,
  /** The region it is grouped under; none for teams. */
  region: Region | null,
  /** The market; none for a team or for events without a market. */
  market: MarketId | null,
  /** What the row is called; empty where nothing has a name (events without market or team). */
  name: string,
  /** Its country or territory. */
  country: CountryCode | null,
  /** Missions, in order of their first day. */
  missions: Array<TimelineMission>,
  /** Events, in order of their start; those of the row's missions and those on their own. */
  events: Array<TimelineEvent>,
  /** Holidays and fasts of the row's country, weekends left out. */
  bands: Array<DayNote>, };

/** What a row of the timeline stands for. */
export type TimelineRows = "market" | "team";

/** A journey between two places, with a zone at each end. */
export type Travel = {
  /** By what. */
  mode: TravelMode,
  /** Flight or train number, in free text. */
  number: string,
  /** Where from: an airport code or a place, in free text. */
  from: string,
  /** Departure, wall time of `depart_zone`. */
  depart: string,
  /** IANA zone of the place of departure. */
  depart_zone: string,
  /** Which of the two, if `depart` happens twice. */
  depart_fold: "earlier" | "later" | null,
  /** Where to: an airport code or a place, in free text. */
  to: string,
  /** Arrival, wall time of `arrive_zone`. */
  arrive: string,
  /** IANA zone of the place of arrival. */
  arrive_zone: string,
  /** Which of the two, if `arrive` happens twice. */
  arrive_fold: "earlier" | "later" | null, };

/** A means of travel. */
export type TravelMode = "flight" | "train" | "road" | "ferry";

/** A journey with its times. */
export type TravelView = {
  /** The record. */
  travel: Travel,
  /** From departure to arrival; none if the rules do not know a zone. */
  span: ShownSpan | null,
  /** How long it takes, in minutes; negative if it arrives before it departs. */
  minutes: number | null, };

/** Names two people. */
export type TwoPeople = {
  /** One. */
  one: PersonId,
  /** The other. */
  other: PersonId,
  /** The language of names. */
  language?: Language, };

/** Opens a locked workspace again. */
export type UnlockWorkspace = {
  /** None to use the key in the system keychain. */
  passphrase?: string | null, };

/** A file that holds no answer that could be read. */
export type UnreadableReply = {
  /** Its number. */
  file: number,
  /** Its name. */
  name: string,
  /** Why. */
  why: WhyNotView, };

/** A venue. */
export type Venue = {
  /** Key. */
  id: VenueId,
  /** What it is called. */
  name: Wording,
  /** The city, where the reference data knows it. */
  city: CityId | null,
  /** The city's name as shown. */
  place: Wording,
  /** IANA zone. */
  zone: string,
  /** Postal address, in free text. */
  address: string,
  /** Degrees north, −90 to 90. */
  latitude: number | null,
  /** Degrees east, −180 to 180. */
  longitude: number | null,
  /** How many people fit. */
  capacity: number | null,
  /** Free text: contact, access, equipment. */
  notes: string, };

/** Key of a [`crate::Venue`]. */
export type VenueId = string;

/** What was decided. */
export type Verdict = "approved" | "refused" | "returned";

/** What verifying found. */
export type VerifyReport = {
  /** Whether everything holds. */
  sound: boolean,
  /** How many records there are. */
  records: number,
  /** How many changes the journal holds. */
  changes: number,
  /** What does not hold, in English. */
  faults: Array<string>, };

/** A visit, from nomination to outcome. Its times are Hong Kong's. */
export type Visit = {
  /** Key. */
  id: VisitId,
  /** Who visits. */
  person: PersonId,
  /** How far it has come: the stage of the last step. */
  stage: VisitStage,
  /** Every step so far. */
  steps: Array<VisitStep>,
  /** Who put the name forward, in free text. */
  nominated_by: string,
  /** Why. */
  reason: string,
  /** For which sector. */
  sector: Sector | null,
  /** What was decided about the nomination, in order. */
  approvals: Array<Approval>,
  /** Who hosts. */
  host: DelegateId | null,
  /** Who goes along. */
  escorts: Array<DelegateId>,
  /** The guest's home zone, IANA; empty if not known. */
  home_zone: string,
  /** First day in Hong Kong. */
  arrive: string | null,
  /** Last day in Hong Kong, included. */
  depart: string | null,
  /** Flights and lodging, in free text. */
  travel: string,
  /** Visa, travel and the rest that has to be seen to. */
  checklist: Array<CheckItem>,
  /** The programme, in the order of their start. */
  meetings: Array<Meeting>,
  /** What it costs. */
  costs: Array<Cost>,
  /** What has to be done after it. */
  tasks: Array<Task>,
  /** What came of it. */
  outcome: Outcome | null,
  /** The scheme applied under, where one was. */
  scheme: Scheme | null,
  /** Free text; never printed for the guest. */
  notes: string, };

/** Visits by stage. */
export type VisitBoard = {
  /** Every stage in its order, also without visits. */
  columns: Array<VisitColumn>,
  /** How many visits there are. */
  total: number,
  /** How many fit what was asked. */
  fitting: number,
  /** Things that are overdue, of those that fit. */
  overdue: number, };

/** A visit in short. */
export type VisitCard = {
  /** Key. */
  id: VisitId,
  /** Who visits. */
  person: PersonId,
  /** Their name in the language asked for. */
  name: string,
  /** Their name in the other script. */
  name_beside: string,
  /** Where they belong. */
  organisation: string,
  /** For which sector. */
  sector: Sector | null,
  /** How far it has come. */
  stage: VisitStage,
  /** Since which day. */
  since: string | null,
  /** First day in Hong Kong. */
  arrive: string | null,
  /** Last day in Hong Kong. */
  depart: string | null,
  /** The host's name; empty if there is none. */
  host: string,
  /** Items of the check-list that are done. */
  checked: number,
  /** Items of the check-list. */
  items: number,
  /** Items and tasks whose day has passed, by Hong Kong's calendar. */
  overdue: number,
  /** Tasks that are open. */
  open_tasks: number,
  /** What came of it. */
  outcome: Outcome | null,
  /**
   * What is missing before the visit can go on, the nearest first, keys of the words `visits.missing.*`: `reason`,
   * `approval`, `host`, `dates`, `home_zone`, `checklist_overdue`, `travel`, `programme`, `programme_outside_stay`,
   * `programme_overlaps`, `tasks`, `tasks_overdue`, `outcome`, `scheme`.
   */
  missing: Array<string>,
  /** Every stage that may follow, possible or with its reason why not. */
  next: Array<PossibleStage>, };

/** One stage. */
export type VisitColumn = {
  /** Which. */
  stage: VisitStage,
  /** Its visits, by arrival, those without a date last. */
  visits: Array<VisitCard>, };

/** One day of the programme, by Hong Kong's calendar. */
export type VisitDay = {
  /** Which day. */
  day: string,
  /** Its meetings, by their start. */
  meetings: Array<MeetingView>, };

/** Key of a [`crate::people::Visit`]. */
export type VisitId = string;

/** Something doubtful about a visit. */
export type VisitNote = {
  /** A key of the words `visits.missing.*`. */
  code: string,
  /** The places in the record's `meetings` that it is about, from 0. */
  meetings: Array<number>, };

/** A visit on the page of its guest. */
export type VisitOfPerson = {
  /** Key. */
  id: VisitId,
  /** How far it has come. */
  stage: VisitStage,
  /** For which sector. */
  sector: Sector | null,
  /** First day in Hong Kong. */
  arrive: string | null,
  /** Last day in Hong Kong, included. */
  depart: string | null, };

/** Everything about one visit. */
export type VisitPage = {
  /** In short. */
  card: VisitCard,
  /** The record; its plain fields are set by `records.edit`. */
  visit: Visit,
  /** The guest's post. */
  post: string,
  /** Every step so far. */
  steps: Array<VisitStepView>,
  /** Every stage in its order with the day it was reached; the way the visit has come. */
  progress: Array<StageReached>,
  /** What was decided about the nomination, in order. */
  approvals: Array<Approval>,
  /** The check-list, what is overdue first. */
  checklist: Array<CheckItemView>,
  /** The programme by day: each meeting in Hong Kong time with the guest's home clock beside it. */
  days: Array<VisitDay>,
  /** The home zone that is shown beside; Hong Kong's own if the guest's is not known. */
  home_zone: string,
  /** Names of the escorts. */
  escorts: Array<string>,
  /** Sums of what it costs. */
  costs: CostSums,
  /** What has to be done after it, what is overdue first. */
  tasks: Array<TaskView>,
  /** What is doubtful about the programme: `programme_overlaps`, `programme_outside_stay`. */
  notes: Array<VisitNote>,
  /** Today in Hong Kong. */
  today: string, };

/** How far a visit has come. */
export type VisitStage = "nominated" | "approved" | "invited" | "accepted" | "travel_booked" | "in_hong_kong" | "followed_up" | "outcome" | "closed";

/** One step of a visit. */
export type VisitStep = {
  /** What it became. */
  stage: VisitStage,
  /** The day on which it happened, by Hong Kong's calendar. */
  on: string,
  /** When it was recorded. */
  at: string,
  /** Who recorded it. */
  actor: string,
  /** Free text. */
  note: string, };

/** One step that a visit took. */
export type VisitStepView = {
  /** What it became. */
  stage: VisitStage,
  /** On which day, by Hong Kong's calendar. */
  on: string,
  /** When it was recorded, in Hong Kong. */
  recorded: ShownTime,
  /** Who recorded it. */
  actor: string,
  /** What was written along. */
  note: string, };

/** One place of the wait-list. */
export type WaitingRow = {
  /** Whose. */
  invitation: InvitationId,
  /** Their name. */
  name: string,
  /** From 1. */
  place: number,
  /** People in the party. */
  party: number,
  /** Since when, at the venue and in Hong Kong. */
  since: ShownTime | null,
  /** Why the place is this one, a key of the words `waiting.*`. */
  why: string,
  /** Why there is no seat now; none if there is one. */
  why_not: WhyNotView | null, };

/** Somebody comes who is not on the list. */
export type WalkIn = {
  /** To this event. */
  event: EventId,
  /** Somebody who is known; without it a new person is made of the fields below. */
  person?: PersonId | null,
  /** Family name in Latin letters. */
  family?: string,
  /** Given name in Latin letters. */
  given?: string,
  /** Name in Chinese characters. */
  chinese?: string,
  /** Where they belong, as they say it. */
  organisation?: string,
  /** E-mail address. */
  email?: string,
  /** Telephone number. */
  telephone?: string,
  /** As what they come. */
  role?: InviteeRole,
  /** People who come along. */
  along?: number,
  /** Let them in though the event is full: the capacity is then passed knowingly. */
  though_full?: boolean,
  /** Names in this language. */
  language?: Language, };

/** Whom: named one by one, or all who fit. */
export type WhichPeople = {
  /** Their keys. */
  ids: Array<PersonId>, } | {
  /** As typed into the search of people. */
  query: string,
  /** What was ticked. */
  filter?: PeopleFilter, };

/** Why something cannot be done. */
export type WhyNotView = {
  /** A key of the words `errors.*`. */
  code: string,
  /** What the words need; never a name. */
  params: Record<string, string>, };

/** A name in English, Traditional and Simplified Chinese; an empty string where nobody wrote one. */
export type Wording = {
  /** English. */
  en: string,
  /** Traditional Chinese, as written in Hong Kong. */
  zh_hant: string,
  /** Simplified Chinese. */
  zh_hans: string, };

/** An open or locked workspace. */
export type WorkspaceInfo = {
  /** The file's name without folder and ending. */
  name: string,
  /** The folder, to be shown, never sent back. */
  folder: string,
  /** Bytes. */
  size: number,
  /** Whether the system keychain holds a key for it. */
  keychain: boolean,
  /** When the last verified backup was made, UTC; none if never. */
  last_backup: string | null, };

/** Whether a workspace can be read. */
export type WorkspaceState = "closed" | "locked" | "open";

/** Asks for an export. */
export type WriteExport = {
  /** In this format. */
  format: ExportFormat,
  /** Of these events. */
  filter?: EventFilter,
  /** In this language. */
  language?: Language,
  /** For these readers: decides what is carried, and the marking. The page is always public. */
  audience?: Audience,
  /** How a calendar is written. */
  ics?: CalendarForm | null,
  /** How paper is written; needed for it. */
  pdf?: PdfChoices | null,
  /** Which page of paper the preview draws, from 1. */
  page?: number | null, };

/** Writes everything that is held about a person where the planner says in the dialog. */
export type WriteReport = {
  /** About whom. */
  person: PersonId,
  /** In this form. */
  form: ReportForm,
  /** For what, such as an access request of some day; goes into the export log. */
  purpose: string,
  /** As a pack that this passphrase opens, at least 8 characters; without it in the open. */
  passphrase?: string | null,
  /** The language of the report. */
  language?: Language, };

/** Asks for the template of a programme's spreadsheet. */
export type WriteTemplate = {
  /** With headings in this language. */
  language?: Language, };

/** Asks for VTIMEZONE components. */
export type WriteVtimezone = {
  /** IANA zones. */
  zones: Array<string>,
  /** First year it must hold for. */
  from_year: number,
  /** Last year it must hold for. */
  until_year: number, };

/** A key of the record that a route made or changed, and the journal's number of the change. */
export type Written = {
  /** The record. */
  key: RecordKey,
  /** Number of the change in the history; none if nothing differed. */
  change: number | null, };

/** A zone the file leaves open. */
export type ZoneAsked = {
  /** The file's name for it; null for times that name none. */
  tzid: string | null,
  /** How many times stand in it. */
  uses: number,
  /** Zones that may be meant. */
  suggestions: Array<string>,
  /** What the planner answered. */
  answered: string | null, };

/** The rules in force. */
export type ZoneStatus = {
  /** Release of the IANA database: `2026f`. */
  release: string,
  /** Where the rules come from: `bundled`, `system` or `imported`. */
  source: string,
  /** How many names they know. */
  names: number,
  /** The other releases that were found, and why they were not taken. */
  others: Array<OtherRules>,
  /** Release that a roll-back would bring into force again; none if no import can be taken back. */
  before_import: string | null, };
