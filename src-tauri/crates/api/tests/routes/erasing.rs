//! People taken out for good: what goes, what stays, and what is left to them that are called alike.

use std::fs;

use outreach_store::{Unlock, Workspace};
use serde_json::{Value, json};

use crate::guests::{occasion, put_on, somebody};
use crate::planner::{PASSPHRASE, Planner};
use crate::privacy::{edit, export};

/// The search through every decrypted byte, by a program that opens the file anew.
fn held(planner: &Planner, texts: &[&str]) -> Vec<bool> {
    planner.ask("workspace.lock", json!({}));
    let mut file = Workspace::open(&planner.path("plan.outreach"), Unlock::Passphrase(PASSPHRASE)).unwrap();
    let held = file.holds(texts).unwrap();
    assert!(file.verify(&mut outreach_store::unwatched()).unwrap().is_sound());
    file.close().unwrap();
    planner.ask("workspace.unlock", json!({"passphrase": PASSPHRASE}));
    held
}

fn parts(preview: &Value, side: &str) -> Vec<(String, u64)> {
    let all = preview[side].as_array().unwrap().iter();
    all.map(|part| {
        (
            part["what"].as_str().unwrap().to_owned(),
            part["count"].as_u64().unwrap(),
        )
    })
    .collect()
}

#[test]
fn an_erased_person_is_in_no_byte_of_the_file_and_what_stays_is_a_count() {
    let planner = Planner::with_new();
    let event = occasion(&planner, Some(40));
    let victim = somebody(
        &planner,
        "Quillfeather",
        "Zebedee",
        "歐陽震華",
        "zeb@nowhere.example",
    );
    let other = somebody(&planner, "Chan", "Tai Man", "陳大文", "taiman@example.org");
    edit(
        &planner,
        &victim,
        json!({"notes": "Speaks of nothing but bees", "family": "Umbrage"}),
    );
    planner.ask("history.undo", json!({}));
    planner.ask("history.redo", json!({}));
    edit(
        &planner,
        &victim,
        json!({"family": "Quillfeather-Smythe", "preferred": "Zebby-Zeb"}),
    );
    let invited = put_on(&planner, &event, &[victim.clone(), other.clone()], "accepted");
    let set = json!({"dietary": "No aubergines whatever", "notes": "Sits with nobody"});
    planner.ask(
        "records.edit",
        json!({"kind": "invitation", "id": invited[0], "set": set}),
    );
    let along = somebody(&planner, "Osman", "Aisyah", "", "aisyah@example.org");
    let with = put_on(&planner, &event, &[along], "accepted");
    let companions = json!([{"name": "Zebedee Quillfeather", "person": victim, "dietary": "", "access": ""}]);
    let other_event = occasion(&planner, None);
    let elsewhere = put_on(&planner, &other_event, std::slice::from_ref(&other), "accepted");
    planner.ask(
        "invitations.party",
        json!({"invitation": elsewhere[0], "companions": companions, "unnamed": 1}),
    );
    planner.ask(
        "events.edit",
        json!({"id": event, "set": {"notes": "Ask zebedee quillfeather for the slides"}}),
    );
    let sheet = export(
        &planner,
        "people.csv",
        json!({"people": [victim, other], "format": "csv", "purpose": "The door"}),
    );
    planner.answer(Some(planner.path("report.json")));
    let report = json!({"person": victim, "form": "json", "purpose": "Access request of 3 May"});
    planner.ask("privacy.report", report);
    let told = fs::read_to_string(planner.path("report.json")).unwrap();
    for text in [
        "Umbrage",
        "zeb@nowhere.example",
        "No aubergines whatever",
        "[RESTRICTED]",
        "The door",
    ] {
        assert!(told.contains(text), "{text}");
    }
    planner.ask("workspace.backup", json!({}));

    let preview = planner.ask("privacy.preview_erase", json!({"person": victim}));
    assert_eq!(preview["refusal"], Value::Null);
    let goes = parts(&preview, "goes");
    assert!(
        goes.contains(&("companions".into(), 1)) && goes.contains(&("names".into(), 1)),
        "{goes:?}"
    );
    assert!(
        parts(&preview, "stays").contains(&("invitations".into(), 1)),
        "{preview:#}"
    );
    assert_eq!(preview["exports"].as_array().unwrap().len(), 2);
    assert_eq!(preview["backups"].as_array().unwrap().len(), 1);
    let mentions = preview["mentions"].as_array().unwrap();
    assert_eq!(mentions.len(), 1, "{mentions:#?}");
    assert_eq!(mentions[0]["excerpt"], "Ask zebedee quillfeather for the slides");

    fs::write(planner.path("report.json"), "edited by hand").unwrap();
    let files: Vec<&Value> = preview["exports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| &file["id"])
        .collect();
    let done = planner.ask(
        "privacy.erase",
        json!({"person": victim, "files": files, "mentions": true}),
    );
    assert_eq!(done["no_trace"], true, "{done:#}");
    assert_eq!((&done["files_deleted"], &done["struck"]), (&json!(1), &json!(1)));
    assert!(!planner.path("people.csv").exists() && sheet["encrypted"] == false);
    assert_eq!(
        done["files_left"][0]["on_disk"], "changed",
        "what was changed since is not deleted"
    );
    assert_eq!(done["backups"].as_array().unwrap().len(), 1);

    let texts = [
        "Quillfeather",
        "quillfeather",
        "Zebedee",
        "zebedee",
        "歐陽震華",
        "zeb@nowhere",
        "Umbrage",
        "bees",
        "Smythe",
        "Zebby",
        "aubergines",
        "Sits with nobody",
    ];
    assert_eq!(held(&planner, &texts), vec![false; texts.len()]);
    assert_eq!(held(&planner, &["Tai Man", "aisyah@example.org"]), [true, true]);
    let page = planner.ask("invitations.list", json!({"event": event}));
    assert_eq!(page["total"], 3, "the guest still counts");
    assert_eq!(page["seats"]["taken"], 3);
    let party = planner.ask("invitations.show", json!({"id": elsewhere[0]}));
    let invitation = &party["row"]["invitation"];
    assert_eq!(
        (&invitation["companions"], &invitation["unnamed"]),
        (&json!([]), &json!(2))
    );
    assert_eq!(
        planner.event(&event)["notes"],
        "Ask … for the slides",
        "struck out where it stood"
    );
    assert!(
        planner
            .ask("people.search", json!({"text": "Zebedee", "limit": 9}))
            .as_array()
            .unwrap()
            .is_empty()
    );
    let glance = planner.ask("privacy.desk", json!({}));
    assert_eq!((&glance["erased"], &glance["people"]), (&json!(1), &json!(2)));
    assert_eq!(
        planner.ask("history.list", json!({"limit": 1}))[0]["label"]["label"],
        "person_erased"
    );

    // Nothing that is taken back brings it back.
    while planner
        .try_ask("history.undo", json!({}))
        .is_ok_and(|undone| !undone.is_null())
    {}
    assert_eq!(held(&planner, &texts), vec![false; texts.len()]);
    // Nor does it lower what is counted.
    assert_eq!(planner.ask("privacy.desk", json!({}))["erased"], 1);
    assert_eq!(
        planner.ask("invitations.list", json!({"event": event}))["total"],
        1
    );
    while planner
        .try_ask("history.redo", json!({}))
        .is_ok_and(|redone| !redone.is_null())
    {}
    assert_eq!(held(&planner, &texts), vec![false; texts.len()]);
    let refused = planner.refusal("privacy.erase", json!({"person": victim}));
    assert_eq!(refused.code, "already_erased");
    assert!(!with.is_empty());
}

#[test]
fn the_records_merged_into_one_go_with_it() {
    let planner = Planner::with_new();
    let keep = somebody(&planner, "Quillfeather", "Zebedee", "", "zeb@nowhere.example");
    let merged = somebody(
        &planner,
        "Quilfeather",
        "Zeb",
        "歐陽震華",
        "z.q@elsewhere.example",
    );
    planner.ask(
        "people.merge",
        json!({"keep": keep, "drop": merged, "take": {"emails": "both"}}),
    );
    // Asked by the record that went into the other, the whole person goes.
    let preview = planner.ask("privacy.preview_erase", json!({"person": merged}));
    assert_eq!(preview["person"], keep);
    assert!(parts(&preview, "goes").contains(&("merged_records".into(), 1)));
    let done = planner.ask("privacy.erase", json!({"person": merged}));
    assert_eq!(done["no_trace"], true, "{done:#}");
    let texts = [
        "Quillfeather",
        "Quilfeather",
        "歐陽震華",
        "z.q@elsewhere.example",
        "zeb@nowhere.example",
    ];
    assert_eq!(held(&planner, &texts), [false; 5]);
}

#[test]
fn a_list_that_was_looked_at_before_an_erasure_is_looked_at_again() {
    let planner = Planner::with_new();
    let rows = "Family name,Given name,E-mail\nQuillfeather,Zebedee,zeb@nowhere.example\n";
    let path = planner.path("guests.csv");
    fs::write(&path, rows).unwrap();
    planner.answer(Some(path));
    let file = planner.ask("people.import_choose", json!({}))["file"].clone();
    let request = json!({"file": file});
    let done = planner.ask("people.import_commit", request.clone());
    let person = done["people"][0].clone();
    planner.ask("people.import_preview", request.clone());
    let preview = planner.ask("privacy.preview_erase", json!({"person": person}));
    assert_eq!(preview["open_imports"], 1);
    planner.ask("privacy.erase", json!({"person": person}));
    let refused = planner.refusal("people.import_commit", request.clone());
    assert_eq!(refused.code, "import_look_again");
    let again = planner.ask("people.import_preview", request.clone());
    assert_eq!(again["rows"][0]["verdict"], "new", "nobody remembers the row");
    assert_eq!(held(&planner, &["Quillfeather"]), [false]);
}

#[test]
fn people_whose_import_was_taken_back_can_be_taken_out_of_the_history() {
    let planner = Planner::with_new();
    somebody(&planner, "Quillfeather", "Zebedee", "", "zeb@nowhere.example");
    planner.ask("history.undo", json!({}));
    assert_eq!(
        held(&planner, &["Quillfeather"]),
        [true],
        "taken back is not forgotten"
    );
    assert_eq!(planner.ask("privacy.desk", json!({}))["in_history"], 1);
    let done = planner.ask("privacy.forget_removed", json!({}));
    assert_eq!(done["people"], 1);
    assert_eq!(held(&planner, &["Quillfeather"]), [false]);
    assert_eq!(planner.ask("privacy.desk", json!({}))["in_history"], 0);
    assert_eq!(planner.ask("privacy.forget_removed", json!({}))["people"], 0);
    assert_eq!(planner.ask("history.redo", json!({})), Value::Null);
}

#[test]
fn what_somebody_else_is_called_as_well_is_left_to_them() {
    let planner = Planner::with_new();
    let one = somebody(&planner, "Chan", "Tai Man", "陳大文", "shared@example.org");
    let twin = somebody(&planner, "Chan", "Tai Man", "陳大文", "shared@example.org");
    let done = planner.ask("privacy.erase", json!({"person": one, "mentions": true}));
    assert_eq!(done["struck"], 0);
    let page = planner.ask("people.show", json!({"id": twin}));
    assert_eq!(page["person"]["emails"][0]["address"], "shared@example.org");
    assert_eq!(page["names"]["chinese"], "陳大文");
}

#[test]
fn a_name_that_nobody_else_has_is_found_where_it_stands_alone_and_a_common_word_is_left() {
    let planner = Planner::with_new();
    let victim = somebody(&planner, "Quillfeather", "Park", "", "park@nowhere.example");
    let other = somebody(&planner, "Chan", "Tai Man", "陳大文", "taiman@example.org");
    edit(
        &planner,
        &other,
        json!({"notes": "Friend of Quillfeather; walks in the park",
               "organisation": {"en": "Science Park", "zh_hant": "", "zh_hans": ""}}),
    );
    let list = planner.ask(
        "records.add",
        json!({"kind": "saved_list", "set": {"name": "Around Quillfeather", "query": "Quillfeather"}}),
    );
    export(
        &planner,
        "one.csv",
        json!({"people": [victim], "format": "csv", "purpose": "Door list for Quillfeather"}),
    );
    let preview = planner.ask("privacy.preview_erase", json!({"person": victim}));
    assert_eq!(preview["mentions"].as_array().unwrap().len(), 3, "{preview:#}");
    let erase = json!({"person": victim, "files": [], "mentions": true});
    let done = planner.ask("privacy.erase", erase);
    assert_eq!(done["no_trace"], true, "{done:#}");
    assert_eq!(held(&planner, &["Quillfeather", "Around"]), [false, true]);
    let friend = planner.ask("people.show", json!({"id": other}));
    assert_eq!(friend["person"]["notes"], "Friend of …; walks in the park");
    assert!(!list.is_null());
}

#[test]
fn a_name_that_is_left_where_it_stands_alone_is_owned_up_to() {
    let planner = Planner::with_new();
    let victim = somebody(&planner, "Quillfeather", "Zebedee", "", "zeb@nowhere.example");
    let other = somebody(&planner, "Chan", "Tai Man", "陳大文", "taiman@example.org");
    edit(&planner, &other, json!({"notes": "Friend of Quillfeather"}));
    let erase = json!({"person": victim, "files": [], "mentions": false});
    assert_eq!(planner.ask("privacy.erase", erase)["no_trace"], false);
}
