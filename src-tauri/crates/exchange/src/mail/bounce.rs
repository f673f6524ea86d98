//! Mails that came back (RFC 3462, 3464), and those that say so in words only.

use mail_parser::{Message, MimeHeaders};

use super::Bounce;
use crate::line_text;
use crate::people::mailboxes::is_address;

/// Addresses that are taken out of one report.
const MOST: usize = 1_000;
/// Bytes of a report that are read.
const LONGEST: usize = 1 << 20;

/// The addresses that a mail says could not be reached. `report` says that it is a multipart/report.
pub(super) fn find(message: &Message<'_>, report: bool) -> Vec<Bounce> {
    let mut found = Vec::new();
    for part in &message.parts {
        let status = part.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("message")
                && kind.subtype().is_some_and(|sub| {
                    sub.eq_ignore_ascii_case("delivery-status")
                        || sub.eq_ignore_ascii_case("global-delivery-status")
                })
        });
        if status {
            let contents = part.message().map_or_else(
                || part.contents().to_vec(),
                |within| within.raw_message().to_vec(),
            );
            of_report(&contents[..contents.len().min(LONGEST)], &mut found);
        }
    }
    if !found.is_empty() {
        return found;
    }
    // Exim and Google name them in a header too.
    if let Some(failed) = message.header_raw("X-Failed-Recipients") {
        for address in failed.split([',', ' ', '\r', '\n', '\t']) {
            add(&mut found, address, "", true, "");
        }
        return found;
    }
    let from = message
        .from()
        .and_then(|from| from.first())
        .and_then(|from| from.address.as_deref());
    let local = from
        .unwrap_or_default()
        .split('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let program = report
        || matches!(
            local.as_str(),
            "mailer-daemon" | "postmaster" | "mail-daemon" | "maildaemon"
        );
    if program && let Some(text) = message.body_text(0) {
        of_words(&text, &mut found);
    }
    found
}

/// Groups of fields, one a recipient after the one of the whole mail.
fn of_report(report: &[u8], found: &mut Vec<Bounce>) {
    let text = String::from_utf8_lossy(report).replace("\r\n", "\n");
    for group in text.split("\n\n") {
        let (mut original, mut last) = (String::new(), String::new());
        let (mut action, mut status, mut says) = (String::new(), String::new(), String::new());
        let unfolded = group.replace("\n ", " ").replace("\n\t", " ");
        for line in unfolded.lines() {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            // `rfc822; taiman@example.org`, `smtp; 550 5.1.1 …`
            let typed = value.split_once(';').map_or(value, |(_, value)| value).trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "original-recipient" => typed.clone_into(&mut original),
                "final-recipient" => typed.clone_into(&mut last),
                "action" => value.trim().to_ascii_lowercase().clone_into(&mut action),
                "status" => value
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .clone_into(&mut status),
                "diagnostic-code" => typed.clone_into(&mut says),
                _ => {}
            }
        }
        let is_final = match action.as_str() {
            "failed" => true,
            "delayed" => false,
            // Delivered, relayed and expanded are no trouble; without an action the status says it.
            "" if status.starts_with('5') => true,
            "" if status.starts_with('4') => false,
            _ => continue,
        };
        let address = if is_address(bare(&original)) {
            &original
        } else {
            &last
        };
        add(found, address, &status, is_final, &says);
    }
}

/// `<taiman@example.org>:` on a line of its own and the reason after it, as qmail and others write.
fn of_words(text: &str, found: &mut Vec<Bounce>) {
    let mut lines = text.lines().take(200).peekable();
    while let Some(line) = lines.next() {
        let line = line.trim();
        let address = line.strip_suffix(':').unwrap_or(line);
        if address.starts_with('<') && address.ends_with('>') {
            let says = lines.peek().map_or("", |says| says.trim());
            add(found, address, "", true, says);
        }
        // Below begins our own mail.
        if line.starts_with("---") && !found.is_empty() {
            return;
        }
    }
}

fn bare(address: &str) -> &str {
    address.trim().trim_start_matches('<').trim_end_matches('>')
}

fn add(found: &mut Vec<Bounce>, address: &str, status: &str, is_final: bool, says: &str) {
    let address = bare(address);
    let known = found
        .iter()
        .any(|bounce| bounce.address.eq_ignore_ascii_case(address));
    if known || found.len() >= MOST || !is_address(address) {
        return;
    }
    let says = line_text(says).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_status = status.len() <= 12 && status.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    found.push(Bounce {
        address: address.to_owned(),
        status: if is_status {
            status.to_owned()
        } else {
            String::new()
        },
        is_final,
        says: says.chars().take(300).collect(),
    });
}
