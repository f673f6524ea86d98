//! When an event is: day and time from whichever cells hold them, checked against the zone's clocks.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use outreach_plan::shift::YEARS;
use outreach_zones::{Fold, Resolution, Zone};

use super::super::when::{self, Unread, When};
use super::super::{Cell, SheetField, names};
use super::fields::short;
use super::{Reading, Row};

/// How long an event is taken to last where the row does not say, in minutes.
const USUAL_MIN: i64 = 120;
/// An end that comes before its start is the next day's, unless the event would last longer than this, in hours.
const LONGEST_NIGHT_H: i64 = 16;

/// When an event is.
pub(super) struct Span {
    pub(super) start: (NaiveDateTime, Option<Fold>),
    pub(super) end: (NaiveDateTime, Option<Fold>),
    pub(super) all_day: bool,
}

/// One end of an event as its cells say it.
#[derive(Default)]
struct End {
    day: Option<NaiveDate>,
    time: Option<NaiveTime>,
    offset_s: Option<i32>,
    /// A cell holds a real date, which a file may give without its time where that is midnight.
    real_date: bool,
    /// A cell could not be read, and that is told.
    refused: bool,
}

impl Reading<'_> {
    /// Tells what is wrong with days and times of a row that has no zone.
    pub(super) fn look_at_times(&self, row: &mut Row<'_>) {
        for field in [
            SheetField::Start,
            SheetField::StartDate,
            SheetField::StartTime,
            SheetField::End,
            SheetField::EndDate,
            SheetField::EndTime,
        ] {
            self.when(row, field);
        }
    }

    pub(super) fn span(&self, row: &mut Row<'_>, zone: &Zone) -> Option<Span> {
        let (start, merged) = self.end_of(
            row,
            [SheetField::StartDate, SheetField::Start, SheetField::StartTime],
        );
        let (mut end, _) = self.end_of(row, [SheetField::EndDate, SheetField::End, SheetField::EndTime]);
        let said_all_day = self.all_day(row);
        if start.refused || end.refused {
            return None;
        }
        let first = [SheetField::StartDate, SheetField::Start]
            .into_iter()
            .find(|field| row.has(*field))
            .unwrap_or(SheetField::Start);
        let Some(day) = start.day else {
            row.refuse(first, "missing", []);
            return None;
        };
        // A range in the cell of the start is the end, unless the end has cells of its own.
        end.day = end.day.or(merged.last_day);
        let mut until_days = 0;
        if end.time.is_none() && end.day.is_none_or(|end| end == day) {
            end.time = merged.until;
            until_days = merged.until_days;
        }
        let last = self.last_field(row);
        let no_times = start.time.is_none() && end.time.is_none();
        if said_all_day == Some(true) || (said_all_day.is_none() && (merged.all_day || no_times)) {
            if let Some(time) = start.time.filter(|time| *time != NaiveTime::MIN) {
                let field = if row.has(SheetField::StartTime) {
                    SheetField::StartTime
                } else {
                    first
                };
                row.warn(
                    field,
                    "time_ignored",
                    [("text", time.format("%H:%M").to_string())],
                );
            }
            return Self::whole_days(row, day, &end, last);
        }
        let Some(time) = start.time.or_else(|| start.real_date.then_some(NaiveTime::MIN)) else {
            let field = if row.has(SheetField::StartTime) {
                SheetField::StartTime
            } else {
                first
            };
            row.refuse(field, "missing", []);
            return None;
        };
        let begins = in_zone(day.and_time(time), start.offset_s, zone);
        let ends = self.ends(row, begins, &end, until_days, zone, last)?;
        for (field, at) in [(first, begins), (last, ends)] {
            if !YEARS.contains(&at.year()) {
                row.refuse(field, "out_of_years", [("text", shown(at))]);
                return None;
            }
        }
        let start_fold = self.check(row, first, begins, zone)?;
        let end_fold = self.check(row, last, ends, zone)?;
        if zone.pick(ends, end_fold).utc < zone.pick(begins, start_fold).utc {
            row.refuse(
                last,
                "end_before_start",
                [("start", shown(begins)), ("end", shown(ends))],
            );
            return None;
        }
        Some(Span {
            start: (begins, start_fold),
            end: (ends, end_fold),
            all_day: false,
        })
    }

    fn last_field(&self, row: &Row<'_>) -> SheetField {
        [
            SheetField::End,
            SheetField::EndTime,
            SheetField::EndDate,
            SheetField::Minutes,
        ]
        .into_iter()
        .find(|field| !row.cell(*field).is_empty())
        .unwrap_or(SheetField::End)
    }

    fn whole_days(row: &mut Row<'_>, day: NaiveDate, end: &End, last: SheetField) -> Option<Span> {
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
        // A day is meant as the last one; midnight with its time written is the end itself.
        let until = match (end.day, end.time) {
            (Some(end), Some(NaiveTime::MIN)) if end > day => Some(end),
            (Some(end), _) => end.succ_opt(),
            (None, _) => day.succ_opt(),
        };
        let until = until.filter(|until| YEARS.contains(&day.year()) && until.year() <= YEARS.end() + 1);
        let Some(until) = until else {
            row.refuse(SheetField::Start, "out_of_years", [("text", day.to_string())]);
            return None;
        };
        if until <= day {
            let params = [
                ("start", day.to_string()),
                ("end", end.day.unwrap_or(day).to_string()),
            ];
            row.refuse(last, "end_before_start", params);
            return None;
        }
        Some(Span {
            start: (midnight(day), None),
            end: (midnight(until), None),
            all_day: true,
        })
    }

    /// The end, excluded.
    fn ends(
        &self,
        row: &mut Row<'_>,
        begins: NaiveDateTime,
        end: &End,
        until_days: i64,
        zone: &Zone,
        last: SheetField,
    ) -> Option<NaiveDateTime> {
        let later =
            |minutes: i64| TimeDelta::try_minutes(minutes).and_then(|by| begins.checked_add_signed(by));
        match (end.day, end.time) {
            (Some(day), Some(time)) => Some(in_zone(day.and_time(time), end.offset_s, zone)),
            (None, Some(time)) => {
                let same_day = begins.date().and_time(time);
                let days = u64::try_from(until_days).unwrap_or_default();
                let at = same_day.checked_add_days(Days::new(days))?;
                if at > begins {
                    return Some(at);
                }
                let next = at.checked_add_days(Days::new(1))?;
                if next - begins > TimeDelta::hours(LONGEST_NIGHT_H) && time != NaiveTime::MIN {
                    row.refuse(
                        last,
                        "end_before_start",
                        [("start", shown(begins)), ("end", shown(at))],
                    );
                    return None;
                }
                row.warn(last, "ends_next_day", [("end", shown(next))]);
                Some(next)
            }
            (day, None) => {
                let cell = row.cell(SheetField::Minutes);
                if !cell.is_empty() {
                    let Some(minutes) = when::minutes(cell) else {
                        let text = short(&cell.shown());
                        row.refuse(SheetField::Minutes, "length_not_understood", [("text", text)]);
                        return None;
                    };
                    return later(minutes);
                }
                match day {
                    // A time of day is needed to end on another day.
                    Some(day) if day > begins.date() => {
                        row.refuse(SheetField::EndTime, "missing", []);
                        None
                    }
                    Some(day) if day < begins.date() => {
                        row.refuse(
                            last,
                            "end_before_start",
                            [("start", shown(begins)), ("end", day.to_string())],
                        );
                        None
                    }
                    Some(_) | None => {
                        row.warn(last, "end_assumed", [("minutes", USUAL_MIN.to_string())]);
                        later(USUAL_MIN)
                    }
                }
            }
        }
    }

    /// Whether a time exists; which of two is taken where it happens twice.
    fn check(
        &self,
        row: &mut Row<'_>,
        field: SheetField,
        at: NaiveDateTime,
        zone: &Zone,
    ) -> Option<Option<Fold>> {
        match zone.resolve(at) {
            Resolution::Unique(_) => Some(None),
            Resolution::Gap(gap) => {
                let params = [
                    ("zone", zone.name().to_owned()),
                    ("before", shown(gap.before)),
                    ("after", shown(gap.after)),
                ];
                row.refuse(field, "time_in_gap", params);
                None
            }
            Resolution::Fold { earlier, later } => {
                let params = [
                    ("zone", zone.name().to_owned()),
                    ("earlier", earlier.offset_text()),
                    ("later", later.offset_text()),
                ];
                row.warn(field, "time_in_fold", params);
                Some(Some(Fold::Earlier))
            }
        }
    }

    fn all_day(&self, row: &mut Row<'_>) -> Option<bool> {
        let field = SheetField::AllDay;
        let said = match row.cell(field) {
            Cell::Bool(said) => Some(*said),
            Cell::Empty => None,
            Cell::Text(_)
            | Cell::Number(..)
            | Cell::DateTime(_)
            | Cell::Date(_)
            | Cell::Time(_)
            | Cell::Error(_) => {
                let text = row.text(field)?;
                let said = names::truth(&text);
                if said.is_none() {
                    row.refuse(field, "unknown_value", [("text", short(&text))]);
                }
                said
            }
        };
        if said.is_some() {
            row.says.insert(field);
        }
        said
    }

    /// What the cells of one end say, day first; and what else the cell of a time says.
    fn end_of(&self, row: &mut Row<'_>, fields: [SheetField; 3]) -> (End, When) {
        let mut end = End::default();
        let mut merged = When::default();
        for field in fields {
            let cell = row.cell(field);
            end.real_date |= matches!(cell, Cell::Date(_));
            let Some(when) = self.when(row, field) else {
                end.refused = true;
                continue;
            };
            end.day = end.day.or(when.day);
            // A time cell counts before the time of a date cell, which may only be the file's midnight.
            if field == fields[2] || end.time.is_none() {
                end.time = when.time.or(end.time);
            }
            end.offset_s = end.offset_s.or(when.offset_s);
            merged.last_day = merged.last_day.or(when.last_day);
            if when.until.is_some() {
                (merged.until, merged.until_days) = (when.until, when.until_days);
            }
            merged.all_day |= when.all_day;
        }
        (end, merged)
    }

    /// What one cell says; none where it cannot be read, which is then told.
    fn when(&self, row: &mut Row<'_>, field: SheetField) -> Option<When> {
        let cell = row.cell(field);
        let order = row
            .column(field)
            .and_then(|column| self.orders.get(&column))
            .copied();
        let is_time = matches!(field, SheetField::StartTime | SheetField::EndTime);
        let text = || ("text", short(&cell.shown()));
        match when::read(cell, order, self.epoch_1904, is_time) {
            Ok(when) => {
                let read = when.day.map(|day| ("read", day.to_string()));
                if let (true, Some(read)) = (when.was_serial, read.clone()) {
                    row.warn(field, "serial_date", [text(), read]);
                }
                let asked = row
                    .column(field)
                    .is_some_and(|column| self.answered.contains(&column));
                if let (true, Some(read)) = (when.was_ambiguous && !asked, read) {
                    row.warn(field, "order_from_column", [text(), read]);
                }
                Some(when)
            }
            Err(Unread::Ambiguous) => {
                row.refuse(field, "date_ambiguous", [text()]);
                None
            }
            Err(Unread::Problem(code, None)) => {
                row.refuse(field, code, [text()]);
                None
            }
            Err(Unread::Problem(code, Some(right))) => {
                row.refuse(field, code, [text(), ("right", right)]);
                None
            }
        }
    }
}

/// A time with an offset of its own as the zone's clocks show it.
fn in_zone(at: NaiveDateTime, offset_s: Option<i32>, zone: &Zone) -> NaiveDateTime {
    let utc = offset_s.and_then(|offset| at.checked_sub_signed(TimeDelta::seconds(offset.into())));
    utc.map_or(at, |utc| zone.at(utc.and_utc()).0)
}

fn shown(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}
