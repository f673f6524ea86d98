//! Cities with their zones: GeoNames, with Chinese names.

use std::sync::LazyLock;

use serde::Serialize;

use super::table::{country, number, rows};
use super::{CityId, CountryCode, Names};

/// A city or town.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct City {
    /// Key: the GeoNames number.
    pub id: CityId,
    /// What it is called.
    pub name: Names,
    /// The country or territory it lies in.
    pub country: CountryCode,
    /// ISO 3166-2 code without the country, where a country's holidays differ inside; else empty.
    pub subdivision: &'static str,
    /// IANA zone.
    pub zone: &'static str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How many people live there; 0 if unknown.
    pub population: u32,
    /// Whether the office is likely to go there: put first among places of the same name.
    #[serde(skip)]
    pub(super) chosen: bool,
    /// Other names that people use, separated by `|`.
    #[serde(skip)]
    pub(super) known_as: &'static str,
    /// Names in other languages to find it by, separated by `|`.
    #[serde(skip)]
    pub(super) aliases: &'static str,
}

static CITIES: LazyLock<Vec<City>> = LazyLock::new(|| {
    let mut cities = Vec::with_capacity(28_000);
    for text in [
        include_str!("../../../../../data/places/cities.tsv"),
        include_str!("../../../../../data/places/towns.tsv"),
    ] {
        let made = rows::<13>(text).map(
            |[id, en, code, subdivision, zone, lat, lon, people, names @ ..]| {
                let [zh_hant, zh_hans, chosen, known_as, aliases] = names;
                City {
                    id: CityId(number(id)),
                    name: Names { en, zh_hant, zh_hans },
                    country: country(code),
                    subdivision,
                    zone,
                    lat: number(lat),
                    lon: number(lon),
                    population: number(people),
                    chosen: chosen == "yes",
                    known_as,
                    aliases,
                }
            },
        );
        cities.extend(made);
    }
    // Two runs, each in order already: quick for the standard sort.
    cities.sort_by_key(|city| city.id);
    cities
});

/// All cities, by key.
pub fn cities() -> &'static [City] {
    &CITIES
}

/// The city with this key, if this release of the data still has it.
pub fn city(id: CityId) -> Option<&'static City> {
    CITIES
        .binary_search_by_key(&id, |city| city.id)
        .ok()
        .map(|at| &CITIES[at])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_city_has_a_place_on_earth_and_a_key_of_its_own() {
        let mut keys = HashSet::new();
        for city in cities() {
            assert!(keys.insert(city.id), "{city:?}");
            assert!(
                (-90.0..=90.0).contains(&city.lat) && (-180.0..=180.0).contains(&city.lon),
                "{city:?}"
            );
            assert!(!city.name.en.is_empty(), "{city:?}");
            assert_eq!(
                city.name.zh_hant.is_empty(),
                city.name.zh_hans.is_empty(),
                "{city:?}"
            );
        }
        assert!(keys.len() > 25_000);
    }

    #[test]
    fn every_zone_of_the_places_is_known_to_the_bundled_rules() {
        let rules = outreach_zones::Rules::bundled();
        let known: HashSet<&str> = rules.names().collect();
        let zones = cities()
            .iter()
            .map(|city| city.zone)
            .chain(super::super::airports().iter().map(|a| a.zone));
        let wrong: HashSet<&str> = zones.filter(|zone| !known.contains(zone)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_key_that_no_city_has_finds_none() {
        assert_eq!(city(CityId(1)), None);
        assert_eq!(
            city(CityId(1_819_729)).map(|city| city.name.zh_hant),
            Some("香港")
        );
    }
}
