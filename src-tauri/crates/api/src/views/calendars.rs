//! Calendars that are given out: what each recipient holds, what changed since, what is to be sent.

use outreach_plan::issuing::ChangeKind;
use outreach_plan::{
    Audience, Calendar, CalendarId, EventId, IssueId, IssueKind, Language, Recipient, RecipientId, Region,
    Wording,
};
use serde::{Deserialize, Serialize};

use super::{ShownSpan, ShownTime};

/// One calendar in the list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CalendarRow {
    /// Key.
    pub id: CalendarId,
    /// What it is called.
    pub name: Wording,
    /// The language of its files.
    pub language: Language,
    /// For whom it is.
    pub audience: Audience,
    /// How many events it holds that take place.
    pub events: u32,
    /// How many hold it.
    pub recipients: u32,
    /// How many of them do not hold what it says now.
    pub behind: u32,
    /// How many events changed for any of them since their last issue.
    pub waiting: u32,
    /// Its last issue.
    pub last_issue: Option<IssueRow>,
}

/// One issue in a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct IssueRow {
    /// Key.
    pub id: IssueId,
    /// Which one of its calendar, from 1.
    pub number: u32,
    /// When it was made, in Hong Kong.
    pub made: ShownTime,
    /// Who made it.
    pub actor: String,
    /// Whole, or what had changed.
    pub kind: IssueKind,
    /// Who got it; some may have been removed since.
    pub recipients: Vec<RecipientId>,
    /// How many events it held that take place.
    pub events: u32,
    /// How many it cancelled.
    pub cancelled: u32,
    /// Release of the zone rules it was made with.
    pub rules: String,
}

/// Asks for one calendar.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowCalendar {
    /// Which.
    pub calendar: CalendarId,
    /// The language of sentences.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Everything about one calendar but the changes themselves.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CalendarPage {
    /// The record.
    pub calendar: Calendar,
    /// How many events it holds that take place.
    pub events: u32,
    /// Who holds it, in the order in which they were added.
    pub recipients: Vec<RecipientView>,
    /// Its issues, the last first.
    pub issues: Vec<IssueRow>,
    /// How many events changed for any recipient since the last issue.
    pub waiting: u32,
    /// What its files never say, keys of the words: `notes`, `delegates`, `run_sheet`, …
    pub leaves_out: Vec<String>,
    /// Zones in it whose rules changed of late, so that readers with older rules would show another time. Only
    /// where there are any is a UTC-pinned form worth offering.
    pub changed_zones: Vec<ChangedZone>,
}

/// A zone whose rules changed of late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangedZone {
    /// IANA name.
    pub zone: String,
    /// The name as a word: `Vancouver`.
    pub city: String,
    /// How many of the calendar's events to come lie in it.
    pub events: u32,
}

/// A recipient, and what is held.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RecipientView {
    /// The record.
    pub recipient: Recipient,
    /// Number of the last issue that was given; none if none was.
    pub last_issue: Option<u32>,
    /// When it was made, in Hong Kong.
    pub last_issued: Option<ShownTime>,
    /// How many events are held that take place.
    pub holds: u32,
    /// How many of all events are not held as they are now.
    pub waiting: u32,
    /// Of these, how many are at another time, cancelled or gone: what cannot wait.
    pub urgent: u32,
}

/// Asks what changed since each recipient's last issue.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowChanges {
    /// Of which calendar.
    pub calendar: CalendarId,
    /// Only for this recipient.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub recipient: Option<RecipientId>,
    /// The language of the sentences.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Asks what changed from one issue to another, or to now.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DiffIssues {
    /// Of which calendar.
    pub calendar: CalendarId,
    /// Number of the earlier issue; 0 for before the first.
    pub from: u32,
    /// Number of the later issue; none for now.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub to: Option<u32>,
    /// The language of the sentences.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// One change of one event, told.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangeView {
    /// The event.
    pub event: EventId,
    /// Whether it is still in the programme, so that it can be opened.
    pub exists: bool,
    /// What became of it.
    pub change: ChangeKind,
    /// Its region.
    pub region: Option<Region>,
    /// Its name in the language asked for.
    pub title: String,
    /// What differs, keys of the words of fields: `start`, `end`, `zone`, `title`, `place`, `status`; `details` for
    /// anything else its readers see.
    pub fields: Vec<String>,
    /// The change in a sentence: `KL seminar moved from 14:00 to 15:30, +08; Hong Kong 15:30`.
    pub words: String,
    /// When it was for those who hold the old version.
    pub before: Option<ShownSpan>,
    /// When it is now; none if it does not take place.
    pub after: Option<ShownSpan>,
    /// Whether it lasts whole days.
    pub all_day: bool,
    /// Whether only the zone rules changed, and nobody edited it.
    pub by_rules: bool,
    /// SEQUENCE that is held.
    pub sequence_held: Option<u32>,
    /// SEQUENCE that would go out.
    pub sequence: u32,
    /// Who holds the old version.
    pub recipients: Vec<RecipientId>,
}

/// A form that an issue can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IssueFormat {
    /// iCalendar to be imported or subscribed to: METHOD:PUBLISH, cancellations as STATUS:CANCELLED.
    Ics,
    /// Invitations for each recipient with an address: METHOD:REQUEST and METHOD:CANCEL, one event a file. Refused as
    /// `no_organiser` while the calendar has no `organiser_email`.
    Itip,
    /// A workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// One page that needs nothing else.
    Html,
    /// Paper: a programme for each year that the events touch.
    Pdf,
    /// What changed, in sentences, to be put into a letter.
    Words,
}

/// Asks for an issue.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct IssueCalendar {
    /// Of which calendar.
    pub calendar: CalendarId,
    /// For these recipients; an empty list means all.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub recipients: Vec<RecipientId>,
    /// Whole, or what changed.
    pub kind: IssueKind,
    /// In these forms; an empty list means iCalendar.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub formats: Vec<IssueFormat>,
    /// The language of the preview's sentences; files are in the calendar's.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// What an issue would be; nothing is written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct IssuePreview {
    /// The packs: one for all who need the same.
    pub packs: Vec<PackView>,
    /// What it tells that is not held yet; for a whole issue, too.
    pub changes: Vec<ChangeView>,
    /// How many events get a higher SEQUENCE by it, because only the zone rules changed or a version came back.
    pub raised: u32,
    /// Who is up to date already and gets nothing.
    pub up_to_date: Vec<RecipientId>,
    /// Who has no address and so gets no invitation; only when invitations are asked for.
    pub without_address: Vec<RecipientId>,
    /// `restricted` if the files have to be marked so.
    pub marking: Option<String>,
    /// What the files never say, keys of the words.
    pub leaves_out: Vec<String>,
}

/// One pack: the files for all recipients who need the same.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PackView {
    /// The issue's number.
    pub number: u32,
    /// Who gets it.
    pub recipients: Vec<RecipientId>,
    /// How many events in it take place.
    pub events: u32,
    /// How many it cancels.
    pub cancelled: u32,
    /// Its files.
    pub files: Vec<IssuedFile>,
}

/// One file of an issue.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct IssuedFile {
    /// Its name, with `/` where it lies in a folder of the chosen one.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// The one recipient it is for, if it is an invitation.
    pub recipient: Option<RecipientId>,
}

/// What was issued.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Issued {
    /// The folder, to be shown.
    pub folder: String,
    /// What was written, and to whom it goes.
    pub packs: Vec<PackView>,
    /// How many events got a higher SEQUENCE by it.
    pub raised: u32,
    /// Who has no address and so got no invitation; left out of the record where there was nothing but invitations.
    pub without_address: Vec<RecipientId>,
    /// Number of the change in the history. Taking it back takes the issue out of the ledger; the files stay.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// A recipient who holds the old time of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Holder {
    /// Who.
    pub recipient: RecipientId,
    /// The name.
    pub name: String,
    /// Of which calendar.
    pub calendar: CalendarId,
    /// What the calendar is called.
    pub calendar_name: Wording,
    /// Number of the issue that gave the old time.
    pub number: u32,
}
