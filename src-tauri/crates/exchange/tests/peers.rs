//! Workbooks as independent programs read them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use outreach_exchange::{Outgoing, write_xlsx};
use outreach_plan::{Event, Language};
use tempfile::TempDir;

#[test]
fn openpyxl_reads_dates_as_dates_and_no_cell_as_a_formula() {
    let folder = TempDir::new().unwrap();
    let plan = common::awkward();
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan: &plan,
        events: &events,
        title: "Peers",
        language: Language::TraditionalChinese,
        written: common::written(),
    };
    let book = folder.path().join("peers.xlsx");
    std::fs::write(&book, write_xlsx(&out).unwrap()).unwrap();
    let Some(said) = programs::python("cells.py", &[&book]) else {
        return;
    };
    let sheets: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet["name"].as_str()).collect();
    assert_eq!(names, ["全部", "中東", "歐洲", "北美洲"]);
    let all = &sheets[0];
    assert_eq!(all["frozen"], "A2");
    assert_eq!(all["rows"].as_array().unwrap().len(), 7);
    assert_eq!(
        all["rows"][1][0],
        serde_json::json!(["datetime", "2027-05-14 15:00:00"])
    );
    for row in all["rows"].as_array().unwrap() {
        for cell in row.as_array().unwrap() {
            assert!(
                !cell[1].as_str().unwrap().starts_with(['=', '+', '-', '@']),
                "{cell}"
            );
        }
    }
}
