//! What the checks take for granted, and a planner may change.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// How fast people travel, when it is night, and what counts as the same place.
///
/// The figures are rules of thumb, chosen so that a connection which a travel desk would accept is not
/// complained of: they find the impossible, not the inconvenient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Assumptions {
    /// Two points nearer than this many kilometres need no travel between them. 40: across a large city.
    pub same_place_km: f64,
    /// Up to this many kilometres people go by road or rail. 250.
    pub ground_up_to_km: f64,
    /// Speed door to door over ground, in kilometres an hour of great-circle distance. 70: rail or motorway
    /// at about 100, made longer by its curves.
    pub ground_kmh: f64,
    /// Minutes lost at both ends of a way over ground. 30.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub ground_margin_min: i64,
    /// Speed in the air, in kilometres an hour of great-circle distance. 750: a jet's 850 with the detours.
    pub air_kmh: f64,
    /// Minutes between leaving one place and the take-off. 120: the way to the airport and check-in.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub before_flight_min: i64,
    /// Minutes between the landing and the next place. 75: entry, luggage, the way into town.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub after_flight_min: i64,
    /// Minutes before a planned train, coach or ferry. 30.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub before_ground_min: i64,
    /// Minutes after a planned train, coach or ferry. 20.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub after_ground_min: i64,
    /// Night is before this time of day, in the zone of the venue. 07:00.
    pub day_from: NaiveTime,
    /// Night is from this time of day on. 23:00.
    pub day_until: NaiveTime,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self {
            same_place_km: 40.0,
            ground_up_to_km: 250.0,
            ground_kmh: 70.0,
            ground_margin_min: 30,
            air_kmh: 750.0,
            before_flight_min: 120,
            after_flight_min: 75,
            before_ground_min: 30,
            after_ground_min: 20,
            day_from: NaiveTime::from_hms_opt(7, 0, 0).unwrap_or(NaiveTime::MIN),
            day_until: NaiveTime::from_hms_opt(23, 0, 0).unwrap_or(NaiveTime::MIN),
        }
    }
}

impl Assumptions {
    /// How long the way between two places takes, door to door; nothing within one place.
    ///
    /// ```
    /// use outreach_plan::checks::Assumptions;
    /// let usual = Assumptions::default();
    /// assert_eq!(usual.way(20.0).num_minutes(), 0);
    /// // London to Leeds, 272 km: too far for the rule of the road, so by air or a fast train.
    /// assert!((200..240).contains(&usual.way(272.0).num_minutes()));
    /// ```
    pub fn way(&self, km: f64) -> TimeDelta {
        if !km.is_finite() || km <= self.same_place_km {
            return TimeDelta::zero();
        }
        let (kmh, margin) = if km <= self.ground_up_to_km {
            (self.ground_kmh, self.ground_margin_min)
        } else {
            (
                self.air_kmh,
                self.before_flight_min.saturating_add(self.after_flight_min),
            )
        };
        // A speed of zero would take for ever; a thousand hours says the same and can be counted.
        let minutes = (km / kmh.max(0.1) * 60.0).ceil().min(60_000.0);
        TimeDelta::minutes((minutes as i64).saturating_add(margin.clamp(0, 100_000)))
    }

    /// Minutes to keep free before and after a planned journey by `mode`.
    pub fn margins(&self, mode: crate::TravelMode) -> (TimeDelta, TimeDelta) {
        let (before, after) = match mode {
            crate::TravelMode::Flight => (self.before_flight_min, self.after_flight_min),
            crate::TravelMode::Train | crate::TravelMode::Road | crate::TravelMode::Ferry => {
                (self.before_ground_min, self.after_ground_min)
            }
        };
        (
            TimeDelta::minutes(before.clamp(0, 100_000)),
            TimeDelta::minutes(after.clamp(0, 100_000)),
        )
    }
}
