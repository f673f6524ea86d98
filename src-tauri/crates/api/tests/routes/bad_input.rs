//! Every field with what nobody should type.

use serde_json::{Map, Value, json};

use crate::planner::Planner;

const HARMLESS: &[&str] = &[
    "=cmd()|' /C calc'!A0",
    "<script>alert(1)</script>",
    "שלום עולם",
    "👩‍👩‍👧‍👦🇭🇰",
    "O'Brien; DROP TABLE event",
    "𠮷野家",
];

#[test]
fn odd_texts_are_kept_as_typed_in_every_text_field_and_survive_a_restart() {
    let planner = Planner::with_new();
    let id = planner.ask("events.add", json!({"set": {"title": {"en": "Talk"}}}))["key"]["id"].clone();
    let mut kept = Map::new();
    for (text, field) in HARMLESS
        .iter()
        .zip(["title", "place", "notes", "run_sheet", "speakers", "tags"])
    {
        let value = match field {
            "title" | "place" => json!({"en": text, "zh_hant": "", "zh_hans": ""}),
            "speakers" | "tags" => json!([text]),
            _ => json!(text),
        };
        planner.ask("events.edit", json!({"id": id, "set": {(field): value}}));
        kept.insert(field.to_owned(), value);
    }
    let planner = planner.restart();
    let event = planner.event(&id);
    for (field, value) in &kept {
        assert_eq!(&event[field], value, "{field}");
    }
    assert!(
        !planner
            .ask("search.find", json!({"text": "script", "limit": 5}))
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn nothing_that_is_typed_into_any_field_panics_or_leaves_the_file_unsound() {
    let planner = Planner::with_sample();
    let long = "字".repeat(10_000);
    let texts = [
        "",
        long.as_str(),
        "\u{0}\u{7}\u{1b}[31m",
        "a\r\nb\rc\nd",
        "\u{202e}gnirts",
        "9999-12-31T23:59:59",
        "1900-01-01T00:00:00",
        "0000-00-00",
        "Mars/Olympus",
        "-1",
        "null",
    ];
    let values: Vec<Value> = texts
        .iter()
        .flat_map(|text| {
            [
                json!(text),
                json!([text]),
                json!({"en": text, "zh_hant": text, "zh_hans": text}),
            ]
        })
        .chain([
            json!(null),
            json!(-1),
            json!(1e300),
            json!(4_294_967_296_u64),
            json!(true),
            json!([]),
            json!({}),
        ])
        .collect();
    let lists = planner.ask("lists.show", json!({}));
    let leg = planner
        .ask("missions.list", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .find_map(|mission| {
            planner.ask("missions.show", json!({"id": mission["id"]}))["legs"]
                .get(0)
                .map(|leg| leg["leg"].clone())
        });
    let mission = planner.ask("missions.list", json!({}))[0]["id"].clone();
    let records = [
        ("event", planner.event(&planner.any_event())),
        (
            "mission",
            planner.ask("missions.show", json!({"id": mission}))["mission"].clone(),
        ),
        ("leg", leg.unwrap()),
        ("programme", lists["programmes"][0].clone()),
        ("venue", lists["venues"][0].clone()),
        ("partner", lists["partners"][0].clone()),
        ("delegate", lists["delegates"][0].clone()),
        ("market", lists["markets"][0].clone()),
        ("office", lists["offices"][0].clone()),
    ];
    let (mut taken, mut refused) = (0, 0);
    for (kind, record) in &records {
        for field in record.as_object().unwrap().keys() {
            for value in &values {
                let request = json!({"kind": kind, "id": record["id"], "set": {(field): value}});
                match planner.try_ask("records.edit", request) {
                    Ok(_) => taken += 1,
                    Err(error) => {
                        let known = [
                            "invalid_field",
                            "unknown_zone",
                            "time_in_gap",
                            "time_in_fold",
                            "in_use",
                        ];
                        assert!(known.contains(&error.code.as_str()), "{kind}.{field}: {error:?}");
                        refused += 1;
                    }
                }
            }
        }
    }
    assert!(taken > 100 && refused > 1000, "{taken} taken, {refused} refused");
    planner.ask("timeline.show", json!({}));
    planner.ask("checks.run", json!({}));
    assert_eq!(planner.ask("workspace.verify", json!({}))["sound"], true);
    let planner = planner.restart();
    planner.ask("export.preview", json!({"format": "ics"}));
}

#[test]
fn an_end_before_its_start_is_refused_by_name() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let refused = planner.refusal(
        "events.edit",
        json!({"id": id, "set": {"end": "2020-01-01T00:00:00"}}),
    );
    assert_eq!(
        (
            refused.params["field"].as_str(),
            refused.params["problem"].as_str()
        ),
        ("end", "end_before_start")
    );
}

#[test]
fn an_unknown_zone_is_refused_with_what_was_probably_meant() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let refused = planner.refusal("events.edit", json!({"id": id, "set": {"zone": "Asia/Hongkong"}}));
    assert_eq!(refused.code, "unknown_zone");
    assert!(
        refused.params["suggestions"].contains("Asia/Hong_Kong"),
        "{refused:?}"
    );
}

#[test]
fn ten_thousand_characters_are_too_long_for_a_name_and_not_for_notes() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let text = "字".repeat(10_000);
    let refused = planner.refusal("events.edit", json!({"id": id, "set": {"title": {"en": text}}}));
    assert_eq!(refused.params["problem"], "too_long");
    assert_eq!(refused.params["field"], "title.en");
    planner.ask("events.edit", json!({"id": id, "set": {"notes": text}}));
}

#[test]
fn the_years_1900_and_9999_can_be_planned_in_and_beyond_them_nothing() {
    let planner = Planner::with_new();
    let id = planner.ask(
        "events.add",
        json!({"set": {"title": {"en": "Talk"}, "zone": "UTC"}}),
    )["key"]["id"]
        .clone();
    for (start, end) in [
        ("1900-01-02T10:00:00", "1900-01-02T12:00:00"),
        ("9999-12-30T10:00:00", "9999-12-30T12:00:00"),
    ] {
        planner.ask(
            "events.edit",
            json!({"id": id, "set": {"start": start, "end": end}}),
        );
        planner.ask("timeline.show", json!({}));
        planner.ask("events.show", json!({"id": id}));
    }
    let by = json!({"id": id, "by": {"days": 400, "minutes": 0}});
    assert_eq!(planner.refusal("events.move", by).code, "invalid_field");
    let by = json!({"id": id, "by": {"days": 2_147_483_647, "minutes": 0}});
    assert_eq!(
        planner.refusal("events.move", by).params["problem"],
        "out_of_years"
    );
}

#[test]
fn references_to_nothing_are_refused() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let nobody = "01a00000-0000-7000-8000-000000000000";
    for field in ["mission", "leg", "market", "venue", "programme"] {
        let refused = planner.refusal("events.edit", json!({"id": id, "set": {(field): nobody}}));
        assert_eq!(
            refused.params["problem"], "no_such_record",
            "{field}: {refused:?}"
        );
    }
    for (field, value) in [("hosts", json!([nobody])), ("delegates", json!([nobody]))] {
        let refused = planner.refusal("events.edit", json!({"id": id, "set": {(field): value}}));
        assert_eq!(refused.code, "invalid_field", "{field}");
    }
}

#[test]
fn preferences_refuse_what_they_cannot_hold_and_keep_what_they_had() {
    let planner = Planner::new();
    let before = planner.ask("settings.show", json!({}));
    for set in [
        json!({"second_clock": "Mars/Olympus"}),
        json!({"lock_after_minutes": -1}),
        json!({"lock_after_minutes": 100_000}),
        json!({"language": "tlh"}),
        json!({"actor": "x".repeat(10_000)}),
        json!({"colour": "mauve"}),
    ] {
        planner.refusal("settings.edit", json!({"set": set}));
    }
    assert_eq!(planner.ask("settings.show", json!({})), before);
    let after = planner.ask(
        "settings.edit",
        json!({"set": {"actor": " LAU\r\nSze-man ", "theme": "dark"}}),
    );
    assert_eq!(
        (&after["actor"], &after["theme"]),
        (&json!("LAUSze-man"), &json!("dark"))
    );
}
