//! When a series takes place, and when it doesn't.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::expand::{Bounds, Ending, expand};
use super::moment::{Frame, Span};
use super::properties::warn;
use super::raw::{RawEvent, RawTime};
use super::report::short;
use super::rule::Rule;
use super::series::{LAST_SECOND, Maker};
use super::value::Form;
use super::words::{Words, uid};

/// Days that the rules of one series may look at.
const MOST_WORK: u64 = 4_000_000;

impl Maker<'_> {
    /// The wall times of a series, sorted; the lengths of those that have their own; and whether some were cut.
    pub(super) fn occasions(
        &mut self,
        master: &RawEvent<'_>,
        frame: &Frame<'_>,
        start: NaiveDateTime,
        words: &mut Words,
    ) -> (Vec<NaiveDateTime>, HashMap<NaiveDateTime, Span>, bool) {
        let mut walls = Vec::new();
        let mut spans = HashMap::new();
        let (mut cut, mut ended) = (false, false);
        let (from, last) = (self.from(frame), self.reading.expand_until.and_time(LAST_SECOND));
        for (line, text) in &master.rules {
            let Some(rule) = Rule::read(text) else {
                self.report
                    .refuse(*line, &words.uid, "bad_rule", [("value", short(text))]);
                warn(&mut words.warnings, "rule_unreadable");
                continue;
            };
            if let Some(until) = self.until(&rule, frame)
                && until < start
            {
                // How some programs write a series of which nothing is left.
                self.report.refuse(*line, &words.uid, "until_before_start", []);
                ended = true;
                continue;
            }
            let (ending, fits) = self.expand(&rule, frame, start, &mut walls);
            cut |= ending == Ending::Cut;
            if !fits {
                warn(&mut words.warnings, "start_outside_rule");
            }
        }
        if walls.is_empty() && start >= from && !ended {
            walls.push(start);
        }
        for period in &master.dates {
            let Some(wall) = frame.wall(self.places, period.start) else {
                continue;
            };
            // A day for a time: at the hour of the others.
            let by_day = period.start.form == Form::Day && !frame.all_day;
            let wall = if by_day {
                wall.date().and_time(start.time())
            } else {
                wall
            };
            let wall = if frame.all_day {
                wall.date().and_time(NaiveTime::MIN)
            } else {
                wall
            };
            if wall > last {
                cut = true;
            } else if wall >= from {
                walls.push(wall);
                if period.end.is_some()
                    && let Some(own) = Frame::of(self.places, master.calendar, period.start, period.end)
                {
                    spans.insert(wall, own.span);
                }
            }
        }
        walls.sort_unstable();
        walls.dedup();
        if walls.len() > self.reading.expand_at_most.max(1) {
            walls.truncate(self.reading.expand_at_most.max(1));
            cut = true;
        }
        (walls, spans, cut)
    }

    /// The rule's end as a wall time of the series; a day means all of it.
    fn until(&self, rule: &Rule, frame: &Frame<'_>) -> Option<NaiveDateTime> {
        match rule.until? {
            (at, form) if form == Form::Day || frame.all_day => Some(at.date().and_time(LAST_SECOND)),
            (at, form) => frame.wall(self.places, RawTime { at, form, tzid: None }),
        }
    }

    fn expand(
        &mut self,
        rule: &Rule,
        frame: &Frame<'_>,
        start: NaiveDateTime,
        walls: &mut Vec<NaiveDateTime>,
    ) -> (Ending, bool) {
        let until = self.until(rule, frame);
        let mut own_work = MOST_WORK.min(*self.work);
        let had = own_work;
        let bounds = Bounds {
            until,
            from: self.from(frame),
            last: self.reading.expand_until.and_time(LAST_SECOND),
            at_most: self.reading.expand_at_most.max(1),
            work: &mut own_work,
        };
        let result = expand(rule, start, bounds, walls);
        *self.work -= had - own_work;
        result
    }

    /// The earliest start whose occasion does not end before the first day that is wanted.
    fn from(&self, frame: &Frame<'_>) -> NaiveDateTime {
        let length = match frame.span {
            Span::Days(days) => TimeDelta::try_days(days),
            Span::Exact(seconds) => TimeDelta::try_seconds(seconds),
            Span::Nominal(length) => {
                TimeDelta::try_seconds(length.days.saturating_mul(86_400).saturating_add(length.seconds))
            }
        };
        self.reading
            .expand_from
            .and_then(|day| day.and_time(NaiveTime::MIN).checked_sub_signed(length?))
            .unwrap_or(NaiveDateTime::MIN)
    }

    pub(super) fn excluded(
        &mut self,
        master: &RawEvent<'_>,
        frame: &Frame<'_>,
        start: NaiveDateTime,
    ) -> (HashSet<NaiveDateTime>, HashSet<NaiveDate>) {
        let mut walls = Vec::new();
        for (line, text) in &master.not_rules {
            match Rule::read(text) {
                Some(rule) => {
                    let (_, fits) = self.expand(&rule, frame, start, &mut walls);
                    // The start is no occasion of a rule of exceptions unless the rule itself says so.
                    walls.retain(|wall| fits || *wall != start);
                }
                None => self
                    .report
                    .refuse(*line, &uid(master), "bad_rule", [("value", short(text))]),
            }
        }
        let mut days = HashSet::new();
        for date in &master.not_dates {
            if date.form == Form::Day {
                days.insert(date.at.date());
            } else if frame.all_day {
                days.extend(
                    self.occasion(frame, master.calendar, start, *date)
                        .map(|at| at.date()),
                );
            } else {
                walls.extend(frame.wall(self.places, *date));
            }
        }
        (walls.into_iter().collect(), days)
    }
}
