//! A leg's travel as a VEVENT: DTSTART in the zone it leaves, DTEND in the zone it comes to.

use outreach_plan::Status;

use super::event::{class, parties, summary};
use super::line::Lines;
use super::says;
use super::times::{When, ZonesUsed};
use super::{CalendarFile, Journey};
use crate::{ExportError, line_text};

pub(super) fn write(
    lines: &mut Lines,
    journey: &Journey,
    file: &CalendarFile<'_>,
    zones: &mut ZonesUsed<'_>,
) -> Result<(), ExportError> {
    let plan = file.out.plan;
    let Some(leg) = plan.legs().get(&journey.leg) else {
        return Ok(());
    };
    let Some(travel) = &leg.travel else {
        return Ok(());
    };
    let moment = |wall, zone: &str, fold| {
        plan.moment(wall, zone, fold)
            .map_err(|_| ExportError::UnknownZone {
                zone: zone.to_owned(),
            })
    };
    let depart = moment(travel.depart, &travel.depart_zone, travel.depart_fold)?;
    let arrive = moment(travel.arrive, &travel.arrive_zone, travel.arrive_fold)?;
    let off = plan
        .missions()
        .get(&leg.mission)
        .is_some_and(|mission| matches!(mission.status, Status::Cancelled | Status::Postponed));
    lines.begin("VEVENT");
    lines.uid(&format!("{}-travel", leg.id.0));
    lines.utc("DTSTAMP", file.out.written);
    lines.utc("LAST-MODIFIED", journey.modified.unwrap_or(file.out.written));
    lines.number("SEQUENCE", journey.sequence);
    zones.span(
        lines,
        When {
            wall: travel.depart,
            zone: &travel.depart_zone,
            utc: depart.utc,
        },
        When {
            wall: travel.arrive,
            zone: &travel.arrive_zone,
            utc: arrive.utc,
        },
        file.pin_utc == super::PinUtc::All,
    )?;
    lines.text(
        "SUMMARY",
        &summary(&says::journey_title(travel, file.out.language)),
    );
    if !travel.from.trim().is_empty() {
        lines.text("LOCATION", &line_text(&travel.from));
    }
    lines.text(
        "DESCRIPTION",
        &line_text(&says::journey(travel, &depart, &arrive, file)),
    );
    lines.plain("STATUS", if off { "CANCELLED" } else { "CONFIRMED" });
    lines.plain("TRANSP", if off { "TRANSPARENT" } else { "OPAQUE" });
    lines.text("CATEGORIES", says::travel(file.out.language));
    class(lines, file.audience);
    parties(lines, file)?;
    lines.end("VEVENT");
    Ok(())
}
