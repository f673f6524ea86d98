//! Letters on the command line: who gets one, who does not and why.

use std::fs;

use outreach_journeys::Cli;

fn person(cli: &Cli, family: &str, consents: &str) -> String {
    let (family_is, email) = (format!("family={family}"), format!("email={family}@example.org"));
    let consents = format!("consents={consents}");
    let added = cli.json(["people", "add", &family_is, &email, &consents]);
    added["key"]["id"]
        .as_str()
        .expect("a person has an id")
        .to_owned()
}

#[test]
fn marketing_goes_to_those_who_agreed_and_the_others_are_counted_with_the_reason() {
    let Some(cli) = Cli::new() else { return };
    cli.run(["init"]).done();
    let event = cli.json([
        "events",
        "add",
        "--title",
        "Reception",
        "--start",
        "2027-05-14T18:00",
        "--end",
        "2027-05-14T20:00",
        "--zone",
        "Asia/Kuala_Lumpur",
        "status=confirmed",
    ]);
    let event = event["key"]["id"].as_str().unwrap();
    let said = |given: bool| {
        format!(r#"[{{"purpose": "direct_marketing", "given": {given}, "on": "2026-06-01", "by": "form"}}]"#)
    };
    let guests = [
        person(&cli, "Agreed", &said(true)),
        person(&cli, "Objected", &said(false)),
        person(&cli, "Silent", "[]"),
    ];
    let mut add = vec!["invitations", "add", event];
    add.extend(guests.iter().map(String::as_str));
    cli.run(add).done();
    for (name, kind) in [("Invite", "invitation"), ("Schemes", "announcement")] {
        let [name, kind] = [format!("name={name}"), format!("kind={kind}")];
        let body = r#"body={"en": "Dear {addressed}", "zh_hant": "", "zh_hans": ""}"#;
        cli.run(["records", "add", "letter", &name, &kind, body]).done();
    }
    assert!(cli.run(["letters", "list"]).done().out.contains("announcement"));

    let look = cli.run([
        "letters",
        "write",
        event,
        "Schemes",
        "--from",
        "office@example.org",
        "--dry-run",
    ]);
    assert_eq!(look.status, 3, "{look:?}");
    for words in [
        "1 letter would be written",
        "1 left out: marketing refused",
        "1 left out: marketing not agreed",
    ] {
        assert!(look.out.contains(words), "{words:?} is not in {}", look.out);
    }
    let invite = [
        "letters",
        "write",
        event,
        "invite",
        "--from",
        "office@example.org",
        "--mark-invited",
        "--out",
        "post",
    ];
    let written = cli.run(invite);
    assert_eq!(written.status, 3, "{written:?}");
    assert!(written.out.contains("Wrote 2 letters"), "{}", written.out);
    let drafts = fs::read_dir(cli.folder().join("post")).unwrap();
    let drafts: String = drafts
        .map(|file| String::from_utf8_lossy(&fs::read(file.unwrap().path()).unwrap()).into_owned())
        .collect();
    assert!(drafts.contains("Agreed@example.org") && drafts.contains("Silent@example.org"));
    assert!(
        !drafts.contains("Objected"),
        "who objected is written to by nobody"
    );
    let invited = cli.json(["invitations", "list", event, "--status", "invited"]);
    assert_eq!(invited["rows"].as_array().map(Vec::len), Some(2));
    let rest = [
        "letters",
        "write",
        event,
        "Invite",
        "--status",
        "long-listed",
        "--dry-run",
    ];
    let rest = cli.run(rest.into_iter().chain(["--from", "office@example.org"]));
    assert!(rest.out.starts_with("0 letters would be written"), "{}", rest.out);
    assert!(rest.out.contains("1 left out: marketing refused"), "{}", rest.out);
    cli.run(["letters", "write", event, "Invite", "--dry-run"])
        .refused("invalid_field");
}
