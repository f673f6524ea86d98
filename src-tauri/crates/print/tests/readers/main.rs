//! What other programs find in the files.

#[path = "../common/mod.rs"]
mod common;
mod standards;

use common::*;
use outreach_plan::checks::{Assumptions, check_mission};
use outreach_plan::{Audience, Language};
use outreach_print::{Document, PaperSize, Pdf, print};

/// Every document in every language for some audiences.
fn every(audiences: &[Audience], mut look: impl FnMut(&str, Language, Audience, &Pdf)) {
    let Some(faces) = faces() else { return };
    let plan = plan();
    let (events, mission) = (events(&plan), mission(&plan));
    let findings = check_mission(&plan, &Assumptions::default(), mission);
    let event = plan.events_of(mission)[0].id;
    let month = "2027-01-01".parse().expect("a day");
    for language in LANGUAGES {
        for &audience in audiences {
            for (name, document) in [
                (
                    "year",
                    Document::Year {
                        plan: &plan,
                        events: &events,
                        year: 2027,
                    },
                ),
                (
                    "month",
                    Document::Month {
                        plan: &plan,
                        events: &events,
                        month,
                    },
                ),
                (
                    "booklet",
                    Document::Booklet {
                        plan: &plan,
                        mission,
                        findings: &findings,
                    },
                ),
                ("run sheet", Document::RunSheet { plan: &plan, event }),
            ] {
                let pdf = print(&document, &paper(language, audience), &faces).expect("it prints");
                look(name, language, audience, &pdf);
            }
        }
    }
}

#[test]
fn every_file_is_sound_tagged_titled_and_says_its_language() {
    if !(has("qpdf") && has("pdfinfo")) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    every(&Audience::ALL, |name, language, audience, pdf| {
        let what = format!("{name} {language:?} {audience:?}");
        assert!(
            pdf.conforms && pdf.missing.is_empty(),
            "{what}: {:?}",
            pdf.missing
        );
        let path = written(&folder, "sound.pdf", &pdf.bytes);
        let said = run("qpdf", &["--check"], &path);
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{what}: {said}"
        );
        let info = run("pdfinfo", &[], &path);
        assert!(info.contains("Tagged:          yes"), "{what}: {info}");
        assert!(
            info.contains(&format!("Pages:           {}", pdf.pages)),
            "{what}: {info}"
        );
        assert!(
            !info.contains("Title:           \n") && info.contains("Title:"),
            "{what}: {info}"
        );
        let catalogue = run("qpdf", &["--json", "--json-key=qpdf"], &path);
        let tag = if language == Language::English {
            "en-GB"
        } else if language == Language::TraditionalChinese {
            "zh-HK"
        } else {
            "zh-CN"
        };
        assert!(
            catalogue.contains(&format!("\"/Lang\": \"u:{tag}\"")),
            "{what}: no /Lang {tag}"
        );
        assert!(
            catalogue.contains("\"/Outlines\"") || name == "run sheet",
            "{what}: no bookmarks"
        );
        let metadata = String::from_utf8_lossy(&pdf.bytes);
        assert!(
            metadata.contains("<pdfuaid:part>1</pdfuaid:part>"),
            "{what}: not marked as PDF/UA-1"
        );
        assert!(
            metadata.contains("<pdfaid:part>2</pdfaid:part>"),
            "{what}: not marked as PDF/A-2"
        );
    });
}

#[test]
fn all_faces_are_embedded_and_cut_down_to_what_is_used() {
    if !has("pdffonts") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    every(&[Audience::Internal], |name, language, audience, pdf| {
        let list = run("pdffonts", &[], &written(&folder, "faces.pdf", &pdf.bytes));
        let lines: Vec<&str> = list.lines().skip(2).collect();
        assert!(!lines.is_empty());
        for line in lines {
            // … emb sub uni object
            let columns: Vec<&str> = line.split_whitespace().rev().collect();
            assert_eq!(
                columns[2..5],
                ["yes", "yes", "yes"],
                "{name} {language:?} {audience:?}: {list}"
            );
        }
        assert!(
            pdf.bytes.len() < 500_000,
            "{name} {language:?}: {} bytes",
            pdf.bytes.len()
        );
    });
}

#[test]
fn chinese_is_found_as_text() {
    if !has("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let plan = plan();
    every(&[Audience::Internal], |name, language, _, pdf| {
        if language == Language::English {
            return;
        }
        let text = squeezed(&pages(&folder, &pdf.bytes).concat());
        let words = match name {
            "year" => {
                let of_year = plan
                    .events()
                    .values()
                    .filter(|event| event.start.date().to_string().starts_with("2027"));
                of_year
                    .map(|event| event.title.in_language(language).to_owned())
                    .collect()
            }
            "booklet" => {
                let delegates = plan.missions()[&mission(&plan)]
                    .team
                    .iter()
                    .map(|id| &plan.delegates()[id]);
                delegates.map(|delegate| delegate.chinese.clone()).collect()
            }
            _ => vec![
                plan.missions()[&mission(&plan)]
                    .title
                    .in_language(language)
                    .to_owned(),
            ],
        };
        assert!(!words.is_empty());
        for word in words {
            assert!(
                text.contains(&squeezed(&word)),
                "{name} {language:?}: {word} is not found"
            );
        }
    });
}

#[test]
fn every_page_of_an_internal_document_is_marked_and_no_page_of_another() {
    if !has("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let release = plan().rules().release().to_string();
    every(&Audience::ALL, |name, language, audience, pdf| {
        let pages = pages(&folder, &pdf.bytes);
        assert_eq!(pages.len(), pdf.pages as usize);
        for (n, page) in pages.iter().enumerate() {
            let marks = page.matches("[RESTRICTED]").count();
            let wanted = if audience == Audience::Internal { 2 } else { 0 };
            assert_eq!(marks, wanted, "{name} {language:?} {audience:?} page {}", n + 1);
            let number = squeezed(&format!("{}/{}", n + 1, pdf.pages));
            assert!(
                squeezed(page).contains(&number),
                "{name} {language:?}: page {} has no number",
                n + 1
            );
            assert!(page.contains(&release));
        }
    });
}

#[test]
fn a_year_has_a_page_a_quarter_and_then_its_list() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let plan = plan();
    let events = events(&plan);
    for size in [PaperSize::A4, PaperSize::A3] {
        let mut paper = paper(Language::English, Audience::Internal);
        paper.size = size;
        let pdf = print(
            &Document::Year {
                plan: &plan,
                events: &events,
                year: 2027,
            },
            &paper,
            &faces,
        )
        .unwrap();
        let pages = pages(&folder, &pdf.bytes);
        for (page, quarter) in pages.iter().zip(["First", "Second", "Third", "Fourth"]) {
            assert!(page.contains(&format!("{quarter} quarter 2027")));
        }
        assert!(pages[4].contains("List of events"), "{size:?}");
    }
}

#[test]
fn both_clocks_stand_beside_each_other() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let plan = plan();
    let mission = mission(&plan);
    let event = plan
        .events_of(mission)
        .into_iter()
        .find(|event| event.zone == "America/Toronto")
        .unwrap();
    let span = plan.event_span(event.id).unwrap();
    let hong_kong = plan.rules().zone("Asia/Hong_Kong").unwrap().at(span.start.utc).0;
    let document = Document::RunSheet {
        plan: &plan,
        event: event.id,
    };
    let pdf = print(&document, &paper(Language::English, Audience::Public), &faces).unwrap();
    let text = pages(&folder, &pdf.bytes).concat();
    for words in [
        event.start.format("%a %-d %b %Y").to_string(),
        event.start.format("%H:%M–").to_string(),
        "-05".to_owned(),
        hong_kong.format("%a %-d %b %Y").to_string(),
        hong_kong.format("%H:%M–").to_string(),
        "+08".to_owned(),
    ] {
        assert!(text.contains(&words), "{words} is not in {text}");
    }
}
