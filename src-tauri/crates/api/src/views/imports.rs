//! Calendars and spreadsheets that others wrote, on their way in.
//!
//! One request serves the preview and the commit, so that what is written is what was shown. A row says what would
//! become of it; what a file leaves open (a zone nobody knows, a date that can be read in two ways) is asked once
//! for the whole file and comes back with its answer, so that the answer can be changed.

use std::collections::BTreeMap;

use outreach_plan::{EventId, Language, MissionId, ProgrammeId, Status};
use serde::{Deserialize, Serialize};

use super::{FieldChange, ShownSpan, ShownTime};

/// What sort of file comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// iCalendar (RFC 5545).
    Ics,
    /// A spreadsheet: XLSX, ODS or CSV.
    Sheet,
}

/// Asks in the dialog for a file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChooseImport {
    /// Of this sort.
    pub kind: ImportKind,
}

/// A file that the planner chose. Its path stays here.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChosenImport {
    /// Its number; holds for any number of previews and for the commit.
    pub file: u32,
    /// Its name without folder.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
}

/// The order in which a column writes day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ColumnOrder {
    /// 03/04/2027 is the third of April.
    DayFirst,
    /// 03/04/2027 is the fourth of March.
    MonthFirst,
    /// 27/04/03 is the third of April.
    YearFirst,
}

/// Asks what an import would do, or for it to be done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct PreviewImport {
    /// The number of the chosen file.
    pub file: u32,
    /// What sort of file it is.
    pub kind: ImportKind,
    /// The language of names in the answer, and of names in the file that do not tell theirs.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
    /// New events go into this programme; without it into the one of their day.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// New events go into this mission.
    #[serde(default)]
    pub mission: Option<MissionId>,
    /// Calendars: the zone of times that name none.
    #[serde(default)]
    pub floating_zone: Option<String>,
    /// Calendars: which zones the file's names mean, by name.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeMap<String, String>>", optional))]
    pub zone_answers: BTreeMap<String, String>,
    /// The encoding of a calendar or a CSV file, instead of the one found.
    #[serde(default)]
    pub encoding: Option<String>,
    /// Sheets: which sheet, instead of the first that holds something.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Sheets: which row holds the headings, from 1, instead of the one found.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// Sheets: what each column holds (`title_en`, `start`, …; null leaves it out), instead of what was remembered or
    /// guessed.
    #[serde(default)]
    pub mapping: Option<Vec<Option<String>>>,
    /// Sheets: how dates of a column are written, by its place from 0.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeMap<u32, ColumnOrder>>", optional))]
    pub date_orders: BTreeMap<u32, ColumnOrder>,
    /// Rows that stay out.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub skip: Vec<u32>,
    /// Rows of verdict `reused` that shall nevertheless take the place of the event whose UID they bear.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub take: Vec<u32>,
    /// The fingerprint of the preview that was looked at: a commit of a file that has changed since is refused.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

/// What would become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ImportVerdict {
    /// It becomes an event.
    New,
    /// It changes an event that is there.
    Changed,
    /// It cancels an event that is there.
    Cancelled,
    /// It says what is stored.
    Same,
    /// What is stored is newer and stays.
    Older,
    /// Its UID belongs to a wholly other event, which stays unless the row is taken.
    Reused,
    /// It cannot be read, or cannot be an event.
    Refused,
}

/// One event of the file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportRow {
    /// Names the row in `skip` and `take`: the sheet's row number; in a calendar its place, from 1.
    pub row: u32,
    /// The line of a calendar it begins at, the row of a sheet.
    pub line: u32,
    /// What would become of it.
    pub verdict: ImportVerdict,
    /// Whether the planner left it out.
    pub skipped: bool,
    /// By which it is known again: the UID, with the instance of a series; a sheet's own key.
    pub key: String,
    /// The event that it changes, cancels or equals.
    pub event: Option<EventId>,
    /// What it is called, cleaned.
    pub title: String,
    /// The place, as it would be shown.
    pub place: String,
    /// How far it has come.
    pub status: Option<Status>,
    /// When, there and in Hong Kong; none for a row that cannot be read.
    pub span: Option<ShownSpan>,
    /// Whether it lasts whole days.
    pub all_day: bool,
    /// What it changes, field by field.
    pub changes: Vec<FieldChange>,
    /// When the event is now, where the row moves it.
    pub before: Option<ShownSpan>,
    /// Why it is refused.
    pub problems: Vec<ImportProblem>,
    /// What was read in a way the planner should know.
    pub warnings: Vec<ImportProblem>,
}

/// Something about a row or a cell.
///
/// Codes are those of `IncomingEvent::warnings`, `RefusedItem` and `CellProblem` of the exchange and of the types of
/// `FieldProblem`; and of their own the problems `cancels_unknown` (a cancellation of what is not here), `uid_twice`
/// (an event of the file before it has its UID), and the warnings `uid_reused`, `left_series` (a newer version of the
/// series has the occasion no more), `zone_of_city` {zone} (UTC in the file; told by the city's clocks),
/// `end_zone_moved` {zone} (the end stood in another zone), `url_dropped` (not a web address), `text_cut` {most}.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportProblem {
    /// The column, from 0, of a sheet.
    pub column: Option<u32>,
    /// The field.
    pub field: Option<String>,
    /// A key of the words: `not_a_date`, `unknown_zone`, `gap`, `uid_reused`, …
    pub code: String,
    /// What the words need.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
}

/// How many rows have which verdict; those left out by the planner are counted as `skipped` alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportCounts {
    /// New events.
    pub new: u32,
    /// Changed events.
    pub changed: u32,
    /// Cancelled events.
    pub cancelled: u32,
    /// What is stored already.
    pub same: u32,
    /// Older than what is stored.
    pub older: u32,
    /// A UID that belongs to another event.
    pub reused: u32,
    /// Refused.
    pub refused: u32,
    /// Left out by the planner.
    pub skipped: u32,
    /// Answers of guests that are kept.
    pub replies: u32,
}

/// A zone the file leaves open.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ZoneAsked {
    /// The file's name for it; null for times that name none.
    pub tzid: Option<String>,
    /// How many times stand in it.
    pub uses: u32,
    /// Zones that may be meant.
    pub suggestions: Vec<String>,
    /// What the planner answered.
    pub answered: Option<String>,
}

/// A column whose dates can be read in more than one way.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DatesAsked {
    /// The column, from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// Cells of it with what each would be.
    pub samples: Vec<DateSample>,
    /// The orders to choose from, likelier ones first.
    pub orders: Vec<ColumnOrder>,
    /// What the planner answered.
    pub answered: Option<ColumnOrder>,
}

/// A cell and what it would be.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DateSample {
    /// As it is written.
    pub text: String,
    /// With the day first; none if there is no such day.
    pub day_first: Option<chrono::NaiveDate>,
    /// With the month first; none if there is no such day.
    pub month_first: Option<chrono::NaiveDate>,
    /// With the year first; none if there is no such day.
    pub year_first: Option<chrono::NaiveDate>,
}

/// What of the file cannot be kept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportLoss {
    /// The property or component: `ATTACH`, `VTODO`, `X-…`.
    pub property: String,
    /// How often.
    pub count: u32,
    /// Some lines where it stands.
    pub lines: Vec<u32>,
}

/// Something about the whole file.
///
/// Codes are those of `SheetNote` of the exchange; for calendars `written_here` (an export of this program: its
/// descriptions are not notes), `encoding_guessed` {label}, `series_within` {from, until}, `series_cut` {count, until}.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportNote {
    /// A key of the words.
    pub code: String,
    /// What the words need.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
}

/// How a spreadsheet was read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SheetReading {
    /// `xlsx`, `ods` or `csv`.
    pub form: String,
    /// The encoding of a CSV file.
    pub encoding: Option<EncodingView>,
    /// Every sheet of the file.
    pub sheets: Vec<SheetView>,
    /// The one that is read.
    pub sheet: String,
    /// The row of the headings, from 1.
    pub header_row: u32,
    /// The headings.
    pub headings: Vec<String>,
    /// What each column is taken for.
    pub mapping: Vec<Option<String>>,
    /// Whether the mapping was remembered from an earlier import of this layout.
    pub mapping_remembered: bool,
    /// All that a column can hold.
    pub fields: Vec<String>,
    /// The first cells that hold something, three at most, by column.
    pub samples: Vec<Vec<String>>,
}

/// The encoding of a file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EncodingView {
    /// Its name: `UTF-8`, `Big5`, `gb18030`.
    pub label: String,
    /// Whether nothing else fits.
    pub sure: bool,
    /// All that can be chosen instead.
    pub others: Vec<String>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SheetView {
    /// Its name.
    pub name: String,
    /// Rows that hold something.
    pub rows: u32,
    /// Columns that hold something.
    pub columns: u32,
    /// Whether the workbook hides it.
    pub hidden: bool,
}

/// What an import would do. Nothing is stored.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// What the calendar calls itself, else the file's name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// Changes with the file; to be sent with the commit.
    pub fingerprint: String,
    /// What sort of file it is.
    pub kind: ImportKind,
    /// The program that wrote a calendar, in its own words.
    pub product: String,
    /// What a calendar is sent for: `PUBLISH`, `REQUEST`, `CANCEL`, `REPLY`; none if it does not say.
    pub method: Option<String>,
    /// How the text of a calendar was read; can be chosen by `encoding` as for a sheet.
    pub encoding: Option<EncodingView>,
    /// How a spreadsheet was read.
    pub sheet: Option<SheetReading>,
    /// Zones that have to be said before the import can be done.
    pub zone_asks: Vec<ZoneAsked>,
    /// Orders of dates that have to be said before.
    pub date_asks: Vec<DatesAsked>,
    /// Whether everything that has to be said is said.
    pub answered: bool,
    /// How many of which.
    pub counts: ImportCounts,
    /// Event by event, in the order of the file.
    pub rows: Vec<ImportRow>,
    /// Answers of guests in the file.
    pub replies: Vec<ReplyRow>,
    /// What cannot be kept.
    pub losses: Vec<ImportLoss>,
    /// What else is to be known.
    pub notes: Vec<ImportNote>,
}

/// What an import did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Imported {
    /// How many of which.
    pub counts: ImportCounts,
    /// Number of the one change in the history; none if nothing differed.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
    /// The events that are new or other than they were, in the order of the file.
    pub events: Vec<EventId>,
}

/// Asks for the template of a programme's spreadsheet.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct WriteTemplate {
    /// With headings in this language.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Asks for the answers of guests.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ListReplies {
    /// Only those to this event.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub event: Option<EventId>,
    /// The language of names.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// What a guest answered by calendar.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReplyRow {
    /// The event, if it is here.
    pub event: Option<EventId>,
    /// What the event is called; empty if it is not here.
    pub event_title: String,
    /// The UID that was answered.
    pub uid: String,
    /// Which instance of a series.
    pub recurrence: Option<String>,
    /// Address of the one who answers, as the calendar names it.
    pub attendee: String,
    /// Name of the one who answers.
    pub attendee_name: String,
    /// `accepted`, `tentative`, `declined`, `delegated`, `needs_action`.
    pub answer: String,
    /// Address of the one who comes instead.
    pub delegated_to: String,
    /// What was written along.
    pub comment: String,
    /// When it was answered.
    pub stamped: Option<ShownTime>,
    /// A time that the guest proposes instead.
    pub proposed: Option<ShownSpan>,
    /// Whether the event has changed since the version that was answered.
    pub outdated: bool,
    /// Whether it is stored; in a preview, whether it was stored before.
    pub kept: bool,
}
