//! The wall times of a recurrence rule, in order.
//!
//! Pure calendar arithmetic: no zone takes part, for a series stays at its hour on the wall. `calcard`'s own
//! expansion resolves each time by chrono-tz, whose rules are old, and keeps its iterator to itself; the `rrule`
//! crate cannot be told a last day, so that a rule that never matches (30 February) costs it seconds. Here work is
//! counted in days looked at and ends with the last day asked for.

mod clock;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

use super::rule::{Frequency, Rule};

/// How far to go.
pub(super) struct Bounds<'a> {
    /// The rule's own end as a wall time.
    pub(super) until: Option<NaiveDateTime>,
    /// Occasions before it are counted but not kept.
    pub(super) from: NaiveDateTime,
    /// The last wall time that is wanted.
    pub(super) last: NaiveDateTime,
    /// How many to keep.
    pub(super) at_most: usize,
    /// Days that may still be looked at, in the whole file.
    pub(super) work: &'a mut u64,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The rule has no more.
    Whole,
    /// The rule may have more.
    Cut,
}

/// Puts the occasions of `rule` for an event that starts at `start` into `kept`, sorted. The start is the first
/// occasion and counts, also where the rule would not have it (RFC 5545 section 3.8.5.3); `fits` says if it does.
pub(super) fn expand(
    rule: &Rule,
    start: NaiveDateTime,
    bounds: Bounds<'_>,
    kept: &mut Vec<NaiveDateTime>,
) -> (Ending, bool) {
    let mut walk = Walk::new(rule, start, bounds, kept);
    let ending = walk.run();
    (ending, walk.start_fits)
}

struct Walk<'a> {
    rule: &'a Rule,
    start: NaiveDateTime,
    bounds: Bounds<'a>,
    kept: &'a mut Vec<NaiveDateTime>,
    first_kept: usize,
    left: u64,
    start_fits: bool,
    begun: bool,
    // The rule with what it leaves to the start filled in.
    months: Vec<u32>,
    month_days: Vec<i32>,
    weekdays: Vec<(i32, Weekday)>,
    times: Vec<NaiveTime>,
}

impl<'a> Walk<'a> {
    fn new(
        rule: &'a Rule,
        start: NaiveDateTime,
        bounds: Bounds<'a>,
        kept: &'a mut Vec<NaiveDateTime>,
    ) -> Self {
        let mut months = rule.months.clone();
        let mut month_days = rule.month_days.clone();
        let mut weekdays = rule.weekdays.clone();
        let no_days = month_days.is_empty() && weekdays.is_empty() && rule.year_days.is_empty();
        match rule.frequency {
            Frequency::Yearly if no_days && !rule.weeks.is_empty() => weekdays = vec![(0, start.weekday())],
            Frequency::Yearly if no_days => {
                if months.is_empty() {
                    months = vec![start.month()];
                }
                month_days = vec![start.day().cast_signed()];
            }
            Frequency::Monthly if no_days => month_days = vec![start.day().cast_signed()],
            Frequency::Weekly if no_days => weekdays = vec![(0, start.weekday())],
            Frequency::Yearly
            | Frequency::Monthly
            | Frequency::Weekly
            | Frequency::Daily
            | Frequency::Hourly
            | Frequency::Minutely
            | Frequency::Secondly => {}
        }
        let first_kept = kept.len();
        Self {
            rule,
            start,
            bounds,
            kept,
            first_kept,
            left: rule.count.unwrap_or(u64::MAX),
            start_fits: false,
            begun: false,
            months,
            month_days,
            weekdays,
            times: times(rule, start),
        }
    }

    fn run(&mut self) -> Ending {
        match self.rule.frequency {
            Frequency::Yearly | Frequency::Monthly | Frequency::Weekly | Frequency::Daily => self.by_days(),
            Frequency::Hourly => self.by_clock(3600),
            Frequency::Minutely => self.by_clock(60),
            Frequency::Secondly => self.by_clock(1),
        }
    }

    fn spend(&mut self, days: u64) -> bool {
        *self.bounds.work = self.bounds.work.saturating_sub(days);
        *self.bounds.work > 0
    }

    /// Takes the next occasion of the rule; some ending if it is the last. In order, and never before the start.
    fn take(&mut self, at: NaiveDateTime) -> Option<Ending> {
        if !self.begun {
            self.begun = true;
            self.start_fits = at == self.start;
            if !self.start_fits
                && let Some(ending) = self.take_one(self.start)
            {
                return Some(ending);
            }
        }
        self.take_one(at)
    }

    fn take_one(&mut self, at: NaiveDateTime) -> Option<Ending> {
        if self.bounds.until.is_some_and(|until| at > until) && at != self.start {
            return Some(Ending::Whole);
        }
        if at > self.bounds.last && at != self.start {
            return Some(Ending::Cut);
        }
        if at >= self.bounds.from {
            if self.kept.len() - self.first_kept >= self.bounds.at_most {
                return Some(Ending::Cut);
            }
            self.kept.push(at);
        }
        self.left -= 1;
        (self.left == 0).then_some(Ending::Whole)
    }

    /// When no more can come: the start alone is an occasion of a rule that never matches.
    fn end(&mut self, ending: Ending) -> Ending {
        if !self.begun {
            self.begun = true;
            let _ = self.take_one(self.start);
        }
        ending
    }

    /// Whether all occasions from `day` on lie past what is wanted; how it then ends.
    fn past(&self, day: NaiveDate) -> Option<Ending> {
        if self.bounds.until.is_some_and(|until| day > until.date()) {
            return Some(Ending::Whole);
        }
        (day > self.bounds.last.date()).then_some(Ending::Cut)
    }

    fn by_days(&mut self) -> Ending {
        let mut step = 0_i64;
        let mut days = Vec::new();
        let mut set = Vec::new();
        loop {
            let Some((first, length)) = self.period(step) else {
                return self.end(Ending::Whole);
            };
            if let Some(ending) = self.past(first) {
                return self.end(ending);
            }
            days.clear();
            if !self.collect_days(first, length, &mut days) {
                return self.end(Ending::Cut);
            }
            set.clear();
            set.extend(
                days.iter()
                    .flat_map(|day| self.times.iter().map(|time| day.and_time(*time))),
            );
            if let Some(ending) = self.take_set(&mut set) {
                return ending;
            }
            step += 1;
        }
    }

    /// The days of the period `step` intervals after the first.
    fn period(&self, step: i64) -> Option<(NaiveDate, u64)> {
        let date = self.start.date();
        let ahead = step.checked_mul(self.rule.interval)?;
        match self.rule.frequency {
            Frequency::Yearly => {
                let year = i32::try_from(i64::from(date.year()).checked_add(ahead)?).ok()?;
                let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
                Some((first, if first.leap_year() { 366 } else { 365 }))
            }
            Frequency::Monthly => {
                let months = (i64::from(date.year()) * 12 + i64::from(date.month0())).checked_add(ahead)?;
                let year = i32::try_from(months.div_euclid(12)).ok()?;
                let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                Some((first, u64::from(first.num_days_in_month())))
            }
            Frequency::Weekly => {
                let back = date.weekday().days_since(self.rule.week_start);
                let first = date.checked_sub_days(Days::new(back.into()))?;
                let days = u64::try_from(ahead).ok()?.checked_mul(7)?;
                Some((first.checked_add_days(Days::new(days))?, 7))
            }
            Frequency::Daily | Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => {
                Some((date.checked_add_days(Days::new(u64::try_from(ahead).ok()?))?, 1))
            }
        }
    }

    fn collect_days(&mut self, first: NaiveDate, length: u64, days: &mut Vec<NaiveDate>) -> bool {
        let yearly = self.rule.frequency == Frequency::Yearly;
        if yearly && !self.months.is_empty() {
            for month in self.months.clone() {
                let Some(first) = first.with_month(month) else {
                    continue;
                };
                let length = u64::from(first.num_days_in_month());
                if !self.spend(length) {
                    return false;
                }
                days.extend(
                    first
                        .iter_days()
                        .take(usize::try_from(length).unwrap_or(31))
                        .filter(|day| self.fits(*day)),
                );
            }
            return true;
        }
        if !self.spend(length) {
            return false;
        }
        let length = usize::try_from(length).unwrap_or(366);
        days.extend(first.iter_days().take(length).filter(|day| self.fits(*day)));
        true
    }

    /// Narrows a period's set by BYSETPOS and takes it.
    fn take_set(&mut self, set: &mut Vec<NaiveDateTime>) -> Option<Ending> {
        if !self.rule.positions.is_empty() {
            let length = i32::try_from(set.len()).unwrap_or(i32::MAX);
            let mut chosen: Vec<NaiveDateTime> = self
                .rule
                .positions
                .iter()
                .map(|position| {
                    if *position > 0 {
                        position - 1
                    } else {
                        length + position
                    }
                })
                .filter_map(|at| usize::try_from(at).ok().and_then(|at| set.get(at)).copied())
                .collect();
            chosen.sort_unstable();
            chosen.dedup();
            *set = chosen;
        }
        let start = self.start;
        set.iter()
            .filter(|at| **at >= start)
            .find_map(|at| self.take(*at))
    }

    fn fits(&self, day: NaiveDate) -> bool {
        let rule = self.rule;
        let within = |list: &[i32], number: i32, length: i32| {
            list.is_empty() || list.contains(&number) || list.contains(&(number - length - 1))
        };
        (self.months.is_empty() || self.months.contains(&day.month()))
            && within(
                &self.month_days,
                day.day().cast_signed(),
                i32::from(day.num_days_in_month()),
            )
            && within(
                &rule.year_days,
                day.ordinal().cast_signed(),
                year_length(day.year()),
            )
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|wanted| self.is_weekday(day, *wanted)))
            && (rule.weeks.is_empty() || {
                let (week, weeks) = week_of(day, rule.week_start);
                within(&rule.weeks, week, weeks)
            })
    }

    fn is_weekday(&self, day: NaiveDate, (number, weekday): (i32, Weekday)) -> bool {
        if day.weekday() != weekday {
            return false;
        }
        let (place, length) = match self.rule.frequency {
            _ if number == 0 => return true,
            Frequency::Yearly if self.rule.months.is_empty() => {
                (day.ordinal().cast_signed(), year_length(day.year()))
            }
            Frequency::Yearly | Frequency::Monthly => {
                (day.day().cast_signed(), i32::from(day.num_days_in_month()))
            }
            // A numbered weekday has no meaning here (RFC 5545 forbids it); readers take it for each.
            Frequency::Weekly
            | Frequency::Daily
            | Frequency::Hourly
            | Frequency::Minutely
            | Frequency::Secondly => return true,
        };
        if number > 0 {
            (place - 1) / 7 + 1 == number
        } else {
            (length - place) / 7 + 1 == -number
        }
    }
}

/// The times of a day that a rule by days has.
fn times(rule: &Rule, start: NaiveDateTime) -> Vec<NaiveTime> {
    let own = |list: &[u32], own: u32| if list.is_empty() { vec![own] } else { list.to_vec() };
    let (hours, minutes) = (own(&rule.hours, start.hour()), own(&rule.minutes, start.minute()));
    let seconds = own(&rule.seconds, start.second());
    let mut times = Vec::new();
    for hour in hours {
        for minute in &minutes {
            times.extend(
                seconds
                    .iter()
                    .filter_map(|second| NaiveTime::from_hms_opt(hour, *minute, *second)),
            );
        }
    }
    times
}

fn year_length(year: i32) -> i32 {
    NaiveDate::from_ymd_opt(year, 12, 31).map_or(365, |last| last.ordinal().cast_signed())
}

/// The number of a day's week and how many weeks its year has, weeks beginning on `week_start` and belonging to
/// the year that has four of their days.
fn week_of(day: NaiveDate, week_start: Weekday) -> (i32, i32) {
    let fourth = |day: NaiveDate| {
        let ahead = 3 - i64::from(day.weekday().days_since(week_start));
        day.checked_add_signed(TimeDelta::days(ahead)).unwrap_or(day)
    };
    let middle = fourth(day);
    let week = (middle.ordinal0() / 7).cast_signed() + 1;
    // 28 December lies in the last week of its year, whatever day weeks begin on.
    let last = NaiveDate::from_ymd_opt(middle.year(), 12, 28).map_or(middle, fourth);
    (week, (last.ordinal0() / 7).cast_signed() + 1)
}
