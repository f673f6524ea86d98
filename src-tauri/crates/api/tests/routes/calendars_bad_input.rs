//! What goes wrong while a calendar is issued: nothing half-done stays, and nothing is recorded.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::calendars::{calendar, issue, talk};
use crate::planner::Planner;

fn with_a_calendar() -> (Planner, serde_json::Value) {
    let planner = Planner::with_new();
    let (id, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    talk(&planner, "Talk", "Asia/Kuala_Lumpur", "2027-05-14T14:00:00");
    (planner, id)
}

fn holds_nothing(planner: &Planner, calendar: &serde_json::Value) {
    let page = planner.ask("calendars.show", json!({"calendar": calendar}));
    assert_eq!(
        (&page["issues"], &page["recipients"][0]["holds"]),
        (&json!([]), &json!(0))
    );
    assert_eq!(planner.ask("workspace.verify", json!({}))["sound"], true);
}

#[test]
fn a_folder_that_holds_something_is_left_alone_and_one_beside_it_is_made() {
    let (planner, id) = with_a_calendar();
    fs::create_dir(planner.path("out")).unwrap();
    fs::write(planner.path("out").join("mine.txt"), "mine").unwrap();
    let issued = issue(&planner, json!({"calendar": id, "kind": "whole"}), "out");
    assert!(issued["folder"].as_str().unwrap().ends_with("out 2"), "{issued}");
    assert_eq!(fs::read_dir(planner.path("out")).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_told_and_nothing_is_recorded() {
    let (planner, id) = with_a_calendar();
    planner.answer(Some(planner.path("gone/out")));
    let refused = planner.refusal("calendars.issue", json!({"calendar": id, "kind": "whole"}));
    assert_eq!(refused.code, "no_such_file");
    holds_nothing(&planner, &id);
    planner.answer(None);
    assert_eq!(
        planner.ask("calendars.issue", json!({"calendar": id, "kind": "whole"})),
        json!(null)
    );
    holds_nothing(&planner, &id);
}

#[test]
fn what_is_not_there_or_not_asked_for_rightly_is_refused() {
    let (planner, id) = with_a_calendar();
    let nobody = "00000000-0000-0000-0000-000000000000";
    let refused = |route: &str, request| planner.refusal(route, request).code;
    assert_eq!(
        refused("calendars.show", json!({"calendar": nobody})),
        "not_found"
    );
    assert_eq!(
        refused("calendars.diff", json!({"calendar": id, "from": 7})),
        "invalid_field"
    );
    let stranger = json!({"calendar": id, "kind": "whole", "recipients": [nobody]});
    assert_eq!(refused("calendars.issue", stranger.clone()), "invalid_field");
    assert_eq!(refused("calendars.preview_issue", stranger), "invalid_field");
    for (set, field) in [
        (json!({"name": {"en": ""}}), "name"),
        (
            json!({"name": {"en": "X"}, "filter": {"with_findings": true}}),
            "filter.with_findings",
        ),
        (
            json!({"name": {"en": "X"}, "form": {"alarm_minutes": 900_000}}),
            "form.alarm_minutes",
        ),
        (json!({"name": {"en": "X"}, "audience": "everybody"}), "audience"),
    ] {
        let refused = planner.refusal("records.add", json!({"kind": "calendar", "set": set}));
        assert_eq!(refused.params["field"], field);
    }
    for email in [
        "ada",
        "ada@",
        "ada@office",
        "a b@office.example",
        "a@b@c.example",
        "a@office.example\r\nX:1;",
    ] {
        let set = json!({"calendar": id, "name": "Ada", "email": email});
        let refused = planner.refusal("records.add", json!({"kind": "recipient", "set": set}));
        assert_eq!(refused.params["field"], "email", "{email:?}");
    }
    let zone = json!({"name": {"en": "X"}, "zone": "Asia/Hongkong"});
    assert_eq!(
        refused("records.add", json!({"kind": "calendar", "set": zone})),
        "unknown_zone"
    );
}

#[test]
fn what_somebody_typed_cannot_break_out_of_a_file_or_its_name() {
    let planner = Planner::with_new();
    let name = "../../etc <b>=cmd()\"';|*?:";
    let (id, _) = calendar(&planner, json!({"name": {"en": name}}), &["Ada"]);
    talk(
        &planner,
        "=1+1\"; BEGIN:VEVENT",
        "Asia/Kuala_Lumpur",
        "2027-05-14T14:00:00",
    );
    let issued = issue(
        &planner,
        json!({"calendar": id, "kind": "whole", "formats": ["ics", "words", "html", "csv"]}),
        "out",
    );
    assert_eq!(issued["packs"][0]["files"].as_array().unwrap().len(), 4);
    let asked = planner.host.asked.lock().unwrap().last().cloned().unwrap();
    let outreach_api::Choose::ExportFolder { suggested } = asked else {
        panic!("{asked:?}")
    };
    assert!(
        !suggested.contains(['/', '\\', '.', '<', '"', '*', '?', ':', '|']),
        "{suggested}"
    );
    assert_eq!(crate::calendars::events_in(&planner.path("out")).len(), 1);
}

/// Runs the ignored test `name` of this binary with a small disk of its own mounted on a folder.
#[cfg(target_os = "linux")]
fn on_a_small_disk(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=600k small \"$DISK\" || exit 77; exec \"$@\"";
    let output = std::process::Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", mount, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--ignored", "--nocapture"])
        .env("DISK", folder.path())
        .output();
    let Ok(output) = output else {
        eprintln!("skipped: {name}: no unshare here");
        return;
    };
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    if output.status.code() == Some(77) || said.contains("unshare failed") {
        eprintln!("skipped: {name}: no right to mount a disk here");
        return;
    }
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

fn disk() -> PathBuf {
    std::env::var_os("DISK")
        .expect("started by the test beside it")
        .into()
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_half_way_leaves_no_file_and_no_record() {
    on_a_small_disk("calendars_bad_input::inside_a_disk_that_fills_up");
}

#[test]
#[ignore = "run on a small disk by the test above"]
fn inside_a_disk_that_fills_up() {
    let planner = Planner::with_sample();
    let rows = planner.ask("calendars.list", json!({}));
    let id = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["audience"] == "internal")
        .unwrap()["id"]
        .clone();
    // The first file fits, the second does not.
    fs::write(disk().join("filler"), vec![1; 480_000]).unwrap();
    planner.answer(Some(disk().join("out")));
    let request =
        json!({"calendar": id, "kind": "whole", "formats": ["ics", "html", "csv", "xlsx", "words"]});
    let refused = planner.refusal("calendars.issue", request.clone());
    assert_eq!(refused.code, "disk_full");
    assert_eq!(fs::read_dir(disk()).unwrap().count(), 1, "only what was there");
    holds_nothing(&planner, &id);
    fs::remove_file(disk().join("filler")).unwrap();
    planner.answer(Some(disk().join("out")));
    let issued = planner.ask("calendars.issue", request);
    assert_eq!(issued["packs"][0]["number"], 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_to_is_told_and_nothing_is_recorded() {
    on_a_small_disk("calendars_bad_input::inside_a_folder_that_is_read_only");
}

#[test]
#[ignore = "run on a small disk by the test above"]
fn inside_a_folder_that_is_read_only() {
    let (planner, id) = with_a_calendar();
    let status = std::process::Command::new("mount")
        .args(["-o", "remount,ro"])
        .arg(disk())
        .status()
        .unwrap();
    assert!(status.success());
    planner.answer(Some(disk().join("out")));
    let refused = planner.refusal("calendars.issue", json!({"calendar": id, "kind": "whole"}));
    assert_eq!(refused.code, "folder_read_only");
    holds_nothing(&planner, &id);
}

#[test]
fn a_workspace_that_cannot_record_the_issue_takes_its_files_away_again() {
    let (planner, id) = with_a_calendar();
    // The workspace's own disk is full: every write of it fails, the files' folder is fine.
    planner.answer(Some(planner.path("out")));
    let request = json!({"calendar": id, "kind": "whole"});
    planner.ask("workspace.lock", json!({}));
    assert_eq!(planner.refusal("calendars.issue", request).code, "locked");
    assert!(!planner.path("out").exists());
}
