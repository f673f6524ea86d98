//! Every calendar of other projects' test suites, some broken on purpose.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use std::time::{Duration, Instant};

use calcard::icalendar::{ICalendar, ICalendarComponentType};
use incoming_support::{corpus, instants, name, read_with, write};
use outreach_exchange::incoming::{IncomingCalendar, IncomingEvent, ReadError};

fn read(path: &std::path::Path) -> Result<IncomingCalendar, ReadError> {
    read_with(&std::fs::read(path).unwrap(), Some("Asia/Hong_Kong"), &[])
}

#[test]
fn each_file_is_read_or_refused_within_seconds() {
    let mut refused = Vec::new();
    for path in corpus() {
        let began = Instant::now();
        match read(&path) {
            Ok(_) => {}
            Err(error) => refused.push((name(&path), error)),
        }
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "{}: {:?}",
            name(&path),
            began.elapsed()
        );
    }
    for (name, error) in &refused {
        assert_eq!(*error, ReadError::NotACalendar, "{name}");
    }
    let names: Vec<&str> = refused.iter().map(|(name, _)| name.as_str()).collect();
    let expected = if corpus().is_empty() {
        &[][..]
    } else {
        &NO_CALENDAR[..]
    };
    assert_eq!(names, expected);
}

/// Files in which no component of iCalendar begins.
const NO_CALENDAR: [&str; 5] = [
    "src_icalendar_fuzzing_corpus_Index_Error",
    "src_icalendar_fuzzing_corpus_Type_Error",
    "src_icalendar_tests_calendars_fuzz_testcase_0_char_in_component_name",
    "src_icalendar_tests_calendars_fuzz_testcase_invalid_month",
    "src_icalendar_tests_calendars_issue_178_component_with_invalid_name_represented",
];

/// What must be equal of an event that was written and read again.
fn kept(event: &IncomingEvent) -> IncomingEvent {
    IncomingEvent {
        line: 0,
        warnings: Vec::new(),
        ..event.clone()
    }
}

fn by_key(events: &[IncomingEvent]) -> Vec<IncomingEvent> {
    let mut events: Vec<IncomingEvent> = events.iter().map(kept).collect();
    events.sort_by(|one, other| (&one.uid, &one.recurrence).cmp(&(&other.uid, &other.recurrence)));
    events
}

#[test]
fn what_is_written_again_reads_the_same() {
    for path in corpus() {
        let Ok(mut first) = read(&path) else { continue };
        // What waits for an answer has no zone to be written with.
        first.events.retain(|event| !event.zone.is_empty());
        let second =
            read_with(write(&first.events).as_bytes(), Some("Asia/Hong_Kong"), &[]).unwrap_or_default();
        assert_eq!(by_key(&first.events), by_key(&second.events), "{}", name(&path));
    }
}

/// What calcard writes otherwise than it stood in the file, and why.
const CALCARD_LOSES: [(&str, &str); 6] = [
    ("test_fixtures_badRRULE", "drops a rule that it cannot read"),
    (
        "test_fixtures_bad_custom_ms_tz",
        "drops a length that it cannot read",
    ),
    (
        "test_fixtures_bad_custom_ms_tz2",
        "drops a length that it cannot read",
    ),
    (
        "test_fixtures_festival-multiday-rrule",
        "writes the day alone of a date with a time",
    ),
    (
        "test_fixtures_test_date_duration",
        "drops a length that it cannot read",
    ),
    (
        "src_icalendar_tests_calendars_multiple_calendar_components",
        "reads the first calendar alone",
    ),
];

/// What calcard reads and writes again gives the same events, but for what it is known to lose.
#[test]
fn through_calcards_writer_the_events_stay_the_same() {
    let mut other = Vec::new();
    for path in corpus() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(text) = std::str::from_utf8(&bytes) else {
            continue;
        };
        let Ok(calendar) = ICalendar::parse(text) else {
            continue;
        };
        let Ok(first) = read(&path) else { continue };
        let Ok(second) = read_with(calendar.to_string().as_bytes(), Some("Asia/Hong_Kong"), &[]) else {
            other.push(name(&path));
            continue;
        };
        if by_key(&first.events) != by_key(&second.events) {
            other.push(name(&path));
        }
    }
    for (name, why) in CALCARD_LOSES {
        other.retain(|other| other != name || why.is_empty());
    }
    assert_eq!(other, Vec::<String>::new());
}

/// Each event of calcard is one of ours, or is refused by line.
#[test]
fn no_event_that_calcard_finds_is_dropped_in_silence() {
    for path in corpus() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(text) = std::str::from_utf8(&bytes) else {
            continue;
        };
        let (Ok(theirs), Ok(ours)) = (ICalendar::parse(text), read(&path)) else {
            continue;
        };
        let found = theirs
            .components
            .iter()
            .filter(|component| component.component_type == ICalendarComponentType::VEvent);
        for component in found {
            let Some(uid) = component.uid().map(str::trim) else {
                continue;
            };
            let known = ours.events.iter().any(|event| event.uid == uid)
                || ours
                    .refused
                    .iter()
                    .any(|item| uid.starts_with(&item.uid) && !item.uid.is_empty())
                || ours.replies.iter().any(|reply| reply.uid == uid);
            assert!(known, "{}: {uid}", name(&path));
        }
    }
}

#[test]
fn each_property_is_kept_or_listed_as_a_loss() {
    const KEPT: [&str; 23] = [
        "UID",
        "SEQUENCE",
        "DTSTAMP",
        "LAST-MODIFIED",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RECURRENCE-ID",
        "RRULE",
        "EXRULE",
        "RDATE",
        "EXDATE",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "URL",
        "GEO",
        "CATEGORIES",
        "STATUS",
        "BEGIN",
        "END",
        "ATTENDEE",
        "COMMENT",
    ];
    for path in corpus() {
        let Ok(calendar) = read(&path) else { continue };
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).replace("\r\n", "\n");
        let mut inside: Vec<String> = Vec::new();
        for line in text.replace("\n ", "").replace("\n\t", "").lines() {
            let Some(name) = line.split([':', ';']).next().map(str::to_ascii_uppercase) else {
                continue;
            };
            let value = line
                .split_once(':')
                .map_or("", |(_, value)| value)
                .trim()
                .to_ascii_uppercase();
            match name.as_str() {
                "BEGIN" => inside.push(value),
                "END" => {
                    inside.pop();
                }
                _ if inside.last().is_some_and(|last| last == "VEVENT") && !KEPT.contains(&name.as_str()) => {
                    // A line that is none is refused instead.
                    let plain = !name.is_empty()
                        && name
                            .bytes()
                            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                    let lost = calendar.losses.iter().any(|loss| loss.property == name);
                    assert!(
                        lost || !plain || calendar.refused.iter().any(|item| item.code == "unreadable_line"),
                        "{}: {name}",
                        path.display()
                    );
                }
                _ => {}
            }
        }
        for loss in &calendar.losses {
            assert!(loss.count as usize >= loss.lines.len() && !loss.lines.is_empty());
        }
        for event in calendar.events.iter().filter(|event| !event.zone.is_empty()) {
            let _ = instants(event);
        }
    }
}
