//! Calendars as independent programs read them: one with everything in it, a request and a cancellation.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use outreach_exchange::{
    CalendarFile, CancelledEvent, Journey, Layout, Method, Outgoing, Party, write_calendar, write_calendars,
};
use outreach_plan::{Audience, Event, Language, Plan, Status, Wording};
use tempfile::TempDir;

use programs::{left_out, python, said, scripts};

/// "UID" to start and end, in seconds.
type Instants = BTreeMap<String, (i64, i64)>;

/// The awkward events, a flight, and texts that break writers.
fn nasty() -> Plan {
    let mut plan = common::awkward();
    let (mission, leg) = common::flight();
    plan.put(mission);
    plan.put(leg);
    let texts = [
        "\"quoted\", with; separators: and \\ backslashes \\n ^ ^^ ^' carets",
        "line\r\nends\rof\nall\u{2028}sorts\u{85}\u{b}\u{c}here",
        "BEGIN:VALARM\r\nEND:VCALENDAR\r\n",
        "👩‍👩‍👧‍👦🇭🇰 招聘會「繁體」簡体，、。é ñ \u{301}",
        "  leading and trailing  ",
        "https://example.org/?a=1&b=2,3;4#x",
    ];
    for (number, text) in (10..).zip(texts.into_iter().chain([&*"招聘😀, ".repeat(2000)])) {
        let mut event = common::event(
            number,
            text,
            "2027-11-06T09:00:00",
            "2027-11-08T10:00:00",
            "America/New_York",
        );
        event.title = Wording::english(text);
        event.notes = text.to_owned();
        event.run_sheet = format!("09:00 {text}\n10:00 end");
        event.speakers = vec![text.to_owned()];
        event.tags = vec![text.to_owned(), "b,c".to_owned()];
        plan.put(event);
    }
    plan
}

fn gone() -> CancelledEvent {
    CancelledEvent {
        uid: "gone@outreach".to_owned(),
        sequence: 7,
        title: "Called off, \"for good\"".to_owned(),
        place: "Leeds; centre".to_owned(),
        start: "2027-05-20T15:00:00".parse().unwrap(),
        end: "2027-05-20T16:00:00".parse().unwrap(),
        zone: "Europe/London".to_owned(),
        utc_start: "2027-05-20T14:00:00Z".parse().unwrap(),
        utc_end: "2027-05-20T15:00:00Z".parse().unwrap(),
        all_day: false,
        modified: None,
        region: None,
        mission: None,
    }
}

fn with_file<T>(plan: &Plan, work: impl FnOnce(CalendarFile<'_>) -> T) -> T {
    let events: Vec<&Event> = plan.events().values().collect();
    let journeys = Journey::of_missions(plan, plan.missions().keys().copied());
    let cancelled = [gone()];
    let out = Outgoing {
        plan,
        events: &events,
        title: "Peers, \"all\"; ^ 繁體",
        language: Language::TraditionalChinese,
        written: common::written(),
    };
    work(CalendarFile {
        id: Some("peers-calendar"),
        cancelled: &cancelled,
        journeys: &journeys,
        alarm_minutes: Some(30),
        zone: Some("Asia/Kuala_Lumpur"),
        refresh_hours: Some(12),
        ..CalendarFile::publish(out, Audience::Internal)
    })
}

/// The whole calendar.
fn calendar(folder: &TempDir) -> PathBuf {
    let file = folder.path().join("peers.ics");
    let bytes = with_file(&nasty(), |file| write_calendar(&file).unwrap());
    std::fs::write(&file, bytes).unwrap();
    file
}

/// A request and a cancellation.
fn messages(folder: &TempDir) -> Vec<PathBuf> {
    let plan = nasty();
    let guests = [
        Party {
            name: "Wong \"Lucky\" Tai-man, Dr; ^ 黃大文",
            address: "wong@example.org",
        },
        Party {
            name: "",
            address: "mailto:desk@example.org",
        },
    ];
    let mut paths = Vec::new();
    for method in [Method::Request, Method::Cancel] {
        let files = with_file(&plan, |file| {
            let file = CalendarFile {
                method,
                organiser: Some(guests[0]),
                attendees: &guests,
                ..file
            };
            write_calendars(&file, Layout::PerEvent).unwrap()
        });
        for file in files {
            let path = folder.path().join(file.name);
            std::fs::write(&path, file.bytes).unwrap();
            paths.push(path);
        }
    }
    paths
}

/// As our own rules have it.
fn expected() -> Instants {
    let plan = nasty();
    let mut expected: Instants = plan
        .events()
        .values()
        .map(|event| {
            let span = plan.event_span(event.id).unwrap();
            let instants = if event.all_day {
                (event.start.and_utc().timestamp(), event.end.and_utc().timestamp())
            } else {
                (span.start.utc.timestamp(), span.end.utc.timestamp())
            };
            (event.uid.clone(), instants)
        })
        .collect();
    let gone = gone();
    expected.insert(gone.uid, (gone.utc_start.timestamp(), gone.utc_end.timestamp()));
    let leg = plan.legs().values().next().unwrap();
    let travel = leg.travel.as_ref().unwrap();
    let instant = |wall, zone| plan.moment(wall, zone, None).unwrap().utc.timestamp();
    expected.insert(
        format!("{}-travel", leg.id.0),
        (
            instant(travel.depart, &travel.depart_zone),
            instant(travel.arrive, &travel.arrive_zone),
        ),
    );
    expected
}

fn instants(lines: &str) -> Instants {
    lines
        .lines()
        .map(|line| {
            let mut parts = line.split(' ');
            let uid = parts.next().unwrap().to_owned();
            let mut number = || parts.next().unwrap().parse().unwrap();
            (uid, (number(), number()))
        })
        .collect()
}

#[test]
fn libical_has_no_objection_and_finds_the_same_instants() {
    let folder = TempDir::new().unwrap();
    let program = folder.path().join("restrictions");
    let built = Command::new("cc")
        .args(["-O1", "-o"])
        .arg(&program)
        .arg(scripts().join("restrictions.c"))
        .arg("-lical")
        .output();
    if !built.is_ok_and(|built| built.status.success()) {
        return left_out("libical");
    }
    let lines = said(Command::new(&program).arg(calendar(&folder))).unwrap();
    // libical gives an event without DTEND the end of its start.
    assert_eq!(instants(&lines), expected());
    for message in messages(&folder) {
        let lines = said(Command::new(&program).arg(message)).unwrap();
        assert_eq!(lines.lines().count(), 1);
    }
}

#[test]
fn ical_js_finds_the_same_instants_by_the_files_own_vtimezones() {
    let folder = TempDir::new().unwrap();
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/package.json");
    let lines = said(
        Command::new("node")
            .arg(scripts().join("events.mjs"))
            .arg(calendar(&folder))
            .arg(packages),
    );
    match lines {
        Some(lines) => assert_eq!(instants(&lines), expected()),
        None => left_out("ical.js"),
    }
}

/// How often each property stands in which component, counted by the text alone.
fn counts(text: &str) -> BTreeMap<String, u64> {
    let mut component = Vec::new();
    let mut counts = BTreeMap::<String, u64>::new();
    for line in text.replace("\r\n ", "").lines() {
        let name = line.split([':', ';']).next().unwrap();
        match name {
            "BEGIN" => component.push(line["BEGIN:".len()..].to_owned()),
            "END" => drop(component.pop()),
            name => {
                let key = format!("{} {name}", component.last().unwrap());
                *counts.entry(key).or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn python_icalendar_loses_no_property() {
    let folder = TempDir::new().unwrap();
    for file in std::iter::once(calendar(&folder)).chain(messages(&folder)) {
        let Some(said) = python("properties.py", &[&file]) else {
            return;
        };
        let read: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(read["errors"], serde_json::json!([]));
        assert_eq!(read["stable"], true);
        let theirs: BTreeMap<String, u64> = serde_json::from_value(read["counts"].clone()).unwrap();
        assert_eq!(theirs, counts(&std::fs::read_to_string(&file).unwrap()));
    }
}

#[test]
fn vobject_reads_each_name_and_time() {
    let folder = TempDir::new().unwrap();
    let file = calendar(&folder);
    let Some(said) = python("vobject_events.py", &[&file]) else {
        return;
    };
    let read: BTreeMap<String, (i64, i64, String)> = serde_json::from_str(&said).unwrap();
    let times: Instants = read
        .iter()
        .map(|(uid, (start, end, _))| (uid.clone(), (*start, *end)))
        .collect();
    assert_eq!(times, expected());
    let plan = nasty();
    for event in plan.events().values() {
        let title = event.title.in_language(Language::TraditionalChinese);
        let expected = outreach_exchange::line_text(title).replace(['\n', '\t'], " ");
        assert_eq!(read[&event.uid].2, expected);
    }
}

#[test]
fn the_strictest_reader_takes_every_event() {
    let folder = TempDir::new().unwrap();
    let calendar = calendar(&folder);
    let messages = messages(&folder);
    let files: Vec<&Path> = std::iter::once(&calendar)
        .chain(&messages)
        .map(PathBuf::as_path)
        .collect();
    let Some(said) = python("strict.py", &files) else {
        return;
    };
    let counts: Vec<usize> = said.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(counts[0], expected().len());
    assert_eq!(counts[1..], vec![1; messages.len()]);
}

#[test]
fn a_caldav_server_keeps_every_event_with_its_sequence_and_times() {
    let folder = TempDir::new().unwrap();
    let Some(said) = python("round_trip.py", &[&calendar(&folder)]) else {
        return;
    };
    let back: BTreeMap<&str, &str> = said.lines().filter_map(|line| line.split_once(' ')).collect();
    assert_eq!(back.len(), expected().len(), "{said}");
    assert_eq!(back["0004@outreach"], "3 20270110T230000 20270111T010000");
    assert_eq!(back["0002@outreach"], "0 20271031T013000Z 20271031T030000");
    assert_eq!(back["0003@outreach"], "0 20270301 20270304");
    assert_eq!(back["gone@outreach"], "7 20270520T150000 20270520T160000");
}

#[test]
fn a_caldav_server_takes_an_update_and_a_cancellation_in_the_place_of_what_it_had() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, plan: &Plan| {
        let path = folder.path().join(name);
        std::fs::create_dir(&path).unwrap();
        let files = with_file(plan, |file| {
            let file = CalendarFile {
                cancelled: &[],
                journeys: &[],
                ..file
            };
            write_calendars(&file, Layout::PerEvent).unwrap()
        });
        for file in files {
            std::fs::write(path.join(file.name), file.bytes).unwrap();
        }
        path
    };
    let first = common::awkward();
    let mut second = Plan::new(first.rules().clone());
    let uid = |uid: &str| {
        first
            .events()
            .values()
            .find(|event| event.uid == uid)
            .unwrap()
            .clone()
    };
    let mut moved = uid("0001@outreach");
    moved.sequence += 1;
    moved.start += chrono::TimeDelta::minutes(90);
    moved.end += chrono::TimeDelta::minutes(90);
    let mut off = uid("0005@outreach");
    off.sequence += 1;
    off.status = Status::Cancelled;
    second.put(moved);
    second.put(off);
    let (first, second) = (write("first", &first), write("second", &second));
    let Some(said) = python("updates.py", &[&first, &second]) else {
        return;
    };
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "0001@outreach 1 CONFIRMED 20270514T163000",
            "0002@outreach 0 CONFIRMED 20271031T013000Z",
            "0003@outreach 0 CONFIRMED 20270301",
            "0004@outreach 3 CANCELLED 20270110T230000",
            "0005@outreach 1 CANCELLED 20270601T090000",
            "0006@outreach 0 CONFIRMED 20270602T090000",
        ]
    );
}
