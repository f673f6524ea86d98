//! A programme to look at before one's own is typed in, and a large one to measure with.
//!
//! The sample is read from `data/sample/`, so that its words can be corrected without touching a rule. Its
//! dates are written for one quarter and moved to the one in which it is made.

mod anchor;
mod cast;
mod files;
mod given;
mod large;
mod large_people;
mod ledger;
mod made;

pub use given::issues;
pub use large::large;
pub use large_people::{LARGE_EVENT_GUESTS, large_people};
pub use ledger::letters;

use chrono::{DateTime, NaiveDate, Utc};
use outreach_zones::Rules;
use uuid::Uuid;

use crate::AnyRecord;

/// The sample programme as of `today`, about half a year behind it and a year ahead. What is pointed at comes
/// before what points at it. `now` is written as the time of making; `new_id` gives the keys.
///
/// ```
/// use outreach_plan::{AnyRecord, sample};
/// let mut n = 0;
/// let mut ids = || { n += 1; uuid::Uuid::from_u128(n) };
/// let (today, now) = ("2026-11-22".parse().unwrap(), "2026-11-22T06:00:00Z".parse().unwrap());
/// let records = sample::build(today, now, &outreach_zones::Rules::bundled(), &mut ids);
/// assert!(records.iter().filter(|record| matches!(record, AnyRecord::Event(_))).count() >= 60);
/// ```
pub fn build(
    today: NaiveDate,
    now: DateTime<Utc>,
    rules: &Rules,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Vec<AnyRecord> {
    made::Maker::new(today, now, rules, new_id).build()
}

#[cfg(test)]
mod tests;
