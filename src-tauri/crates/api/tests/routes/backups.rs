//! Copies: the daily one, the one asked for, and back from it.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::planner::Planner;

fn copies(planner: &Planner) -> Vec<Value> {
    planner
        .ask("workspace.backups", json!({}))
        .as_array()
        .unwrap()
        .clone()
}

/// The copy of the day is made in the background.
fn wait_for_copies(planner: &Planner, count: usize) -> Vec<Value> {
    for _ in 0..200 {
        let copies = copies(planner);
        if copies.len() >= count {
            return copies;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("there are {} copies, not {count}", copies(planner).len());
}

#[test]
fn a_copy_is_made_at_opening_and_once_a_day() {
    let planner = Planner::with_new();
    planner.ask("settings.edit", json!({"set": {"lock_after_minutes": 0}}));
    wait_for_copies(&planner, 1);
    planner.clock.later(TimeDelta::hours(1));
    planner.ask(
        "records.add",
        json!({"kind": "delegate", "set": {"family": "Ho", "given": "Yee"}}),
    );
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_eq!(copies(&planner).len(), 1);
    planner.clock.later(TimeDelta::hours(25));
    planner.ask(
        "records.add",
        json!({"kind": "delegate", "set": {"family": "Lo", "given": "Yee"}}),
    );
    let two = wait_for_copies(&planner, 2);
    assert!(two[0]["made"].as_str() > two[1]["made"].as_str(), "newest first");
    let status = planner.ask("app.status", json!({}));
    assert_eq!(status["backup_trouble"], Value::Null);
}

#[test]
fn what_was_lost_comes_back_from_a_copy_and_what_was_there_is_kept_aside() {
    let planner = Planner::with_sample();
    wait_for_copies(&planner, 1);
    planner.clock.later(TimeDelta::minutes(1));
    let copy = planner.ask("workspace.backup", json!({}));
    let before = planner.events().len();
    // One to which nobody is invited.
    let id = planner.events()[before - 1]["id"].clone();
    planner.ask("events.remove", json!({"id": id}));
    assert_eq!(planner.events().len(), before - 1);
    planner.clock.later(TimeDelta::minutes(1));
    planner.ask("workspace.restore", json!({"choice": copy["choice"]}));
    assert_eq!(planner.events().len(), before);
    planner.ask("events.edit", json!({"id": id, "set": {"notes": "back"}}));
    let planner = planner.restart();
    assert_eq!(planner.event(&id)["notes"], "back");
    assert_eq!(planner.ask("workspace.verify", json!({}))["sound"], true);
}
