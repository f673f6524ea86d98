//! Letters and drafts on their way out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use outreach_exchange::mail::{
    Draft, MailError, Mailbox, fields_of, read_eml, request, withdraw, write_eml, write_merge_xlsx,
};
use outreach_plan::people::{Email, Invitation, Person};
use outreach_plan::{Event, EventId, InvitationId, Language, PersonId, Plan};
use proptest::prelude::*;
use tempfile::TempDir;
use uuid::Uuid;

fn guest() -> Person {
    let draft = outreach_exchange::people::PersonDraft {
        family: "Chan".to_owned(),
        given: "Tai Man \"Peter\"".to_owned(),
        chinese: "陳大文".to_owned(),
        honorific: "Dr".to_owned(),
        emails: vec![
            Email {
                address: "old@guest.example".to_owned(),
                label: String::new(),
                bounced: true,
            },
            Email {
                address: "taiman@guest.example".to_owned(),
                ..Email::default()
            },
        ],
        ..Default::default()
    };
    draft.into_person(PersonId(Uuid::from_u128(7)), common::written())
}

fn organiser() -> Mailbox {
    Mailbox {
        name: "Events Team".to_owned(),
        address: "events@office.example".to_owned(),
    }
}

fn plain(plan: &Plan) -> &Event {
    &plan.events()[&EventId(Uuid::from_u128(1))]
}

fn invitation() -> Invitation {
    serde_json::from_value(serde_json::json!({
        "id": InvitationId(Uuid::from_u128(8)), "event": EventId(Uuid::from_u128(1)), "person": PersonId(Uuid::from_u128(7)),
        "role": "guest", "status": "invited", "steps": [], "segment": "", "companions": [{"name": "Mrs Chan"}], "unnamed": 1,
        "vip": false, "substitute_for": null, "waiting_since": null, "table": "", "seat": "", "dietary": "", "access": "",
        "notes": "", "badge": "", "arrived": null, "arrived_at": null, "sequence": 0, "answered": null
    }))
    .unwrap()
}

#[test]
fn the_fields_of_a_letter_are_ready_in_each_language() {
    let plan = common::awkward();
    let (event, invitation, person) = (plain(&plan), invitation(), guest());
    let english = fields_of(&plan, event, &invitation, &person, Language::English);
    assert_eq!(english["addressed"], "Dr Chan");
    assert_eq!(english["email"], "taiman@guest.example");
    assert_eq!(english["party"], "3");
    assert_eq!(english["when"], "Fri 14 May 2027 15:00–17:00 (+01:00)");
    assert_eq!(
        english["hong_kong_time"],
        "Fri 14 May 2027 22:00 – Sat 15 May 2027 00:00"
    );
    let chinese = fields_of(&plan, event, &invitation, &person, Language::TraditionalChinese);
    assert_eq!(chinese["addressed"], "陳大文博士");
    assert_eq!(chinese["place"], "倫敦");
    let book = write_merge_xlsx(&[english, chinese], Language::English, common::written()).unwrap();
    assert!(book.starts_with(b"PK"));
}

#[test]
fn a_request_asks_one_invitee_and_a_withdrawal_takes_it_back() {
    let plan = common::awkward();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n ", "");
    let asked = text(
        request(
            &plan,
            plain(&plan),
            &guest(),
            &organiser(),
            Language::English,
            common::written(),
        )
        .unwrap(),
    );
    for line in [
        "METHOD:REQUEST",
        "UID:0001@outreach",
        "SEQUENCE:0",
        "ORGANIZER;CN=Events Team:mailto:events@office.example",
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Tai Man ^'Peter^' Chan:mailto:taiman@guest.example",
    ] {
        assert!(asked.lines().any(|own| own == line), "{line}\n{asked}");
    }
    assert_eq!(asked.matches("BEGIN:VEVENT").count(), 1);
    assert!(!asked.contains("secret note"));
    let back = text(
        withdraw(
            &plan,
            plain(&plan),
            &guest(),
            &organiser(),
            Language::English,
            common::written(),
        )
        .unwrap(),
    );
    assert!(back.contains("METHOD:CANCEL") && back.contains("STATUS:CANCELLED"));
    let nobody = Person {
        emails: Vec::new(),
        ..guest()
    };
    assert!(
        request(
            &plan,
            plain(&plan),
            &nobody,
            &organiser(),
            Language::English,
            common::written()
        )
        .is_err()
    );
}

fn draft(subject: &str, body: &str, name: &str) -> Result<Vec<u8>, MailError> {
    let plan = common::awkward();
    let calendar = request(
        &plan,
        plain(&plan),
        &guest(),
        &organiser(),
        Language::English,
        common::written(),
    )
    .unwrap();
    write_eml(&Draft {
        from: Some(&organiser()),
        to: &[Mailbox {
            name: name.to_owned(),
            address: "taiman@guest.example".to_owned(),
        }],
        subject,
        body,
        calendar: Some(&calendar),
        written: common::written(),
        key: "0191-abc",
    })
}

#[test]
fn a_draft_is_the_same_each_time_and_reads_back() {
    let bytes = draft(
        "Invitation 邀請",
        "Dear Dr Chan,\n\n誠邀閣下。\n",
        "陳大文, \"Peter\"",
    )
    .unwrap();
    assert_eq!(
        bytes,
        draft(
            "Invitation 邀請",
            "Dear Dr Chan,\n\n誠邀閣下。\n",
            "陳大文, \"Peter\""
        )
        .unwrap()
    );
    assert!(bytes.is_ascii());
    for line in bytes.split(|byte| *byte == b'\n') {
        assert!(line.len() <= 998 && line.ends_with(b"\r") || line.is_empty());
    }
    let mail = read_eml(&bytes).unwrap();
    assert_eq!(mail.subject, "Invitation 邀請");
    assert_eq!(mail.to[0].name, "陳大文, \"Peter\"");
    assert_eq!(mail.text, "Dear Dr Chan,\n\n誠邀閣下。");
    assert_eq!(mail.calendars.len(), 1);
    assert!(String::from_utf8_lossy(&bytes).contains("X-Unsent: 1\r\n"));
}

#[test]
fn nothing_that_was_typed_makes_a_header_of_its_own() {
    let bytes = draft(
        "Hello\r\nBcc: forged@example.org",
        "--=_0191-abc_a\r\n.\r\nBcc: x",
        "A\r\nCc: forged@example.org",
    )
    .unwrap();
    let mail = read_eml(&bytes).unwrap();
    assert_eq!(mail.to.len(), 1);
    assert_eq!(mail.subject, "Hello Bcc: forged@example.org");
    assert_eq!(mail.calendars.len(), 1);
    let text = String::from_utf8(bytes).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    assert!(!head.contains("\r\nBcc:") && !head.contains("\r\nCc:"), "{head}");
    let forged = Mailbox {
        name: String::new(),
        address: "a@b.org>\r\nBcc: c@d.org".to_owned(),
    };
    let bad = write_eml(&Draft {
        from: None,
        to: &[forged],
        subject: "",
        body: "",
        calendar: None,
        written: common::written(),
        key: "",
    });
    assert_eq!(bad, Err(MailError::BadAddress));
}

#[test]
fn pythons_mail_package_and_icalendar_find_the_same() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("draft.eml");
    std::fs::write(
        &file,
        draft("Invitation 邀請", "Dear Dr Chan,\n\n誠邀閣下。\n", "陳大文").unwrap(),
    )
    .unwrap();
    let Some(said) = programs::python("mail.py", &[&file]) else {
        return;
    };
    let mail: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(mail["defects"], serde_json::json!([]));
    assert_eq!(mail["subject"], "Invitation 邀請");
    assert_eq!(
        mail["to"],
        serde_json::json!([["陳大文", "taiman@guest.example"]])
    );
    assert_eq!(mail["unsent"], "1");
    assert_eq!(
        mail["types"],
        serde_json::json!([
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/calendar",
            "application/ics"
        ])
    );
    assert_eq!(
        mail["text"],
        "Dear Dr Chan,\r\n\r\n誠邀閣下。\r\n".replace("\r\n", "\n")
    );
    assert_eq!(mail["method"], "REQUEST");
    assert_eq!(mail["same"], true);
    assert_eq!(mail["event"]["uid"], "0001@outreach");
    assert_eq!(mail["event"]["attendee"], "mailto:taiman@guest.example");
    assert_eq!(mail["event"]["cn"], "Tai Man \"Peter\" Chan");
    assert_eq!(mail["event"]["start"], "2027-05-14T14:00:00+00:00");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_was_written_into_a_draft_is_read_out_of_it(subject in "[ -~陳大文]{1,80}", body in "[ -~陳大文\n]{0,200}", name in "[ -~陳大文]{0,40}") {
        let mail = read_eml(&draft(&subject, &body, &name).unwrap()).unwrap();
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(mail.subject, line(&subject));
        prop_assert_eq!(mail.to.len(), 1);
        prop_assert_eq!(&mail.to[0].address, "taiman@guest.example");
        prop_assert_eq!(mail.text, body.trim());
        prop_assert_eq!(mail.calendars.len(), 1);
    }
}
