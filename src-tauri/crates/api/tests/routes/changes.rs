//! What each change settles, and what history says of it.

use serde_json::{Value, json};

use crate::planner::Planner;

#[test]
fn sequence_rises_with_each_change_guests_must_be_told_of_and_also_with_undo() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let first = planner.event(&id);
    let sequence = |of: &Value| of["sequence"].as_u64().unwrap();

    planner.ask("events.move", json!({"id": id, "by": {"days": 1, "minutes": 0}}));
    let moved = planner.event(&id);
    assert_eq!(sequence(&moved), sequence(&first) + 1);
    assert_eq!(
        (&moved["uid"], &moved["created"]),
        (&first["uid"], &first["created"])
    );

    planner.ask("history.undo", json!({}));
    let undone = planner.event(&id);
    assert_eq!(
        (&undone["start"], sequence(&undone)),
        (&first["start"], sequence(&first) + 2)
    );
    planner.ask("history.redo", json!({}));
    assert_eq!(sequence(&planner.event(&id)), sequence(&first) + 3);

    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"notes": "Bring the banner"}}),
    );
    assert_eq!(
        sequence(&planner.event(&id)),
        sequence(&first) + 3,
        "a note concerns no guest"
    );
}

#[test]
fn undo_after_undo_walks_back_without_conflict() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let before = planner.event(&id);
    for notes in ["a", "b", "c", "d"] {
        planner.ask("events.edit", json!({"id": id, "set": {"notes": notes}}));
    }
    for _ in 0..4 {
        assert_eq!(planner.ask("history.undo", json!({}))["label"], "event_edited");
    }
    assert_eq!(planner.event(&id)["notes"], before["notes"]);
    assert_eq!(
        planner.ask("history.undo", json!({})),
        Value::Null,
        "the sample itself is not undone"
    );
    for _ in 0..4 {
        planner.ask("history.redo", json!({}));
    }
    assert_eq!(planner.event(&id)["notes"], "d");
    assert_eq!(planner.ask("history.redo", json!({})), Value::Null);
}

#[test]
fn an_edit_that_changes_nothing_is_no_change() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let event = planner.event(&id);
    let told = planner.changes();
    let written = planner.ask("events.edit", json!({"id": id, "set": {"title": event["title"]}}));
    assert_eq!(written["change"], Value::Null);
    assert_eq!(planner.event(&id), event);
    assert_eq!(planner.changes(), told, "no screen needs to read again");
}

#[test]
fn one_change_is_told_once_and_after_it_is_there() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let told = planner.changes();
    planner.ask("events.edit", json!({"id": id, "set": {"capacity": 5}}));
    let all = planner.host.told.lock().unwrap().clone();
    let plan = all
        .iter()
        .filter(|(topic, payload)| topic == "changed" && payload["topics"] == json!(["plan"]));
    assert!(plan.count() >= 1 && planner.changes() > told);
    let revisions: Vec<u64> = all
        .iter()
        .filter(|(topic, _)| topic == "changed")
        .map(|(_, payload)| payload["revision"].as_u64().unwrap())
        .collect();
    assert!(
        revisions.windows(2).all(|pair| pair[0] < pair[1]),
        "{revisions:?}"
    );
}

#[test]
fn history_says_who_when_which_field_from_what_to_what_with_names_for_keys() {
    let planner = Planner::with_sample();
    planner.ask("settings.edit", json!({"set": {"actor": "LAU Sze-man"}}));
    let id = planner.any_event();
    let venues = planner.ask("lists.show", json!({}))["venues"].clone();
    let venue = venues
        .as_array()
        .unwrap()
        .iter()
        .find(|venue| venue["id"] != planner.event(&id)["venue"])
        .unwrap();
    planner.ask("events.edit", json!({"id": id, "set": {"venue": venue["id"]}}));

    let entries = planner.ask("history.list", json!({"record": {"kind": "event", "id": id}}));
    let entry = &entries[0];
    assert_eq!(
        (&entry["actor"], &entry["label"]["label"]),
        (&json!("LAU Sze-man"), &json!("event_edited"))
    );
    assert_eq!(entry["at"], "2026-11-22T14:00:00", "Hong Kong time");
    let fields = entry["records"][0]["fields"].as_array().unwrap();
    let field = fields.iter().find(|field| field["field"] == "venue").unwrap();
    assert_eq!(field["to"], venue["name"]["en"]);
    assert!(
        fields
            .iter()
            .all(|field| field["field"] != "modified" && field["field"] != "sequence")
    );
    assert_eq!(
        planner.event(&id)["zone"],
        venue["zone"],
        "the zone follows the venue"
    );
    assert_eq!(planner.event(&id)["place"], venue["place"]);
}

#[test]
fn a_change_long_ago_is_taken_back_unless_later_ones_touched_the_same() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let before = planner.event(&id);
    let change = planner.ask("events.edit", json!({"id": id, "set": {"capacity": 41}}))["change"].clone();
    planner.ask("events.edit", json!({"id": id, "set": {"notes": "x"}}));
    planner.ask("history.revert", json!({"change": change}));
    assert_eq!(planner.event(&id)["capacity"], before["capacity"]);
    assert_eq!(planner.event(&id)["notes"], "x");

    let change = planner.ask("events.edit", json!({"id": id, "set": {"capacity": 42}}))["change"].clone();
    planner.ask("events.edit", json!({"id": id, "set": {"capacity": 43}}));
    let refused = planner.refusal("history.revert", json!({"change": change}));
    assert_eq!(refused.code, "conflict");
    assert_eq!(planner.event(&id)["capacity"], 43);
    assert_eq!(
        planner.refusal("history.revert", json!({"change": 987_654})).code,
        "not_found"
    );
}

#[test]
fn a_mission_goes_with_its_legs_and_events_and_comes_back_with_them() {
    let planner = Planner::with_sample();
    let mission = planner.ask("missions.list", json!({}))[0].clone();
    let (id, events) = (mission["id"].clone(), planner.events().len());
    planner.ask("records.remove", json!({"kind": "mission", "id": id}));
    assert!(planner.events().len() < events);
    assert_eq!(
        planner.refusal("missions.show", json!({"id": id})).code,
        "not_found"
    );
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.events().len(), events);
    let again = planner.ask("missions.list", json!({}))[0].clone();
    assert_eq!(again, mission);
    assert_eq!(planner.ask("workspace.verify", json!({}))["sound"], true);
}

#[test]
fn a_record_in_use_is_kept_and_says_by_how_many() {
    let planner = Planner::with_sample();
    let row = planner
        .events()
        .into_iter()
        .find(|row| row["market"] != Value::Null)
        .unwrap();
    let refused = planner.refusal("records.remove", json!({"kind": "market", "id": row["market"]}));
    assert_eq!(refused.code, "in_use");
    assert!(refused.params["count"].parse::<u32>().unwrap() >= 1);
}

#[test]
fn cancelling_strikes_an_event_out_and_frees_its_people() {
    let planner = Planner::with_sample();
    let found = planner.ask("checks.run", json!({}));
    let clash = found
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["check"] == "delegate_booked_twice")
        .unwrap();
    let id = clash["about"][0]["id"].clone();
    planner.ask("events.cancel", json!({"id": id}));
    let event = planner.event(&id);
    assert_eq!(event["status"], "cancelled");
    let left = planner.ask("checks.run", json!({"event": id}));
    assert_eq!(left, json!([]));
}

#[test]
fn a_duplicate_is_an_idea_with_keys_of_its_own() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    let copy = planner.ask("events.duplicate", json!({"id": id}))["key"]["id"].clone();
    let (one, other) = (planner.event(&id), planner.event(&copy));
    assert_ne!(one["uid"], other["uid"]);
    assert_eq!(
        (&other["status"], &other["sequence"]),
        (&json!("idea"), &json!(0))
    );
    assert_eq!(one["start"], other["start"]);
}

#[test]
fn a_city_brings_its_zone_and_name_and_the_wall_time_stays() {
    let planner = Planner::with_new();
    let place = planner.ask("places.find", json!({"text": "吉隆坡", "limit": 5}))[0].clone();
    assert_eq!(place["zone"], "Asia/Kuala_Lumpur");
    let set = json!({"title": {"en": "Roadshow"}, "from": "2027-05-10", "until": "2027-05-14"});
    let mission = planner.ask("records.add", json!({"kind": "mission", "set": set}))["key"]["id"].clone();
    let set = json!({"mission": mission, "city": place["city"]});
    let leg = planner.ask("records.add", json!({"kind": "leg", "set": set}))["key"]["id"].clone();
    let page = planner.ask("missions.show", json!({"id": mission}));
    assert_eq!(page["legs"][0]["leg"]["zone"], "Asia/Kuala_Lumpur");
    assert_eq!(page["legs"][0]["leg"]["place"]["zh_hant"], "吉隆坡");

    let set = json!({"leg": leg, "kind": "seminar", "title": {"en": "Talk"}});
    let event = planner.ask("events.add", json!({"set": set}))["key"]["id"].clone();
    let record = planner.event(&event);
    assert_eq!(
        (&record["mission"], &record["zone"]),
        (&mission, &json!("Asia/Kuala_Lumpur"))
    );
    let dubai = planner.ask("places.find", json!({"text": "DXB", "limit": 1}))[0]["city"].clone();
    planner.ask("events.edit", json!({"id": event, "set": {"city": dubai}}));
    let moved = planner.event(&event);
    assert_eq!(
        (&moved["zone"], &moved["start"]),
        (&json!("Asia/Dubai"), &record["start"])
    );
}
