//! iCalendar out (RFC 5545, RFC 5546 METHOD:PUBLISH, RFC 7986 NAME).
//!
//! Lines are put together and folded by `calcard`; the VTIMEZONE components come from our own rules, so that a
//! recipient whose rules are older still gets the right hour. No ATTENDEE is ever published. Wall times stay
//! wall times with their TZID; a time that RFC 5545 could only misread (the later of two) goes out in UTC.

use std::collections::BTreeMap;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod, ICalendarParameter,
    ICalendarParameterName, ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValue,
    ICalendarValueType, Uri,
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use outreach_plan::{Event, Status};
use outreach_zones::{Fold, Moment, Resolution};

use crate::row::{Row, last_day};
use crate::words::{self, Word};
use crate::{ExportError, Outgoing, line_text};

/// Who publishes: METHOD:PUBLISH asks for an ORGANIZER (RFC 5546 section 3.2.1), and the office's public page
/// is an address that no mail program can write to by mistake.
const ORGANIZER: &str = "https://www.hkengage.gov.hk";
const PRODUCT: &str = "-//Hong Kong Talent Engage//Outreach//EN";

/// Writes a calendar of all events of `out`.
///
/// UID is the event's for life and SEQUENCE its own, so that a second file replaces what the first one put
/// into a calendar. Postponed events go out as cancelled: nothing takes place at their time.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event.
pub fn write_ics(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    let rows = Row::all(out)?;
    let mut text = String::with_capacity(1024 + rows.len() * 900);
    text.push_str("BEGIN:VCALENDAR\r\n");
    for entry in calendar_entries(out) {
        line(&mut text, &entry)?;
    }
    for (zone, years) in zones_used(&rows) {
        let zone = out.plan.rules().zone(zone).map_err(|_| unknown(zone))?;
        text.push_str(&zone.vtimezone(*years.start(), *years.end()));
    }
    for row in &rows {
        text.push_str("BEGIN:VEVENT\r\n");
        for entry in event_entries(row, out)?.entries {
            line(&mut text, &entry)?;
        }
        text.push_str("END:VEVENT\r\n");
    }
    text.push_str("END:VCALENDAR\r\n");
    Ok(text.into_bytes())
}

fn line(text: &mut String, entry: &ICalendarEntry) -> Result<(), ExportError> {
    entry
        .write_to(text)
        .map_err(|error| ExportError::Writer(error.to_string()))
}

fn unknown(zone: &str) -> ExportError {
    ExportError::UnknownZone {
        zone: zone.to_owned(),
    }
}

fn calendar_entries(out: &Outgoing<'_>) -> Vec<ICalendarEntry> {
    let mut calendar = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    calendar.add_property(ICalendarProperty::Version, "2.0");
    calendar.add_property(ICalendarProperty::Prodid, PRODUCT);
    calendar.add_property(ICalendarProperty::Calscale, "GREGORIAN");
    calendar.add_property(ICalendarProperty::Method, ICalendarMethod::Publish);
    let title = line_text(out.title);
    calendar.add_property(ICalendarProperty::Name, &*title);
    calendar.add_property(ICalendarProperty::Other("X-WR-CALNAME".to_owned()), &*title);
    calendar.entries
}

/// The zones that DTSTART and DTEND name, each with the years its VTIMEZONE must hold for: one more on either
/// side, for a reader that looks for the observance in force before the first event.
fn zones_used<'a>(rows: &[Row<'a>]) -> BTreeMap<&'a str, std::ops::RangeInclusive<i32>> {
    let mut zones = BTreeMap::<&str, std::ops::RangeInclusive<i32>>::new();
    for row in rows.iter().filter(|row| !row.event.all_day) {
        let (first, last) = (row.start.year() - 1, row.end.year() + 1);
        zones
            .entry(row.event.zone.as_str())
            .and_modify(|years| *years = first.min(*years.start())..=last.max(*years.end()))
            .or_insert(first..=last);
    }
    zones
}

fn event_entries(row: &Row<'_>, out: &Outgoing<'_>) -> Result<ICalendarComponent, ExportError> {
    let event = row.event;
    let language = out.language;
    let mut vevent = ICalendarComponent::new(ICalendarComponentType::VEvent);
    vevent.add_uid(&event.uid);
    vevent.add_dtstamp(utc(out.written));
    vevent.add_property(ICalendarProperty::Created, utc(event.created));
    vevent.add_property(ICalendarProperty::LastModified, utc(event.modified));
    vevent.add_sequence(event.sequence.into());
    add_times(&mut vevent, row, out)?;
    vevent.add_property(ICalendarProperty::Summary, &*line_text(row.title));
    let location = row.location(language);
    if !location.is_empty() {
        vevent.add_property(ICalendarProperty::Location, &*line_text(&location));
    }
    if let Some((latitude, longitude)) = position(event, out) {
        vevent.entries.push(ICalendarEntry {
            name: ICalendarProperty::Geo,
            params: Vec::new(),
            values: vec![ICalendarValue::Float(latitude), ICalendarValue::Float(longitude)],
        });
    }
    vevent.add_property(
        ICalendarProperty::Description,
        &*line_text(&description(row, out)),
    );
    vevent.add_property(ICalendarProperty::Status, ics_status(event.status));
    vevent.add_property(
        ICalendarProperty::Transp,
        if event.status.claims_its_time() {
            ICalendarTransparency::Opaque
        } else {
            ICalendarTransparency::Transparent
        },
    );
    vevent.entries.push(ICalendarEntry {
        name: ICalendarProperty::Categories,
        params: Vec::new(),
        values: [
            words::region(row.region, language),
            words::kind(event.kind, language),
        ]
        .into_iter()
        .chain(
            event
                .sectors
                .iter()
                .map(|sector| words::sector(*sector, language)),
        )
        .map(ICalendarValue::from)
        .collect(),
    });
    vevent.add_property_with_params(
        ICalendarProperty::Organizer,
        [ICalendarParameter::cn(
            words::word(Word::Office, language).to_owned(),
        )],
        Uri::Location(ORGANIZER.to_owned()),
    );
    if let Some(url) = web_address(&event.url) {
        vevent.add_property(ICalendarProperty::Url, Uri::Location(url));
    }
    Ok(vevent)
}

fn add_times(vevent: &mut ICalendarComponent, row: &Row<'_>, out: &Outgoing<'_>) -> Result<(), ExportError> {
    let event = row.event;
    if event.all_day {
        let first = event.start.date();
        let after = last_day(first, event.end).succ_opt().unwrap_or(first);
        vevent.entries.push(whole_day(ICalendarProperty::Dtstart, first));
        vevent.entries.push(whole_day(ICalendarProperty::Dtend, after));
        return Ok(());
    }
    let zone = out
        .plan
        .rules()
        .zone(&event.zone)
        .map_err(|_| unknown(&event.zone))?;
    let start = zone.resolve(event.start);
    vevent.entries.push(timed(
        ICalendarProperty::Dtstart,
        event,
        event.start,
        start,
        event.start_fold,
    ));
    // DTEND must lie after DTSTART (RFC 5545 section 3.6.1); an event without length has none.
    if row.utc_end > row.utc_start {
        let end = zone.resolve(event.end);
        vevent.entries.push(timed(
            ICalendarProperty::Dtend,
            event,
            event.end,
            end,
            event.end_fold,
        ));
    }
    Ok(())
}

fn timed(
    name: ICalendarProperty,
    event: &Event,
    wall: NaiveDateTime,
    resolution: Resolution,
    fold: Option<Fold>,
) -> ICalendarEntry {
    let Moment { utc: instant, .. } = resolution.pick(fold);
    let readable = match resolution {
        Resolution::Unique(_) => true,
        Resolution::Fold { .. } => fold != Some(Fold::Later),
        Resolution::Gap(_) => false,
    };
    let (params, value) = if readable {
        let tzid = ICalendarParameter::new(ICalendarParameterName::Tzid, event.zone.clone());
        (vec![tzid], date_time(wall))
    } else {
        (Vec::new(), utc(instant))
    };
    ICalendarEntry {
        name,
        params,
        values: vec![ICalendarValue::PartialDateTime(Box::new(value))],
    }
}

fn whole_day(name: ICalendarProperty, day: NaiveDate) -> ICalendarEntry {
    ICalendarEntry {
        name,
        params: vec![ICalendarParameter::value(ICalendarValueType::Date)],
        values: vec![ICalendarValue::PartialDateTime(Box::new(date(day)))],
    }
}

fn date(day: NaiveDate) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(day.year()).ok(),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        ..PartialDateTime::default()
    }
}

fn date_time(wall: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        hour: u8::try_from(wall.hour()).ok(),
        minute: u8::try_from(wall.minute()).ok(),
        second: u8::try_from(wall.second()).ok(),
        ..date(wall.date())
    }
}

fn utc(instant: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime {
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..date_time(instant.naive_utc())
    }
}

fn ics_status(status: Status) -> ICalendarStatus {
    match status {
        Status::Idea | Status::Tentative => ICalendarStatus::Tentative,
        Status::Confirmed | Status::Held | Status::Reported => ICalendarStatus::Confirmed,
        Status::Postponed | Status::Cancelled => ICalendarStatus::Cancelled,
    }
}

fn position(event: &Event, out: &Outgoing<'_>) -> Option<(f64, f64)> {
    let venue = out.plan.venues().get(&event.venue?)?;
    Some((venue.latitude?, venue.longitude?))
}

/// Local and Hong Kong time in words: a recipient whose program resolves the TZID by old rules can still see
/// what was meant.
fn description(row: &Row<'_>, out: &Outgoing<'_>) -> String {
    let language = out.language;
    let colon = if language == outreach_plan::Language::English {
        ": "
    } else {
        "："
    };
    let mut lines = vec![
        format!(
            "{}{colon}{}",
            words::word(Word::LocalTime, language),
            row.local_words(language)
        ),
        format!(
            "{}{colon}{}",
            words::word(Word::Status, language),
            words::status(row.status, language)
        ),
    ];
    if !row.event.all_day {
        let hong_kong = row.hong_kong_words(language);
        lines.insert(
            1,
            format!("{}{colon}{hong_kong}", words::word(Word::HongKongTime, language)),
        );
    }
    for (heading, value) in [(Word::Mission, row.mission), (Word::Hosts, row.hosts.as_str())] {
        if !value.is_empty() {
            lines.push(format!("{}{colon}{value}", words::word(heading, language)));
        }
    }
    lines.join("\n")
}

/// A web address fit for URL: absolute, http or https, and with those characters as escapes that iCalendar
/// readers take for separators.
fn web_address(url: &str) -> Option<String> {
    let url = url.trim();
    let absolute = url.starts_with("https://") || url.starts_with("http://");
    let plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}".contains(c));
    (absolute && plain).then(|| url.replace(',', "%2C").replace(';', "%3B"))
}
