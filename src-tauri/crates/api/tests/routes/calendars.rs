//! Calendars that stay true: issued, changed, issued again, taken back, restored.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::planner::Planner;

/// One VEVENT of a file, by property without parameters.
pub(crate) type Entry = BTreeMap<String, String>;

/// The events of every iCalendar file in a folder, by UID. A UID that is there twice is a failure.
pub(crate) fn events_in(folder: &Path) -> BTreeMap<String, Entry> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "ics") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap().replace("\r\n ", "");
        for part in text.split("\r\nBEGIN:VEVENT\r\n").skip(1) {
            let body = part.split("\r\nEND:VEVENT").next().unwrap();
            let entry: Entry = body
                .lines()
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.split(';').next().unwrap().to_owned(), value.to_owned()))
                .collect();
            let before = found.insert(entry["UID"].clone(), entry);
            assert!(before.is_none(), "a UID twice in one issue");
        }
    }
    found
}

/// A calendar of everything, with recipients of these names.
pub(crate) fn calendar(planner: &Planner, set: Value, recipients: &[&str]) -> (Value, Vec<Value>) {
    let id = planner.ask("records.add", json!({"kind": "calendar", "set": set}))["key"]["id"].clone();
    let add = |name: &&str| {
        let set =
            json!({"calendar": id, "name": name, "email": format!("{}@office.example", name.to_lowercase())});
        planner.ask("records.add", json!({"kind": "recipient", "set": set}))["key"]["id"].clone()
    };
    let recipients = recipients.iter().map(add).collect();
    (id, recipients)
}

pub(crate) fn talk(planner: &Planner, title: &str, zone: &str, start: &str) -> Value {
    let end = start.replace("T14", "T16");
    let set =
        json!({"title": {"en": title}, "status": "confirmed", "zone": zone, "start": start, "end": end});
    planner.ask("events.add", json!({"set": set}))["key"]["id"].clone()
}

pub(crate) fn issue(planner: &Planner, request: Value, folder: &str) -> Value {
    planner.answer(Some(planner.path(folder)));
    planner.ask("calendars.issue", request)
}

fn words(planner: &Planner, calendar: &Value) -> Vec<String> {
    let changes = planner.ask("calendars.changes", json!({"calendar": calendar}));
    let changes = changes.as_array().unwrap().iter();
    changes
        .map(|change| change["words"].as_str().unwrap().to_owned())
        .collect()
}

const KL: &str = "Asia/Kuala_Lumpur";

#[test]
fn whoever_holds_a_calendar_gets_each_change_once_under_the_same_uid() {
    let planner = Planner::with_new();
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    let (moved, erased) = (
        talk(&planner, "KL seminar", KL, "2027-05-14T14:00:00"),
        talk(&planner, "Erased", KL, "2027-05-15T14:00:00"),
    );
    let cancelled = talk(&planner, "Cancelled", KL, "2027-05-16T14:00:00");
    talk(&planner, "Unchanged", KL, "2027-05-17T14:00:00");
    let whole = issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "first");
    assert_eq!(
        (&whole["packs"][0]["number"], &whole["packs"][0]["events"]),
        (&json!(1), &json!(4))
    );
    let first = events_in(&planner.path("first"));
    assert_eq!(first.len(), 4);
    assert!(first.values().all(|entry| entry["SEQUENCE"] == "0"));
    assert_eq!(words(&planner, &calendar), [] as [String; 0]);

    planner.clock.later(chrono::TimeDelta::minutes(5));
    planner.ask(
        "events.move",
        json!({"id": moved, "by": {"days": 0, "minutes": 90}}),
    );
    planner.ask("events.remove", json!({"id": erased}));
    planner.ask("events.cancel", json!({"id": cancelled}));
    talk(&planner, "New", "Europe/London", "2027-06-14T14:00:00");
    assert_eq!(
        words(&planner, &calendar),
        [
            "KL seminar moved from 14:00 to 15:30, +08; Hong Kong 15:30 (Fri 14 May 2027)",
            "Cancelled, Sun 16 May 2027 14:00–16:00, +08, is cancelled",
            "New is new: Mon 14 Jun 2027 14:00–16:00, +01; Hong Kong 21:00–23:00",
            "Erased, Sat 15 May 2027 14:00–16:00, +08, is no longer in this calendar",
        ]
    );
    let preview = planner.ask(
        "calendars.preview_issue",
        json!({"calendar": calendar, "kind": "changes", "formats": ["ics", "words"]}),
    );
    assert_eq!(preview["packs"][0]["files"].as_array().unwrap().len(), 2);
    assert!(!planner.path("second").exists(), "a preview writes nothing");

    let formats = json!(["ics", "words", "html", "csv", "xlsx"]);
    let request = json!({"calendar": calendar, "kind": "changes", "formats": formats});
    let changes = issue(&planner, request.clone(), "second");
    let second = events_in(&planner.path("second"));
    assert_eq!(second.len(), 4, "nothing unchanged");
    let by_title = |title: &str| second.values().find(|entry| entry["SUMMARY"] == title).unwrap();
    for (title, sequence, status) in [
        ("KL seminar", "1", "CONFIRMED"),
        ("Cancelled", "1", "CANCELLED"),
        ("Erased", "1", "CANCELLED"),
        ("New", "0", "CONFIRMED"),
    ] {
        let entry = by_title(title);
        assert_eq!(
            (entry["SEQUENCE"].as_str(), entry["STATUS"].as_str()),
            (sequence, status),
            "{title}"
        );
        assert_eq!(
            first.contains_key(&entry["UID"]),
            title != "New",
            "never a second UID"
        );
        assert_eq!(entry["DTSTAMP"], "20261122T060500Z");
        assert!(entry["LAST-MODIFIED"].as_str() >= "20261122T060000Z");
    }
    assert_eq!(by_title("KL seminar")["DTSTART"], "20270514T153000");
    let files: Vec<&str> = changes["packs"][0]["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert_eq!(files.len(), 5);
    for file in files {
        assert!(planner.path("second").join(file).exists(), "{file}");
    }
    let told = fs::read_to_string(planner.path("second").join("issue-2-changes.txt")).unwrap();
    assert!(
        told.contains("- KL seminar moved from 14:00 to 15:30, +08"),
        "{told}"
    );

    assert_eq!(
        words(&planner, &calendar),
        [] as [String; 0],
        "each change exactly once"
    );
    let nothing = planner.ask("calendars.issue", request);
    assert_eq!(
        (&nothing["packs"], &nothing["change"]),
        (&json!([]), &json!(null))
    );
    let page = planner.ask("calendars.show", json!({"calendar": calendar}));
    assert_eq!(page["recipients"][0]["holds"], 3);
    assert_eq!(page["issues"][0]["number"], 2);
    let diff = planner.ask(
        "calendars.diff",
        json!({"calendar": calendar, "from": 1, "to": 2}),
    );
    assert_eq!(diff.as_array().unwrap().len(), 4);
    let restart = planner.restart();
    assert_eq!(words(&restart, &calendar), [] as [String; 0]);
    let verified = restart.ask("workspace.verify", json!({}));
    assert_eq!(verified["sound"], true, "{verified}");
}

#[test]
fn a_new_title_is_told_with_the_same_sequence_and_a_later_stamp() {
    let planner = Planner::with_new();
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    let id = talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "first");
    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"title": {"en": "Lecture", "zh_hant": "", "zh_hans": ""}}}),
    );
    assert_eq!(
        words(&planner, &calendar),
        ["Lecture, Fri 14 May 2027 14:00–16:00, +08: was called “Talk”"]
    );
    // At the same second as the first: the later of two files must still win.
    issue(
        &planner,
        json!({"calendar": calendar, "kind": "changes"}),
        "second",
    );
    let (first, second) = (
        events_in(&planner.path("first")),
        events_in(&planner.path("second")),
    );
    let (before, after) = (first.values().next().unwrap(), second.values().next().unwrap());
    assert_eq!(
        (&before["UID"], &before["SEQUENCE"]),
        (&after["UID"], &after["SEQUENCE"])
    );
    assert!(before["DTSTAMP"] < after["DTSTAMP"]);
}

#[test]
fn who_holds_different_versions_gets_different_packs_in_one_change() {
    let planner = Planner::with_new();
    let (calendar, people) = calendar(
        &planner,
        json!({"name": {"en": "Public"}}),
        &["Ada", "Bea", "Cid"],
    );
    let one = talk(&planner, "One", KL, "2027-05-14T14:00:00");
    issue(
        &planner,
        json!({"calendar": calendar, "kind": "whole", "recipients": [people[0], people[1]]}),
        "a",
    );
    planner.ask("events.move", json!({"id": one, "by": {"days": 1, "minutes": 0}}));
    issue(
        &planner,
        json!({"calendar": calendar, "kind": "changes", "recipients": [people[1]]}),
        "b",
    );
    talk(&planner, "Two", KL, "2027-05-20T14:00:00");
    let rows = planner.ask("calendars.list", json!({}));
    assert_eq!((&rows[0]["behind"], &rows[0]["waiting"]), (&json!(3), &json!(2)));
    let before = planner
        .ask("history.list", json!({"limit": 50}))
        .as_array()
        .unwrap()
        .len();
    let issued = issue(&planner, json!({"calendar": calendar, "kind": "changes"}), "c");
    let packs: Vec<(u64, usize, u64)> = issued["packs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pack| {
            let people = pack["recipients"].as_array().unwrap().len();
            (
                pack["number"].as_u64().unwrap(),
                people,
                pack["events"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(packs, [(3, 2, 2), (4, 1, 1)]);
    let after = planner
        .ask("history.list", json!({"limit": 50}))
        .as_array()
        .unwrap()
        .len();
    assert_eq!(after, before + 1, "one change");
    let rows = planner.ask("calendars.list", json!({}));
    assert_eq!((&rows[0]["behind"], &rows[0]["waiting"]), (&json!(0), &json!(0)));
}

#[test]
fn taking_an_issue_back_takes_the_record_back_and_leaves_the_files() {
    let planner = Planner::with_new();
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    let id = talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "a");
    planner.ask("events.remove", json!({"id": id}));
    issue(&planner, json!({"calendar": calendar, "kind": "changes"}), "b");
    let cancelled = events_in(&planner.path("b"));
    assert_eq!(cancelled.values().next().unwrap()["SEQUENCE"], "1");
    let undone = planner.ask("history.undo", json!({}));
    assert_eq!(
        (&undone["label"], &undone["params"]["number"]),
        (&json!("calendar_issued"), &json!("2"))
    );
    assert!(planner.path("b").exists());
    assert_eq!(words(&planner, &calendar).len(), 1, "it waits again");
    planner.ask("history.redo", json!({}));
    assert_eq!(words(&planner, &calendar), [] as [String; 0]);
    planner.ask("history.undo", json!({}));
    // The erasure as well; the file that cancels it may have been sent all the same.
    planner.ask("history.undo", json!({}));
    planner.ask("events.move", json!({"id": id, "by": {"days": 1, "minutes": 0}}));
    issue(&planner, json!({"calendar": calendar, "kind": "changes"}), "c");
    let back = events_in(&planner.path("c"));
    assert_eq!(back.values().next().unwrap()["SEQUENCE"], "2");
    assert_eq!(planner.event(&id)["sequence"], 2);
}

#[test]
fn a_restored_backup_forgets_nothing_that_was_given_out() {
    let planner = Planner::with_new();
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    let id = talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "a");
    planner.clock.later(chrono::TimeDelta::minutes(1));
    let backup = planner.ask("workspace.backup", json!({}));
    for _ in 0..3 {
        planner.ask("events.move", json!({"id": id, "by": {"days": 1, "minutes": 0}}));
    }
    issue(&planner, json!({"calendar": calendar, "kind": "changes"}), "b");
    assert_eq!(
        events_in(&planner.path("b")).values().next().unwrap()["SEQUENCE"],
        "3"
    );
    planner.clock.later(chrono::TimeDelta::minutes(1));
    planner.ask("workspace.restore", json!({"choice": backup["choice"]}));
    assert_eq!(planner.event(&id)["start"], "2027-05-14T14:00:00");
    assert_eq!(
        words(&planner, &calendar),
        ["Talk moved from Mon 17 May 2027 14:00 to Fri 14 May 2027 14:00, +08; Hong Kong 14:00"]
    );
    issue(&planner, json!({"calendar": calendar, "kind": "changes"}), "c");
    assert_eq!(
        events_in(&planner.path("c")).values().next().unwrap()["SEQUENCE"],
        "4"
    );
}

#[test]
fn an_event_that_leaves_the_filter_is_cancelled_for_those_who_have_it_and_kept_in_the_programme() {
    let planner = Planner::with_new();
    let filter = json!({"statuses": ["confirmed"], "text": "talk"});
    let (calendar, _) = calendar(
        &planner,
        json!({"name": {"en": "Talks"}, "filter": filter}),
        &["Ada"],
    );
    let id = talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    talk(&planner, "Seminar", KL, "2027-05-14T14:00:00");
    let whole = issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "a");
    assert_eq!(whole["packs"][0]["events"], 1);
    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"title": {"en": "Lecture", "zh_hant": "", "zh_hans": ""}}}),
    );
    let changes = planner.ask("calendars.changes", json!({"calendar": calendar}));
    assert_eq!(
        (&changes[0]["change"], &changes[0]["exists"]),
        (&json!("left"), &json!(true))
    );
    issue(&planner, json!({"calendar": calendar, "kind": "changes"}), "b");
    let sent = events_in(&planner.path("b"));
    let entry = sent.values().next().unwrap();
    assert_eq!(
        (entry["SUMMARY"].as_str(), entry["STATUS"].as_str()),
        ("Talk", "CANCELLED"),
        "as it is known"
    );
}

fn organised_by(planner: &Planner, calendar: &Value, name: &str, address: &str) {
    let page = planner.ask("calendars.show", json!({"calendar": calendar}));
    let mut form = page["calendar"]["form"].clone();
    form["organiser_name"] = json!(name);
    form["organiser_email"] = json!(address);
    planner.ask(
        "records.edit",
        json!({"kind": "calendar", "id": calendar, "set": {"form": form}}),
    );
}

#[test]
fn who_invites_is_a_field_of_the_calendar_that_letters_know_too_and_undo_takes_back() {
    let planner = Planner::with_new();
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    assert_eq!(planner.ask("letters.list", json!({}))["senders"], json!([]));
    organised_by(&planner, &calendar, "", "  desk@office.example ");
    assert_eq!(
        planner.ask("letters.list", json!({}))["senders"],
        json!([{"address": "desk@office.example", "name": ""}])
    );
    talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    let asked = json!({"calendar": calendar, "kind": "whole", "formats": ["itip"]});
    issue(&planner, asked, "a");
    let file = fs::read_dir(planner.path("a")).unwrap().next().unwrap().unwrap();
    let text = fs::read_to_string(file.path()).unwrap().replace("\r\n ", "");
    let office = "ORGANIZER;CN=Hong Kong Talent Engage:mailto:desk@office.example";
    assert!(text.contains(office), "without a name it is the office: {text}");
    for wrong in ["desk", "desk@office.example\r\nATTENDEE:x", "a@b;c.example"] {
        let refused = planner.refusal(
            "records.edit",
            json!({"kind": "calendar", "id": calendar, "set": {"form": {"organiser_email": wrong}}}),
        );
        assert_eq!(refused.params["field"], "form.organiser_email", "{wrong}");
    }
    for _issue_talk_and_field in 0..3 {
        planner.ask("history.undo", json!({}));
    }
    assert_eq!(planner.ask("letters.list", json!({}))["senders"], json!([]));
}

#[test]
fn invitations_ask_and_call_off_one_event_and_person_a_file() {
    let planner = Planner::with_new();
    let (calendar, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada", "Bea"]);
    let id = talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    let formats = json!(["itip"]);
    let asked = json!({"calendar": calendar, "kind": "whole", "formats": formats});
    for route in ["calendars.preview_issue", "calendars.issue"] {
        let refused = planner.refusal(route, asked.clone());
        assert_eq!(refused.code, "no_organiser", "nobody could answer: {route}");
    }
    organised_by(&planner, &calendar, "Outreach desk", "desk@office.example");
    issue(
        &planner,
        json!({"calendar": calendar, "kind": "whole", "formats": formats}),
        "a",
    );
    planner.ask("events.remove", json!({"id": id}));
    issue(
        &planner,
        json!({"calendar": calendar, "kind": "changes", "formats": formats}),
        "b",
    );
    for (folder, method) in [("a", "METHOD:REQUEST"), ("b", "METHOD:CANCEL")] {
        let files: Vec<_> = fs::read_dir(planner.path(folder))
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        assert_eq!(files.len(), 2, "{files:?}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap().replace("\r\n ", "");
            assert!(text.contains(method), "{text}");
            assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
            assert_eq!(text.matches("ATTENDEE").count(), 1);
            let organiser = "ORGANIZER;CN=Outreach desk:mailto:desk@office.example\r\n";
            assert!(text.contains(organiser), "who invited calls off: {text}");
            let name = file.file_name().unwrap().to_string_lossy().to_lowercase();
            assert!(!name.contains("ada") && !name.contains("bea"), "{name}");
        }
    }
    let published = issue(&planner, json!({"calendar": calendar, "kind": "whole"}), "c");
    assert_eq!(published["packs"], json!([]), "nothing is left to say");
}

#[test]
fn a_calendar_goes_with_its_recipients_and_its_ledger_and_comes_back_with_them() {
    let planner = Planner::with_sample();
    let rows = planner.ask("calendars.list", json!({}));
    let public = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["name"]["en"] == "Public programme")
        .unwrap();
    assert!(
        public["waiting"].as_u64().unwrap() > 5,
        "the sample has something to tell: {public}"
    );
    let key = json!({"kind": "calendar", "id": public["id"]});
    planner.ask("records.remove", key);
    assert_eq!(
        planner.ask("calendars.list", json!({})).as_array().unwrap().len(),
        rows.as_array().unwrap().len() - 1
    );
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.ask("calendars.list", json!({})), rows);
}

#[test]
fn an_internal_calendar_is_marked_and_a_public_one_says_nothing_of_the_team() {
    let planner = Planner::with_sample();
    let rows = planner.ask("calendars.list", json!({}));
    let of = |audience: &str| {
        let rows = rows.as_array().unwrap().iter();
        rows.clone().find(|row| row["audience"] == audience).unwrap()["id"].clone()
    };
    issue(
        &planner,
        json!({"calendar": of("internal"), "kind": "whole", "formats": ["ics", "words"]}),
        "internal",
    );
    for file in fs::read_dir(planner.path("internal")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(name.contains("RESTRICTED"), "{name}");
    }
    let preview = planner.ask(
        "calendars.preview_issue",
        json!({"calendar": of("internal"), "kind": "whole"}),
    );
    assert_eq!(preview["marking"], "restricted");
    issue(
        &planner,
        json!({"calendar": of("public"), "kind": "changes"}),
        "public",
    );
    for file in fs::read_dir(planner.path("public")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(!text.contains("ATTENDEE") && !text.contains("RESTRICTED"));
    }
}
