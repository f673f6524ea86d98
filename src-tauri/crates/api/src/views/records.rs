//! The small lists a planner chooses from, and what the checks say.

use chrono::NaiveDateTime;
use outreach_plan::{
    DayOverride, Delegate, EventId, LegId, Market, MissionId, Office, Partner, Programme, Venue, Wording,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// All that can be chosen in a field: read once, again when told that it changed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Lists {
    /// Programmes, by first day.
    pub programmes: Vec<Programme>,
    /// Markets, by region and name.
    pub markets: Vec<Market>,
    /// Offices, by name.
    pub offices: Vec<Office>,
    /// Venues, by name.
    pub venues: Vec<Venue>,
    /// Partner bodies, by name.
    pub partners: Vec<Partner>,
    /// Delegates, by family name.
    pub delegates: Vec<Delegate>,
    /// Corrections of holidays, by date.
    pub day_overrides: Vec<DayOverride>,
    /// Every tag in use.
    pub tags: Vec<String>,
}

/// The kinds of records that the plain record routes take. Events have routes of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// [`outreach_plan::Programme`].
    Programme,
    /// [`outreach_plan::Mission`].
    Mission,
    /// [`outreach_plan::Leg`].
    Leg,
    /// [`outreach_plan::Event`].
    Event,
    /// [`outreach_plan::Venue`].
    Venue,
    /// [`outreach_plan::Partner`].
    Partner,
    /// [`outreach_plan::Delegate`].
    Delegate,
    /// [`outreach_plan::Market`].
    Market,
    /// [`outreach_plan::Office`].
    Office,
    /// [`outreach_plan::DayOverride`].
    DayOverride,
    /// [`outreach_plan::Calendar`].
    Calendar,
    /// [`outreach_plan::Recipient`].
    Recipient,
    /// [`outreach_plan::people::Person`].
    Person,
    /// [`outreach_plan::people::Invitation`].
    Invitation,
    /// [`outreach_plan::people::Arrangement`].
    Arrangement,
    /// [`outreach_plan::people::Visit`].
    Visit,
    /// [`outreach_plan::people::Notice`].
    Notice,
    /// [`outreach_plan::people::Letter`].
    Letter,
    /// [`outreach_plan::people::SavedList`].
    SavedList,
    /// [`outreach_plan::people::Distinct`].
    Distinct,
    /// [`outreach_plan::people::Disclosure`].
    Disclosure,
}

/// Makes a record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AddRecord {
    /// Of this kind.
    pub kind: RecordKind,
    /// With these fields; others begin empty.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, unknown>"))]
    pub set: serde_json::Map<String, serde_json::Value>,
}

/// Sets fields of a record.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EditRecord {
    /// Of this kind.
    pub kind: RecordKind,
    /// Which.
    pub id: Uuid,
    /// The fields to set; others keep their values.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, unknown>"))]
    pub set: serde_json::Map<String, serde_json::Value>,
}

/// Names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RecordKey {
    /// Of this kind.
    pub kind: RecordKind,
    /// Which.
    pub id: Uuid,
}

/// Asks for checks; with nothing set, of everything.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct RunChecks {
    /// Only of this event.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub event: Option<EventId>,
    /// Only of this mission and what is in it.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub mission: Option<MissionId>,
}

/// One thing a check found, each side named in local and Hong Kong time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FindingView {
    /// Which check, a key of the words: `delegate_booked_twice`, `outside_leg`, …
    pub check: String,
    /// How bad: 1 note, 2 warning, 3 problem.
    pub severity: u8,
    /// What it is about, the first the one to open.
    pub about: Vec<RecordKey>,
    /// The sides that clash.
    pub sides: Vec<FindingSide>,
    /// What else the sentence needs: the delegate, the holiday, kilometres, minutes.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: std::collections::BTreeMap<String, String>,
    /// A name the sentence needs in the reader's language: of the holiday, the venue.
    pub name: Option<Wording>,
    /// The country whose holiday, weekend or fast it is.
    pub country: Option<Wording>,
    /// The whole in an English sentence, for the command line and logs of tests.
    pub sentence: String,
}

/// One side of a clash.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FindingSide {
    /// The record.
    pub key: RecordKey,
    /// What it is called.
    pub title: Wording,
    /// Its city; empty where it has none.
    pub place: Wording,
    /// When, there and in Hong Kong.
    pub span: Option<super::ShownSpan>,
}

/// A key of the record that a route made or changed, and the journal's number of the change.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Written {
    /// The record.
    pub key: RecordKey,
    /// Number of the change in the history; none if nothing differed.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// Reads the stay from a leg's wall times; used by forms before anything is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ResolveLocal {
    /// Wall time.
    pub local: NaiveDateTime,
    /// IANA zone.
    pub zone: String,
}

/// Names one leg.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LegKey {
    /// Which leg.
    pub id: LegId,
}
