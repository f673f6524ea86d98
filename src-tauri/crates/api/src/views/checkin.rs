//! The desk at the venue.

use outreach_plan::people::{InvitationStatus, InviteeRole};
use outreach_plan::{EventId, InvitationId, Language, PersonId};
use serde::{Deserialize, Serialize};

use super::{ShownSpan, ShownTime, WhyNotView};

/// The desk of one event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CheckInDesk {
    /// The event.
    pub event: EventId,
    /// What it is called.
    pub title: String,
    /// The venue's name.
    pub venue: String,
    /// When it is.
    pub span: Option<ShownSpan>,
    /// Who is expected and who came.
    pub counts: CheckInCounts,
    /// Who checked in last, the latest first; at most twenty.
    pub recent: Vec<CheckInRow>,
    /// Why nobody can be checked in; none if it can be done.
    pub why_not: Option<WhyNotView>,
    /// Whether attendance was settled.
    pub settled: bool,
}

/// Who is expected and who came. Expected and came add up: `expected_people = arrived of those expected + missing`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CheckInCounts {
    /// Parties that said they come.
    pub expected: u32,
    /// People in them.
    pub expected_people: u32,
    /// Parties of which anybody came, walk-ins included.
    pub arrived: u32,
    /// People who came, walk-ins included.
    pub arrived_people: u32,
    /// Parties of which some came and some did not yet.
    pub partly: u32,
    /// Parties that came without having said so, or without an invitation.
    pub unexpected: u32,
    /// People in them.
    pub unexpected_people: u32,
    /// Parties that said they come and did not yet.
    pub missing: u32,
    /// People who are expected and did not come yet.
    pub missing_people: u32,
}

/// Looks for somebody at the desk.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FindAtDesk {
    /// Of this event.
    pub event: EventId,
    /// Part of a name in any script, of an organisation, the end of a telephone number, or a badge's code.
    pub text: String,
    /// At most so many; 0 means 20.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub limit: u32,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Who was found.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FoundAtDesk {
    /// Whether the text is a badge's code: then there is one row, to be confirmed with Enter.
    pub by_badge: bool,
    /// The badge belongs to a guest of another event: its name.
    pub other_event: Option<String>,
    /// Those found, the likeliest first.
    pub rows: Vec<CheckInRow>,
}

/// A guest at the desk.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CheckInRow {
    /// The invitation.
    pub invitation: InvitationId,
    /// The person.
    pub person: PersonId,
    /// Their name in the language asked for.
    pub name: String,
    /// Their name in the other script.
    pub name_beside: String,
    /// Where they belong.
    pub organisation: String,
    /// As what they are invited.
    pub role: InviteeRole,
    /// Whether a guest of honour.
    pub vip: bool,
    /// What they answered.
    pub status: InvitationStatus,
    /// Whether they said that they come.
    pub expected: bool,
    /// People in the party.
    pub party: u32,
    /// Names of companions.
    pub companions: Vec<String>,
    /// How many of the party came; none before check-in.
    pub arrived: Option<u16>,
    /// When they checked in.
    pub arrived_at: Option<ShownTime>,
    /// The table.
    pub table: String,
    /// The seat.
    pub seat: String,
    /// What they do not eat, companions included.
    pub dietary: String,
    /// What they need, companions included.
    pub access: String,
    /// Why they cannot be checked in; none if they can.
    pub why_not: Option<WhyNotView>,
}

/// Checks a party in, in whole or in part, or takes it back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct MarkArrived {
    /// At the desk of this event.
    pub event: EventId,
    /// Whose party.
    #[serde(default)]
    pub invitation: Option<InvitationId>,
    /// Or the code of their badge.
    #[serde(default)]
    pub badge: Option<String>,
    /// How many came; without it the whole party. 0 takes the check-in back.
    #[serde(default)]
    pub arrived: Option<u16>,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Somebody comes who is not on the list.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct WalkIn {
    /// To this event.
    pub event: EventId,
    /// Somebody who is known; without it a new person is made of the fields below.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Family name in Latin letters.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub family: String,
    /// Given name in Latin letters.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub given: String,
    /// Name in Chinese characters.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub chinese: String,
    /// Where they belong, as they say it.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub organisation: String,
    /// E-mail address.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub email: String,
    /// Telephone number.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub telephone: String,
    /// As what they come.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub role: InviteeRole,
    /// People who come along.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub along: u16,
    /// Let them in though the event is full: the capacity is then passed knowingly.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub though_full: bool,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Somebody was checked in, or taken back.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CheckedIn {
    /// As they stand now.
    pub row: CheckInRow,
    /// Who came so far.
    pub counts: CheckInCounts,
    /// Number of the change in the history; none if they stood so.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// Names the event whose attendance is settled.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SettleAttendance {
    /// Which.
    pub event: EventId,
}

/// What settling came to, or would come to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Settled {
    /// Parties that attended.
    pub attended: u32,
    /// Parties that said they come and did not.
    pub no_show: u32,
    /// Number of the change in the history; none in a preview and if nothing differed.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}
