//! Letters to guests, and paper about them: what is shown, what is written, what is logged.

use std::fs;

use outreach_exchange::mail::read_eml;
use serde_json::{Value, json};

use crate::guests::{crowd, list, occasion, put_on, somebody, status};
use crate::planner::Planner;

/// A template in three languages.
fn template(planner: &Planner, kind: &str) -> Value {
    let set = json!({"name": "Invitation", "kind": kind,
        "subject": {"en": "Invitation: {event}", "zh_hant": "邀請：{event}", "zh_hans": "邀请：{event}"},
        "body": {"en": "Dear {addressed},\n\nPlease join us at {event}, {when}.", "zh_hant": "{addressed}：\n\n誠邀閣下出席{event}。",
            "zh_hans": "{addressed}：\n\n诚邀阁下出席{event}。"}});
    planner.ask("records.add", json!({"kind": "letter", "set": set}))["key"]["id"].clone()
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The lines of the export log.
fn log(planner: &Planner) -> Vec<Value> {
    planner.ask("privacy.log", json!({"from": 0, "rows": 50}))["rows"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn each_guest_gets_a_letter_in_their_language_with_a_calendar_invitation_of_one_uid() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let people = [
        somebody(&planner, "Lovelace", "Ada", "", "ada@example.org"),
        somebody(&planner, "Chan", "Tai Man", "陳大文", "chan@example.org"),
        somebody(&planner, "Silent", "Sam", "", ""),
    ];
    planner.ask(
        "records.edit",
        json!({"kind": "person", "id": people[1], "set": {"languages": ["yue", "en"]}}),
    );
    let added = planner.ask("invitations.add", json!({"event": event, "people": people}));
    let all = added["done"].clone();
    let letter = template(&planner, "invitation");
    let request = json!({"event": event, "letter": letter, "invitations": all, "from_name": "Outreach office",
        "from_address": "office@example.hk", "mark_invited": true, "purpose": "Invitations of November"});
    let preview = planner.ask("letters.preview", request.clone());
    assert_eq!(
        (
            &preview["letters"],
            &preview["refused"][0]["code"],
            &preview["marking"]
        ),
        (&json!(2), &json!("no_address"), &json!("restricted")),
        "{preview:#}"
    );
    assert_eq!(preview["unknown"], json!([]), "{preview:#}");
    let one = &preview["one"];
    assert_eq!(
        (&one["language"], &one["calendar"]),
        (&json!("en"), &json!("request"))
    );
    assert_eq!(one["subject"], "Invitation: Talent reception");
    assert!(
        preview["suggested_name"]
            .as_str()
            .unwrap()
            .starts_with("RESTRICTED ")
    );

    let before = log(&planner).len();
    planner.answer(Some(planner.path("post")));
    let written = planner.ask("letters.write", request.clone());
    assert_eq!(
        (&written["letters"], &written["files"]),
        (&json!(2), &json!(3)),
        "{written:#}"
    );
    let folder = planner.path("post");
    assert_eq!(
        names(&folder),
        ["[RESTRICTED].txt", "letter-00001.eml", "letter-00002.eml"]
    );
    let uid = planner.event(&event)["uid"].as_str().unwrap().to_owned();
    let mut addresses = Vec::new();
    for name in ["letter-00001.eml", "letter-00002.eml"] {
        let mail = read_eml(&fs::read(folder.join(name)).unwrap()).unwrap();
        addresses.push(mail.to[0].address.clone());
        assert_eq!(mail.calendars.len(), 1, "{name}");
        let calendar = String::from_utf8(mail.calendars[0].clone())
            .unwrap()
            .replace("\r\n ", "");
        assert!(calendar.contains("METHOD:REQUEST"), "{calendar}");
        assert!(calendar.contains(&format!("UID:{uid}")), "{calendar}");
        assert_eq!(
            calendar.matches("\nATTENDEE").count(),
            1,
            "each sees only themselves\n{calendar}"
        );
        assert!(calendar.contains(&mail.to[0].address), "{calendar}");
    }
    addresses.sort();
    assert_eq!(addresses, ["ada@example.org", "chan@example.org"]);
    let texts: Vec<String> = ["letter-00001.eml", "letter-00002.eml"]
        .iter()
        .map(|name| read_eml(&fs::read(folder.join(name)).unwrap()).unwrap().subject)
        .collect();
    assert!(texts.contains(&"邀請：人才酒會".to_owned()), "{texts:?}");

    assert_eq!(status(&planner, &all[0]), "invited");
    assert_eq!(status(&planner, &all[2]), "long_listed");
    assert_eq!(log(&planner).len(), before + 1);
    let label = planner.ask("history.undo", json!({}));
    assert_eq!(
        (&label["label"], &label["params"]["count"]),
        (&json!("letters_written"), &json!("2"))
    );
    assert_eq!(status(&planner, &all[0]), "long_listed");
}

#[test]
fn a_guest_who_was_told_of_a_version_is_outdated_after_a_move_until_written_to_again() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let all = put_on(&planner, &event, &crowd(&planner, 2), "accepted");
    planner.ask(
        "events.move",
        json!({"id": event, "by": {"days": 0, "minutes": 30}}),
    );
    assert_eq!(list(&planner, &event)["outdated"], 2);
    let letter = template(&planner, "invitation");
    planner.answer(Some(planner.path("again")));
    planner.ask(
        "letters.write",
        json!({"event": event, "letter": letter, "invitations": [all[0]], "from_address": "office@example.hk"}),
    );
    assert_eq!(list(&planner, &event)["outdated"], 1);
    planner.ask("events.cancel", json!({"id": event}));
    let refused = planner.refusal(
        "letters.preview",
        json!({"event": event, "letter": letter, "invitations": all, "from_address": "office@example.hk"}),
    );
    assert_eq!(refused.code, "event_off");
    let off = template(&planner, "cancellation");
    let request =
        json!({"event": event, "letter": off, "invitations": all, "from_address": "office@example.hk"});
    assert_eq!(
        planner.ask("letters.preview", request.clone())["one"]["calendar"],
        "cancel"
    );
    planner.answer(Some(planner.path("off")));
    planner.ask("letters.write", request);
    let mail = read_eml(&fs::read(planner.path("off").join("letter-00001.eml")).unwrap()).unwrap();
    assert!(String::from_utf8_lossy(&mail.calendars[0]).contains("METHOD:CANCEL"));
}

#[test]
fn who_refused_gets_no_letter_and_nothing_is_left_where_nothing_can_be_written() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let people = crowd(&planner, 1);
    let consents = json!([{"purpose": "events", "given": true, "on": "2026-01-01", "by": "form"},
        {"purpose": "events", "given": false, "on": "2026-06-01", "by": "telephone"}]);
    planner.ask(
        "records.edit",
        json!({"kind": "person", "id": people[0], "set": {"consents": consents}}),
    );
    let all = put_on(&planner, &event, &people, "invited");
    let letter = template(&planner, "invitation");
    let request =
        json!({"event": event, "letter": letter, "invitations": all, "from_address": "office@example.hk"});
    let preview = planner.ask("letters.preview", request.clone());
    assert_eq!(preview["refused"][0]["code"], "consent_refused", "{preview:#}");
    assert_eq!(planner.refusal("letters.write", request).code, "no_letters");
    let unsigned = json!({"event": event, "letter": letter, "invitations": all});
    let refused = planner.refusal("letters.preview", unsigned);
    assert_eq!(
        (refused.code.as_str(), refused.params["field"].as_str()),
        ("invalid_field", "from_address")
    );
    // A dialog that was cancelled writes and logs nothing.
    planner.ask(
        "records.edit",
        json!({"kind": "person", "id": people[0], "set": {"consents": []}}),
    );
    let before = log(&planner).len();
    planner.answer(None);
    let request =
        json!({"event": event, "letter": letter, "invitations": all, "from_address": "office@example.hk"});
    assert_eq!(planner.ask("letters.write", request.clone()), Value::Null);
    // Neither does a place that cannot be written.
    planner.answer(Some(planner.path("gone").join("post")));
    assert_eq!(planner.refusal("letters.write", request).code, "no_such_file");
    assert_eq!(log(&planner).len(), before);
}

#[test]
fn marketing_goes_to_those_who_agreed_and_who_objected_is_left_out_of_invitations_and_counted() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let people = crowd(&planner, 4);
    let words = [
        json!([]),
        json!([{"purpose": "direct_marketing", "given": true, "on": "2026-01-01", "by": "form"}]),
        json!([{"purpose": "direct_marketing", "given": true, "on": "2026-01-01", "by": "form"},
            {"purpose": "direct_marketing", "given": false, "on": "2026-06-01", "by": "e-mail"}]),
        json!([{"purpose": "direct_marketing", "given": false, "on": "2026-06-01", "by": "form"},
            {"purpose": "events", "given": true, "on": "2026-06-01", "by": "form"}]),
    ];
    for (person, consents) in people.iter().zip(words) {
        planner.ask(
            "records.edit",
            json!({"kind": "person", "id": person, "set": {"consents": consents}}),
        );
    }
    let all = put_on(&planner, &event, &people, "invited");
    let seen = |kind: &str| {
        let request = json!({"event": event, "letter": template(&planner, kind), "invitations": all,
            "from_address": "office@example.hk"});
        let preview = planner.ask("letters.preview", request);
        let refused: Vec<(String, u64)> = preview["refused"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                (
                    one["code"].as_str().unwrap().to_owned(),
                    one["count"].as_u64().unwrap(),
                )
            })
            .collect();
        (preview["letters"].as_u64().unwrap(), refused)
    };
    let left_out = |code: &str, n: u64| (code.to_owned(), n);
    assert_eq!(seen("invitation"), (3, vec![left_out("marketing_refused", 1)]));
    assert_eq!(seen("reminder"), (4, vec![]), "it is about an event of theirs");
    let body = json!({"en": "Dear {addressed}, have you heard of our schemes?"});
    let added = planner.ask(
        "records.add",
        json!({"kind": "letter", "set": {"name": "Schemes", "kind": "announcement",
            "subject": {"en": "Schemes"}, "body": body}}),
    );
    let news = json!({"event": event, "letter": added["key"]["id"], "invitations": all,
        "form": "mail_merge"});
    let (letters, mut refused) = seen("announcement");
    refused.sort();
    assert_eq!(letters, 1);
    assert_eq!(
        refused,
        [
            left_out("marketing_not_agreed", 1),
            left_out("marketing_refused", 2)
        ]
    );
    // A workbook of a mail merge is a letter as well.
    planner.answer(Some(planner.path("merge.xlsx")));
    assert_eq!(planner.ask("letters.write", news)["letters"], 1);
    assert_eq!(log(&planner)[0]["file"]["count"], 1);
}

#[test]
fn a_mail_merge_is_one_workbook_with_a_row_a_guest() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let all = put_on(&planner, &event, &crowd(&planner, 3), "invited");
    let letter = template(&planner, "invitation");
    planner.answer(Some(planner.path("merge.xlsx")));
    let written = planner.ask(
        "letters.write",
        json!({"event": event, "letter": letter, "invitations": all, "form": "mail_merge"}),
    );
    assert_eq!((&written["letters"], &written["files"]), (&json!(3), &json!(1)));
    assert!(fs::read(planner.path("merge.xlsx")).unwrap().starts_with(b"PK"));
    let letters = planner.ask("letters.list", json!({}));
    let row = letters["letters"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == letter)
        .unwrap();
    assert_eq!(row["languages"], json!(["en", "zh-Hant", "zh-Hans"]));
    assert!(
        row["fields"].as_array().unwrap().contains(&json!("event")),
        "{row:#}"
    );
    assert!(!letters["fields"].as_array().unwrap().is_empty());
}

#[test]
fn badges_table_cards_and_the_door_list_are_printed_and_logged() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    put_on(&planner, &event, &crowd(&planner, 9), "accepted");
    for paper in ["badges", "table_cards", "door_list"] {
        let request =
            json!({"event": event, "paper": paper, "purpose": "The evening", "language": "zh-Hant"});
        let preview = match planner.try_ask("guests.preview_paper", request.clone()) {
            Err(refused) if refused.code == "no_typeface" => {
                eprintln!("skipped: no typeface for Chinese on this machine");
                return;
            }
            preview => preview.unwrap(),
        };
        assert_eq!(preview["people"], 9, "{paper}");
        assert!(
            preview["page_picture"]["address"]
                .as_str()
                .unwrap()
                .starts_with("data:image/png;base64,")
        );
        let before = log(&planner).len();
        let path = planner.path(&format!("{paper}.pdf"));
        planner.answer(Some(path.clone()));
        let written = planner.ask("guests.paper", request);
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
        assert_eq!(
            (&written["people"], &written["pages"]),
            (&json!(9), &preview["pages"])
        );
        assert_eq!(log(&planner).len(), before + 1, "{paper}");
    }
}
