//! Days by their distance from today or from an anchor.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::lexer::Mark;
use super::reader::{Reader, long_day};
use super::{ReadingNote, TypedTimeError, TypedTimeProblem};

impl Reader<'_> {
    /// `tomorrow`, `next Tue`, `T-7`, `7 days before`, `in 3 weeks`.
    pub(super) fn relative_day(&mut self, first: usize) -> Result<Option<NaiveDate>, TypedTimeError> {
        let today = self.context.today;
        let (base, days, used) = match (self.peek(0), self.peek(1)) {
            (Some(Mark::Today(days)), _) => (today, days, 1),
            (Some(Mark::Next), Some(Mark::Weekday(weekday))) => (today, in_week(today, weekday) + 7, 2),
            (Some(Mark::This), Some(Mark::Weekday(weekday))) => (today, in_week(today, weekday), 2),
            (Some(Mark::Next), Some(Mark::Weeks)) => (today, 7, 2),
            (Some(Mark::T), Some(sign @ (Mark::Dash | Mark::Plus))) => {
                let Some((count, _)) = self.number(2) else {
                    return Ok(None);
                };
                let (unit, used) = self.unit(3);
                let count = i64::from(count) * unit.unwrap_or(1);
                let anchor = self.anchor(first, 3 + used)?;
                (anchor, if sign == Mark::Dash { -count } else { count }, 3 + used)
            }
            (Some(Mark::In), Some(Mark::Number { value, .. })) => match self.unit(2) {
                (Some(unit), used) => (today, i64::from(value) * unit, 2 + used),
                (None, _) => return Ok(None),
            },
            (Some(Mark::Number { value, .. }), Some(Mark::Days | Mark::Weeks)) => {
                let (unit, used) = self.unit(1);
                let count = i64::from(value) * unit.unwrap_or(1);
                match self.peek(1 + used) {
                    Some(Mark::Before) => (self.anchor(first, 2 + used)?, -count, 1 + used),
                    Some(Mark::After) => (self.anchor(first, 2 + used)?, count, 1 + used),
                    _ => return Ok(None),
                }
            }
            _ => return Ok(None),
        };
        self.next += used;
        if matches!(self.peek(0), Some(Mark::Before | Mark::After)) {
            // `before the seminar`: what it is called says nothing more.
            self.next += 1;
            while matches!(
                self.peek(0),
                Some(Mark::Word | Mark::Filler | Mark::This | Mark::Next)
            ) {
                self.next += 1;
            }
        }
        if Some(base) == self.context.anchor && base != today {
            self.notes.push(ReadingNote::FromAnchor { anchor: base, days });
        }
        let day = TimeDelta::try_days(days).and_then(|by| base.checked_add_signed(by));
        day.map(Some)
            .ok_or_else(|| self.wrong(TypedTimeProblem::OutOfYears, self.place(first), long_day(today)))
    }

    /// Days in the unit that stands `ahead`, and how many marks it takes.
    fn unit(&self, ahead: usize) -> (Option<i64>, usize) {
        match self.peek(ahead) {
            Some(Mark::Days) => (Some(1), 1),
            Some(Mark::Weeks) => (Some(7), 1),
            _ => (None, 0),
        }
    }

    fn anchor(&mut self, first: usize, used: usize) -> Result<NaiveDate, TypedTimeError> {
        self.context.anchor.ok_or_else(|| {
            self.next += used;
            self.wrong(
                TypedTimeProblem::NoAnchor,
                self.place(first),
                long_day(self.context.today),
            )
        })
    }
}

/// Days from `today` to a weekday of the same week, Monday first.
fn in_week(today: NaiveDate, weekday: Weekday) -> i64 {
    i64::from(weekday.num_days_from_monday()) - i64::from(today.weekday().num_days_from_monday())
}
