//! What a recipient's calendar program is told: publishing, asking, calling off, and in how many files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeSet;
use std::io::Read as _;

use outreach_exchange::{
    CalendarFile, CancelledEvent, ExportError, Journey, Layout, Method, Outgoing, Party, PinUtc, left_out,
    rules_changed_lately, write_calendar, write_calendars, zipped,
};
use outreach_plan::{Audience, Event, Language, MissionId, Plan, Region};
use outreach_zones::Fold;

const GUEST: Party<'_> = Party {
    name: "Wong \"Lucky\" Tai-man, Dr; ^",
    address: "wong@example.org",
};
const OFFICER: Party<'_> = Party {
    name: "Outreach desk",
    address: "mailto:desk@example.org",
};

fn with_file<T>(plan: &Plan, audience: Audience, work: impl FnOnce(CalendarFile<'_>) -> T) -> T {
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan,
        events: &events,
        title: "Spring, in \"quotes\"",
        language: Language::English,
        written: common::written(),
    };
    work(CalendarFile::publish(out, audience))
}

fn text(file: &CalendarFile<'_>) -> String {
    unfolded(write_calendar(file).unwrap())
}

fn unfolded(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap().replace("\r\n ", "")
}

fn only(plan: &Plan, uid: &str) -> Plan {
    let mut one = Plan::new(plan.rules().clone());
    one.put(
        plan.events()
            .values()
            .find(|event| event.uid == uid)
            .unwrap()
            .clone(),
    );
    one
}

fn gone() -> CancelledEvent {
    CancelledEvent {
        uid: "gone@outreach".to_owned(),
        sequence: 7,
        title: "Campus talk".to_owned(),
        place: "Leeds".to_owned(),
        start: "2027-05-20T15:00:00".parse().unwrap(),
        end: "2027-05-20T16:00:00".parse().unwrap(),
        zone: "Europe/London".to_owned(),
        utc_start: "2027-05-20T14:00:00Z".parse().unwrap(),
        utc_end: "2027-05-20T15:00:00Z".parse().unwrap(),
        all_day: false,
        modified: Some("2026-11-20T08:00:00Z".parse().unwrap()),
        region: Some(Region::Europe),
        mission: None,
    }
}

/// A mission with a flight from Hong Kong to Vancouver, which lands before it left by the clocks.
fn travelled() -> (Plan, MissionId) {
    let mut plan = common::awkward();
    let (mission, leg) = common::flight();
    let id = mission.id;
    plan.put(mission);
    plan.put(leg);
    (plan, id)
}

#[test]
fn an_erased_event_is_called_off_under_its_own_uid_with_a_higher_sequence() {
    let plan = Plan::new(outreach_zones::Rules::bundled());
    with_file(&plan, Audience::Public, |file| {
        let text = text(&CalendarFile {
            cancelled: &[gone()],
            ..file
        });
        for line in [
            "METHOD:PUBLISH",
            "UID:gone@outreach",
            "SEQUENCE:7",
            "STATUS:CANCELLED",
            "DTSTART;TZID=Europe/London:20270520T150000",
            "LAST-MODIFIED:20261120T080000Z",
            "DTSTAMP:20261122T090000Z",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} is not in\n{text}");
        }
        assert!(
            text.contains("Hong Kong time: Thu 20 May 2027 22:00–23:00"),
            "{text}"
        );
    });
}

#[test]
fn a_called_off_event_of_a_zone_that_moved_since_keeps_the_instant_that_was_sent() {
    let plan = Plan::new(outreach_zones::Rules::bundled());
    let mut sent_by_old_rules = gone();
    sent_by_old_rules.utc_start -= chrono::TimeDelta::hours(1);
    let mut lost = gone();
    lost.zone = "Mars/Olympus".to_owned();
    with_file(&plan, Audience::Public, |file| {
        let text = text(&CalendarFile {
            cancelled: &[sent_by_old_rules, lost],
            ..file
        });
        assert!(text.contains("DTSTART:20270520T130000Z\r\n"), "{text}");
        assert!(text.contains("DTSTART:20270520T140000Z\r\n"), "{text}");
    });
}

#[test]
fn a_request_asks_by_name_and_holds_one_event() {
    let plan = common::awkward();
    with_file(&plan, Audience::Partner, |file| {
        let file = CalendarFile {
            method: Method::Request,
            organiser: Some(OFFICER),
            attendees: &[GUEST],
            ..file
        };
        assert!(matches!(
            write_calendar(&file),
            Err(ExportError::OneUid { found: 6 })
        ));
        let files = write_calendars(&file, Layout::OneFile).unwrap();
        assert_eq!(files.len(), 6);
        for file in files {
            let text = unfolded(file.bytes);
            if text.contains("UID:0004@outreach") {
                assert!(
                    text.contains("METHOD:CANCEL\r\n"),
                    "nobody is asked to what is called off"
                );
                continue;
            }
            assert_eq!(text.matches("\r\nUID:").count(), 1, "{text}");
            assert!(text.contains("METHOD:REQUEST\r\n"));
            assert!(text.contains("ORGANIZER;CN=Outreach desk:mailto:desk@example.org\r\n"));
            assert!(
                text.contains("RSVP=TRUE;CN=\"Wong ^'Lucky^' Tai-man, Dr; ^^\":mailto:wong@example.org\r\n"),
                "{text}"
            );
            assert!(
                !text.contains("X-WR-CALNAME"),
                "an invitation is no calendar of its own"
            );
        }
    });
}

#[test]
fn a_request_without_a_guest_or_with_a_broken_address_is_refused() {
    let plan = only(&common::awkward(), "0001@outreach");
    with_file(&plan, Audience::Public, |file| {
        let file = CalendarFile {
            method: Method::Request,
            ..file
        };
        assert!(matches!(write_calendar(&file), Err(ExportError::NoAttendee)));
        let broken = Party {
            address: "a@b.org\r\nATTENDEE:mailto:c@d.org",
            ..GUEST
        };
        let refused = write_calendar(&CalendarFile {
            attendees: &[broken],
            ..file
        });
        assert!(matches!(refused, Err(ExportError::BadAddress)));
    });
    let off = only(&common::awkward(), "0004@outreach");
    with_file(&off, Audience::Public, |file| {
        let refused = write_calendar(&CalendarFile {
            method: Method::Request,
            attendees: &[GUEST],
            ..file
        });
        assert!(matches!(refused, Err(ExportError::CalledOff)));
    });
}

#[test]
fn a_cancellation_is_one_event_with_its_status() {
    let plan = only(&common::awkward(), "0001@outreach");
    with_file(&plan, Audience::Public, |file| {
        let file = CalendarFile {
            method: Method::Cancel,
            alarm_minutes: Some(30),
            ..file
        };
        let text = text(&file);
        assert!(text.contains("METHOD:CANCEL\r\n") && text.contains("STATUS:CANCELLED\r\n"));
        assert!(!text.contains("VALARM") && text.contains("TRANSP:TRANSPARENT\r\n"));
    });
}

#[test]
fn attendees_never_stand_in_a_published_calendar() {
    let plan = common::awkward();
    with_file(&plan, Audience::Internal, |file| {
        let text = text(&CalendarFile {
            attendees: &[GUEST],
            organiser: Some(OFFICER),
            ..file
        });
        assert!(!text.contains("ATTENDEE") && !text.contains("example.org:") && !text.contains("desk@"));
    });
}

#[test]
fn only_the_offices_own_calendar_tells_the_inside_and_says_so() {
    let plan = common::awkward();
    for audience in [Audience::Public, Audience::Partner, Audience::Internal] {
        with_file(&plan, audience, |file| {
            let text = text(&file);
            let inside = audience == Audience::Internal;
            assert_eq!(text.contains("secret note"), inside, "{audience:?}");
            assert_eq!(text.contains("Run sheet"), inside, "{audience:?}");
            assert_eq!(text.contains("NAME:[RESTRICTED] Spring"), inside, "{audience:?}");
            assert_eq!(
                text.matches("[RESTRICTED] For the office only").count(),
                if inside { 8 } else { 0 },
                "each entry and the calendar, which tells it twice"
            );
            assert_eq!(text.contains("CLASS:CONFIDENTIAL"), inside, "{audience:?}");
            assert_eq!(left_out(audience).is_empty(), inside);
        });
    }
}

#[test]
fn a_flight_has_a_zone_at_each_end_and_is_not_for_the_public() {
    let (plan, mission) = travelled();
    let journeys = Journey::of_missions(&plan, [mission]);
    assert_eq!(journeys.len(), 1);
    for audience in [Audience::Public, Audience::Partner] {
        with_file(&plan, audience, |file| {
            let text = text(&CalendarFile {
                journeys: &journeys,
                ..file
            });
            let shown = audience != Audience::Public;
            for line in [
                "DTSTART;TZID=Asia/Hong_Kong:20270109T150000",
                "DTEND;TZID=America/Vancouver:20270109T110000",
                "SUMMARY:Flight CX 838: HKG → YVR",
                "TZID:Asia/Hong_Kong",
            ] {
                assert_eq!(text.lines().any(|one| one == line), shown, "{line} in\n{text}");
            }
        });
    }
}

#[test]
fn a_pinned_calendar_names_no_zone_at_all() {
    let plan = common::awkward();
    let one = plan
        .events()
        .values()
        .find(|event| event.uid == "0001@outreach")
        .unwrap()
        .id;
    with_file(&plan, Audience::Public, |file| {
        let all = text(&CalendarFile {
            pin_utc: PinUtc::All,
            ..file
        });
        assert!(
            !all.contains("TZID") && all.contains("DTSTART:20270514T140000Z\r\n"),
            "{all}"
        );
        assert!(all.contains("DTSTART;VALUE=DATE:20270301\r\n"), "days stay days");
        let some = text(&CalendarFile {
            pin_utc: PinUtc::ChangedRules(&[one]),
            ..file
        });
        assert!(some.contains("DTSTART:20270514T140000Z\r\n"));
        assert!(some.contains("DTSTART;TZID=America/Vancouver:20270110T230000\r\n"));
    });
}

#[test]
fn a_time_that_clocks_show_twice_is_left_to_no_reader() {
    for (fold, utc) in [
        (Fold::Earlier, "20271031T003000Z"),
        (Fold::Later, "20271031T013000Z"),
    ] {
        let mut plan = only(&common::awkward(), "0002@outreach");
        let mut event = plan.events().values().next().unwrap().clone();
        event.start_fold = Some(fold);
        plan.put(event);
        with_file(&plan, Audience::Public, |file| {
            assert!(text(&file).contains(&format!("DTSTART:{utc}\r\n")));
        });
    }
}

#[test]
fn a_reminder_and_a_second_zone_come_on_wish() {
    let plan = common::awkward();
    with_file(&plan, Audience::Public, |file| {
        let plain = text(&file);
        assert!(!plain.contains("VALARM") && !plain.contains("REFRESH-INTERVAL"));
        let text = text(&CalendarFile {
            alarm_minutes: Some(45),
            zone: Some("Asia/Kuala_Lumpur"),
            refresh_hours: Some(12),
            id: Some("0198-calendar"),
            ..file
        });
        assert_eq!(
            text.matches("TRIGGER:-PT45M\r\n").count(),
            5,
            "not for the cancelled one"
        );
        assert!(
            text.contains("Time in Asia/Kuala_Lumpur: Fri 14 May 2027 22:00–Sat")
                || text.contains("Time in Asia/Kuala_Lumpur: Fri 14 May 2027 22:00"),
            "{text}"
        );
        for line in [
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
            "X-PUBLISHED-TTL:PT12H",
            "UID:0198-calendar",
            "X-WR-TIMEZONE:Asia/Kuala_Lumpur",
            "NAME:Spring\\, in \"quotes\"",
            "X-WR-CALNAME:Spring\\, in \"quotes\"",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} is not in\n{text}");
        }
    });
}

#[test]
fn each_event_lies_in_one_file_of_each_layout_and_no_name_tells_what_was_typed() {
    let (plan, mission) = travelled();
    let journeys = Journey::of_missions(&plan, [mission]);
    with_file(&plan, Audience::Internal, |file| {
        let cancelled = [gone()];
        let file = CalendarFile {
            cancelled: &cancelled,
            journeys: &journeys,
            ..file
        };
        for (layout, count) in [
            (Layout::OneFile, 1),
            (Layout::PerEvent, 8),
            (Layout::PerRegion, 3),
            (Layout::PerMission, 1),
        ] {
            let files = write_calendars(&file, layout).unwrap();
            assert_eq!(files.len(), count, "{layout:?}");
            let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
            assert_eq!(names.len(), count, "{names:?}");
            for name in names {
                let stem = name.strip_suffix(".ics").unwrap();
                assert!(stem.starts_with("RESTRICTED-outreach"), "{name}");
                assert!(
                    stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
                    "{name}"
                );
            }
            for event in plan.events().values() {
                let held = files
                    .iter()
                    .filter(|file| unfolded(file.bytes.clone()).contains(&format!("UID:{}\r\n", event.uid)));
                assert_eq!(held.count(), 1, "{} in {layout:?}", event.uid);
            }
        }
    });
}

#[test]
fn a_zip_gives_the_files_back_and_takes_no_name_that_leaves_its_folder() {
    let plan = common::awkward();
    with_file(&plan, Audience::Public, |file| {
        let files = write_calendars(&file, Layout::PerEvent).unwrap();
        let packed = zipped(&files).unwrap();
        assert_eq!(packed, zipped(&files).unwrap(), "the same files, the same bytes");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&packed)).unwrap();
        assert_eq!(archive.len(), files.len());
        for file in &files {
            let mut bytes = Vec::new();
            archive
                .by_name(&file.name)
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            assert_eq!(bytes, file.bytes);
        }
        let mut bad = files[0].clone();
        for name in ["../up.ics", "a/b.ics", "c:d.ics", "..\\up.ics", "", ".hidden"] {
            bad.name = name.to_owned();
            assert!(zipped(std::slice::from_ref(&bad)).is_err(), "{name}");
        }
        assert!(
            zipped(&[files[0].clone(), files[0].clone()]).is_err(),
            "a name taken twice"
        );
    });
}

#[test]
fn events_in_a_zone_that_changed_of_late_are_the_ones_to_pin() {
    let plan = common::awkward();
    let events: Vec<&Event> = plan.events().values().collect();
    let pinned = rules_changed_lately(&plan, &events, common::written());
    let zones: Vec<&str> = pinned.iter().map(|id| plan.events()[id].zone.as_str()).collect();
    assert_eq!(zones, ["America/Vancouver"]);
    with_file(&plan, Audience::Public, |file| {
        let text = text(&CalendarFile {
            pin_utc: PinUtc::ChangedRules(&pinned),
            ..file
        });
        assert!(text.contains("DTSTART:20270111T060000Z\r\n") && !text.contains("TZID:America/Vancouver"));
    });
}
