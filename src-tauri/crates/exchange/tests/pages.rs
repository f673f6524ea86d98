//! The public page: what is on it, and what html5lib, axe and Chromium say of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use std::path::{Path, PathBuf};
use std::process::Command;

use outreach_exchange::{Outgoing, write_html};
use outreach_plan::{Event, Language, Plan, Status, sample};
use outreach_zones::Rules;
use uuid::Uuid;

const LANGUAGES: [(Language, &str); 3] = [
    (Language::English, "en"),
    (Language::TraditionalChinese, "zh-hant"),
    (Language::SimplifiedChinese, "zh-hans"),
];

fn page(plan: &Plan, language: Language, title: &str) -> String {
    let mut events: Vec<&Event> = plan.events().values().collect();
    events.sort_by_key(|event| event.start);
    let out = Outgoing {
        plan,
        events: &events,
        title,
        language,
        written: common::written(),
    };
    String::from_utf8(write_html(&out).unwrap()).unwrap()
}

fn sample() -> Plan {
    let mut number = 0;
    let mut ids = || {
        number += 1;
        Uuid::from_u128(number)
    };
    let rules = Rules::bundled();
    let today = common::written().date_naive();
    let mut plan = Plan::new(rules.clone());
    for record in sample::build(today, common::written(), &rules, &mut ids) {
        plan.put(record);
    }
    plan
}

/// Pages of the sample in each language, and of the awkward events.
fn written() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).unwrap();
    let (sample, awkward) = (sample(), common::awkward());
    let mut files = Vec::new();
    for (language, tag) in LANGUAGES {
        let title = match language {
            Language::English => "Outreach programme 2027",
            Language::TraditionalChinese => "2027年海外推廣計劃",
            Language::SimplifiedChinese => "2027年海外推广计划",
        };
        let awkward = (language == Language::English).then_some(("awkward", &awkward));
        for (name, plan) in std::iter::once(("sample", &sample)).chain(awkward) {
            let file = folder.join(format!("{name}-{tag}.html"));
            std::fs::write(&file, page(plan, language, title)).unwrap();
            files.push(file);
        }
    }
    files
}

fn check(said: &str, files: &[PathBuf]) {
    let reports: Vec<Vec<String>> = serde_json::from_str(said).unwrap();
    assert_eq!(reports.len(), files.len());
    for (report, file) in reports.iter().zip(files) {
        assert!(report.is_empty(), "{}\n{}", file.display(), report.join("\n"));
    }
}

#[test]
fn html5lib_has_no_objection() {
    let files = written();
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    if let Some(said) = programs::python("page.py", &paths) {
        check(&said, &files);
    }
}

#[test]
fn axe_finds_no_barrier_and_the_choice_works_without_scripts() {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/package.json");
    let chromium = std::env::var_os("OUTREACH_CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into());
    if !Path::new(&chromium).exists() {
        return programs::left_out("Chromium");
    }
    let files = written();
    let mut command = Command::new("node");
    command
        .arg(programs::scripts().join("page.mjs"))
        .arg(packages)
        .args(&files);
    match programs::said(&mut command) {
        Some(said) => check(&said, &files),
        None => programs::left_out("playwright-core"),
    }
}

#[test]
fn nobody_of_the_office_and_nothing_of_its_inside_is_on_the_page() {
    let mut plan = sample();
    let mut event = plan.events().values().next().unwrap().clone();
    event.status = Status::Confirmed;
    event.speakers = vec!["Speaker Nobody".to_owned()];
    event.notes = "zqx note".to_owned();
    event.run_sheet = "09:00 zqx".to_owned();
    event.tags = vec!["zqx tag".to_owned()];
    plan.put(event);
    for (language, _) in LANGUAGES {
        let page = page(&plan, language, "Programme");
        assert!(!page.contains("zqx") && !page.contains("Speaker Nobody"));
        for delegate in plan.delegates().values() {
            for name in [
                delegate.full_name(),
                delegate.chinese.clone(),
                delegate.organisation.clone(),
            ] {
                let on_its_own = plan.partners().values().any(|partner| {
                    [&partner.name.en, &partner.name.zh_hant, &partner.name.zh_hans].contains(&&name)
                });
                assert!(name.is_empty() || on_its_own || !page.contains(&name), "{name}");
            }
        }
    }
}

#[test]
fn an_idea_is_not_told_to_the_public() {
    let mut plan = common::awkward();
    let mut idea = plan.events().values().next().unwrap().clone();
    idea.status = Status::Idea;
    plan.put(idea);
    let page = page(&plan, Language::English, "Programme");
    assert!(!page.contains("Plain") && page.contains("5 events"), "{page}");
}

#[test]
fn both_clocks_stand_with_their_day_where_it_is_another() {
    let page = page(&common::awkward(), Language::English, "Programme");
    for part in [
        "<time datetime=\"2027-05-14T15:00+01:00\">15:00–17:00</time> <small>UTC+01:00</small>",
        "<span class=\"at\">Hong Kong</span> 22:00 – Sat 15 May 00:00",
        "Mon 1 Mar – Wed 3 Mar, all day",
        "UTC+00:00",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
}

#[test]
fn what_is_in_another_language_says_so() {
    let page = page(&common::awkward(), Language::TraditionalChinese, "節目");
    assert!(page.contains("<span lang=\"en\">Plain</span>"), "{page}");
    assert!(!page.contains("<span lang=\"zh-Hant\">"), "{page}");
}
