//! Missions as rows and as a page.

use chrono::NaiveDate;
use outreach_plan::reference::CityId;
use outreach_plan::{Language, Leg, LegId, Mission, MissionId, MissionKind, Region, Status, Travel, Wording};
use serde::{Deserialize, Serialize};

use super::{DayNote, EventFilter, EventRow, FindingView, ShownSpan};

/// Asks for the missions with an event or a day in the filter.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ListMissions {
    /// Which.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub filter: EventFilter,
    /// The language of names in the rows.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// One mission in a list. Rows come in order of their first day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissionRow {
    /// Key.
    pub id: MissionId,
    /// Its name in the language asked for.
    pub title: String,
    /// What sort of trip.
    pub kind: MissionKind,
    /// Region.
    pub region: Region,
    /// How far it has come.
    pub status: Status,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: NaiveDate,
    /// Names of the cities in order.
    pub places: Vec<String>,
    /// Names of the markets.
    pub markets: Vec<String>,
    /// How many events.
    pub events: u32,
    /// How many travel.
    pub team: u32,
    /// How many problems the checks found in it.
    pub problems: u32,
    /// How many warnings the checks found in it.
    pub warnings: u32,
}

/// Everything about one mission.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissionPage {
    /// The record.
    pub mission: Mission,
    /// Legs in order of arrival.
    pub legs: Vec<LegView>,
    /// Day by day: what happens, by each city's calendar.
    pub days: Vec<MissionDay>,
    /// What the checks say about the mission, its legs and its events.
    pub findings: Vec<FindingView>,
    /// How many events, those that are off left out.
    pub events: u32,
}

/// A leg with its times.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LegView {
    /// The record.
    pub leg: Leg,
    /// The stay; none if the rules do not know the zone.
    pub span: Option<ShownSpan>,
    /// The journey there, each end in its own zone.
    pub travel: Option<TravelView>,
}

/// A journey with its times.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TravelView {
    /// The record.
    pub travel: Travel,
    /// From departure to arrival; none if the rules do not know a zone.
    pub span: Option<ShownSpan>,
    /// How long it takes, in minutes; negative if it arrives before it departs.
    pub minutes: Option<i32>,
}

/// One day of a mission in one city.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissionDay {
    /// The day, by the city's calendar.
    pub date: NaiveDate,
    /// The leg, if the day lies in one.
    pub leg: Option<LegId>,
    /// Holiday, weekend or fast there.
    pub notes: Vec<DayNote>,
    /// In order of time.
    pub items: Vec<DayItem>,
}

/// One line of a day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayItem {
    /// An event.
    Event {
        /// The event's row, names in the language of the request.
        row: EventRow,
    },
    /// A journey that departs on this day.
    Travel {
        /// The leg it leads to.
        leg: LegId,
        /// The journey.
        travel: TravelView,
    },
    /// The team arrives in the city.
    Arrive {
        /// The leg.
        leg: LegId,
        /// The stay.
        span: ShownSpan,
    },
    /// The team leaves the city.
    Depart {
        /// The leg.
        leg: LegId,
        /// The stay.
        span: ShownSpan,
    },
}

/// Names one mission and the language of the rows in its page.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowMission {
    /// Which mission.
    pub id: MissionId,
    /// The language of names in the rows.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Names one mission.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissionKey {
    /// Which mission.
    pub id: MissionId,
}

/// Moves a mission with everything in it; wall times are kept.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShiftMission {
    /// Which mission.
    pub id: MissionId,
    /// Days later, or (negative) earlier.
    pub days: i32,
}

/// Copies a mission to other dates and cities.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CopyMissionTo {
    /// Which mission.
    pub id: MissionId,
    /// First day of the copy.
    pub first_day: NaiveDate,
    /// The name of the copy; the original's if none.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub title: Option<Wording>,
    /// The programme it goes to; the original's if none.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub programme: Option<outreach_plan::ProgrammeId>,
    /// Legs that go to another city.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub cities: Vec<ExchangeCity>,
}

/// One leg of the original and its city in the copy.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExchangeCity {
    /// A leg of the original.
    pub leg: LegId,
    /// Where the copy goes instead.
    pub city: CityId,
}

/// What moving or copying a mission does, or would do.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MissionMoved {
    /// The mission moved, or the copy.
    pub id: MissionId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: NaiveDate,
    /// How many events came along.
    pub events: u32,
    /// Times that do not exist, or exist twice, in the new place or on the new day, and what was taken.
    pub adjusted: Vec<AdjustedTime>,
    /// What the checks say of the mission at its new dates.
    pub findings: Vec<FindingView>,
}

/// A wall time that had to be read another way.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AdjustedTime {
    /// Of what.
    pub what: Wording,
    /// The wall time that was wanted.
    pub wanted: chrono::NaiveDateTime,
    /// `gap` or `fold`.
    pub kind: String,
    /// The time that was taken.
    pub taken: super::ShownTime,
}
