//! Missions: day by day, moved, copied, cancelled.

use serde_json::{Value, json};

use crate::planner::Planner;

fn with_most_events(planner: &Planner) -> Value {
    let rows = planner.ask("missions.list", json!({}));
    rows.as_array()
        .unwrap()
        .iter()
        .max_by_key(|row| row["events"].as_u64())
        .unwrap()
        .clone()
}

#[test]
fn a_mission_is_shown_day_by_day_with_both_clocks() {
    let planner = Planner::with_sample();
    let row = with_most_events(&planner);
    let page = planner.ask("missions.show", json!({"id": row["id"], "language": "zh-Hant"}));
    let days = page["days"].as_array().unwrap();
    assert!(days.len() >= 2);
    let items: Vec<&Value> = days
        .iter()
        .flat_map(|day| day["items"].as_array().unwrap())
        .collect();
    assert!(items.iter().any(|item| item["kind"] == "event"));
    assert!(items.iter().any(|item| item["kind"] == "arrive"));
    let event = items.iter().find(|item| item["kind"] == "event").unwrap();
    assert!(event["row"]["span"]["start"]["hong_kong"].is_string());
}

#[test]
fn a_shift_moves_everything_keeps_wall_times_and_is_one_change() {
    let planner = Planner::with_sample();
    let row = with_most_events(&planner);
    let request = json!({"id": row["id"], "days": 7});
    let preview = planner.ask("missions.preview_shift", request.clone());
    assert_eq!(
        planner.ask("missions.show", json!({"id": row["id"]}))["mission"]["from"],
        row["from"]
    );
    let filter = json!({"filter": {"missions": [row["id"]]}});
    let before = planner.ask("events.list", filter.clone());
    let moved = planner.ask("missions.shift", request);
    assert_eq!(
        (&moved["from"], &moved["until"]),
        (&preview["from"], &preview["until"])
    );
    let after = planner.ask("events.list", filter.clone());
    for (before, after) in before.as_array().unwrap().iter().zip(after.as_array().unwrap()) {
        let time = |row: &Value| row["span"]["start"]["local"].as_str().unwrap()[10..].to_owned();
        assert_eq!(time(before), time(after));
    }
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.ask("events.list", filter), before);
}

#[test]
fn a_copy_goes_to_other_dates_and_cities_as_an_idea_of_its_own() {
    let planner = Planner::with_sample();
    let row = with_most_events(&planner);
    let leg = planner.ask("missions.show", json!({"id": row["id"]}))["legs"][0]["leg"].clone();
    let dubai = planner.ask("places.find", json!({"text": "Dubai", "limit": 1}))[0]["city"].clone();
    let request = json!({"id": row["id"], "first_day": "2027-09-06",
        "cities": [{"leg": leg["id"], "city": dubai}], "title": {"en": "Second time"}});
    let preview = planner.ask("missions.preview_copy", request.clone());
    let events = planner.events().len();
    let copied = planner.ask("missions.copy", request);
    assert_eq!(
        (&copied["from"], &copied["events"]),
        (&json!("2027-09-06"), &preview["events"])
    );
    assert_ne!(copied["id"], row["id"]);
    let page = planner.ask("missions.show", json!({"id": copied["id"]}));
    assert_eq!(page["legs"][0]["leg"]["zone"], "Asia/Dubai");
    assert_eq!(page["mission"]["title"]["en"], "Second time");
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.events().len(), events);
}

#[test]
fn cancelling_a_mission_cancels_what_is_still_to_come_about() {
    let planner = Planner::with_sample();
    let rows = planner.ask("missions.list", json!({}));
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["status"] == "confirmed")
        .unwrap();
    planner.ask("missions.cancel", json!({"id": row["id"]}));
    let events = planner.ask("events.list", json!({"filter": {"missions": [row["id"]]}}));
    let off = |row: &Value| ["cancelled", "held", "reported"].contains(&row["status"].as_str().unwrap());
    assert!(events.as_array().unwrap().iter().all(off));
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.ask("missions.list", json!({})), rows);
}

#[test]
fn a_missions_region_is_its_events_region() {
    let planner = Planner::with_sample();
    let row = with_most_events(&planner);
    planner.ask(
        "records.edit",
        json!({"kind": "mission", "id": row["id"], "set": {"region": "gba_joint"}}),
    );
    let events = planner.ask("events.list", json!({"filter": {"missions": [row["id"]]}}));
    assert!(
        events
            .as_array()
            .unwrap()
            .iter()
            .all(|event| event["region"] == "gba_joint")
    );
}
