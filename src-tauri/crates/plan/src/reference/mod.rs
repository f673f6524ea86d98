//! Places, holidays and lists that the office chooses from, read from `data/`.
//!
//! Everything is compiled in and parsed once, when first asked for: no file can be missing at a venue, at the
//! price of a larger program. What a planner edits (a venue, an office closed for a day) is a record, not this.
//!
//! The tables are made by scripts and tested whole, so a row that does not fit its table is a broken build and
//! panics; it can never come from a planner's input.

mod airports;
mod area;
mod cities;
mod countries;
pub mod dates;
mod days;
mod distance;
mod fold;
mod keys;
mod lists;
mod names;
pub mod places;
mod table;
mod vocabulary;
mod weekends;

pub use airports::{Airport, airport, airports};
pub use area::Area;
pub use cities::{City, cities, city};
pub use countries::{Country, countries, country};
pub use days::{Fast, FastKind, Holiday, fasts, holidays, holidays_on, keeps_ramadan, worked_in_lieu};
pub use distance::distance_km;
pub use fold::fold;
pub use keys::{CityId, CountryCode, NotACountryCode};
pub use lists::{
    Channel, OfficeKind, OfficeSeed, PartnerSeed, Posting, SchemeSeed, SectorSeed, channels, gba_cities,
    offices, partners, schemes, sectors,
};
pub use names::Names;
pub use weekends::{is_weekend, weekend};

/// Who made the reference data and under which licences, in Markdown; to be shown in the program.
pub const ATTRIBUTION: &str = include_str!("../../../../../data/ATTRIBUTION.md");

/// Outlines of the countries as JSON: SVG paths in tenths of a degree (x = longitude, y = −latitude).
pub const MAP: &str = include_str!("../../../../../data/map/countries.json");
