//! The privacy desk: what is held about people, who was told what, what left the laptop, and how a person is
//! taken out.

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::people::{DisclosureKind, Nature, Notice, Purpose};
use outreach_plan::{DisclosureId, Language, NoticeId, PersonId};
use serde::{Deserialize, Serialize};

use super::{BackupView, RecordKey};
use crate::ErrorView;

/// Asks for the privacy desk.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ShowPrivacy {
    /// The language of names.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// The privacy desk at a glance.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PrivacyDesk {
    /// Persons and bodies held, without those erased or merged into another.
    pub people: u32,
    /// Bodies among them.
    pub bodies: u32,
    /// Natural persons who were given no collection notice.
    pub without_notice: u32,
    /// Natural persons without a retention date.
    pub without_retention: u32,
    /// Whose retention date has passed.
    pub overdue: u32,
    /// Whose retention date comes within 30 days.
    pub due_soon: u32,
    /// Records that were emptied; they are counted and tell nothing.
    pub erased: u32,
    /// People who are no longer in the ledger but still lie in the history: removed, or an import taken back.
    pub in_history: u32,
    /// Every version of every collection notice, by name, the latest version first.
    pub notices: Vec<NoticeRow>,
    /// What people agreed to, purpose by purpose.
    pub purposes: Vec<PurposeRow>,
    /// Who was erased, the latest first.
    pub erasures: Vec<ErasureRow>,
    /// How many lines the export log has.
    pub log: u32,
    /// Who can see what on this laptop.
    pub laptop: LaptopView,
}

/// A version of a collection notice.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NoticeRow {
    /// Key.
    pub id: NoticeId,
    /// What it is called, in the language asked for.
    pub name: String,
    /// Its version.
    pub version: u32,
    /// From when it is given.
    pub from: NaiveDate,
    /// The purposes it names.
    pub purposes: Vec<Purpose>,
    /// For how many months data collected under it is kept.
    pub retain_months: u32,
    /// How many people were given it.
    pub given: u32,
    /// For how many of them it is the latest they were given.
    pub holders: u32,
    /// Whether no later version of the name is in force today.
    pub in_force: bool,
    /// Whether it may still be edited: nobody was given it.
    pub editable: bool,
    /// The record, for its text and its name in the other languages.
    pub record: Notice,
}

/// What people agreed to for one purpose. The three counts are everybody.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PurposeRow {
    /// For what.
    pub purpose: Purpose,
    /// Agreed.
    pub given: u32,
    /// Refused or taken back.
    pub refused: u32,
    /// Nothing known.
    pub unsaid: u32,
}

/// A person who was erased.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ErasureRow {
    /// The record that stays and tells nothing.
    pub person: PersonId,
    /// When, Hong Kong wall time.
    pub at: NaiveDateTime,
}

/// Who can see what on this laptop.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LaptopView {
    /// Name of the workspace file.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// How pages are encrypted, a key of the words: `aes_256`.
    pub encryption: String,
    /// Memory that deriving the key from the passphrase takes, in KiB.
    pub key_memory_kib: u32,
    /// Whether the system keychain opens the file for whoever is signed in to this machine.
    pub keychain: bool,
    /// The user of this machine who has it open.
    pub user: String,
    /// Whether other users of this machine may read the encrypted file; null where the system does not tell.
    pub others_may_read: Option<bool>,
    /// When it was opened last before now, Hong Kong wall time; null if not known.
    pub last_opened: Option<NaiveDateTime>,
    /// After so many minutes without use it locks itself; 0 means never.
    pub locks_after_minutes: u32,
    /// The folder of backups.
    pub backups_folder: String,
    /// Backups there are: each is encrypted with the same key.
    pub backups: Vec<BackupView>,
    /// Files about people that this program wrote and that still lie where they were written.
    pub exports: Vec<ExportOnDisk>,
    /// How many of them are not encrypted.
    pub exports_in_the_open: u32,
}

/// What became of a file that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OnDisk {
    /// It lies there as it was written.
    Unchanged,
    /// Something of that name lies there that was changed since.
    Changed,
    /// Nothing of that name lies there.
    Gone,
    /// It cannot be read, as on a drive that is not there.
    Unknown,
}

/// A file about people.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExportOnDisk {
    /// The line of the export log; what `privacy.erase` takes.
    pub id: DisclosureId,
    /// When it was written, Hong Kong wall time.
    pub at: NaiveDateTime,
    /// What it is.
    pub kind: DisclosureKind,
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// How many people it holds.
    pub count: u32,
    /// Whether it is an encrypted pack.
    pub encrypted: bool,
    /// What became of it.
    pub on_disk: OnDisk,
}

/// Asks whose retention date has passed or comes soon.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ShowDue {
    /// Within so many days from today; those whose date has passed are always there.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub within_days: u32,
    /// First row, from 0.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from: u32,
    /// At most so many rows; 0 means 200.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: u32,
    /// The language of names.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Whose retention date has passed or comes soon, the earliest first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DuePage {
    /// How many in all.
    pub total: u32,
    /// How many of them are past their date.
    pub overdue: u32,
    /// The rows asked for.
    pub rows: Vec<DueRow>,
}

/// Somebody whose data is to go.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DueRow {
    /// Who.
    pub person: PersonId,
    /// The name, in the language asked for.
    pub name: String,
    /// The body they belong to.
    pub organisation: String,
    /// A person or a body.
    pub nature: Nature,
    /// After this day nothing may be held any more.
    pub retain_until: NaiveDate,
    /// Days from today, Hong Kong's: negative once it has passed.
    pub days: i32,
    /// Invitations to events that are still to come.
    pub coming: u32,
    /// Visits that are not over.
    pub open_visits: u32,
}

/// Asks for the export log.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ShowLog {
    /// Only files that hold this person.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub person: Option<PersonId>,
    /// First row, from 0.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from: u32,
    /// At most so many rows; 0 means 200.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: u32,
}

/// The export log, the latest first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LogPage {
    /// How many lines in all.
    pub total: u32,
    /// The lines asked for.
    pub rows: Vec<LogRow>,
}

/// A line of the export log.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LogRow {
    /// What was written, where it lies and what became of it.
    pub file: ExportOnDisk,
    /// Who wrote it.
    pub actor: String,
    /// The event it is about; empty for none.
    pub about: String,
    /// For what, in the words of who wrote it.
    pub purpose: String,
}

/// How everything about a person is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReportForm {
    /// To be read.
    Pdf,
    /// To be read by a program.
    Json,
}

/// Writes everything that is held about a person where the planner says in the dialog.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WriteReport {
    /// About whom.
    pub person: PersonId,
    /// In this form.
    pub form: ReportForm,
    /// For what, such as an access request of some day; goes into the export log.
    pub purpose: String,
    /// As a pack that this passphrase opens, at least 8 characters; without it in the open.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub passphrase: Option<String>,
    /// The language of the report.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// A format that people can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PeopleFormat {
    /// A workbook for Excel and LibreOffice.
    Xlsx,
    /// Comma-separated values with a byte-order mark.
    Csv,
    /// Contact cards (vCard 3.0, which telephones and Outlook read).
    Vcf,
}

/// Writes people where the planner says in the dialog.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExportPeople {
    /// These people; null: those who fit the query.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub people: Option<Vec<PersonId>>,
    /// As typed into the search of people; empty: everybody.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub query: String,
    /// In this format.
    pub format: PeopleFormat,
    /// For what, in the planner's words; goes into the export log. Must not be empty.
    pub purpose: String,
    /// Whether it is used to tell of schemes and services by name (direct marketing): those who did not agree
    /// to it are left out.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub marketing: bool,
    /// As a pack that this passphrase opens, at least 8 characters; without it in the open.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub passphrase: Option<String>,
    /// The language of headings.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// A file about people that was written and logged.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExportedPeople {
    /// The file's name.
    pub name: String,
    /// The folder, to be shown.
    pub folder: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// How many people it holds.
    pub people: u32,
    /// How many were left out because they did not agree to direct marketing.
    pub without_consent: u32,
    /// How many were left out because they are erased or merged into another.
    pub not_there: u32,
    /// Whether it is an encrypted pack.
    pub encrypted: bool,
    /// What is printed on it, a key of the words: `restricted`.
    pub marking: String,
    /// The line of the export log.
    pub disclosure: DisclosureId,
}

/// Names a person.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AboutPerson {
    /// Who.
    pub person: PersonId,
    /// The language of names.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// What erasing a person would do. Nothing is changed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ErasePreview {
    /// Who.
    pub person: PersonId,
    /// The name, in the language asked for.
    pub name: String,
    /// What goes.
    pub goes: Vec<ErasedPart>,
    /// What stays and tells nothing of who it was.
    pub stays: Vec<ErasedPart>,
    /// Changes in the history that hold something of the person and are rewritten.
    pub changes: u32,
    /// Where other records name the person in free text.
    pub mentions: Vec<Mention>,
    /// Files that hold the person and were written here, with what became of each; those gone are left out.
    pub exports: Vec<ExportOnDisk>,
    /// Backups that still hold the person afterwards.
    pub backups: Vec<BackupView>,
    /// Imports that are open in a preview, which must be previewed again before they can be committed.
    pub open_imports: u32,
    /// Why it cannot be done as things stand; null if it can.
    pub refusal: Option<ErrorView>,
}

/// A part of what is held, with how much of it there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ErasedPart {
    /// A key of the words: `names`, `contacts`, `notes`, `consents`, `merged_records`, `invitations`,
    /// `companions`, `visits`, `replies`, `distincts`, `history`; of what stays `person`, `invitations`,
    /// `visits`, `exports`.
    pub what: String,
    /// How many.
    pub count: u32,
}

/// A place where another record names a person.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Mention {
    /// The record.
    pub record: RecordKey,
    /// What it is called.
    pub title: String,
    /// Which field, a key of the words.
    pub field: String,
    /// The text around it.
    pub excerpt: String,
}

/// Erases a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EraseRequest {
    /// Who.
    pub person: PersonId,
    /// Lines of the export log whose files are deleted, where they lie as they were written.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub files: Vec<DisclosureId>,
    /// Whether the name is struck out where other records mention it, as the preview lists.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub mentions: bool,
}

/// What erasing did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Erased {
    /// The record that stays and tells nothing; of somebody who was only in the history none stays.
    pub person: PersonId,
    /// Changes in the history that were rewritten.
    pub changes: u32,
    /// Places where the name was struck out.
    pub struck: u32,
    /// Whether a search through every byte of the file found nothing of the person. False where their texts are
    /// also somebody else's, or stay in mentions that were not struck out.
    pub no_trace: bool,
    /// Files that were deleted.
    pub files_deleted: u32,
    /// Files that still lie there: changed since, not asked to be deleted, or not to be deleted.
    pub files_left: Vec<ExportOnDisk>,
    /// Backups that still hold the person.
    pub backups: Vec<BackupView>,
}

/// What taking forgotten people out of the history did.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Forgotten {
    /// People whose traces went.
    pub people: u32,
    /// Changes in the history that were rewritten.
    pub changes: u32,
}
