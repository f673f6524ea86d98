//! Calendars that others wrote: what an event says, which version counts, answers, losses.

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
