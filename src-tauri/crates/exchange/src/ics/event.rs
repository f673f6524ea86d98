//! An event of the plan as a VEVENT.

use outreach_plan::{Audience, Event, Status};

use super::line::Lines;
use super::times::{When, ZonesUsed, whole_days};
use super::{CalendarFile, Method, Party, says};
use crate::row::Row;
use crate::words::{self, Word};
use crate::{ExportError, line_text};

/// Who publishes: METHOD:PUBLISH asks for an ORGANIZER (RFC 5546 section 3.2.1), and the office's public page
/// is an address that no mail program can write to by mistake.
const ORGANIZER: &str = "https://www.hkengage.gov.hk";

pub(super) fn write(
    lines: &mut Lines,
    row: &Row<'_>,
    file: &CalendarFile<'_>,
    zones: &mut ZonesUsed<'_>,
) -> Result<(), ExportError> {
    let event = row.event;
    let language = file.out.language;
    lines.begin("VEVENT");
    lines.uid(&event.uid);
    lines.utc("DTSTAMP", file.out.written);
    lines.utc("CREATED", event.created);
    lines.utc("LAST-MODIFIED", event.modified);
    lines.number("SEQUENCE", event.sequence);
    if event.all_day {
        whole_days(lines, event.start.date(), event.end);
    } else {
        let when = |wall, utc| When {
            wall,
            zone: &event.zone,
            utc,
        };
        let (start, end) = (when(row.start, row.utc_start), when(row.end, row.utc_end));
        zones.span(lines, start, end, file.pin_utc.pins(event.id))?;
    }
    lines.text("SUMMARY", &summary(row.title));
    let location = says::location(row, file);
    if !location.is_empty() {
        lines.text("LOCATION", &location);
    }
    if let Some((latitude, longitude)) = position(event, file) {
        // Six decimals are a tenth of a metre.
        lines.plain("GEO", &format!("{latitude:.6};{longitude:.6}"));
    }
    lines.text("DESCRIPTION", &line_text(&says::description(row, file)));
    lines.plain("STATUS", status(event.status, file.method));
    let busy = event.status.claims_its_time() && file.method != Method::Cancel;
    lines.plain("TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" });
    let sectors = event
        .sectors
        .iter()
        .map(|sector| sector.name().in_language(language));
    let kinds = [
        row.region.name().in_language(language),
        event.kind.name().in_language(language),
    ];
    lines.texts("CATEGORIES", kinds.into_iter().chain(sectors));
    class(lines, file.audience);
    parties(lines, file)?;
    lines.text(
        "CONTACT",
        &format!("{}\n{ORGANIZER}", words::word(Word::Office, language)),
    );
    if let Some(url) = web_address(&event.url) {
        lines.plain("URL", &url);
    }
    if let Some(minutes) = file.alarm_minutes.filter(|_| busy) {
        alarm(lines, minutes, row.title);
    }
    lines.end("VEVENT");
    Ok(())
}

/// A name on one line: SUMMARY is what a calendar shows in a box.
pub(super) fn summary(title: &str) -> String {
    line_text(title).replace(['\n', '\t'], " ")
}

/// How far others may pass it on (RFC 5545 section 3.8.1.3).
pub(super) fn class(lines: &mut Lines, audience: Audience) {
    lines.plain(
        "CLASS",
        match audience {
            Audience::Public => "PUBLIC",
            Audience::Partner => "PRIVATE",
            Audience::Internal => "CONFIDENTIAL",
        },
    );
}

/// ORGANIZER, and ATTENDEE where somebody is asked or told by name.
pub(super) fn parties(lines: &mut Lines, file: &CalendarFile<'_>) -> Result<(), ExportError> {
    let office = Party {
        name: words::word(Word::Office, file.out.language),
        address: ORGANIZER,
    };
    let organiser = match (file.method, file.organiser) {
        (Method::Publish, _) | (_, None) => office,
        (Method::Request | Method::Cancel, Some(one)) if one.name.trim().is_empty() => Party {
            name: office.name,
            ..one
        },
        (Method::Request | Method::Cancel, Some(one)) => one,
    };
    party(lines, "ORGANIZER", organiser, &[])?;
    let asked: &[(&str, &str)] = match file.method {
        Method::Publish => return Ok(()),
        Method::Request if file.attendees.is_empty() => return Err(ExportError::NoAttendee),
        Method::Request => &[
            ("ROLE", "REQ-PARTICIPANT"),
            ("PARTSTAT", "NEEDS-ACTION"),
            ("RSVP", "TRUE"),
        ],
        Method::Cancel => &[("ROLE", "REQ-PARTICIPANT")],
    };
    file.attendees
        .iter()
        .try_for_each(|attendee| party(lines, "ATTENDEE", *attendee, asked))
}

fn party(
    lines: &mut Lines,
    property: &str,
    party: Party<'_>,
    parameters: &[(&str, &str)],
) -> Result<(), ExportError> {
    let address = calendar_address(party.address).ok_or(ExportError::BadAddress)?;
    lines.name(property);
    for (name, value) in parameters {
        lines.parameter(name, value);
    }
    let name = line_text(party.name);
    if !name.trim().is_empty() {
        lines.parameter("CN", name.trim());
    }
    lines.value(&address);
    Ok(())
}

/// An address as a URI; none if it holds what would end the line or the value.
fn calendar_address(address: &str) -> Option<String> {
    let address = address.trim();
    let bad = |c: char| c.is_control() || c.is_whitespace() || "\"<>\\^`{|},;".contains(c);
    if address.is_empty() || address.contains(bad) {
        return None;
    }
    let has_scheme = address.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty()
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    if has_scheme {
        return Some(address.to_owned());
    }
    let (user, host) = address.rsplit_once('@')?;
    (!user.is_empty() && !host.is_empty()).then(|| format!("mailto:{address}"))
}

fn alarm(lines: &mut Lines, minutes: u32, title: &str) {
    lines.begin("VALARM");
    lines.plain("ACTION", "DISPLAY");
    lines.text("DESCRIPTION", &summary(title));
    let sign = if minutes == 0 { "" } else { "-" };
    lines.plain("TRIGGER", &format!("{sign}PT{minutes}M"));
    lines.end("VALARM");
}

fn status(status: Status, method: Method) -> &'static str {
    match (method, status) {
        (Method::Cancel, _) | (_, Status::Postponed | Status::Cancelled) => "CANCELLED",
        (_, Status::Idea | Status::Tentative) => "TENTATIVE",
        (_, Status::Confirmed | Status::Held | Status::Reported) => "CONFIRMED",
    }
}

fn position(event: &Event, file: &CalendarFile<'_>) -> Option<(f64, f64)> {
    let venue = file.out.plan.venues().get(&event.venue?)?;
    let (latitude, longitude) = (venue.latitude?, venue.longitude?);
    (latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some((latitude, longitude))
}

/// A web address fit for URL: absolute, http or https, and with those characters as escapes that iCalendar
/// readers take for separators.
fn web_address(url: &str) -> Option<String> {
    let url = url.trim();
    let absolute = url.starts_with("https://") || url.starts_with("http://");
    let plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}".contains(c));
    (absolute && plain).then(|| url.replace(',', "%2C").replace(';', "%3B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_end_its_line_and_gets_its_scheme() {
        assert_eq!(
            calendar_address(" wong@example.org ").as_deref(),
            Some("mailto:wong@example.org")
        );
        assert_eq!(calendar_address("urn:uuid:1").as_deref(), Some("urn:uuid:1"));
        for bad in [
            "",
            "wong",
            "@",
            "a@b\r\nATTENDEE:x",
            "a b@c",
            "\"a\"@b",
            "a@b,c@d",
            "mailto:",
        ] {
            assert_eq!(calendar_address(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_web_address_is_absolute_and_has_no_separators() {
        assert_eq!(
            web_address("https://example.org/a,b;c").as_deref(),
            Some("https://example.org/a%2Cb%3Bc")
        );
        for bad in [
            "javascript:alert(1)",
            "www.example.org",
            "https://a b",
            "https://a\r\nX:1",
        ] {
            assert_eq!(web_address(bad), None, "{bad:?}");
        }
    }
}
