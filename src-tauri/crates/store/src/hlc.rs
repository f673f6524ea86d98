//! Hybrid logical clock: an order of changes that follows the wall clock and never runs backwards.
//!
//! One number: milliseconds since 1970 in the upper 47 bits, a counter in the lower 16. When the wall clock
//! is set back, the counter goes on from the last change until the clock has caught up; after a clock that
//! was far ahead the milliseconds no longer tell the time, only the order. The time of a change as a person
//! reads it is therefore kept beside it.

use chrono::{DateTime, Utc};

/// A moment of the hybrid clock.
pub(crate) type Hlc = i64;

const COUNTER_BITS: u32 = 16;
const LATEST_MS: i64 = (1 << 47) - 1;

/// The next moment after `last` at wall time `now`.
pub(crate) fn tick(last: Hlc, now: DateTime<Utc>) -> Hlc {
    let wall = now.timestamp_millis().clamp(0, LATEST_MS) << COUNTER_BITS;
    wall.max(last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn it_rises_even_when_the_clock_is_set_back_a_day() {
        let noon = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let mut last = tick(0, noon);
        for now in [
            noon,
            noon - TimeDelta::days(1),
            DateTime::<Utc>::MIN_UTC,
            noon + TimeDelta::seconds(1),
        ] {
            let next = tick(last, now);
            assert!(next > last);
            last = next;
        }
        assert_eq!(last >> COUNTER_BITS, noon.timestamp_millis() + 1000);
    }

    #[test]
    fn the_year_9999_does_not_overflow() {
        let far = DateTime::from_timestamp(253_402_300_799, 0).unwrap();
        assert!(tick(tick(0, far), far) > 0);
    }
}
