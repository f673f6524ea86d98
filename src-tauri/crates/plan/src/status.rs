//! How far a mission or an event has come.

use serde::{Deserialize, Serialize};

/// idea → tentative → confirmed → held → reported; or postponed, or cancelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Thought of, nothing asked for yet.
    #[default]
    Idea,
    /// Dates and places are being asked for.
    Tentative,
    /// Will take place.
    Confirmed,
    /// Took place.
    Held,
    /// Took place and its figures are in.
    Reported,
    /// Will not take place at its time; a new time is not known.
    Postponed,
    /// Will not take place.
    Cancelled,
}

impl Status {
    /// All seven, in the order of an event's life.
    pub const ALL: [Status; 7] = [
        Self::Idea,
        Self::Tentative,
        Self::Confirmed,
        Self::Held,
        Self::Reported,
        Self::Postponed,
        Self::Cancelled,
    ];

    /// Whether the event still claims its time: a cancelled or postponed one books nobody and no room.
    pub fn claims_its_time(self) -> bool {
        !matches!(self, Self::Postponed | Self::Cancelled)
    }

    /// What readers of a calendar see of it (STATUS of RFC 5545): a postponed event does not take place at its time,
    /// so it goes out as cancelled.
    pub fn exported(self) -> ExportedStatus {
        match self {
            Self::Idea | Self::Tentative => ExportedStatus::Tentative,
            Self::Confirmed | Self::Held | Self::Reported => ExportedStatus::Confirmed,
            Self::Postponed | Self::Cancelled => ExportedStatus::Cancelled,
        }
    }

    /// The key under which the status is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Tentative => "tentative",
            Self::Confirmed => "confirmed",
            Self::Held => "held",
            Self::Reported => "reported",
            Self::Postponed => "postponed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// STATUS of a calendar's event (RFC 5545 section 3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportedStatus {
    /// May take place.
    Tentative,
    /// Takes place.
    Confirmed,
    /// Does not take place, or not then.
    Cancelled,
}
