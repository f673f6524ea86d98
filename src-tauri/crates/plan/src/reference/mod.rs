//! Places, holidays and lists that the office chooses from, read from `data/`.
//!
//! Everything is compiled in and parsed once, when first asked for: no file can be missing at a venue, at the
//! price of a larger program. What a planner edits (a venue, an office closed for a day) is a record, not this.

mod keys;

pub use keys::{CityId, CountryCode, NotACountryCode};
