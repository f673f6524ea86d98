//! Contact cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) in, 3.0 and 4.0 out.

mod types;

pub use types::{Card, CardError, CardVersion, Cards, LARGEST_CARDS, MOST_CARDS, ReadCards, RefusedCard};

use chrono::{DateTime, Utc};
use outreach_plan::people::Person;

/// Reads a file of cards.
///
/// # Errors
/// See [`CardError`]; everything smaller is reported in the answer.
pub fn read_cards(_bytes: &[u8], _reading: &ReadCards<'_>) -> Result<Cards, CardError> {
    Err(CardError::NotCards)
}

/// Writes a card a person, each marked as confidential (`CLASS` in 3.0).
pub fn write_cards(_people: &[&Person], _version: CardVersion, _written: DateTime<Utc>) -> Vec<u8> {
    Vec::new()
}
