//! Letters and e-mails to guests, merged and written as files for an e-mail program.

use outreach_plan::people::LetterKind;
use outreach_plan::{EventId, InvitationId, Language, LetterId, Wording};
use serde::{Deserialize, Serialize};

use super::Refusal;

/// As what letters are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LetterForm {
    /// An `.eml` draft a guest, each with its own calendar invitation.
    #[default]
    Eml,
    /// One workbook for the mail merge of a word processor.
    MailMerge,
}

/// Asks for merged letters.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct MergeLetters {
    /// About this event.
    pub event: EventId,
    /// From this template.
    pub letter: LetterId,
    /// To these guests of the event.
    pub invitations: Vec<InvitationId>,
    /// In this language; without it each guest's own.
    #[serde(default)]
    pub language: Option<Language>,
    /// As this.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub form: LetterForm,
    /// The name letters are sent under; without it the office's.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from_name: String,
    /// The address that answers go to. Needed for `.eml`: a calendar invitation has an organiser.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from_address: String,
    /// Whether those not yet invited become so in the same change.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub mark_invited: bool,
    /// For what, in the words of who writes them; kept in the log of disclosures.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub purpose: String,
    /// Which letter the preview shows, from 0.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub at: u32,
}

/// What would be written; nothing is stored.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LetterPreview {
    /// How many letters.
    pub letters: u32,
    /// Who gets none, by reason: `no_address`, `erased`, `letter_not_for_status`, `consent_refused` (to be held for
    /// events), `marketing_refused` (objected to direct marketing), `marketing_not_agreed` (a letter that tells of
    /// schemes and services needs a yes), …
    pub refused: Vec<Refusal>,
    /// What to look at before sending, by reason: `no_notice` (was given no collection notice), `shared_address`,
    /// `bounced_address`.
    pub warnings: Vec<Refusal>,
    /// Fields that some have no value for.
    pub missing: Vec<MissingField>,
    /// Fields the template names that do not exist.
    pub unknown: Vec<String>,
    /// The letter asked for; none if there is none.
    pub one: Option<MergedLetter>,
    /// The name of the folder or file that would be suggested.
    pub suggested_name: String,
    /// The marking, a key of the words: always `restricted`.
    pub marking: String,
}

/// A field that some letters lack.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissingField {
    /// Its name, as the template writes it between braces.
    pub field: String,
    /// How many letters lack it.
    pub count: u32,
    /// Whose; at most the first hundred.
    pub which: Vec<InvitationId>,
}

/// One letter as it would be read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MergedLetter {
    /// To whom.
    pub invitation: InvitationId,
    /// Their name.
    pub name: String,
    /// To which address.
    pub address: String,
    /// In which language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The text; a blank line parts paragraphs.
    pub body: String,
    /// Fields that have no value for this guest.
    pub missing: Vec<String>,
    /// The calendar invitation that goes along: `request`, `cancel`, or empty for none.
    pub calendar: String,
}

/// What was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LettersWritten {
    /// Name of the folder or file.
    pub name: String,
    /// The folder it lies in, to be shown.
    pub folder: String,
    /// How many letters.
    pub letters: u32,
    /// How many files.
    pub files: u32,
    /// Bytes, all files together.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// Number of the change that logged it.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// A template in the list. The record itself is read by `letters.show` and written by `records.*`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LetterRow {
    /// Key.
    pub id: LetterId,
    /// What planners call it.
    pub name: String,
    /// What it is for.
    pub kind: LetterKind,
    /// In which languages it is written.
    pub languages: Vec<Language>,
    /// Fields it names.
    pub fields: Vec<String>,
}

/// A field that templates may name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LetterField {
    /// As it is written between braces; each of the names may stand there instead.
    pub name: String,
    /// What it is called.
    pub names: Wording,
}

/// Templates and what they may name.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Letters {
    /// Templates, by kind and name.
    pub letters: Vec<LetterRow>,
    /// Every field.
    pub fields: Vec<LetterField>,
    /// Who invites by the calendars that are given out, each once. An event that went out with one of them is best
    /// written about from there: a calendar takes a change only from whoever invited.
    pub senders: Vec<Sender>,
}

/// Who letters can be sent from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Sender {
    /// The e-mail address.
    pub address: String,
    /// The name; may be empty.
    pub name: String,
}

/// Names one template.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LetterKey {
    /// Which.
    pub id: LetterId,
}

/// What is printed about guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GuestPaperKind {
    /// Name badges with a code to be scanned.
    Badges,
    /// A card a table.
    TableCards,
    /// The list for the door.
    DoorList,
}

/// Asks for paper about guests.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct PrintGuests {
    /// Of this event.
    pub event: EventId,
    /// What.
    pub paper: GuestPaperKind,
    /// Only these guests; without any all who come.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub invitations: Vec<InvitationId>,
    /// In this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
    /// For what, in the words of who prints it; kept in the log of disclosures.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub purpose: String,
    /// Which page the preview draws, from 1.
    #[serde(default)]
    pub page: Option<u32>,
}

/// What paper about people holds, before it is written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PaperPreview {
    /// How many people it names.
    pub people: u32,
    /// The name that would be suggested.
    pub suggested_name: String,
    /// The marking, a key of the words: `restricted`.
    pub marking: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// Pages.
    pub pages: u32,
    /// One of them.
    pub page_picture: super::PagePictureView,
}

/// Paper that was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PaperWritten {
    /// The file's name.
    pub name: String,
    /// The folder it lies in, to be shown.
    pub folder: String,
    /// How many people it names.
    pub people: u32,
    /// Pages.
    pub pages: u32,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// Number of the change that logged it.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}
