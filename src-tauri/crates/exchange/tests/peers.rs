//! The files as independent programs read them. A peer that is not there is named and its part left out; set
//! `OUTREACH_PEERS=required`, as the project's own test command does, to have that count as a failure.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use outreach_exchange::{Outgoing, write_ics, write_xlsx};
use outreach_plan::{Event, Language, Plan};
use tempfile::TempDir;

fn peers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers")
}

#[expect(clippy::print_stderr, reason = "a part that was left out must be seen")]
fn left_out(what: &str) {
    assert!(
        std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
        "{what} is not there"
    );
    eprintln!("skipped: {what} is not there");
}

/// What a command prints, or none if the peer is not there.
fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let error = String::from_utf8_lossy(&output.stderr);
    if error.contains("ModuleNotFoundError") || error.contains("Cannot find module") {
        return None;
    }
    assert!(
        output.status.success(),
        "{command:?}\n{error}\n{}",
        String::from_utf8_lossy(&output.stdout)
    );
    Some(String::from_utf8(output.stdout).unwrap())
}

fn python(script: &str, file: &Path) -> Option<String> {
    let python = std::env::var_os("OUTREACH_PYTHON").unwrap_or_else(|| "python3".into());
    let said = said(Command::new(python).arg(peers().join(script)).arg(file));
    if said.is_none() {
        left_out(script);
    }
    said
}

fn written(folder: &TempDir, plan: &Plan, write: fn(&Outgoing<'_>) -> Vec<u8>, name: &str) -> PathBuf {
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan,
        events: &events,
        title: "Peers",
        language: Language::TraditionalChinese,
        written: common::written(),
    };
    let file = folder.path().join(name);
    std::fs::write(&file, write(&out)).unwrap();
    file
}

fn calendar(folder: &TempDir) -> PathBuf {
    written(
        folder,
        &common::awkward(),
        |out| write_ics(out).unwrap(),
        "peers.ics",
    )
}

/// "UID start end" in seconds, as our own rules have it.
fn expected() -> BTreeMap<String, (i64, i64)> {
    let plan = common::awkward();
    plan.events()
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
        .collect()
}

fn instants(lines: &str) -> BTreeMap<String, (i64, i64)> {
    lines
        .lines()
        .map(|line| {
            let mut parts = line.split(' ');
            let uid = parts.next().unwrap().to_owned();
            (
                uid,
                (
                    parts.next().unwrap().parse().unwrap(),
                    parts.next().unwrap().parse().unwrap(),
                ),
            )
        })
        .collect()
}

#[test]
fn libical_has_no_objection_and_finds_the_same_instants() {
    let folder = TempDir::new().unwrap();
    let program = folder.path().join("restrictions");
    let built = Command::new("cc")
        .args(["-O1", "-o"].map(OsStr::new))
        .arg(&program)
        .arg(peers().join("restrictions.c"))
        .args(["-lical"])
        .output();
    if !built.is_ok_and(|built| built.status.success()) {
        return left_out("libical");
    }
    let lines = said(Command::new(program).arg(calendar(&folder))).unwrap();
    let mut expected = expected();
    // libical gives an event without DTEND the end of its start.
    let found = instants(&lines);
    expected.retain(|uid, _| found.contains_key(uid));
    assert_eq!(expected.len(), 6);
    assert_eq!(found, expected);
}

#[test]
fn ical_js_finds_the_same_instants_by_the_files_own_vtimezones() {
    let folder = TempDir::new().unwrap();
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/package.json");
    let script = peers().join("events.mjs");
    match said(
        Command::new("node")
            .arg(script)
            .arg(calendar(&folder))
            .arg(packages),
    ) {
        Some(lines) => assert_eq!(instants(&lines), expected()),
        None => left_out("ical.js"),
    }
}

#[test]
fn python_icalendar_loses_no_property() {
    let folder = TempDir::new().unwrap();
    let file = calendar(&folder);
    let Some(said) = python("properties.py", &file) else {
        return;
    };
    let read: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(read["errors"], serde_json::json!([]));
    assert_eq!(read["stable"], true);
    let text = std::fs::read_to_string(&file).unwrap().replace("\r\n ", "");
    let mut component = Vec::new();
    let mut counts = BTreeMap::<String, u64>::new();
    for line in text.lines() {
        let name = line.split([':', ';']).next().unwrap();
        match name {
            "BEGIN" => component.push(line["BEGIN:".len()..].to_owned()),
            "END" => drop(component.pop()),
            name => {
                *counts
                    .entry(format!("{} {name}", component.last().unwrap()))
                    .or_default() += 1;
            }
        }
    }
    let theirs: BTreeMap<String, u64> = serde_json::from_value(read["counts"].clone()).unwrap();
    assert_eq!(theirs, counts);
}

#[test]
fn the_strictest_reader_takes_every_event() {
    let folder = TempDir::new().unwrap();
    if let Some(said) = python("strict.py", &calendar(&folder)) {
        assert_eq!(said.trim(), "6");
    }
}

#[test]
fn a_caldav_server_keeps_every_event_with_its_sequence_and_times() {
    let folder = TempDir::new().unwrap();
    let Some(said) = python("round_trip.py", &calendar(&folder)) else {
        return;
    };
    let back: BTreeMap<&str, &str> = said.lines().filter_map(|line| line.split_once(' ')).collect();
    assert_eq!(back.len(), 6, "{said}");
    assert_eq!(back["0004@outreach"], "3 20270110T230000 20270111T010000");
    assert_eq!(back["0002@outreach"], "0 20271031T013000Z 20271031T030000");
    assert_eq!(back["0003@outreach"], "0 20270301 20270304");
}

#[test]
fn openpyxl_reads_dates_as_dates_and_no_cell_as_a_formula() {
    let folder = TempDir::new().unwrap();
    let book = written(
        &folder,
        &common::awkward(),
        |out| write_xlsx(out).unwrap(),
        "peers.xlsx",
    );
    let Some(said) = python("cells.py", &book) else {
        return;
    };
    let sheets: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet["name"].as_str()).collect();
    assert_eq!(names, ["全部", "中東", "歐洲", "北美洲"]);
    let all = &sheets[0];
    assert_eq!(all["frozen"], "A2");
    assert_eq!(all["rows"].as_array().unwrap().len(), 7);
    assert_eq!(
        all["rows"][1][0],
        serde_json::json!(["datetime", "2027-05-14 15:00:00"])
    );
    for row in all["rows"].as_array().unwrap() {
        for cell in row.as_array().unwrap() {
            assert!(
                !cell[1].as_str().unwrap().starts_with(['=', '+', '-', '@']),
                "{cell}"
            );
        }
    }
}
