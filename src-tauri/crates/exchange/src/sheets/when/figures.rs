//! Dates of three figures, and the orders in which they can be read.

use chrono::{Datelike, NaiveDate};

use super::super::DateOrder;
use super::Unread;

/// Years that a date of two figures is taken for before any other.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 2015..=2050;

/// A date of three figures, with every reading in which it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Figures {
    /// Where it stands in the text, in bytes.
    pub(super) at: std::ops::Range<usize>,
    pub(in super::super) readings: Vec<(DateOrder, NaiveDate)>,
    /// The year stands first and in full: there is no question.
    year_first: bool,
}

impl Figures {
    /// Whether the order makes a difference.
    pub(in super::super) fn is_ambiguous(&self) -> bool {
        self.readings.windows(2).any(|pair| pair[0].1 != pair[1].1)
    }

    /// Whether it says anything of the order of its column.
    pub(in super::super) fn has_order(&self) -> bool {
        !self.year_first && !self.readings.is_empty()
    }

    pub(super) fn day(&self, order: Option<DateOrder>) -> Result<NaiveDate, Unread> {
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
pub(in super::super) fn figures(text: &str) -> Vec<Figures> {
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
    if readings.iter().any(|(_, day)| LIKELY_YEARS.contains(&day.year())) {
        readings.retain(|(_, day)| LIKELY_YEARS.contains(&day.year()));
    }
    Some(readings)
}
