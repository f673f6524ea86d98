//! The sample programme, the faces of this system, and other programs that read PDF.
#![allow(dead_code, reason = "each test file uses a part")]
#![expect(clippy::print_stderr, reason = "a test that was skipped says so")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use outreach_plan::{Audience, Event, Language, MissionId, Plan, sample};
use outreach_print::{Faces, Paper, PaperSize};
use outreach_zones::Rules;

pub(crate) const LANGUAGES: [Language; 3] = [
    Language::English,
    Language::TraditionalChinese,
    Language::SimplifiedChinese,
];
const FOLDER: &str = "/usr/share/fonts/opentype/noto";
static FACES: OnceLock<Option<Faces>> = OnceLock::new();

/// The faces of Debian's `fonts-noto-cjk`; none, said aloud, where they are not installed.
pub(crate) fn faces() -> Option<Faces> {
    let found = FACES.get_or_init(|| {
        let files = ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"];
        let files: Option<Vec<Vec<u8>>> = files
            .iter()
            .map(|name| fs::read(Path::new(FOLDER).join(name)).ok())
            .collect();
        files.map(Faces::new)
    });
    if found.is_none() {
        absent("Noto Sans CJK");
    }
    found.clone()
}

/// Says that something is missing; fails where all of it is required.
pub(crate) fn absent(what: &str) {
    assert!(
        std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
        "{what} is required and not there"
    );
    eprintln!("skipped: {what} is not installed");
}

/// Whether a program is there.
pub(crate) fn has(program: &str) -> bool {
    let there = Command::new(program)
        .arg(if program == "qpdf" { "--version" } else { "-v" })
        .output()
        .is_ok();
    if !there {
        absent(program);
    }
    there
}

pub(crate) fn run(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().expect("the program is there");
    assert!(
        output.status.success(),
        "{program}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn written(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("the folder takes files");
    path
}

/// The sample programme as of November 2026.
pub(crate) fn plan() -> Plan {
    let mut n = 0;
    let mut ids = || {
        n += 1;
        uuid::Uuid::from_u128(n)
    };
    let rules = Rules::bundled();
    let mut plan = Plan::new(rules.clone());
    let (today, now) = (
        "2026-11-22".parse().expect("a day"),
        "2026-11-22T06:00:00Z".parse().expect("a moment"),
    );
    for record in sample::build(today, now, &rules, &mut ids) {
        plan.put(record);
    }
    plan
}

pub(crate) fn events(plan: &Plan) -> Vec<&Event> {
    plan.events().values().collect()
}

/// The mission with the most events.
pub(crate) fn mission(plan: &Plan) -> MissionId {
    plan.missions()
        .values()
        .max_by_key(|mission| plan.events_of(mission.id).len())
        .expect("the sample has missions")
        .id
}

pub(crate) fn paper(language: Language, audience: Audience) -> Paper<'static> {
    Paper {
        title: "",
        language,
        audience,
        written: "2026-11-22T06:00:00Z".parse().expect("a moment"),
        size: PaperSize::A4,
    }
}

/// The text of each page.
pub(crate) fn pages(folder: &tempfile::TempDir, bytes: &[u8]) -> Vec<String> {
    let path = written(folder, "pages.pdf", bytes);
    let text = run("pdftotext", &["-layout"], &path);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

/// Text without blanks: where lines were broken does not matter.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
