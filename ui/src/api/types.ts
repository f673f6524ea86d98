// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.

/** Takes the mark off events that the zone rules moved. */
export type AcknowledgeMoved = {
  /** Which events; an empty list means all. */
  events?: Array<EventId>, };

/** Makes an event. What is not set comes from the mission, the leg and sensible beginnings. */
export type AddEvent = {
  /** Fields of the record; at least a title or a kind. */
  set: Partial<Event>, };

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
  alarm_minutes?: number | null, };

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

/** The encoding of a file. */
export type EncodingView = {
  /** Its name: `UTF-8`, `Big5`, `gb18030`. */
  label: string,
  /** Whether nothing else fits. */
  sure: boolean,
  /** All that can be chosen instead. */
  others: Array<string>, };

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
  page_picture: PagePictureView | null, };

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

/** What a change did to one field. Values are as stored, ids replaced by names. */
export type FieldChange = {
  /** The field, a key of the words. */
  field: string,
  /** Before; null if there was nothing. */
  from: unknown,
  /** After; null if there is nothing. */
  to: unknown, };

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
export type IssueFormat = "ics" | "itip" | "xlsx" | "csv" | "html" | "words";

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

/** Asks for the missions with an event or a day in the filter. */
export type ListMissions = {
  /** Which. */
  filter?: EventFilter,
  /** The language of names in the rows. */
  language?: Language, };

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

/** The request of a route that needs nothing. */
export type Nothing = Record<string, never>;

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

/** How paper is written. */
export type PdfChoices = {
  /** What is printed. */
  document: PdfDocument,
  /** Which mission, for a booklet. */
  mission?: MissionId | null,
  /** Which event, for a run sheet. */
  event?: EventId | null,
  /** Any day of the year or month that is printed; without it the first that holds an event of the filter. */
  day?: string | null, };

/** What is printed. */
export type PdfDocument = "year" | "month" | "booklet" | "run_sheet";

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
export type RecordKind = "programme" | "mission" | "leg" | "event" | "venue" | "partner" | "delegate" | "market" | "office" | "day_override" | "calendar" | "recipient";

/** A promotion region. The first four are geographic; a GBA joint mission takes place in one of those too. */
export type Region = "asia_pacific" | "middle_east" | "europe" | "north_america" | "gba_joint";

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

/** A form in which zone rules are given. */
export type RulesForm = "tree" | "zi";

/** Asks for checks; with nothing set, of everything. */
export type RunChecks = {
  /** Only of this event. */
  event?: EventId | null,
  /** Only of this mission and what is in it. */
  mission?: MissionId | null, };

/** A segment of Hong Kong's Talent List (Immigration Department; nine segments since 1 March 2025). */
export type Sector = "business_support" | "creative_industries" | "development_construction" | "environmental_technology" | "financial_services" | "healthcare" | "innovation_technology" | "legal_dispute_resolution" | "aviation_shipping";

/** Whether the system keychain holds a key for the workspace. */
export type SetKeychain = {
  /** Whether it should. */
  on: boolean, };

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

/** Names one event, and the language of the rows in its page. */
export type ShowEvent = {
  /** Which event. */
  id: EventId,
  /** The language of names in the rows. */
  language?: Language, };

/** Names one mission and the language of the rows in its page. */
export type ShowMission = {
  /** Which mission. */
  id: MissionId,
  /** The language of names in the rows. */
  language?: Language, };

/** Asks for the timeline. */
export type ShowTimeline = {
  /** Which events and missions. */
  filter?: EventFilter,
  /** The language of names. */
  language?: Language,
  /** What a row stands for. */
  rows?: TimelineRows, };

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

/** An end of a span. */
export type SpanEnd = "start" | "end";

/** idea → tentative → confirmed → held → reported; or postponed, or cancelled. */
export type Status = "idea" | "tentative" | "confirmed" | "held" | "reported" | "postponed" | "cancelled";

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

/** Opens a locked workspace again. */
export type UnlockWorkspace = {
  /** None to use the key in the system keychain. */
  passphrase?: string | null, };

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
