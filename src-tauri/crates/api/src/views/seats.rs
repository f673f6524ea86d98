//! Seats of an event: how many there are, who waits for one, who sits where.

use chrono::NaiveDate;
use outreach_plan::people::{Companion, InvitationStatus, InviteeRole, Source};
use outreach_plan::{EventId, InvitationId, Language, PersonId};
use serde::{Deserialize, Serialize};

use super::{ShownSpan, ShownTime, WhyNotView};

/// How many seats there are and who has them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeatsView {
    /// Seats in all; none means no limit.
    pub capacity: Option<u32>,
    /// Seats taken by parties that come, companions included.
    pub taken: u32,
    /// Seats held for VIPs that no VIP has taken yet.
    pub vip_held_free: u32,
    /// Seats that anybody may take; none means no limit.
    pub free: Option<u32>,
    /// Seats that the wait-list asks for.
    pub waiting: u32,
    /// By segment, those with a quota first.
    pub by_segment: Vec<SegmentSeats>,
}

/// Seats of a segment.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SegmentSeats {
    /// Its name; empty for those without.
    pub segment: String,
    /// Seats at most; none means no quota.
    pub quota: Option<u32>,
    /// Seats taken.
    pub taken: u32,
    /// Seats that its part of the wait-list asks for.
    pub waiting: u32,
}

/// One place of the wait-list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WaitingRow {
    /// Whose.
    pub invitation: InvitationId,
    /// Their name.
    pub name: String,
    /// From 1.
    pub place: u32,
    /// People in the party.
    pub party: u32,
    /// Since when, at the venue and in Hong Kong.
    pub since: Option<ShownTime>,
    /// Why the place is this one, a key of the words `waiting.*`.
    pub why: String,
    /// Why there is no seat now; none if there is one.
    pub why_not: Option<WhyNotView>,
}

/// Somebody who could have a seat now. Nothing is done until it is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProposalView {
    /// Whose.
    pub invitation: InvitationId,
    /// Their name.
    pub name: String,
    /// Seats the party takes.
    pub seats: u32,
    /// Why they, a key of the words `waiting.*`: `next`, `fits_where_larger_does_not`, …
    pub reason: String,
}

/// More seats are promised than there are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LoweredView {
    /// Seats there are.
    pub capacity: u32,
    /// Seats promised.
    pub taken: u32,
    /// Seats over.
    pub over: u32,
    /// Who accepted last and would be the fairest to ask to wait: as many parties as free the seats. Nobody is dropped.
    pub proposed: Vec<ProposalView>,
}

/// A table and who sits there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TableView {
    /// Its name.
    pub name: String,
    /// Seats at it; none for a name that no table of the arrangement bears.
    pub seats: Option<u32>,
    /// Seats taken.
    pub taken: u32,
    /// Those seated.
    pub invitations: Vec<InvitationId>,
}

/// Asks what the wait-list proposes, or how to seat those who come.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OfEvent {
    /// Which event.
    pub event: EventId,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Gives a seat to some who wait.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Promote {
    /// Who; all of one event.
    pub invitations: Vec<InvitationId>,
    /// What is written along.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub note: String,
}

/// How those who come could be seated; nothing is stored.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeatingProposal {
    /// Who would sit where, those who would move first.
    pub rows: Vec<SeatingRow>,
    /// Parties for which no table has room.
    pub unseated: Vec<InvitationId>,
}

/// Who would sit where.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeatingRow {
    /// Whose party.
    pub invitation: InvitationId,
    /// The guest's name.
    pub name: String,
    /// People in the party.
    pub party: u32,
    /// Where they sit now; empty if not seated.
    pub before: String,
    /// Where they would sit.
    pub table: String,
}

/// Seats parties.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeatParties {
    /// Of this event.
    pub event: EventId,
    /// Who sits where.
    pub seats: Vec<Seating>,
}

/// Where a party sits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct Seating {
    /// Whose party.
    pub invitation: InvitationId,
    /// The table; empty takes them from their table.
    pub table: String,
    /// The seat; without it the seat is free to choose.
    #[serde(default)]
    pub seat: Option<String>,
}

/// Puts people on the list of an event. Who was on it and withdrew, declined or could not be reached goes on with the
/// same invitation and its history.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct AddInvitees {
    /// Of this event.
    pub event: EventId,
    /// These people.
    pub people: Vec<PersonId>,
    /// As what.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub role: InviteeRole,
    /// Counted under this segment; empty for none.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub segment: String,
    /// Whether they may take seats held for VIPs; without it those whose role says so.
    #[serde(default)]
    pub vip: Option<bool>,
    /// At this status: `long_listed` (if not said), `short_listed` or `invited`.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub to: InvitationStatus,
    /// What is written along.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub note: String,
}

/// Takes a step with invitations; all are looked at, those that cannot take it stay as they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct StepInvitations {
    /// Which, of one event or of several.
    pub invitations: Vec<InvitationId>,
    /// To this status.
    pub to: InvitationStatus,
    /// On this day, by the venue's calendar; without it today there.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How it became known.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub source: Source,
    /// What is written along.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub note: String,
}

/// Says who comes along.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SetParty {
    /// With whom.
    pub invitation: InvitationId,
    /// Companions known by name.
    pub companions: Vec<Companion>,
    /// Companions not known by name, beside those named.
    pub unnamed: u16,
}

/// Somebody else comes instead.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct Substitute {
    /// In whose stead.
    pub invitation: InvitationId,
    /// Who comes.
    pub person: PersonId,
    /// On this day it became known; without it today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How it became known.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub source: Source,
    /// What is written along.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub note: String,
}

/// Asks which reminders are due.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct DueReminders {
    /// Only of this event.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub event: Option<EventId>,
    /// Names in this language.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Guests of an event who should be reminded today, by the venue's day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReminderRow {
    /// The event.
    pub event: EventId,
    /// What it is called.
    pub title: String,
    /// When it is.
    pub span: Option<ShownSpan>,
    /// The day on which the reminder was due, by the venue's calendar.
    pub day: NaiveDate,
    /// Today at the venue.
    pub today: NaiveDate,
    /// By when an answer is asked for.
    pub reply_by: Option<NaiveDate>,
    /// Who has not answered.
    pub invitations: Vec<InvitationId>,
}

/// Sets how the seats of an event are given out; makes the arrangement where there is none. What is not set stays.
/// The number of seats itself is the event's `capacity` (`events.edit`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct Arrange {
    /// Of this event.
    pub event: EventId,
    /// Fields of the arrangement: `vip_held`, `quotas`, `tables`, `reply_by`, `remind_days`.
    #[cfg_attr(feature = "bindings", ts(type = "Partial<Arrangement>"))]
    pub set: serde_json::Map<String, serde_json::Value>,
}
