//! An event that is no more, as a VEVENT that takes it out of the recipients' calendars.

use super::event::{class, parties, summary};
use super::line::Lines;
use super::says;
use super::times::{When, ZonesUsed, whole_days};
use super::{CalendarFile, CancelledEvent};
use crate::{ExportError, line_text};

pub(super) fn write(
    lines: &mut Lines,
    event: &CancelledEvent,
    file: &CalendarFile<'_>,
    zones: &mut ZonesUsed<'_>,
) -> Result<(), ExportError> {
    let written = file.out.written;
    lines.begin("VEVENT");
    lines.uid(&event.uid);
    lines.utc("DTSTAMP", written);
    lines.utc("LAST-MODIFIED", event.modified.unwrap_or(written));
    lines.number("SEQUENCE", event.sequence);
    if event.all_day {
        whole_days(lines, event.start.date(), event.end);
    } else {
        let when = |wall, utc| When {
            wall,
            zone: &event.zone,
            utc,
        };
        // A zone that the rules have dropped since is no reason to leave recipients with a dead event.
        let pinned = file.out.plan.rules().zone(&event.zone).is_err();
        let (start, end) = (when(event.start, event.utc_start), when(event.end, event.utc_end));
        zones.span(lines, start, end, pinned)?;
    }
    lines.text("SUMMARY", &summary(&event.title));
    if !event.place.is_empty() {
        lines.text("LOCATION", &line_text(&event.place));
    }
    lines.text("DESCRIPTION", &line_text(&says::cancelled(event, file)));
    lines.plain("STATUS", "CANCELLED");
    lines.plain("TRANSP", "TRANSPARENT");
    class(lines, file.audience);
    parties(lines, file)?;
    lines.end("VEVENT");
    Ok(())
}
