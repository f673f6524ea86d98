//! The month: a calendar sheet that grows where a day holds more than its square, then the list of events.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use outreach_plan::reference::{self, CountryCode};
use outreach_plan::{Event, Status};
use serde_json::{Value, json};

use crate::press::Press;
use crate::words::{self, Word, word};
use crate::year::{self, lanes, lanes::Voyage};
use crate::{PaperSize, PrintError, days, entry, times};

/// A title in a square of the calendar is cut after so many ems; the list has it whole.
const TITLE_EMS: f64 = 44.0;
/// Names of days off have two short lines in their square.
const HOLIDAY_EMS: f64 = 28.0;
/// So much of a place fits beside its mark.
const PLACE_EMS: f64 = 26.0;
/// Bars of missions above one another, at most; the list has all.
const BARS_AT_MOST: usize = 12;

/// What the templates make the month of.
pub(crate) fn value(press: &Press<'_>, events: &[&Event], any_day: NaiveDate) -> Result<Value, PrintError> {
    let language = press.language();
    let first = any_day.with_day(1).unwrap_or(any_day);
    let next = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
    let last = next.pred_opt().unwrap_or(first);
    let events = entry::touching(press, events, first, last)?;
    let voyages = lanes::missions(press, &events, first, last);
    let countries: BTreeSet<CountryCode> = events
        .iter()
        .filter_map(|event| Some(reference::city(event.city?)?.country))
        .chain([CountryCode::HONG_KONG])
        .collect();
    let quiet = days::quiet_in(press.plan, &countries, first, last, language);
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mut weeks = Vec::new();
    let mut start = monday;
    while start <= last {
        weeks.push(week(press, &events, &voyages, &quiet, start, (first, last))?);
        start = start + Days::new(7);
    }
    let heading = times::month(first, language);
    Ok(json!({
        "title": heading,
        "sum": words::counts(voyages.len(), events.len(), language),
        "weekdays": times::weekdays(language),
        "weeks": weeks,
        "height": if press.paper.size == PaperSize::A3 { 250.0 } else { 162.5 },
        "large": press.paper.size == PaperSize::A3,
        "hong_kong": words::pick(language, ["HK", "香港", "香港"]),
        "same": words::pick(language, ["HK time", "香港時間", "香港时间"]),
        "all_day": word(Word::AllDay, language),
        "list_title": word(Word::EventsOf, language),
        "months": entry::by_month(press, &events, first)?,
        "list": year::list_words(press),
    }))
}

fn week(
    press: &Press<'_>,
    events: &[&Event],
    voyages: &[Voyage<'_>],
    quiet: &[days::Quiet],
    monday: NaiveDate,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Value, PrintError> {
    let mut squares = Vec::new();
    for date in monday.iter_days().take(7) {
        let inside = first <= date && date <= last;
        let mut held = Vec::new();
        for event in events.iter().filter(|_| inside) {
            if event.start.date() <= date && date <= times::last_day(event) {
                held.push(square_entry(press, event, date)?);
            }
        }
        let off: Vec<String> = quiet
            .iter()
            .filter(|one| inside && !one.fast && one.from <= date && date <= one.until)
            .map(|one| {
                let codes: Vec<&str> = one.countries.iter().map(CountryCode::as_str).collect();
                format!("{} {}", codes.join(" "), press.line(&one.name))
            })
            .collect();
        let off = press.cut(&off.join(words::comma(press.language())), false, HOLIDAY_EMS);
        squares.push(json!({
            "number": date.day(),
            "inside": inside,
            "weekend": matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
            "off": off,
            "entries": held,
        }));
    }
    Ok(json!({ "squares": squares, "bars": bars(press, voyages, monday, (first, last)) }))
}

/// One event in the square of one of its days.
fn square_entry(press: &Press<'_>, event: &Event, date: NaiveDate) -> Result<Value, PrintError> {
    let language = press.language();
    let span = press.span(event)?;
    let when = times::when(event, &span, language);
    let goes_on = event.start.date() < date;
    Ok(json!({
        "clock": if goes_on { "…".to_owned() } else { when.clock },
        "offset": if goes_on { String::new() } else { when.offset },
        "hong_kong": if goes_on { String::new() } else { format!("{} {}", when.hk_day, when.hk_clock).trim().to_owned() },
        "same": when.same,
        "all_day": event.all_day,
        "title": press.cut(&press.say(&event.title), false, TITLE_EMS),
        "place": press.cut(&press.say(&event.place), false, PLACE_EMS),
        "kind": event.kind.key(),
        "status": event.status.key(),
        "off": !event.status.claims_its_time(),
        "region": event.region.key(),
    }))
}

/// The bars of missions in a week, a row each as long as they overlap: `[[{column, span, …}]]`.
fn bars(
    press: &Press<'_>,
    voyages: &[Voyage<'_>],
    monday: NaiveDate,
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Vec<Value>> {
    let (from, until) = (monday.max(first), (monday + Days::new(6)).min(last));
    let mut rows: Vec<(NaiveDate, Vec<Value>)> = Vec::new();
    for voyage in voyages
        .iter()
        .filter(|voyage| voyage.from <= until && from <= voyage.until)
    {
        let (begin, end) = (voyage.from.max(from), voyage.until.min(until));
        let column = year::number(begin) - year::number(monday);
        let span = year::number(end) - year::number(begin) + 1;
        let status = voyage.mission.status;
        let title = press.say(&voyage.mission.title);
        let bar = json!({
            "column": column,
            "span": span,
            "title": press.cut(&title, true, f64::from(span) * 14.5 - 1.5),
            "region": voyage.mission.region.key(),
            "sure": matches!(status, Status::Confirmed | Status::Held | Status::Reported),
            "off": !status.claims_its_time(),
            "begins": voyage.from >= from,
            "ends": voyage.until <= until,
        });
        if let Some((taken, row)) = rows.iter_mut().find(|(taken, _)| *taken < begin) {
            *taken = end;
            row.push(bar);
        } else if rows.len() < BARS_AT_MOST {
            rows.push((end, vec![bar]));
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
