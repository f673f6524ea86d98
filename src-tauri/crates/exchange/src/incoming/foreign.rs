//! The zone rules that a file brings along (VTIMEZONE), evaluated.
//!
//! They are evidence, never authority: they name a zone whose TZID says nothing, and show where the sender's clocks
//! stood on other rules than ours.

use chrono::{DateTime, NaiveDateTime, TimeDelta};
use outreach_zones::Zone;

use super::expand::{Bounds, expand};
use super::raw::RawRules;
use super::rule::Rule;
use super::value::Form;

/// How many changes of its clocks a zone may have; one that changes twice a year since 1601 has 900.
const MOST_CHANGES: usize = 2_000;
const DAY: i64 = 86_400;

/// A change of the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    at: i64,
    from_s: i32,
    to_s: i32,
}

/// The changes of a VTIMEZONE, in order; at least one.
#[derive(Clone, Debug)]
pub(super) struct Foreign {
    changes: Vec<Change>,
    /// Whether there were more than can be.
    pub(super) cut: bool,
}

impl Foreign {
    /// None if no part of it can be understood.
    pub(super) fn read(raw: &RawRules, last: NaiveDateTime, work: &mut u64) -> Option<Self> {
        let mut changes = Vec::new();
        let mut cut = false;
        for part in &raw.observances {
            let (Some(start), Some(from_s), Some(to_s)) = (part.start, part.from_s, part.to_s) else {
                continue;
            };
            let from = TimeDelta::seconds(from_s.into());
            let on_wall = |at: NaiveDateTime, form| match form {
                Form::Utc => at.checked_add_signed(from),
                Form::Wall | Form::Day => Some(at),
            };
            let mut walls = vec![start];
            walls.extend(part.dates.iter().filter_map(|(at, form)| on_wall(*at, *form)));
            for rule in part.rules.iter().filter_map(|rule| Rule::read(rule)) {
                let bounds = Bounds {
                    until: rule.until.and_then(|(until, form)| on_wall(until, form)),
                    from: NaiveDateTime::MIN,
                    last,
                    at_most: MOST_CHANGES,
                    work: &mut *work,
                };
                let before = walls.len();
                expand(&rule, start, bounds, &mut walls);
                cut |= walls.len() - before >= MOST_CHANGES;
            }
            cut |= *work == 0;
            changes.extend(walls.into_iter().map(|wall| Change {
                at: wall.and_utc().timestamp() - i64::from(from_s),
                from_s,
                to_s,
            }));
            if changes.len() > 10 * MOST_CHANGES {
                cut = true;
                break;
            }
        }
        changes.sort_unstable();
        changes.dedup();
        (!changes.is_empty()).then_some(Self { changes, cut })
    }

    fn offset_at(&self, utc: i64) -> i32 {
        match self.changes.partition_point(|change| change.at <= utc) {
            0 => self.changes[0].from_s,
            after => self.changes[after - 1].to_s,
        }
    }

    /// Whether it says anything about that instant.
    pub(super) fn covers(&self, utc: i64) -> bool {
        self.changes[0].at <= utc
    }

    /// The instant of a wall time as RFC 5545 reads it: the first of two, the later in a gap.
    pub(super) fn instant(&self, wall: NaiveDateTime) -> i64 {
        let wall = wall.and_utc().timestamp();
        let before = self.offset_at(wall - DAY);
        let after = self.offset_at(wall + DAY);
        let (first, second) = (wall - i64::from(before), wall - i64::from(after));
        if before == after || self.offset_at(first) == before || self.offset_at(second) != after {
            first
        } else {
            second
        }
    }

    /// What its clocks show at an instant.
    pub(super) fn wall(&self, utc: i64) -> Option<NaiveDateTime> {
        DateTime::from_timestamp_secs(utc.checked_add(self.offset_at(utc).into())?)
            .map(|wall| wall.naive_utc())
    }

    /// Whether a zone's clocks stand as these do, all through a span of instants.
    pub(super) fn agrees(&self, zone: &Zone, from: i64, until: i64) -> bool {
        let theirs = |at: i64| DateTime::from_timestamp_secs(at).map(|at| zone.at(at).1.offset_s);
        let same = |at: i64| theirs(at) == Some(self.offset_at(at));
        let from = from.max(self.changes[0].at);
        if from > until || !same(from) || !same(until) {
            return from > until;
        }
        let first = self.changes.partition_point(|change| change.at < from);
        let own = self.changes[first..]
            .iter()
            .map(|change| change.at)
            .take_while(|at| *at <= until);
        if !own.into_iter().all(|at| same(at - 1) && same(at)) {
            return false;
        }
        let span = DateTime::from_timestamp_secs(from).zip(DateTime::from_timestamp_secs(until));
        span.is_some_and(|(from, until)| {
            zone.transitions(from, until)
                .map(|change| change.utc.timestamp())
                .all(|at| at == from.timestamp() || (same(at - 1) && same(at)))
        })
    }
}
