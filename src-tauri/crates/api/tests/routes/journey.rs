//! A planner's day: make, list, edit, change one's mind, come back.

use crate::planner::Planner;
use serde_json::json;

#[test]
fn the_sample_is_made_listed_edited_undone_redone_and_there_after_a_restart() {
    let planner = Planner::with_sample();
    let rows = planner.events();
    assert!(rows.len() >= 60, "{}", rows.len());
    let id = planner.any_event();
    let before = planner.event(&id);

    let written = planner.ask("events.edit", json!({"id": id, "set": {"capacity": 77}}));
    assert_eq!(written["key"], json!({"kind": "event", "id": id}));
    assert_eq!(planner.event(&id)["capacity"], 77);

    let undone = planner.ask("history.undo", json!({}));
    assert_eq!(undone["label"], "event_edited");
    assert_eq!(planner.event(&id)["capacity"], before["capacity"]);

    planner.ask("history.redo", json!({}));
    assert_eq!(planner.event(&id)["capacity"], 77);

    let planner = planner.restart();
    assert_eq!(planner.event(&id)["capacity"], 77);
    assert_eq!(planner.events().len(), rows.len());
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.event(&id)["capacity"], before["capacity"]);

    let report = planner.ask("workspace.verify", json!({}));
    assert_eq!(report["sound"], true, "{report}");
}
