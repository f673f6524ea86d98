//! Finding a place as a planner names it: city, airport code, country or zone, in any of the languages.
//!
//! One pass over all names at each search, without an index to keep: about a megabyte is read through in a
//! millisecond or two, and a match in the middle of a name is found like one at its start.

mod index;
mod near;
mod query;

use serde::Serialize;

use super::{Airport, City, CountryCode, Names, city, country};

pub use query::{exactly, find};

/// A place to choose, with everything a list shows of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Place {
    /// How the text was understood.
    pub found_by: FoundBy,
    /// The city; of an airport, the one it serves. None where a zone or an airport has no city in the data.
    pub city: Option<City>,
    /// The airport, if one was asked for.
    pub airport: Option<Airport>,
    /// The country or territory.
    pub country: CountryCode,
    /// What the country is called.
    pub country_name: Names,
    /// IANA zone.
    pub zone: &'static str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// What of a place answered to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// A city's name.
    City,
    /// An airport's code or name.
    Airport,
    /// The country; the place is one of its cities, larger ones first.
    Country,
    /// A zone; the place is its largest city.
    Zone,
}

impl Place {
    fn of_city(found_by: FoundBy, city: &City) -> Self {
        Self {
            found_by,
            city: Some(*city),
            airport: None,
            country: city.country,
            country_name: name_of(city.country),
            zone: city.zone,
            lat: city.lat,
            lon: city.lon,
        }
    }

    fn of_airport(airport: &Airport) -> Self {
        Self {
            found_by: FoundBy::Airport,
            city: airport.city.and_then(city).copied(),
            airport: Some(*airport),
            country: airport.country,
            country_name: name_of(airport.country),
            zone: airport.zone,
            lat: airport.lat,
            lon: airport.lon,
        }
    }
}

fn name_of(code: CountryCode) -> Names {
    country(code).map(|country| country.name).unwrap_or_default()
}

#[cfg(test)]
mod tests;
