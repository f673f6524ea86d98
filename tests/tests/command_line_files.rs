//! Files in and out on the command line: calendars and sheets of others, paper, layouts.

use std::fs;
use std::path::Path;

use outreach_journeys::Cli;
use serde_json::Value;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Other//EN\r\nBEGIN:VEVENT\r\n\
    UID:lunch@example.org\r\nDTSTAMP:20261101T080000Z\r\nSEQUENCE:1\r\nSUMMARY:Chamber lunch\r\n\
    DTSTART;TZID=Asia/Kuala_Lumpur:20270514T120000\r\nDTEND;TZID=Asia/Kuala_Lumpur:20270514T140000\r\n\
    LOCATION:Kuala Lumpur\r\nATTACH:https://example.org/menu.pdf\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary folder has a plain name")
}

fn events(cli: &Cli) -> usize {
    cli.json(["events", "list"]).as_array().expect("a list").len()
}

#[test]
fn a_calendar_is_looked_at_taken_in_once_and_taken_back() {
    let Some(cli) = Cli::with_sample() else { return };
    let file = cli.folder().join("chamber.ics");
    fs::write(&file, CALENDAR).unwrap();
    let before = events(&cli);
    let seen = cli.run(["import", "ics", text(&file), "--dry-run"]).done().out;
    assert!(
        seen.contains("1 new") && seen.contains("2027-05-14 12:00–14:00 +08"),
        "{seen}"
    );
    assert!(seen.contains("Not kept: 1 × ATTACH"), "{seen}");
    assert_eq!(events(&cli), before, "a dry run stores nothing");
    let done = cli.json(["import", "ics", text(&file)]);
    assert_eq!(done["counts"]["new"], 1);
    assert_eq!(events(&cli), before + 1);
    let again = cli.run(["import", "ics", text(&file)]).done().out;
    assert!(
        again.contains("1 same") && again.contains("Nothing differed"),
        "{again}"
    );
    let struck = CALENDAR.replace("SEQUENCE:1", "SEQUENCE:2\r\nSTATUS:CANCELLED");
    fs::write(&file, struck).unwrap();
    assert_eq!(cli.json(["import", "ics", text(&file)])["counts"]["cancelled"], 1);
    fs::write(&file, CALENDAR).unwrap();
    assert_eq!(
        cli.json(["import", "ics", text(&file), "--dry-run"])["counts"]["older"],
        1
    );
    cli.run(["undo"]).done();
    cli.run(["undo"]).done();
    assert_eq!(events(&cli), before);
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}

#[test]
fn what_a_calendar_leaves_open_is_asked_with_how_to_say_it() {
    let Some(cli) = Cli::with_sample() else { return };
    let file = cli.folder().join("floating.ics");
    fs::write(&file, CALENDAR.replace(";TZID=Asia/Kuala_Lumpur", "")).unwrap();
    let asked = cli
        .run(["import", "ics", text(&file)])
        .refused("import_unanswered");
    assert!(asked.out.contains("--zone "), "{}", asked.out);
    let done = cli.json(["import", "ics", text(&file), "--zone", "Asia/Kuala_Lumpur"]);
    assert_eq!(done["counts"]["new"], 1);
    cli.run(["import", "ics", text(&file), "--zone", "Asia/Kuala_Lampur"])
        .refused("unknown_zone");
}

#[test]
fn a_sheet_is_taken_in_by_its_headings() {
    let Some(cli) = Cli::with_sample() else { return };
    let file = cli.folder().join("partners.csv");
    let rows = "Was,Wann,Von,Bis,Wo\nLunch,03/04/2027,12:00,14:00,London\nDinner,05/06/2027,19:00,21:00,London\n\
        Never,31/02/2027,19:00,21:00,London\n";
    fs::write(&file, rows).unwrap();
    let file = text(&file);
    let map = [
        "--map",
        "Was=title_en",
        "--map",
        "wann=start_date",
        "--map",
        "Von=start_time",
        "--map",
        "Bis=end_time",
        "--map",
        "Wo=city",
    ];
    let with = |more: &[&str]| -> Vec<String> {
        let begin = ["import", "csv", file];
        let all = begin.iter().chain(&map).chain(more);
        all.map(|word| (*word).to_owned()).collect()
    };
    let ran = cli.run(with(&["--dates", "day-first"]));
    assert_eq!(ran.status, 3, "a row was refused: {ran:?}");
    assert!(
        ran.out.contains("2 new") && ran.out.contains("1 refused") && ran.out.contains("date_impossible"),
        "{}",
        ran.out
    );
    let again: Value = serde_json::from_str(
        &cli.run(with(&["--dates", "Wann=day-first", "--json", "--dry-run"]))
            .out,
    )
    .unwrap();
    assert_eq!(
        (&again["counts"]["same"], &again["counts"]["new"]),
        (&2.into(), &0.into()),
        "{:#}",
        again["counts"]
    );
    let wrong = cli.run(["import", "csv", file, "--map", "Owner=city"]);
    assert_eq!(wrong.status, 2, "{wrong:?}");
    assert!(wrong.err.contains("Was, Wann"), "{}", wrong.err);
}

#[test]
fn files_that_cannot_be_read_are_refused_with_the_reason() {
    let Some(cli) = Cli::with_sample() else { return };
    cli.run(["import", "ics", "nowhere.ics"]).refused("no_such_file");
    let page = cli.folder().join("page.ics");
    fs::write(&page, "<html>").unwrap();
    cli.run(["import", "ics", text(&page)]).refused("not_a_calendar");
    let big = cli.folder().join("big.ics");
    fs::File::create(&big).unwrap().set_len(1 << 30).unwrap();
    cli.run(["import", "ics", text(&big)]).refused("import_too_large");
    cli.run(["import", "xlsx", text(&page)]).refused("not_a_sheet");
}

#[test]
fn paper_and_layouts_are_written_whole() {
    let Some(cli) = Cli::with_sample() else { return };
    let year = cli.folder().join("year.pdf");
    cli.run(["export", "pdf", "year", "--out", text(&year)]).done();
    assert!(fs::read(&year).unwrap().starts_with(b"%PDF-"));
    let missions = cli.json(["missions", "list"]);
    let mission = missions[0]["id"].as_str().unwrap();
    let booklet = cli.folder().join("booklet.pdf");
    cli.run([
        "export",
        "pdf",
        "booklet",
        "--mission",
        mission,
        "--audience",
        "internal",
        "--out",
        text(&booklet),
    ])
    .done();
    assert!(fs::read(&booklet).unwrap().starts_with(b"%PDF-"));
    assert_eq!(
        cli.run(["export", "pdf", "booklet", "--out", text(&booklet)])
            .status,
        2
    );
    assert_eq!(cli.run(["export", "pdf", "--out", text(&booklet)]).status, 2);

    let folder = cli.folder().join("by region");
    let done = cli.json(["export", "ics", "--layout", "per-region", "--out", text(&folder)]);
    let files: Vec<_> = fs::read_dir(&folder).unwrap().collect();
    assert_eq!(done["files"], files.len());
    assert!(files.len() >= 4, "{files:?}");
    let zip = cli.folder().join("regions.zip");
    cli.run([
        "export",
        "ics",
        "--layout",
        "per-region",
        "--zip",
        "--out",
        text(&zip),
    ])
    .done();
    assert!(fs::read(&zip).unwrap().starts_with(b"PK"));
    let template = cli.folder().join("template.xlsx");
    cli.run(["import", "template", "--out", text(&template)]).done();
    assert!(fs::read(&template).unwrap().starts_with(b"PK"));
}
