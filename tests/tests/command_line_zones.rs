//! Zone rules on the command line: a newer release is taken in, goes for everything, and is taken back.

use std::fs;
use std::path::{Path, PathBuf};

use outreach_journeys::Cli;
use serde_json::Value;

/// A `tzdata.zi` that calls itself `release`, in which every place keeps nine hours ahead of UTC.
fn made(cli: &Cli, release: &str) -> PathBuf {
    let names = cli.run(["zones", "names"]).done().out;
    let mut text = format!("# version {release}\n");
    for name in names.lines() {
        text.push_str(&format!("Z {name} 9 - +09\n"));
    }
    let path = cli.folder().join(format!("{release}.zi"));
    fs::write(&path, text).expect("a temporary folder can be written to");
    path
}

fn take(from: &Path) -> Vec<String> {
    let from = from.to_str().expect("a temporary folder has a plain name");
    ["zones", "import", from].map(str::to_owned).to_vec()
}

fn offset(cli: &Cli, zone: &str) -> Value {
    cli.json(["zones", "resolve", "2027-05-14T15:00", zone])["offset_s"][0].clone()
}

fn release(cli: &Cli) -> (Value, Value) {
    let status = cli.json(["zones", "status"]);
    (status["release"].clone(), status["source"].clone())
}

#[test]
fn a_newer_release_goes_from_then_on_marks_what_it_moved_and_is_taken_back() {
    let Some(cli) = Cli::with_sample() else { return };
    let (shipped, kuala_lumpur) = (release(&cli), offset(&cli, "Asia/Kuala_Lumpur"));
    assert_eq!(kuala_lumpur, 8 * 3600);
    let moved = |cli: &Cli| cli.json(["call", "zones.moved"]).as_array().unwrap().len();
    let (events, marked) = (cli.json(["events", "list"]), moved(&cli));

    let said = cli.run(take(&made(&cli, "2032a"))).done().out;
    assert!(said.contains("Rules 2032a (imported)"), "{said}");
    assert_eq!(offset(&cli, "Asia/Kuala_Lumpur"), 9 * 3600, "in a run of its own");
    assert!(
        moved(&cli) > marked + 20,
        "events outside Tokyo are at another time now"
    );

    cli.run(take(&made(&cli, "2032b"))).done();
    let back = cli.run(["zones", "roll-back"]).done().out;
    assert!(back.contains("Rules 2032a (imported)"), "one step: {back}");
    cli.run(["zones", "roll-back"]).done();
    assert_eq!(release(&cli), shipped);
    assert_eq!(offset(&cli, "Asia/Kuala_Lumpur"), kuala_lumpur);
    let spans = |events: &Value| -> Vec<Value> {
        let rows = events.as_array().into_iter().flatten();
        rows.map(|row| row["span"].clone()).collect()
    };
    let after = cli.json(["events", "list"]);
    assert_eq!(spans(&after), spans(&events), "everything is where it was");
    cli.run(["zones", "roll-back"]).refused("nothing_imported");
    assert!(cli.run(["verify"]).done().out.starts_with("Sound"));
}

#[test]
fn rules_that_are_broken_older_or_not_whole_are_refused_and_those_in_force_stay() {
    let Some(cli) = Cli::new() else { return };
    let before = release(&cli);
    let whole = fs::read_to_string(made(&cli, "2032a")).unwrap();
    let file = cli.folder().join("rules.zi");
    let half: String = whole.chars().take(whole.len() / 2).collect();
    let few: String = whole.lines().take(200).map(|line| format!("{line}\n")).collect();
    for (text, code) in [
        (
            half.trim_end_matches(|c: char| c != ' ').to_owned(),
            "rules_broken",
        ),
        (few, "rules_incomplete"),
        (whole.replace("2032a", "2024a"), "rules_not_newer"),
        ("BEGIN:VCALENDAR\r\n".to_owned(), "rules_without_release"),
    ] {
        fs::write(&file, text).unwrap();
        cli.run(take(&file)).refused(code);
    }
    fs::write(&file, [0xFF, 0xFE, 0x00]).unwrap();
    cli.run(take(&file)).refused("rules_broken");
    fs::remove_file(&file).unwrap();
    cli.run(take(&file)).refused("no_such_file");
    assert_eq!(release(&cli), before);
    cli.run(["zones", "roll-back"]).refused("nothing_imported");
}
