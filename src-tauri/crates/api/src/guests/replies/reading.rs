//! Answers out of files, or those kept by an earlier import.

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;

use outreach_exchange::incoming::{ReadError, Reading, read_ics};
use outreach_exchange::mail::{Bounce, read_eml};
use outreach_plan::Reply;

use super::{FILES_AT_MOST, LARGEST};
use crate::imports::intake::{Known, fingerprint};
use crate::imports::replies::{same, taken};
use crate::views::{ReadReplies, UnreadableReply, WhyNotView};
use crate::{Refused, Session, choices, files};

/// One answer on its way in.
pub(super) struct Answer {
    /// Names it; the same for the same file and place.
    pub(super) key: String,
    pub(super) reply: Reply,
    /// The address of the mail it came in.
    pub(super) sender: String,
    /// Whether it was kept by an earlier import.
    pub(super) kept: bool,
}

/// A mail that says that one of ours did not arrive.
pub(super) struct Returned {
    pub(super) key: String,
    pub(super) bounce: Bounce,
    /// The draft it answers, where it says so.
    pub(super) answers: String,
}

/// All that was read.
#[derive(Default)]
pub(super) struct Incoming {
    pub(super) answers: Vec<Answer>,
    pub(super) returned: Vec<Returned>,
    pub(super) unreadable: Vec<UnreadableReply>,
    pub(super) fingerprint: String,
}

/// Why a file holds nothing that could be taken.
type Why = (&'static str, BTreeMap<String, String>);

impl Incoming {
    pub(super) fn read(session: &Session, request: &ReadReplies, known: &Known) -> Result<Self, Refused> {
        let mut incoming = Self::default();
        if request.files.is_empty() {
            incoming.kept(known);
        } else {
            if request.files.len() > FILES_AT_MOST {
                return Err(Refused::invalid("files", "too_many"));
            }
            let mut prints = String::new();
            let mut seen = HashSet::new();
            for file in &request.files {
                if !seen.insert(*file) {
                    continue;
                }
                let path = session.choices.path(*file)?;
                let bytes = files::read_bounded(&path, LARGEST)?;
                let print = fingerprint(&bytes);
                if let Err((code, params)) = incoming.file(session, &bytes, &print) {
                    incoming.unreadable.push(UnreadableReply {
                        file: *file,
                        name: choices::shown(&path).0,
                        why: WhyNotView {
                            code: code.to_owned(),
                            params,
                        },
                    });
                }
                prints.push_str(&print);
            }
            incoming.fingerprint = fingerprint(prints.as_bytes());
        }
        // The order in which they were given; files may lie in any.
        incoming
            .answers
            .sort_by_key(|answer| (answer.reply.sequence, answer.reply.stamp));
        Ok(incoming)
    }

    fn kept(&mut self, known: &Known) {
        for reply in &known.replies {
            self.answers.push(Answer {
                key: format!("kept-{}", reply.id.0.simple()),
                reply: reply.clone(),
                sender: String::new(),
                kept: true,
            });
        }
    }

    fn file(&mut self, session: &Session, bytes: &[u8], print: &str) -> Result<(), Why> {
        if !is_mail(bytes) {
            return self.calendar(session, bytes, print, "");
        }
        let mail = read_eml(bytes).map_err(|error| {
            let params = error.params();
            let params = params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()));
            (error.code(), params.collect())
        })?;
        for (place, bounce) in mail.bounces.into_iter().enumerate() {
            if bounce.is_final {
                self.returned.push(Returned {
                    key: format!("{print}-b{place}"),
                    bounce,
                    answers: mail.in_reply_to.clone(),
                });
            }
        }
        if mail.calendars.is_empty() {
            return if self
                .returned
                .iter()
                .any(|returned| returned.key.starts_with(print))
            {
                Ok(())
            } else if mail.automatic {
                Err(("automatic_mail", BTreeMap::new()))
            } else {
                Err(("no_answer", BTreeMap::new()))
            };
        }
        let mut last = Ok(());
        let mut any = false;
        for (place, calendar) in mail.calendars.iter().enumerate() {
            last = self.calendar(session, calendar, &format!("{print}-{place}"), &mail.from.address);
            any |= last.is_ok();
        }
        if any { Ok(()) } else { last }
    }

    fn calendar(&mut self, session: &Session, bytes: &[u8], print: &str, sender: &str) -> Result<(), Why> {
        let rules = session.rules();
        let answers = BTreeMap::new();
        let now = session.now().date_naive();
        let reading = Reading {
            rules: &rules,
            // Only the answer matters, and the proposed time, which names its zone.
            floating_zone: Some(crate::shown::HONG_KONG),
            zone_answers: &answers,
            encoding: None,
            expand_from: Some(now),
            expand_until: now,
            expand_at_most: 1,
            cancel: &|_, _| ControlFlow::Continue(()),
        };
        let calendar = read_ics(bytes, &reading).map_err(|error| {
            let code = match error {
                ReadError::TooLarge { .. } => "import_too_large",
                ReadError::TooMany { .. } => "import_too_many",
                ReadError::UnknownEncoding => "unknown_encoding",
                ReadError::NotACalendar | ReadError::UnknownZone { .. } | ReadError::Stopped => {
                    "not_a_calendar"
                }
            };
            (code, BTreeMap::new())
        })?;
        if calendar.replies.is_empty() {
            return Err(("no_answer", BTreeMap::new()));
        }
        let mut here: HashSet<String> = self.answers.iter().map(|one| same(&one.reply)).collect();
        for (place, reply) in calendar.replies.iter().enumerate() {
            let reply = taken(session, reply);
            // One mail often carries its calendar twice: as a part and as an attachment.
            if here.insert(same(&reply)) {
                self.answers.push(Answer {
                    key: format!("{print}-{place}"),
                    reply,
                    sender: sender.trim().to_owned(),
                    kept: false,
                });
            }
        }
        Ok(())
    }
}

/// Whether a file begins like a mail and not like a calendar.
fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let text = String::from_utf8_lossy(head);
    !text
        .trim_start_matches(['\u{feff}', '\r', '\n', ' '])
        .get(..15)
        .is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}
