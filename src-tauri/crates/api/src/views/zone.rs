//! Zone rules: which are in force, and what they say.

use chrono::NaiveDateTime;
use outreach_plan::{EventId, Wording};
use serde::{Deserialize, Serialize};

use super::{Holder, ShownSpan};

/// The rules in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ZoneStatus {
    /// Release of the IANA database: `2026f`.
    pub release: String,
    /// Where the rules come from: `bundled`, `system` or `imported`.
    pub source: String,
    /// How many names they know.
    pub names: u32,
    /// The other releases that were found, and why they were not taken.
    pub others: Vec<OtherRules>,
    /// Release that a roll-back would bring into force again; none if no import can be taken back.
    pub before_import: Option<String>,
}

/// Rules that were found but are not in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OtherRules {
    /// Release, if it could be read.
    pub release: Option<String>,
    /// Where they are from.
    pub source: String,
    /// Why they are not in force: `older`, `same`, `broken`.
    pub reason: String,
}

/// What a wall time is in a zone. Also the line that `outreach zones resolve --stdin` prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ResolvedLocal {
    /// The wall time asked for.
    pub local: NaiveDateTime,
    /// The zone asked for.
    pub zone: String,
    /// `unique`, `gap` or `fold`.
    pub kind: String,
    /// One instant, or two: of a fold both, of a gap the readings by the offset before and after it.
    pub instants: Vec<String>,
    /// Seconds east of UTC by which each is read: `local` minus the instant.
    pub offset_s: Vec<i32>,
    /// In a gap, the two nearest wall times that exist.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub nearest: Vec<NaiveDateTime>,
}

/// Asks what an instant is in a zone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ConvertInstant {
    /// RFC 3339.
    pub instant: String,
    /// IANA zone.
    pub zone: String,
}

/// Asks for VTIMEZONE components.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WriteVtimezone {
    /// IANA zones.
    pub zones: Vec<String>,
    /// First year it must hold for.
    pub from_year: i32,
    /// Last year it must hold for.
    pub until_year: i32,
}

/// An event whose instant changed when newer zone rules came into force. Its wall time is as the planner typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MovedByRules {
    /// Which event.
    pub id: EventId,
    /// What it is called.
    pub title: Wording,
    /// When it would have been by the former rules.
    pub before: ShownSpan,
    /// When it is.
    pub after: ShownSpan,
    /// Release of the rules that were in force before.
    pub former_release: String,
    /// Recipients of calendars who hold the time of before.
    pub holders: Vec<Holder>,
}

/// Takes the mark off events that the zone rules moved.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct AcknowledgeMoved {
    /// Which events; an empty list means all.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub events: Vec<EventId>,
}

/// Takes zone rules from a file or a folder that is asked for in the dialog.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ImportRules {
    /// What is chosen in the dialog.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub form: RulesForm,
}

/// A form in which zone rules are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RulesForm {
    /// A folder of compiled zones, as in `/usr/share/zoneinfo`.
    #[default]
    Tree,
    /// The source of all rules in one file, `tzdata.zi`.
    Zi,
}
