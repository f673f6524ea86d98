//! People, invitations, visits and the privacy desk on the command line.

use std::fmt::Write as _;
use std::fs;

use outreach_journeys::Cli;
use serde_json::Value;

fn event_called(cli: &Cli, part: &str) -> String {
    let events = cli.json(["events", "list"]);
    let found = events
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["title"].as_str().is_some_and(|title| title.contains(part)));
    let row = found.unwrap_or_else(|| panic!("the sample has an event called {part}"));
    row["id"].as_str().expect("a row has an id").to_owned()
}

fn add(cli: &Cli, set: &[&str]) -> String {
    let mut arguments = vec!["people", "add"];
    arguments.extend(set);
    let added = cli.json(arguments);
    added["key"]["id"]
        .as_str()
        .expect("what was added has an id")
        .to_owned()
}

fn zebedee(cli: &Cli) -> String {
    add(
        cli,
        &[
            "family=Quillfeather",
            "given=Zebedee",
            "chinese=歐陽震華",
            "email=zeb@nowhere.example",
            "organisation=Beekeepers Guild",
            "telephone=+85221234567",
        ],
    )
}

#[test]
fn people_are_listed_found_added_corrected_and_shown() {
    let Some(cli) = Cli::with_sample() else { return };
    let page = cli.json(["people", "list", "--limit", "5"]);
    assert!(page["total"].as_u64() > Some(100), "{}", page["total"]);
    assert_eq!(page["rows"].as_array().map(Vec::len), Some(5));
    let id = zebedee(&cli);
    for words in ["歐陽震", "zebede", "zeb@nowhere", "beekeep"] {
        let hits = cli.json(["people", "search", words]);
        assert_eq!(hits[0]["id"], id.as_str(), "{words}");
    }
    // By name where only one fits, by the first letters of the id, by the whole id.
    cli.run([
        "people",
        "edit",
        "Zebedee Quillfeather",
        "post=Chair",
        "tags=[\"press\"]",
    ])
    .done();
    let shown = cli.run(["people", "show", &id]).done().out;
    for words in ["歐陽震華", "Chair", "Beekeepers Guild", "press", "+85221234567"] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let tagged = cli.json(["people", "list", "tag:press Quillfeather"]);
    assert_eq!(tagged["fitting"], 1);
    let misread = cli.run(["people", "list", "event:no-such-event-anywhere"]);
    assert_eq!(misread.status, 3, "{misread:?}");
    cli.run(["people", "show", "Nobodyofthatname"])
        .refused("not_found");
    cli.run(["people", "add", "family=Quill", "telephone=abc"])
        .refused("invalid_field");
    let wrong = cli.run(["people", "edit", &id, "chair"]);
    assert_eq!(wrong.status, 2, "{wrong:?}");
    cli.run(["undo"]).done();
    let page = cli.json(["people", "show", &id]);
    assert_eq!(page["person"]["tags"], serde_json::json!([]));
}

#[test]
fn two_records_of_one_person_are_found_and_merged() {
    let Some(cli) = Cli::with_sample() else { return };
    let one = zebedee(&cli);
    let other = add(
        &cli,
        &[
            "family=QUILLFEATHER",
            "given=Zebedee",
            "email=zeb@nowhere.example",
            "notes=second card",
        ],
    );
    let pairs = cli.json(["people", "duplicates"]);
    let is_pair = |row: &&Value| {
        let ids = [&row["one"]["person"]["id"], &row["other"]["person"]["id"]];
        ids.contains(&&Value::from(one.as_str())) && ids.contains(&&Value::from(other.as_str()))
    };
    assert!(
        pairs["rows"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|row| is_pair(&row)),
        "{pairs}"
    );
    let told = cli.run(["people", "duplicates"]).done().out;
    assert!(
        told.contains("Quillfeather") && told.contains("same email"),
        "{told}"
    );
    cli.run(["people", "merge", &one, &other, "--take", "emails=both"])
        .done();
    assert_eq!(cli.json(["people", "list", "Quillfeather"])["fitting"], 1);
    cli.run(["undo"]).done();
    assert_eq!(cli.json(["people", "list", "Quillfeather"])["fitting"], 2);
    let wrong = cli.run(["people", "merge", &one, &other, "--take", "emails=all"]);
    assert_eq!(wrong.status, 2, "{wrong:?}");
}

#[test]
fn a_list_is_taken_in_once_and_its_bad_cells_are_told() {
    let Some(cli) = Cli::with_sample() else { return };
    let rows = "Family name,Given name,E-mail,Telephone\n\
        Quillfeather,Zebedee,zeb@nowhere.example,+852 2123 4567\n\
        Umbrage,Petra,petra@nowhere.example,1.2E+10\n";
    fs::write(cli.folder().join("guests.csv"), rows).expect("the folder can be written to");
    let dry = cli.run(["people", "import", "guests.csv", "--dry-run"]);
    assert_eq!(dry.status, 3, "a telephone number as a sum is refused: {dry:?}");
    for told in [
        "Columns: Family name=family, Given name=given, E-mail=email, Telephone=telephone",
        "column 4 (Telephone): number rounded",
    ] {
        assert!(dry.out.contains(told), "{told:?} is not in {}", dry.out);
    }
    assert_eq!(cli.json(["people", "list", "nowhere.example"])["fitting"], 0);
    let fixed = [
        "people",
        "import",
        "guests.csv",
        "--fix",
        "3:4=+852 2345 6789",
        "--tag",
        "bees",
    ];
    let done = cli.run(fixed).done();
    assert!(done.out.contains("2 new"), "{done:?}");
    assert_eq!(cli.json(["people", "list", "tag:bees"])["fitting"], 2);
    let without = cli.json(["people", "list", "-tag:bees", "--limit", "1"]);
    assert_eq!(
        without["fitting"].as_u64().map(|others| others + 2),
        without["total"].as_u64()
    );
    let again = cli.run(fixed).done();
    assert!(again.out.contains("0 new"), "{again:?}");
    cli.run(["people", "import", "nowhere.csv"]).refused("");
}

#[test]
fn a_list_with_headings_of_its_own_is_read_as_it_is_told_to() {
    let Some(cli) = Cli::with_sample() else { return };
    let rows = "Sippe,Ruf,Büro,Frist\n\
        Quillfeather,+852 2123 4567,+852 2345 6789,03/04/2028\n";
    fs::write(cli.folder().join("liste.csv"), rows).expect("the folder can be written to");
    let read = |more: &[&str]| {
        let begin = ["people", "import", "liste.csv", "--map", "sippe=family"];
        cli.run(begin.iter().chain(more).copied())
    };
    // A field may stand in several columns, and what a column was said to hold says where dates are.
    let told = [
        "--map",
        "Ruf=telephone",
        "--map",
        "Büro=telephone",
        "--map",
        "Frist=retain_until",
        "--dates",
        "day-first",
        "--tag",
        "told",
    ];
    read(&told).done();
    let kept = cli.json(["people", "list", "tag:told"]);
    let page = cli.json([
        "people",
        "show",
        kept["rows"][0]["person"]["id"].as_str().unwrap_or_default(),
    ]);
    let person = &page["person"];
    assert_eq!(person["retain_until"], "2028-04-03", "{person}");
    assert_eq!(person["telephones"].as_array().map(Vec::len), Some(2));
    let unknown = read(&["--map", "Ruf=shoe_size"]);
    assert_eq!(unknown.status, 2, "{unknown:?}");
    assert!(unknown.err.contains("telephone"), "{}", unknown.err);
}

#[test]
fn every_row_of_a_long_list_that_is_refused_or_like_another_is_told() {
    let Some(cli) = Cli::with_sample() else { return };
    let mut rows = "Family name,Given name,E-mail,Shoe size\n".to_owned();
    for n in 0..1200 {
        writeln!(rows, "Quill{n:04},Zebedee{n:04},q{n}@nowhere.example,40").expect("a string grows");
    }
    rows.push_str("Umbrage,Petra,at home,41\nQuill0007,Zebedee0007,,42\nOakley,\"Ann\nBeth\",,43\n");
    fs::write(cli.folder().join("long.csv"), rows).expect("the folder can be written to");
    let dry = cli.run(["people", "import", "long.csv", "--dry-run"]);
    for told in [
        "1203 rows",
        "Columns left out: Shoe size",
        "not an email \"at home\"",
        "like row ",
        "a name on several lines",
    ] {
        assert!(dry.out.contains(told), "{told:?} is not in {}", dry.out);
    }
    assert!(!dry.out.contains("00000000-0000"), "{}", dry.out);
}

#[test]
fn guests_are_asked_answer_and_are_counted() {
    let Some(cli) = Cli::with_sample() else { return };
    let event = event_called(&cli, "GBA talent session");
    let before = cli.json(["invitations", "list", &event]);
    let total = before["total"].as_u64().expect("a count");
    zebedee(&cli);
    cli.run([
        "invitations",
        "add",
        &event,
        "Zebedee Quillfeather",
        "--to",
        "invited",
    ])
    .done();
    let listed = cli.run(["invitations", "list", &event]).done().out;
    assert!(
        listed.contains("Quillfeather") && listed.contains("taken"),
        "{listed}"
    );
    let could = [
        "invitations",
        "set",
        &event,
        "accepted",
        "Quillfeather",
        "--source",
        "telephone",
        "--dry-run",
    ];
    let preview = cli.run(could).done();
    assert!(preview.out.contains("1 could"), "{preview:?}");
    let set = cli.run(&could[..7]).done();
    assert!(set.out.contains("1 took this step"), "{set:?}");
    let refused = cli.run(["invitations", "set", &event, "attended", "Quillfeather"]);
    assert_eq!(refused.status, 3, "the event has not begun: {refused:?}");
    assert_eq!(cli.json(["invitations", "list", &event])["total"], total + 1);
    cli.run(["invitations", "set", &event, "accepted", "Nobodyofthatname"])
        .refused("not_found");
    let stranger = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n\
        UID:nothing-of-ours@example.org\r\nDTSTAMP:20261122T060000Z\r\nDTSTART:20270101T000000Z\r\n\
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:stranger@example.org\r\nORGANIZER:mailto:o@example.org\r\nSEQUENCE:0\r\n\
        END:VEVENT\r\nEND:VCALENDAR\r\n";
    fs::write(cli.folder().join("reply.ics"), stranger).expect("the folder can be written to");
    let shown = cli.run(["invitations", "import-replies", "reply.ics", "--dry-run"]);
    assert!(shown.out.contains("stranger@example.org"), "{shown:?}");
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}

#[test]
fn a_visit_goes_from_nomination_to_a_decision() {
    let Some(cli) = Cli::with_sample() else { return };
    let board = cli.json(["visits", "list"]);
    assert!(board["total"].as_u64() > Some(5), "{board}");
    zebedee(&cli);
    cli.run([
        "visits",
        "add",
        "Zebedee Quillfeather",
        "--by",
        "Bee team",
        "--reason",
        "Leads the field",
    ])
    .done();
    let early = cli.run(["visits", "step", "Quillfeather", "accepted"]);
    assert_eq!(early.status, 1, "{early:?}");
    cli.run(["visits", "approve", "Quillfeather", "--by", "The Director"])
        .done();
    let shown = cli.run(["visits", "show", "Quillfeather"]).done().out;
    assert!(
        shown.contains("Leads the field") && shown.contains("The Director"),
        "{shown}"
    );
    cli.run(["visits", "edit", "Quillfeather", "home_zone=Europe/Zurich"])
        .done();
    cli.run(["visits", "show", "Nobodyofthatname"])
        .refused("not_found");
}

#[test]
fn a_person_is_reported_exported_and_erased_for_good() {
    let Some(cli) = Cli::with_sample() else { return };
    let id = zebedee(&cli);
    cli.run(["people", "edit", &id, "notes=Speaks of bees"]).done();
    let report = [
        "privacy",
        "report",
        &id,
        "--purpose",
        "Access request",
        "--out",
        "report.json",
    ];
    cli.run(report).done();
    let told = fs::read_to_string(cli.folder().join("report.json")).expect("it was written");
    assert!(
        told.contains("Speaks of bees") && told.contains("[RESTRICTED]"),
        "{told}"
    );
    let mut export = cli.command([
        "people",
        "export",
        "csv",
        "--person",
        &id,
        "--purpose",
        "The door",
        "--pack",
        "--out",
        "door.csv.age",
    ]);
    let export = export
        .env("OUTREACH_PACK_PASSPHRASE", "correct horse")
        .output()
        .expect("it runs");
    assert!(export.status.success(), "{export:?}");
    let log = cli.json(["privacy", "log", "--of", &id]);
    assert_eq!(log["total"], 2);
    let told = cli.run(["privacy", "log"]).done().out;
    assert!(
        told.contains("Access request") && told.contains("encrypted"),
        "{told}"
    );
    let no_purpose = cli.run(["people", "export", "csv", "--purpose", " ", "--out", "x.csv"]);
    assert_eq!(no_purpose.status, 1, "{no_purpose:?}");

    let preview = cli.json(["privacy", "erase", &id, "--dry-run"]);
    assert_eq!(preview["exports"].as_array().map(Vec::len), Some(2));
    // Nobody can be asked here, and nothing is done without a word.
    let unasked = cli.run(["privacy", "erase", &id]);
    assert_eq!(unasked.status, 2, "{unasked:?}");
    assert_eq!(cli.json(["people", "list", "Quillfeather"])["fitting"], 1);
    let erased = cli.run(["privacy", "erase", &id, "--files", "--mentions", "--yes"]);
    assert!(erased.out.contains("found nothing of the person"), "{erased:?}");
    assert!(erased.out.contains("Deleted 2 files"), "{erased:?}");
    assert!(!cli.folder().join("report.json").exists());
    assert!(!cli.folder().join("door.csv.age").exists());
    assert_eq!(cli.json(["people", "list", "Quillfeather"])["fitting"], 0);
    assert!(!cli.run(["history"]).done().out.contains("Quillfeather"));
    cli.run(["privacy", "erase", &id, "--yes"])
        .refused("already_erased");
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
    let glance = cli.run(["privacy", "desk"]).done().out;
    assert!(
        glance.contains("1 erased") && glance.contains("AES-256"),
        "{glance}"
    );
}

#[test]
fn who_is_past_their_retention_date_is_told_by_the_status() {
    let Some(cli) = Cli::new() else { return };
    cli.run(["init"]).done();
    assert_eq!(cli.run(["privacy", "due"]).done().status, 0);
    let id = zebedee(&cli);
    cli.run(["people", "edit", &id, "retain_until=2020-01-01"]).done();
    let due = cli.run(["privacy", "due"]);
    assert_eq!(due.status, 3, "{due:?}");
    assert!(due.out.contains("Quillfeather"), "{due:?}");
    cli.run(["undo"]).done();
    cli.run(["undo"]).done();
    let forgotten = cli.run(["privacy", "forget", "--yes"]).done();
    assert!(forgotten.out.contains("1 people"), "{forgotten:?}");
}

#[test]
fn every_command_explains_itself() {
    let Some(cli) = Cli::new() else { return };
    for command in ["people", "invitations", "visits", "privacy"] {
        let help = cli.run([command, "--help"]).done().out;
        assert!(
            help.contains("Examples:") && help.len() > 800,
            "{command}: {help}"
        );
    }
}
