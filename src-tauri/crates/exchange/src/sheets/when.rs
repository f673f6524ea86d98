//! What a cell says of a day or a time of day.
//!
//! Dates of figures are read here, since which figure is the month may be a question for the planner; all else
//! is read as in the program's own date field ([`typed_time`]), but nothing that depends on today: a sheet is
//! read on another day than it was written.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use outreach_plan::typed_time::{self, ReadingNote, TypedContext, TypedTimeProblem};

use super::grid::serial;
use super::{Cell, DateOrder};

/// What a cell says; what it does not say is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub(super) day: Option<NaiveDate>,
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
    pub(super) was_ambiguous: bool,
}

/// Why a cell says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Which order is meant?
    Ambiguous,
    /// A problem of this code; the weekday that is right, for a wrong one.
    Problem(&'static str, Option<String>),
}

/// Years that a date of two figures is taken for before any other.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 2015..=2050;
/// Bare numbers that are taken for days: 1954 to 2119 as Excel counts.
const LIKELY_DAYS: std::ops::Range<f64> = 20_000.0..80_000.0;

/// Names of months in other languages of the office's markets, with the English ones. Longer ones first where
/// one begins with another.
const MONTHS: [(&str, &str); 53] = [
    ("janvier", "Jan"),
    ("février", "Feb"),
    ("fevrier", "Feb"),
    ("mars", "Mar"),
    ("avril", "Apr"),
    ("mai", "May"),
    ("juin", "Jun"),
    ("juillet", "Jul"),
    ("août", "Aug"),
    ("aout", "Aug"),
    ("septembre", "Sep"),
    ("octobre", "Oct"),
    ("novembre", "Nov"),
    ("décembre", "Dec"),
    ("decembre", "Dec"),
    ("januar", "Jan"),
    ("jänner", "Jan"),
    ("februar", "Feb"),
    ("märz", "Mar"),
    ("maerz", "Mar"),
    ("juni", "Jun"),
    ("juli", "Jul"),
    ("oktober", "Oct"),
    ("okt", "Oct"),
    ("dezember", "Dec"),
    ("dez", "Dec"),
    ("enero", "Jan"),
    ("febrero", "Feb"),
    ("marzo", "Mar"),
    ("abril", "Apr"),
    ("mayo", "May"),
    ("junio", "Jun"),
    ("julio", "Jul"),
    ("agosto", "Aug"),
    ("septiembre", "Sep"),
    ("setiembre", "Sep"),
    ("octubre", "Oct"),
    ("noviembre", "Nov"),
    ("diciembre", "Dec"),
    ("gennaio", "Jan"),
    ("febbraio", "Feb"),
    ("aprile", "Apr"),
    ("maggio", "May"),
    ("giugno", "Jun"),
    ("luglio", "Jul"),
    ("settembre", "Sep"),
    ("ottobre", "Oct"),
    ("dicembre", "Dec"),
    ("januari", "Jan"),
    ("februari", "Feb"),
    ("maart", "Mar"),
    ("mei", "May"),
    ("augustus", "Aug"),
];

/// A date of three figures, with every reading in which it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// Where it stands in the text, in bytes.
    at: std::ops::Range<usize>,
    pub(super) readings: Vec<(DateOrder, NaiveDate)>,
    /// The year stands first and in full: there is no question.
    year_first: bool,
}

impl Figures {
    /// Whether the order makes a difference.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.readings.windows(2).any(|pair| pair[0].1 != pair[1].1)
    }

    /// Whether it says anything of the order of its column.
    pub(super) fn has_order(&self) -> bool {
        !self.year_first && !self.readings.is_empty()
    }

    fn day(&self, order: Option<DateOrder>) -> Result<NaiveDate, Unread> {
        let Some((_, first)) = self.readings.first() else {
            return Err(Unread::Problem("date_impossible", None));
        };
        if !self.is_ambiguous() {
            // An order that was chosen for the column holds for each of its dates.
            let chosen = order.filter(|_| !self.year_first);
            let fits = |order| self.readings.iter().any(|(known, _)| *known == order);
            return match chosen {
                Some(order) if !fits(order) => Err(Unread::Problem("date_impossible", None)),
                Some(_) | None => Ok(*first),
            };
        }
        let order = order.ok_or(Unread::Ambiguous)?;
        self.readings
            .iter()
            .find(|(known, _)| *known == order)
            .map(|(_, day)| *day)
            .ok_or(Unread::Problem("date_impossible", None))
    }
}

/// The dates of three figures in a text.
pub(super) fn figures(text: &str) -> Vec<Figures> {
    let bytes = text.as_bytes();
    let number = |from: usize| {
        let length = bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
        let value = text[from..from + length].parse::<u32>().ok();
        value
            .filter(|_| (1..=4).contains(&length))
            .map(|value| (value, length))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let date = number(at).and_then(|first| {
            let (sign, next) = sign(bytes, at + first.1)?;
            let second = number(next)?;
            let (again, last) = self::sign(bytes, next + second.1)?;
            let third = number(last)?;
            let end = last + third.1;
            let alone = bytes
                .get(end)
                .is_none_or(|b| *b != sign || sign == b'-' || sign == b'.');
            (sign == again && alone).then(|| (readings(first, second, third), first.1 == 4, at..end))
        });
        match date {
            Some((Some(readings), year_first, range)) => {
                at = range.end;
                found.push(Figures {
                    at: range,
                    readings,
                    year_first,
                });
            }
            Some((None, ..)) | None => at += run,
        }
    }
    found
}

/// The sign between two figures, and where the next figure begins.
fn sign(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let blanks = |from: usize| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take_while(|b| **b == b' ')
            .count()
    };
    let sign_at = at + blanks(at);
    let sign = *bytes.get(sign_at).filter(|b| matches!(b, b'/' | b'-' | b'.'))?;
    // "14 - 16" is a range and "14-5-2027" a date: a dash has no blanks around it.
    if sign == b'-' && (sign_at != at || blanks(sign_at + 1) > 0) {
        return None;
    }
    let next = sign_at + 1 + blanks(sign_at + 1);
    bytes
        .get(next)
        .filter(|b| b.is_ascii_digit())
        .map(|_| (sign, next))
}

type Figure = (u32, usize);

/// Every reading in which the date exists; none if three such figures are no date at all.
fn readings(a: Figure, b: Figure, c: Figure) -> Option<Vec<(DateOrder, NaiveDate)>> {
    let year = |(value, figures): Figure| {
        let value = i32::try_from(value).ok()?;
        match figures {
            4 => Some(value),
            2 => Some(2000 + value),
            _ => None,
        }
    };
    let date =
        |y: Figure, (m, _): Figure, (d, _): Figure| year(y).and_then(|y| NaiveDate::from_ymd_opt(y, m, d));
    let tried = match (a.1, b.1, c.1) {
        (4, 1..=2, 1..=2) => vec![(DateOrder::YearFirst, date(a, b, c))],
        (1..=2, 1..=2, 4) => vec![
            (DateOrder::DayFirst, date(c, b, a)),
            (DateOrder::MonthFirst, date(c, a, b)),
        ],
        (1..=2, 1..=2, 1..=2) => vec![
            (DateOrder::DayFirst, date(c, b, a)),
            (DateOrder::MonthFirst, date(c, a, b)),
            (DateOrder::YearFirst, date(a, b, c)),
        ],
        _ => return None,
    };
    let mut readings: Vec<(DateOrder, NaiveDate)> = tried
        .into_iter()
        .filter_map(|(order, day)| Some((order, day?)))
        .collect();
    use chrono::Datelike;
    if readings.iter().any(|(_, day)| LIKELY_YEARS.contains(&day.year())) {
        readings.retain(|(_, day)| LIKELY_YEARS.contains(&day.year()));
    }
    Some(readings)
}

/// What a cell says. `order` is the one of its column, if that is known.
pub(super) fn read(
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
            Ok(value) if text.len() >= 5 || text.contains('.') => {
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

/// The text with months of other languages in English and Korean signs as Chinese ones.
fn in_english(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_alphabetic() && c < '\u{2E80}' {
            let length = rest
                .find(|c: char| !c.is_alphabetic() || c >= '\u{2E80}')
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            let lower = word.to_lowercase();
            match MONTHS.iter().find(|(name, _)| *name == lower) {
                Some((_, english)) => plain.push_str(english),
                // "14 de mayo de 2027", "1er mars".
                None if matches!(
                    lower.as_str(),
                    "de" | "del" | "er" | "den" | "le" | "am" | "um" | "uhr"
                ) && !follows_hour(&lower, &plain) =>
                {
                    plain.push(' ');
                }
                None => plain.push_str(word),
            }
            rest = after;
            // "14. Mai": the point after the day says nothing once the month is a word.
            continue;
        }
        match c {
            '년' => plain.push('年'),
            '월' => plain.push('月'),
            '일' => plain.push('日'),
            c => plain.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    without_ordinal_points(&plain)
}

/// Whether `am` stands after a figure and so means the morning.
fn follows_hour(word: &str, before: &str) -> bool {
    word == "am"
        && before
            .trim_end()
            .ends_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// `14. May` as `14 May`.
fn without_ordinal_points(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after_figure = plain.ends_with(|c: char| c.is_ascii_digit());
        let before_word = text[at + c.len_utf8()..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_alphabetic());
        let meridiem = text[at + c.len_utf8()..].starts_with(['m', 'a', 'p']);
        if c == '.' && after_figure && before_word && !meridiem {
            plain.push(' ');
        } else {
            plain.push(c);
        }
    }
    plain
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
