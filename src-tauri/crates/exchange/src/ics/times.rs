//! DTSTART and DTEND, and the VTIMEZONE components they call for.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};
use outreach_zones::{Resolution, Rules, Zone};

use super::CalendarFile;
use super::line::Lines;
use crate::ExportError;
use crate::row::last_day;

/// Names under which a time in UTC is better written as one.
const UTC_NAMES: [&str; 8] = [
    "UTC",
    "Etc/UTC",
    "Zulu",
    "Etc/Zulu",
    "UCT",
    "Etc/UCT",
    "Universal",
    "Etc/Universal",
];

/// One end of an event.
#[derive(Clone, Copy)]
pub(super) struct When<'a> {
    /// What clocks show there.
    pub(super) wall: NaiveDateTime,
    /// The zone as stored.
    pub(super) zone: &'a str,
    /// What instant it is.
    pub(super) utc: DateTime<Utc>,
}

/// The zones that are named in a file, each with the years its VTIMEZONE must hold for.
pub(super) struct ZonesUsed<'a> {
    rules: &'a Rules,
    /// By the name as stored. None: never written by name.
    zones: BTreeMap<String, Option<(Zone, RangeInclusive<i32>, bool)>>,
}

impl<'a> ZonesUsed<'a> {
    pub(super) fn new(rules: &'a Rules) -> Self {
        Self {
            rules,
            zones: BTreeMap::new(),
        }
    }

    /// Writes DTSTART and DTEND. An event without length has no DTEND (RFC 5545 section 3.6.1).
    pub(super) fn span(
        &mut self,
        lines: &mut Lines,
        start: When<'_>,
        end: When<'_>,
        pinned: bool,
    ) -> Result<(), ExportError> {
        self.time(lines, "DTSTART", start, pinned)?;
        if end.utc > start.utc {
            self.time(lines, "DTEND", end, pinned)?;
        }
        Ok(())
    }

    /// By wall time and TZID where every reader takes that for the same instant, else in UTC.
    fn time(
        &mut self,
        lines: &mut Lines,
        property: &str,
        when: When<'_>,
        pinned: bool,
    ) -> Result<(), ExportError> {
        if pinned {
            lines.utc(property, when.utc);
            return Ok(());
        }
        if !self.zones.contains_key(when.zone) {
            let zone = self.rules.zone(when.zone).map_err(|_| ExportError::UnknownZone {
                zone: when.zone.to_owned(),
            })?;
            let year = when.wall.year();
            let known = (!UTC_NAMES.contains(&zone.name())).then_some((zone, year..=year, false));
            self.zones.insert(when.zone.to_owned(), known);
        }
        match self.zones.get_mut(when.zone) {
            Some(Some((zone, years, used))) if matches!(zone.resolve(when.wall), Resolution::Unique(moment) if moment.utc == when.utc) =>
            {
                let year = when.wall.year();
                *years = year.min(*years.start())..=year.max(*years.end());
                *used = true;
                lines.wall(property, zone.name(), when.wall);
            }
            _ => lines.utc(property, when.utc),
        }
        Ok(())
    }

    /// Writes the components: one more year on either side, for a reader that looks for the observance in force
    /// before the first event.
    pub(super) fn write(self, lines: &mut Lines) {
        let mut written: BTreeMap<String, (Zone, RangeInclusive<i32>)> = BTreeMap::new();
        for (zone, years, used) in self.zones.into_values().flatten() {
            if used {
                // The same zone may be stored in different spellings.
                written
                    .entry(zone.name().to_owned())
                    .and_modify(|(_, known)| {
                        *known = *years.start().min(known.start())..=*years.end().max(known.end());
                    })
                    .or_insert((zone, years));
            }
        }
        for (zone, years) in written.values() {
            lines.add_lines(&zone.vtimezone(years.start() - 1, years.end() + 1));
        }
    }
}

/// Writes whole days; the last one is included by an end at the midnight after it.
pub(super) fn whole_days(lines: &mut Lines, first: NaiveDate, end: NaiveDateTime) {
    let after = last_day(first, end).succ_opt().unwrap_or(first);
    lines.day("DTSTART", first);
    lines.day("DTEND", after);
}

/// The zone in which a program shows the calendar where it has no better idea: the one asked for, else the one
/// that all events have in common, else the office's.
pub(super) fn calendar_zone<'a>(file: &CalendarFile<'a>) -> &'a str {
    if let Some(zone) = file.zone
        && file.out.plan.rules().zone(zone).is_ok()
    {
        return zone;
    }
    let mut zones = file.out.events.iter().map(|event| event.zone.as_str());
    match zones.next() {
        Some(first) if zones.all(|zone| zone == first) => first,
        _ => "Asia/Hong_Kong",
    }
}
