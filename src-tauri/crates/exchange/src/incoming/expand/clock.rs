//! Rules that go by the hour, minute or second.

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::super::rule::Frequency;
use super::{Ending, Walk};

impl Walk<'_> {
    pub(super) fn by_clock(&mut self, unit: i64) -> Ending {
        let Some(stride) = unit.checked_mul(self.rule.interval) else {
            return self.end(Ending::Whole);
        };
        let mut ahead = 0_i64;
        let mut set = Vec::new();
        loop {
            let at = TimeDelta::try_seconds(ahead).and_then(|ahead| self.start.checked_add_signed(ahead));
            let Some(at) = at else {
                return self.end(Ending::Whole);
            };
            if let Some(ending) = self.past(at.date()) {
                return self.end(ending);
            }
            // A stride costs about as much as four days in a row.
            if !self.spend(4) {
                return self.end(Ending::Cut);
            }
            if let Some(skip) = self.skip(at) {
                // To the first stride at or after the end of what doesn't fit.
                ahead += (skip + stride - 1) / stride * stride;
                continue;
            }
            set.clear();
            self.within_unit(at, &mut set);
            if let Some(ending) = self.take_set(&mut set) {
                return ending;
            }
            ahead += stride;
        }
    }

    /// If no time of the day, hour or minute of `at` fits: the seconds until the next one begins.
    fn skip(&self, at: NaiveDateTime) -> Option<i64> {
        let rule = self.rule;
        let second = i64::from(at.num_seconds_from_midnight());
        if !self.fits(at.date()) {
            return Some(86_400 - second);
        }
        if !rule.hours.is_empty() && !rule.hours.contains(&at.hour()) {
            return Some(3600 - second % 3600);
        }
        let by_minute = rule.frequency >= Frequency::Minutely;
        if by_minute && !rule.minutes.is_empty() && !rule.minutes.contains(&at.minute()) {
            return Some(60 - second % 60);
        }
        let by_second = rule.frequency == Frequency::Secondly;
        (by_second && !rule.seconds.is_empty() && !rule.seconds.contains(&at.second())).then_some(1)
    }

    fn within_unit(&self, at: NaiveDateTime, set: &mut Vec<NaiveDateTime>) {
        let own = |list: &[u32], own: u32| if list.is_empty() { vec![own] } else { list.to_vec() };
        let frequency = self.rule.frequency;
        let minutes = if frequency == Frequency::Hourly {
            own(&self.rule.minutes, at.minute())
        } else {
            vec![at.minute()]
        };
        let seconds = if frequency == Frequency::Secondly {
            vec![at.second()]
        } else {
            own(&self.rule.seconds, at.second())
        };
        for minute in minutes {
            set.extend(
                seconds
                    .iter()
                    .filter_map(|second| at.date().and_hms_opt(at.hour(), minute, *second)),
            );
        }
    }
}
