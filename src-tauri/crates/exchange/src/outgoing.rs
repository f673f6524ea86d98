//! What goes out: which events, in which language, written when.

use chrono::{DateTime, Utc};
use outreach_plan::{Event, Language, Plan};

/// Events on their way out.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// The plan they belong to.
    pub plan: &'a Plan,
    /// The events, in the order in which they are to be read.
    pub events: &'a [&'a Event],
    /// What the whole is called.
    pub title: &'a str,
    /// The language of headings, names and sentences.
    pub language: Language,
    /// The moment of writing.
    pub written: DateTime<Utc>,
}

/// What a format never carries, because it may be passed on to anybody. A key of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Internal notes.
    Notes,
    /// Who of the office travels.
    Delegates,
    /// The order of the day.
    RunSheet,
    /// Guests allowed.
    Capacity,
    /// Free labels.
    Tags,
    /// Events that are only ideas.
    Ideas,
}

impl Left {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Delegates => "delegates",
            Self::RunSheet => "run_sheet",
            Self::Capacity => "capacity",
            Self::Tags => "tags",
            Self::Ideas => "ideas",
        }
    }
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// An event stands in a zone that the rules do not know, so it has no time to be written.
    #[error("the zone rules do not know the zone {zone} of an event")]
    UnknownZone {
        /// The zone.
        zone: String,
    },
    /// The format cannot hold so much.
    #[error("the format holds at most {most} rows")]
    TooMany {
        /// How many it holds.
        most: usize,
    },
    /// A request or a cancellation holds one event, no more and no less (RFC 5546 section 3.2.2).
    #[error("a request or a cancellation is for one event, not for {found}")]
    OneUid {
        /// How many it was to hold.
        found: usize,
    },
    /// A request for an event that is called off (RFC 5546 section 3.2.2): that is a cancellation's part.
    #[error("nobody can be invited to an event that is called off")]
    CalledOff,
    /// A request that asks nobody.
    #[error("an invitation needs somebody who is invited")]
    NoAttendee,
    /// The address of an organiser or an attendee cannot be written.
    #[error("the address of an organiser or an attendee is no address")]
    BadAddress,
    /// The writer of the format failed.
    #[error("the file could not be put together: {0}")]
    Writer(String),
}
