//! A calendar that is given out: which events, in which form, and to whom.

use serde::{Deserialize, Serialize};

use crate::{CalendarId, EventFilter, Language, RecipientId, Status, Wording};

/// A saved filter with what its readers see of the events: language, audience and form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Calendar {
    /// Key.
    pub id: CalendarId,
    /// What it is called; recipients see it as the calendar's name.
    pub name: Wording,
    /// Which events it holds.
    pub filter: EventFilter,
    /// The language of its files.
    pub language: Language,
    /// For whom it is.
    pub audience: Audience,
    /// IANA zone in which times are told beside Hong Kong's; empty for each venue's own.
    pub zone: String,
    /// How its iCalendar files are made.
    pub form: CalendarForm,
    /// Free text; never given out.
    pub notes: String,
}

/// For whom something is given out, and so how much it may say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Anybody: no names of the team, no notes.
    #[default]
    Public,
    /// Bodies that share in the events.
    Partner,
    /// The office itself; marked \[RESTRICTED\].
    Internal,
}

impl Audience {
    /// All three, the widest first.
    pub const ALL: [Audience; 3] = [Self::Public, Self::Partner, Self::Internal];

    /// The key under which it is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Partner => "partner",
            Self::Internal => "internal",
        }
    }

    /// Whether it is told of an event in that state: the public hears of no ideas.
    pub fn is_told_of(self, status: Status) -> bool {
        self != Self::Public || status != Status::Idea
    }
}

/// How the iCalendar files of a calendar are made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
#[serde(default)]
pub struct CalendarForm {
    /// How events are spread over files.
    pub layout: CalendarLayout,
    /// Whether several files go into one zip.
    pub zip: bool,
    /// Whether times in zones whose rules changed of late go out in UTC.
    pub pin_utc: bool,
    /// Minutes before the start at which readers are reminded; none for no reminder.
    pub alarm_minutes: Option<u32>,
    /// Who invites, as readers see it; empty for the office.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub organiser_name: String,
    /// The address to which answers to invitations go; without one none are issued. It is the calendar's and not one
    /// machine's, for a cancellation counts only from whoever invited.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub organiser_email: String,
}

/// How the events of a calendar are spread over files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CalendarLayout {
    /// All in one file.
    #[default]
    OneFile,
    /// A file for each event.
    PerEvent,
    /// A file for each region.
    PerRegion,
    /// A file for each mission.
    PerMission,
}

/// Who holds a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Recipient {
    /// Key.
    pub id: RecipientId,
    /// The calendar held.
    pub calendar: CalendarId,
    /// A person or an office, as one would write it on an envelope.
    pub name: String,
    /// The body it belongs to.
    pub organisation: String,
    /// Where files are sent to; empty where they are handed over.
    pub email: String,
    /// Free text; never given out.
    pub notes: String,
}
