//! Every zone name, 2020–2037, both directions, against Python's zoneinfo on the same release.
//!
//! `OUTREACH_PYTHON` names a Python that has the package `tzdata`; without it the test says that it was skipped.
#![expect(clippy::unwrap_used, reason = "in a test, what cannot be read is a failure")]
#![expect(
    clippy::print_stderr,
    reason = "a skipped test says so; figures are for the reader"
)]

use std::{
    collections::BTreeSet,
    env, fmt,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    thread,
};

use chrono::DateTime;
use outreach_zones::{Resolution, Rules, Zone};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/oracle.py");

#[derive(Default)]
struct Tally {
    instants: usize,
    walls: usize,
    gaps: usize,
    folds: usize,
    differences: Vec<String>,
}

impl Tally {
    fn differ(&mut self, what: impl fmt::Display) {
        self.differences.push(what.to_string());
    }

    /// Checks one line of the oracle's answers.
    fn check(&mut self, zone: &Zone, line: &str) {
        let fields: Vec<&str> = line.split(' ').collect();
        let number = |index: usize| fields[index].parse::<i64>().unwrap();
        let time = DateTime::from_timestamp_secs(number(1)).unwrap();
        if fields[0] == "I" {
            self.instants += 1;
            let (wall, moment) = zone.at(time);
            if i64::from(moment.offset_s) != number(2) || (wall - time.naive_utc()).num_seconds() != number(2)
            {
                self.differ(format_args!("{zone} {line}: {moment:?}"));
            }
            return;
        }
        self.walls += 1;
        let utc = |index: usize| time - chrono::TimeDelta::seconds(number(index));
        let resolution = zone.resolve(time.naive_utc());
        let same = match resolution {
            Resolution::Unique(moment) => {
                fields[2] == "u" && moment.utc == utc(3) && i64::from(moment.offset_s) == number(3)
            }
            Resolution::Fold { earlier, later } => {
                self.folds += 1;
                fields[2] == "f"
                    && (earlier.utc, later.utc) == (utc(3), utc(4))
                    && [i64::from(earlier.offset_s), i64::from(later.offset_s)] == [number(3), number(4)]
            }
            Resolution::Gap(gap) => {
                self.gaps += 1;
                // Fold 0 in a gap takes the offset before it, as RFC 5545 does.
                fields[2] == "g"
                    && (gap.later_reading.utc, gap.earlier_reading.utc) == (utc(3), utc(4))
                    && i64::from(gap.length_s) == number(4) - number(3)
            }
        };
        if !same {
            self.differ(format_args!("{zone} {line}: {resolution:?}"));
        }
    }
}

#[test]
fn no_answer_differs_from_zoneinfo_for_any_name_from_2020_to_2037() {
    let Some(python) = env::var_os("OUTREACH_PYTHON").filter(|python| !python.is_empty()) else {
        eprintln!("skipped: OUTREACH_PYTHON is not set to a Python with the package tzdata");
        return;
    };
    let has_tzdata = Command::new(&python)
        .args(["-c", "import tzdata"])
        .stderr(Stdio::null())
        .status();
    if !has_tzdata.is_ok_and(|status| status.success()) {
        eprintln!("skipped: {} cannot import tzdata", python.display());
        return;
    }
    let rules = Rules::bundled();
    let mut child = Command::new(&python)
        .arg(SCRIPT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let told: String = rules
        .names()
        .map(|name| changes(&rules.zone(name).unwrap()))
        .collect();
    let feed = thread::spawn(move || stdin.write_all(told.as_bytes()).unwrap());

    let mut tally = Tally::default();
    let mut names = BTreeSet::new();
    let mut zone = None;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        match line.split_once(' ').unwrap() {
            ("V", release) if release == rules.release().to_string() => {}
            ("V", release) => {
                eprintln!(
                    "skipped: the Python has release {release}, the bundled rules are {}",
                    rules.release()
                );
                child.kill().unwrap();
                let _ = (feed.join(), child.wait());
                return;
            }
            ("Z", name) => {
                zone = Some(rules.zone(name).unwrap());
                assert_eq!(zone.as_ref().unwrap().name(), name);
                names.insert(name.to_owned());
            }
            _ => tally.check(zone.as_ref().unwrap(), &line),
        }
    }
    feed.join().unwrap();
    assert!(child.wait().unwrap().success());
    let Tally {
        instants,
        walls,
        gaps,
        folds,
        differences,
    } = tally;
    eprintln!(
        "{} names, {instants} instants, {walls} wall times ({gaps} in gaps, {folds} in folds): {} differences",
        names.len(),
        differences.len()
    );
    assert!(
        differences.is_empty(),
        "{:#?}",
        &differences[..differences.len().min(20)]
    );
    let ours: BTreeSet<String> = rules.names().map(str::to_owned).collect();
    assert_eq!(ours, names, "the same names");
    assert!(gaps > 10_000 && folds > 10_000, "the sample meets gaps and folds");
}

/// A line for the oracle: the zone's name, then its changes.
fn changes(zone: &Zone) -> String {
    let (from, until) = (
        "2019-12-31T00:00:00Z".parse().unwrap(),
        "2038-01-02T00:00:00Z".parse().unwrap(),
    );
    let mut line = zone.name().to_owned();
    for change in zone.transitions(from, until) {
        line.push_str(&format!(" {}", change.utc.timestamp()));
    }
    line + "\n"
}
