//! The life of an invitation, step by step. Every function takes records as they are and gives them as they would be;
//! nothing is stored, so that a preview and a step are the same walk.
//!
//! Who takes steps with many makes one [`Tally`] of the event and calls [`Tally::follow`] after each: then every step
//! sees the seats that those before it took.

mod coming;
mod table;

pub use coming::{arrive, set_party, settle, substitute, walk_in};
pub(crate) use coming::{day_at_venue, fits_instead};
pub use table::{following, may_follow};

use chrono::{DateTime, NaiveDate, Utc};

use crate::people::seats::Tally;
use crate::people::{Invitation, InvitationStatus, InviteeRole, Person, Step, WhyNot};
use crate::{EventId, InvitationId, PersonId, Plan};

use table::Hours;

/// Takes a step. `tally` is that of the invitation's event and counts the invitation as it is now.
///
/// # Errors
/// Why it may not be taken; see [`why_not`].
pub fn take_step(
    plan: &Plan,
    tally: &Tally,
    invitation: &Invitation,
    step: Step,
) -> Result<Invitation, WhyNot> {
    allowed(plan, tally, invitation, step.status, step.on, step.at)?;
    Ok(stepped(invitation, step))
}

/// Why a step to `to` that happened on day `on` may not be recorded at `at`; none if it may.
///
/// By the table: `already_there`, `no_such_step`. By the clock: `in_future`, `event_over`, `event_not_begun`,
/// `event_not_over`, `event_cancelled`. By the seats: `full`, `over_quota`, `others_wait`. By the people: `erased`,
/// `merged`, `no_address`, `comes_with_another`, `companion_is_guest`, `companion_twice`, `substitute_comes`.
pub fn why_not(
    plan: &Plan,
    tally: &Tally,
    invitation: &Invitation,
    to: InvitationStatus,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> Option<WhyNot> {
    allowed(plan, tally, invitation, to, on, at).err()
}

fn allowed(
    plan: &Plan,
    tally: &Tally,
    invitation: &Invitation,
    to: InvitationStatus,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> Result<(), WhyNot> {
    may_follow(invitation.status, to)?;
    let person = person(plan, invitation.person)?;
    if !plan.events().contains_key(&invitation.event) {
        return Err(WhyNot::new("no_such_event"));
    }
    if let Some(hours) = Hours::of(plan, invitation.event) {
        hours.allow(to, on, at)?;
    }
    if to == InvitationStatus::Invited && !can_be_reached(person) {
        return Err(WhyNot::new("no_address"));
    }
    if invitation.status == InvitationStatus::Substituted && to != InvitationStatus::Withdrawn {
        let comes = |one: &&Invitation| one.substitute_for == Some(invitation.id) && one.status.may_come();
        if plan.invitations_at(invitation.event).iter().any(comes) {
            return Err(WhyNot::new("substitute_comes"));
        }
    }
    if to.may_come() && !invitation.status.may_come() {
        tally.each_once(invitation)?;
    }
    if InvitationStatus::takes_seats(to) && !invitation.holds_seats() {
        tally.room_for(invitation)?;
        // The wait-list is asked before a newcomer; somebody at the door stands there already.
        if to == InvitationStatus::Accepted && invitation.status != InvitationStatus::WaitListed {
            tally.passes_nobody(invitation)?;
        }
    }
    Ok(())
}

impl InvitationStatus {
    fn takes_seats(self) -> bool {
        matches!(self, Self::Accepted | Self::Attended)
    }
}

/// The person a rule is about.
pub(super) fn person(plan: &Plan, id: PersonId) -> Result<&Person, WhyNot> {
    let person = plan
        .people()
        .get(&id)
        .ok_or_else(|| WhyNot::new("no_such_person"))?;
    if person.erased.is_some() {
        return Err(WhyNot::new("erased"));
    }
    if person.merged_into.is_some() {
        return Err(WhyNot::new("merged"));
    }
    Ok(person)
}

/// An address from which mail did not come back, or a number.
fn can_be_reached(person: &Person) -> bool {
    !person.telephones.is_empty() || person.emails.iter().any(|email| !email.bounced)
}

/// The invitation after a step that may be taken.
fn stepped(invitation: &Invitation, step: Step) -> Invitation {
    let mut after = invitation.clone();
    let (to, at) = (step.status, step.at);
    after.status = to;
    after.steps.push(step);
    after.waiting_since = (to == InvitationStatus::WaitListed).then_some(at);
    if to == InvitationStatus::Attended && after.arrived.is_none_or(|came| came == 0) {
        // Somebody said so without counting at the door: then the party came.
        after.arrived = Some(u16::try_from(after.party()).unwrap_or(u16::MAX));
        after.arrived_at.get_or_insert(at);
    }
    if !to.may_come() || to == InvitationStatus::WaitListed {
        (after.arrived, after.arrived_at) = (None, None);
        after.table.clear();
        after.seat.clear();
    }
    after
}

/// Puts somebody on the list of an event: long-listed, short-listed or invited, as `step` says. Somebody who was on it
/// and withdrew, declined, could not be reached or sent another goes on with the same invitation, so that what was is
/// not forgotten and nobody has two.
///
/// # Errors
/// `already_invited`, `no_such_step` for any other status, and what [`why_not`] says.
#[expect(clippy::too_many_arguments, reason = "what an invitation is made of")]
pub fn invite(
    plan: &Plan,
    tally: &Tally,
    event: EventId,
    person: PersonId,
    role: InviteeRole,
    segment: &str,
    id: InvitationId,
    badge: String,
    step: Step,
) -> Result<Invitation, WhyNot> {
    use InvitationStatus::{Invited, LongListed, ShortListed};
    if !matches!(step.status, LongListed | ShortListed | Invited) {
        return Err(WhyNot::new("no_such_step")
            .with("from", LongListed.key())
            .with("to", step.status.key()));
    }
    if tally.has_guest(person) {
        return Err(WhyNot::new("already_invited"));
    }
    if let Some(former) = plan.invitation_to(person, event) {
        return again(plan, tally, former, role, segment, step);
    }
    let mut fresh = Invitation::new(
        id,
        event,
        person,
        Step {
            status: LongListed,
            ..step.clone()
        },
    );
    fresh.role = role;
    fresh.vip = role == InviteeRole::Vip;
    segment.clone_into(&mut fresh.segment);
    fresh.badge = badge;
    tally.each_once(&fresh)?;
    // The first step is looked at like any other, from a status that no first step has.
    let unborn = Invitation {
        status: InvitationStatus::Withdrawn,
        ..fresh.clone()
    };
    allowed(plan, tally, &unborn, step.status, step.on, step.at)?;
    fresh.status = step.status;
    fresh.steps = vec![step];
    Ok(fresh)
}

/// The same invitation once more.
fn again(
    plan: &Plan,
    tally: &Tally,
    former: &Invitation,
    role: InviteeRole,
    segment: &str,
    step: Step,
) -> Result<Invitation, WhyNot> {
    if former.status.may_come() || former.status == InvitationStatus::NoShow {
        return Err(WhyNot::new("already_invited"));
    }
    // What was off begins again where the planner says; the table needs no line for each of them.
    let off = Invitation {
        status: InvitationStatus::Withdrawn,
        ..former.clone()
    };
    allowed(plan, tally, &off, step.status, step.on, step.at)?;
    let mut after = stepped(former, step);
    after.role = role;
    after.vip = after.vip || role == InviteeRole::Vip;
    if !segment.is_empty() {
        segment.clone_into(&mut after.segment);
    }
    Ok(after)
}

/// Writes down that somebody was reminded: one more step at the status that stands.
pub fn reminded(invitation: &Invitation, step: Step) -> Invitation {
    let mut after = invitation.clone();
    after.steps.push(Step {
        status: invitation.status,
        ..step
    });
    after
}
