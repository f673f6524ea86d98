//! Drafts (`.eml`) for the planner's own mail program (RFC 5322, 2045 to 2047, 6047).
//!
//! `X-Unsent: 1` makes Outlook, Thunderbird and others open the file for sending. The calendar invitation goes in
//! twice: beside the text, where programs find what they offer to answer, and as a file for those that don't.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};

use super::{Draft, MailError, Mailbox};
use crate::line_text;
use crate::people::mailboxes::is_address;

pub(super) fn write(draft: &Draft<'_>) -> Result<Vec<u8>, MailError> {
    if draft.to.is_empty() {
        return Err(MailError::NoRecipient);
    }
    let to = draft.to.iter().map(address).collect::<Result<Vec<_>, _>>()?;
    let from = draft.from.map(address).transpose()?;
    let key: String = draft
        .key
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(64)
        .collect();
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Text::new("1"))
        .message_id(format!("{key}.{}@outreach.invalid", draft.written.timestamp()))
        .date(draft.written.timestamp())
        .to(Address::new_list(to))
        .subject(one_line(draft.subject));
    if let Some(from) = from {
        message = message.from(from);
    }
    let body = line_text(draft.body).replace('\n', "\r\n");
    let text = MimePart::new("text/plain", BodyPart::Text(body.clone().into()));
    let Some(calendar) = draft.calendar else {
        return done(message.body(text));
    };
    // A boundary must stand in no part; the key is ours, and "=_" stands in no quoted text.
    let mut boundary = format!("=_{key}");
    while body.contains(&boundary) {
        boundary.push('_');
    }
    let method = method_of(calendar);
    let calendar_text = String::from_utf8_lossy(calendar).into_owned();
    let part = MimePart::new(
        ContentType::new("text/calendar")
            .attribute("method", method)
            .attribute("charset", "utf-8")
            .attribute("component", "VEVENT"),
        BodyPart::Text(calendar_text.into()),
    );
    let alternative = MimePart::new(
        ContentType::new("multipart/alternative").attribute("boundary", format!("{boundary}_a")),
        vec![text, part],
    );
    let file = MimePart::new(
        ContentType::new("application/ics").attribute("name", "invite.ics"),
        BodyPart::Binary(calendar.into()),
    )
    .attachment("invite.ics");
    done(message.body(MimePart::new(
        ContentType::new("multipart/mixed").attribute("boundary", boundary),
        vec![alternative, file],
    )))
}

fn done(message: MessageBuilder<'_>) -> Result<Vec<u8>, MailError> {
    message
        .write_to_vec()
        .map_err(|error| MailError::Writer(error.to_string()))
}

/// A mailbox as a header has it; one that could end a header is refused.
fn address(mailbox: &Mailbox) -> Result<Address<'static>, MailError> {
    let bare = mailbox.address.trim();
    if !is_address(bare) {
        return Err(MailError::BadAddress);
    }
    let name = one_line(&mailbox.name);
    Ok(Address::new_address(
        (!name.is_empty()).then_some(name),
        bare.to_owned(),
    ))
}

fn one_line(text: &str) -> String {
    line_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The METHOD of a calendar; without one it is published.
fn method_of(calendar: &[u8]) -> String {
    calendar
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end)
        .find_map(|line| line.strip_prefix(b"METHOD:"))
        .map(|method| String::from_utf8_lossy(method).trim().to_ascii_uppercase())
        .filter(|method| !method.is_empty() && method.bytes().all(|b| b.is_ascii_uppercase()))
        .unwrap_or_else(|| "PUBLISH".to_owned())
}
