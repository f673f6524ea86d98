//! Letters and e-mails: fields filled in, drafts that any mail program opens and sends, answers read.
//!
//! Nothing is sent from here. A draft is a file (`X-Unsent: 1`) with the invitee's own calendar invitation in it;
//! an answer is a file that was dragged out of a mail program.

mod bounce;
mod draft;
mod fields;
mod itip;
mod read;
mod sheet;
mod types;

use chrono::{DateTime, Utc};
use outreach_plan::people::{Invitation, Letter, Person};
use outreach_plan::{Event, Language, Plan};

pub use fields::{FIELDS, Field, Fields, field_label, letter_fields, letter_language};
pub use types::{Bounce, Draft, LARGEST_MAIL, Mail, MailError, Mailbox, Merged};

use crate::{ExportError, Method};

/// Fills a letter's fields in, in one language; `{field}` must be there, `{field?}` may be empty, `{{` is a brace.
pub fn merge(letter: &Letter, fields: &Fields, language: Language) -> Merged {
    fields::merge(letter, fields, language)
}

/// Writes a draft (`.eml`).
///
/// # Errors
/// [`MailError::NoRecipient`], [`MailError::BadAddress`].
pub fn write_eml(draft: &Draft<'_>) -> Result<Vec<u8>, MailError> {
    draft::write(draft)
}

/// Reads a mail (`.eml`).
///
/// # Errors
/// [`MailError::TooLarge`], [`MailError::NotMail`], [`MailError::OutlookForm`].
pub fn read_eml(bytes: &[u8]) -> Result<Mail, MailError> {
    read::read(bytes)
}

/// An invitation to an event for one invitee (iTIP REQUEST): the event's own UID and SEQUENCE, who organises, who
/// is asked to answer. The address asked is the person's first to which mail does not come back.
///
/// # Errors
/// As [`crate::write_calendar`]; [`ExportError::NoAttendee`] if the person has no address.
pub fn request(
    plan: &Plan,
    event: &Event,
    person: &Person,
    organiser: &Mailbox,
    language: Language,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    itip::write(plan, event, person, organiser, Method::Request, language, written)
}

/// Takes the invitation of one invitee back (iTIP CANCEL).
///
/// # Errors
/// As [`request`].
pub fn withdraw(
    plan: &Plan,
    event: &Event,
    person: &Person,
    organiser: &Mailbox,
    language: Language,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    itip::write(plan, event, person, organiser, Method::Cancel, language, written)
}

/// A workbook with a row an invitee and a column a field, for the mail merge of a word processor. Marked
/// [RESTRICTED].
///
/// # Errors
/// [`ExportError::TooMany`] past a sheet's rows.
pub fn write_merge_xlsx(
    rows: &[Fields],
    language: Language,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    sheet::write(rows, language, written)
}

/// What the fields of a letter are for one invitee; see [`letter_fields`].
pub fn fields_of(
    plan: &Plan,
    event: &Event,
    invitation: &Invitation,
    person: &Person,
    language: Language,
) -> Fields {
    fields::of(plan, event, invitation, person, language)
}
