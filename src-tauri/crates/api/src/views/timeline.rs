//! The year at a glance.

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::reference::CountryCode;
use outreach_plan::{EventId, EventKind, Language, LegId, MarketId, MissionId, Region, Status};
use serde::{Deserialize, Serialize};

use super::{DayNote, EventFilter};

/// Asks for the timeline.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ShowTimeline {
    /// Which events and missions.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub filter: EventFilter,
    /// The language of names.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
    /// What a row stands for.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: TimelineRows,
}

/// What a row of the timeline stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TimelineRows {
    /// A market, under its region.
    #[default]
    Market,
    /// A team.
    Team,
}

/// The whole timeline; small enough to be sent at once (10,000 events in about 2 MB).
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Timeline {
    /// Today in Hong Kong.
    pub today: NaiveDate,
    /// First day with anything in it, or the programme's.
    pub from: NaiveDate,
    /// Last day with anything in it, or the programme's.
    pub until: NaiveDate,
    /// Rows, grouped by region (or by team) and in order.
    pub rows: Vec<TimelineRow>,
    /// Events a month, in order: `2027-01` and how many.
    pub months: Vec<MonthCount>,
}

/// One row.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimelineRow {
    /// Stable key of the row.
    pub key: String,
    /// The region it is grouped under; none for teams.
    pub region: Option<Region>,
    /// The market; none for a team or for events without a market.
    pub market: Option<MarketId>,
    /// What the row is called; empty where nothing has a name (events without market or team).
    pub name: String,
    /// Its country or territory.
    pub country: Option<CountryCode>,
    /// Missions, in order of their first day.
    pub missions: Vec<TimelineMission>,
    /// Events, in order of their start; those of the row's missions and those on their own.
    pub events: Vec<TimelineEvent>,
    /// Holidays and fasts of the row's country, weekends left out.
    pub bands: Vec<DayNote>,
}

/// A mission as a bar.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimelineMission {
    /// Key.
    pub id: MissionId,
    /// Name.
    pub title: String,
    /// Region, for its colour.
    pub region: Region,
    /// How far it has come.
    pub status: Status,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: NaiveDate,
    /// Its legs, in order.
    pub legs: Vec<TimelineLeg>,
    /// Worst finding in it: 0 none, 1 note, 2 warning, 3 problem.
    pub severity: u8,
    /// Whether changed zone rules moved something in it.
    pub moved_by_rules: bool,
}

/// A leg as a part of a bar.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimelineLeg {
    /// Key.
    pub id: LegId,
    /// The city.
    pub place: String,
    /// Arrival, wall time there.
    #[serde(serialize_with = "crate::wall::write")]
    pub arrive: NaiveDateTime,
    /// Departure, wall time there.
    #[serde(serialize_with = "crate::wall::write")]
    pub depart: NaiveDateTime,
}

/// An event as a mark.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimelineEvent {
    /// Key.
    pub id: EventId,
    /// Its mission.
    pub mission: Option<MissionId>,
    /// Name.
    pub title: String,
    /// Shape of the mark.
    pub kind: EventKind,
    /// Fill of the mark.
    pub status: Status,
    /// Colour of the mark.
    pub region: Region,
    /// Start, wall time at the venue.
    #[serde(serialize_with = "crate::wall::write")]
    pub start: NaiveDateTime,
    /// End, wall time at the venue.
    #[serde(serialize_with = "crate::wall::write")]
    pub end: NaiveDateTime,
    /// Start, wall time in Hong Kong.
    #[serde(serialize_with = "crate::wall::write")]
    pub hong_kong: NaiveDateTime,
    /// Offset to be read, `+08`.
    pub offset: String,
    /// Worst finding: 0 none, 1 note, 2 warning, 3 problem.
    pub severity: u8,
    /// Whether changed zone rules moved it.
    pub moved_by_rules: bool,
}

/// How many events a month has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MonthCount {
    /// First day of the month.
    pub month: NaiveDate,
    /// How many events start in it, by the venue's calendar.
    pub events: u32,
}
