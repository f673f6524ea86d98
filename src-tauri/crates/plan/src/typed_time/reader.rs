//! The marks of a text read from left to right into one start and one end.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::lexer::{Mark, Token, marks};
use super::times::Clock;
use super::{LONGEST, ReadingNote, Typed, TypedContext, TypedTimeError, TypedTimeProblem};
use crate::shift::YEARS;

/// An end that seems to come before its start is the next day's, but not if it would last longer than this.
const LONGEST_NIGHT_H: i64 = 16;

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) context: &'a TypedContext,
    tokens: Vec<Token>,
    pub(super) next: usize,
    pub(super) notes: Vec<ReadingNote>,
    /// The day typed, and where.
    pub(super) day: Option<(NaiveDate, Place)>,
    pub(super) last_day: Option<NaiveDate>,
    weekday: Option<(Weekday, Place)>,
    start: Option<Clock>,
    end: Option<Clock>,
    length: Option<TimeDelta>,
    all_day: bool,
    /// After `to` or a dash: what comes is the end.
    pub(super) to_end: bool,
}

/// A piece of the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) end: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, context: &'a TypedContext) -> Result<Self, TypedTimeError> {
        let whole = |problem| TypedTimeError {
            problem,
            at: 0,
            text: String::new(),
            instead: long_day(context.today) + " 15:00",
        };
        if text.len() > LONGEST {
            return Err(whole(TypedTimeProblem::TooLong));
        }
        let tokens = marks(text);
        if tokens.iter().all(|token| token.mark == Mark::Filler) {
            return Err(whole(TypedTimeProblem::Empty));
        }
        Ok(Self {
            text,
            context,
            tokens,
            next: 0,
            notes: Vec::new(),
            day: None,
            last_day: None,
            weekday: None,
            start: None,
            end: None,
            length: None,
            all_day: false,
            to_end: false,
        })
    }

    /// The mark `ahead` places further on.
    pub(super) fn peek(&self, ahead: usize) -> Option<Mark> {
        self.tokens.get(self.next + ahead).map(|token| token.mark)
    }

    /// The number `ahead` places further on, with how many figures it has.
    pub(super) fn number(&self, ahead: usize) -> Option<(u32, u8)> {
        match self.peek(ahead)? {
            Mark::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// From the mark at `first` to the one before the next to be read.
    pub(super) fn place(&self, first: usize) -> Place {
        let at = self.tokens.get(first).map_or(self.text.len(), |token| token.at);
        let last = self.next.max(first + 1) - 1;
        let end = self.tokens.get(last).map_or(self.text.len(), |token| token.end);
        Place { at, end: end.max(at) }
    }

    pub(super) fn wrong(&self, problem: TypedTimeProblem, place: Place, instead: String) -> TypedTimeError {
        let text = self.text.get(place.at..place.end).unwrap_or_default().to_owned();
        TypedTimeError {
            problem,
            at: place.at,
            text,
            instead,
        }
    }

    pub(super) fn read(mut self) -> Result<Typed, TypedTimeError> {
        while let Some(mark) = self.peek(0) {
            let first = self.next;
            match mark {
                Mark::Filler => self.next += 1,
                // The T of 2027-05-14T15:00.
                Mark::T if self.day.is_some() && self.start.is_none() && self.number(1).is_some() => {
                    self.next += 1;
                }
                Mark::AllDay => {
                    self.all_day = true;
                    self.next += 1;
                }
                Mark::Dash | Mark::To if self.day.is_some() || self.start.is_some() => {
                    if self.to_end {
                        return Err(self.not_understood(first));
                    }
                    self.to_end = true;
                    self.next += 1;
                }
                Mark::Weekday(day) if !self.to_end => {
                    self.next += 1;
                    if self.weekday.replace((day, self.place(first))).is_some() {
                        return Err(self.twice(first));
                    }
                }
                Mark::For | Mark::Plus => {
                    self.next += 1;
                    self.read_length(first)?;
                }
                Mark::Number { .. }
                    if self.start.is_some()
                        && !self.to_end
                        && matches!(self.peek(1), Some(Mark::H | Mark::Hours | Mark::Minutes)) =>
                {
                    self.read_length(first)?;
                }
                _ => {
                    if !self.read_day(first)? {
                        self.read_clock(first)?;
                    }
                }
            }
        }
        self.settle()
    }

    /// `2 hours`, `90 min`.
    fn read_length(&mut self, first: usize) -> Result<(), TypedTimeError> {
        let minutes = match (self.number(0), self.peek(1)) {
            (Some((hours, _)), Some(Mark::H | Mark::Hours)) => i64::from(hours) * 60,
            (Some((minutes, _)), Some(Mark::Minutes)) => i64::from(minutes),
            _ => return Err(self.not_understood(first)),
        };
        self.next += 2;
        if self.length.is_some() || self.end.is_some() {
            return Err(self.twice(first));
        }
        self.length = Some(TimeDelta::minutes(minutes));
        Ok(())
    }

    fn read_clock(&mut self, first: usize) -> Result<(), TypedTimeError> {
        let Some(clock) = self.clock()? else {
            self.next = (first + 1).max(self.next);
            return Err(self.not_understood(first));
        };
        let slot = if self.to_end {
            &mut self.end
        } else {
            &mut self.start
        };
        if slot.replace(clock).is_some() {
            return Err(self.twice(first));
        }
        Ok(())
    }

    fn settle(mut self) -> Result<Typed, TypedTimeError> {
        if self.to_end && self.end.is_none() && self.last_day.is_none() {
            let last = self.tokens.len() - 1;
            return Err(self.not_understood(last));
        }
        let day = self.settle_day()?;
        if self.all_day || (self.start.is_none() && (self.last_day.is_some() || self.context.start.is_none()))
        {
            return self.whole_days(day);
        }
        let (start, end) = match (self.start, self.end) {
            (Some(start), Some(end)) => {
                let (start, end) = Clock::pair(start, end);
                (start.time(&self, false)?, Some(end.time(&self, true)?))
            }
            (Some(start), None) => (start.time(&self, false)?, None),
            (None, end) => {
                self.notes.push(ReadingNote::TimeKept);
                let kept = self.context.start.map_or(NaiveTime::MIN, |start| start.time());
                let end = end.map(|end| end.time(&self, true)).transpose()?;
                ((0, kept), end)
            }
        };
        let start = at(day, start).ok_or_else(|| self.out_of_years())?;
        let end = match (end, self.last_day, self.length) {
            (Some(end), last_day, _) => Some(self.end_at(start, last_day, end)?),
            (None, Some(last), _) => Some(last.and_time(start.time())),
            (None, None, Some(length)) => start.checked_add_signed(length),
            (None, None, None) => self.usual_end(start),
        };
        if let Some(end) = end {
            if end < start {
                return Err(self.end_first(start));
            }
            self.within_years(end.date())?;
        }
        self.within_years(start.date())?;
        Ok(Typed {
            start,
            end,
            all_day: false,
            notes: self.notes,
        })
    }

    /// The day typed, agreeing with a typed day of the week; else the next such day; else the field's own.
    fn settle_day(&mut self) -> Result<NaiveDate, TypedTimeError> {
        match (self.day, self.weekday) {
            (Some((day, place)), Some((typed, of_week))) if day.weekday() != typed => {
                let problem = TypedTimeProblem::WrongWeekday {
                    typed,
                    right: day.weekday(),
                };
                let both = Place {
                    at: place.at.min(of_week.at),
                    end: place.end.max(of_week.end),
                };
                Err(self.wrong(problem, both, long_day(day)))
            }
            (Some((day, _)), _) => Ok(day),
            (None, Some((weekday, _))) => {
                let ahead = weekday.days_since(self.context.today.weekday());
                let day = self.context.today.checked_add_days(Days::new(ahead.into()));
                day.ok_or_else(|| self.out_of_years())
            }
            (None, None) => {
                let day = self
                    .context
                    .start
                    .map_or(self.context.today, |start| start.date());
                self.notes.push(ReadingNote::DayKept { day });
                Ok(day)
            }
        }
    }

    fn whole_days(self, day: NaiveDate) -> Result<Typed, TypedTimeError> {
        if let Some(clock) = self.start.or(self.end) {
            return Err(self.wrong(TypedTimeProblem::Twice, clock.place, long_day(day)));
        }
        let last = self.last_day.unwrap_or(day);
        let start = day.and_time(NaiveTime::MIN);
        if last < day {
            return Err(self.end_first(start));
        }
        self.within_years(day)?;
        self.within_years(last)?;
        let end = last.succ_opt().map(|after| after.and_time(NaiveTime::MIN));
        Ok(Typed {
            start,
            end,
            all_day: true,
            notes: self.notes,
        })
    }

    fn end_at(
        &mut self,
        start: NaiveDateTime,
        last_day: Option<NaiveDate>,
        clock: (u64, NaiveTime),
    ) -> Result<NaiveDateTime, TypedTimeError> {
        let end = at(last_day.unwrap_or(start.date()), clock).ok_or_else(|| self.out_of_years())?;
        if last_day.is_some() || end > start {
            return Ok(end);
        }
        let next_day = end
            .checked_add_days(Days::new(1))
            .ok_or_else(|| self.out_of_years())?;
        if next_day - start > TimeDelta::hours(LONGEST_NIGHT_H) {
            return Err(self.end_first(start));
        }
        self.notes.push(ReadingNote::EndsNextDay);
        Ok(next_day)
    }

    fn usual_end(&mut self, start: NaiveDateTime) -> Option<NaiveDateTime> {
        let minutes = self.context.duration_min?;
        let end = TimeDelta::try_minutes(minutes).and_then(|length| start.checked_add_signed(length))?;
        if end < start {
            return None;
        }
        self.notes.push(ReadingNote::UsualLength { minutes });
        Some(end)
    }

    pub(super) fn within_years(&self, day: NaiveDate) -> Result<NaiveDate, TypedTimeError> {
        // Midnight after the last day of all is an end, not a day.
        let last = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31);
        if YEARS.contains(&day.year()) || last.and_then(|last| last.succ_opt()) == Some(day) {
            Ok(day)
        } else {
            Err(self.out_of_years())
        }
    }

    pub(super) fn out_of_years(&self) -> TypedTimeError {
        let place = self.day.map_or(
            Place {
                at: 0,
                end: self.text.len(),
            },
            |(_, place)| place,
        );
        self.wrong(TypedTimeProblem::OutOfYears, place, long_day(self.context.today))
    }

    fn end_first(&self, start: NaiveDateTime) -> TypedTimeError {
        let place = self.end.map_or(
            Place {
                at: 0,
                end: self.text.len(),
            },
            |clock| clock.place,
        );
        let later = start.checked_add_signed(TimeDelta::hours(2)).unwrap_or(start);
        let instead = format!(
            "{} {}–{}",
            long_day(start.date()),
            start.format("%H:%M"),
            later.format("%H:%M")
        );
        self.wrong(TypedTimeProblem::EndBeforeStart, place, instead)
    }

    fn not_understood(&self, first: usize) -> TypedTimeError {
        let example = long_day(self.context.today) + " 15:00";
        self.wrong(TypedTimeProblem::NotUnderstood, self.place(first), example)
    }

    pub(super) fn twice(&self, first: usize) -> TypedTimeError {
        let example = long_day(self.context.today) + " 15:00–17:00";
        self.wrong(TypedTimeProblem::Twice, self.place(first), example)
    }
}

/// A day with a time of day some days later; none after the end of the calendar.
fn at(day: NaiveDate, (days, time): (u64, NaiveTime)) -> Option<NaiveDateTime> {
    day.checked_add_days(Days::new(days))
        .map(|day| day.and_time(time))
}

/// `Fri 14 May 2027`.
pub(super) fn long_day(day: NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}
