//! Wall times of every zone name, 2020–2037, by the VTIMEZONE that we write, as libical and ical.js read it.
//!
//! A wall time that clocks show once must be the same instant for every reader, by the component of a long span and
//! of the short one that a calendar has. What readers make of gaps and folds differs between them (ical.js takes the
//! later of two): that is told, and is why the calendar writes such times in UTC.
#![expect(
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a skipped test says so; figures are for the reader; what cannot be read is a failure"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use outreach_zones::{Resolution, Rules, Zone};

fn skipped(what: &str) {
    assert!(
        std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
        "{what} is not there"
    );
    eprintln!("skipped: {what} is not there");
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers")
}

fn year(year: i32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .unwrap()
        .and_time(chrono::NaiveTime::MIN)
        .and_utc()
}

/// Walls on every ninth day at changing hours, and by quarters of an hour around each change.
fn walls(zone: &Zone, from: i32, until: i32) -> Vec<NaiveDateTime> {
    let (begin, end) = (
        year(from) + TimeDelta::days(1),
        year(until + 1) - TimeDelta::days(1),
    );
    let mut walls: Vec<NaiveDateTime> = (0..)
        .map(|step| begin.naive_utc() + TimeDelta::hours(9 * 24 + 5) * step)
        .take_while(|wall| *wall < end.naive_utc())
        .collect();
    for change in zone.transitions(begin, end) {
        for offset_s in [change.offset_before_s, change.offset_after_s] {
            let wall = change.utc.naive_utc() + TimeDelta::seconds(offset_s.into());
            walls.extend((-8..=8).map(|quarter| wall + TimeDelta::minutes(15 * quarter)));
            walls.extend([wall - TimeDelta::seconds(1), wall + TimeDelta::seconds(1)]);
        }
    }
    walls
}

/// A calendar of all components for one span, and the walls to look up in it.
fn written(folder: &Path, name: &str, component: (i32, i32), span: (i32, i32)) -> (PathBuf, PathBuf, usize) {
    let rules = Rules::bundled();
    let mut calendar = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
    let (mut lines, mut once) = (String::new(), 0);
    for name in rules.names() {
        let zone = rules.zone(name).unwrap();
        calendar.push_str(&zone.vtimezone(component.0, component.1));
        for wall in walls(&zone, span.0, span.1) {
            let resolution = zone.resolve(wall);
            let kind = match resolution {
                Resolution::Unique(_) => "once",
                Resolution::Fold { .. } => "twice",
                Resolution::Gap(_) => "never",
            };
            once += usize::from(kind == "once");
            let (shown, instant) = (wall.and_utc().timestamp(), resolution.pick(None).utc.timestamp());
            writeln!(lines, "{name} {shown} {instant} {kind}").unwrap();
        }
    }
    calendar.push_str("END:VCALENDAR\r\n");
    let files = (
        folder.join(format!("{name}.ics")),
        folder.join(format!("{name}.txt")),
    );
    std::fs::write(&files.0, calendar).unwrap();
    std::fs::write(&files.1, lines).unwrap();
    (files.0, files.1, once)
}

fn check(reader: &str, command: &mut Command, once: usize) {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{reader}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report = String::from_utf8(output.stdout).unwrap();
    eprintln!("{reader}\n{report}");
    let of = |kind: &str| {
        let line = report.lines().find_map(|line| line.strip_prefix(kind)).unwrap();
        let mut numbers = line
            .split_whitespace()
            .map(|number| number.parse::<usize>().unwrap());
        (numbers.next().unwrap(), numbers.next().unwrap())
    };
    assert_eq!(of("once"), (once, 0), "{reader}\n{report}");
    if report.contains("back") {
        assert_eq!(of("back").1, 0, "{reader}\n{report}");
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn libical_finds_the_same_instants_in_both_directions() {
    let folder = folder("walls-libical");
    let program = folder.join("walls");
    let built = Command::new("cc")
        .args(["-O1", "-o"])
        .arg(&program)
        .arg(scripts().join("walls.c"))
        .arg("-lical")
        .output();
    if !built.is_ok_and(|built| built.status.success()) {
        return skipped("libical");
    }
    for (name, component, span) in [
        ("long", (2020, 2037), (2020, 2037)),
        ("short", (2025, 2029), (2026, 2028)),
    ] {
        let (calendar, walls, once) = written(&folder, name, component, span);
        check(
            &format!("libical, {name}"),
            Command::new(&program).args([calendar, walls]),
            once,
        );
    }
}

#[test]
fn ical_js_finds_the_same_instants() {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/package.json");
    let there = Command::new("node").arg("--version").output().is_ok()
        && packages.with_file_name("node_modules/ical.js").is_dir();
    if !there {
        return skipped("ical.js");
    }
    let folder = folder("walls-ical-js");
    for (name, component, span) in [
        ("long", (2020, 2037), (2020, 2037)),
        ("short", (2025, 2029), (2026, 2028)),
    ] {
        let (calendar, walls, once) = written(&folder, name, component, span);
        check(
            &format!("ical.js, {name}"),
            Command::new("node")
                .arg(scripts().join("walls.mjs"))
                .args([calendar, walls, packages.clone()]),
            once,
        );
    }
}
