//! The clock set back, and what clocks show.

use chrono::TimeDelta;
use serde_json::json;

use crate::planner::Planner;

#[test]
fn with_the_clock_a_day_back_edits_are_kept_undone_and_in_order() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    planner.ask("events.edit", json!({"id": id, "set": {"capacity": 10}}));
    let modified = planner.event(&id)["modified"].clone();
    planner.clock.later(TimeDelta::days(-1));
    planner.ask("events.edit", json!({"id": id, "set": {"capacity": 20}}));
    assert_eq!(
        planner.event(&id)["modified"],
        modified,
        "the moment of change never goes back"
    );
    let changes = planner.ask("history.list", json!({"limit": 2}));
    assert_eq!(changes[0]["records"][0]["fields"][0]["to"], 20);
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.event(&id)["capacity"], 10);
    let planner = planner.restart();
    assert_eq!(planner.event(&id)["capacity"], 10);
    assert_eq!(planner.ask("workspace.verify", json!({}))["sound"], true);
}

#[test]
fn with_the_clock_set_back_the_workspace_still_locks_in_time() {
    let planner = Planner::with_new();
    planner.clock.later(TimeDelta::days(-1));
    planner.session.tick();
    planner.clock.later(TimeDelta::minutes(16));
    planner.session.tick();
    assert_eq!(planner.ask("app.status", json!({}))["state"], "locked");
}

#[test]
fn clocks_show_the_place_and_hong_kong_and_when_to_ask_again() {
    let planner = Planner::new();
    planner.clock.later(TimeDelta::milliseconds(12_345));
    let faces = planner.ask(
        "app.clocks",
        json!({"zones": ["Asia/Kathmandu", "America/St_Johns"]}),
    );
    assert_eq!(faces[0]["now"]["offset"], "+05:45");
    assert_eq!(faces[1]["now"]["offset"], "−03:30");
    assert_eq!(faces[0]["now"]["hong_kong"], "2026-11-22T14:00:12");
    assert_eq!(faces[0]["next_minute_ms"], 47_655);
}
