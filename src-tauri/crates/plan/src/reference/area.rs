//! Where a day counts: a country, or a part of it that keeps days of its own.

use super::{City, CountryCode};

/// A country or territory, and the part of it if known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Area<'a> {
    /// The country or territory.
    pub country: CountryCode,
    /// ISO 3166-2 code without the country, such as `ON` for Ontario; empty for the whole country.
    pub subdivision: &'a str,
}

impl From<CountryCode> for Area<'static> {
    fn from(country: CountryCode) -> Self {
        Self {
            country,
            subdivision: "",
        }
    }
}

impl From<&City> for Area<'static> {
    fn from(city: &City) -> Self {
        Self {
            country: city.country,
            subdivision: city.subdivision,
        }
    }
}
