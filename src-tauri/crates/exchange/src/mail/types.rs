//! Letters on their way out and mails on their way in.

use chrono::{DateTime, Utc};

use crate::sheets::Params;

/// What a mail may be at most, in bytes: what servers pass on.
pub const LARGEST_MAIL: usize = 64 << 20;

/// A name with an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailbox {
    /// As shown; may be empty.
    pub name: String,
    /// The bare address.
    pub address: String,
}

/// A mail to be looked at and sent by the planner's own program.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// Who sends it; without one the mail program fills it in.
    pub from: Option<&'a Mailbox>,
    /// To whom; one invitee a draft.
    pub to: &'a [Mailbox],
    /// Subject.
    pub subject: &'a str,
    /// Text; a blank line parts paragraphs.
    pub body: &'a str,
    /// A calendar invitation (iTIP), with the method that it has.
    pub calendar: Option<&'a [u8]>,
    /// The moment of writing.
    pub written: DateTime<Utc>,
    /// What tells this draft from every other: a key of ours, from which Message-ID and boundaries are made; no
    /// people's data.
    pub key: &'a str,
}

/// A letter with its fields filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Subject, on one line.
    pub subject: String,
    /// Text.
    pub body: String,
    /// Fields that the letter asks for and this invitee does not have, by key, each once. In the text stands
    /// `[key?]` for each.
    pub missing: Vec<String>,
    /// Names in braces that are no field.
    pub unknown: Vec<String>,
}

/// A mail, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Who wrote it.
    pub from: Mailbox,
    /// Who sent it on somebody's behalf.
    pub sender: Option<Mailbox>,
    /// To whom.
    pub to: Vec<Mailbox>,
    /// Subject, on one line.
    pub subject: String,
    /// When, by the sender's clock.
    pub date: Option<DateTime<Utc>>,
    /// Message-ID without its angle brackets.
    pub message_id: String,
    /// The Message-ID it answers.
    pub in_reply_to: String,
    /// What it says as plain text, cut after 100,000 bytes.
    pub text: String,
    /// The calendars in it, as bytes for [`crate::incoming::read_ics`]; the same one is there once.
    pub calendars: Vec<Vec<u8>>,
    /// Addresses to which a mail of ours could not be delivered.
    pub bounces: Vec<Bounce>,
    /// Written by a program (out of office, delivery report), not by a person.
    pub automatic: bool,
    /// What a planner should know: `winmail` (a calendar may be hidden in Outlook's own form), `encrypted`,
    /// `calendar_unreadable`, `too_many_parts`, `text_cut`.
    pub warnings: Vec<&'static str>,
}

/// An address that could not be reached (RFC 3464).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    /// The bare address.
    pub address: String,
    /// RFC 3463 status such as `5.1.1`; empty if not told.
    pub status: String,
    /// Whether it is final; a delayed mail may still arrive.
    pub is_final: bool,
    /// What the server said, on one line, cut short.
    pub says: String,
}

/// Why nothing was read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// See [`LARGEST_MAIL`].
    #[error("the mail has more than {most} bytes")]
    TooLarge {
        /// Bytes.
        most: usize,
    },
    /// It has no header of a mail.
    #[error("the file is no e-mail")]
    NotMail,
    /// It is a message as Outlook stores it (`.msg`).
    #[error("the file is a message in Outlook's own form")]
    OutlookForm,
    /// An address cannot be written.
    #[error("an address is no address")]
    BadAddress,
    /// Nobody to write to.
    #[error("the mail has no recipient")]
    NoRecipient,
    /// The writer failed.
    #[error("the mail could not be put together: {0}")]
    Writer(String),
}

impl MailError {
    /// The code of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "mail_too_large",
            Self::NotMail => "not_a_mail",
            Self::OutlookForm => "mail_outlook_form",
            Self::BadAddress => "bad_address",
            Self::NoRecipient => "no_recipient",
            Self::Writer(_) => "mail_not_written",
        }
    }

    /// What its words are filled with.
    pub fn params(&self) -> Params {
        match self {
            Self::TooLarge { most } => Params::from([("most", most.to_string())]),
            Self::NotMail | Self::OutlookForm | Self::BadAddress | Self::NoRecipient | Self::Writer(_) => {
                Params::new()
            }
        }
    }
}
