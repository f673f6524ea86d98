//! What a cell says of a day or a time of day.
//!
//! Dates of figures are read here, since which figure is the month may be a question for the planner; all else
//! is read as in the program's own date field ([`typed_time`]), but nothing that depends on today: a sheet is
//! read on another day than it was written.

mod figures;
mod foreign;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use outreach_plan::typed_time::{self, ReadingNote, TypedContext, TypedTimeProblem};

use super::grid::serial;
use super::{Cell, DateOrder};
pub(super) use figures::{Figures, figures};
use foreign::in_english;

/// What a cell says; what it does not say is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) day: Option<NaiveDate>,
    pub(super) time: Option<NaiveTime>,
    /// The last day of a range of days.
    pub(super) last_day: Option<NaiveDate>,
    /// The end of a range of times.
    pub(super) until: Option<NaiveTime>,
    /// How many days after the start the end of a range of times is.
    pub(super) until_days: i64,
    pub(super) all_day: bool,
    /// Seconds east of UTC, where the cell says it.
    pub(super) offset_s: Option<i32>,
    /// The day was a bare number.
    pub(super) was_serial: bool,
    /// The day could be another in another order.
    pub(crate) was_ambiguous: bool,
}

/// Why a cell says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Which order is meant?
    Ambiguous,
    /// A problem of this code; the weekday that is right, for a wrong one.
    Problem(&'static str, Option<String>),
}

/// Bare numbers that are taken for days: 1954 to 2119 as Excel counts.
const LIKELY_DAYS: std::ops::Range<f64> = 20_000.0..80_000.0;

/// What a cell says. `order` is the one of its column, if that is known.
pub(crate) fn read(
    cell: &Cell,
    order: Option<DateOrder>,
    epoch_1904: bool,
    is_time: bool,
) -> Result<When, Unread> {
    match cell {
        Cell::Empty => Ok(When::default()),
        Cell::Date(day) => Ok(of_day(*day)),
        Cell::DateTime(at) => Ok(of_both(*at)),
        Cell::Time(time) => Ok(of_time(*time)),
        Cell::Number(value, shown) => match of_number(*value, epoch_1904, is_time) {
            Some(when) => Ok(when),
            None if is_time => of_text(shown, order, is_time),
            None => Err(not_understood(is_time)),
        },
        Cell::Text(text) => match text.parse::<f64>() {
            // `900` as a time of day has lost its nought.
            Ok(value) if text.len() >= 5 || text.contains('.') || (is_time && text.len() == 3) => {
                of_number(value, epoch_1904, is_time).map_or_else(|| of_text(text, order, is_time), Ok)
            }
            Ok(_) | Err(_) => of_text(text, order, is_time),
        },
        Cell::Bool(_) => Err(not_understood(is_time)),
        Cell::Error(_) => Err(Unread::Problem("cell_error", None)),
    }
}

fn of_day(day: NaiveDate) -> When {
    When {
        day: Some(day),
        ..When::default()
    }
}

fn of_time(time: NaiveTime) -> When {
    When {
        time: Some(time),
        ..When::default()
    }
}

fn of_both(at: NaiveDateTime) -> When {
    When {
        day: Some(at.date()),
        time: Some(at.time()),
        ..When::default()
    }
}

/// A bare number: `20270514`, a day as Excel counts, or the part of a day.
fn of_number(value: f64, epoch_1904: bool, is_time: bool) -> Option<When> {
    if (0.0..1.0).contains(&value) && (is_time || value > 0.0) {
        return serial(value, epoch_1904).map(|at| of_time(at.time()));
    }
    if is_time && value.fract() == 0.0 && (100.0..2_400.0).contains(&value) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within 100 to 2400"
        )]
        let figures = value as u32;
        return NaiveTime::from_hms_opt(figures / 100, figures % 100, 0).map(of_time);
    }
    if value.fract() == 0.0 && (19_000_101.0..=21_001_231.0).contains(&value) {
        let day = NaiveDate::parse_from_str(&format!("{value:.0}"), "%Y%m%d").ok();
        return day.map(of_day);
    }
    if LIKELY_DAYS.contains(&value) {
        let at = serial(value, epoch_1904)?;
        let read = if value.fract() == 0.0 {
            of_day(at.date())
        } else {
            of_both(at)
        };
        return Some(When {
            was_serial: true,
            ..read
        });
    }
    None
}

fn of_text(text: &str, order: Option<DateOrder>, is_time: bool) -> Result<When, Unread> {
    if let Some(instant) = with_offset(text) {
        return Ok(instant);
    }
    let mut plain = text.to_owned();
    let found = figures(text);
    let was_ambiguous = found.iter().any(Figures::is_ambiguous);
    for date in found.iter().rev() {
        let day = date.day(order)?;
        plain.replace_range(date.at.clone(), &day.format("%Y-%m-%d").to_string());
    }
    let plain = in_english(&plain);
    // Two days, to see what hangs on today.
    let todays = [(2001, 3, 15), (2011, 10, 4)];
    let [first, second] = todays.map(|(y, m, d)| {
        let today = NaiveDate::from_ymd_opt(y, m, d).expect("both are days");
        typed_time::read(
            &plain,
            &TypedContext {
                today,
                anchor: None,
                start: None,
                duration_min: None,
                order: typed_time::DateOrder::DayFirst,
            },
        )
    });
    let first = first.map_err(|error| of_problem(&error.problem, is_time))?;
    let note = |test: &dyn Fn(&ReadingNote) -> bool| first.notes.iter().any(test);
    if note(&|note| matches!(note, ReadingNote::YearAssumed { .. })) {
        return Err(Unread::Problem("year_missing", None));
    }
    // `3/4` is a question of its own, but has no year either.
    if note(&|note| matches!(note, ReadingNote::OrderAssumed { .. })) {
        return Err(Unread::Problem("year_missing", None));
    }
    let has_day = !note(&|note| matches!(note, ReadingNote::DayKept { .. }));
    if has_day && second.map_or(true, |second| second.start != first.start) {
        return Err(Unread::Problem("date_not_absolute", None));
    }
    let mut when = When {
        day: has_day.then(|| first.start.date()),
        all_day: first.all_day && !has_day,
        was_ambiguous,
        ..When::default()
    };
    if first.all_day {
        let last = first.end.and_then(|end| end.date().pred_opt());
        when.last_day = last.filter(|last| has_day && *last != first.start.date());
    } else {
        when.time = Some(first.start.time());
        if let Some(end) = first.end {
            when.until = Some(end.time());
            when.until_days = (end.date() - first.start.date()).num_days();
        }
    }
    Ok(when)
}

/// `2027-05-14T15:00:00Z`, `2027-05-14 15:00+08:00`.
fn with_offset(text: &str) -> Option<When> {
    let text = text.trim();
    let at = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M%:z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M %:z"))
        .ok()?;
    Some(When {
        offset_s: Some(at.offset().local_minus_utc()),
        ..of_both(at.naive_local())
    })
}

fn of_problem(problem: &TypedTimeProblem, is_time: bool) -> Unread {
    let code = match problem {
        TypedTimeProblem::NoSuchDate => "date_impossible",
        TypedTimeProblem::NoSuchTime => "time_impossible",
        TypedTimeProblem::HourUnclear => "time_unclear",
        TypedTimeProblem::OutOfYears => "out_of_years",
        TypedTimeProblem::EndBeforeStart => "end_before_start",
        TypedTimeProblem::NoAnchor => "date_not_absolute",
        TypedTimeProblem::WrongWeekday { right, .. } => {
            return Unread::Problem("wrong_weekday", Some(right.to_string()));
        }
        TypedTimeProblem::Empty
        | TypedTimeProblem::TooLong
        | TypedTimeProblem::NotUnderstood
        | TypedTimeProblem::Twice => return not_understood(is_time),
    };
    Unread::Problem(code, None)
}

fn not_understood(is_time: bool) -> Unread {
    let code = if is_time {
        "time_not_understood"
    } else {
        "date_not_understood"
    };
    Unread::Problem(code, None)
}

/// How long, in minutes: `90`, `2 h`, `1:30`, `2 hours 15 min`, `2小時`.
pub(super) fn minutes(cell: &Cell) -> Option<i64> {
    let text = match cell {
        Cell::Time(time) => return Some((*time - NaiveTime::MIN).num_minutes()),
        Cell::Number(value, _) if *value > 0.0 && *value < 1.0 => {
            return serial(*value, false).map(|at| (at.time() - NaiveTime::MIN).num_minutes());
        }
        Cell::Number(_, text) | Cell::Text(text) => text.trim().to_lowercase(),
        Cell::Empty | Cell::DateTime(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => return None,
    };
    if let Some((hours, minutes)) = text.split_once(':') {
        let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
        return (minutes < 60 && hours < 1_000).then_some(i64::from(hours * 60 + minutes));
    }
    let mut total = 0.0;
    let mut rest = text.as_str();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let length = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        let value: f64 = rest[..length].parse().ok()?;
        rest = rest[length..].trim_start();
        let unit = rest
            .find(|c: char| c.is_ascii_digit() || c == ' ')
            .unwrap_or(rest.len());
        total += match &rest[..unit] {
            "h" | "hr" | "hrs" | "hour" | "hours" | "小時" | "小时" | "個小時" | "个小时" => {
                value * 60.0
            }
            "" | "m" | "min" | "mins" | "minute" | "minutes" | "分鐘" | "分钟" | "分" => value,
            "d" | "day" | "days" | "天" | "日" => value * 1_440.0,
            _ => return None,
        };
        rest = &rest[unit..];
    }
    let total = TimeDelta::try_milliseconds((total.min(1e9) * 60_000.0) as i64)?;
    Some(total.num_minutes()).filter(|minutes| *minutes > 0)
}

#[cfg(test)]
mod tests;
