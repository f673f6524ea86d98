//! Newer zone rules: what moved is shown with before and after until somebody has looked at it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::calendars::{calendar, issue, talk};
use crate::planner::{PASSPHRASE, Planner};

/// A zoneinfo folder that calls itself `release`, in which Kuala Lumpur goes by Tokyo's clocks.
fn rules(folder: &Path, release: &str) -> PathBuf {
    let tree = folder.join(release);
    let pack = outreach_zones::Rules::bundled();
    let files: Vec<(String, Vec<u8>)> = pack.files().collect();
    let tokyo = files
        .iter()
        .find(|(name, _)| name == "Asia/Tokyo")
        .unwrap()
        .1
        .clone();
    for (name, bytes) in files {
        let path = tree.join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(
            path,
            if name == "Asia/Kuala_Lumpur" {
                &tokyo
            } else {
                &bytes
            },
        )
        .unwrap();
    }
    fs::write(tree.join("tzdata.zi"), format!("# version {release}\n")).unwrap();
    tree
}

#[test]
fn events_that_imported_rules_move_are_marked_until_acknowledged_also_after_a_restart() {
    let planner = Planner::with_new();
    let set = json!({"title": {"en": "Talk"}, "zone": "Asia/Kuala_Lumpur", "start": "2027-05-14T15:00:00",
        "end": "2027-05-14T17:00:00"});
    let id = planner.ask("events.add", json!({"set": set}))["key"]["id"].clone();
    let elsewhere = json!({"title": {"en": "Other"}, "zone": "Europe/Berlin", "start": "2027-05-14T15:00:00",
        "end": "2027-05-14T17:00:00"});
    planner.ask("events.add", json!({"set": elsewhere}));

    planner.answer(Some(rules(planner.folder.path(), "2031a")));
    let status = planner.ask("zones.import", json!({}));
    assert_eq!(
        (&status["release"], &status["source"]),
        (&json!("2031a"), &json!("imported"))
    );
    let moved = planner.ask("zones.moved", json!({}));
    assert_eq!(moved.as_array().unwrap().len(), 1);
    assert_eq!(
        (&moved[0]["id"], &moved[0]["former_release"]),
        (&id, &json!("2026f"))
    );
    assert_eq!(moved[0]["before"]["start"]["utc"], "2027-05-14T07:00:00Z");
    assert_eq!(moved[0]["after"]["start"]["utc"], "2027-05-14T06:00:00Z");
    assert_eq!(
        planner.event(&id)["start"],
        "2027-05-14T15:00:00",
        "what was typed is the truth"
    );

    let planner = planner.restart();
    assert_eq!(planner.ask("app.status", json!({}))["moved_by_rules"], 1);
    assert!(
        planner
            .events()
            .iter()
            .any(|row| row["id"] == id && row["moved_by_rules"] == true)
    );
    planner.ask("zones.acknowledge", json!({}));
    assert_eq!(planner.ask("zones.moved", json!({})), json!([]));
    let planner = planner.restart();
    assert_eq!(planner.ask("app.status", json!({}))["moved_by_rules"], 0);
}

#[test]
fn what_is_over_took_place_when_it_did_and_nobody_is_told_otherwise() {
    let planner = Planner::with_new();
    let kl = "Asia/Kuala_Lumpur";
    talk(&planner, "Over", kl, "2026-05-14T14:00:00");
    let to_come = talk(&planner, "To come", kl, "2027-05-14T14:00:00");
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "first");
    planner.answer(Some(rules(planner.folder.path(), "2031a")));
    planner.ask("zones.import", json!({}));
    let planner = planner.restart();
    for (route, request, id) in [
        ("zones.moved", json!({}), "id"),
        ("calendars.changes", json!({"calendar": calendar}), "event"),
    ] {
        let moved = planner.ask(route, request);
        let moved: Vec<&Value> = moved.as_array().unwrap().iter().map(|row| &row[id]).collect();
        assert_eq!(moved, [&to_come], "{route}");
    }
    assert_eq!(planner.ask("app.status", json!({}))["moved_by_rules"], 1);
}

#[test]
fn an_edit_of_a_moved_event_takes_the_mark_off() {
    let planner = Planner::with_new();
    let set = json!({"title": {"en": "Talk"}, "zone": "Asia/Kuala_Lumpur", "start": "2027-05-14T15:00:00",
        "end": "2027-05-14T17:00:00"});
    let id = planner.ask("events.add", json!({"set": set}))["key"]["id"].clone();
    planner.answer(Some(rules(planner.folder.path(), "2031a")));
    planner.ask("zones.import", json!({}));
    planner.ask("events.move", json!({"id": id, "by": {"days": 0, "minutes": 60}}));
    assert_eq!(planner.ask("zones.moved", json!({})), json!([]));
    let planner = planner.restart();
    assert_eq!(planner.ask("zones.moved", json!({})), json!([]));
}

#[test]
fn system_rules_win_if_they_are_newer_and_are_named_if_not() {
    let first = Planner::new();
    let newer = rules(first.folder.path(), "2031b");
    let with_newer = Planner::at(first.folder.clone(), newer);
    assert_eq!(with_newer.ask("zones.status", json!({}))["source"], "system");
    let older = rules(first.folder.path(), "2024a");
    let status = Planner::at(first.folder.clone(), older).ask("zones.status", json!({}));
    assert_eq!(status["source"], "bundled");
    assert_eq!(status["others"][0]["reason"], "older");
}

#[test]
fn a_folder_without_rules_is_refused_and_the_rules_in_force_stay() {
    let planner = Planner::with_new();
    let empty = planner.path("empty");
    fs::create_dir(&empty).unwrap();
    planner.answer(Some(empty));
    assert_eq!(
        planner.refusal("zones.import", json!({})).code,
        "rules_without_release"
    );
    assert_eq!(planner.ask("zones.status", json!({}))["release"], "2026f");
    planner.answer(None);
    assert_eq!(planner.ask("zones.import", json!({})), json!(null));
    planner.ask("workspace.lock", json!({}));
    planner.ask("workspace.unlock", json!({"passphrase": PASSPHRASE}));
}
