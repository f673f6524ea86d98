//! Calendars that others wrote, on their way in.

use std::fs;

use serde_json::{Value, json};

use crate::planner::Planner;

pub(crate) const TALK: &str = "UID:talk-1@example.org\nDTSTAMP:20261101T080000Z\nSEQUENCE:2\nSUMMARY:Talent talk at the bank\n\
    DTSTART;TZID=Asia/Kuala_Lumpur:20270514T150000\nDTEND;TZID=Asia/Kuala_Lumpur:20270514T170000\n\
    LOCATION:Ballroom\\, Hotel X\\, 50450 Kuala Lumpur\nDESCRIPTION:Bring the banner\nSTATUS:TENTATIVE\n";

/// A calendar of events, each given by its lines.
pub(crate) fn calendar(method: &str, events: &[&str]) -> String {
    let mut text = format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//Other//EN\nX-WR-CALNAME:Chamber\nMETHOD:{method}\n"
    );
    for event in events {
        text.push_str(&format!("BEGIN:VEVENT\n{event}END:VEVENT\n"));
    }
    text.push_str("END:VCALENDAR\n");
    text.replace('\n', "\r\n")
}

impl Planner {
    /// Chooses a file with this content.
    pub(crate) fn chosen(&self, name: &str, content: impl AsRef<[u8]>, kind: &str) -> Value {
        fs::write(self.path(name), content).unwrap();
        self.answer(Some(self.path(name)));
        self.ask("imports.choose", json!({"kind": kind}))["file"].clone()
    }

    pub(crate) fn preview(&self, text: &str) -> Value {
        let file = self.chosen("in.ics", text, "ics");
        self.ask("imports.preview", json!({"file": file, "kind": "ics"}))
    }

    pub(crate) fn import(&self, text: &str) -> Value {
        let file = self.chosen("in.ics", text, "ics");
        self.ask("imports.commit", json!({"file": file, "kind": "ics"}))
    }

    pub(crate) fn titled(&self, title: &str) -> Vec<Value> {
        let rows = self.events();
        rows.into_iter().filter(|row| row["title"] == title).collect()
    }
}

pub(crate) fn only(rows: Vec<Value>) -> Value {
    assert_eq!(rows.len(), 1, "{rows:#?}");
    rows.into_iter().next().unwrap()
}

#[test]
fn a_calendar_comes_in_as_one_change_and_a_second_time_adds_nothing() {
    let planner = Planner::with_sample();
    let before = planner.events().len();
    let text = calendar("PUBLISH", &[TALK]);
    let preview = planner.preview(&text);
    assert_eq!(preview["counts"]["new"], 1, "{preview:#}");
    assert_eq!(
        (&preview["name"], &preview["answered"]),
        (&json!("Chamber"), &json!(true))
    );
    let row = &preview["rows"][0];
    assert_eq!(row["span"]["start"]["local"], "2027-05-14T15:00:00");
    assert_eq!(row["span"]["start"]["hong_kong"], "2027-05-14T15:00:00");
    assert_eq!(planner.events().len(), before, "a preview stores nothing");

    let done = planner.import(&text);
    assert_eq!(done["events"].as_array().unwrap().len(), 1);
    let row = only(planner.titled("Talent talk at the bank"));
    let event = planner.event(&row["id"]);
    assert_eq!(event["uid"], "talk-1@example.org");
    assert_eq!(
        (&event["status"], &event["region"]),
        (&json!("tentative"), &json!("asia_pacific"))
    );
    assert_eq!(event["city"], 1_735_161, "{event:#}");
    assert_eq!(
        (&event["notes"], &event["sequence"]),
        (&json!("Bring the banner"), &json!(2))
    );
    assert_eq!(row["country"], "MY");
    assert_eq!(row["market_name"], "Malaysia");

    let again = planner.preview(&text);
    assert_eq!(again["counts"]["same"], 1, "{again:#}");
    assert_eq!(planner.import(&text)["change"], Value::Null);
    assert_eq!(planner.events().len(), before + 1);

    assert_eq!(
        planner.ask("history.undo", json!({}))["label"],
        "calendar_imported"
    );
    assert_eq!(planner.events().len(), before);
    assert_eq!(
        planner.preview(&text)["counts"]["new"],
        1,
        "what was taken back can come again"
    );
    planner.ask("history.redo", json!({}));
    assert_eq!(planner.preview(&text)["counts"]["same"], 1);
    let planner = planner.restart();
    assert_eq!(planner.preview(&text)["counts"]["same"], 1);
}

#[test]
fn an_event_without_a_known_place_is_planned_where_its_zone_is() {
    let planner = Planner::with_new();
    let event = |number: usize, zone: &str, place: &str| {
        format!(
            "UID:{number}@example.org\nDTSTAMP:20261101T080000Z\nSUMMARY:Talk {number}\n\
             DTSTART;TZID={zone}:20270514T150000\nDTEND;TZID={zone}:20270514T170000\n{place}"
        )
    };
    let expected = [
        ("Europe/London", "", "europe"),
        ("Europe/Berlin", "LOCATION:Toronto\n", "europe"),
        ("Asia/Dubai", "LOCATION:Room 3\n", "middle_east"),
        ("America/New_York", "", "north_america"),
        ("US/Pacific", "", "north_america"),
        ("Asia/Bangkok", "", "asia_pacific"),
    ];
    let events: Vec<String> = expected
        .iter()
        .enumerate()
        .map(|(number, (zone, place, _))| event(number, zone, place))
        .collect();
    planner.import(&calendar(
        "PUBLISH",
        &events.iter().map(String::as_str).collect::<Vec<_>>(),
    ));
    for (number, (zone, _, region)) in expected.iter().enumerate() {
        let row = only(planner.titled(&format!("Talk {number}")));
        assert_eq!(row["region"], *region, "{zone}: {row:#}");
    }
}

#[test]
fn a_time_without_a_zone_is_asked_once_and_refused_until_it_is_answered() {
    let planner = Planner::with_sample();
    let floating =
        "UID:f\nDTSTAMP:20261101T080000Z\nSUMMARY:Floating\nDTSTART:20270514T150000\nDTEND:20270514T160000\n";
    let unknown = "UID:u\nDTSTAMP:20261101T080000Z\nSUMMARY:Unknown\nDTSTART;TZID=Our office:20270514T150000\n\
        DTEND;TZID=Our office:20270514T160000\n";
    let file = planner.chosen("in.ics", calendar("PUBLISH", &[floating, unknown]), "ics");
    let preview = planner.ask("imports.preview", json!({"file": file, "kind": "ics"}));
    assert_eq!(
        (
            &preview["answered"],
            preview["zone_asks"].as_array().unwrap().len()
        ),
        (&json!(false), 2),
        "{preview:#}"
    );
    let refused = planner.refusal("imports.commit", json!({"file": file, "kind": "ics"}));
    assert_eq!(
        (refused.code.as_str(), refused.params["count"].as_str()),
        ("import_unanswered", "2")
    );
    let answered = json!({"file": file, "kind": "ics", "floating_zone": "Europe/London",
        "zone_answers": {"Our office": "Asia/Dubai"}});
    let preview = planner.ask("imports.preview", answered.clone());
    assert_eq!(preview["answered"], true, "{preview:#}");
    assert_eq!(
        preview["zone_asks"].as_array().unwrap().len(),
        2,
        "an answer can be changed"
    );
    planner.ask("imports.commit", answered.clone());
    assert_eq!(
        planner.event(&only(planner.titled("Unknown"))["id"])["zone"],
        "Asia/Dubai"
    );
    assert_eq!(planner.ask("imports.preview", answered)["counts"]["same"], 2);
    let wrong = json!({"file": file, "kind": "ics", "floating_zone": "Europe/Lunden"});
    assert_eq!(planner.refusal("imports.preview", wrong).code, "unknown_zone");
}

#[test]
fn a_series_comes_in_as_its_occasions_and_one_taken_out_later_is_cancelled() {
    let planner = Planner::with_sample();
    let weekly = "UID:w\nDTSTAMP:20261101T080000Z\nSEQUENCE:1\nSUMMARY:Weekly call\nRRULE:FREQ=WEEKLY;COUNT=4\n\
        DTSTART;TZID=Europe/London:20270315T090000\nDTEND;TZID=Europe/London:20270315T100000\n";
    planner.import(&calendar("PUBLISH", &[weekly]));
    let calls = planner.titled("Weekly call");
    let starts: Vec<&str> = calls
        .iter()
        .map(|row| row["span"]["start"]["local"].as_str().unwrap())
        .collect();
    assert_eq!(
        starts,
        [
            "2027-03-15T09:00:00",
            "2027-03-22T09:00:00",
            "2027-03-29T09:00:00",
            "2027-04-05T09:00:00"
        ]
    );
    assert_ne!(calls[1]["span"]["start"]["utc"], calls[2]["span"]["start"]["utc"]);

    let moved = "UID:w\nDTSTAMP:20261102T080000Z\nSEQUENCE:2\nSUMMARY:Weekly call\nRECURRENCE-ID;TZID=Europe/London:20270322T090000\n\
        DTSTART;TZID=Europe/London:20270322T140000\nDTEND;TZID=Europe/London:20270322T150000\n";
    let newer = weekly
        .replace("SEQUENCE:1", "SEQUENCE:2")
        .replace("DTSTAMP:20261101", "DTSTAMP:20261102")
        + "EXDATE;TZID=Europe/London:20270405T090000\n";
    let preview = planner.preview(&calendar("PUBLISH", &[&newer, moved]));
    let counts = &preview["counts"];
    assert_eq!(
        (&counts["new"], &counts["changed"], &counts["cancelled"]),
        (&json!(0), &json!(1), &json!(1)),
        "{preview:#}"
    );
    planner.import(&calendar("PUBLISH", &[&newer, moved]));
    let calls = planner.titled("Weekly call");
    assert_eq!(calls.iter().filter(|row| row["status"] == "cancelled").count(), 1);
    assert!(
        calls
            .iter()
            .any(|row| row["span"]["start"]["local"] == "2027-03-22T14:00:00")
    );
    // A single occasion alone says nothing of the others.
    let alone = moved
        .replace("SEQUENCE:2", "SEQUENCE:3")
        .replace("T150000", "T160000");
    let counts = planner.preview(&calendar("REQUEST", &[&alone]))["counts"].clone();
    assert_eq!(
        (&counts["changed"], &counts["cancelled"]),
        (&json!(1), &json!(0)),
        "{counts}"
    );
    // And METHOD:CANCEL without an occasion takes all away.
    let cancel = "UID:w\nDTSTAMP:20261105T080000Z\nSEQUENCE:4\nSUMMARY:Weekly call\nDTSTART;TZID=Europe/London:20270315T090000\n";
    assert_eq!(
        planner.preview(&calendar("CANCEL", &[cancel]))["counts"]["cancelled"],
        3
    );
}

#[test]
fn answers_of_guests_are_kept_once_and_found_by_their_event() {
    let planner = Planner::with_sample();
    planner.import(&calendar("PUBLISH", &[TALK]));
    let id = only(planner.titled("Talent talk at the bank"))["id"].clone();
    let reply = "UID:talk-1@example.org\nDTSTAMP:20261106T080000Z\nSEQUENCE:1\n\
        DTSTART;TZID=Asia/Kuala_Lumpur:20270514T150000\n\
        ATTENDEE;PARTSTAT=ACCEPTED;CN=Invented Guest:mailto:guest@example.org\nCOMMENT:With pleasure\n";
    let text = calendar("REPLY", &[reply]);
    let preview = planner.preview(&text);
    assert_eq!(
        (&preview["counts"]["replies"], &preview["replies"][0]["kept"]),
        (&json!(1), &json!(false)),
        "{preview:#}"
    );
    planner.import(&text);
    assert_eq!(
        planner.import(&text)["change"],
        Value::Null,
        "the same answer is kept once"
    );
    let kept = planner.ask("replies.list", json!({"event": id}));
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(
        (&kept[0]["answer"], &kept[0]["outdated"]),
        (&json!("accepted"), &json!(true))
    );
    assert_eq!(kept[0]["attendee"], "guest@example.org");
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.ask("replies.list", json!({})), json!([]));
}

#[test]
fn a_row_left_out_stays_out_and_what_cannot_be_kept_is_told() {
    let planner = Planner::with_sample();
    let second = TALK
        .replace("talk-1", "talk-2")
        .replace("at the bank", "at the port")
        + "ATTACH:https://example.org/a.pdf\n";
    let file = planner.chosen("in.ics", calendar("PUBLISH", &[TALK, &second]), "ics");
    let request = json!({"file": file, "kind": "ics", "skip": [1]});
    let preview = planner.ask("imports.preview", request.clone());
    assert_eq!(
        (&preview["counts"]["new"], &preview["counts"]["skipped"]),
        (&json!(1), &json!(1))
    );
    let losses: Vec<&Value> = preview["losses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|loss| &loss["property"])
        .collect();
    assert!(losses.contains(&&json!("ATTACH")), "{losses:?}");
    planner.ask("imports.commit", request);
    assert!(planner.titled("Talent talk at the bank").is_empty());
    assert_eq!(planner.titled("Talent talk at the port").len(), 1);
}

#[test]
fn a_file_that_changed_after_it_was_looked_at_is_refused() {
    let planner = Planner::with_sample();
    let file = planner.chosen("in.ics", calendar("PUBLISH", &[TALK]), "ics");
    let seen = planner.ask("imports.preview", json!({"file": file, "kind": "ics"}))["fingerprint"].clone();
    fs::write(
        planner.path("in.ics"),
        calendar("PUBLISH", &[&TALK.replace("talk-1", "talk-7")]),
    )
    .unwrap();
    let request = json!({"file": file, "kind": "ics", "fingerprint": seen});
    assert_eq!(
        planner.refusal("imports.commit", request).code,
        "import_file_changed"
    );
}

#[test]
fn bad_files_are_refused_with_a_reason_and_nothing_is_stored() {
    let planner = Planner::with_sample();
    let before = planner.events().len();
    let commit = |file: &Value, kind: &str| {
        planner
            .refusal("imports.commit", json!({"file": file, "kind": kind}))
            .code
    };
    let file = planner.chosen("page.ics", "<html></html>", "ics");
    assert_eq!(commit(&file, "ics"), "not_a_calendar");
    let file = planner.chosen("empty.ics", "", "ics");
    assert_eq!(commit(&file, "ics"), "not_a_calendar");
    let file = planner.chosen("calendar.xlsx", calendar("PUBLISH", &[TALK]), "sheet");
    assert_eq!(commit(&file, "sheet"), "not_a_sheet");
    // A gigabyte that takes no room on the disk.
    fs::File::create(planner.path("big.ics"))
        .unwrap()
        .set_len(1 << 30)
        .unwrap();
    planner.answer(Some(planner.path("big.ics")));
    assert_eq!(
        planner.refusal("imports.choose", json!({"kind": "ics"})).code,
        "import_too_large"
    );
    planner.answer(Some(planner.path("gone.ics")));
    assert_eq!(
        planner.refusal("imports.choose", json!({"kind": "ics"})).code,
        "no_such_file"
    );
    planner.answer(Some(planner.folder.path().to_owned()));
    assert_eq!(
        planner.refusal("imports.choose", json!({"kind": "ics"})).code,
        "not_a_file"
    );
    assert_eq!(
        planner
            .refusal("imports.preview", json!({"file": 99, "kind": "ics"}))
            .code,
        "no_such_choice"
    );
    assert_eq!(planner.events().len(), before);
    // Cut off half-way: what is whole comes in, the rest is named.
    let text = calendar("PUBLISH", &[TALK, &TALK.replace("talk-1", "talk-2")]);
    let preview = planner.preview(&text[..text.len() - 120]);
    assert_eq!(preview["counts"]["new"], 1, "{preview:#}");
    let codes: Vec<&Value> = preview["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["problems"][0]["code"])
        .collect();
    assert!(codes.contains(&&json!("unfinished")), "{codes:?}");
}
