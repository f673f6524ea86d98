//! The stay in one city, and how the team gets there.

use chrono::NaiveDateTime;
use outreach_zones::Fold;
use serde::{Deserialize, Serialize};

use crate::reference::CityId;
use crate::{LegId, MissionId, Wording};

/// A stay in one city. Its times are wall times of `zone`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Leg {
    /// Key.
    pub id: LegId,
    /// The mission it belongs to.
    pub mission: MissionId,
    /// The city, where the reference data knows it.
    pub city: Option<CityId>,
    /// The city's name as shown; kept even when the reference data changes.
    pub place: Wording,
    /// IANA zone of the city.
    pub zone: String,
    /// Wall time from which the team is in the city.
    pub arrive: NaiveDateTime,
    /// Which of the two, if `arrive` happens twice.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub arrive_fold: Option<Fold>,
    /// Wall time at which the team leaves the city.
    pub depart: NaiveDateTime,
    /// Which of the two, if `depart` happens twice.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub depart_fold: Option<Fold>,
    /// Hotel, in free text.
    pub lodging: String,
    /// How the team comes to this city, if planned.
    pub travel: Option<Travel>,
    /// Free text.
    pub notes: String,
}

/// A journey between two places, with a zone at each end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Travel {
    /// By what.
    pub mode: TravelMode,
    /// Flight or train number, in free text.
    pub number: String,
    /// Where from: an airport code or a place, in free text.
    pub from: String,
    /// Departure, wall time of `depart_zone`.
    pub depart: NaiveDateTime,
    /// IANA zone of the place of departure.
    pub depart_zone: String,
    /// Which of the two, if `depart` happens twice.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub depart_fold: Option<Fold>,
    /// Where to: an airport code or a place, in free text.
    pub to: String,
    /// Arrival, wall time of `arrive_zone`.
    pub arrive: NaiveDateTime,
    /// IANA zone of the place of arrival.
    pub arrive_zone: String,
    /// Which of the two, if `arrive` happens twice.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub arrive_fold: Option<Fold>,
}

/// A means of travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TravelMode {
    /// By air.
    #[default]
    Flight,
    /// By rail.
    Train,
    /// By road.
    Road,
    /// By sea.
    Ferry,
}
