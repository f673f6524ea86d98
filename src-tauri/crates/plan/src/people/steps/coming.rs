//! Who comes along, who comes instead, and who came.

use chrono::{DateTime, NaiveDate, Utc};

use super::table::Hours;
use super::{allowed, person, stepped};
use crate::people::seats::{Tally, once_within};
use crate::people::{Companion, Invitation, InvitationStatus, InviteeRole, Source, Step, WhyNot};
use crate::validate::PARTY_MOST;
use crate::{EventId, InvitationId, PersonId, Plan};

/// Says who comes along. A party that has its seats may not grow beyond what is free; one that waits keeps its place.
///
/// # Errors
/// `party_too_large`, `full`, `over_quota`, `companion_is_guest`, `companion_twice`, `no_such_person`, `erased`,
/// `merged`, and `arrived_more` if more of the party came already.
pub fn set_party(
    plan: &Plan,
    tally: &Tally,
    invitation: &Invitation,
    companions: Vec<Companion>,
    unnamed: u16,
) -> Result<Invitation, WhyNot> {
    person(plan, invitation.person)?;
    for companion in companions.iter().filter_map(|one| one.person) {
        let known = invitation
            .companions
            .iter()
            .any(|one| one.person == Some(companion));
        if !known {
            person(plan, companion)?;
        }
    }
    let after = Invitation {
        companions,
        unnamed,
        ..invitation.clone()
    };
    let party = after.party();
    if party > PARTY_MOST {
        return Err(WhyNot::new("party_too_large").with("most", PARTY_MOST));
    }
    if after.arrived.is_some_and(|came| u32::from(came) > party) {
        return Err(WhyNot::new("arrived_more").with("party", party));
    }
    once_within(&after)?;
    fits_instead(tally, invitation, &after)?;
    Ok(after)
}

/// Whether `after` may stand in the place of `before`, with its seats and its people. For changes that are no step: of
/// the party, of the segment, of whether held seats are open to it.
///
/// # Errors
/// `full`, `over_quota`, `companion_is_guest`, `companion_twice`, `comes_with_another`.
pub(crate) fn fits_instead(tally: &Tally, before: &Invitation, after: &Invitation) -> Result<(), WhyNot> {
    let mut without = tally.clone();
    without.follow(Some(before), None);
    if after.status.may_come() {
        without.each_once(after)?;
    }
    let seats = |one: &Invitation| (one.party(), one.vip, one.segment.to_lowercase());
    if !after.holds_seats() || (before.holds_seats() && seats(before) == seats(after)) {
        return Ok(());
    }
    let smaller =
        after.party() <= before.party() && before.vip == after.vip && before.segment == after.segment;
    if before.holds_seats() && smaller {
        return Ok(());
    }
    without.room_for(after)
}

/// Somebody else comes instead of a guest: the guest's invitation becomes `substituted`, and the other, who comes alone,
/// stands where `step` says (`accepted` or `invited`) and takes over the table. The seats of the guest's party are free
/// for it first.
///
/// # Errors
/// `already_invited` if the other is a guest, and what [`why_not`](super::why_not) says about either.
pub fn substitute(
    plan: &Plan,
    tally: &Tally,
    invitation: &Invitation,
    other: PersonId,
    id: InvitationId,
    badge: String,
    step: Step,
) -> Result<(Invitation, Invitation), WhyNot> {
    use InvitationStatus::{Accepted, Invited, Substituted};
    let gone = Step {
        status: Substituted,
        ..step.clone()
    };
    allowed(plan, tally, invitation, Substituted, step.on, step.at)?;
    let before = stepped(invitation, gone);
    person(plan, other)?;
    if other == invitation.person || tally.has_guest(other) {
        return Err(WhyNot::new("already_invited"));
    }
    let status = if step.status == Invited { Invited } else { Accepted };
    let first = Step { status, ..step };
    let former = plan.invitation_to(other, invitation.event);
    let mut after = match former {
        Some(former) if former.status == InvitationStatus::NoShow => {
            return Err(WhyNot::new("already_invited"));
        }
        Some(former) => stepped(former, first),
        None => {
            let mut fresh = Invitation::new(id, invitation.event, other, first);
            fresh.badge = badge;
            fresh
        }
    };
    after.companions.clear();
    after.unnamed = 0;
    after.substitute_for = Some(invitation.id);
    after.role = invitation.role;
    after.vip = invitation.vip;
    after.segment.clone_from(&invitation.segment);
    if status == Accepted {
        after.table.clone_from(&invitation.table);
        after.seat.clone_from(&invitation.seat);
    }
    let mut then = tally.clone();
    then.follow(Some(invitation), Some(&before));
    then.each_once(&after)?;
    if status == Accepted {
        then.room_for(&after)?;
        if !invitation.holds_seats() {
            then.passes_nobody(&after)?;
        }
    }
    Ok((before, after))
}

/// Writes down at the door how many of a party came; none takes it back. Who has no seat yet needs one that is free.
/// Somebody who had said no, or waited, and came takes a step to `attended`, whose actor the caller fills in.
///
/// # Errors
/// `event_not_begun`, `event_cancelled`, `arrived_more`, `full`, `over_quota`, `erased`, `merged`,
/// `companion_is_guest`, `companion_twice`, `comes_with_another`; `no_such_step` for who is written to already.
pub fn arrive(
    plan: &Plan,
    tally: &Tally,
    invitation: &Invitation,
    arrived: Option<u16>,
    at: DateTime<Utc>,
) -> Result<Invitation, WhyNot> {
    use InvitationStatus::{Attended, FollowedUp, WaitListed};
    person(plan, invitation.person)?;
    if invitation.status == FollowedUp {
        return Err(WhyNot::new("no_such_step")
            .with("from", FollowedUp.key())
            .with("to", Attended.key()));
    }
    let mut after = invitation.clone();
    let Some(came) = arrived.filter(|came| *came > 0) else {
        if invitation.status == Attended {
            let accepted = InvitationStatus::Accepted.key();
            return Err(WhyNot::new("no_such_step")
                .with("from", Attended.key())
                .with("to", accepted));
        }
        (after.arrived, after.arrived_at) = (None, None);
        return Ok(after);
    };
    if let Some(hours) = Hours::of(plan, invitation.event) {
        hours.allow_at_door(at)?;
    }
    let party = invitation.party();
    if u32::from(came) > party {
        return Err(WhyNot::new("arrived_more").with("party", party));
    }
    if !invitation.status.may_come() || invitation.status == WaitListed {
        let on = day_at_venue(plan, invitation.event, at);
        allowed(plan, tally, invitation, Attended, on, at)?;
        after = stepped(
            invitation,
            Step {
                source: Source::Desk,
                ..Step::new(Attended, on, at, "")
            },
        );
    } else if !invitation.holds_seats() {
        tally.room_for(invitation)?;
    }
    after.arrived = Some(came);
    after.arrived_at.get_or_insert(at);
    Ok(after)
}

/// The day it is at the venue; the day of UTC if its zone is not known.
pub(crate) fn day_at_venue(plan: &Plan, event: EventId, at: DateTime<Utc>) -> NaiveDate {
    let zone = plan
        .events()
        .get(&event)
        .map(|event| plan.rules().zone(&event.zone));
    zone.and_then(Result::ok)
        .map_or(at.date_naive(), |zone| zone.at(at).0.date())
}

/// Somebody came who was not on the list, with as many as `unnamed` says. Who was on it and had said no goes on with
/// that invitation.
///
/// # Errors
/// `already_invited` for who can be checked in, and what [`arrive`] says.
#[expect(clippy::too_many_arguments, reason = "what an invitation is made of")]
pub fn walk_in(
    plan: &Plan,
    tally: &Tally,
    event: EventId,
    who: PersonId,
    unnamed: u16,
    id: InvitationId,
    badge: String,
    step: Step,
) -> Result<Invitation, WhyNot> {
    person(plan, who)?;
    if tally.has_guest(who) || plan.invitation_to(who, event).is_some() {
        return Err(WhyNot::new("already_invited"));
    }
    if !plan.events().contains_key(&event) {
        return Err(WhyNot::new("no_such_event"));
    }
    let at = step.at;
    let first = Step {
        status: InvitationStatus::Attended,
        ..step
    };
    if let Some(hours) = Hours::of(plan, event) {
        hours.allow(InvitationStatus::Attended, first.on, at)?;
    }
    let mut fresh = Invitation::new(id, event, who, first);
    fresh.role = InviteeRole::Guest;
    fresh.unnamed = unnamed;
    fresh.badge = badge;
    let party = fresh.party();
    if party > PARTY_MOST {
        return Err(WhyNot::new("party_too_large").with("most", PARTY_MOST));
    }
    fresh.arrived = u16::try_from(party).ok();
    fresh.arrived_at = Some(at);
    tally.each_once(&fresh)?;
    tally.room_for(&fresh)?;
    Ok(fresh)
}

/// Settles the list of an event by who came: those who were checked in attended, those who had accepted and were not are
/// no-shows. Others stay as they are. `step` says when and who; its status is not read.
///
/// # Errors
/// `event_not_begun`, `event_cancelled`, `no_such_event`.
pub fn settle(plan: &Plan, event: EventId, step: &Step) -> Result<Vec<Invitation>, WhyNot> {
    use InvitationStatus::{Accepted, Attended, FollowedUp, NoShow};
    if !plan.events().contains_key(&event) {
        return Err(WhyNot::new("no_such_event"));
    }
    if let Some(hours) = Hours::of(plan, event) {
        hours.allow(NoShow, step.on, step.at)?;
    }
    let settled = plan.invitations_at(event).into_iter().filter_map(|invitation| {
        let came = invitation.arrived.is_some_and(|came| came > 0);
        if matches!(invitation.status, Attended | NoShow | FollowedUp) {
            return None;
        }
        let to = if came {
            Attended
        } else if invitation.status == Accepted {
            NoShow
        } else {
            return None;
        };
        Some(stepped(
            invitation,
            Step {
                status: to,
                ..step.clone()
            },
        ))
    });
    Ok(settled.collect())
}
