//! What an answer by calendar means for the invitations (RFC 5546, REPLY and COUNTER).
//!
//! An answer names an event by its UID and a guest by an address, and nothing else of it is believed: an address that
//! two guests share is asked about, an answer that was sent from somewhere else than the address it speaks for is shown
//! and not taken, and one that is older than what is known changes nothing.

use chrono::{DateTime, Utc};

use crate::people::InvitationStatus::{
    self, Accepted, Attended, Declined, FollowedUp, NoShow, Substituted, Tentative, WaitListed, Withdrawn,
};
use crate::people::seats::Tally;
use crate::people::steps::day_at_venue;
use crate::people::{Invitation, Source, Step, WhyNot, steps};
use crate::{EventId, InvitationId, PersonId, Plan, Reply};

/// What an answer means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyVerdict {
    /// It takes an invitation a step further.
    Updates {
        /// Which.
        invitation: InvitationId,
        /// To this status: what was answered, or the wait-list where there is no seat.
        to: InvitationStatus,
        /// Why it is the wait-list.
        because: Option<WhyNot>,
    },
    /// The invitation stands there already.
    Same {
        /// Which.
        invitation: InvitationId,
    },
    /// Something newer is known.
    Older {
        /// Of which.
        invitation: InvitationId,
    },
    /// Nobody of that address is invited to the event.
    Stranger {
        /// The event.
        event: EventId,
        /// Who in the ledger has that address.
        known: Vec<PersonId>,
    },
    /// The event it answers is not here.
    NoEvent,
    /// It speaks for a guest and was sent from an address that is not the guest's.
    ForAnother {
        /// For whose invitation it speaks.
        invitation: InvitationId,
        /// The invitation of the guest whose address it was sent from, if it is one's.
        sent_by: Option<InvitationId>,
    },
    /// Several guests share the address.
    Ask {
        /// Theirs.
        invitations: Vec<InvitationId>,
    },
    /// Another time is proposed.
    Proposes {
        /// By whom.
        invitation: InvitationId,
    },
    /// The guest sends somebody else, who has to be chosen: a substitute.
    Delegates {
        /// Whose invitation.
        invitation: InvitationId,
        /// The addresses of those who would come.
        to: Vec<String>,
        /// Who in the ledger has one of those addresses.
        known: Vec<PersonId>,
    },
    /// The rules do not let the invitation take the step.
    NotPossible {
        /// Which.
        invitation: InvitationId,
        /// To which status it would go.
        to: InvitationStatus,
        /// Why not.
        why: WhyNot,
    },
    /// It says nothing that could be taken.
    Silent {
        /// Whose it is.
        invitation: InvitationId,
    },
}

/// What an answer means. `sender` is the address of the mail it came in, where it came in one; `event` says which event
/// it is about where that is known otherwise than by its UID. `at` is when it would be taken.
pub fn apply(
    plan: &Plan,
    reply: &Reply,
    sender: Option<&str>,
    event: Option<EventId>,
    at: DateTime<Utc>,
) -> ReplyVerdict {
    let by_uid = || {
        plan.events()
            .values()
            .find(|event| event.uid == reply.uid)
            .map(|event| event.id)
    };
    let Some(event) = event.or_else(by_uid) else {
        return ReplyVerdict::NoEvent;
    };
    let whose = invitations_of_address(plan, event, &reply.attendee);
    let Some(first) = whose.first() else {
        let known = people_of_address(plan, &reply.attendee);
        return ReplyVerdict::Stranger { event, known };
    };
    if let Some(sender) = sender.filter(|sender| !sender.trim().is_empty()) {
        let theirs = invitations_of_address(plan, event, sender);
        if !whose
            .iter()
            .any(|one| theirs.iter().any(|other| one.id == other.id))
        {
            return ReplyVerdict::ForAnother {
                invitation: first.id,
                sent_by: theirs.first().map(|one| one.id),
            };
        }
    }
    if whose.len() > 1 {
        return ReplyVerdict::Ask {
            invitations: whose.iter().map(|one| one.id).collect(),
        };
    }
    apply_to(plan, &Tally::of(plan, event), reply, first, at)
}

/// The same once it is known whose answer it is: `tally` is that of the invitation's event.
pub fn apply_to(
    plan: &Plan,
    tally: &Tally,
    reply: &Reply,
    invitation: &Invitation,
    at: DateTime<Utc>,
) -> ReplyVerdict {
    let id = invitation.id;
    if is_older(plan, reply, invitation, at) {
        return ReplyVerdict::Older { invitation: id };
    }
    if reply.proposed.is_some() {
        return ReplyVerdict::Proposes { invitation: id };
    }
    let to = match reply.answer.as_str() {
        "accepted" => Accepted,
        "tentative" => Tentative,
        "declined" => Declined,
        "delegated" => {
            let of = |address: &String| people_of_address(plan, address);
            return ReplyVerdict::Delegates {
                invitation: id,
                to: reply.delegated_to.clone(),
                known: reply.delegated_to.iter().flat_map(of).collect(),
            };
        }
        _ => return ReplyVerdict::Silent { invitation: id },
    };
    let came = matches!(invitation.status, Attended | FollowedUp | NoShow);
    if invitation.status == to || (to == Accepted && (came || invitation.status == WaitListed)) {
        // Who waits has accepted as far as it lies with them.
        return ReplyVerdict::Same { invitation: id };
    }
    // The clock of the guest is not the office's: a day is the venue's on which the answer is taken.
    let on = day_at_venue(plan, invitation.event, at);
    let why_not = |to| steps::why_not(plan, tally, invitation, to, on, at);
    match why_not(to) {
        None => ReplyVerdict::Updates {
            invitation: id,
            to,
            because: None,
        },
        Some(why) if is_for_want_of_seats(&why) && why_not(WaitListed).is_none() => ReplyVerdict::Updates {
            invitation: id,
            to: WaitListed,
            because: Some(why),
        },
        Some(why) => ReplyVerdict::NotPossible {
            invitation: id,
            to,
            why,
        },
    }
}

/// The invitation after an answer was taken: a step to `to`, recorded by `actor`, and the answer noted as the newest. An
/// answer that changes no status ([`ReplyVerdict::Same`]) is noted with `to` none.
///
/// # Errors
/// See [`steps::why_not`].
pub fn take(
    plan: &Plan,
    tally: &Tally,
    reply: &Reply,
    invitation: &Invitation,
    to: Option<InvitationStatus>,
    at: DateTime<Utc>,
    actor: &str,
) -> Result<Invitation, WhyNot> {
    let mut after = match to {
        None => invitation.clone(),
        Some(status) => {
            let step = Step {
                source: Source::Calendar,
                note: reply.comment.clone(),
                ..Step::new(status, day_at_venue(plan, invitation.event, at), at, actor)
            };
            steps::take_step(plan, tally, invitation, step)?
        }
    };
    after.answered = Some(rank(plan, invitation.event, (reply.sequence, reply.stamp), at));
    Ok(after)
}

fn is_for_want_of_seats(why: &WhyNot) -> bool {
    matches!(why.code(), "full" | "over_quota" | "others_wait")
}

/// Which version of the event an answer is to, and when it was stamped.
type Rank = (u32, Option<DateTime<Utc>>);

/// What an answer says of its own age, as far as it can be: a version that the event has not reached and a moment that
/// has not come are a wrong clock's or a forger's, and would make every later answer an old one.
fn rank(plan: &Plan, event: EventId, (sequence, stamp): Rank, at: DateTime<Utc>) -> Rank {
    let reached = plan.events().get(&event).map_or(sequence, |event| event.sequence);
    (sequence.min(reached), stamp.map(|stamp| stamp.min(at)))
}

/// SEQUENCE first, then DTSTAMP (RFC 5546 section 2.1.5). An answer that somebody gave by telephone or mail is newer than
/// one whose program stamped it before that was written down.
fn is_older(plan: &Plan, reply: &Reply, invitation: &Invitation, at: DateTime<Utc>) -> bool {
    let rank = |said: Rank| rank(plan, invitation.event, said, at);
    let now = rank((reply.sequence, reply.stamp));
    // One taken with a moment that still lies ahead says nothing of when it was given.
    let known = |(sequence, stamp): Rank| (sequence, stamp.filter(|stamp| *stamp <= at));
    if invitation.answered.is_some_and(|taken| now < rank(known(taken))) {
        return true;
    }
    let said = |step: &&Step| {
        matches!(
            step.status,
            Accepted | Tentative | Declined | Substituted | Withdrawn | WaitListed
        )
    };
    let last = invitation.steps.iter().rev().find(said);
    match (last, reply.stamp) {
        (Some(step), Some(stamp)) if step.source != Source::Calendar => {
            // One recorded late happened on an earlier day.
            let noon_after = step.on.and_hms_opt(23, 59, 59).map(|wall| wall.and_utc());
            stamp < step.at && noon_after.is_none_or(|end| stamp < end)
        }
        _ => false,
    }
}

/// An address as it is compared: without `mailto:` and case. Two domains differ only in case for nobody, and no mail
/// program in use tells local parts apart by case.
fn folded(address: &str) -> String {
    let address = address.trim().to_lowercase();
    address
        .strip_prefix("mailto:")
        .map_or(address.clone(), str::to_owned)
}

fn invitations_of_address<'plan>(plan: &'plan Plan, event: EventId, address: &str) -> Vec<&'plan Invitation> {
    let address = folded(address);
    let mut found = plan.invitations_at(event);
    found.retain(|invitation| {
        let person = plan.people().get(&invitation.person);
        person.is_some_and(|person| {
            person
                .emails
                .iter()
                .any(|email| folded(&email.address) == address)
        })
    });
    found
}

fn people_of_address(plan: &Plan, address: &str) -> Vec<PersonId> {
    let address = folded(address);
    let has = |email: &crate::people::Email| folded(&email.address) == address;
    plan.people()
        .values()
        .filter(|person| person.merged_into.is_none() && person.emails.iter().any(has))
        .map(|person| person.id)
        .collect()
}
