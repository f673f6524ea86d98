//! What guests answered by calendar: kept as it came; `replies.preview` shows what it means for the invitees.

use std::collections::{HashMap, HashSet};

use outreach_exchange::incoming::{IncomingCalendar, IncomingReply};
use outreach_plan::{Event, Language, Plan, ProposedTime, Reply, ReplyId, Span};

use super::calendar::key_of;
use super::intake::Known;
use crate::session::Session;
use crate::shown::Shown;
use crate::views::ReplyRow;

/// An address, a name or a comment is kept up to so many characters.
const TEXT_MOST: usize = 2_000;

/// The answers of a calendar, and whether each was kept before.
pub(super) fn of(session: &Session, known: &Known, calendar: &IncomingCalendar) -> Vec<(Reply, bool)> {
    let mut kept: HashSet<String> = known.replies.iter().map(same).collect();
    calendar
        .replies
        .iter()
        .map(|incoming| {
            let reply = taken(session, incoming);
            let is_kept = !kept.insert(same(&reply));
            (reply, is_kept)
        })
        .collect()
}

/// By which the same answer is known again when its file comes twice.
pub(crate) fn same(reply: &Reply) -> String {
    format!(
        "{}\u{1f}{}\u{1f}{}\u{1f}{:?}\u{1f}{}\u{1f}{:?}\u{1f}{}",
        key_of(&reply.uid, reply.recurrence.as_deref()),
        reply.attendee.to_lowercase(),
        reply.sequence,
        reply.stamp,
        reply.answer,
        reply.proposed,
        reply.comment,
    )
}

pub(crate) fn taken(session: &Session, incoming: &IncomingReply) -> Reply {
    let short = |text: &str| -> String {
        let plain = text.chars().filter(|c| !c.is_control() || *c == '\n');
        plain.take(TEXT_MOST).collect::<String>().trim().to_owned()
    };
    Reply {
        id: ReplyId(session.fresh_key()),
        uid: short(&incoming.uid),
        recurrence: incoming.recurrence.clone(),
        sequence: incoming.sequence,
        stamp: incoming.stamp,
        received: session.now(),
        attendee: short(&incoming.attendee),
        attendee_name: short(&incoming.attendee_name),
        answer: short(&incoming.partstat).to_lowercase().replace('-', "_"),
        delegated_to: incoming
            .delegated_to
            .iter()
            .map(|address| short(address))
            .collect(),
        comment: short(&incoming.comment),
        proposed: incoming
            .counter
            .as_ref()
            .filter(|counter| !counter.zone.is_empty())
            .map(|counter| ProposedTime {
                start: counter.start,
                end: counter.end,
                zone: counter.zone.clone(),
            }),
    }
}

/// Events by what a guest's program calls them.
pub(crate) struct Answered<'a> {
    plan: &'a Plan,
    shown: Shown,
    language: Language,
    by_key: HashMap<&'a str, &'a Event>,
}

impl<'a> Answered<'a> {
    pub(crate) fn of(plan: &'a Plan, known: &'a Known, language: Language) -> Self {
        let mut by_key: HashMap<&str, &Event> = HashMap::new();
        for origin in &known.origins {
            if let Some(event) = plan.events().get(&origin.event) {
                by_key.insert(&origin.key, event);
            }
        }
        by_key.extend(plan.events().values().map(|event| (event.uid.as_str(), event)));
        Self {
            plan,
            shown: Shown::by(plan.rules()),
            language,
            by_key,
        }
    }

    /// The event that was answered, if it is here.
    pub(crate) fn event(&self, reply: &Reply) -> Option<&'a Event> {
        let key = key_of(&reply.uid, reply.recurrence.as_deref());
        self.by_key.get(key.as_str()).copied()
    }

    pub(super) fn row(&self, reply: &Reply, kept: bool) -> ReplyRow {
        let event = self.event(reply);
        let rules = self.plan.rules();
        let proposed = reply.proposed.as_ref().and_then(|proposed| {
            let zone = rules.zone(&proposed.zone).ok()?;
            let span = Span {
                start: zone.pick(proposed.start, None),
                end: zone.pick(proposed.end, None),
            };
            Some(self.shown.span(&proposed.zone, &span))
        });
        let place = event.map_or(crate::shown::HONG_KONG, |event| event.zone.as_str());
        ReplyRow {
            event: event.map(|event| event.id),
            event_title: event
                .map(|event| event.title.in_language(self.language).to_owned())
                .unwrap_or_default(),
            uid: reply.uid.clone(),
            recurrence: reply.recurrence.clone(),
            attendee: reply.attendee.clone(),
            attendee_name: reply.attendee_name.clone(),
            answer: reply.answer.clone(),
            delegated_to: reply.delegated_to.join(", "),
            comment: reply.comment.clone(),
            stamped: reply
                .stamp
                .and_then(|stamp| Some(self.shown.at(&rules.zone(place).ok()?, stamp))),
            proposed,
            outdated: event.is_some_and(|event| event.sequence > reply.sequence),
            kept,
        }
    }
}
