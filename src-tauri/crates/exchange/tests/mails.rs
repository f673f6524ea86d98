//! Letters out and answers in, as the mail programs and servers of others write them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use outreach_exchange::incoming::{IncomingReply, Reading, read_ics};
use outreach_exchange::mail::{
    Draft, Mail, MailError, Mailbox, fields_of, read_eml, request, withdraw, write_eml, write_merge_xlsx,
};
use outreach_plan::people::{Email, Invitation, Person};
use outreach_plan::{Event, EventId, InvitationId, Language, PersonId, Plan};
use outreach_zones::Rules;
use proptest::prelude::*;
use tempfile::TempDir;
use uuid::Uuid;

fn fixture(name: &str) -> Mail {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/mails")
        .join(name);
    read_eml(&std::fs::read(path).unwrap()).unwrap()
}

fn replies(mail: &Mail) -> Vec<IncomingReply> {
    let rules = Rules::bundled();
    mail.calendars
        .iter()
        .flat_map(|calendar| {
            let reading = Reading {
                rules: &rules,
                floating_zone: None,
                zone_answers: &BTreeMap::new(),
                encoding: None,
                expand_from: None,
                expand_until: "2030-01-01".parse().unwrap(),
                expand_at_most: 10,
                cancel: &|_, _| ControlFlow::Continue(()),
            };
            read_ics(calendar, &reading).unwrap().replies
        })
        .collect()
}

#[test]
fn replies_are_read_as_each_server_writes_them() {
    for (name, from, attendee, partstat, comment) in [
        (
            "google_accepted.eml",
            "taiman@guest.example",
            "taiman@guest.example",
            "ACCEPTED",
            "",
        ),
        (
            "exchange_declined.eml",
            "SiuLing.Wong@bank.example",
            "SiuLing.Wong@bank.example",
            "DECLINED",
            "I am travelling that week.",
        ),
        (
            "apple_tentative.eml",
            "kaho@icloud.example",
            "kaho@icloud.example",
            "TENTATIVE",
            "要看航班",
        ),
        (
            "zimbra_accepted.eml",
            "aisyah@uni.example",
            "aisyah@uni.example",
            "ACCEPTED",
            "",
        ),
        (
            "thunderbird_counter.eml",
            "hans@firma.example",
            "hans@firma.example",
            "DECLINED",
            "Eine Stunde später?",
        ),
        (
            "notes_delegated.eml",
            "mei.ho@corp.example",
            "mei.ho@corp.example",
            "DELEGATED",
            "",
        ),
    ] {
        let mail = fixture(name);
        assert_eq!(mail.from.address, from, "{name}");
        assert_eq!(mail.calendars.len(), 1, "{name}");
        assert_eq!(mail.warnings, Vec::<&str>::new(), "{name}");
        let replies = replies(&mail);
        assert_eq!(replies.len(), 1, "{name}");
        let reply = &replies[0];
        assert_eq!(
            (
                reply.uid.as_str(),
                reply.attendee.as_str(),
                reply.partstat.as_str(),
                reply.comment.trim()
            ),
            ("0191-outreach@hkengage.example", attendee, partstat, comment),
            "{name}"
        );
        assert_eq!(reply.sequence, 1, "{name}");
        assert!(reply.stamp.is_some() && mail.date.is_some(), "{name}");
    }
}

#[test]
fn names_subjects_and_texts_are_read_in_the_senders_encoding() {
    let google = fixture("google_accepted.eml");
    assert_eq!(google.subject, "Accepted: Talent seminar 人才研討會");
    assert_eq!(
        google.sender.unwrap().address,
        "calendar-notification@google.example"
    );
    assert_eq!(google.text, "Chan Tai Man has accepted this invitation.");
    assert_eq!(fixture("apple_tentative.eml").from.name, "李嘉豪");
    assert_eq!(fixture("notes_delegated.eml").text, "改由副手出席");
    let away = fixture("out_of_office.eml");
    assert_eq!((away.text.as_str(), away.automatic), ("我正在休假。", true));
    assert_eq!((away.warnings, away.calendars.len()), (vec!["winmail"], 0));
    assert!(!fixture("zimbra_accepted.eml").automatic);
}

#[test]
fn a_counter_proposal_a_delegate_and_a_forwarded_answer_are_found() {
    let counter = replies(&fixture("thunderbird_counter.eml")).remove(0);
    assert_eq!(counter.method, "COUNTER");
    assert_eq!(counter.counter.unwrap().start.to_string(), "2027-05-14 08:00:00");
    let delegated = replies(&fixture("notes_delegated.eml")).remove(0);
    assert_eq!(delegated.delegated_to, ["deputy@corp.example"]);
    let forwarded = fixture("forwarded.eml");
    assert_eq!(forwarded.from.address, "colleague@office.example");
    assert_eq!(replies(&forwarded)[0].attendee, "SiuLing.Wong@bank.example");
}

#[test]
fn a_bounce_names_the_address_that_was_written_to() {
    let report = fixture("bounce_report.eml");
    assert!(report.automatic && report.calendars.is_empty());
    let said: Vec<(&str, &str, bool)> = report
        .bounces
        .iter()
        .map(|bounce| (bounce.address.as_str(), bounce.status.as_str(), bounce.is_final))
        .collect();
    assert_eq!(
        said,
        [
            ("gone@guest.example", "5.1.1", true),
            ("slow@guest.example", "4.4.1", false)
        ]
    );
    assert!(
        report.bounces[0].says.contains("does not exist"),
        "{}",
        report.bounces[0].says
    );
    let words = fixture("bounce_qmail.eml");
    assert_eq!(words.bounces.len(), 1);
    assert_eq!(words.bounces[0].address, "gone@guest.example");
    assert!(fixture("google_accepted.eml").bounces.is_empty());
}

#[test]
fn what_is_no_mail_is_said_to_be_none() {
    assert_eq!(read_eml(b"BEGIN:VCALENDAR\r\n"), Err(MailError::NotMail));
    assert_eq!(read_eml(b""), Err(MailError::NotMail));
    assert_eq!(
        read_eml(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"),
        Err(MailError::OutlookForm)
    );
}

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
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read_eml(&bytes);
        let _ = read_eml(&[b"From: a@example.org\r\nContent-Type: multipart/report; boundary=x\r\n\r\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_parts_make_it_panic(parts in prop::collection::vec(
        "(--x(--)?|Content-Type: (text/calendar|multipart/(mixed|report); boundary=[xy]|message/(rfc822|delivery-status))|Content-Transfer-Encoding: (base64|quoted-printable)|Final-Recipient: rfc822; [a-z@.<>]{0,9}|Action: (failed|x)|BEGIN:VCALENDAR|From: [a-z@<>\"]{0,9}|[=A-Za-z0-9+/]{0,12}|)",
        0..40,
    )) {
        let text = format!("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{}", parts.join("\r\n"));
        let _ = read_eml(text.as_bytes());
    }

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
