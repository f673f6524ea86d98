//! Answers as other servers write them: whose they are, and what they change.

use serde_json::{Value, json};

use crate::guests::{occasion, put_on, somebody, status, step, wait_until};
use crate::planner::Planner;

/// An answer by calendar, as Outlook or Google would send it.
fn answer(uid: &str, address: &str, partstat: &str, sequence: u32, stamp: &str) -> String {
    let text = format!(
        "BEGIN:VCALENDAR\nPRODID:-//Example//Server//EN\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:{uid}\n\
         DTSTAMP:{stamp}\nSEQUENCE:{sequence}\nDTSTART:20261128T230000Z\nDTEND:20261129T010000Z\n\
         ATTENDEE;PARTSTAT={partstat};CN=A guest:mailto:{address}\nSUMMARY:Talent reception\nEND:VEVENT\n\
         END:VCALENDAR\n"
    );
    text.replace('\n', "\r\n")
}

/// The same in an e-mail.
fn mail(from: &str, calendar: &str) -> String {
    let text = format!(
        "From: A guest <{from}>\nTo: office@example.hk\nSubject: Accepted: Talent reception\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\nMIME-Version: 1.0\n\
         Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\n\
         Content-Type: text/plain; charset=utf-8\n\nI am coming.\n--b1\n\
         Content-Type: text/calendar; charset=utf-8; method=REPLY\n\n{}\n--b1--\n",
        calendar.replace("\r\n", "\n")
    );
    text.replace('\n', "\r\n")
}

fn uid(planner: &Planner, event: &Value) -> String {
    planner.event(event)["uid"].as_str().unwrap().to_owned()
}

/// Chooses a file that holds this.
fn file(planner: &Planner, name: &str, content: &str) -> Value {
    std::fs::write(planner.path(name), content).unwrap();
    planner.answer(Some(planner.path(name)));
    planner.ask("replies.choose", json!({}))["file"].clone()
}

fn preview(planner: &Planner, files: &[Value]) -> Value {
    planner.ask("replies.preview", json!({"files": files}))
}

fn apply(planner: &Planner, files: &[Value]) -> Value {
    planner.ask("replies.apply", json!({"files": files}))
}

#[test]
fn an_answer_in_an_e_mail_takes_the_right_invitation_and_a_second_time_changes_nothing() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let alan = somebody(&planner, "Turing", "Alan", "", "alan@example.org");
    let all = put_on(&planner, &event, &[ada, alan], "invited");
    let uid = uid(&planner, &event);
    let reply = answer(&uid, "ada@example.org", "ACCEPTED", 0, "20261122T050000Z");
    let one = file(&planner, "one.eml", &mail("Ada@Example.org", &reply));
    let shown = preview(&planner, std::slice::from_ref(&one));
    let row = &shown["rows"][0];
    assert_eq!(
        (&row["verdict"], &row["invitation"], &row["from"], &row["to"]),
        (&json!("updates"), &all[0], &json!("invited"), &json!("accepted")),
        "{shown:#}"
    );
    assert_eq!(row["name"], "Ada Lovelace");
    assert_eq!(status(&planner, &all[0]), "invited", "a preview stores nothing");
    let done = apply(&planner, std::slice::from_ref(&one));
    assert_eq!(done["counts"]["updates"], 1, "{done:#}");
    assert_eq!(status(&planner, &all[0]), "accepted");
    assert_eq!(status(&planner, &all[1]), "invited");
    let again = preview(&planner, std::slice::from_ref(&one));
    assert_eq!(again["rows"][0]["verdict"], "same", "{again:#}");
    assert_eq!(apply(&planner, &[one])["change"], Value::Null);
    assert_eq!(planner.ask("history.undo", json!({}))["label"], "replies_taken");
    assert_eq!(status(&planner, &all[0]), "invited");
    assert_eq!(planner.ask("replies.list", json!({"event": event})), json!([]));
}

#[test]
fn an_older_answer_never_undoes_a_newer_one_in_whatever_order_files_come() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let all = put_on(&planner, &event, &[ada], "invited");
    let uid = uid(&planner, &event);
    let yes = answer(&uid, "ada@example.org", "ACCEPTED", 0, "20261122T050000Z");
    let no = answer(&uid, "ada@example.org", "DECLINED", 0, "20261122T053000Z");
    let (first, second) = (file(&planner, "yes.ics", &yes), file(&planner, "no.ics", &no));
    // Both at once, the newer file first.
    apply(&planner, &[second, first.clone()]);
    assert_eq!(status(&planner, &all[0]), "declined");
    assert_eq!(
        preview(&planner, std::slice::from_ref(&first))["rows"][0]["verdict"],
        "older"
    );
    apply(&planner, &[first]);
    assert_eq!(status(&planner, &all[0]), "declined");
    // What was said on the telephone after the guest's program wrote its answer stays, too.
    wait_until(&planner, "2026-11-22T07:00:00Z");
    step(&planner, &all, "accepted");
    let late = answer(&uid, "ada@example.org", "TENTATIVE", 0, "20261122T054500Z");
    let late = file(&planner, "late.ics", &late);
    let shown = preview(&planner, std::slice::from_ref(&late));
    assert_eq!(shown["rows"][0]["verdict"], "older");
    // What changes nothing is no step to be taken back.
    let done = apply(&planner, &[late]);
    assert_eq!(
        (&done["counts"]["older"], &done["change"]),
        (&json!(1), &Value::Null)
    );
    assert_ne!(planner.ask("history.undo", json!({}))["label"], "replies_taken");
}

#[test]
fn strangers_forged_and_shared_addresses_are_shown_and_never_guessed() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let pair = [
        somebody(&planner, "Curie", "Marie", "", "curie@example.org"),
        somebody(&planner, "Curie", "Pierre", "", "Curie@example.org"),
    ];
    let all = put_on(
        &planner,
        &event,
        &[ada, pair[0].clone(), pair[1].clone()],
        "invited",
    );
    let uid = uid(&planner, &event);
    let verdict = |name: &str, content: &str| {
        let file = file(&planner, name, content);
        let shown = preview(&planner, std::slice::from_ref(&file));
        (file, shown["rows"][0].clone())
    };
    let stranger = answer(&uid, "eve@example.net", "ACCEPTED", 0, "20261122T050000Z");
    assert_eq!(verdict("stranger.ics", &stranger).1["verdict"], "stranger");
    let none = answer(
        "nobody-knows@example.org",
        "ada@example.org",
        "ACCEPTED",
        0,
        "20261122T050000Z",
    );
    assert_eq!(verdict("none.ics", &none).1["verdict"], "no_event");

    let forged = answer(&uid, "ada@example.org", "DECLINED", 0, "20261122T050000Z");
    let (forged, row) = verdict("forged.eml", &mail("eve@example.net", &forged));
    assert_eq!(
        (&row["verdict"], &row["sender"]),
        (&json!("for_another"), &json!("eve@example.net"))
    );
    assert_eq!(apply(&planner, &[forged])["change"], Value::Null);
    assert_eq!(status(&planner, &all[0]), "invited");
    let kept = planner.ask("replies.preview", json!({"event": event}));
    assert_eq!(
        kept["rows"],
        json!([]),
        "a forged answer does not come back as the guest's own"
    );

    let shared = answer(&uid, "curie@example.org", "ACCEPTED", 0, "20261122T050000Z");
    let (shared, row) = verdict("shared.eml", &mail("curie@example.org", &shared));
    assert_eq!(row["verdict"], "ask");
    assert_eq!(row["candidates"].as_array().unwrap().len(), 2);
    apply(&planner, std::slice::from_ref(&shared));
    assert_eq!(
        (status(&planner, &all[1]), status(&planner, &all[2])),
        ("invited".into(), "invited".into())
    );
    let said = json!({"files": [shared], "answers": [{"key": row["key"], "invitation": all[2]}]});
    assert_eq!(
        planner.ask("replies.preview", said.clone())["rows"][0]["verdict"],
        "updates"
    );
    planner.ask("replies.apply", said);
    assert_eq!(
        (status(&planner, &all[1]), status(&planner, &all[2])),
        ("invited".into(), "accepted".into())
    );
}

#[test]
fn an_answer_beyond_the_seats_waits_and_one_left_out_changes_nothing() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(1));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let alan = somebody(&planner, "Turing", "Alan", "", "alan@example.org");
    let all = put_on(&planner, &event, &[ada, alan], "invited");
    let uid = uid(&planner, &event);
    let files: Vec<Value> = ["ada", "alan"]
        .iter()
        .zip(["20261122T050000Z", "20261122T051000Z"])
        .map(|(who, stamp)| {
            let reply = answer(&uid, &format!("{who}@example.org"), "ACCEPTED", 0, stamp);
            file(&planner, &format!("{who}.ics"), &reply)
        })
        .collect();
    let shown = preview(&planner, &files);
    assert_eq!(
        (
            &shown["rows"][0]["to"],
            &shown["rows"][1]["to"],
            &shown["rows"][1]["why_not"]["code"]
        ),
        (&json!("accepted"), &json!("wait_listed"), &json!("full")),
        "{shown:#}"
    );
    let left_out = json!({"files": files, "answers": [{"key": shown["rows"][0]["key"]}]});
    let done = planner.ask("replies.apply", left_out);
    assert_eq!(
        (&done["counts"]["skipped"], &done["counts"]["updates"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        (status(&planner, &all[0]), status(&planner, &all[1])),
        ("invited".into(), "accepted".into())
    );
}

#[test]
fn an_answer_that_an_older_import_kept_shows_up_and_can_be_taken() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let all = put_on(&planner, &event, &[ada], "invited");
    let reply = answer(
        &uid(&planner, &event),
        "ada@example.org",
        "TENTATIVE",
        0,
        "20261122T050000Z",
    );
    let file = planner.chosen("reply.ics", &reply, "ics");
    planner.ask("imports.commit", json!({"file": file, "kind": "ics"}));
    let open = planner.ask("replies.preview", json!({"event": event}));
    assert_eq!(
        (&open["rows"][0]["verdict"], &open["rows"][0]["kept"]),
        (&json!("updates"), &json!(true)),
        "{open:#}"
    );
    planner.ask("replies.apply", json!({"event": event}));
    assert_eq!(status(&planner, &all[0]), "tentative");
    assert_eq!(
        planner.ask("replies.preview", json!({"event": event}))["rows"],
        json!([])
    );
}

#[test]
fn another_time_is_shown_in_both_clocks_and_what_is_no_answer_says_so() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let all = put_on(&planner, &event, &[ada], "invited");
    let uid = uid(&planner, &event);
    let counter = answer(&uid, "ada@example.org", "TENTATIVE", 0, "20261122T050000Z")
        .replace("METHOD:REPLY", "METHOD:COUNTER")
        .replace(
            "DTSTART:20261128T230000Z",
            "DTSTART;TZID=America/Toronto:20261129T180000",
        )
        .replace(
            "DTEND:20261129T010000Z",
            "DTEND;TZID=America/Toronto:20261129T200000",
        );
    let counter = file(&planner, "counter.ics", &counter);
    let shown = preview(&planner, std::slice::from_ref(&counter));
    let row = &shown["rows"][0];
    assert_eq!(row["verdict"], "proposes", "{shown:#}");
    assert_eq!(row["proposed"]["start"]["local"], "2026-11-29T18:00:00");
    assert_eq!(row["proposed"]["start"]["hong_kong"], "2026-11-30T07:00:00");
    apply(&planner, &[counter]);
    assert_eq!(status(&planner, &all[0]), "invited");

    let holiday = file(
        &planner,
        "holiday.eml",
        "From: ada@example.org\r\nTo: office@example.hk\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\
         Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nBack in December.\r\n",
    );
    let junk = file(&planner, "junk.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    let shown = preview(&planner, &[holiday, junk]);
    let codes: Vec<&Value> = shown["unreadable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["why"]["code"])
        .collect();
    assert_eq!(codes, ["automatic_mail", "no_answer"], "{shown:#}");
    assert_eq!(
        (&shown["rows"], &shown["counts"]["unreadable"]),
        (&json!([]), &json!(2))
    );
}

#[test]
fn a_mail_that_came_back_marks_the_address_and_the_invitation() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let ada = somebody(&planner, "Lovelace", "Ada", "", "ada@example.org");
    let all = put_on(&planner, &event, std::slice::from_ref(&ada), "invited");
    let report = "From: MAILER-DAEMON@example.hk\nTo: office@example.hk\nSubject: Undelivered Mail Returned to Sender\n\
        Date: Sun, 22 Nov 2026 10:00:00 +0000\nMIME-Version: 1.0\nAuto-Submitted: auto-replied\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"r1\"\n\n--r1\n\
        Content-Type: text/plain\n\nIt could not be delivered.\n--r1\nContent-Type: message/delivery-status\n\n\
        Reporting-MTA: dns; mail.example.hk\n\nFinal-Recipient: rfc822; ada@example.org\nAction: failed\n\
        Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--r1--\n";
    let file = file(&planner, "back.eml", &report.replace('\n', "\r\n"));
    let shown = preview(&planner, std::slice::from_ref(&file));
    assert_eq!(
        (&shown["rows"][0]["to"], &shown["rows"][0]["invitation"]),
        (&json!("bounced"), &all[0]),
        "{shown:#}"
    );
    apply(&planner, &[file]);
    assert_eq!(status(&planner, &all[0]), "bounced");
    let page = planner.ask("invitations.list", json!({"event": event}));
    assert_eq!(
        page["rows"][0]["warnings"][0], "bounced_address",
        "{:#}",
        page["rows"][0]["warnings"]
    );
    planner.ask("history.undo", json!({}));
    assert_eq!(status(&planner, &all[0]), "invited");
}
