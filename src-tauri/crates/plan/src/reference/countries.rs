//! Countries and territories that can be a market, and the region in which the office plans each.

use std::sync::LazyLock;

use serde::Serialize;

use super::table::{country as code_of, key, rows};
use super::{CountryCode, Names};
use crate::Region;

/// A country or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// What it is called.
    pub name: Names,
    /// One of the office's four geographic regions; none for a place outside them.
    pub region: Option<Region>,
    /// Further names to find it by, separated by `|`.
    #[serde(skip)]
    pub(super) aliases: &'static str,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/places/countries.tsv"))
        .map(|[code, en, zh_hant, zh_hans, region, aliases]| Country {
            code: code_of(code),
            name: Names { en, zh_hant, zh_hans },
            region: (region != "other").then(|| key(region)),
            aliases,
        })
        .collect()
});

/// All countries and territories, by code.
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// The country or territory with this code.
pub fn country(code: CountryCode) -> Option<&'static Country> {
    COUNTRIES
        .binary_search_by_key(&code, |country| country.code)
        .ok()
        .map(|at| &COUNTRIES[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(code: &str) -> &'static Country {
        country(CountryCode::new(code).unwrap()).unwrap()
    }

    #[test]
    fn a_country_is_named_in_three_languages_and_planned_in_a_region() {
        let malaysia = named("MY");
        assert_eq!(
            malaysia.name,
            Names {
                en: "Malaysia",
                zh_hant: "馬來西亞",
                zh_hans: "马来西亚"
            }
        );
        assert_eq!(malaysia.region, Some(Region::AsiaPacific));
        for (code, region) in [
            ("AE", Some(Region::MiddleEast)),
            ("CH", Some(Region::Europe)),
            ("TR", Some(Region::Europe)),
            ("CA", Some(Region::NorthAmerica)),
            ("AU", Some(Region::AsiaPacific)),
            ("KE", None),
        ] {
            assert_eq!(named(code).region, region, "{code}");
        }
        assert_eq!(named("HK").name.zh_hant, "香港");
    }

    #[test]
    fn every_city_and_airport_lies_in_a_known_country() {
        assert!(countries().is_sorted_by_key(|country| country.code));
        let cities = super::super::cities().iter().map(|city| city.country);
        let airports = super::super::airports().iter().map(|airport| airport.country);
        for code in cities.chain(airports) {
            assert!(country(code).is_some(), "{code}");
        }
    }
}
