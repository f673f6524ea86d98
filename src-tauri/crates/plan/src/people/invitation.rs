//! A person × an event.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{EventId, InvitationId, PersonId};

/// An invitation, with the party that comes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Invitation {
    /// Key.
    pub id: InvitationId,
    /// To what.
    pub event: EventId,
    /// Whom.
    pub person: PersonId,
    /// As what.
    pub role: InviteeRole,
    /// How far it has come: the status of the last step.
    pub status: InvitationStatus,
    /// Every step so far, in the order in which they were recorded; the last is where it stands.
    pub steps: Vec<Step>,
    /// The quota it counts under; empty for none.
    pub segment: String,
    /// Companions known by name.
    pub companions: Vec<Companion>,
    /// Companions not known by name, beside those named.
    pub unnamed: u16,
    /// Whether a seat held for VIPs may be taken.
    pub vip: bool,
    /// The invitation in whose stead this one came.
    pub substitute_for: Option<InvitationId>,
    /// When the wait-list was joined; the order of the list.
    pub waiting_since: Option<DateTime<Utc>>,
    /// The table's name; empty if not seated.
    pub table: String,
    /// The seat at the table or in the hall; empty if free.
    pub seat: String,
    /// What the guest does not eat, in free text.
    pub dietary: String,
    /// What the guest needs to take part, in free text.
    pub access: String,
    /// Free text; never printed for guests.
    pub notes: String,
    /// What the badge's code says: letters and digits, random, so that it tells nothing of its bearer.
    pub badge: String,
    /// How many of the party came; none before check-in.
    pub arrived: Option<u16>,
    /// When they checked in.
    pub arrived_at: Option<DateTime<Utc>>,
    /// SEQUENCE of the last iTIP REQUEST made for it.
    pub sequence: u32,
    /// SEQUENCE and DTSTAMP of the newest answer by calendar that was taken (RFC 5546 section 2.1.5).
    pub answered: Option<(u32, Option<DateTime<Utc>>)>,
}

/// As what somebody is invited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InviteeRole {
    /// A guest.
    #[default]
    Guest,
    /// Somebody who speaks.
    Speaker,
    /// A guest of honour.
    Vip,
    /// A talent who may come to Hong Kong.
    Candidate,
    /// A partner body's representative.
    Partner,
    /// Press, radio, …
    Media,
}

/// How far an invitation has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    /// Thought of.
    #[default]
    LongListed,
    /// Chosen.
    ShortListed,
    /// Asked.
    Invited,
    /// Comes.
    Accepted,
    /// May come.
    Tentative,
    /// Does not come.
    Declined,
    /// Would come, but there is no seat.
    WaitListed,
    /// Came.
    Attended,
    /// Said to come and did not.
    NoShow,
    /// Written to after the event.
    FollowedUp,
    /// Sends somebody else.
    Substituted,
    /// The office took the invitation back.
    Withdrawn,
    /// The invitation could not be delivered.
    Bounced,
}

/// How it became known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A planner said so.
    #[default]
    Planner,
    /// An e-mail was read.
    Email,
    /// By telephone.
    Telephone,
    /// An answer by calendar (iTIP REPLY).
    Calendar,
    /// A file that was taken in.
    Import,
    /// At the venue.
    Desk,
}

/// One step of an invitation's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Step {
    /// What it became.
    pub status: InvitationStatus,
    /// The day on which it happened, by the venue's calendar; may lie before the day it was recorded.
    pub on: NaiveDate,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// How it became known.
    pub source: Source,
    /// Who recorded it.
    pub actor: String,
    /// Free text.
    pub note: String,
}

/// Somebody who comes along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Companion {
    /// The name as printed.
    pub name: String,
    /// The record, if they are known; they must not be invited to the same event themselves.
    pub person: Option<PersonId>,
    /// What they do not eat.
    pub dietary: String,
    /// What they need to take part.
    pub access: String,
}
