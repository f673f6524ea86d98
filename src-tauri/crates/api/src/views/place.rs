//! Places by any of their names.

use chrono::NaiveDate;
use outreach_plan::Wording;
use outreach_plan::reference::{CityId, CountryCode};
use serde::{Deserialize, Serialize};

/// Searches for a place by city, country, airport code, zone or Chinese name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FindPlaces {
    /// What was typed.
    pub text: String,
    /// At most so many, 1 to 100.
    pub limit: u32,
}

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PlaceView {
    /// The city, if it is one.
    pub city: Option<CityId>,
    /// The airport's code, if that was meant.
    pub airport: Option<String>,
    /// Name.
    pub name: Wording,
    /// Country or territory.
    pub country: Option<CountryCode>,
    /// Its name.
    pub country_name: Wording,
    /// IANA zone.
    pub zone: String,
    /// Offset in force there now, to be read: `+08`.
    pub offset: String,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
}

/// Asks for the special days of countries.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ListHolidays {
    /// Countries or territories.
    pub countries: Vec<CountryCode>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: NaiveDate,
}
