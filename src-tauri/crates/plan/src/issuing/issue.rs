//! What was given out: one pack of events, to whom and when.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{CalendarId, EventId, ExportedStatus, IssueId, RecipientId};

/// One pack of a calendar as it was given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Key.
    pub id: IssueId,
    /// Of which calendar.
    pub calendar: CalendarId,
    /// Which one of that calendar, from 1.
    pub number: u32,
    /// When it was written; DTSTAMP of everything in it.
    pub made: DateTime<Utc>,
    /// Who issued it.
    pub actor: String,
    /// All of the calendar, or what had changed.
    pub kind: IssueKind,
    /// Who got it.
    pub recipients: Vec<RecipientId>,
    /// Release of the zone rules that gave its instants, such as `2026f`.
    pub rules: String,
    /// The version of each event in it.
    pub items: Vec<IssuedItem>,
}

/// What an issue holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// Every event of the calendar.
    #[default]
    Whole,
    /// What changed since the last issue.
    Changes,
}

impl IssueKind {
    /// The key under which it is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Changes => "changes",
        }
    }
}

/// One version of one event, as recipients hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedItem {
    /// The event; it may have been erased since.
    pub event: EventId,
    /// Its UID.
    pub uid: String,
    /// SEQUENCE as it went out.
    pub sequence: u32,
    /// Hash of everything its readers saw.
    pub hash: u64,
    /// Whether it went out as cancelled.
    pub cancelled: bool,
    /// Its name as it went out.
    pub title: String,
    /// Venue and city as they went out.
    pub place: String,
    /// STATUS as it went out; for a cancelled one, as it was last held.
    pub status: ExportedStatus,
    /// Start, wall time of `zone`.
    pub start: NaiveDateTime,
    /// End, wall time of `zone`, excluded.
    pub end: NaiveDateTime,
    /// IANA zone.
    pub zone: String,
    /// Whether it lasts whole days.
    pub all_day: bool,
    /// Start by the rules of then.
    pub utc_start: DateTime<Utc>,
    /// End by the rules of then.
    pub utc_end: DateTime<Utc>,
    /// Seconds east of UTC at the start, by the rules of then.
    pub offset_s: i32,
    /// Seconds east of UTC at the end, by the rules of then.
    pub end_offset_s: i32,
}
