//! A planner's year on the command line: make, look, change, take back, export, keep safe.

use outreach_journeys::Cli;
use serde_json::Value;

fn id(row: &Value) -> String {
    row["id"].as_str().expect("a row has an id").to_owned()
}

fn events(cli: &Cli) -> Vec<Value> {
    cli.json(["events", "list"]).as_array().expect("a list").clone()
}

/// The first event that is still to be settled, so that it can be moved freely.
fn some_event(cli: &Cli) -> Value {
    events(cli)
        .into_iter()
        .find(|row| row["status"] == "tentative" && row["span"].is_object())
        .expect("the sample has one")
}

#[test]
fn the_sample_holds_a_year_worth_looking_at() {
    let Some(cli) = Cli::with_sample() else { return };
    let events = events(&cli);
    let missions = cli.json(["missions", "list"]);
    let missions = missions.as_array().unwrap();
    assert!(events.len() >= 60, "{} events", events.len());
    assert!(missions.len() >= 8, "{} missions", missions.len());
    for region in ["asia_pacific", "middle_east", "europe", "north_america"] {
        assert!(
            events.iter().any(|row| row["region"] == region),
            "no event in {region}"
        );
        let filtered = cli.json(["events", "list", "--region", region]);
        assert!(
            filtered
                .as_array()
                .unwrap()
                .iter()
                .all(|row| row["region"] == region)
        );
    }
    // The sample has clashes on purpose, and `check` says so by its status.
    assert_eq!(cli.run(["check"]).status, 3);
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}

#[test]
fn a_moved_event_keeps_its_length_and_comes_back_with_undo() {
    let Some(cli) = Cli::with_sample() else { return };
    let before = some_event(&cli);
    let id = id(&before);
    cli.run(["events", "move", &id, "--days", "7"]).done();
    let moved = cli.json(["events", "show", &id]);
    assert_ne!(moved["span"]["start"]["local"], before["span"]["start"]["local"]);
    assert_eq!(
        moved["span"]["start"]["local"].as_str().unwrap()[11..],
        before["span"]["start"]["local"].as_str().unwrap()[11..],
        "a day's move keeps the time on the venue's clock"
    );

    let history = cli.run(["history", "--event", &id]).done().out;
    assert!(history.contains("start"), "{history}");

    cli.run(["undo"]).done();
    assert_eq!(cli.json(["events", "show", &id])["span"], before["span"]);
    cli.run(["redo"]).done();
    assert_eq!(cli.json(["events", "show", &id])["span"], moved["span"]);
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}

#[test]
fn a_time_in_a_gap_is_refused_and_the_event_stays() {
    let Some(cli) = Cli::with_sample() else { return };
    let before = some_event(&cli);
    let id = id(&before);
    let refused = cli.run([
        "events",
        "move",
        &id,
        "--to",
        "2027-03-28T01:30",
        "--zone",
        "Europe/London",
    ]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert_eq!(cli.json(["events", "show", &id])["span"], before["span"]);
}

#[test]
fn exports_are_written_whole_in_each_format() {
    let Some(cli) = Cli::with_sample() else { return };
    let beginnings: [(&str, &[u8]); 4] = [
        ("ics", b"BEGIN:VCALENDAR\r\n"),
        ("xlsx", b"PK\x03\x04"),
        ("csv", "\u{feff}".as_bytes()),
        ("html", b"<!doctype html>"),
    ];
    for (format, beginning) in beginnings {
        let out = cli.folder().join(format!("programme.{format}"));
        cli.run(["export", format, "--out", out.to_str().unwrap()]).done();
        let bytes = std::fs::read(&out).unwrap();
        assert!(
            bytes.len() > 10_000 && bytes[..beginning.len()].eq_ignore_ascii_case(beginning),
            "{format}: {} bytes, {:?}",
            bytes.len(),
            String::from_utf8_lossy(&bytes[..beginning.len()])
        );
    }
    let calendar = std::fs::read_to_string(cli.folder().join("programme.ics")).unwrap();
    let public = events(&cli)
        .into_iter()
        .filter(|row| row["status"] != "idea")
        .count();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), public);
}

#[test]
fn a_name_is_set_in_the_language_asked_for_and_keeps_the_others() {
    let Some(cli) = Cli::with_sample() else { return };
    let id = id(&some_event(&cli));
    let title = || cli.json(["events", "show", &id])["event"]["title"].clone();
    let before = title();
    cli.run(["events", "edit", &id, "title=Seminar of the year"])
        .done();
    let english = title();
    assert_eq!(english["en"], "Seminar of the year");
    for chinese in ["zh_hant", "zh_hans"] {
        assert!(before[chinese].as_str().is_some_and(|name| !name.is_empty()));
        assert_eq!(english[chinese], before[chinese], "{chinese}");
    }
    cli.run(["--language", "zh-Hant", "events", "edit", &id, "title=年度講座"])
        .done();
    assert_eq!(
        title(),
        serde_json::json!({ "en": "Seminar of the year", "zh_hant": "年度講座", "zh_hans": before["zh_hans"] })
    );
    cli.run(["events", "edit", &id, "title.zh_hans=年度讲座"]).done();
    assert_eq!(title()["en"], "Seminar of the year");
}

#[test]
fn invitations_name_who_has_no_address_and_so_holds_nothing() {
    let Some(cli) = Cli::with_sample() else { return };
    cli.run(["calendars", "add", "--name", "Solo", "--region", "europe"])
        .done();
    cli.run(["calendars", "recipients", "add", "Solo", "--name", "NoMail"])
        .done();
    let out = cli.folder().join("given");
    let issue = [
        "calendars",
        "issue",
        "Solo",
        "--form",
        "itip",
        "--out",
        out.to_str().unwrap(),
    ];
    let said = cli.run(issue).done().out;
    assert!(
        said.contains("NoMail") && said.contains("Nothing was written"),
        "{said}"
    );
    let page = cli.json(["calendars", "show", "Solo"]);
    assert_eq!(page["recipients"][0]["holds"], 0, "{page:#}");
    assert_eq!(
        cli.run(["calendars", "changes", "Solo"]).status,
        3,
        "it still waits"
    );
    let out = cli.folder().join("file");
    cli.run(["calendars", "issue", "Solo", "--out", out.to_str().unwrap()])
        .done();
    let said = cli.run(["undo"]).done().out;
    assert!(
        said.contains("stay out") && out.exists(),
        "files do not come back: {said}"
    );
}

#[test]
fn an_export_of_a_moved_event_keeps_its_uid_and_raises_its_sequence() {
    let Some(cli) = Cli::with_sample() else { return };
    let id = id(&some_event(&cli));
    let uid_and_sequence = |name: &str| {
        let out = cli.folder().join(name);
        cli.run(["export", "ics", "--out", out.to_str().unwrap()]).done();
        let calendar = std::fs::read_to_string(out).unwrap().replace("\r\n ", "");
        let title = cli.json(["events", "show", &id])["event"]["uid"]
            .as_str()
            .unwrap()
            .to_owned();
        let event = calendar
            .split("BEGIN:VEVENT")
            .find(|event| event.contains(&title))
            .unwrap()
            .to_owned();
        let line = |name: &str| {
            event
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap_or("0")
                .to_owned()
        };
        (line("UID:"), line("SEQUENCE:").parse::<u32>().unwrap())
    };
    let (uid, sequence) = uid_and_sequence("before.ics");
    cli.run(["events", "move", &id, "--days", "1"]).done();
    let (uid_after, sequence_after) = uid_and_sequence("after.ics");
    assert_eq!(uid_after, uid);
    assert!(sequence_after > sequence, "{sequence_after} after {sequence}");
}

#[test]
fn a_backup_brings_back_what_was_removed_since() {
    let Some(cli) = Cli::with_sample() else { return };
    let before = events(&cli).len();
    cli.run(["backup"]).done();
    let id = id(&some_event(&cli));
    cli.run(["events", "remove", &id]).done();
    assert_eq!(events(&cli).len(), before - 1);
    cli.run(["restore"]).done();
    assert_eq!(events(&cli).len(), before);
}

#[test]
fn zones_answer_line_by_line_and_know_the_newest_rules() {
    let Some(cli) = Cli::new() else { return };
    let lines = "2027-07-01T12:00 America/Vancouver\n2027-01-15T12:00 America/Vancouver\n\
                 2027-03-28T01:30 Europe/London\n2027-10-31T01:30 Europe/London\n";
    let answers: Vec<Value> = cli
        .feed(["zones", "resolve", "--stdin"], lines)
        .done()
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let kinds: Vec<&str> = answers
        .iter()
        .map(|answer| answer["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["unique", "unique", "gap", "fold"]);
    // British Columbia keeps −07 all year from November 2026 on.
    assert_eq!(answers[0]["offset_s"], answers[1]["offset_s"]);
    assert_eq!(answers[0]["offset_s"][0], -7 * 3600);
    assert!(cli.run(["zones", "status"]).done().out.contains("2026f"));
}

#[test]
fn a_wrong_passphrase_a_second_making_and_a_missing_file_are_each_told() {
    let Some(cli) = Cli::with_sample() else { return };
    cli.run(["init"]).refused("[file_exists]");
    let workspace = cli.workspace();
    let cli = cli.with_passphrase("not at all the words");
    cli.run(["events", "list"]).refused("[passphrase_wrong]");
    std::fs::remove_file(workspace).unwrap();
    cli.run(["events", "list"]).refused("[no_such_file]");
}

#[test]
fn help_names_every_command_the_statuses_and_examples() {
    let Some(cli) = Cli::new() else { return };
    let help = cli.run(["--help"]).done().out;
    for word in [
        "events", "missions", "check", "search", "history", "undo", "redo", "verify", "backup", "export",
    ] {
        assert!(help.contains(word), "{word}");
    }
    assert!(
        help.contains("OUTREACH_PASSPHRASE") && help.contains("Exit status") && help.contains("Examples")
    );
    assert_eq!(cli.run(["no-such-command"]).status, 2);
}
