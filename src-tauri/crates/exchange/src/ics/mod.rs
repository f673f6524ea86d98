//! iCalendar out: RFC 5545, RFC 5546 (PUBLISH, REQUEST, CANCEL), RFC 6868, RFC 7986.
//!
//! Lines are written by our own [`line::Lines`]: no library here knows RFC 6868, and a `"` in a name breaks
//! other readers. The VTIMEZONE components come from our own rules, for programs that read them; most know a
//! TZID by its name and use their own, perhaps older rules, so that every description also tells local time,
//! offset and Hong Kong time in words, and a file can be pinned to UTC. A wall time that readers understand
//! differently (clocks show it twice, or never) goes out in UTC always. No ATTENDEE is ever published.

mod archive;
mod cancelled;
mod event;
mod file;
mod journey;
mod layout;
mod line;
mod says;
mod times;

use outreach_plan::{Audience, Event, Status};

pub use archive::zipped;
pub(crate) use file::marking;
pub use file::{
    CalendarFile, CancelledEvent, Journey, Method, NamedBytes, Party, PinUtc, rules_changed_lately,
};
pub use layout::write_calendars;
/// How events are laid out over files.
pub use outreach_plan::CalendarLayout as Layout;

use crate::{ExportError, Left, Outgoing, Row, line_text};
pub(crate) use line::Lines;
use times::ZonesUsed;

const PRODUCT: &str = "-//Hong Kong Talent Engage//Outreach//EN";

/// Writes all events of `out` for the public, as one published calendar.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event.
pub fn write_ics(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    write_calendar(&CalendarFile::publish(*out, Audience::Public))
}

/// Writes one calendar.
///
/// UID is the event's for life and SEQUENCE its own, so that a second file replaces what the first one put into
/// a calendar. Postponed events go out as cancelled: nothing takes place at their time.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event; [`ExportError::OneUid`] if a
/// request or a cancellation is to hold more or less than one event; [`ExportError::CalledOff`] if a request is
/// for an event that does not take place; [`ExportError::NoAttendee`] if a request asks nobody;
/// [`ExportError::BadAddress`] if an address cannot be written.
pub fn write_calendar(file: &CalendarFile<'_>) -> Result<Vec<u8>, ExportError> {
    let whole = Part {
        name: file.out.title.to_owned(),
        key: String::new(),
        events: file.out.events.to_vec(),
        cancelled: file.cancelled.iter().collect(),
        journeys: file.journeys.iter().collect(),
    };
    write_part(file, &whole)
}

/// What a calendar for `audience` never tells. Whoever chooses its events keeps ideas out of it
/// ([`Audience::is_told_of`]).
pub fn left_out(audience: Audience) -> &'static [Left] {
    match audience {
        Audience::Public => &[
            Left::Notes,
            Left::Delegates,
            Left::RunSheet,
            Left::Capacity,
            Left::Tags,
            Left::Ideas,
        ],
        Audience::Partner => &[
            Left::Notes,
            Left::Delegates,
            Left::RunSheet,
            Left::Capacity,
            Left::Tags,
        ],
        Audience::Internal => &[],
    }
}

/// What of a [`CalendarFile`] goes into one of its files.
struct Part<'a> {
    /// What the file's calendar is called.
    name: String,
    /// What tells it from the other files of the same calendar; empty for the only one.
    key: String,
    events: Vec<&'a Event>,
    cancelled: Vec<&'a CancelledEvent>,
    journeys: Vec<&'a Journey>,
}

impl Part<'_> {
    /// Whether it holds what does not take place (any more).
    fn is_called_off(&self) -> bool {
        let off = |event: &&Event| matches!(event.status, Status::Cancelled | Status::Postponed);
        !self.cancelled.is_empty() || self.events.iter().any(off)
    }
}

fn write_part(file: &CalendarFile<'_>, part: &Part<'_>) -> Result<Vec<u8>, ExportError> {
    let out = Outgoing {
        events: &part.events,
        ..file.out
    };
    let file = &CalendarFile { out, ..*file };
    let journeys: &[&Journey] = match (file.audience, file.method) {
        (Audience::Partner | Audience::Internal, Method::Publish) => &part.journeys,
        (Audience::Public, _) | (_, Method::Request | Method::Cancel) => &[],
    };
    let entries = part.events.len() + part.cancelled.len();
    if file.method != Method::Publish && entries != 1 {
        return Err(ExportError::OneUid { found: entries });
    }
    if file.method == Method::Request && part.is_called_off() {
        return Err(ExportError::CalledOff);
    }
    let mut zones = ZonesUsed::new(out.plan.rules());
    let mut entries = Lines::with_capacity(entries * 1100);
    for row in Row::all(&out)? {
        event::write(&mut entries, &row, file, &mut zones)?;
    }
    for event in &part.cancelled {
        cancelled::write(&mut entries, event, file, &mut zones)?;
    }
    for journey in journeys {
        journey::write(&mut entries, journey, file, &mut zones)?;
    }
    let entries = entries.into_text();
    let mut lines = Lines::with_capacity(entries.len() + 8192);
    lines.begin("VCALENDAR");
    head(&mut lines, file, part);
    zones.write(&mut lines);
    lines.add_lines(&entries);
    lines.end("VCALENDAR");
    Ok(lines.into_text().into_bytes())
}

/// The calendar's own properties. Google, Apple and Outlook know the `X-` ones, RFC 7986 the others.
fn head(lines: &mut Lines, file: &CalendarFile<'_>, part: &Part<'_>) {
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", PRODUCT);
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", file.method.name());
    // An invitation is put into a calendar the recipient has; what is called by name is a calendar of its own.
    if file.method != Method::Publish {
        return;
    }
    let marking = marking(file.audience, file.out.language);
    let mut name = line_text(&part.name).replace('\n', " ");
    if marking.is_some() {
        name = format!("[RESTRICTED] {name}");
    }
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    let description = match marking {
        Some(marking) => format!("{marking}\n{}", says::about(file.out.language)),
        None => says::about(file.out.language).to_owned(),
    };
    lines.text("DESCRIPTION", &description);
    lines.text("X-WR-CALDESC", &description);
    lines.plain("X-WR-TIMEZONE", times::calendar_zone(file));
    lines.utc("LAST-MODIFIED", file.out.written);
    if let Some(id) = file.id {
        let id = line_text(id);
        lines.text(
            "UID",
            &if part.key.is_empty() {
                id.into_owned()
            } else {
                format!("{id}-{}", part.key)
            },
        );
    }
    if let Some(hours) = file.refresh_hours.filter(|hours| *hours > 0) {
        let duration = format!("PT{hours}H");
        lines.plain("REFRESH-INTERVAL;VALUE=DURATION", &duration);
        lines.plain("X-PUBLISHED-TTL", &duration);
    }
}
