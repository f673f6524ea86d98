//! Where an event came from, so that a second import of the same calendar or sheet changes it instead of adding it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{EventId, OriginId};

/// The last that was taken from one source for one event. Kept beside the event rather than in it: what a planner
/// edits afterwards is the event, and the next version of the source is compared with what the source last said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Key.
    pub id: OriginId,
    /// The event that was made of it. It may have been removed since; then the source makes it anew.
    pub event: EventId,
    /// What sort of file it came in.
    pub source: OriginSource,
    /// What identifies it there: the UID, with the occasion of a series; a sheet's own key.
    pub key: String,
    /// SEQUENCE last taken; 0 for a sheet.
    pub sequence: u32,
    /// DTSTAMP or LAST-MODIFIED last taken, the later of the two.
    pub stamp: Option<DateTime<Utc>>,
    /// A fingerprint of the content last taken, in hexadecimal digits.
    pub hash: String,
}

/// What sort of file an event came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginSource {
    /// A calendar.
    Ics,
    /// A spreadsheet.
    Sheet,
}
