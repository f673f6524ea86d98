//! A zone as an iCalendar VTIMEZONE (RFC 5545 section 3.6.5).
//!
//! Changes that come on the same weekday in the same week of a month, year after year, become one observance with an
//! RRULE; the others are written out with RDATE. A rule that the zone follows for ever has no UNTIL, so that a reader
//! is right beyond the span too; only where a rule's days spill into the next month (Cairo: midnight after the last
//! Thursday of October) is it written out, for the span alone. The first observance is the last change before the span, so each time in the span
//! has one before it.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Weekday};

use crate::{Zone, table::Change};

/// A rule kept for this many years after a zone's last explicit change and the span is kept for ever: the calendar
/// has then shown each weekday on each day of the year, leap years too, and three turns of a century.
const FOR_EVER: i32 = 390;
const DAY: i64 = 86_400;

impl Zone {
    /// The zone's rules for `from_year..=until_year` as a VTIMEZONE component, lines ended by CRLF, TZID the zone's
    /// name. Years are clamped to 1601..=9998, which is what readers bear. Times before `from_year` are not covered.
    ///
    /// DAYLIGHT is the part of the year when clocks are ahead, also where the law says the reverse (Dublin): readers
    /// take it so.
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// let text = Rules::bundled().zone("Asia/Hong_Kong")?.vtimezone(2026, 2027);
    /// assert_eq!(
    ///     text.lines().collect::<Vec<_>>(),
    ///     [
    ///         "BEGIN:VTIMEZONE",
    ///         "TZID:Asia/Hong_Kong",
    ///         "BEGIN:STANDARD",
    ///         "DTSTART:19791021T033000",
    ///         "TZOFFSETFROM:+0900",
    ///         "TZOFFSETTO:+0800",
    ///         "TZNAME:HKT",
    ///         "END:STANDARD",
    ///         "END:VTIMEZONE",
    ///     ]
    /// );
    /// # Ok::<(), outreach_zones::UnknownZone>(())
    /// ```
    #[must_use]
    pub fn vtimezone(&self, from_year: i32, until_year: i32) -> String {
        let from_year = from_year.clamp(1601, 9998);
        let until_year = until_year.clamp(from_year, 9998);
        let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", self.name());
        if self.table().change_before(year_start(from_year) - DAY).is_none() {
            self.write_constant(&mut text, from_year);
        }
        for observance in self.observances(from_year, until_year) {
            observance.write(&mut text);
        }
        text.push_str("END:VTIMEZONE\r\n");
        text
    }

    fn observances(&self, from_year: i32, until_year: i32) -> Vec<Observance> {
        // A day more on both sides: the span is in wall time, changes are in UTC.
        let span_begins = year_start(from_year) - DAY;
        let span_ends = year_start(until_year + 1) + DAY;
        let settled = self.table().settled_year();
        let last_year = (settled.max(until_year) + FOR_EVER).min(9998);
        let horizon = year_start(last_year + 1);
        let first = self.table().change_before(span_begins).map(without_seconds);
        let changes = first
            .into_iter()
            .chain(self.table().changes(span_begins))
            .take_while(|change| change.at < horizon)
            .filter_map(Onset::of);
        let mut observances: Vec<Observance> = Vec::new();
        for onset in changes {
            let run = observances
                .iter_mut()
                .rev()
                .find(|run| run.last().in_a_year_with(&onset));
            let taken = run.is_some_and(|run| run.takes(&onset));
            if !taken && onset.at < span_ends {
                observances.push(Observance::new(onset));
            }
        }
        for observance in &mut observances {
            // In the last year or the one before, as a change at the turn of the year may fall to either.
            let reaches_end = observance.last().wall.year() + 1 >= last_year;
            observance.endless = reaches_end && observance.onsets.len() > 300;
        }
        merge_single_onsets(observances)
    }

    fn write_constant(&self, text: &mut String, from_year: i32) {
        let kind = self.table().at(year_start(from_year));
        let wall = NaiveDate::from_ymd_opt(from_year.min(1970), 1, 1)
            .unwrap_or_default()
            .and_time(Default::default());
        let at = wall.and_utc().timestamp() - i64::from(kind.offset_s);
        if let Some(onset) = Onset::of(Change {
            at,
            before: kind,
            after: kind,
        }) {
            Observance::new(onset).write(text);
        }
    }
}

/// One change, as its observance begins: in the wall time before it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Onset {
    at: i64,
    wall: NaiveDateTime,
    change: Change,
}

impl Onset {
    fn of(change: Change) -> Option<Self> {
        let wall = DateTime::from_timestamp_secs(change.at + i64::from(change.before.offset_s))?.naive_utc();
        Some(Self {
            at: change.at,
            wall,
            change,
        })
    }

    /// The same change of offset and name, to be written in one component.
    fn is_like(&self, other: &Self) -> bool {
        (self.change.before.offset_s, self.change.after) == (other.change.before.offset_s, other.change.after)
            && self.daylight() == other.daylight()
    }

    /// Like the other one, and may follow it by a yearly rule.
    fn in_a_year_with(&self, next: &Self) -> bool {
        self.is_like(next)
            && self.wall.year() + 1 == next.wall.year()
            && self.wall.month() == next.wall.month()
            && self.wall.time() == next.wall.time()
            && (self.wall.weekday() == next.wall.weekday() || self.wall.day() == next.wall.day())
    }

    fn daylight(&self) -> bool {
        let Change { before, after, .. } = self.change;
        if before.dst == after.dst {
            after.dst
        } else {
            after.offset_s > before.offset_s
        }
    }
}

/// Which day of the month a yearly change falls on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Days {
    same_weekday: bool,
    earliest: u32,
    latest: u32,
    all_last: bool,
}

impl Days {
    fn of(onset: &Onset) -> Self {
        let day = onset.wall.day();
        let length = u32::from(onset.wall.date().num_days_in_month());
        Self {
            same_weekday: true,
            earliest: day,
            latest: day,
            all_last: day + 7 > length,
        }
    }

    /// The rule of both, if one rule can have both.
    fn with(self, other: Self, same_weekday: bool) -> Option<Self> {
        let both = Self {
            same_weekday: self.same_weekday && same_weekday,
            earliest: self.earliest.min(other.earliest),
            latest: self.latest.max(other.latest),
            all_last: self.all_last && other.all_last,
        };
        let possible = if both.same_weekday {
            both.all_last || both.latest - both.earliest < 7
        } else {
            both.earliest == both.latest
        };
        possible.then_some(both)
    }

    /// RRULE parts after BYMONTH. Any seven days of the month that hold all seen will do; the plainest is taken.
    fn rule(self, month: u32, weekday: Weekday) -> String {
        let weekday = match weekday {
            Weekday::Mon => "MO",
            Weekday::Tue => "TU",
            Weekday::Wed => "WE",
            Weekday::Thu => "TH",
            Weekday::Fri => "FR",
            Weekday::Sat => "SA",
            Weekday::Sun => "SU",
        };
        if !self.same_weekday {
            return format!("BYMONTHDAY={}", self.earliest);
        }
        let weeks = self.latest.saturating_sub(6).max(1)..=self.earliest;
        let length = if month == 2 {
            28
        } else {
            31 - u32::from([4, 6, 9, 11].contains(&month))
        };
        if let Some(first) = weeks.clone().find(|first| first % 7 == 1 && *first < 29) {
            // Days 22 to 28 are the last ones in no month but a common February; both rules fit a short run.
            if !(self.all_last && weeks.contains(&(length - 6))) || self.latest <= 21 {
                return format!("BYDAY={}{weekday}", first / 7 + 1);
            }
        }
        if self.all_last {
            return format!("BYDAY=-1{weekday}");
        }
        let first = *weeks.start();
        let days: Vec<_> = (first..first + 7).map(|day| day.to_string()).collect();
        format!("BYMONTHDAY={};BYDAY={weekday}", days.join(","))
    }
}

/// One component: onsets of the same change, either by a yearly rule or written out.
struct Observance {
    onsets: Vec<Onset>,
    /// `None`: no rule fits all onsets.
    days: Option<Days>,
    endless: bool,
}

impl Observance {
    fn new(onset: Onset) -> Self {
        Self {
            days: Some(Days::of(&onset)),
            onsets: vec![onset],
            endless: false,
        }
    }

    fn last(&self) -> &Onset {
        self.onsets
            .last()
            .expect("made with one onset; none is taken away")
    }

    fn takes(&mut self, next: &Onset) -> bool {
        let same_weekday = self.last().wall.weekday() == next.wall.weekday();
        let days = self.days.and_then(|days| days.with(Days::of(next), same_weekday));
        if let Some(days) = days {
            self.days = Some(days);
            self.onsets.push(*next);
        }
        days.is_some()
    }

    fn write(&self, text: &mut String) {
        let first = &self.onsets[0];
        let part = if first.daylight() { "DAYLIGHT" } else { "STANDARD" };
        line(text, format_args!("BEGIN:{part}"));
        line(
            text,
            format_args!("DTSTART:{}", first.wall.format("%Y%m%dT%H%M%S")),
        );
        match self.days {
            Some(days) if self.onsets.len() > 1 => {
                let (month, weekday) = (first.wall.month(), first.wall.weekday());
                let rule = format!("RRULE:FREQ=YEARLY;BYMONTH={month};{}", days.rule(month, weekday));
                if self.endless {
                    line(text, format_args!("{rule}"));
                } else {
                    let last = DateTime::from_timestamp_secs(self.last().at).unwrap_or_default();
                    line(
                        text,
                        format_args!("{rule};UNTIL={}", last.format("%Y%m%dT%H%M%SZ")),
                    );
                }
            }
            _ if self.onsets.len() > 1 => {
                // The first one again: ical.js (Thunderbird) forgets DTSTART where there is an RDATE.
                for onset in &self.onsets {
                    line(text, format_args!("RDATE:{}", onset.wall.format("%Y%m%dT%H%M%S")));
                }
            }
            _ => {}
        }
        line(
            text,
            format_args!("TZOFFSETFROM:{}", utc_offset(first.change.before.offset_s)),
        );
        line(
            text,
            format_args!("TZOFFSETTO:{}", utc_offset(first.change.after.offset_s)),
        );
        line(text, format_args!("TZNAME:{}", first.change.after.abbreviation));
        line(text, format_args!("END:{part}"));
    }
}

/// Joins observances of one onset that are alike into one with RDATEs, at the place of the first.
fn merge_single_onsets(observances: Vec<Observance>) -> Vec<Observance> {
    let mut merged: Vec<Observance> = Vec::new();
    for observance in observances {
        let alike = (observance.onsets.len() == 1).then(|| {
            merged.iter_mut().find(|known| {
                known.onsets[0].is_like(&observance.onsets[0])
                    && (known.days.is_none() || known.onsets.len() == 1)
            })
        });
        match alike.flatten() {
            Some(known) => {
                known.days = None;
                known.onsets.extend(observance.onsets);
            }
            None => merged.push(observance),
        }
    }
    merged
}

/// The change before the span need only set the offset: local mean time, with its seconds, puts some readers off.
fn without_seconds(mut change: Change) -> Change {
    if change.before.offset_s % 60 != 0 {
        change.before = change.after;
    }
    change
}

/// Adds a line, folded at 75 octets (a rule with seven days and an end is longer). All text here is ASCII.
fn line(text: &mut String, arguments: fmt::Arguments<'_>) {
    let mut rest = arguments.to_string();
    while rest.len() > 75 {
        let folded = format!(" {}", rest.split_off(75));
        text.push_str(&rest);
        text.push_str("\r\n");
        rest = folded;
    }
    text.push_str(&rest);
    text.push_str("\r\n");
}

fn utc_offset(offset_s: i32) -> String {
    let (sign, s) = (if offset_s < 0 { '-' } else { '+' }, offset_s.unsigned_abs());
    let (hours, minutes, seconds) = (s / 3600, s / 60 % 60, s % 60);
    let seconds = if seconds == 0 {
        String::new()
    } else {
        format!("{seconds:02}")
    };
    format!("{sign}{hours:02}{minutes:02}{seconds}")
}

fn year_start(year: i32) -> i64 {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    day.and_time(Default::default()).and_utc().timestamp()
}
