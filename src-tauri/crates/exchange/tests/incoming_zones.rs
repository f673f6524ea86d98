//! In which zone the times of others' calendars stand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use incoming_support::{calendar, one, read, read_with};
use outreach_exchange::incoming::IncomingEvent;

fn only(lines: &str) -> IncomingEvent {
    let calendar = read(&one(lines));
    assert_eq!(calendar.refused, [], "{lines}");
    let [event] = &calendar.events[..] else {
        panic!("{:?}", calendar.events)
    };
    event.clone()
}

#[test]
fn a_zone_is_found_by_each_of_its_names() {
    for (tzid, zone) in [
        ("Europe/London", "Europe/London"),
        ("\"europe/london\"", "Europe/London"),
        ("China Standard Time", "Asia/Shanghai"),
        (
            "/freeassociation.sourceforge.net/Tzfile/America/Toronto",
            "America/Toronto",
        ),
        (
            "/citadel.org/20250101_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("GMT Standard Time", "Europe/London"),
    ] {
        assert_eq!(only(&format!("DTSTART;TZID={tzid}:20270514T150000")).zone, zone);
    }
}

const BERLIN: &str = "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000
    TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT";

fn in_own_zone(tzid: &str, rules: &str, start: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\nUID:1\nDTSTART;TZID={tzid}:{start}\nDURATION:PT1H\nEND:VEVENT
         BEGIN:VTIMEZONE\nTZID:{tzid}\n{rules}\nEND:VTIMEZONE"
    ))
}

#[test]
fn a_name_that_says_nothing_is_found_by_the_files_own_rules() {
    let event = &read(&in_own_zone("Customized Time Zone", BERLIN, "20270714T150000")).events[0];
    assert_eq!(
        (event.zone.as_str(), event.warnings.as_slice()),
        ("Europe/Berlin", &["zone_by_vtimezone"][..])
    );
    let location = format!("X-LIC-LOCATION:Europe/Zurich\n{BERLIN}");
    let event = &read(&in_own_zone("Mine", &location, "20270714T150000")).events[0];
    assert_eq!((event.zone.as_str(), event.warnings.len()), ("Europe/Zurich", 0));
}

#[test]
fn rules_that_no_zone_has_give_at_least_the_instant() {
    let odd = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0317\nTZOFFSETTO:+0317\nEND:STANDARD";
    let event = &read(&in_own_zone("Odd", odd, "20270714T150000")).events[0];
    assert_eq!(
        (event.zone.as_str(), event.start.to_string().as_str()),
        ("UTC", "2027-07-14 11:43:00")
    );
    assert_eq!(event.warnings, ["zone_by_instant"]);
}

#[test]
fn a_vtimezone_that_lies_is_believed_less_than_our_rules() {
    let lie = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0800\nTZOFFSETTO:+0800\nEND:STANDARD";
    let event = &read(&in_own_zone("Europe/London", lie, "20270714T150000")).events[0];
    assert_eq!(
        (event.zone.as_str(), event.start.to_string().as_str()),
        ("Europe/London", "2027-07-14 15:00:00")
    );
    assert_eq!(event.warnings, ["vtimezone_differs"]);
    // British Columbia keeps its clocks from November 2026: rules of before say otherwise in winter alone.
    let old = "BEGIN:DAYLIGHT\nDTSTART:20070311T020000\nTZOFFSETFROM:-0800\nTZOFFSETTO:-0700\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nEND:DAYLIGHT
        BEGIN:STANDARD\nDTSTART:20071104T020000\nTZOFFSETFROM:-0700\nTZOFFSETTO:-0800\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD";
    let winter = &read(&in_own_zone("America/Vancouver", old, "20270114T150000")).events[0];
    let summer = &read(&in_own_zone("America/Vancouver", old, "20270714T150000")).events[0];
    assert_eq!(
        (winter.warnings.as_slice(), summer.warnings.len()),
        (&["vtimezone_differs"][..], 0)
    );
}

#[test]
fn an_abbreviation_means_what_the_file_says_it_means() {
    let eastern = "BEGIN:DAYLIGHT\nDTSTART:20070311T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nEND:DAYLIGHT
        BEGIN:STANDARD\nDTSTART:20071104T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD";
    assert_eq!(
        read(&in_own_zone("EST", eastern, "20270714T150000")).events[0].zone,
        "America/New_York"
    );
}

#[test]
fn a_vtimezone_without_end_is_bounded_and_reported() {
    let endless = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD";
    let began = std::time::Instant::now();
    let calendar = read(&in_own_zone("Endless", endless, "20270714T150000"));
    assert!(began.elapsed().as_secs() < 5);
    assert_eq!(calendar.refused[0].code, "zone_rules_cut");
    assert_eq!(calendar.events.len(), 1);
}

#[test]
fn what_nobody_can_tell_is_asked_and_the_answer_taken() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Lundon:20270514T150000\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT
         BEGIN:VEVENT\nUID:2\nDTSTART:20270514T150000\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nDTSTART;VALUE=DATE:20270514\nEND:VEVENT",
    );
    let asked = read(&text);
    assert_eq!(asked.asks.len(), 2);
    assert_eq!((asked.asks[0].tzid.as_deref(), asked.asks[0].uses), (None, 2));
    assert_eq!(
        (asked.asks[1].tzid.as_deref(), asked.asks[1].uses),
        (Some("Europe/Lundon"), 1)
    );
    assert_eq!(asked.asks[1].suggestions[0], "Europe/London");
    assert!(
        asked
            .events
            .iter()
            .all(|event| event.zone.is_empty() && event.warnings.contains(&"zone_asked"))
    );
    let answered = read_with(
        text.as_bytes(),
        Some("Asia/Dubai"),
        &[("Europe/Lundon", "Europe/London")],
    )
    .unwrap();
    assert_eq!(answered.asks, []);
    let zones: Vec<&str> = answered.events.iter().map(|event| event.zone.as_str()).collect();
    assert_eq!(
        zones,
        ["Europe/London", "Europe/London", "Asia/Dubai", "Asia/Dubai"]
    );
}

#[test]
fn an_hour_in_utc_that_is_no_zone_is_asked_with_the_zones_of_that_hour() {
    let asks = read(&one(
        "DTSTART;TZID=\"(UTC+08:00) Beijing, Chongqing\":20270514T150000",
    ))
    .asks;
    assert!(
        asks[0].suggestions.contains(&"Asia/Shanghai".to_owned()),
        "{asks:?}"
    );
    let asks = read(&one("DTSTART;TZID=GMT-0330:20270514T150000")).asks;
    assert_eq!(asks[0].suggestions, ["America/St_Johns"]);
}
