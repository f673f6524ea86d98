//! What nobody means to type, in every field, and files that are not what they seem.

use std::process::Stdio;

use outreach_api::ErrorView;
use outreach_journeys::{Cli, Planner};
use serde_json::{Value, json};

/// Texts that a planner never means.
fn odd_texts() -> Vec<String> {
    vec![
        String::new(),
        "長".repeat(10_000),
        "bell\u{7} null\u{0} escape\u{1b}[31m".to_owned(),
        "\u{202e}drowssap \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{661}".to_owned(),
        "👩🏽‍🚀🇭🇰 e\u{301}".to_owned(),
        "=cmd()|'/c calc'!A0".to_owned(),
        "<script>alert(1)</script>".to_owned(),
        "one\r\nATTENDEE:mailto:x@example.com\r\nEND:VEVENT".to_owned(),
        "'; drop table event; --".to_owned(),
    ]
}

/// A refusal or an answer, but nothing that only a programmer could explain.
#[track_caller]
fn settled(answer: &Result<Value, ErrorView>, what: &str) {
    if let Err(refused) = answer {
        assert_ne!(refused.code, "internal", "{what}: {refused:?}");
        assert!(!refused.detail.is_empty(), "{what}: {refused:?}");
    }
}

#[track_caller]
fn sound(planner: &Planner) {
    let report = planner.told("workspace.verify", &json!({}));
    assert_eq!(report["sound"], true, "{report}");
}

fn first_event(planner: &Planner) -> Value {
    planner.told("events.list", &json!({}))[0]["id"].clone()
}

fn exported(planner: &Planner, format: &str) -> String {
    planner.told("export.write", &json!({ "format": format }));
    let bytes =
        std::fs::read(planner.folder().join(format!("export.{format}"))).expect("what was exported is there");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn odd_text_in_any_field_of_any_record_is_kept_or_refused_and_the_exports_stay_sound() {
    let planner = Planner::with_sample();
    let lists = planner.told("lists.show", &json!({}));
    let page = planner.told("events.show", &json!({ "id": first_event(&planner) }));
    let mut records = vec![("event".to_owned(), page["event"].clone())];
    for (kind, rows) in [
        ("programme", "programmes"),
        ("venue", "venues"),
        ("partner", "partners"),
        ("delegate", "delegates"),
        ("market", "markets"),
        ("office", "offices"),
    ] {
        let row = &lists[rows][0];
        assert!(row.is_object(), "lists.show has no {rows}: {lists:.200}");
        records.push((kind.to_owned(), row.clone()));
    }
    let mut tried = 0;
    for text in odd_texts() {
        for (kind, record) in &records {
            for (field, value) in record.as_object().unwrap() {
                if field == "id" {
                    continue;
                }
                let odd = match value {
                    Value::Object(_) => json!({ "en": text, "zh_hant": text, "zh_hans": text }),
                    Value::Array(_) => json!([text]),
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => json!(text),
                };
                let request = json!({ "kind": kind, "id": record["id"], "set": { (field.as_str()): odd } });
                let what = format!("{kind}.{field} = {:.40}", text.escape_debug().to_string());
                settled(&planner.ask("records.edit", &request), &what);
                tried += 1;
            }
        }
        let calendar = exported(&planner, "ics");
        assert!(
            !calendar.contains("\r\nATTENDEE:mailto:x@example.com"),
            "a line was smuggled into the calendar"
        );
        let page = exported(&planner, "html");
        assert!(
            !page.contains("<script>alert(1)"),
            "markup was smuggled into the page"
        );
        let cells = exported(&planner, "csv");
        let formula = cells
            .split([',', '\n', '"'])
            .find(|cell| cell.starts_with("=cmd"));
        assert_eq!(formula, None, "a formula was smuggled into the table");
        assert!(exported(&planner, "xlsx").starts_with("PK"));
    }
    assert!(tried > 500, "only {tried} fields were tried");
    sound(&planner);
}

#[test]
fn impossible_times_are_refused_and_change_nothing() {
    let planner = Planner::with_sample();
    let id = first_event(&planner);
    let span = || planner.told("events.show", &json!({ "id": id }))["span"].clone();
    let before = span();
    let at = |start: &str, end: &str, zone: &str| json!({ "id": id, "at": { "start": start, "end": end, "zone": zone } });
    for (what, request) in [
        (
            "end before start",
            at("2027-05-14T15:00:00", "2027-05-14T14:00:00", "Asia/Tokyo"),
        ),
        (
            "unknown zone",
            at("2027-05-14T15:00:00", "2027-05-14T16:00:00", "Mars/Olympus"),
        ),
        ("no zone", at("2027-05-14T15:00:00", "2027-05-14T16:00:00", "")),
        (
            "a path for a zone",
            at("2027-05-14T15:00:00", "2027-05-14T16:00:00", "../../etc/passwd"),
        ),
        (
            "31 February",
            at("2027-02-31T15:00:00", "2027-02-31T16:00:00", "Asia/Tokyo"),
        ),
        (
            "a time in a gap",
            at("2027-03-28T01:30:00", "2027-03-28T03:00:00", "Europe/London"),
        ),
        (
            "a time that is twice",
            at("2027-10-31T01:30:00", "2027-10-31T03:00:00", "Europe/London"),
        ),
        (
            "a billion days",
            json!({ "id": id, "by": { "days": 1_000_000_000, "minutes": 0 } }),
        ),
        (
            "the farthest minutes",
            json!({ "id": id, "by": { "days": i32::MAX, "minutes": i32::MIN } }),
        ),
    ] {
        let answer = planner.ask("events.move", &request);
        settled(&answer, what);
        assert!(answer.is_err(), "{what} was taken: {answer:?}");
        assert_eq!(span(), before, "{what}");
    }
}

#[test]
fn the_years_1900_and_9999_are_taken_or_refused_but_never_break_the_file() {
    let planner = Planner::with_sample();
    let id = first_event(&planner);
    for start in [
        "1900-01-01T00:00:00",
        "9999-12-31T23:00:00",
        "0001-01-01T00:00:00",
        "+262142-12-31T23:00:00",
    ] {
        let request = json!({ "id": id, "at": { "start": start, "end": null, "zone": "Asia/Hong_Kong" } });
        settled(&planner.ask("events.move", &request), start);
        for route in [
            "events.list",
            "missions.list",
            "timeline.show",
            "checks.run",
            "history.list",
        ] {
            planner.told(route, &json!({}));
        }
        exported(&planner, "ics");
    }
    sound(&planner);
}

#[test]
fn requests_that_are_none_are_refused_by_every_route() {
    let planner = Planner::with_sample();
    for route in outreach_api::ROUTES.iter().map(|route| route.name) {
        for request in [
            json!(null),
            json!([1, 2]),
            json!("text"),
            json!({ "id": 7, "set": [], "filter": "x" }),
        ] {
            settled(&planner.ask(route, &request), &format!("{route} {request}"));
        }
    }
}

#[test]
fn a_file_cut_off_changed_or_exchanged_is_refused_and_left_as_it_is() {
    let Some(cli) = Cli::with_sample() else { return };
    let whole = std::fs::read(cli.workspace()).unwrap();
    let mut flipped = whole.clone();
    for place in [16_384, whole.len() / 2, whole.len() - 100] {
        flipped[place] ^= 0x10;
    }
    let half = whole[..whole.len() / 2].to_vec();
    for (what, bytes) in [
        ("half", half),
        ("flipped", flipped),
        ("text", b"Dear diary, today".to_vec()),
    ] {
        std::fs::write(cli.workspace(), &bytes).unwrap();
        let ran = cli.run(["verify"]);
        assert_ne!(ran.status, 0, "{what}: {ran:?}");
        refused_or_unsound(&ran, what);
        assert!(
            std::fs::read(cli.workspace()).unwrap() == bytes,
            "{what}: the file was touched"
        );
    }
    std::fs::write(cli.workspace(), whole).unwrap();
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}

#[track_caller]
fn refused_or_unsound(ran: &outreach_journeys::Ran, what: &str) {
    assert!(matches!(ran.status, 1 | 3), "{what}: {ran:?}");
    assert!(
        !ran.err.contains("panicked") && !ran.err.contains("[internal]"),
        "{what}: {}",
        ran.err
    );
}

#[test]
fn two_programs_on_one_file_never_write_at_once() {
    let Some(cli) = Cli::with_sample() else { return };
    let rows = cli.json(["events", "list"]);
    let id = rows[0]["id"].as_str().unwrap().to_owned();
    let running: Vec<_> = (1..=4)
        .map(|capacity| {
            let mut command = cli.command(["events", "edit", &id, &format!("capacity={capacity}")]);
            command
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut saved = 0;
    for child in running {
        let output = child.wait_with_output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.code() {
            Some(0) => saved += 1,
            _ => assert!(words.contains("[workspace_open_elsewhere]"), "{words}"),
        }
    }
    assert!(saved >= 1);
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}
