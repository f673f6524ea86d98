//! The wait-list: who comes next, and why.
//!
//! Fair means: in the order of joining. A party is never split, so a party that is too large for the seats that are
//! free is not given some of them; a smaller one behind it may be proposed, and the proposal says so. Nothing here
//! gives a seat to anybody: a proposal becomes a step when a planner says so.

use chrono::{DateTime, Utc};

use crate::people::seats::Tally;
use crate::people::{Invitation, InvitationStatus, WhyNot};
use crate::{EventId, InvitationId, Plan};

/// One place of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub invitation: InvitationId,
    /// From 1.
    pub place: u32,
    /// Seats asked for.
    pub party: u32,
    /// When the list was joined.
    pub since: Option<DateTime<Utc>>,
    /// Why this place: `first`, `joined_later`, or `same_moment` as the one before, who was put on the event's list
    /// earlier.
    pub why: &'static str,
    /// Why there is no seat now; none if there is one.
    pub why_not: Option<WhyNot>,
}

/// A party that could have its seats now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Whose.
    pub invitation: InvitationId,
    /// Seats it takes.
    pub seats: u32,
    /// Why this one: `next`; `fits_where_larger_does_not`; `vip_seat`, one held for VIPs; `other_quota`, those before
    /// are held back by the quota of their segment.
    pub reason: &'static str,
}

fn in_order(plan: &Plan, event: EventId) -> Vec<&Invitation> {
    let mut list = plan.invitations_at(event);
    list.retain(|invitation| invitation.status == InvitationStatus::WaitListed);
    // Keys rise with time, so of two who joined in the same moment the one listed earlier comes first.
    list.sort_by_key(|invitation| {
        (
            invitation.waiting_since.is_none(),
            invitation.waiting_since,
            invitation.id,
        )
    });
    list
}

/// The list in its order. Why not tells of each place alone, as if nobody before it got a seat.
pub fn order(plan: &Plan, event: EventId) -> Vec<Waiting> {
    let tally = Tally::of(plan, event);
    let list = in_order(plan, event);
    let mut before = None;
    (1..)
        .zip(list)
        .map(|(place, invitation)| {
            let why = match before {
                None => "first",
                Some(since) if since == invitation.waiting_since => "same_moment",
                Some(_) => "joined_later",
            };
            before = Some(invitation.waiting_since);
            Waiting {
                invitation: invitation.id,
                place,
                party: invitation.party(),
                since: invitation.waiting_since,
                why,
                why_not: tally.room_for(invitation).err(),
            }
        })
        .collect()
}

/// Who could have the seats that are free, together: all of them can be given at once.
pub fn proposals(plan: &Plan, event: EventId) -> Vec<Proposal> {
    let mut tally = Tally::of(plan, event);
    let mut held_back: Vec<WhyNot> = Vec::new();
    let mut found = Vec::new();
    for invitation in in_order(plan, event) {
        if let Err(why) = tally.room_for(invitation) {
            held_back.push(why);
            continue;
        }
        let by_size = held_back.iter().any(|why| why.code() == "full");
        let smaller = |why: &WhyNot| {
            why.params()["party"]
                .parse::<u32>()
                .is_ok_and(|party| party > invitation.party())
        };
        let reason = if held_back.is_empty() {
            "next"
        } else if !by_size {
            "other_quota"
        } else if held_back.iter().filter(|why| why.code() == "full").all(smaller) {
            "fits_where_larger_does_not"
        } else {
            "vip_seat"
        };
        let mut seated = invitation.clone();
        seated.status = InvitationStatus::Accepted;
        tally.follow(Some(invitation), Some(&seated));
        found.push(Proposal {
            invitation: invitation.id,
            seats: invitation.party(),
            reason,
        });
    }
    found
}
