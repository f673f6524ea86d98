//! What each answer means, one after the other.

use std::collections::{HashMap, HashSet};

use outreach_plan::people::replies::{self, ReplyVerdict};
use outreach_plan::people::{Invitation, InvitationStatus, Person, WhyNot};
use outreach_plan::{Event, InvitationId, PersonId, Reply, Span};

use super::reading::{Answer, Incoming};
use crate::guests::refusals::why_not;
use crate::guests::room::Room;
use crate::guests::steps::Steps;
use crate::imports::intake::Known;
use crate::imports::replies::{Answered, same};
use crate::shown::HONG_KONG;
use crate::views::{ReadReplies, ReplyCandidate, ReplyCounts, ReplyVerdictKind as Kind, ReplyVerdictRow};

/// What all answers come to.
pub(super) struct Judged {
    pub(super) counts: ReplyCounts,
    pub(super) rows: Vec<ReplyVerdictRow>,
    /// Invitations as they would be.
    pub(super) after: Vec<Invitation>,
    /// People whose address turned out not to work.
    pub(super) people: Vec<Person>,
    /// Answers that are kept beside the plan.
    pub(super) keep: Vec<Reply>,
}

/// The walk.
pub(super) struct Judge<'a, 'r> {
    pub(super) room: &'r Room<'a>,
    pub(super) request: &'r ReadReplies,
    events: Answered<'r>,
    pub(super) actor: &'r str,
    pub(super) steps: Steps<'a>,
    pub(super) current: HashMap<InvitationId, Invitation>,
    pub(super) order: Vec<InvitationId>,
    pub(super) people: HashMap<PersonId, Person>,
}

impl Judged {
    pub(super) fn of(
        room: &Room<'_>,
        request: &ReadReplies,
        known: &Known,
        incoming: &Incoming,
        actor: &str,
    ) -> Self {
        let mut judge = Judge {
            room,
            request,
            events: Answered::of(room.plan, known, room.language),
            actor,
            steps: Steps::of(room.plan),
            current: HashMap::new(),
            order: Vec::new(),
            people: HashMap::new(),
        };
        let before: HashSet<String> = known.replies.iter().map(same).collect();
        let mut rows = Vec::new();
        let mut keep = Vec::new();
        for answer in &incoming.answers {
            let Some(row) = judge.answer(answer) else {
                continue;
            };
            // Nothing is kept of strangers, nor of an answer that came from another address than the guest's.
            let is_a_guests = row.invitation.is_some();
            // What says nothing, or less than is known, is no news: read again it says the same.
            let is_news = !matches!(row.verdict, Kind::Older | Kind::Silent);
            if !answer.kept
                && !row.skipped
                && is_a_guests
                && is_news
                && !before.contains(&same(&answer.reply))
            {
                keep.push(answer.reply.clone());
            }
            rows.push(row);
        }
        for returned in &incoming.returned {
            judge.returned(returned, &mut rows);
        }
        let mut counts = counts(&rows);
        counts.unreadable = crate::rows::count(incoming.unreadable.len());
        let Judge {
            mut current,
            order,
            people,
            ..
        } = judge;
        Self {
            counts,
            rows,
            after: order.iter().filter_map(|id| current.remove(id)).collect(),
            people: people.into_values().collect(),
            keep,
        }
    }
}

impl<'a> Judge<'a, '_> {
    /// An invitation as the answers before left it.
    pub(super) fn now(&self, id: InvitationId) -> Option<Invitation> {
        self.current
            .get(&id)
            .or_else(|| self.room.plan.invitations().get(&id))
            .cloned()
    }

    fn became(&mut self, before: &Invitation, after: Invitation) {
        self.steps.follow(Some(before), &after);
        if !self.current.contains_key(&after.id) {
            self.order.push(after.id);
        }
        self.current.insert(after.id, after);
    }

    /// One answer; none for a kept one that has nothing to say any more.
    fn answer(&mut self, answer: &Answer) -> Option<ReplyVerdictRow> {
        let (room, plan) = (self.room, self.room.plan);
        let event = self.events.event(&answer.reply);
        if answer.kept
            && self
                .request
                .event
                .is_some_and(|wanted| event.is_none_or(|one| one.id != wanted))
        {
            return None;
        }
        let said = self.request.answers.iter().find(|one| one.key == answer.key);
        let sender = (!answer.sender.is_empty()).then_some(answer.sender.as_str());
        let chosen = said
            .and_then(|said| said.invitation)
            .and_then(|id| self.now(id))
            .filter(|one| event.is_some_and(|event| event.id == one.event));
        let verdict = match &chosen {
            Some(invitation) => self.verdict_of(&answer.reply, invitation),
            None => {
                let first = replies::apply(plan, &answer.reply, sender, event.map(|one| one.id), room.now);
                match about(&first).and_then(|id| self.now(id)) {
                    // The rules looked at the plan; those before may have changed where the invitation stands.
                    Some(invitation) => self.verdict_of(&answer.reply, &invitation),
                    None => first,
                }
            }
        };
        let skipped = said.is_some_and(|said| said.invitation.is_none());
        let mut row = self.row(answer, event, skipped);
        let id = self.tell(&mut row, &verdict);
        if answer.kept
            && matches!(
                row.verdict,
                Kind::Same | Kind::Older | Kind::Silent | Kind::NoEvent
            )
        {
            return None;
        }
        if skipped {
            return Some(row);
        }
        let to = match &verdict {
            ReplyVerdict::Updates { to, .. } => Some(*to),
            ReplyVerdict::Same { .. } => None,
            ReplyVerdict::Older { .. }
            | ReplyVerdict::Stranger { .. }
            | ReplyVerdict::NoEvent
            | ReplyVerdict::ForAnother { .. }
            | ReplyVerdict::Ask { .. }
            | ReplyVerdict::Proposes { .. }
            | ReplyVerdict::Delegates { .. }
            | ReplyVerdict::NotPossible { .. }
            | ReplyVerdict::Silent { .. } => return Some(row),
        };
        if let Some(before) = id.and_then(|id| self.now(id)) {
            let tally = self.steps.tally(before.event);
            match replies::take(plan, tally, &answer.reply, &before, to, room.now, self.actor) {
                Ok(mut after) => {
                    if let Some(event) = event {
                        // Who answered a version was told of it.
                        let told = answer.reply.sequence.min(event.sequence);
                        after.sequence = after.sequence.max(told);
                    }
                    self.became(&before, after);
                }
                Err(why) => cannot(&mut row, &why),
            }
        }
        Some(row)
    }

    fn verdict_of(&mut self, reply: &Reply, invitation: &Invitation) -> ReplyVerdict {
        let (plan, now) = (self.room.plan, self.room.now);
        let tally = self.steps.tally(invitation.event);
        replies::apply_to(plan, tally, reply, invitation, now)
    }

    /// The row before its verdict.
    fn row(&self, answer: &Answer, event: Option<&Event>, skipped: bool) -> ReplyVerdictRow {
        let room = self.room;
        let reply = &answer.reply;
        let zone = event.map_or(HONG_KONG, |event| event.zone.as_str());
        let rules = room.plan.rules();
        ReplyVerdictRow {
            key: answer.key.clone(),
            verdict: Kind::NoEvent,
            skipped,
            kept: answer.kept,
            attendee: reply.attendee.clone(),
            attendee_name: reply.attendee_name.clone(),
            sender: answer.sender.clone(),
            answer: if reply.proposed.is_some() {
                "counter".to_owned()
            } else {
                reply.answer.clone()
            },
            comment: reply.comment.clone(),
            stamped: reply
                .stamp
                .and_then(|stamp| Some(room.shown.at(&rules.zone(zone).ok()?, stamp))),
            event: event.map(|event| event.id),
            event_title: event.map(|event| room.say(&event.title)).unwrap_or_default(),
            span: event.and_then(|event| room.span(event)),
            invitation: None,
            name: String::new(),
            from: None,
            to: None,
            why_not: None,
            candidates: Vec::new(),
            proposed: reply.proposed.as_ref().and_then(|proposed| {
                let zone = rules.zone(&proposed.zone).ok()?;
                let span = Span {
                    start: zone.pick(proposed.start, None),
                    end: zone.pick(proposed.end, None),
                };
                Some(room.shown.span(&proposed.zone, &span))
            }),
            delegated_to: reply.delegated_to.clone(),
            outdated: event.is_some_and(|event| event.sequence > reply.sequence),
        }
    }

    /// Writes a verdict into its row; the answer is the invitation it is about.
    fn tell(&self, row: &mut ReplyVerdictRow, verdict: &ReplyVerdict) -> Option<InvitationId> {
        let id = about(verdict);
        match verdict {
            ReplyVerdict::Updates { to, because, .. } => {
                row.verdict = Kind::Updates;
                row.to = Some(*to);
                row.why_not = because.as_ref().map(why_not);
            }
            ReplyVerdict::Same { .. } => row.verdict = Kind::Same,
            ReplyVerdict::Older { .. } => row.verdict = Kind::Older,
            ReplyVerdict::Stranger { .. } => row.verdict = Kind::Stranger,
            ReplyVerdict::NoEvent => row.verdict = Kind::NoEvent,
            ReplyVerdict::ForAnother { invitation, sent_by } => {
                row.verdict = Kind::ForAnother;
                row.candidates = std::iter::once(*invitation)
                    .chain(*sent_by)
                    .filter_map(|id| self.candidate(id))
                    .collect();
            }
            ReplyVerdict::Ask { invitations } => {
                row.verdict = Kind::Ask;
                row.candidates = invitations.iter().filter_map(|id| self.candidate(*id)).collect();
            }
            ReplyVerdict::Proposes { .. } => row.verdict = Kind::Proposes,
            ReplyVerdict::Delegates { to, .. } => {
                row.verdict = Kind::Delegates;
                row.to = Some(InvitationStatus::Substituted);
                row.delegated_to.clone_from(to);
            }
            ReplyVerdict::NotPossible { to, why, .. } => {
                row.to = Some(*to);
                cannot(row, why);
            }
            ReplyVerdict::Silent { .. } => row.verdict = Kind::Silent,
        }
        if let Some(invitation) = id.and_then(|id| self.now(id)) {
            row.invitation = Some(invitation.id);
            row.name = self.room.name(invitation.person);
            row.from = Some(invitation.status);
        }
        id
    }

    fn candidate(&self, id: InvitationId) -> Option<ReplyCandidate> {
        let invitation = self.now(id)?;
        let person = self.room.person(invitation.person)?;
        Some(ReplyCandidate {
            invitation: id,
            name: self.room.name(invitation.person),
            organisation: self.room.say(&person.organisation),
            status: invitation.status,
        })
    }
}

pub(super) fn cannot(row: &mut ReplyVerdictRow, why: &WhyNot) {
    row.verdict = Kind::NotPossible;
    row.why_not = Some(why_not(why));
}

/// The invitation a verdict is surely about.
fn about(verdict: &ReplyVerdict) -> Option<InvitationId> {
    match verdict {
        ReplyVerdict::Updates { invitation, .. }
        | ReplyVerdict::Same { invitation }
        | ReplyVerdict::Older { invitation }
        | ReplyVerdict::Proposes { invitation }
        | ReplyVerdict::Delegates { invitation, .. }
        | ReplyVerdict::NotPossible { invitation, .. }
        | ReplyVerdict::Silent { invitation } => Some(*invitation),
        ReplyVerdict::Stranger { .. }
        | ReplyVerdict::NoEvent
        | ReplyVerdict::ForAnother { .. }
        | ReplyVerdict::Ask { .. } => None,
    }
}

fn counts(rows: &[ReplyVerdictRow]) -> ReplyCounts {
    let mut counts = ReplyCounts::default();
    for row in rows {
        let one = if row.skipped {
            &mut counts.skipped
        } else {
            match row.verdict {
                Kind::Updates => &mut counts.updates,
                Kind::Same | Kind::Silent => &mut counts.same,
                Kind::Older => &mut counts.older,
                Kind::Ask | Kind::ForAnother | Kind::Delegates => &mut counts.asks,
                Kind::Stranger | Kind::NoEvent => &mut counts.strangers,
                Kind::Proposes => &mut counts.proposes,
                Kind::NotPossible => &mut counts.not_possible,
            }
        };
        *one += 1;
    }
    counts
}
