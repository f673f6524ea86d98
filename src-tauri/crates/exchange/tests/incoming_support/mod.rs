//! What the tests of incoming calendars share.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses its part, and one that cannot go on fails"
)]

pub(crate) mod generated;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use outreach_exchange::incoming::{IncomingCalendar, IncomingEvent, ReadError, Reading, read_ics};
use outreach_zones::{Fold, Rules};

/// Reads with usual bounds; times without a zone stand in `floating`.
pub(crate) fn read_with(
    bytes: &[u8],
    floating: Option<&str>,
    answers: &[(&str, &str)],
) -> Result<IncomingCalendar, ReadError> {
    let answers: BTreeMap<String, String> = answers
        .iter()
        .map(|(tzid, zone)| ((*tzid).to_owned(), (*zone).to_owned()))
        .collect();
    read_ics(
        bytes,
        &Reading {
            rules: &Rules::bundled(),
            floating_zone: floating,
            zone_answers: &answers,
            encoding: None,
            expand_from: None,
            expand_until: "2029-12-31".parse().unwrap(),
            expand_at_most: 20_000,
            cancel: &|_, _| ControlFlow::Continue(()),
        },
    )
}

pub(crate) fn read(text: &str) -> IncomingCalendar {
    read_with(text.as_bytes(), None, &[]).unwrap()
}

/// A calendar of one VCALENDAR with these lines in it.
pub(crate) fn calendar(lines: &str) -> String {
    let lines = lines
        .trim()
        .lines()
        .map(|line| line.trim_start().to_owned() + "\r\n")
        .collect::<String>();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{lines}END:VCALENDAR\r\n")
}

/// A calendar of one event with these lines in it.
pub(crate) fn one(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\nUID:1\n{}\nEND:VEVENT", lines.trim()))
}

/// Start and end in seconds since 1970, or as days.
pub(crate) fn instants(event: &IncomingEvent) -> (String, String) {
    if event.all_day {
        let day = |at: chrono::NaiveDateTime| at.format("%Y%m%d").to_string();
        return (day(event.start), day(event.end));
    }
    let rules = Rules::bundled();
    let at = |zone: &str, wall, fold: Option<Fold>| {
        rules
            .zone(zone)
            .unwrap()
            .pick(wall, fold)
            .utc
            .timestamp()
            .to_string()
    };
    let end_zone = event.end_zone.as_deref().unwrap_or(&event.zone);
    (
        at(&event.zone, event.start, event.start_fold),
        at(end_zone, event.end, event.end_fold),
    )
}

/// The files that other programs wrote, which lie beside the project; none if they aren't there.
#[expect(clippy::print_stderr, reason = "a part that was left out must be seen")]
pub(crate) fn corpus() -> Vec<PathBuf> {
    let folder = std::env::var_os("OUTREACH_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus"),
        PathBuf::from,
    );
    let mut files: Vec<PathBuf> = ["node-ical", "python-icalendar"]
        .iter()
        .filter_map(|name| std::fs::read_dir(folder.join(name)).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ics"))
        .collect();
    files.sort();
    if files.is_empty() {
        eprintln!("skipped: the corpus of other programs' files is not there");
    }
    files
}

pub(crate) fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// Events as a calendar, each occasion on its own.
pub(crate) fn write(events: &[IncomingEvent]) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    let mut line = |content: String| {
        let mut width = 0;
        for letter in content.chars() {
            if width + letter.len_utf8() > 75 {
                text.push_str("\r\n ");
                width = 1;
            }
            width += letter.len_utf8();
            text.push(letter);
        }
        text.push_str("\r\n");
    };
    for event in events {
        line("BEGIN:VEVENT".into());
        line(format!("UID:{}", event.uid));
        line(format!("SEQUENCE:{}", event.sequence));
        for (name, stamp) in [("DTSTAMP", event.stamp), ("LAST-MODIFIED", event.modified)] {
            if let Some(stamp) = stamp {
                line(format!("{name}:{}", stamp.format("%Y%m%dT%H%M%SZ")));
            }
        }
        match &event.recurrence {
            Some(of) if of.len() == 8 => line(format!("RECURRENCE-ID;VALUE=DATE:{of}")),
            Some(of) => line(format!("RECURRENCE-ID:{of}")),
            None => {}
        }
        for (name, wall, fold, zone) in [
            ("DTSTART", event.start, event.start_fold, &event.zone),
            (
                "DTEND",
                event.end,
                event.end_fold,
                event.end_zone.as_ref().unwrap_or(&event.zone),
            ),
        ] {
            if event.all_day {
                line(format!("{name};VALUE=DATE:{}", wall.format("%Y%m%d")));
            } else if zone.is_empty() {
                line(format!("{name}:{}", wall.format("%Y%m%dT%H%M%S")));
            } else if fold == Some(Fold::Later) {
                let utc = Rules::bundled().zone(zone).unwrap().pick(wall, fold).utc;
                line(format!("{name};TZID={zone}:{}", utc.format("%Y%m%dT%H%M%SZ")));
            } else {
                line(format!("{name};TZID={zone}:{}", wall.format("%Y%m%dT%H%M%S")));
            }
        }
        for (name, words) in [
            ("SUMMARY", &event.summary),
            ("DESCRIPTION", &event.description),
            ("LOCATION", &event.location),
            ("URL", &event.url),
        ] {
            if !words.is_empty() {
                line(format!("{name}:{}", escaped(words)));
            }
        }
        if let Some((latitude, longitude)) = event.geo {
            line(format!("GEO:{latitude};{longitude}"));
        }
        if !event.categories.is_empty() {
            let all: Vec<String> = event
                .categories
                .iter()
                .map(|category| escaped(category))
                .collect();
            line(format!("CATEGORIES:{}", all.join(",")));
        }
        if let Some(status) = event.status {
            line(format!("STATUS:{}", format!("{status:?}").to_uppercase()));
        }
        line("END:VEVENT".into());
    }
    line("END:VCALENDAR".into());
    text
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}
