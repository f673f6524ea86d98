//! Mails in: who wrote, what they say, the calendars within, and which of our own could not be delivered.

use std::collections::HashSet;
use std::panic::catch_unwind;

use chrono::{DateTime, Utc};
use mail_parser::{Addr, HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::bounce;
use super::{LARGEST_MAIL, Mail, MailError, Mailbox};
use crate::incoming::LONGEST_TEXT;
use crate::line_text;

/// Parts that are looked at, those of forwarded mails too.
const MOST_PARTS: usize = 1_000;
/// Calendars that are taken out of one mail.
const MOST_CALENDARS: usize = 100;
/// How deep mails may lie in mails.
const DEEPEST: usize = 5;

pub(super) fn read(bytes: &[u8]) -> Result<Mail, MailError> {
    if bytes.len() > LARGEST_MAIL {
        return Err(MailError::TooLarge { most: LARGEST_MAIL });
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(MailError::OutlookForm);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Some programs leave the first line of a mailbox file on it.
    let bytes = match bytes.strip_prefix(b"From ") {
        Some(rest) => rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(bytes, |end| &rest[end + 1..]),
        None => bytes,
    };
    // The parser means never to give up on a mail, but it asserts what a hostile one can make untrue.
    let message = catch_unwind(|| MessageParser::default().parse(bytes))
        .ok()
        .flatten()
        .ok_or(MailError::NotMail)?;
    let known = [
        HeaderName::From,
        HeaderName::Date,
        HeaderName::MessageId,
        HeaderName::Received,
        HeaderName::To,
    ];
    if !known.into_iter().any(|name| message.header(name).is_some()) {
        return Err(MailError::NotMail);
    }
    let mut mail = head(&message);
    let report = message
        .content_type()
        .is_some_and(|kind| is(kind.ctype(), kind.subtype(), "multipart", "report"));
    mail.bounces = bounce::find(&message, report);
    mail.automatic = report || !mail.bounces.is_empty() || is_automatic(&message);
    if let Some(text) = message.body_text(0) {
        let mut text = line_text(&text).trim().to_owned();
        if text.len() > LONGEST_TEXT {
            let mut end = LONGEST_TEXT;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            mail.warnings.push("text_cut");
        }
        mail.text = text;
    }
    let mut taker = Taker::default();
    // What a report gives back is our own mail.
    taker.message(&message, if report { DEEPEST } else { 0 });
    mail.calendars = taker.calendars;
    mail.warnings.append(&mut taker.warnings);
    if !mail.calendars.is_empty() {
        mail.warnings.retain(|warning| *warning != "winmail");
    }
    Ok(mail)
}

fn head(message: &Message<'_>) -> Mail {
    let line = |text: &str| line_text(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mailbox = |address: &Addr<'_>| Mailbox {
        name: line(address.name.as_deref().unwrap_or_default()),
        address: line(address.address.as_deref().unwrap_or_default()),
    };
    let first =
        |address: Option<&mail_parser::Address<'_>>| address.and_then(|list| list.first()).map(mailbox);
    let from = first(message.from()).unwrap_or_default();
    let answered = message.in_reply_to();
    Mail {
        sender: first(message.sender()).filter(|sender| sender.address != from.address),
        from,
        to: message
            .to()
            .map(|list| list.iter().take(1_000).map(mailbox).collect())
            .unwrap_or_default(),
        subject: line(message.subject().unwrap_or_default()),
        date: message.date().and_then(|date| instant(date.to_timestamp())),
        message_id: line(message.message_id().unwrap_or_default()),
        in_reply_to: line(
            answered
                .as_text()
                .or_else(|| {
                    answered
                        .as_text_list()
                        .and_then(|list| list.first())
                        .map(AsRef::as_ref)
                })
                .unwrap_or_default(),
        ),
        ..Mail::default()
    }
}

fn instant(seconds: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0)
}

fn is(kind: &str, subtype: Option<&str>, wanted: &str, wanted_subtype: &str) -> bool {
    kind.eq_ignore_ascii_case(wanted)
        && subtype.is_some_and(|subtype| subtype.eq_ignore_ascii_case(wanted_subtype))
}

/// Whether a program wrote it (RFC 3834, and what was done before it).
fn is_automatic(message: &Message<'_>) -> bool {
    let header = |name: &'static str| {
        message
            .header_raw(name)
            .map(|value| value.trim().to_ascii_lowercase())
    };
    header("Auto-Submitted").is_some_and(|value| !value.starts_with("no"))
        || header("X-Autoreply").is_some()
        || header("X-Autorespond").is_some()
        || header("Precedence").is_some_and(|value| value == "auto_reply")
        || header("Return-Path").is_some_and(|value| value == "<>")
}

#[derive(Default)]
struct Taker {
    calendars: Vec<Vec<u8>>,
    seen: HashSet<Vec<u8>>,
    parts: usize,
    warnings: Vec<&'static str>,
}

impl Taker {
    fn warn(&mut self, code: &'static str) {
        if !self.warnings.contains(&code) {
            self.warnings.push(code);
        }
    }

    fn message(&mut self, message: &Message<'_>, depth: usize) {
        for part in &message.parts {
            self.parts += 1;
            if self.parts > MOST_PARTS {
                self.warn("too_many_parts");
                return;
            }
            match &part.body {
                PartType::Message(within) if depth < DEEPEST => self.message(within, depth + 1),
                PartType::Message(_) | PartType::Multipart(_) => self.kind(part),
                PartType::Text(_) | PartType::Html(_) | PartType::Binary(_) | PartType::InlineBinary(_) => {
                    self.kind(part);
                    self.part(part);
                }
            }
        }
    }

    /// What of a part can be told but not read.
    fn kind(&mut self, part: &MessagePart<'_>) {
        let Some(kind) = part.content_type() else { return };
        let (main, sub) = (kind.ctype(), kind.subtype());
        let named = |name: &str| {
            part.attachment_name()
                .is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        if is(main, sub, "application", "ms-tnef") || named("winmail.dat") {
            self.warn("winmail");
        }
        if is(main, sub, "multipart", "encrypted")
            || is(main, sub, "application", "pkcs7-mime")
            || is(main, sub, "application", "x-pkcs7-mime")
        {
            self.warn("encrypted");
        }
    }

    fn part(&mut self, part: &MessagePart<'_>) {
        let told = part.content_type().is_some_and(|kind| {
            let (main, sub) = (kind.ctype(), kind.subtype());
            is(main, sub, "text", "calendar")
                || is(main, sub, "application", "ics")
                || is(main, sub, "text", "x-vcalendar")
        });
        let named = part.attachment_name().is_some_and(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with(".ics") || name.ends_with(".vcs")
        });
        let contents = part.contents();
        let begins = begins_calendar(contents);
        if !told && !named {
            return;
        }
        if !begins {
            self.warn("calendar_unreadable");
            return;
        }
        // The same calendar is there beside the text and as a file, with other line ends perhaps.
        let plain: Vec<u8> = contents
            .iter()
            .copied()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect();
        if self.calendars.len() < MOST_CALENDARS && self.seen.insert(plain) {
            self.calendars.push(contents.to_vec());
        }
    }
}

fn begins_calendar(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|byte| *byte != 0 && byte.is_ascii() && !byte.is_ascii_whitespace())
        .take(15)
        .collect();
    head.eq_ignore_ascii_case(b"BEGIN:VCALENDAR")
}
