//! Reading a calendar of 10,000 events against libical's parse, python-icalendar and khal's import, in one run.
//!
//! A peer that is not there is left out and said to be: `OUTREACH_PYTHON` names a Python with the tests' packages,
//! `OUTREACH_KHAL_PYTHON` one with khal, which asks for another icalendar and takes minutes. The peers only take the file apart, or store it; ours also
//! finds each time in its zone.

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on fails")]

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_exchange::incoming::{IncomingCalendar, Reading, read_ics};
use outreach_exchange::{Outgoing, write_ics};
use outreach_plan::{Event, Language, Plan};
use outreach_zones::Rules;

#[path = "../tests/common/mod.rs"]
mod common;

const ZONES: [&str; 5] = [
    "Europe/London",
    "Asia/Kuala_Lumpur",
    "America/Vancouver",
    "Asia/Dubai",
    "America/New_York",
];

/// A calendar as our own export has it.
fn file(events: u32) -> Vec<u8> {
    let mut plan = Plan::new(Rules::bundled());
    for (number, zone) in (0..events).zip(ZONES.iter().cycle()) {
        let day =
            chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap() + chrono::Days::new(u64::from(number % 540));
        let (start, end) = (format!("{day}T15:00:00"), format!("{day}T17:00:00"));
        let title = format!("Talent seminar {number}");
        plan.put(common::event(number.into(), &title, &start, &end, zone));
    }
    let events: Vec<&Event> = plan.events().values().collect();
    write_ics(&Outgoing {
        plan: &plan,
        events: &events,
        title: "Ten thousand",
        language: Language::English,
        written: common::written(),
    })
    .unwrap()
}

fn read(bytes: &[u8], rules: &Rules) -> IncomingCalendar {
    let reading = Reading {
        rules,
        floating_zone: None,
        zone_answers: &BTreeMap::new(),
        encoding: None,
        expand_from: None,
        expand_until: "2029-12-31".parse().unwrap(),
        expand_at_most: 1_000,
        cancel: &|_, _| ControlFlow::Continue(()),
    };
    read_ics(bytes, &reading).unwrap()
}

fn peers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers")
}

/// The first numbers a command prints.
fn numbers(command: &mut Command) -> Option<Vec<u64>> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(
        text.split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect(),
    )
}

fn libical(folder: &Path, file: &Path) -> Option<Vec<u64>> {
    let program = folder.join("parse");
    let mut compiler = Command::new("cc");
    compiler
        .args(["-O2", "-o"].map(OsStr::new))
        .arg(&program)
        .arg(peers().join("parse.c"))
        .arg("-lical");
    compiler.status().ok().filter(std::process::ExitStatus::success)?;
    numbers(Command::new(program).arg(file).arg("5"))
}

fn python(peer: &str, file: &Path, variable: &str) -> Option<Vec<u64>> {
    let python = std::env::var_os(variable)?;
    numbers(
        Command::new(python)
            .arg(peers().join("parse.py"))
            .arg(peer)
            .arg(file)
            .arg("1"),
    )
}

#[expect(clippy::print_stdout, reason = "the ratios are what this bench is run for")]
fn reading(c: &mut Criterion) {
    let rules = Rules::bundled();
    let bytes = file(10_000);
    assert_eq!(read(&bytes, &rules).events.len(), 10_000);
    let ours = (0..9)
        .map(|_| {
            let began = Instant::now();
            drop(black_box(read(&bytes, &rules)));
            began.elapsed()
        })
        .min()
        .unwrap_or_default();
    println!("reading 10,000 events ({} kB): {ours:?}", bytes.len() / 1024);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("peers.ics");
    std::fs::write(&path, &bytes).unwrap();
    let peers = [
        ("libical's parse", 3.0, libical(folder.path(), &path)),
        (
            "python-icalendar",
            50.0,
            python("icalendar", &path, "OUTREACH_PYTHON"),
        ),
        (
            "khal's import",
            50.0,
            python("khal", &path, "OUTREACH_KHAL_PYTHON"),
        ),
    ];
    for (name, least, took) in peers {
        match took.as_deref() {
            Some([nanoseconds, ..]) => {
                let theirs = Duration::from_nanos(*nanoseconds);
                let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
                println!("{name}: {theirs:?}; {ratio:.1} times ours (at least {least})");
            }
            _ => println!("skipped: {name} is not there"),
        }
    }
    let mut group = c.benchmark_group("reading");
    group.sample_size(10);
    group.bench_function("10,000 events", |b| b.iter(|| read(&bytes, &rules)));
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
