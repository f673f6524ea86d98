//! Calendars that others wrote: their zones, series, versions, answers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use incoming_support::{calendar, one, read, read_with};
use outreach_exchange::incoming::{IncomingEvent, IncomingStatus};
use outreach_zones::Fold;

fn only(lines: &str) -> IncomingEvent {
    let calendar = read(&one(lines));
    assert_eq!(calendar.refused, [], "{lines}");
    let [event] = &calendar.events[..] else {
        panic!("{:?}", calendar.events)
    };
    event.clone()
}

fn starts(text: &str) -> Vec<String> {
    read(text)
        .events
        .iter()
        .map(|event| event.start.format("%m%d %H%M").to_string())
        .collect()
}

#[test]
fn an_event_keeps_what_it_says() {
    let event = only(
        "SEQUENCE:3\nDTSTAMP:20261122T090000Z\nLAST-MODIFIED:20261121T090000Z\nDTSTART;TZID=Europe/London:20270514T150000
         DTEND;TZID=Europe/London:20270514T170000\nSUMMARY:Talent\\, one\\nday\nDESCRIPTION:a\\nb\\;c\nLOCATION:Hall \\\\A
         URL:https://example.org/a,b\nGEO:51.5;-0.12\nCATEGORIES:one\\,two,three\nCATEGORIES:four\nSTATUS:TENTATIVE",
    );
    assert_eq!(event.summary, "Talent, one day");
    assert_eq!(event.description, "a\nb;c");
    assert_eq!(
        (event.location.as_str(), event.url.as_str()),
        ("Hall \\A", "https://example.org/a,b")
    );
    assert_eq!(event.categories, ["one,two", "three", "four"]);
    assert_eq!(
        (event.geo, event.status),
        (Some((51.5, -0.12)), Some(IncomingStatus::Tentative))
    );
    assert_eq!(
        (event.sequence, event.zone.as_str(), event.line),
        (3, "Europe/London", 4)
    );
    assert_eq!(event.stamp.unwrap().to_rfc3339(), "2026-11-22T09:00:00+00:00");
    assert_eq!((event.recurrence, event.warnings), (None, vec![]));
}

#[test]
fn the_hash_is_of_what_is_said_and_not_of_the_version() {
    let base = "DTSTART:20270514T150000Z\nSUMMARY:S";
    let hash = only(base).hash;
    assert_eq!(
        only(&format!("{base}\nSEQUENCE:4\nDTSTAMP:20260101T000000Z")).hash,
        hash
    );
    for change in [
        "LOCATION:L",
        "STATUS:CANCELLED",
        "DTEND:20270514T160000Z",
        "CATEGORIES:C",
        "GEO:1;1",
    ] {
        assert_ne!(only(&format!("{base}\n{change}")).hash, hash, "{change}");
    }
    // It is stored with each import: it may never become another.
    assert_eq!(hash, 11_175_243_370_778_018_090);
}

#[test]
fn an_end_may_be_given_in_any_way() {
    for (lines, end, warnings) in [
        ("DTSTART;VALUE=DATE:20270301", "2027-03-02 00:00:00", &[][..]),
        (
            "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270304",
            "2027-03-04 00:00:00",
            &[],
        ),
        (
            "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270301",
            "2027-03-02 00:00:00",
            &[],
        ),
        (
            "DTSTART;VALUE=DATE:20270301\nDURATION:P3D",
            "2027-03-04 00:00:00",
            &[],
        ),
        (
            "DTSTART;VALUE=DATE:20270301\nDTEND:20270303T120000",
            "2027-03-04 00:00:00",
            &["end_kind"],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000",
            "2027-03-01 09:00:00",
            &[],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000\nDURATION:PT90M",
            "2027-03-01 10:30:00",
            &[],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000\nDTEND:20270301T100000",
            "2027-03-01 10:00:00",
            &[],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000\nDTEND:20270301T060000Z",
            "2027-03-01 10:00:00",
            &[],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000\nDTEND;VALUE=DATE:20270302",
            "2027-03-02 00:00:00",
            &["end_kind"],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000\nDTEND;TZID=Asia/Dubai:20270301T080000",
            "2027-03-01 09:00:00",
            &["end_before_start"],
        ),
        (
            "DTSTART;TZID=Asia/Dubai:20270301T090000\nDURATION:-PT1H",
            "2027-03-01 09:00:00",
            &["duration_negative"],
        ),
    ] {
        let calendar = read_with(one(lines).as_bytes(), Some("Asia/Dubai"), &[]).unwrap();
        let event = &calendar.events[0];
        assert_eq!(
            (event.end.to_string().as_str(), &event.warnings[..]),
            (end, warnings),
            "{lines}"
        );
        assert_eq!(
            (event.zone.as_str(), event.end_zone.as_deref()),
            ("Asia/Dubai", None),
            "{lines}"
        );
    }
}

#[test]
fn travel_has_a_zone_at_each_end() {
    let event = only("DTSTART;TZID=Asia/Hong_Kong:20270301T233000\nDTEND;TZID=Europe/London:20270302T053000");
    assert_eq!(
        (event.zone.as_str(), event.end_zone.as_deref()),
        ("Asia/Hong_Kong", Some("Europe/London"))
    );
    assert_eq!(event.end.to_string(), "2027-03-02 05:30:00");
}

#[test]
fn gaps_are_read_later_and_folds_earlier_with_a_warning() {
    let event = only("DTSTART;TZID=Europe/London:20270328T013000\nDURATION:PT1H");
    assert_eq!(
        (event.start.to_string().as_str(), &event.warnings[..]),
        ("2027-03-28 02:30:00", &["gap"][..])
    );
    let event = only("DTSTART;TZID=Europe/London:20271031T013000\nDURATION:PT1H");
    assert_eq!(
        (event.start_fold, event.end_fold),
        (Some(Fold::Earlier), Some(Fold::Later))
    );
    assert_eq!(event.warnings, ["fold"]);
    // Given as an instant there is nothing to warn of.
    let event = only("DTSTART:20271031T013000Z\nDTEND;TZID=Europe/London:20271031T030000");
    assert_eq!(
        (event.start.to_string().as_str(), event.start_fold),
        ("2027-10-31 01:30:00", Some(Fold::Later))
    );
    assert_eq!((event.zone.as_str(), event.warnings.len()), ("Europe/London", 0));
}

#[test]
fn times_in_utc_are_shown_in_the_calendars_zone_if_it_has_one() {
    let text = calendar(
        "X-WR-TIMEZONE:Asia/Kuala_Lumpur\nBEGIN:VEVENT\nUID:1\nDTSTART:20270514T060000Z\nEND:VEVENT",
    );
    let event = &read(&text).events[0];
    assert_eq!(
        (event.zone.as_str(), event.start.to_string().as_str()),
        ("Asia/Kuala_Lumpur", "2027-05-14 14:00:00")
    );
    assert_eq!(only("DTSTART:20270514T060000Z").zone, "UTC");
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

#[test]
fn a_series_stays_at_its_hour_while_clocks_change() {
    let calendar = read(&one(
        "DTSTART;TZID=Europe/London:20270326T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4",
    ));
    let names: Vec<&str> = calendar
        .events
        .iter()
        .filter_map(|event| event.recurrence.as_deref())
        .collect();
    assert_eq!(
        names,
        [
            "20270326T090000Z",
            "20270327T090000Z",
            "20270328T080000Z",
            "20270329T080000Z"
        ]
    );
    assert!(
        calendar
            .events
            .iter()
            .all(|event| event.start.format("%H:%M").to_string() == "09:00")
    );
}

#[test]
fn until_is_read_in_utc_in_wall_time_and_as_a_day() {
    let series = |until: &str| {
        starts(&one(&format!(
            "DTSTART;TZID=Asia/Hong_Kong:20270514T090000\nRRULE:FREQ=DAILY;UNTIL={until}"
        )))
        .len()
    };
    assert_eq!(series("20270516T010000Z"), 3);
    assert_eq!(series("20270516T005959Z"), 2);
    assert_eq!(series("20270516T090000"), 3);
    assert_eq!(series("20270516"), 3);
}

#[test]
fn dates_are_added_and_taken_away() {
    let text = one(
        "DTSTART;TZID=Europe/London:20270501T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nRDATE;TZID=Europe/London:20270510T140000
         RDATE;VALUE=PERIOD;TZID=Europe/London:20270511T140000/PT3H\nEXDATE;TZID=Europe/London:20270502T090000\nEXDATE:20270503T080000Z",
    );
    assert_eq!(
        starts(&text),
        ["0501 0900", "0504 0900", "0510 1400", "0511 1400"]
    );
    let events = read(&text).events;
    assert_eq!(events[2].end.to_string(), "2027-05-10 15:00:00");
    assert_eq!(events[3].end.to_string(), "2027-05-11 17:00:00");
    let days = one(
        "DTSTART;TZID=Europe/London:20270501T090000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20270502",
    );
    assert_eq!(starts(&days), ["0501 0900", "0503 0900"]);
}

#[test]
fn a_changed_occasion_keeps_the_name_of_the_one_it_was() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20270502T080000Z\nDTSTART;TZID=Europe/London:20270507T110000\nSUMMARY:Moved\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/London:20270501T090000\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Talk\nEND:VEVENT",
    );
    let events = read(&text).events;
    let told: Vec<_> = events
        .iter()
        .map(|e| {
            (
                e.recurrence.as_deref().unwrap(),
                e.summary.as_str(),
                e.start.to_string(),
            )
        })
        .collect();
    assert_eq!(
        told[1],
        ("20270502T080000Z", "Moved", "2027-05-07 11:00:00".to_owned())
    );
    assert_eq!(told.len(), 3);
}

#[test]
fn this_and_future_moves_what_follows_until_the_next_change() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/London:20270501T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\nSUMMARY:Talk\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270503T090000\nDTSTART;TZID=Europe/London:20270503T140000\nDURATION:PT2H\nSUMMARY:Later\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;TZID=Europe/London:20270504T090000\nDTSTART;TZID=Europe/London:20270504T080000\nSUMMARY:Once\nEND:VEVENT",
    );
    assert_eq!(
        starts(&text),
        ["0501 0900", "0502 0900", "0503 1400", "0504 0800", "0505 1400"]
    );
    let events = read(&text).events;
    assert_eq!(
        (events[4].summary.as_str(), events[4].end.to_string().as_str()),
        ("Later", "2027-05-05 16:00:00")
    );
}

#[test]
fn an_occasion_without_its_series_is_kept_and_marked() {
    let event =
        only("RECURRENCE-ID;TZID=Europe/London:20270502T090000\nDTSTART;TZID=Europe/London:20270502T100000");
    assert_eq!(
        (event.recurrence.as_deref(), event.warnings.as_slice()),
        (Some("20270502T080000Z"), &["orphan"][..])
    );
}

#[test]
fn a_series_without_end_is_cut_and_named() {
    let calendar = read(&one("DTSTART;TZID=Asia/Dubai:20270101T090000\nRRULE:FREQ=DAILY"));
    assert_eq!(
        (calendar.events.len(), calendar.bounded),
        (1_096, vec!["1".to_owned()])
    );
    let calendar = read(&one(
        "DTSTART;TZID=Asia/Dubai:20270101T090000\nRRULE:FREQ=SECONDLY",
    ));
    assert_eq!(
        (calendar.events.len(), calendar.bounded),
        (20_000, vec!["1".to_owned()])
    );
    assert_eq!(
        read(&one("DTSTART:20270101T090000Z\nRRULE:FREQ=DAILY;COUNT=3")).bounded,
        Vec::<String>::new()
    );
}

#[test]
fn a_rule_that_is_not_understood_leaves_the_start_and_says_so() {
    let calendar = read(&one("DTSTART:20270101T090000Z\nRRULE:FREQ=FORTNIGHTLY"));
    assert_eq!(
        (calendar.refused[0].code, calendar.refused[0].line),
        ("bad_rule", 7)
    );
    assert_eq!(calendar.events[0].warnings, ["rule_unreadable"]);
    assert!(calendar.events[0].recurrence.is_some());
}

#[test]
fn of_two_versions_the_newer_counts_whatever_their_order() {
    let event = |sequence: u32, stamp: &str, summary: &str| {
        format!(
            "BEGIN:VEVENT\nUID:1\nSEQUENCE:{sequence}\nDTSTAMP:{stamp}T000000Z\nDTSTART:20270101T090000Z\nSUMMARY:{summary}\nEND:VEVENT\n"
        )
    };
    let (old, new) = (event(1, "20260105", "Old"), event(2, "20260101", "New"));
    for text in [old.clone() + &new, new.clone() + &old] {
        let calendar = read(&calendar(&text));
        assert_eq!(
            (calendar.events.len(), calendar.events[0].summary.as_str()),
            (1, "New")
        );
        assert_eq!(
            (calendar.refused.len(), calendar.refused[0].code),
            (1, "older_version")
        );
    }
    let twice = read(&calendar(&(new.clone() + &new)));
    assert_eq!((twice.events.len(), twice.refused.len()), (1, 0));
}

#[test]
fn a_uid_used_for_another_event_is_refused_by_line() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20270101T090000Z\nSUMMARY:First\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nDTSTART:20270301T090000Z\nSUMMARY:Second\nEND:VEVENT",
    );
    let calendar = read(&text);
    assert_eq!(
        (calendar.events.len(), calendar.events[0].summary.as_str()),
        (1, "First")
    );
    assert_eq!(
        (calendar.refused[0].code, calendar.refused[0].line),
        ("uid_reused", 9)
    );
    assert_eq!(calendar.refused[0].params["kept_line"], "4");
}

#[test]
fn an_event_without_uid_gets_the_same_at_each_reading() {
    let text = calendar("BEGIN:VEVENT\nDTSTART:20270101T090000Z\nSUMMARY:S\nEND:VEVENT");
    let (one, two) = (read(&text), read(&text));
    assert_eq!(one.events[0].uid, two.events[0].uid);
    assert_eq!(one.events[0].warnings, ["no_uid"]);
}

#[test]
fn a_cancel_cancels_all_that_it_names() {
    let text = calendar("METHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nDTSTART:20270101T090000Z\nEND:VEVENT");
    let calendar = read(&text);
    assert_eq!(calendar.method.as_deref(), Some("CANCEL"));
    assert_eq!(calendar.events[0].status, Some(IncomingStatus::Cancelled));
}

#[test]
fn replies_are_read_with_carets_and_delegates() {
    let text = calendar(
        "METHOD:REPLY\nBEGIN:VEVENT\nUID:1\nSEQUENCE:2\nDTSTAMP:20261122T090000Z\nRECURRENCE-ID;TZID=Asia/Hong_Kong:20270502T090000
         ATTENDEE;PARTSTAT=delegated;CN=\"Chan ^'Tai^' Man\";DELEGATED-TO=\"mailto:b@example.org\":MAILTO:a@example.org
         COMMENT:Sorry\\, no\nEND:VEVENT",
    );
    let calendar = read(&text);
    assert_eq!(calendar.events, []);
    let [reply] = &calendar.replies[..] else {
        panic!("{:?}", calendar.replies)
    };
    assert_eq!(
        (reply.attendee.as_str(), reply.attendee_name.as_str()),
        ("a@example.org", "Chan \"Tai\" Man")
    );
    assert_eq!(
        (reply.partstat.as_str(), &reply.delegated_to[..]),
        ("DELEGATED", &["b@example.org".to_owned()][..])
    );
    assert_eq!(
        (reply.sequence, reply.recurrence.as_deref()),
        (2, Some("20270502T010000Z"))
    );
    assert_eq!(
        (reply.comment.as_str(), reply.method.as_str()),
        ("Sorry, no", "REPLY")
    );
}

#[test]
fn a_counter_carries_the_event_as_they_would_have_it() {
    let text = calendar(
        "METHOD:COUNTER\nBEGIN:VEVENT\nUID:1\nDTSTART:20270101T100000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:x@example.org
         ATTENDEE;PARTSTAT=TENTATIVE:mailto:a@example.org\nEND:VEVENT",
    );
    let calendar = read(&text);
    assert_eq!((calendar.events.len(), calendar.replies.len()), (0, 1));
    assert_eq!(calendar.replies[0].attendee, "a@example.org");
    let counter = calendar.replies[0].counter.as_ref().unwrap();
    assert_eq!(counter.start.to_string(), "2027-01-01 10:00:00");
}

#[test]
fn what_has_no_place_is_listed_with_its_lines() {
    let text = calendar(
        "X-WR-CALNAME:Mine\nX-WR-CALDESC:D\nBEGIN:VTODO\nUID:9\nSUMMARY:T\nEND:VTODO
         BEGIN:VEVENT\nUID:1\nDTSTART:20270101T090000Z\nATTENDEE:mailto:a@example.org\nattendee:mailto:b@example.org\nX-Own:1
         BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM\nEND:VEVENT",
    );
    let calendar = read(&text);
    let losses: Vec<_> = calendar
        .losses
        .iter()
        .map(|loss| (loss.property.as_str(), loss.count, loss.lines.clone()))
        .collect();
    assert_eq!(
        losses,
        [
            ("ATTENDEE", 2, vec![13, 14]),
            ("VALARM", 1, vec![16]),
            ("VTODO", 1, vec![6]),
            ("X-OWN", 1, vec![15]),
            ("X-WR-CALDESC", 1, vec![5]),
        ]
    );
    assert_eq!(calendar.name, "Mine");
}
