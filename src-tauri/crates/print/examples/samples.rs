//! Prints each document of the sample programme in three languages, and a full year, into a folder to be looked at:
//! `cargo run -p outreach-print --example samples -- out`. Faces are read from Debian's folder.
#![expect(clippy::print_stdout, reason = "a program to run by hand")]

use std::path::Path;
use std::time::Instant;

use chrono::Datelike;
use outreach_plan::checks::{Assumptions, check_mission};
use outreach_plan::{Audience, Event, Language, Plan, sample};
use outreach_print::{Document, Faces, Paper, PaperSize, print};
use outreach_zones::Rules;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).unwrap_or_else(|| "out".to_owned());
    std::fs::create_dir_all(&out)?;
    let folder = Path::new("/usr/share/fonts/opentype/noto");
    let started = Instant::now();
    let faces = Faces::new([
        std::fs::read(folder.join("NotoSansCJK-Regular.ttc"))?,
        std::fs::read(folder.join("NotoSansCJK-Bold.ttc"))?,
    ]);
    println!("faces {:?} {faces:?}", started.elapsed());
    let mut n = 0;
    let mut ids = || {
        n += 1;
        uuid::Uuid::from_u128(n)
    };
    let (today, now) = ("2026-11-22".parse()?, "2026-11-22T06:00:00Z".parse()?);
    let rules = Rules::bundled();
    let mut plan = Plan::new(rules.clone());
    for record in sample::build(today, now, &rules, &mut ids) {
        plan.put(record);
    }
    let events: Vec<&Event> = plan.events().values().collect();
    let found = |id| check_mission(&plan, &Assumptions::default(), id).len();
    let most = plan
        .missions()
        .values()
        .max_by_key(|mission| found(mission.id) * 3 + plan.events_of(mission.id).len());
    let mission = most.expect("a mission").id;
    let findings = check_mission(&plan, &Assumptions::default(), mission);
    let mut event = plan.events_of(mission)[0].clone();
    event.run_sheet = "13:30 Team at the venue\n14:30 Doors open, registration\n15:00–15:10 Welcome\n15:10 Talk\nwith questions\n17:00 Close".to_owned();
    let year = today.year() + 1;
    let mut plan_with_order = plan.clone();
    plan_with_order.put(event.clone());
    let month = events
        .iter()
        .filter(|event| event.start.date() > today)
        .map(|event| event.start.date())
        .min()
        .expect("an event");
    for (language, tag) in [
        (Language::English, "en"),
        (Language::TraditionalChinese, "hant"),
        (Language::SimplifiedChinese, "hans"),
    ] {
        for audience in [Audience::Internal, Audience::Public] {
            let paper = Paper {
                title: "",
                language,
                audience,
                written: now,
                size: PaperSize::A4,
            };
            for (document, name) in [
                (
                    Document::Year {
                        plan: &plan,
                        events: &events,
                        year,
                    },
                    "year",
                ),
                (
                    Document::Month {
                        plan: &plan,
                        events: &events,
                        month,
                    },
                    "month",
                ),
                (
                    Document::Booklet {
                        plan: &plan_with_order,
                        mission,
                        findings: &findings,
                    },
                    "booklet",
                ),
                (
                    Document::RunSheet {
                        plan: &plan_with_order,
                        event: event.id,
                    },
                    "run-sheet",
                ),
            ] {
                let started = Instant::now();
                let pdf = print(&document, &paper, &faces)?;
                println!(
                    "{name} {tag} {audience:?}: {} pages, {} kB, {:?}, conforms {}, missing {:?}",
                    pdf.pages,
                    pdf.bytes.len() / 1000,
                    started.elapsed(),
                    pdf.conforms,
                    pdf.missing
                );
                let key = audience.key();
                std::fs::write(Path::new(&out).join(format!("{name}-{tag}-{key}.pdf")), pdf.bytes)?;
            }
        }
    }
    crowded(&faces, Path::new(&out), now)
}

/// A full year, and text that nobody expects.
fn crowded(
    faces: &Faces,
    out: &Path,
    written: chrono::DateTime<chrono::Utc>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut n = 0;
    let mut ids = || {
        n += 1;
        uuid::Uuid::from_u128(n)
    };
    let mut plan = Plan::new(Rules::bundled());
    for record in sample::large(500, &mut ids) {
        plan.put(record);
    }
    let mut strange = plan.events().values().next().expect("an event").clone();
    strange.title = outreach_plan::Wording::english("#import *$x$* ".repeat(60));
    plan.put(strange);
    let events: Vec<&Event> = plan.events().values().collect();
    let paper = Paper {
        title: "",
        language: Language::English,
        audience: Audience::Internal,
        written,
        size: PaperSize::A4,
    };
    for (document, name) in [
        (
            Document::Year {
                plan: &plan,
                events: &events,
                year: 2026,
            },
            "full-year",
        ),
        (
            Document::Month {
                plan: &plan,
                events: &events,
                month: "2026-01-01".parse()?,
            },
            "full-month",
        ),
    ] {
        let started = Instant::now();
        let pdf = print(&document, &paper, faces)?;
        println!(
            "{name}: {} pages, {} kB, {:?}",
            pdf.pages,
            pdf.bytes.len() / 1000,
            started.elapsed()
        );
        std::fs::write(out.join(format!("{name}.pdf")), pdf.bytes)?;
    }
    Ok(())
}
