//! Rows of a compiled-in table: tab-separated, comment lines with `#`.

use std::str::FromStr;

use super::{CityId, CountryCode};

/// The rows of a table with `N` columns.
pub(super) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let row = std::array::from_fn(|_| fields.next().expect("a made table has all its columns"));
            assert!(fields.next().is_none(), "a made table has no further columns");
            row
        })
}

/// A number in a made table.
pub(super) fn number<T: FromStr>(field: &str) -> T {
    field
        .parse()
        .ok()
        .expect("a made table has numbers where it says so")
}

/// A country in a made table.
pub(super) fn country(field: &str) -> CountryCode {
    CountryCode::new(field).expect("a made table has ISO codes")
}

/// A city in a made table; none where the field is empty.
pub(super) fn city(field: &str) -> Option<CityId> {
    (!field.is_empty()).then(|| CityId(number(field)))
}

/// The key of a closed list (`tech_tas`), read as the list's own type reads it.
pub(super) fn key<T: serde::de::DeserializeOwned>(field: &str) -> T {
    use serde::de::{IntoDeserializer, value};
    let plain: value::StrDeserializer<'_, value::Error> = field.into_deserializer();
    T::deserialize(plain).expect("a hand-kept table has keys of its list")
}
