//! Days by the calendar.

use chrono::{Datelike, Days, NaiveDate};

use super::lexer::Mark;
use super::reader::{Reader, long_day};
use super::{DateOrder, ReadingNote, TypedTimeError, TypedTimeProblem};

/// Year, month and day as typed, the year perhaps missing.
#[derive(Clone, Copy)]
struct Parts {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl Reader<'_> {
    /// Reads a day, if one stands here, into the start or the end.
    pub(super) fn read_day(&mut self, first: usize) -> Result<bool, TypedTimeError> {
        if let Some(range) = self.days_of_one_month(first)? {
            self.put_day(first, range.0)?;
            self.last_day = Some(range.1);
            return Ok(true);
        }
        let day = match self.relative_day(first)? {
            Some(day) => Some(day),
            None => self.calendar_day(first)?,
        };
        let Some(day) = day else { return Ok(false) };
        self.put_day(first, day)?;
        Ok(true)
    }

    fn put_day(&mut self, first: usize, day: NaiveDate) -> Result<(), TypedTimeError> {
        let place = self.place(first);
        if self.to_end {
            if self.last_day.replace(day).is_some() {
                return Err(self.twice(first));
            }
        } else if self.day.replace((day, place)).is_some() {
            return Err(self.twice(first));
        }
        self.within_years(day)?;
        Ok(())
    }

    /// `14–16 May 2027`, 5月14日至16日 is read as two days.
    fn days_of_one_month(&mut self, first: usize) -> Result<Option<(NaiveDate, NaiveDate)>, TypedTimeError> {
        let (
            Some((from, 1..=2)),
            Some(Mark::Dash | Mark::To),
            Some((until, 1..=2)),
            Some(Mark::Month(month)),
        ) = (self.number(0), self.peek(1), self.number(2), self.peek(3))
        else {
            return Ok(None);
        };
        self.next += 4;
        let year = self.year_after();
        let last = self.day_of(
            first,
            Parts {
                year,
                month,
                day: until,
            },
        )?;
        let from = self.real_day(first, last.year(), month, from)?;
        if from > last {
            return Err(self.wrong(
                TypedTimeProblem::EndBeforeStart,
                self.place(first),
                long_day(last),
            ));
        }
        Ok(Some((from, last)))
    }

    /// A day by the calendar in any of the usual forms.
    fn calendar_day(&mut self, first: usize) -> Result<Option<NaiveDate>, TypedTimeError> {
        let parts = match (self.peek(0), self.peek(1), self.peek(2)) {
            // May 14[th][, 2027]
            (
                Some(Mark::Month(month)),
                Some(Mark::Number {
                    value: day,
                    digits: 1..=2,
                }),
                after,
            ) if after != Some(Mark::Colon) => {
                self.next += 2;
                self.skip_ordinal();
                Parts {
                    year: self.year_after(),
                    month,
                    day,
                }
            }
            // 2027年5月14日
            (Some(Mark::Number { value: year, .. }), Some(Mark::YearSign), Some(Mark::Number { .. })) => {
                let (Some((month, _)), Some(Mark::MonthSign), Some((day, _))) =
                    (self.number(2), self.peek(3), self.number(4))
                else {
                    return Ok(None);
                };
                self.next += 5;
                self.skip(Mark::DaySign);
                let year = if year < 100 { year + 2000 } else { year };
                Parts {
                    year: i32::try_from(year).ok(),
                    month,
                    day,
                }
            }
            // 5月14日
            (
                Some(Mark::Number { value: month, .. }),
                Some(Mark::MonthSign),
                Some(Mark::Number { value: day, .. }),
            ) => {
                self.next += 3;
                self.skip(Mark::DaySign);
                Parts {
                    year: None,
                    month,
                    day,
                }
            }
            // 14日: of the month of the day before it, else of the field's, else of this month or the next.
            (Some(Mark::Number { value: day, .. }), Some(Mark::DaySign), _) => {
                self.next += 2;
                return self.day_of_a_month(first, day).map(Some);
            }
            // 14[th] [of] May [2027]
            (
                Some(Mark::Number {
                    value: day,
                    digits: 1..=2,
                }),
                Some(Mark::Month(month)),
                _,
            ) => {
                self.next += 2;
                Parts {
                    year: self.year_after(),
                    month,
                    day,
                }
            }
            (
                Some(Mark::Number {
                    value: day,
                    digits: 1..=2,
                }),
                Some(Mark::Ordinal | Mark::Filler),
                Some(Mark::Month(month)),
            ) => {
                self.next += 3;
                Parts {
                    year: self.year_after(),
                    month,
                    day,
                }
            }
            (
                Some(Mark::Number {
                    value: day,
                    digits: 1..=2,
                }),
                Some(Mark::Ordinal),
                Some(Mark::Filler),
            ) => {
                let Some(Mark::Month(month)) = self.peek(3) else {
                    return Ok(None);
                };
                self.next += 4;
                Parts {
                    year: self.year_after(),
                    month,
                    day,
                }
            }
            (
                Some(Mark::Number { .. }),
                Some(Mark::Dot | Mark::Slash | Mark::Dash),
                Some(Mark::Number { .. }),
            ) => return self.day_in_figures(first),
            _ => return Ok(None),
        };
        self.day_of(first, parts).map(Some)
    }

    /// `2027-05-14`, `14.5.27`, `14/5/2027`, `14/5`.
    fn day_in_figures(&mut self, first: usize) -> Result<Option<NaiveDate>, TypedTimeError> {
        let (Some((a, a_digits)), Some(sign), Some((b, b_digits))) =
            (self.number(0), self.peek(1), self.number(2))
        else {
            return Ok(None);
        };
        let third = if self.peek(3) == Some(sign) {
            self.number(4)
        } else {
            None
        };
        if let Some((c, c_digits)) = third {
            if a_digits == 4 {
                self.next += 5;
                let parts = Parts {
                    year: i32::try_from(a).ok(),
                    month: b,
                    day: c,
                };
                return self.day_of(first, parts).map(Some);
            }
            if a_digits <= 2 && b_digits <= 2 && (c_digits == 2 || c_digits == 4) {
                self.next += 5;
                let year = if c_digits == 2 { c + 2000 } else { c };
                return self.two_orders(first, a, b, i32::try_from(year).ok()).map(Some);
            }
            return Ok(None);
        }
        // Two figures: 3.30 and 3-5 are times wherever a time can stand.
        let could_be_day = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
        let is_time = match sign {
            Mark::Slash => false,
            Mark::Dot => {
                self.day.is_some()
                    || self.to_end
                    || !could_be_day
                    || matches!(self.peek(3), Some(Mark::Am | Mark::Pm))
            }
            _ => true,
        };
        if is_time || a_digits > 2 || b_digits > 2 {
            return Ok(None);
        }
        self.next += 3;
        self.two_orders(first, a, b, None).map(Some)
    }

    /// Day and month in figures: by the one order that is possible, else by the usual one, and told.
    fn two_orders(
        &mut self,
        first: usize,
        a: u32,
        b: u32,
        year: Option<i32>,
    ) -> Result<NaiveDate, TypedTimeError> {
        let day_first = match self.context.order {
            DateOrder::DayFirst => b <= 12,
            DateOrder::MonthFirst => a > 12,
        };
        let (day, month) = if day_first { (a, b) } else { (b, a) };
        let read = self.day_of(first, Parts { year, month, day })?;
        if a <= 12
            && b <= 12
            && a != b
            && let Some(other) = NaiveDate::from_ymd_opt(read.year(), day, month)
        {
            self.notes.push(ReadingNote::OrderAssumed { other });
        }
        Ok(read)
    }

    /// A year behind day and month: four figures that are not an hour, or two after an apostrophe are not read.
    fn year_after(&mut self) -> Option<i32> {
        let ahead = usize::from(self.peek(0) == Some(Mark::Filler));
        let (value, 4) = self.number(ahead)? else {
            return None;
        };
        // 1500 is three o'clock; 2030 with `hrs` is half past eight; 2030:… is nothing.
        let is_hour = value < 1900 && value / 100 < 24 && value % 100 < 60;
        let after = self.peek(ahead + 1);
        if is_hour
            || matches!(
                after,
                Some(Mark::H | Mark::Hours | Mark::Colon | Mark::Am | Mark::Pm)
            )
        {
            return None;
        }
        self.next += ahead + 1;
        i32::try_from(value).ok()
    }

    fn skip(&mut self, mark: Mark) {
        if self.peek(0) == Some(mark) {
            self.next += 1;
        }
    }

    fn skip_ordinal(&mut self) {
        self.skip(Mark::Ordinal);
    }

    /// The day of these parts; without a year the one nearest to what the field holds, else the next to come.
    fn day_of(&mut self, first: usize, parts: Parts) -> Result<NaiveDate, TypedTimeError> {
        if let Some(year) = parts.year {
            if !crate::shift::YEARS.contains(&year) {
                let today = long_day(self.context.today);
                return Err(self.wrong(TypedTimeProblem::OutOfYears, self.place(first), today));
            }
            return self.real_day(first, year, parts.month, parts.day);
        }
        let near = match (self.to_end, self.day, self.context.start) {
            // An end is read after its start.
            (true, Some((start, _)), _) => Near::From(start),
            (_, _, Some(start)) => Near::Closest(start.date()),
            (_, _, None) => Near::From(self.context.today),
        };
        let (Near::From(about) | Near::Closest(about)) = near;
        // Leap days come within eight years.
        let years = about.year().saturating_sub(8)..=about.year().saturating_add(8);
        let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, parts.month, parts.day));
        let found = match near {
            Near::From(day) => days.filter(|&one| one >= day).min(),
            Near::Closest(day) => days.min_by_key(|&one| (one - day).num_days().abs()),
        };
        match found {
            Some(day) => {
                self.notes.push(ReadingNote::YearAssumed { year: day.year() });
                Ok(day)
            }
            None => self.real_day(first, about.year(), parts.month, parts.day),
        }
    }

    fn day_of_a_month(&mut self, first: usize, day: u32) -> Result<NaiveDate, TypedTimeError> {
        if let (true, Some((start, _))) = (self.to_end, self.day) {
            return self.real_day(first, start.year(), start.month(), day);
        }
        let about = self
            .context
            .start
            .map_or(self.context.today, |start| start.date());
        let here = NaiveDate::from_ymd_opt(about.year(), about.month(), day);
        match here {
            Some(here) if here >= about || self.context.start.is_some() => Ok(here),
            Some(_) | None => {
                let next = about
                    .with_day(1)
                    .and_then(|first| first.checked_add_days(Days::new(31)));
                let next = next.unwrap_or(about);
                self.real_day(first, next.year(), next.month(), day)
            }
        }
    }

    /// A day that exists, or an error that names the last day of its month.
    fn real_day(&self, first: usize, year: i32, month: u32, day: u32) -> Result<NaiveDate, TypedTimeError> {
        NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
            let last = (28..=31)
                .rev()
                .find_map(|last| NaiveDate::from_ymd_opt(year, month, last));
            let instead = long_day(last.unwrap_or(self.context.today));
            self.wrong(TypedTimeProblem::NoSuchDate, self.place(first), instead)
        })
    }
}

/// Which of many years is meant.
#[derive(Clone, Copy)]
enum Near {
    From(NaiveDate),
    Closest(NaiveDate),
}
