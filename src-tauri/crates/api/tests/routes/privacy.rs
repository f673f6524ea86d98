//! The privacy desk: what left the laptop, for what, and whose time is up.

use std::fs;

use serde_json::{Value, json};

use crate::guests::somebody;
use crate::planner::Planner;

const PERSON: &str = "person";

/// Sets fields of a person.
pub(crate) fn edit(planner: &Planner, id: &Value, set: Value) {
    planner.ask("records.edit", json!({"kind": PERSON, "id": id, "set": set}));
}

/// Writes a list of people into a file of this name.
pub(crate) fn export(planner: &Planner, name: &str, request: Value) -> Value {
    planner.answer(Some(planner.path(name)));
    planner.ask("people.export", request)
}

#[test]
fn an_export_says_for_what_leaves_out_who_did_not_agree_and_stands_in_the_log() {
    let planner = Planner::with_new();
    let agreed = somebody(&planner, "Chan", "Tai Man", "", "taiman@example.org");
    let refused = somebody(&planner, "Osman", "Aisyah", "", "aisyah@example.org");
    somebody(&planner, "Weber", "Anna", "", "anna@example.org");
    let consent = |given: bool, on: &str| json!({"purpose": "direct_marketing", "given": given, "on": on, "by": "form"});
    edit(
        &planner,
        &agreed,
        json!({"consents": [consent(false, "2026-01-01"), consent(true, "2026-02-01")]}),
    );
    edit(
        &planner,
        &refused,
        json!({"consents": [consent(true, "2026-01-01"), consent(false, "2026-02-01")]}),
    );

    let none = planner.refusal("people.export", json!({"format": "xlsx", "purpose": "  "}));
    assert_eq!(
        (none.code.as_str(), none.params["field"].as_str()),
        ("invalid_field", "purpose")
    );
    let short = planner.refusal(
        "people.export",
        json!({"format": "xlsx", "purpose": "x", "passphrase": "short"}),
    );
    assert_eq!(short.code, "pack_passphrase_short");
    planner.answer(None);
    assert_eq!(
        planner.ask("people.export", json!({"format": "vcf", "purpose": "x"})),
        Value::Null
    );
    assert_eq!(
        planner.ask("privacy.log", json!({}))["total"],
        0,
        "what was not written is not logged"
    );

    let wish = json!({"format": "csv", "purpose": "Newsletter", "marketing": true});
    let written = export(&planner, "marketing.csv", wish);
    assert_eq!(
        (&written["people"], &written["without_consent"]),
        (&json!(1), &json!(2)),
        "{written}"
    );
    let bytes = fs::read_to_string(planner.path("marketing.csv")).unwrap();
    assert!(bytes.contains("[RESTRICTED]") && bytes.contains("taiman@example.org"));
    assert!(!bytes.contains("aisyah@example.org") && !bytes.contains("anna@example.org"));

    let wish = json!({"format": "vcf", "purpose": "The host's telephone", "passphrase": "correct horse"});
    let packed = export(&planner, "all.vcf.age", wish);
    assert_eq!(
        (&packed["people"], &packed["encrypted"]),
        (&json!(3), &json!(true))
    );
    let pack = fs::read(planner.path("all.vcf.age")).unwrap();
    assert!(pack.starts_with(b"age-encryption.org/v1"));
    let cards = outreach_exchange::pack::open(&pack, "correct horse").unwrap();
    assert!(String::from_utf8(cards).unwrap().contains("BEGIN:VCARD"));

    planner.ask("history.undo", json!({}));
    let log = planner.ask("privacy.log", json!({}));
    assert_eq!(
        log["total"], 2,
        "what was given out stays in the log, whatever is taken back"
    );
    let first = &log["rows"][0];
    assert_eq!(
        (
            &first["purpose"],
            &first["file"]["encrypted"],
            &first["file"]["on_disk"]
        ),
        (&json!("The host's telephone"), &json!(true), &json!("unchanged"))
    );
    let of = planner.ask("privacy.log", json!({"person": refused}));
    assert_eq!(of["total"], 1);
    fs::remove_file(planner.path("marketing.csv")).unwrap();
    let log = planner.ask("privacy.log", json!({"person": agreed}));
    let of_marketing = |row: &&Value| row["purpose"] == "Newsletter";
    let row = log["rows"].as_array().unwrap().iter().find(of_marketing).unwrap();
    assert_eq!(row["file"]["on_disk"], "gone");
    let nobody = json!({"query": "nobodyofthatname", "format": "csv", "purpose": "x"});
    assert_eq!(planner.refusal("people.export", nobody).code, "nobody_to_export");
    let unread = json!({"query": "event:nowhere", "format": "csv", "purpose": "x"});
    assert_eq!(
        planner.refusal("people.export", unread).code,
        "query_not_understood"
    );
}

#[test]
fn who_is_due_is_told_by_hong_kongs_day_the_earliest_first() {
    let planner = Planner::with_new();
    // It is 22 November in Hong Kong.
    for (family, until) in [
        ("Past", "2026-11-21"),
        ("Today", "2026-11-22"),
        ("Soon", "2026-12-20"),
        ("Later", "2028-01-01"),
    ] {
        let person = somebody(&planner, family, "Ada", "", "");
        edit(&planner, &person, json!({"retain_until": until}));
    }
    let due = planner.ask("privacy.due", json!({"within_days": 30}));
    let names: Vec<(&str, i64)> = due["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["name"].as_str().unwrap(), row["days"].as_i64().unwrap()))
        .collect();
    assert_eq!(names, [("Ada Past", -1), ("Ada Today", 0), ("Ada Soon", 28)]);
    assert_eq!((&due["total"], &due["overdue"]), (&json!(3), &json!(1)));
    let glance = planner.ask("privacy.desk", json!({}));
    assert_eq!((&glance["overdue"], &glance["due_soon"]), (&json!(1), &json!(2)));
    assert_eq!(glance["without_notice"], 4);
    for purpose in glance["purposes"].as_array().unwrap() {
        let sum: u64 = ["given", "refused", "unsaid"]
            .iter()
            .map(|it| purpose[*it].as_u64().unwrap())
            .sum();
        assert_eq!(sum, 4, "the three counts are everybody: {purpose}");
    }
    let laptop = &glance["laptop"];
    assert_eq!(
        (&laptop["keychain"], &laptop["exports_in_the_open"]),
        (&json!(false), &json!(0))
    );
    assert_eq!(
        laptop["others_may_read"],
        if cfg!(unix) { json!(false) } else { Value::Null }
    );
    let planner = planner.restart();
    let laptop = planner.ask("privacy.desk", json!({}))["laptop"].clone();
    assert_eq!(laptop["last_opened"], "2026-11-22T14:00:00");
}
