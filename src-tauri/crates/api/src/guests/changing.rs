//! What is done to invitations: adding, stepping, parties, substitutes, seats.
//!
//! The rules say what may be done; here it is done to many in one change, those after seeing what those before took.

use std::collections::HashSet;

use chrono::NaiveDate;
use outreach_plan::people::{Invitation, InvitationStatus, InviteeRole, Source, Step, steps};
use outreach_plan::{ArrangementId, EventId, InvitationId, Plan, RecordRef};

use super::badge;
use super::refusals::{Refusals, refused};
use super::room::Room;
use super::steps::Steps;
use crate::change::{Draft, Label};
use crate::rows::count;
use crate::views::{
    AddInvitees, Arrange, Promote, SeatParties, SetParty, StepInvitations, Stepped, Substitute, Written,
};
use crate::{Refused, Session, fields};

/// At most so many at once: more than any event has, and far below what a request could carry.
const AT_MOST: usize = 200_000;

/// What a bulk deed came to, before it is written.
pub(super) struct Bulk {
    after: Vec<Invitation>,
    refused: Refusals,
    seats: Option<crate::views::SeatsView>,
}

impl Bulk {
    fn told(self, change: Option<i64>) -> Stepped {
        Stepped {
            done: self.after.iter().map(|invitation| invitation.id).collect(),
            refused: self.refused.told(),
            seats: self.seats,
            change,
        }
    }
}

/// Who says so, when, and how it became known.
struct Said<'a> {
    room: Room<'a>,
    actor: String,
    source: Source,
    note: String,
    on: Option<NaiveDate>,
}

impl Said<'_> {
    /// A step to a status, on the day given or today at the venue.
    fn step(&self, event: EventId, status: InvitationStatus) -> Result<Step, Refused> {
        let on = match self.on {
            Some(on) => on,
            None => self.room.today(&self.room.at(event)?),
        };
        Ok(Step {
            source: self.source,
            note: self.note.trim().to_owned(),
            ..Step::new(status, on, self.room.now, self.actor.clone())
        })
    }
}

/// The only event of some invitations; none where they are of several.
fn only_event(all: &[Invitation]) -> Option<EventId> {
    let first = all.first()?.event;
    all.iter().all(|one| one.event == first).then_some(first)
}

fn few_enough(how_many: usize) -> Result<(), Refused> {
    if how_many > AT_MOST {
        return Err(Refused::invalid("invitations", "too_many"));
    }
    Ok(())
}

/// Takes a step with each.
pub(super) fn stepped(
    plan: &Plan,
    request: &StepInvitations,
    actor: String,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Bulk, Refused> {
    few_enough(request.invitations.len())?;
    let said = Said {
        room: Room::of(plan, outreach_plan::Language::default(), now),
        actor,
        source: request.source,
        note: request.note.clone(),
        on: request.on,
    };
    let mut steps = Steps::of(plan);
    let mut bulk = Bulk {
        after: Vec::with_capacity(request.invitations.len()),
        refused: Refusals::default(),
        seats: None,
    };
    let mut seen = HashSet::with_capacity(request.invitations.len());
    // The day of a step is the same for all guests of an event; it is looked up once.
    let mut template: Option<(EventId, Step)> = None;
    for id in &request.invitations {
        if !seen.insert(*id) {
            continue;
        }
        let Some(invitation) = plan.invitations().get(id) else {
            bulk.refused.plain(id.0, "not_found");
            continue;
        };
        let step = match &template {
            Some((event, step)) if *event == invitation.event => step.clone(),
            Some(_) | None => {
                let step = said.step(invitation.event, request.to)?;
                template = Some((invitation.event, step.clone()));
                step
            }
        };
        match steps.take(invitation, step) {
            Ok(after) => bulk.after.push(after),
            Err(why) => bulk.refused.add(id.0, &why),
        }
    }
    let event = only_event(&bulk.after).or_else(|| template.map(|(event, _)| event));
    bulk.seats = event.map(|event| steps.seats(event));
    Ok(bulk)
}

/// Writes what a bulk deed came to.
fn write(draft: &mut Draft<'_>, bulk: &Bulk) {
    for invitation in &bulk.after {
        draft.put_made(invitation.clone());
    }
}

/// Makes one change of a bulk deed.
fn change(
    session: &Session,
    label: &'static str,
    make: impl FnOnce(&Draft<'_>) -> Result<(Bulk, Label), Refused>,
) -> Result<Stepped, Refused> {
    let done = session.change(|draft| {
        let (bulk, more) = make(draft)?;
        write(draft, &bulk);
        let label = more.named(label).with("count", count(bulk.after.len()));
        Ok((bulk, label))
    })?;
    Ok(done.value.told(done.change))
}

/// `invitations.preview_step`
pub(super) fn preview_step(session: &Session, request: &StepInvitations) -> Result<Stepped, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    Ok(stepped(&plan, request, session.actor(), session.now())?.told(None))
}

/// `invitations.step`
pub(super) fn step(session: &Session, request: &StepInvitations) -> Result<Stepped, Refused> {
    change(session, "invitations_stepped", |draft| {
        let bulk = stepped(draft.plan, request, draft.signed(), draft.now)?;
        Ok((bulk, Label::default().with("to", request.to.key())))
    })
}

/// Puts people on the list.
fn added(
    plan: &Plan,
    request: &AddInvitees,
    actor: String,
    now: chrono::DateTime<chrono::Utc>,
    mut fresh: impl FnMut() -> uuid::Uuid,
) -> Result<Bulk, Refused> {
    few_enough(request.people.len())?;
    use InvitationStatus as S;
    if !matches!(request.to, S::LongListed | S::ShortListed | S::Invited) {
        return Err(Refused::invalid("to", "out_of_range"));
    }
    let event = plan.events().get(&request.event).ok_or_else(Refused::not_found)?;
    let said = Said {
        room: Room::of(plan, outreach_plan::Language::default(), now),
        actor,
        source: Source::Planner,
        note: request.note.clone(),
        on: None,
    };
    let step = said.step(request.event, request.to)?;
    let mut steps = Steps::of(plan);
    let mut bulk = Bulk {
        after: Vec::with_capacity(request.people.len()),
        refused: Refusals::default(),
        seats: None,
    };
    let mut seen = HashSet::with_capacity(request.people.len());
    let segment = request.segment.trim();
    for person in &request.people {
        if !seen.insert(*person) {
            continue;
        }
        let id = InvitationId(fresh());
        let tally = steps.tally(request.event);
        let invited = steps::invite(
            plan,
            tally,
            request.event,
            *person,
            request.role,
            segment,
            id,
            badge::fresh()?,
            step.clone(),
        );
        match invited {
            Ok(mut invitation) => {
                let before = plan.invitations().get(&invitation.id);
                if before.is_none() {
                    invitation.vip = request.vip.unwrap_or(request.role == InviteeRole::Vip);
                }
                if invitation.status == S::Invited {
                    invitation.sequence = invitation.sequence.max(event.sequence);
                }
                steps.follow(before, &invitation);
                bulk.after.push(invitation);
            }
            Err(why) => bulk.refused.add(person.0, &why),
        }
    }
    bulk.seats = Some(steps.seats(request.event));
    Ok(bulk)
}

/// `invitations.preview_add`
pub(super) fn preview_add(session: &Session, request: &AddInvitees) -> Result<Stepped, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let bulk = added(&plan, request, session.actor(), session.now(), || {
        session.fresh_key()
    })?;
    Ok(bulk.told(None))
}

/// `invitations.add`
pub(super) fn add(session: &Session, request: &AddInvitees) -> Result<Stepped, Refused> {
    change(session, "invitations_added", |draft| {
        let fresh = || draft.fresh_key();
        let bulk = added(draft.plan, request, draft.signed(), draft.now, fresh)?;
        Ok((bulk, Label::default()))
    })
}

/// `invitations.promote`
pub(super) fn promote(session: &Session, request: &Promote) -> Result<Stepped, Refused> {
    change(session, "invitations_promoted", |draft| {
        let plan = draft.plan;
        let mut wanted = request.invitations.clone();
        // In the order of the list, so that of two that cannot both have a seat the one that waits longer has it.
        wanted.sort_by_key(|id| {
            let invitation = plan.invitations().get(id);
            (invitation.and_then(|one| one.waiting_since), *id)
        });
        let mut refused = Refusals::default();
        wanted.retain(|id| {
            let waits = plan
                .invitations()
                .get(id)
                .is_some_and(|one| one.status == InvitationStatus::WaitListed);
            if !waits {
                refused.plain(id.0, "not_waiting");
            }
            waits
        });
        let step = StepInvitations {
            invitations: wanted,
            to: InvitationStatus::Accepted,
            on: None,
            source: Source::Planner,
            note: request.note.clone(),
        };
        let mut bulk = stepped(plan, &step, draft.signed(), draft.now)?;
        bulk.refused.join(refused);
        Ok((bulk, Label::default()))
    })
}

/// `invitations.party`
pub(super) fn party(session: &Session, request: &SetParty) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let before = plan
            .invitations()
            .get(&request.invitation)
            .ok_or_else(Refused::not_found)?;
        let mut steps = Steps::of(plan);
        let tally = steps.tally(before.event);
        let after = steps::set_party(plan, tally, before, request.companions.clone(), request.unnamed)
            .map_err(|why| refused(&why))?;
        // Names of companions are typed, so they are cleaned and checked like any record.
        draft.put(after)?;
        Ok((RecordRef::from(request.invitation), Label::new("party_set")))
    })?;
    Ok(done.written())
}

/// `invitations.substitute`
pub(super) fn substitute(session: &Session, request: &Substitute) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let before = plan
            .invitations()
            .get(&request.invitation)
            .ok_or_else(Refused::not_found)?;
        let said = Said {
            room: Room::of(plan, outreach_plan::Language::default(), draft.now),
            actor: draft.signed(),
            source: request.source,
            note: request.note.clone(),
            on: request.on,
        };
        let step = said.step(before.event, InvitationStatus::Substituted)?;
        let mut steps = Steps::of(plan);
        let tally = steps.tally(before.event);
        let id = InvitationId(draft.fresh_key());
        let (former, mut comes) =
            steps::substitute(plan, tally, before, request.person, id, badge::fresh()?, step)
                .map_err(|why| refused(&why))?;
        comes.sequence = comes.sequence.max(before.sequence);
        let key = RecordRef::from(comes.id);
        draft.put_made(former);
        draft.put_made(comes);
        Ok((key, Label::new("substitute_sent")))
    })?;
    Ok(done.written())
}

/// `invitations.seat`
pub(super) fn seat(session: &Session, request: &SeatParties) -> Result<Stepped, Refused> {
    few_enough(request.seats.len())?;
    let done = session.change(|draft| {
        let plan = draft.plan;
        if !plan.events().contains_key(&request.event) {
            return Err(Refused::not_found());
        }
        let mut bulk = Bulk {
            after: Vec::with_capacity(request.seats.len()),
            refused: Refusals::default(),
            seats: None,
        };
        for seating in &request.seats {
            let Some(invitation) = plan.invitations().get(&seating.invitation) else {
                bulk.refused.plain(seating.invitation.0, "not_found");
                continue;
            };
            if invitation.event != request.event {
                bulk.refused.plain(seating.invitation.0, "other_event");
                continue;
            }
            let after = Invitation {
                table: seating.table.clone(),
                seat: seating.seat.clone().unwrap_or_default(),
                ..invitation.clone()
            };
            draft.put(after.clone())?;
            bulk.after.push(after);
        }
        bulk.seats = Some(Steps::of(plan).seats(request.event));
        let label = Label::new("guests_seated").with("count", count(bulk.after.len()));
        Ok((bulk, label))
    })?;
    Ok(done.value.told(done.change))
}

/// `invitations.arrange`
pub(super) fn arrange(session: &Session, request: &Arrange) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let event = plan.events().get(&request.event).ok_or_else(Refused::not_found)?;
        let before = plan.arrangement_of(request.event).cloned();
        let key = before
            .as_ref()
            .map_or_else(|| ArrangementId(draft.fresh_key()), |arrangement| arrangement.id);
        let record = match before {
            Some(before) => fields::merge(&before.into(), &request.set)?,
            None => {
                let mut set = request.set.clone();
                set.insert("event".to_owned(), serde_json::json!(request.event));
                crate::beginnings::record(draft, RecordRef::from(key), &set)?
            }
        };
        draft.put(record)?;
        let label = Label::new("seats_arranged").about(&outreach_plan::AnyRecord::Event(event.clone()));
        Ok((RecordRef::from(key), label))
    })?;
    Ok(done.written())
}
