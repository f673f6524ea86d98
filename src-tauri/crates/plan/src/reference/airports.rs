//! Airports with an IATA code, for people who think in codes and for flights.

use std::sync::LazyLock;

use serde::Serialize;

use super::table::{city, country, number, rows};
use super::{CityId, CountryCode};

/// An airport.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Airport {
    /// Three letters, such as `KUL`.
    pub iata: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// The place it lies in, as its keepers write it.
    pub place: &'static str,
    /// The country or territory it lies in.
    pub country: CountryCode,
    /// IANA zone.
    pub zone: &'static str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// The city it most likely serves: an estimate from its name, the distance and the cities' sizes.
    pub city: Option<CityId>,
}

static AIRPORTS: LazyLock<Vec<Airport>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/places/airports.tsv"))
        .map(|[iata, name, place, code, zone, lat, lon, serves]| Airport {
            iata,
            name,
            place,
            country: country(code),
            zone,
            lat: number(lat),
            lon: number(lon),
            city: city(serves),
        })
        .collect()
});

/// All airports, by code.
pub fn airports() -> &'static [Airport] {
    &AIRPORTS
}

/// The airport with this IATA code, in capitals or not.
pub fn airport(iata: &str) -> Option<&'static Airport> {
    let code = iata.trim().to_ascii_uppercase();
    AIRPORTS
        .binary_search_by(|airport| airport.iata.cmp(&code))
        .ok()
        .map(|at| &AIRPORTS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_airport_knows_its_zone_and_the_city_it_serves() {
        let served = |code: &str| {
            let airport = airport(code).unwrap();
            (
                airport.zone,
                super::super::city(airport.city.unwrap()).unwrap().name.en,
            )
        };
        assert_eq!(served("yvr"), ("America/Vancouver", "Vancouver"));
        assert_eq!(served("LHR"), ("Europe/London", "London"));
        assert_eq!(served("NRT"), ("Asia/Tokyo", "Tokyo"));
        assert_eq!(served("KUL"), ("Asia/Kuala_Lumpur", "Kuala Lumpur"));
        assert_eq!(airport("???"), None);
    }

    #[test]
    fn every_city_that_an_airport_serves_is_there() {
        assert!(
            airports()
                .iter()
                .filter_map(|a| a.city)
                .all(|id| super::super::city(id).is_some())
        );
        assert!(airports().is_sorted_by_key(|a| a.iata));
    }
}
