//! Exports: what is shown before, what is written, for whom.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::planner::Planner;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn has(list: &Value, key: &str) -> bool {
    list.as_array().unwrap().contains(&json!(key))
}

#[test]
fn what_is_shown_is_what_is_written_in_each_format() {
    let planner = Planner::with_sample();
    for format in ["ics", "xlsx", "csv", "html"] {
        let request = json!({"format": format});
        let preview = planner.ask("export.preview", request.clone());
        let path = planner.path(&format!("out.{format}"));
        planner.answer(Some(path.clone()));
        let written = planner.ask("export.write", request);
        let bytes = fs::read(&path).unwrap();
        assert_eq!(
            (&written["size"], &written["files"]),
            (&json!(bytes.len()), &json!(1)),
            "{format}"
        );
        assert_eq!(preview["size"], bytes.len(), "{format}");
        assert_eq!(preview["files"][0]["name"], preview["suggested_name"], "{format}");
        assert!(
            has(&preview["leaves_out"], "notes") && preview["marking"].is_null(),
            "{format}: {}",
            preview["leaves_out"]
        );
        match format {
            "html" => assert_eq!(preview["html"].as_str().unwrap().len(), bytes.len()),
            "ics" => assert!(
                preview["beginning"]
                    .as_str()
                    .unwrap()
                    .starts_with("BEGIN:VCALENDAR")
            ),
            _ => {
                let sheets = preview["sheets"].as_array().unwrap();
                assert_eq!(sheets.len() > 3, format == "xlsx", "{format}");
                assert_eq!(sheets[0]["rows"], preview["events"]);
                assert!(sheets[0]["first"][0].as_array().unwrap().len() > 10);
            }
        }
    }
}

#[test]
fn the_public_hears_of_no_ideas_in_any_form() {
    let planner = Planner::with_sample();
    let all = planner.events();
    let ideas: Vec<&Value> = all.iter().filter(|row| row["status"] == "idea").collect();
    assert!(
        !ideas.is_empty() && ideas.len() < all.len(),
        "the sample has both"
    );
    for format in ["ics", "xlsx", "csv", "html"] {
        let preview = planner.ask("export.preview", json!({"format": format, "audience": "public"}));
        assert_eq!(preview["events"], all.len() - ideas.len(), "{format}");
        assert!(has(&preview["leaves_out"], "ideas"), "{format}: {preview:#}");
        if format == "html" {
            continue;
        }
        for audience in ["partner", "internal"] {
            let preview = planner.ask("export.preview", json!({"format": format, "audience": audience}));
            assert_eq!(preview["events"], all.len(), "{format} for {audience}");
            assert!(!has(&preview["leaves_out"], "ideas"), "{format} for {audience}");
        }
    }
    planner.answer(Some(planner.path("public.csv")));
    planner.ask("export.write", json!({"format": "csv"}));
    let written = fs::read_to_string(planner.path("public.csv")).unwrap();
    for idea in ideas {
        let title = idea["title"].as_str().unwrap();
        assert!(!written.contains(title), "{title}");
    }
}

#[test]
fn what_is_for_the_office_says_so_and_leaves_nothing_out() {
    let planner = Planner::with_sample();
    let preview = planner.ask("export.preview", json!({"format": "ics", "audience": "internal"}));
    assert_eq!(
        (&preview["marking"], &preview["leaves_out"]),
        (&json!("restricted"), &json!([]))
    );
    assert!(
        preview["suggested_name"]
            .as_str()
            .unwrap()
            .starts_with("RESTRICTED ")
    );
    assert!(preview["beginning"].as_str().unwrap().contains("[RESTRICTED]"));
    let page = planner.ask(
        "export.preview",
        json!({"format": "html", "audience": "internal"}),
    );
    assert!(page["marking"].is_null(), "the page is always for the public");
}

#[test]
fn several_files_go_into_a_folder_of_their_own_or_an_archive() {
    let planner = Planner::with_sample();
    let by_region = json!({"format": "ics", "ics": {"layout": "per_region"}});
    let preview = planner.ask("export.preview", by_region.clone());
    assert!(
        preview["files"].as_array().unwrap().len() >= 4,
        "{:#}",
        preview["files"]
    );
    planner.answer(Some(planner.path("calendars")));
    let written = planner.ask("export.write", by_region.clone());
    assert_eq!(written["name"], "calendars");
    assert_eq!(
        names(&planner.path("calendars")).len(),
        preview["files"].as_array().unwrap().len()
    );
    planner.answer(Some(planner.path("calendars")));
    assert_eq!(planner.ask("export.write", by_region)["name"], "calendars 2");

    let zipped = json!({"format": "ics", "ics": {"layout": "per_event", "zip": true}});
    planner.answer(Some(planner.path("calendars.zip")));
    let written = planner.ask("export.write", zipped);
    assert_eq!(written["files"], 1);
    assert!(
        fs::read(planner.path("calendars.zip"))
            .unwrap()
            .starts_with(b"PK")
    );
}

#[test]
fn zones_whose_rules_changed_of_late_are_named_and_can_be_pinned() {
    let planner = Planner::with_sample();
    let vancouver = planner
        .events()
        .into_iter()
        .any(|row| row["span"]["start"]["zone"] == "America/Vancouver");
    assert!(vancouver, "the sample goes to Vancouver");
    let preview = planner.ask("export.preview", json!({"format": "ics"}));
    assert!(
        has(&preview["changed_zones"], "America/Vancouver"),
        "{:#}",
        preview["changed_zones"]
    );
    assert!(!has(&preview["changed_zones"], "Europe/London"));
    let write = |pin: bool| {
        planner.answer(Some(planner.path("out.ics")));
        planner.ask("export.write", json!({"format": "ics", "ics": {"pin_utc": pin}}));
        fs::read_to_string(planner.path("out.ics")).unwrap()
    };
    let zoned = "DTSTART;TZID=America/Vancouver";
    assert!(write(false).contains(zoned));
    let pinned = write(true);
    assert!(!pinned.contains(zoned) && pinned.contains("DTSTART;TZID=Europe/London"));
}

#[test]
fn paper_is_shown_page_by_page_and_written_whole() {
    let planner = Planner::with_sample();
    let year = json!({"format": "pdf", "pdf": {"document": "year"}});
    let preview = match planner.try_ask("export.preview", year.clone()) {
        Err(refused) if refused.code == "no_typeface" => {
            eprintln!("skipped: no typeface for Chinese on this machine");
            return;
        }
        preview => preview.unwrap(),
    };
    assert!(preview["pages"].as_u64().unwrap() >= 4, "{}", preview["pages"]);
    let address = |preview: &Value| preview["page_picture"]["address"].as_str().unwrap().to_owned();
    assert!(address(&preview).starts_with("data:image/png;base64,iVBOR"));
    let begun = std::time::Instant::now();
    let mut second = year.clone();
    second["page"] = json!(2);
    let turned = planner.ask("export.preview", second);
    assert_eq!(turned["page_picture"]["page"], 2);
    assert_ne!(address(&turned), address(&preview));
    eprintln!("turning a page: {:?}", begun.elapsed());
    planner.answer(Some(planner.path("year.pdf")));
    planner.ask("export.write", year);
    assert!(fs::read(planner.path("year.pdf")).unwrap().starts_with(b"%PDF-"));

    let mission = planner.ask("missions.list", json!({}))[0]["id"].clone();
    let event = planner.any_event();
    for pdf in [
        json!({"document": "month", "day": "2027-05-14"}),
        json!({"document": "booklet", "mission": mission}),
        json!({"document": "run_sheet", "event": event}),
    ] {
        let request = json!({"format": "pdf", "pdf": pdf, "audience": "internal", "language": "zh-Hant"});
        let preview = planner.ask("export.preview", request);
        assert_eq!(preview["marking"], "restricted");
        assert!(preview["size"].as_u64().unwrap() > 10_000, "{pdf}");
    }
    let lacking = planner.refusal(
        "export.preview",
        json!({"format": "pdf", "pdf": {"document": "booklet"}}),
    );
    assert_eq!(
        (lacking.code.as_str(), lacking.params["field"].as_str()),
        ("invalid_field", "mission")
    );
    let none = planner.refusal("export.preview", json!({"format": "pdf"}));
    assert_eq!(none.params["field"], "pdf");
    // A page is never shown after the workspace was locked.
    planner.ask("workspace.lock", json!({}));
    assert_eq!(
        planner
            .refusal(
                "export.preview",
                json!({"format": "pdf", "pdf": {"document": "year"}})
            )
            .code,
        "locked"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_keeps_what_was_there() {
    use std::os::unix::fs::PermissionsExt as _;
    let planner = Planner::with_sample();
    let folder = planner.path("readonly");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("out.ics"), "before").unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let may_write_anyway = fs::write(folder.join("probe"), "").is_ok();
    if may_write_anyway {
        eprintln!("skipped: this user may write everywhere");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        return;
    }
    for request in [
        json!({"format": "ics"}),
        json!({"format": "ics", "ics": {"layout": "per_region"}}),
    ] {
        planner.answer(Some(folder.join("out.ics")));
        assert_eq!(planner.refusal("export.write", request).code, "folder_read_only");
    }
    assert_eq!(
        (names(&folder), fs::read(folder.join("out.ics")).unwrap()),
        (vec!["out.ics".to_owned()], b"before".to_vec())
    );
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
}
