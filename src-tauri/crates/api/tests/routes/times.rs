//! Gaps, folds, moves and typed times.

use serde_json::{Value, json};

use crate::planner::Planner;

fn in_toronto(planner: &Planner) -> Value {
    let event = json!({"title": {"en": "Campus talk"}, "zone": "America/Toronto", "start": "2027-03-12T15:00:00",
        "end": "2027-03-12T17:00:00"});
    planner.ask("events.add", json!({"set": event}))["key"]["id"].clone()
}

#[test]
fn a_time_in_a_spring_gap_is_refused_with_both_neighbours_and_nothing_is_kept() {
    let planner = Planner::with_new();
    let id = in_toronto(&planner);
    let set = json!({"start": "2027-03-14T02:30:00", "end": "2027-03-14T05:00:00"});
    let refused = planner.refusal("events.edit", json!({"id": id, "set": set}));
    assert_eq!(refused.code, "time_in_gap");
    assert_eq!(refused.params["field"], "start");
    assert_eq!(refused.params["before"], "2027-03-14T01:59:00");
    assert_eq!(refused.params["after"], "2027-03-14T03:00:00");
    assert_eq!(planner.event(&id)["start"], "2027-03-12T15:00:00");
}

#[test]
fn a_time_in_an_autumn_fold_is_asked_and_the_choice_is_kept() {
    let planner = Planner::with_new();
    let id = in_toronto(&planner);
    let set = json!({"start": "2027-11-07T01:30:00", "end": "2027-11-07T04:00:00"});
    let refused = planner.refusal("events.edit", json!({"id": id, "set": set}));
    assert_eq!(refused.code, "time_in_fold");
    assert_eq!(
        (
            refused.params["earlier"].as_str(),
            refused.params["later"].as_str()
        ),
        ("−04", "−05")
    );

    let set = json!({"start": "2027-11-07T01:30:00", "end": "2027-11-07T04:00:00", "start_fold": "later"});
    planner.ask("events.edit", json!({"id": id, "set": set}));
    let page = planner.ask("events.show", json!({"id": id}));
    assert_eq!(page["event"]["start_fold"], "later");
    assert_eq!(page["span"]["start"]["utc"], "2027-11-07T06:30:00Z");
    assert_eq!(page["span"]["start"]["hong_kong"], "2027-11-07T14:30:00");
}

#[test]
fn a_choice_that_chooses_nothing_is_let_go() {
    let planner = Planner::with_new();
    let id = in_toronto(&planner);
    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"start_fold": "later", "end": "2027-03-12T18:00:00"}}),
    );
    assert_eq!(planner.event(&id)["start_fold"], Value::Null);
}

#[test]
fn a_move_by_days_over_a_clock_change_keeps_the_wall_time() {
    let planner = Planner::with_new();
    let id = in_toronto(&planner);
    let request = json!({"id": id, "by": {"days": 3, "minutes": 0}});
    let preview = planner.ask("events.preview_move", request.clone());
    assert_eq!(preview["span"]["start"]["local"], "2027-03-15T15:00:00");
    assert_eq!(preview["span"]["start"]["utc"], "2027-03-15T19:00:00Z");
    assert_eq!(
        planner.event(&id)["start"],
        "2027-03-12T15:00:00",
        "a preview stores nothing"
    );
    planner.ask("events.move", request);
    assert_eq!(planner.event(&id)["start"], "2027-03-15T15:00:00");
    assert_eq!(planner.event(&id)["end"], "2027-03-15T17:00:00");
}

#[test]
fn a_move_into_a_gap_shows_why_and_is_refused() {
    let planner = Planner::with_new();
    let id = in_toronto(&planner);
    let request = json!({"id": id, "at": {"start": "2027-03-14T02:15:00"}});
    let preview = planner.ask("events.preview_move", request.clone());
    assert_eq!(
        (&preview["span"], &preview["refusal"]["code"]),
        (&Value::Null, &json!("time_in_gap"))
    );
    assert_eq!(planner.refusal("events.move", request).code, "time_in_gap");
}

#[test]
fn the_end_follows_a_start_that_moves() {
    let planner = Planner::with_new();
    let id = in_toronto(&planner);
    planner.ask(
        "events.move",
        json!({"id": id, "at": {"start": "2027-04-02T09:00:00", "zone": "Europe/London"}}),
    );
    let event = planner.event(&id);
    assert_eq!(
        (&event["start"], &event["end"], &event["zone"]),
        (
            &json!("2027-04-02T09:00:00"),
            &json!("2027-04-02T11:00:00"),
            &json!("Europe/London")
        )
    );
}

#[test]
fn an_event_of_whole_days_moves_by_whole_days_only() {
    let planner = Planner::with_new();
    let set = json!({"title": {"en": "Fair"}, "all_day": true, "start": "2027-05-14T00:00:00"});
    let id = planner.ask("events.add", json!({"set": set}))["key"]["id"].clone();
    assert_eq!(planner.event(&id)["end"], "2027-05-15T00:00:00");
    let refused = planner.refusal("events.move", json!({"id": id, "by": {"days": 0, "minutes": 30}}));
    assert_eq!(refused.params["problem"], "whole_days_only");
}

#[test]
fn a_typed_line_is_read_in_the_venues_zone() {
    let planner = Planner::new();
    let read = |text: &str, zone: &str| planner.ask("times.read", json!({"text": text, "zone": zone}));
    let clear = read("Fri 14 May 2027 3–5pm", "Asia/Kuala_Lumpur");
    assert_eq!(clear["kind"], "clear", "{clear}");
    assert_eq!(clear["span"]["start"]["utc"], "2027-05-14T07:00:00Z");
    assert_eq!(clear["span"]["start"]["offset"], "+08");

    let gap = read("14.3.2027 2:30am", "America/Toronto");
    assert_eq!((&gap["kind"], &gap["end"]), (&json!("gap"), &json!("start")));
    assert_eq!(gap["choices"][0]["time"]["local"], "2027-03-14T01:59:00");
    assert_eq!(gap["choices"][1]["time"]["local"], "2027-03-14T03:00:00");

    let fold = read("7.11.2027 1:30am", "America/Toronto");
    assert_eq!(fold["kind"], "fold");
    assert_eq!(
        (&fold["choices"][0]["fold"], &fold["choices"][1]["fold"]),
        (&json!("earlier"), &json!("later"))
    );

    assert_eq!(read("whenever", "Asia/Tokyo")["kind"], "unreadable");
    assert_eq!(
        planner
            .refusal("times.read", json!({"text": "3pm", "zone": "Asia/Tokio"}))
            .code,
        "unknown_zone"
    );
}

#[test]
fn zones_resolve_and_convert_say_unique_gap_and_fold() {
    let planner = Planner::new();
    let resolve = |local: &str| {
        planner.ask(
            "zones.resolve",
            json!({"local": local, "zone": "America/Toronto"}),
        )
    };
    assert_eq!(
        resolve("2027-05-14T15:00:00")["instants"],
        json!(["2027-05-14T19:00:00Z"])
    );
    let gap = resolve("2027-03-14T02:30:00");
    assert_eq!(
        (&gap["kind"], &gap["offset_s"]),
        (&json!("gap"), &json!([-18_000, -14_400]))
    );
    assert_eq!(
        gap["instants"],
        json!(["2027-03-14T07:30:00Z", "2027-03-14T06:30:00Z"])
    );
    assert_eq!(resolve("2027-11-07T01:30:00")["kind"], "fold");
    let there = planner.ask(
        "zones.convert",
        json!({"instant": "2027-05-14T07:00:00Z", "zone": "Asia/Kathmandu"}),
    );
    assert_eq!(
        (&there["local"], &there["offset"]),
        (&json!("2027-05-14T12:45:00"), &json!("+05:45"))
    );
    let refused = planner.refusal(
        "zones.convert",
        json!({"instant": "tomorrow", "zone": "Asia/Tokyo"}),
    );
    assert_eq!(refused.params["problem"], "not_an_instant");
    let text = planner.ask(
        "zones.vtimezone",
        json!({"zones": ["Asia/Tokyo"], "from_year": 2026, "until_year": 2028}),
    );
    assert!(text.as_str().unwrap().starts_with("BEGIN:VTIMEZONE\r\n"));
}

#[test]
fn each_instant_of_a_resolved_wall_time_is_that_time_less_its_offset() {
    let planner = Planner::with_new();
    let gap = planner.ask(
        "zones.resolve",
        json!({"local": "2027-03-28T01:30:00", "zone": "Europe/London"}),
    );
    assert_eq!(gap["kind"], "gap");
    assert_eq!(
        gap["instants"],
        json!(["2027-03-28T01:30:00Z", "2027-03-28T00:30:00Z"])
    );
    assert_eq!(gap["offset_s"], json!([0, 3600]));
    let fold = planner.ask(
        "zones.resolve",
        json!({"local": "2026-10-25T01:30:00", "zone": "Europe/London"}),
    );
    assert_eq!(
        fold["instants"],
        json!(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
    );
    assert_eq!(fold["offset_s"], json!([3600, 0]));
}
