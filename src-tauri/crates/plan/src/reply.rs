//! What a guest answered by calendar (RFC 5546, REPLY and COUNTER).

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ReplyId;

/// An answer, kept as it came: which event and which guest it is about is looked up when it is read, for both may
/// be made later than the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Key.
    pub id: ReplyId,
    /// UID that was answered.
    pub uid: String,
    /// Which occasion of a series.
    pub recurrence: Option<String>,
    /// SEQUENCE that was answered.
    pub sequence: u32,
    /// When the guest's program wrote it; the later answer counts.
    pub stamp: Option<DateTime<Utc>>,
    /// When it was taken in.
    pub received: DateTime<Utc>,
    /// Address of who answers.
    pub attendee: String,
    /// Name of who answers.
    pub attendee_name: String,
    /// PARTSTAT in small letters (`accepted`, `needs_action`, …); empty if not said.
    pub answer: String,
    /// Addresses of those who come instead.
    pub delegated_to: Vec<String>,
    /// What was written along.
    pub comment: String,
    /// The time that is proposed instead.
    pub proposed: Option<ProposedTime>,
}

/// A time that a guest proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedTime {
    /// Start, wall time of `zone`.
    pub start: NaiveDateTime,
    /// End, wall time of `zone`.
    pub end: NaiveDateTime,
    /// IANA zone.
    pub zone: String,
}
