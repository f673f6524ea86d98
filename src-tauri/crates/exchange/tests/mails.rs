//! Answers and bounces, as the mail programs and servers of others write them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use outreach_exchange::incoming::{IncomingReply, Reading, read_ics};
use outreach_exchange::mail::{Mail, MailError, read_eml};
use outreach_zones::Rules;
use proptest::prelude::*;

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

#[test]
fn a_mail_in_a_mail_that_ends_outside_both_does_not_make_it_panic() {
    let text = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
        Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\n\r\n--x--";
    let read = read_eml(text.as_bytes());
    assert!(read.is_err() || read.is_ok_and(|mail| mail.calendars.is_empty()));
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
}
