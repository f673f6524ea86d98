//! VTIMEZONE text of every zone, read by libical and python-icalendar, must give zoneinfo's offsets 2020–2037.
//!
//! `OUTREACH_PYTHON` names a Python that has the packages `tzdata` and `icalendar`; a reader that is absent is said to
//! be skipped.
#![expect(
    clippy::print_stderr,
    reason = "a skipped test says so; figures are for the reader"
)]

use std::{
    env,
    io::Write,
    process::{Command, Stdio},
    thread,
};

use outreach_zones::Rules;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/readers.py");

#[test]
fn other_programmes_read_each_vtimezone_and_find_the_same_offsets() {
    let Some(python) = env::var_os("OUTREACH_PYTHON").filter(|python| !python.is_empty()) else {
        eprintln!("skipped: OUTREACH_PYTHON is not set to a Python with the packages tzdata and icalendar");
        return;
    };
    let version = "import tzdata; print(tzdata.IANA_VERSION)";
    let version = Command::new(&python)
        .args(["-c", version])
        .stderr(Stdio::null())
        .output();
    let version = version
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default();
    let rules = Rules::bundled();
    if version != rules.release().to_string() {
        eprintln!(
            "skipped: {} has tzdata `{version}`, not {}",
            python.display(),
            rules.release()
        );
        return;
    }
    let texts: String = rules
        .names()
        .map(|name| rules.zone(name).unwrap().vtimezone(2020, 2037))
        .collect();
    let mut child = Command::new(&python)
        .arg(SCRIPT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feed = thread::spawn(move || stdin.write_all(texts.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    assert!(output.status.success());
    let report = String::from_utf8(output.stdout).unwrap();
    eprintln!("{report}");
    let mut readers = 0;
    for line in report.lines().filter(|line| !line.starts_with(' ')) {
        let fields: Vec<&str> = line.split(' ').collect();
        if fields[1] == "skipped" {
            continue;
        }
        readers += 1;
        let number = |index: usize| fields[index].parse::<usize>().unwrap();
        assert_eq!(number(1), rules.names().count(), "{line}");
        assert!(number(2) > 100 * number(1), "{line}");
        assert_eq!(number(3), 0, "{report}");
    }
    if readers == 0 {
        eprintln!("skipped: no reader is installed");
    }
}
