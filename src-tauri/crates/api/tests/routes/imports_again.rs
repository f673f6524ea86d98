//! Events of others that are here already: which version wins, and what a planner wrote stays.

use std::fs;

use serde_json::{Value, json};

use crate::imports::{TALK, calendar, only};
use crate::planner::Planner;

#[test]
fn a_higher_sequence_wins_and_a_lower_never_overwrites() {
    let planner = Planner::with_sample();
    planner.import(&calendar("PUBLISH", &[TALK]));
    let id = only(planner.titled("Talent talk at the bank"))["id"].clone();
    let newer = TALK
        .replace("SEQUENCE:2", "SEQUENCE:5")
        .replace("T150000", "T160000")
        .replace("DTSTAMP:20261101", "DTSTAMP:20261103");
    let preview = planner.preview(&calendar("PUBLISH", &[&newer]));
    assert_eq!(preview["counts"]["changed"], 1, "{preview:#}");
    let row = &preview["rows"][0];
    assert_eq!(row["event"], id);
    assert_eq!(row["changes"][0]["field"], "start");
    assert_eq!(row["before"]["start"]["local"], "2027-05-14T15:00:00");
    assert_eq!(row["span"]["start"]["local"], "2027-05-14T16:00:00");
    planner.import(&calendar("PUBLISH", &[&newer]));
    assert_eq!(planner.event(&id)["start"], "2027-05-14T16:00:00");
    assert_eq!(planner.event(&id)["sequence"], 5);

    for older in [
        TALK.replace("talk at the bank", "talk, old"),
        TALK.replace("SEQUENCE:2", "SEQUENCE:5")
            .replace("T150000", "T110000"),
    ] {
        let preview = planner.preview(&calendar("PUBLISH", &[&older]));
        assert_eq!(preview["counts"]["older"], 1, "{preview:#}");
        assert_eq!(
            planner.import(&calendar("PUBLISH", &[&older]))["change"],
            Value::Null
        );
    }
    assert_eq!(planner.event(&id)["start"], "2027-05-14T16:00:00");
}

#[test]
fn what_a_planner_edited_since_stays_while_the_source_says_the_same() {
    let planner = Planner::with_sample();
    planner.import(&calendar("PUBLISH", &[TALK]));
    let id = only(planner.titled("Talent talk at the bank"))["id"].clone();
    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"notes": "mine", "capacity": 80}}),
    );
    assert_eq!(
        planner.preview(&calendar("PUBLISH", &[TALK]))["counts"]["same"],
        1
    );
    let newer = TALK
        .replace("SEQUENCE:2", "SEQUENCE:3")
        .replace("T170000", "T180000");
    planner.import(&calendar("PUBLISH", &[&newer]));
    let event = planner.event(&id);
    assert_eq!(
        (&event["capacity"], &event["end"]),
        (&json!(80), &json!("2027-05-14T18:00:00"))
    );
}

#[test]
fn a_cancellation_strikes_the_event_out_and_one_for_nothing_is_refused() {
    let planner = Planner::with_sample();
    planner.import(&calendar("PUBLISH", &[TALK]));
    let id = only(planner.titled("Talent talk at the bank"))["id"].clone();
    let cancel = "UID:talk-1@example.org\nDTSTAMP:20261105T080000Z\nSEQUENCE:3\nSUMMARY:Talent talk at the bank\n\
        DTSTART;TZID=Asia/Kuala_Lumpur:20270514T150000\n";
    let other = cancel.replace("talk-1", "unknown-9");
    let preview = planner.preview(&calendar("CANCEL", &[cancel, &other]));
    assert_eq!(
        (&preview["counts"]["cancelled"], &preview["counts"]["refused"]),
        (&json!(1), &json!(1)),
        "{preview:#}"
    );
    assert_eq!(preview["rows"][1]["problems"][0]["code"], "cancels_unknown");
    planner.import(&calendar("CANCEL", &[cancel, &other]));
    let event = planner.event(&id);
    assert_eq!(
        (&event["status"], &event["end"]),
        (&json!("cancelled"), &json!("2027-05-14T17:00:00"))
    );
    assert_eq!(event["sequence"], 3);
    // The same by PUBLISH.
    let planner = Planner::with_sample();
    planner.import(&calendar("PUBLISH", &[TALK]));
    let struck = TALK
        .replace("STATUS:TENTATIVE", "STATUS:CANCELLED")
        .replace("SEQUENCE:2", "SEQUENCE:3");
    assert_eq!(
        planner.preview(&calendar("PUBLISH", &[&struck]))["counts"]["cancelled"],
        1
    );
}

#[test]
fn what_went_out_from_here_comes_back_as_the_same() {
    let planner = Planner::with_sample();
    let all = planner.events();
    // Ideas do not go out to everybody.
    let public = all.iter().filter(|row| row["status"] != "idea").count();
    for (audience, events) in [("public", public), ("internal", all.len())] {
        planner.answer(Some(planner.path("out.ics")));
        planner.ask("export.write", json!({"format": "ics", "audience": audience}));
        let text = fs::read_to_string(planner.path("out.ics")).unwrap();
        let preview = planner.preview(&text);
        let others: Vec<&Value> = preview["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["verdict"] != "same")
            .collect();
        assert!(others.is_empty(), "{others:#?}");
        assert_eq!(preview["counts"]["same"], events, "{:#}", preview["counts"]);
    }
}

#[test]
fn an_old_export_of_ones_own_overwrites_nothing() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    planner.answer(Some(planner.path("out.ics")));
    planner.ask("export.write", json!({"format": "ics"}));
    let old = fs::read_to_string(planner.path("out.ics")).unwrap();
    planner.clock.later(chrono::TimeDelta::minutes(2));
    planner.ask("events.move", json!({"id": id, "by": {"days": 1, "minutes": 0}}));
    let preview = planner.preview(&old);
    assert_eq!(
        (&preview["counts"]["older"], &preview["counts"]["changed"]),
        (&json!(1), &json!(0)),
        "{:#}",
        preview["counts"]
    );
}

#[test]
fn a_uid_of_a_wholly_other_event_is_flagged_and_overwrites_nothing_unless_it_is_taken() {
    let planner = Planner::with_sample();
    planner.import(&calendar("PUBLISH", &[TALK]));
    let id = only(planner.titled("Talent talk at the bank"))["id"].clone();
    let other = "UID:talk-1@example.org\nDTSTAMP:20261201T080000Z\nSEQUENCE:9\nSUMMARY:Quarterly dinner\n\
        DTSTART;TZID=Europe/London:20270914T190000\nDTEND;TZID=Europe/London:20270914T210000\nLOCATION:London\n";
    let file = planner.chosen("in.ics", calendar("PUBLISH", &[other]), "ics");
    let preview = planner.ask("imports.preview", json!({"file": file, "kind": "ics"}));
    assert_eq!(preview["counts"]["reused"], 1, "{preview:#}");
    assert_eq!(preview["rows"][0]["warnings"][0]["code"], "uid_reused");
    assert_eq!(
        planner.ask("imports.commit", json!({"file": file, "kind": "ics"}))["change"],
        Value::Null
    );
    assert_eq!(planner.event(&id)["title"]["en"], "Talent talk at the bank");
    planner.ask(
        "imports.commit",
        json!({"file": file, "kind": "ics", "take": [1]}),
    );
    assert_eq!(planner.event(&id)["title"]["en"], "Quarterly dinner");
}

#[test]
fn an_event_of_ours_that_another_program_moved_is_changed_and_keeps_its_notes() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    planner.ask("events.edit", json!({"id": id, "set": {"notes": "only here"}}));
    let before = planner.event(&id);
    let (uid, title) = (
        before["uid"].as_str().unwrap(),
        before["title"]["en"].as_str().unwrap(),
    );
    let moved = format!(
        "UID:{uid}\nDTSTAMP:20270101T080000Z\nLAST-MODIFIED:20270101T080000Z\nSEQUENCE:{}\nSUMMARY:{title}\n\
         DTSTART:20270514T070000Z\nDTEND:20270514T090000Z\nDESCRIPTION:Local time: whatever\nCATEGORIES:Theirs\n",
        before["sequence"].as_u64().unwrap() + 1
    );
    let preview = planner.preview(&calendar("PUBLISH", &[&moved]));
    assert_eq!(preview["counts"]["changed"], 1, "{preview:#}");
    planner.import(&calendar("PUBLISH", &[&moved]));
    let after = planner.event(&id);
    assert_eq!(
        (&after["notes"], &after["tags"]),
        (&json!("only here"), &before["tags"])
    );
    assert_eq!(
        planner.ask("events.show", json!({"id": id}))["span"]["start"]["utc"],
        "2027-05-14T07:00:00Z"
    );
    assert!(after["sequence"].as_u64() > before["sequence"].as_u64());
    assert_eq!(
        planner.preview(&calendar("PUBLISH", &[&moved]))["counts"]["same"],
        1
    );
}
