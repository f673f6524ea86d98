//! Files that are broken, cut, foreign or made to do harm: an answer each, in bounded time, never a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::Instant;

use incoming_support::{calendar, one, read, read_with};
use outreach_exchange::incoming::{LARGEST_FILE, ReadError, Reading, read_ics};
use outreach_zones::Rules;
use proptest::prelude::*;

#[test]
fn what_is_no_calendar_is_refused() {
    for bytes in [
        &b""[..],
        b"\x89PNG\r\n\x1a\n\0\0",
        b"PK\x03\x04",
        b"<html></html>",
        b"BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n",
        b"name,date\n",
    ] {
        assert_eq!(read_with(bytes, None, &[]).unwrap_err(), ReadError::NotACalendar);
    }
}

#[test]
fn a_file_too_large_is_refused_before_it_is_looked_at() {
    let bytes = vec![b'A'; LARGEST_FILE + 1];
    assert_eq!(
        read_with(&bytes, None, &[]).unwrap_err(),
        ReadError::TooLarge { most: LARGEST_FILE }
    );
}

#[test]
fn a_cut_file_gives_what_was_whole_and_names_the_rest() {
    let whole = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20270101T090000Z\nSUMMARY:Whole\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20270102T090000Z\nSUMMARY:招聘\nEND:VEVENT",
    );
    for cut in whole.find("UID:2").unwrap()..whole.find("招聘").unwrap() + 5 {
        let calendar = read_with(&whole.as_bytes()[..cut], None, &[]).unwrap();
        assert_eq!(calendar.events.len(), 1, "{cut}");
        assert!(
            calendar
                .refused
                .iter()
                .any(|item| item.code == "unfinished" && item.line == 9),
            "{cut}"
        );
    }
}

#[test]
fn each_prefix_of_a_calendar_is_read_or_refused() {
    let whole =
        one("DTSTART;TZID=\"Europe/London\":20270101T090000\nRRULE:FREQ=DAILY;COUNT=2\nSUMMARY:聘\\,😀");
    for cut in 0..whole.len() {
        let _ = read_with(&whole.as_bytes()[..cut], None, &[]);
    }
}

#[test]
fn an_event_without_a_start_is_refused_and_its_neighbours_are_not() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:No start\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20271301T090000Z\nEND:VEVENT
         BEGIN:VEVENT\nUID:3\nDTSTART:20270101T090000Z\nEND:VEVENT\nnot a line",
    );
    let calendar = read(&text);
    let codes: Vec<_> = calendar
        .refused
        .iter()
        .map(|item| (item.line, item.code))
        .collect();
    assert_eq!(
        codes,
        [(4, "no_start"), (8, "bad_start"), (16, "unreadable_line")]
    );
    assert_eq!(calendar.events.len(), 1);
}

#[test]
fn a_hundred_thousand_nested_components_are_read_in_no_time() {
    let mut text = String::from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270101T090000Z\r\n");
    text.push_str(&"BEGIN:X-DEEP\r\n".repeat(100_000));
    text.push_str(&"END:X-DEEP\r\n".repeat(100_000));
    text.push_str("END:VEVENT\r\nEND:VCALENDAR\r\n");
    let began = Instant::now();
    let calendar = read(&text);
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
    assert_eq!(calendar.events.len(), 1);
    assert_eq!(calendar.refused[0].code, "too_deep");
    // Never closed, too.
    let _ = read_with(&text.as_bytes()[..1_000_000], None, &[]);
}

#[test]
fn a_line_of_ten_megabytes_is_cut_and_said_to_be() {
    for line in [
        "聘".repeat(3_500_000),
        "\\,".repeat(5_000_000),
        "\r\n x".repeat(2_500_000),
    ] {
        let began = Instant::now();
        let calendar = read(&one(&format!(
            "DTSTART:20270101T090000Z\nDESCRIPTION:{line}\nSUMMARY:after"
        )));
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
        if let Some(event) = calendar.events.first() {
            assert!(event.description.len() <= 100_000);
        }
    }
    let calendar = read(&one(&format!(
        "DTSTART:20270101T090000Z\nDESCRIPTION:{}",
        "x".repeat(10_000_000)
    )));
    assert_eq!(calendar.events[0].warnings, ["text_cut"]);
    assert_eq!(calendar.events[0].description.len(), 100_000 - 7);
}

#[test]
fn rules_made_to_run_for_ever_are_bounded_over_the_whole_file() {
    let mut events = String::new();
    for number in 0..2_000 {
        let _ = writeln!(
            events,
            "BEGIN:VEVENT\nUID:{number}\nDTSTART:00010101T000000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT"
        );
    }
    let began = Instant::now();
    let calendar = read(&calendar(&events));
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
    assert_eq!(calendar.bounded.len(), 2_000);
}

#[test]
fn refused_items_and_losses_stay_few_however_many_there_are() {
    let mut text = String::from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
    for number in 0..50_000 {
        let _ = write!(text, "no line {number}\r\nX-{number}:1\r\n");
    }
    let calendar = read(&(text + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert!(calendar.refused.len() <= 1_002 && calendar.losses.len() <= 1_001);
    let lost: u32 = calendar.losses.iter().map(|loss| loss.count).sum();
    assert_eq!(lost, 50_000);
}

#[test]
fn another_encoding_is_read_and_owned_up_to() {
    let calendar = read_with(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270101T090000Z\r\nSUMMARY:Z\xFCrich\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", None, &[]).unwrap();
    assert_eq!(
        (calendar.events[0].summary.as_str(), calendar.encoding.sure),
        ("Zürich", false)
    );
    let text = one("DTSTART:20270101T090000Z\nSUMMARY:招聘會");
    let utf_16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let calendar = read_with(&utf_16, None, &[]).unwrap();
    assert_eq!(
        (
            calendar.events[0].summary.as_str(),
            calendar.encoding.label.as_str()
        ),
        ("招聘會", "UTF-16LE")
    );
}

#[test]
fn lines_may_end_in_cr_alone() {
    let text = one("DTSTART:20270101T090000Z\nSUMMARY:Old Mac").replace("\r\n", "\r");
    assert_eq!(read(&text).events[0].summary, "Old Mac");
}

#[test]
fn a_stop_from_outside_is_heeded() {
    let text = one("DTSTART:20270101T090000Z");
    let reading = Reading {
        rules: &Rules::bundled(),
        floating_zone: None,
        zone_answers: &BTreeMap::new(),
        encoding: None,
        expand_from: None,
        expand_until: "2029-12-31".parse().unwrap(),
        expand_at_most: 1,
        cancel: &|_, _| ControlFlow::Break(()),
    };
    assert_eq!(
        read_ics(text.as_bytes(), &reading).unwrap_err(),
        ReadError::Stopped
    );
}

#[test]
fn an_answer_that_is_no_zone_is_an_error() {
    let text = one("DTSTART;TZID=Nowhere:20270101T090000");
    let error = read_with(text.as_bytes(), None, &[("Nowhere", "Mars/Olympus")]).unwrap_err();
    assert_eq!(
        error,
        ReadError::UnknownZone {
            zone: "Mars/Olympus".into()
        }
    );
}

/// Lines as a calendar has them, whole or spoilt.
fn line() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "UID",
        "SUMMARY",
        "SEQUENCE",
        "BEGIN",
        "END",
        "TZID",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "ATTENDEE",
        "GEO",
        "CATEGORIES",
        "METHOD",
        "X-WR-TIMEZONE",
        "STATUS",
        "EXRULE",
    ]);
    let param = prop::sample::select(vec![
        "",
        ";TZID=Europe/London",
        ";TZID=Own",
        ";VALUE=DATE",
        ";VALUE=PERIOD",
        ";RANGE=THISANDFUTURE",
        ";CN=\"a^'b:c\"",
        ";CN=\"",
        ";=",
        ";;",
    ]);
    let value = prop_oneof![
        4 => prop::sample::select(vec![
            "20270328T013000", "20270514T150000Z", "20270514", "00010101T000000Z", "99991231T235959", "20271031T013000", "PT1H", "P1D", "-P1W",
            "P999999999D", "FREQ=DAILY", "FREQ=SECONDLY;COUNT=5", "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=-31", "FREQ=WEEKLY;UNTIL=20270601;BYDAY=MO,FR",
            "FREQ=MONTHLY;BYSETPOS=-366;BYDAY=SU", "FREQ=DAILY;INTERVAL=4294967295", "20270514T150000/PT1H,20270515/20270516", "VEVENT", "VTIMEZONE",
            "STANDARD", "DAYLIGHT", "VCALENDAR", "VALARM", "+0100", "-2359", "REPLY", "COUNTER", "PUBLISH", "Own", "1", "mailto:a@example.org", "51;0",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => "[\"^\\\\,;:\r\n 聘😀\u{0}\u{7}\u{202e}]{0,20}",
    ];
    (name, param, value).prop_map(|(name, param, value)| format!("{name}{param}:{value}\r\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_lines_makes_it_panic(lines in prop::collection::vec(line(), 0..40)) {
        let inner = lines.concat();
        let text = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Own:20270101T090000\r\n{inner}END:VEVENT\r\nEND:VCALENDAR\r\n");
        let calendar = read(&text);
        for event in calendar.events {
            prop_assert!(!event.summary.contains(['\r', '\n', '\0']));
            prop_assert!(event.end >= event.start || event.end_zone.is_some() || event.end_fold.is_some() || event.start_fold.is_some());
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_with(&bytes, Some("UTC"), &[]);
        let _ = read_with(&[b"BEGIN:VEVENT\r\n", &bytes[..]].concat(), Some("UTC"), &[]);
    }

    #[test]
    fn any_text_comes_back_as_it_was_meant(words in "[a-z,;\"'^: \\\\聘會😀]{0,60}") {
        let escaped = words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let calendar = read(&one(&format!("DTSTART:20270101T090000Z\nSUMMARY:{escaped}")));
        prop_assert_eq!(&calendar.events[0].summary, words.trim());
    }
}
