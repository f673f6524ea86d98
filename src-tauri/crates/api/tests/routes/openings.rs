//! Files that do not open, and people who open them.

use std::fs;

use serde_json::json;

use crate::planner::{PASSPHRASE, Planner};

fn open(planner: &Planner, name: &str, passphrase: &str) -> Result<serde_json::Value, String> {
    planner.answer(Some(planner.path(name)));
    let choice = planner.ask("workspace.choose", json!({}))["choice"].clone();
    planner
        .try_ask(
            "workspace.open",
            json!({"choice": choice, "passphrase": passphrase}),
        )
        .map_err(|error| error.code)
}

#[test]
fn each_way_in_which_a_file_cannot_be_opened_has_its_own_code() {
    let planner = Planner::with_sample();
    planner.ask("workspace.close", json!({}));
    assert_eq!(
        open(&planner, "plan.outreach", "wrong one").unwrap_err(),
        "passphrase_wrong"
    );
    assert_eq!(
        open(&planner, "gone.outreach", PASSPHRASE).unwrap_err(),
        "no_such_file"
    );

    fs::write(planner.path("text.outreach"), "Dear planner,\n".repeat(2000)).unwrap();
    assert_eq!(
        open(&planner, "text.outreach", PASSPHRASE).unwrap_err(),
        "not_a_workspace"
    );

    let whole = fs::read(planner.path("plan.outreach")).unwrap();
    fs::write(planner.path("short.outreach"), &whole[..whole.len() / 2]).unwrap();
    assert_eq!(
        open(&planner, "short.outreach", PASSPHRASE).unwrap_err(),
        "workspace_damaged"
    );

    let mut flipped = whole.clone();
    for at in (20_000..whole.len()).step_by(997) {
        flipped[at] ^= 0x10;
    }
    fs::write(planner.path("flipped.outreach"), &flipped).unwrap();
    assert_eq!(
        open(&planner, "flipped.outreach", PASSPHRASE).unwrap_err(),
        "workspace_damaged"
    );
    assert_eq!(
        fs::read(planner.path("flipped.outreach")).unwrap(),
        flipped,
        "it is left as it is"
    );

    assert_eq!(
        open(&planner, "plan.outreach", PASSPHRASE).unwrap()["name"],
        "plan"
    );
}

#[test]
fn a_file_with_a_damaged_page_far_from_what_is_read_refuses_a_change_as_damaged() {
    let planner = Planner::with_sample();
    planner.ask("workspace.close", json!({}));
    let whole = fs::read(planner.path("plan.outreach")).unwrap();
    let mut refused = 0;
    for page in (3..whole.len() / 4096).step_by(23) {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 2000] ^= 0x10;
        fs::write(planner.path("flipped.outreach"), &flipped).unwrap();
        if open(&planner, "flipped.outreach", PASSPHRASE).is_err() {
            continue;
        }
        let event = planner.events()[0]["id"].clone();
        for title in ["Another title", "And another"] {
            let edit = json!({"id": event, "set": {"title": {"en": title}}});
            if let Err(error) = planner.try_ask("events.edit", edit) {
                assert_eq!(error.code, "workspace_damaged", "page {page}");
                refused += 1;
            }
        }
        planner.ask("workspace.close", json!({}));
    }
    assert!(refused > 0, "no damaged page was met by a change");
}

#[test]
fn what_is_open_stays_open_when_another_file_does_not_open() {
    let planner = Planner::with_sample();
    fs::write(planner.path("text.outreach"), "x").unwrap();
    assert!(open(&planner, "text.outreach", PASSPHRASE).is_err());
    assert!(planner.events().len() >= 60);
}

#[test]
fn a_second_window_on_the_same_file_is_refused_until_the_first_lets_go() {
    let first = Planner::with_sample();
    let second = Planner::at(first.folder.clone(), "nowhere");
    assert_eq!(
        open(&second, "plan.outreach", PASSPHRASE).unwrap_err(),
        "workspace_open_elsewhere"
    );
    first.ask("workspace.lock", json!({}));
    open(&second, "plan.outreach", PASSPHRASE).unwrap();
    let refused = first.refusal("workspace.unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(refused.code, "workspace_open_elsewhere");
}

#[test]
fn opening_the_open_file_again_is_no_second_window() {
    let planner = Planner::with_sample();
    open(&planner, "plan.outreach", PASSPHRASE).unwrap();
    assert!(planner.events().len() >= 60);
}

#[test]
fn a_new_file_never_takes_the_place_of_another_and_needs_a_passphrase_worth_the_name() {
    let planner = Planner::with_new();
    planner.answer(Some(planner.path("plan.outreach")));
    let request = json!({"passphrase": PASSPHRASE, "sample": false});
    assert_eq!(
        planner.refusal("workspace.create", request.clone()).code,
        "file_exists"
    );
    let short = planner.refusal(
        "workspace.create",
        json!({"passphrase": "1234567", "sample": false}),
    );
    assert_eq!(
        (short.code.as_str(), short.params["problem"].as_str()),
        ("invalid_field", "too_short")
    );
    planner.answer(None);
    assert_eq!(
        planner.ask("workspace.create", request),
        json!(null),
        "the dialog was cancelled"
    );
}

#[test]
fn a_changed_passphrase_is_the_only_one_from_then_on() {
    let planner = Planner::with_new();
    let wrong = planner.refusal(
        "workspace.change_passphrase",
        json!({"current": "guess", "new": "long enough"}),
    );
    assert_eq!(wrong.code, "passphrase_wrong");
    planner.ask(
        "workspace.change_passphrase",
        json!({"current": PASSPHRASE, "new": "long enough"}),
    );
    planner.ask("workspace.lock", json!({}));
    assert_eq!(
        planner
            .refusal("workspace.unlock", json!({"passphrase": PASSPHRASE}))
            .code,
        "passphrase_wrong"
    );
    planner.ask("workspace.unlock", json!({"passphrase": "long enough"}));
}

#[test]
fn recent_files_are_named_and_opened_by_number() {
    let planner = Planner::with_new();
    planner.ask("workspace.close", json!({}));
    let recent = planner.ask("app.status", json!({}))["recent"][0].clone();
    assert_eq!(
        (&recent["name"], &recent["exists"]),
        (&json!("plan"), &json!(true))
    );
    planner.ask(
        "workspace.open",
        json!({"choice": recent["choice"], "passphrase": PASSPHRASE}),
    );
    let stranger = planner.refusal("workspace.open", json!({"choice": 99, "passphrase": PASSPHRASE}));
    assert_eq!(stranger.code, "no_such_choice");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_named_and_nothing_is_left_in_it() {
    use std::os::unix::fs::PermissionsExt;
    let planner = Planner::new();
    let folder = planner.path("sealed");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.join("probe"), "").is_ok() {
        _ = fs::remove_file(folder.join("probe"));
        eprintln!("skipped: this user may write anywhere");
        return;
    }
    planner.answer(Some(folder.join("plan.outreach")));
    let refused = planner.refusal(
        "workspace.create",
        json!({"passphrase": PASSPHRASE, "sample": false}),
    );
    assert_eq!(refused.code, "folder_read_only");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn no_refusal_holds_a_passphrase_or_what_was_typed() {
    let planner = Planner::with_sample();
    let secret = "陳大文's secret";
    let id = planner.any_event();
    let refusals = [
        planner.refusal(
            "workspace.change_passphrase",
            json!({"current": secret, "new": "long enough"}),
        ),
        planner.refusal("events.edit", json!({"id": id, "set": {"start": secret}})),
        planner.refusal("events.edit", json!({"id": id, "set": {(secret): 1}})),
        planner.refusal("events.edit", json!({"id": id, "set": {"title": secret}})),
        planner.refusal("settings.edit", json!({"set": {(secret): 1}})),
    ];
    for refusal in refusals {
        assert!(
            !serde_json::to_string(&refusal).unwrap().contains("secret"),
            "{refusal:?}"
        );
    }
}
