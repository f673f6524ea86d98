//! Calendars and exports on paper: which years they hold, how large they are, and what they could not write.

use std::fs;

use serde_json::{Value, json};

use crate::calendars::{calendar, issue, talk};
use crate::planner::Planner;

const KL: &str = "Asia/Kuala_Lumpur";

/// The preview, or nothing where no typeface is installed, which is said aloud.
fn preview(planner: &Planner, pdf: Value) -> Option<Value> {
    let request = json!({"format": "pdf", "pdf": pdf, "audience": "internal"});
    match planner.try_ask("export.preview", request) {
        Ok(preview) => Some(preview),
        Err(refusal) if refusal.code == "no_typeface" => {
            assert!(
                std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
                "typefaces are required"
            );
            eprintln!("skipped: no typeface for paper is installed");
            None
        }
        Err(other) => panic!("{}", other.code),
    }
}

fn year_of(preview: &Value) -> &str {
    let name = preview["suggested_name"].as_str().unwrap();
    ["2025", "2026", "2027", "2028"]
        .into_iter()
        .find(|year| name.contains(year))
        .unwrap()
}

#[test]
fn a_calendar_is_issued_on_paper_with_a_programme_for_each_year_it_touches() {
    let planner = Planner::with_new();
    if preview(&planner, json!({"document": "year"})).is_none() {
        return;
    }
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    talk(&planner, "This year", KL, "2026-12-14T14:00:00");
    talk(&planner, "Next year", KL, "2027-05-14T14:00:00");
    let request = json!({"calendar": calendar, "kind": "whole", "formats": ["ics", "pdf"]});
    let issued = issue(&planner, request, "paper");
    assert_eq!(issued["packs"][0]["events"], 2);
    for year in [2026, 2027] {
        let bytes = fs::read(planner.path(&format!("paper/issue-1-programme-{year}.pdf"))).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{year}");
    }
    let beside = fs::read_dir(planner.path("paper")).unwrap();
    let endings = beside.map(|file| file.unwrap().path().extension().unwrap().to_owned());
    assert_eq!(
        endings.filter(|ending| ending == "ics").count(),
        1,
        "the calendar lies beside it"
    );
}

#[test]
fn without_a_day_the_present_year_is_printed_or_the_nearest_with_an_event() {
    let planner = Planner::with_new();
    talk(&planner, "Long ago", KL, "2025-05-14T14:00:00");
    let Some(past) = preview(&planner, json!({"document": "year"})) else {
        return;
    };
    assert_eq!(year_of(&past), "2025", "nothing is to come, so what was last");
    talk(&planner, "Far off", KL, "2028-05-14T14:00:00");
    assert_eq!(
        year_of(&preview(&planner, json!({"document": "year"})).unwrap()),
        "2028"
    );
    talk(&planner, "Soon", KL, "2027-01-14T14:00:00");
    assert_eq!(
        year_of(&preview(&planner, json!({"document": "year"})).unwrap()),
        "2027"
    );
}

#[test]
fn a_year_comes_in_a3_as_well_and_says_which_characters_it_lacks() {
    let planner = Planner::with_new();
    talk(&planner, "Talk \u{10FFFD}", KL, "2027-05-14T14:00:00");
    let Some(small) = preview(&planner, json!({"document": "year"})) else {
        return;
    };
    assert_eq!(small["missing"], json!(["\u{10FFFD}"]));
    let large = preview(&planner, json!({"document": "year", "size": "a3"})).unwrap();
    assert_ne!(small["size"], large["size"]);
    planner.answer(Some(planner.path("a3.pdf")));
    let request = json!({"format": "pdf", "pdf": {"document": "year", "size": "a3"}});
    planner.ask("export.write", request);
    // Poppler's program, as elsewhere in these tests, says it in points.
    let Ok(told) = std::process::Command::new("pdfinfo")
        .arg(planner.path("a3.pdf"))
        .output()
    else {
        assert!(
            std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
            "pdfinfo is required"
        );
        eprintln!("skipped: pdfinfo is not installed");
        return;
    };
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("1190.55 x 841.89"), "ISO 216 A3 across: {told}");
}
