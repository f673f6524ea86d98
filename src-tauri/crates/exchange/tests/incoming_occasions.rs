//! Series as PyPI recurring-ical-events has them: the corpus and generated rules. Without the peer the test says so;
//! with `OUTREACH_PEERS=required` that counts as a failure.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use incoming_support::generated::generated;
use incoming_support::{corpus, instants, name, read_with};
use outreach_exchange::incoming::{IncomingCalendar, IncomingEvent};
use tempfile::TempDir;

const SPAN: (&str, &str) = ("19900101", "20291230");

/// By file: the occasions "uid start end", or why the peer refused it.
type Said = BTreeMap<PathBuf, Result<BTreeSet<String>, String>>;

#[expect(clippy::print_stderr, reason = "a part that was left out must be seen")]
fn peer(files: &[PathBuf]) -> Option<Said> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers/occasions.py");
    let python = std::env::var_os("OUTREACH_PYTHON").unwrap_or_else(|| "python3".into());
    let output = Command::new(python)
        .arg(script)
        .args([SPAN.0, SPAN.1])
        .args(files)
        .output()
        .ok();
    let output =
        output.filter(|output| !String::from_utf8_lossy(&output.stderr).contains("ModuleNotFoundError"));
    let Some(output) = output else {
        assert!(
            std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
            "recurring-ical-events is not there"
        );
        eprintln!("skipped: recurring-ical-events is not there");
        return None;
    };
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut said: Said = files
        .iter()
        .map(|file| (file.clone(), Ok(BTreeSet::new())))
        .collect();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let (file, rest) = line.split_once('\t').unwrap();
        let known = said.get_mut(Path::new(file)).unwrap();
        match (rest.strip_prefix("!\t"), &mut *known) {
            (Some(why), _) => *known = Err(why.to_owned()),
            (None, Ok(occasions)) => drop(occasions.insert(rest.replace('\t', " "))),
            (None, Err(_)) => {}
        }
    }
    Some(said)
}

/// Times without a zone stand in the calendar's own, as the peer has it, else in UTC.
fn read(path: &Path) -> Option<IncomingCalendar> {
    let bytes = std::fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let own = text.lines().find(|line| line.starts_with("X-WR-TIMEZONE"));
    let zone = own
        .and_then(|line| line.split_once(':'))
        .map_or("UTC", |(_, zone)| zone.trim());
    read_with(&bytes, Some(zone), &[]).ok()
}

fn in_span(event: &IncomingEvent) -> bool {
    let day = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y%m%d").unwrap();
    event.start.date() > day(SPAN.0) && event.start.date() < day(SPAN.1)
}

fn ours(calendar: &IncomingCalendar) -> BTreeSet<String> {
    calendar
        .events
        .iter()
        .filter(|event| in_span(event) && !event.zone.is_empty())
        .map(|event| {
            let (start, end) = instants(event);
            format!("{} {start} {end}", event.uid)
        })
        .collect()
}

#[test]
fn the_corpus_has_the_same_occasions() {
    let files = corpus();
    if files.is_empty() {
        return;
    }
    let Some(said) = peer(&files) else { return };
    let mut differences = String::new();
    let (mut compared, mut occasions) = (0, 0);
    for (path, theirs) in &said {
        let (Some(calendar), Ok(theirs)) = (read(path), theirs) else {
            continue;
        };
        let ours = ours(&calendar);
        compared += 1;
        // An event that one of both refuses is not compared.
        let refused = |line: &&String| {
            let uid = line.rsplitn(3, ' ').nth(2).unwrap();
            let cut = calendar.bounded.iter().any(|bounded| bounded == uid)
                && calendar.events.iter().filter(|event| event.uid == uid).count() >= 20_000;
            // A zone that nobody can tell is asked; the peer leaves its times floating.
            let asked = calendar
                .events
                .iter()
                .any(|event| event.uid == uid && event.zone.is_empty());
            cut || asked || uid.is_empty() || calendar.refused.iter().any(|item| item.uid == uid)
        };
        let known = |line: &&String| {
            line.starts_with("without-uid-")
                || EXPLAINED
                    .iter()
                    .any(|(file, uid, _)| *file == name(path) && line.starts_with(uid))
        };
        let all = ours.symmetric_difference(theirs);
        for line in all.filter(|line| !refused(line) && !known(line)) {
            let whose = if ours.contains(line) { "ours" } else { "theirs" };
            let uid = line.rsplitn(3, ' ').nth(2).unwrap();
            let begins = format!("{} {uid} {whose}: ", name(path));
            // One line for each series tells enough.
            if !differences.contains(&begins) {
                let _ = writeln!(differences, "{begins}{line}");
            }
        }
        occasions += ours.intersection(theirs).count();
    }
    assert!(
        compared > 100 && occasions > 1_000,
        "{compared} files, {occasions} occasions"
    );
    assert!(differences.is_empty(), "{differences}");
}

/// Where both differ by right: file, beginning of the UID, why.
const EXPLAINED: [(&str, &str, &str); 14] = [
    ("test_fixtures_bad_custom_ms_tz", "*masked-away2", NEGATIVE),
    ("test_fixtures_bad_custom_ms_tz2", "*masked-away2", NEGATIVE),
    (
        "test_fixtures_daily-count-exdate-recurrence-id",
        "0000001",
        NEGATIVE,
    ),
    (
        "test_fixtures_biweekly-exdate-until",
        "1234567-ABCD",
        "a series in UTC stays at its hour in UTC; the peer moves it to X-WR-TIMEZONE, which is no standard",
    ),
    (
        "test_fixtures_non-utc-until-ny",
        "test-different-tz-until",
        "UNTIL without Z is in the series' own zone; the peer takes it for UTC",
    ),
    ("test_fixtures_sabredav-school-holidays", "56df0d2b37ded", MIXED),
    ("test_fixtures_yearly-recurring-unicode", "FA9831E7", MIXED),
    (
        "test_fixtures_test_date_duration",
        "20240215T101655",
        "the peer reads no PT1W",
    ),
    (
        "test_fixtures_test_with_int_tzid",
        "040000008200E0",
        "the peer does not find the VTIMEZONE of \" 1\"",
    ),
    (
        "src_icalendar_tests_calendars_example",
        "636a0cc1dbd5a1",
        WHOLE_DAY,
    ),
    (
        "src_icalendar_tests_calendars_example",
        "636a0cc1dbfd91",
        WHOLE_DAY,
    ),
    (
        "src_icalendar_tests_calendars_example",
        "636a0cc1dc0f11",
        WHOLE_DAY,
    ),
    (
        "src_icalendar_tests_calendars_issue_1633_rdate_with_dates",
        "1 ",
        MIXED,
    ),
    (
        "src_icalendar_tests_calendars_issue_1633_rdate_with_dates_and_tzid",
        "1 ",
        MIXED,
    ),
];
const NEGATIVE: &str = "an end before the start: none here, and a warning; the peer swaps both";
const MIXED: &str = "days and times mixed, which the standard forbids: here as DTSTART has it, and a warning";
const WHOLE_DAY: &str = "DTEND is DTSTART: one whole day here, none at the peer";

#[test]
fn generated_series_have_the_same_occasions() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("generated.ics");
    std::fs::write(&file, generated(300)).unwrap();
    let Some(said) = peer(std::slice::from_ref(&file)) else {
        return;
    };
    let theirs = said[&file].as_ref().unwrap();
    let calendar = read(&file).unwrap();
    assert_eq!(
        calendar
            .refused
            .iter()
            .filter(|item| item.code != "until_before_start")
            .collect::<Vec<_>>(),
        Vec::<&_>::new()
    );
    // Whether a start that its rule doesn't have is counted, the standard leaves open.
    let undefined: BTreeSet<&str> = calendar
        .events
        .iter()
        .filter(|event| event.warnings.contains(&"start_outside_rule"))
        .map(|event| event.uid.as_str())
        .collect();
    let defined = |line: &&String| !undefined.contains(line.split(' ').next().unwrap());
    let ours = ours(&calendar);
    assert!(ours.intersection(theirs).count() > 5_000, "{}", ours.len());
    let starts = |all: &BTreeSet<String>| -> BTreeSet<String> {
        all.iter()
            .filter(defined)
            .map(|line| line.rsplit_once(' ').unwrap().0.to_owned())
            .collect()
    };
    let (ours_at, theirs_at) = (starts(&ours), starts(theirs));
    let text = generated(300);
    let differences: Vec<String> = ours_at
        .symmetric_difference(&theirs_at)
        .map(|line| {
            let whose = if ours_at.contains(line) { "ours" } else { "theirs" };
            let uid = format!("{}\r", line.split(' ').next().unwrap());
            let event = text.split("UID:").find(|event| event.starts_with(&uid));
            format!("{whose}: {line} of {}", event.unwrap())
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    // Python adds a length to the wall time. The standard has PT2H last two hours, also while clocks change.
    let changing: BTreeSet<String> = calendar
        .events
        .iter()
        .filter(|event| {
            !event.all_day
                && offset(&event.zone, event.start, event.start_fold)
                    != offset(&event.zone, event.end, event.end_fold)
        })
        .map(|event| format!("{} {}", event.uid, instants(event).0))
        .collect();
    let ends: Vec<&String> = ours
        .difference(theirs)
        .filter(defined)
        .filter(|line| !changing.contains(line.rsplit_once(' ').unwrap().0))
        .collect();
    assert_eq!(ends, Vec::<&String>::new());
}

fn offset(zone: &str, wall: chrono::NaiveDateTime, fold: Option<outreach_zones::Fold>) -> i32 {
    outreach_zones::Rules::bundled()
        .zone(zone)
        .unwrap()
        .pick(wall, fold)
        .offset_s
}
