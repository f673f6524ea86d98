//! Rules compiled from their source, against the same release compiled by the database's own compiler.
//!
//! `OUTREACH_PYTHON` names a Python that has the package `tzdata`, which carries the source; without it the tests that
//! need the source say that they were skipped.
#![expect(clippy::unwrap_used, reason = "in a test, what cannot be read is a failure")]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]

use std::{collections::BTreeSet, env, fs, process::Command};

use chrono::{DateTime, TimeDelta, Utc};
use outreach_zones::{Rules, RulesError, Source};
use proptest::prelude::*;

/// The source of the release that is bundled; none where there is no Python that has it.
fn source() -> Option<String> {
    let python = env::var_os("OUTREACH_PYTHON").filter(|python| !python.is_empty())?;
    let script =
        "import tzdata, os; print(os.path.join(os.path.dirname(tzdata.__file__), 'zoneinfo', 'tzdata.zi'))";
    let output = Command::new(python).args(["-c", script]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let path = String::from_utf8(output.stdout).unwrap();
    Some(fs::read_to_string(path.trim()).unwrap())
}

macro_rules! source_or_skip {
    () => {
        match source() {
            Some(text) => text,
            None => {
                eprintln!("skipped: OUTREACH_PYTHON is not set");
                return;
            }
        }
    };
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn every_change_of_every_name_is_where_the_databases_own_compiler_has_it() {
    let text = source_or_skip!();
    let compiled = Rules::from_zi(&text, Source::Imported).unwrap();
    let bundled = Rules::bundled();
    assert_eq!(compiled.release(), bundled.release());
    // Factory stands for a machine that nobody has set up; packs leave it out or not as they like.
    let names = |rules: &Rules| -> BTreeSet<String> {
        rules
            .names()
            .filter(|name| *name != "Factory")
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(names(&compiled), names(&bundled));
    let mut different = Vec::new();
    let (mut zones, mut changes) = (0, 0);
    for name in names(&bundled) {
        let (ours, theirs) = (compiled.zone(&name).unwrap(), bundled.zone(&name).unwrap());
        zones += 1;
        for (from, until) in [
            ("1800-01-01T00:00:00Z", "2120-01-01T00:00:00Z"),
            ("2400-01-01T00:00:00Z", "2402-01-01T00:00:00Z"),
        ] {
            let all = |zone: &outreach_zones::Zone| -> Vec<_> {
                zone.transitions(at(from), at(until))
                    .filter(|change| change.offset_before_s != change.offset_after_s)
                    .map(|change| {
                        (
                            change.utc,
                            change.offset_before_s,
                            change.offset_after_s,
                            change.abbreviation.to_string(),
                        )
                    })
                    .collect()
            };
            let (ours, theirs) = (all(&ours), all(&theirs));
            changes += ours.len();
            if ours != theirs {
                let first = ours.iter().zip(&theirs).find(|(one, other)| one != other);
                different.push(format!(
                    "{name}: {} and {} changes, first {first:?}",
                    ours.len(),
                    theirs.len()
                ));
            }
        }
        for instant in [
            at("1850-01-01T00:00:00Z"),
            at("2026-12-01T00:00:00Z"),
            at("2037-07-01T00:00:00Z"),
        ] {
            let (one, other) = (ours.at(instant).1, theirs.at(instant).1);
            if one != other {
                different.push(format!("{name} at {instant}: {one:?} and {other:?}"));
            }
        }
    }
    assert!(
        different.is_empty(),
        "{} of {zones}: {different:#?}",
        different.len()
    );
    assert!(zones > 590 && changes > 60_000, "{zones} {changes}");
}

#[test]
fn a_pack_of_compiled_rules_is_read_again() {
    let text = source_or_skip!();
    let compiled = Rules::from_zi(&text, Source::Imported).unwrap();
    let again = Rules::from_pack(&compiled.to_pack(), Source::Imported).unwrap();
    let vancouver = |rules: &Rules| {
        let zone = rules.zone("America/Vancouver").unwrap();
        zone.at(at("2026-12-01T12:00:00Z")).1.offset_s
    };
    assert_eq!(vancouver(&again), -7 * 3600);
    assert_eq!(again.info("Asia/Calcutta").unwrap().link_to, Some("Asia/Kolkata"));
    assert_eq!(
        again.zones_of("HK"),
        ["Asia/Hong_Kong"],
        "countries stand in from the bundled rules"
    );
}

#[test]
fn a_source_that_is_cut_short_anywhere_is_refused_or_read_whole_lines_only() {
    let text = source_or_skip!();
    let lines: Vec<&str> = text.lines().collect();
    let (mut refused, mut step) = (0, 1);
    let mut end = 1;
    while end < lines.len() {
        let cut = lines[..end].join("\n");
        match Rules::from_zi(&cut, Source::Imported) {
            Ok(rules) => assert!(rules.names().count() < 600),
            Err(_) => refused += 1,
        }
        step = step * 7 % 97 + 31;
        end += step;
    }
    assert!(refused > 20, "{refused}");
    let in_a_line = &text[..text.len() / 2];
    assert!(Rules::from_zi(in_a_line, Source::Imported).is_err());
}

const SMALL: &str = "# version 2031a\n\
    R X 2000 ma - Mar lastSu 1u 1 S\n\
    R X 2000 ma - O lastSu 1u 0 -\n\
    Z Test/One 0:10 - LMT 1900\n\
    1 X CE%sT 2020 Jun 1 2s\n\
    3 - +03\n\
    Z Test/Two -3:30 X NE%sT\n\
    Z Test/Winter 1 Y IST/GMT\n\
    R Y 1990 ma - Mar lastSu 1u 0 -\n\
    R Y 1990 ma - O lastSu 1u -1 -\n\
    Z Test/Number 5:45 - %z\n\
    L Test/Two Test/Other\n\
    L Test/Other Test/Chain\n";

#[test]
fn eras_rules_negative_saving_and_links_of_links() {
    let rules = Rules::from_zi(SMALL, Source::Imported).unwrap();
    let offset = |name: &str, instant: &str| rules.zone(name).unwrap().at(at(instant)).1;
    assert_eq!(offset("Test/One", "1899-01-01T00:00:00Z").offset_s, 600);
    assert_eq!(offset("Test/One", "2010-07-01T00:00:00Z").offset_s, 7200);
    // The era ends at two by standard time, which is one hour before midnight and two in Greenwich.
    assert_eq!(
        offset("Test/One", "2020-06-01T00:59:59Z").abbreviation.as_str(),
        "CEST"
    );
    assert_eq!(offset("Test/One", "2020-06-01T01:00:00Z").offset_s, 3 * 3600);
    assert_eq!(offset("Test/Chain", "2050-07-01T00:00:00Z").offset_s, -9000);
    assert_eq!(
        offset("Test/Chain", "2050-12-01T00:00:00Z").abbreviation.as_str(),
        "NET"
    );
    assert_eq!(
        offset("Test/Winter", "2031-01-01T00:00:00Z")
            .abbreviation
            .as_str(),
        "GMT"
    );
    assert_eq!(offset("Test/Winter", "2231-07-01T00:00:00Z").offset_s, 3600);
    assert_eq!(
        offset("Test/Number", "2031-01-01T00:00:00Z")
            .abbreviation
            .as_str(),
        "+0545"
    );
}

#[test]
fn what_is_wrong_is_named_by_its_line_or_zone() {
    let wrong = |text: String| Rules::from_zi(&text, Source::Imported).unwrap_err().to_string();
    assert!(matches!(
        Rules::from_zi("Z Test/One 1 - X\n", Source::Imported),
        Err(RulesError::Release(_))
    ));
    assert!(wrong(SMALL.replace("Mar lastSu 1u 1", "Mar lastZu 1u 1")).contains("line 2"));
    assert!(wrong(SMALL.replace("-3:30 X", "-3:30 Z")).contains("Test/Two"));
    assert!(
        wrong(SMALL.replace("L Test/Two", "L Test/Gone")).contains("Test/Other"),
        "or the other"
    );
    assert!(wrong("# version 2031a\nZ Test/One 1 - X 2020\n".to_owned()).contains("cut short"));
    assert!(wrong("# version 2031a\n".to_owned()).contains("no zone"));
    assert!(wrong("# version 2031a\n<html>\n".to_owned()).contains("line 2"));
    assert!(wrong(format!("# version 2031a\n{}", "x".repeat(2 << 20))).contains("too large"));
    let loops = "# version 2031a\nZ A/B 1 - X\nL C/D E/F\nL E/F C/D\n";
    assert!(wrong(loops.to_owned()).contains("not there"));
    assert!(wrong("# version 2031a\nZ ../etc/passwd 1 - X\n".to_owned()).contains("not the name"));
}

#[test]
fn a_rule_for_ever_in_every_form_is_followed_for_ever() {
    for (on, year, day) in [
        ("8", 2101, 8),
        ("Su>=8", 2101, 13),
        ("Su>=5", 2101, 6),
        ("lastSu", 2101, 27),
        ("Sa<=30", 2101, 26),
        ("Su>=25", 2101, 27),
    ] {
        let text = format!(
            "# version 2031a\nR X 2000 ma - Mar {on} 3s 1 S\nR X 2000 ma - O lastSu 3s 0 -\nZ Test/One 2 X TE%sT\n"
        );
        let zone = Rules::from_zi(&text, Source::Imported)
            .unwrap()
            .zone("Test/One")
            .unwrap();
        let begins = at("2101-01-01T00:00:00Z");
        let change = zone
            .transitions(begins, begins + TimeDelta::days(200))
            .next()
            .unwrap();
        assert_eq!(change.utc, at(&format!("{year}-03-{day:02}T01:00:00Z")), "{on}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_makes_it_panic(lines in prop::collection::vec("[RZL] [A-Za-z/%:<>=0-9 -]{0,60}", 0..20)) {
        let text = format!("# version 2031a\n{}\n", lines.join("\n"));
        let _ = Rules::from_zi(&text, Source::Imported);
    }

    #[test]
    fn no_rule_makes_it_panic(
        from in 1700..2500_i32, until in "(o|ma|[12][0-9]{3})", month in "(Ja|F|Mar|O|J|x)",
        on in "(last|)(Su|M|T)?(>=|<=|)[0-9]{0,2}", at in "-?[0-9]{1,3}(:[0-9]{2})?[wsugz]?",
        save in "-?[0-9](:[0-9]{2})?[sd]?", standard in "-?[0-9]{1,2}(:[0-9]{2})?",
    ) {
        let text = format!(
            "# version 2031a\nR X {from} {until} - {month} {on} {at} {save} S\nZ A/B {standard} X A%sT {until} {month} {on} {at}\n1 X %z\n"
        );
        if let Ok(rules) = Rules::from_zi(&text, Source::Imported) {
            let _ = rules.zone("A/B").unwrap().at(DateTime::UNIX_EPOCH);
        }
    }
}
