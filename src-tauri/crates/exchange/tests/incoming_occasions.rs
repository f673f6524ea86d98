//! Series as PyPI recurring-ical-events has them: the corpus and generated rules. Without the peer the test says so;
//! with `OUTREACH_PEERS=required` that counts as a failure.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// A small generator of numbers: the same rules at each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[usize::try_from(self.below(choices.len() as u64)).unwrap()]
    }
}

fn rule(dice: &mut Dice) -> String {
    let frequency = dice.of(&["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]);
    let mut rule = format!("FREQ={frequency};INTERVAL={}", 1 + dice.below(4));
    let parts: &[&str] = match frequency {
        "YEARLY" => &[
            "BYMONTH=3,10",
            "BYMONTH=2;BYMONTHDAY=29",
            "BYDAY=1SU,-1SU",
            "BYDAY=MO,FR",
            "BYMONTH=11;BYDAY=4TH",
            "BYYEARDAY=1,-1,100",
            "BYWEEKNO=20;BYDAY=MO",
            "BYWEEKNO=1,-1;BYDAY=TH",
            "BYMONTHDAY=-1",
            "BYMONTH=6;BYDAY=MO;BYSETPOS=-1",
            "",
        ],
        "MONTHLY" => &[
            "BYDAY=1FR",
            "BYDAY=-2MO",
            "BYMONTHDAY=31",
            "BYMONTHDAY=1,15,-1",
            "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "BYDAY=FR;BYMONTHDAY=13",
            "BYMONTH=1,6",
            "BYDAY=SA,SU;BYSETPOS=1,-1",
            "",
        ],
        "WEEKLY" => &[
            "BYDAY=MO,WE",
            "BYDAY=SU;WKST=SU",
            "BYDAY=TU,SU;WKST=MO",
            "BYMONTH=3,4",
            "BYDAY=SA;BYHOUR=9,21",
            "",
        ],
        "DAILY" => &[
            "BYDAY=MO,TU,WE,TH,FR",
            "BYMONTH=10",
            "BYMONTHDAY=1,2,3",
            "BYHOUR=1,2,13",
            "BYHOUR=9;BYMINUTE=0,30",
            "",
        ],
        "HOURLY" => &["BYHOUR=9,10,11", "BYDAY=MO", "BYMINUTE=0,20", "BYMONTHDAY=1"],
        _ => &["BYHOUR=12;BYMINUTE=0,30", "BYDAY=MO;BYHOUR=9;BYMINUTE=15,45"],
    };
    let part = dice.of(parts);
    if !part.is_empty() {
        let _ = write!(rule, ";{part}");
    }
    // By the hour it would be too many.
    match if matches!(frequency, "HOURLY" | "MINUTELY") {
        0
    } else {
        dice.below(3)
    } {
        0 => {
            let _ = write!(rule, ";COUNT={}", 1 + dice.below(40));
        }
        1 => {
            let _ = write!(
                rule,
                ";UNTIL=2027{:02}{:02}T120000Z",
                1 + dice.below(12),
                1 + dice.below(28)
            );
        }
        _ => {
            // None runs so long that it would be cut.
            let _ = write!(rule, ";UNTIL=20271231T235959Z");
        }
    }
    rule
}

/// Series in zones that change their clocks, with exceptions, additions and changed occasions.
fn generated(series: u64) -> String {
    let mut dice = Dice(20_261_122);
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n");
    for number in 0..series {
        let zone = dice.of(&[
            "Europe/London",
            "America/New_York",
            "America/Vancouver",
            "Asia/Hong_Kong",
            "Australia/Lord_Howe",
            "Africa/Casablanca",
            "America/Havana",
        ]);
        let day = format!("2026{:02}{:02}", 1 + dice.below(12), 1 + dice.below(28));
        let hour = dice.below(24);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20261122T000000Z\r\nSUMMARY:S\r\n"
        );
        let all_day = dice.below(6) == 0;
        let rule = rule(&mut dice);
        if all_day && !rule.contains("HOUR") && !rule.contains("MINUTE") {
            let rule = rule.replace("T120000Z", "").replace("T235959Z", "");
            let _ = write!(
                text,
                "DTSTART;VALUE=DATE:{day}\r\nDURATION:P2D\r\nRRULE:{rule}\r\n"
            );
        } else {
            let _ = write!(
                text,
                "DTSTART;TZID={zone}:{day}T{hour:02}3000\r\nDURATION:PT{}M\r\nRRULE:{rule}\r\n",
                15 + 15 * dice.below(8)
            );
            if dice.below(3) == 0 {
                let _ = write!(
                    text,
                    "RDATE;TZID={zone}:20270{}17T101500,20270920T000000\r\n",
                    1 + dice.below(8)
                );
                let _ = write!(text, "EXDATE;TZID={zone}:20270920T000000\r\n");
            }
        }
        text.push_str("END:VEVENT\r\n");
    }
    text + "END:VCALENDAR\r\n"
}

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
