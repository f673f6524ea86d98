//! Calendars that are given out, on the command line: issued, compared, answered to.

use std::fs;

use outreach_journeys::Cli;
use serde_json::{Value, json};

/// A calendar with one reader, and one event in it.
fn given_out(cli: &Cli) -> String {
    cli.run(["init"]).done();
    let event = cli.json([
        "events",
        "add",
        "--title",
        "Kuala Lumpur talk",
        "--start",
        "2027-05-14T15:00",
        "--end",
        "2027-05-14T17:00",
        "--zone",
        "Asia/Kuala_Lumpur",
        "status=confirmed",
    ]);
    cli.run(["calendars", "add", "--name", "Partners"]).done();
    let reader = ["calendars", "recipients", "add", "Partners", "--name", "Ada"];
    cli.run(reader.into_iter().chain(["--email", "ada@example.org"]))
        .done();
    event["key"]["id"]
        .as_str()
        .expect("an event has an id")
        .to_owned()
}

#[test]
fn two_issues_differ_by_what_was_changed_between_them() {
    let Some(cli) = Cli::new() else { return };
    let event = given_out(&cli);
    let issue = |folder: &str| cli.json(["calendars", "issue", "Partners", "--out", folder]);
    assert_eq!(issue("one")["packs"][0]["number"], 1);
    assert_eq!(cli.run(["calendars", "diff", "Partners", "1"]).status, 0);
    cli.run(["events", "move", &event, "--days", "1"]).done();

    let to_now = cli.run(["calendars", "diff", "Partners", "1"]);
    assert_eq!(to_now.status, 3, "something differs: {to_now:?}");
    assert!(to_now.out.contains("Kuala Lumpur talk"), "{}", to_now.out);
    assert_eq!(issue("two")["packs"][0]["number"], 2);
    let between = cli.run(["calendars", "diff", "Partners", "1", "2", "--json"]);
    assert_eq!(between.status, 3);
    let changes: Value = serde_json::from_str(&between.out).unwrap();
    assert_eq!(
        (changes.as_array().unwrap().len(), &changes[0]["change"]),
        (1, &json!("moved"))
    );
    assert_eq!(changes[0]["before"]["start"]["local"], "2027-05-14T15:00:00");
    assert_eq!(changes[0]["after"]["start"]["local"], "2027-05-15T15:00:00");
    assert_eq!(cli.run(["calendars", "diff", "Partners", "2"]).status, 0);
    let from_nothing = cli.run(["calendars", "diff", "Partners", "0", "1", "--json"]);
    let changes: Value = serde_json::from_str(&from_nothing.out).unwrap();
    assert_eq!(changes[0]["change"], "new");
    cli.run(["calendars", "diff", "Partners", "1", "7"])
        .refused("invalid_field");
}

#[test]
fn invitations_go_out_once_somebody_can_be_answered_to() {
    let Some(cli) = Cli::new() else { return };
    given_out(&cli);
    let issue = [
        "calendars",
        "issue",
        "Partners",
        "--form",
        "itip",
        "--out",
        "post",
    ];
    cli.run(issue).refused("no_organiser");
    let wrong = ["calendars", "edit", "Partners", "form.organiser_email=desk"];
    cli.run(wrong).refused("invalid_field");
    cli.run(["calendars", "edit", "Partners", "form.alarm_minutes=60"])
        .done();
    let right = [
        "calendars",
        "edit",
        "Partners",
        "form.organiser_email=desk@office.example",
    ];
    cli.run(right).done();
    let page = cli.json(["calendars", "show", "Partners"]);
    assert_eq!(page["calendar"]["form"]["alarm_minutes"], 60, "one part was said");
    cli.run(issue).done();
    let file = fs::read_dir(cli.folder().join("post")).unwrap().next().unwrap();
    let calendar = fs::read_to_string(file.unwrap().path())
        .unwrap()
        .replace("\r\n ", "");
    for line in [
        "METHOD:REQUEST\r\n",
        "ORGANIZER;CN=Hong Kong Talent Engage:mailto:desk@office.example\r\n",
        "mailto:ada@example.org\r\n",
    ] {
        assert!(calendar.contains(line), "{line:?} is not in {calendar}");
    }
}

#[test]
fn paper_is_announced_as_json_with_its_name_and_size() {
    let Some(cli) = Cli::with_sample() else { return };
    let out = cli.folder().join("year.pdf");
    let written = cli.json(["export", "pdf", "year", "--out", out.to_str().unwrap()]);
    assert_eq!(written["name"], "year.pdf");
    assert_eq!(written["size"], fs::metadata(&out).unwrap().len());
    assert_eq!(written["files"], 1);
    assert!(written["events"].as_u64() > Some(20), "{written:#}");
}

#[test]
fn a_look_at_a_calendar_of_others_is_json_a_script_can_read_and_stores_nothing() {
    let Some(cli) = Cli::new() else { return };
    cli.run(["init"]).done();
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:a@example.org\r\n\
        DTSTAMP:20261101T080000Z\r\nSUMMARY:Lunch\r\nDTSTART;TZID=Asia/Tokyo:20270514T120000\r\nDURATION:PT2H\r\n\
        END:VEVENT\r\nBEGIN:VEVENT\r\nUID:b@example.org\r\nDTSTAMP:20261101T080000Z\r\nSUMMARY:No start\r\n\
        END:VEVENT\r\nEND:VCALENDAR\r\n";
    fs::write(cli.folder().join("chamber.ics"), calendar).unwrap();
    let ran = cli.run(["import", "ics", "chamber.ics", "--dry-run", "--json"]);
    assert_eq!(ran.status, 3, "one entry cannot be taken: {ran:?}");
    let seen: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (&seen["counts"]["new"], &seen["counts"]["refused"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(seen["answered"], true);
    assert_eq!(cli.json(["events", "list"]), json!([]));
}
