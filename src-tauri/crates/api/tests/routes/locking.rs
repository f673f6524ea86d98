//! Locking on demand and after idleness.

use chrono::TimeDelta;
use serde_json::json;

use crate::planner::{PASSPHRASE, Planner};

#[test]
fn a_locked_workspace_answers_nothing_and_opens_with_its_passphrase() {
    let planner = Planner::with_sample();
    let events = planner.events().len();
    planner.ask("workspace.lock", json!({}));
    assert_eq!(planner.refusal("events.list", json!({})).code, "locked");
    assert_eq!(
        planner
            .refusal("search.find", json!({"text": "a", "limit": 1}))
            .code,
        "locked"
    );
    let status = planner.ask("app.status", json!({}));
    assert_eq!(
        (&status["state"], &status["workspace"]["name"]),
        (&json!("locked"), &json!("plan"))
    );
    assert_eq!(status["findings"], json!(null));
    assert_eq!(
        planner
            .refusal("workspace.unlock", json!({"passphrase": "not this"}))
            .code,
        "passphrase_wrong"
    );
    planner.ask("workspace.unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(planner.events().len(), events);
}

#[test]
fn it_locks_after_the_minutes_in_the_preferences_and_any_use_begins_them_anew() {
    let planner = Planner::with_new();
    planner.ask("settings.edit", json!({"set": {"lock_after_minutes": 5}}));
    planner.clock.later(TimeDelta::minutes(4));
    planner.ask("lists.show", json!({}));
    planner.clock.later(TimeDelta::minutes(4));
    planner.session.tick();
    assert_eq!(planner.ask("app.status", json!({}))["state"], "open");
    // What screens ask by themselves does not count as use.
    planner.ask("app.clocks", json!({"zones": ["Asia/Tokyo"]}));
    planner.clock.later(TimeDelta::minutes(1));
    planner.session.tick();
    assert_eq!(planner.ask("app.status", json!({}))["state"], "locked");
}

#[test]
fn a_call_after_the_idle_time_finds_it_locked_even_if_nothing_ticked() {
    let planner = Planner::with_new();
    planner.clock.later(TimeDelta::hours(9));
    assert_eq!(planner.refusal("lists.show", json!({})).code, "locked");
}

#[test]
fn with_nought_minutes_it_never_locks() {
    let planner = Planner::with_new();
    planner.ask("settings.edit", json!({"set": {"lock_after_minutes": 0}}));
    planner.clock.later(TimeDelta::days(3));
    planner.ask("lists.show", json!({}));
}
