//! Workbooks as independent programs read them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use outreach_exchange::sheets::write_template;
use outreach_exchange::{Outgoing, write_xlsx, write_xlsx_for};
use outreach_plan::{Audience, Event, Language};
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

fn set_up(folder: &TempDir, bytes: Vec<u8>) -> Option<serde_json::Value> {
    let book = folder.path().join("book.xlsx");
    std::fs::write(&book, bytes).unwrap();
    let said = programs::python("book.py", &[&book])?;
    Some(serde_json::from_str(&said).unwrap())
}

#[test]
fn openpyxl_finds_a_workbook_ready_to_be_sent_on_and_printed() {
    let folder = TempDir::new().unwrap();
    let mut plan = common::awkward();
    let mut figures = common::event(
        70,
        "0085212345678",
        "2027-05-14T09:00:00",
        "2027-05-14T10:00:00",
        "Asia/Dubai",
    );
    figures.speakers = vec!["=cmd|' /C calc'!A0".to_owned(), "+852".to_owned()];
    figures.tags = vec!["\t=1".to_owned()];
    plan.put(figures);
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan: &plan,
        events: &events,
        title: "Programme & more\r\n=1",
        language: Language::TraditionalChinese,
        written: common::written(),
    };
    for audience in Audience::ALL {
        let Some(book) = set_up(&folder, write_xlsx_for(&out, audience).unwrap()) else {
            return;
        };
        assert_eq!(book["creator"], "香港人才服務辦公室");
        assert_eq!(book["last"], "香港人才服務辦公室");
        assert_eq!(book["created"], "2026-11-22 09:00:00");
        for sheet in book["sheets"].as_array().unwrap() {
            assert_eq!(sheet["landscape"], true);
            // One page wide, which is what a file means that says nothing, and as many high as it takes.
            assert_eq!(sheet["fit"], serde_json::json!([true, null, 0]));
            assert_eq!(sheet["repeated"], "$1:$1");
            assert!(sheet["filter"].is_string());
            assert_eq!(sheet["fonts"], serde_json::json!(["Microsoft JhengHei"]));
            let footer = sheet["footer"].to_string();
            assert!(footer.contains("&P / &N"), "{footer}");
            assert_eq!(footer.contains("[RESTRICTED]"), audience == Audience::Internal);
            assert_eq!(sheet["header"].is_string(), audience == Audience::Internal);
            // Numbers, texts and dates, and no formula.
            for kind in sheet["types"].as_array().unwrap() {
                assert!(["d", "n", "s"].contains(&kind.as_str().unwrap()), "{kind}");
            }
            for text in sheet["texts"].as_array().unwrap() {
                let text = text.as_str().unwrap();
                assert!(!text.starts_with(['=', '+', '-', '@', '\t', '\r']), "{text}");
            }
        }
        let all = &book["sheets"][0];
        let texts = all["texts"].to_string();
        assert!(texts.contains("\"0085212345678\""));
        assert_eq!(texts.contains("secret note"), audience == Audience::Internal);
        assert_eq!(texts.contains("名額"), audience != Audience::Public);
        assert_eq!(
            all["formats"],
            serde_json::json!(["yyyy-mm-dd", "yyyy-mm-dd hh:mm"])
        );
    }
}

#[test]
fn openpyxl_finds_the_choices_of_the_template() {
    let folder = TempDir::new().unwrap();
    let plan = common::awkward();
    for (language, lists, region) in [
        (Language::English, "Lists", "Asia-Pacific"),
        (Language::TraditionalChinese, "選項", "亞太區"),
        (Language::SimplifiedChinese, "选项", "亚太区"),
    ] {
        let Some(book) = set_up(&folder, write_template(language, &plan).unwrap()) else {
            return;
        };
        let sheets = book["sheets"].as_array().unwrap();
        assert_eq!(sheets.len(), 3);
        assert_eq!(
            (&sheets[2]["name"], &sheets[2]["state"]),
            (&lists.into(), &"hidden".into())
        );
        let choices = sheets[0]["choices"].as_object().unwrap();
        let offered = choices
            .values()
            .filter(|rule| {
                rule[0] == "list" && rule[1].as_str().unwrap().starts_with(&format!("'{lists}'!$"))
            })
            .count();
        // City, zone, venue, kind, status, region, sectors, languages; the plan has no mission and no host.
        assert_eq!(offered, 8, "{choices:?}");
        let texts = sheets[2]["texts"].as_array().unwrap();
        assert!(texts.contains(&region.into()));
        assert!(texts.len() > 60);
    }
}
