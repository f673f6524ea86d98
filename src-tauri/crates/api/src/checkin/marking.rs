//! What the desk writes: somebody came, somebody came without an invitation, all is settled.

use outreach_plan::people::seats::Tally;
use outreach_plan::people::{
    Email, Invitation, InvitationStatus, InviteeRole, Person, Source, Step, Telephone, steps,
};
use outreach_plan::{AnyRecord, EventId, InvitationId, Language, PersonId, Plan, Wording};

use super::desk::{counts, row};
use crate::change::{Draft, Label};
use crate::guests::badge;
use crate::guests::refusals::refused;
use crate::guests::room::Room;
use crate::rows::count;
use crate::views::{CheckedIn, MarkArrived, SettleAttendance, Settled, WalkIn};
use crate::{Refused, Session};

/// `checkin.mark`
pub(super) fn mark(session: &Session, request: &MarkArrived) -> Result<CheckedIn, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let before = wanted(plan, request)?;
        if before.event != request.event {
            return Err(Refused::new(
                "other_event",
                "That guest is invited to another event. Nobody was checked in.",
            ));
        }
        let whole = u16::try_from(before.party()).unwrap_or(u16::MAX);
        let arrived = request.arrived.unwrap_or(whole);
        let tally = Tally::of(plan, before.event);
        let mut after =
            steps::arrive(plan, &tally, before, Some(arrived), draft.now).map_err(|why| refused(&why))?;
        // Who comes though they had said no takes a step with it, and a step has its author.
        if let Some(step) = after
            .steps
            .get_mut(before.steps.len()..)
            .and_then(<[Step]>::last_mut)
        {
            step.actor = draft.signed();
        }
        let label = match after.arrived {
            Some(people) => Label::new("guest_checked_in").with("count", people),
            None => Label::new("check_in_taken_back"),
        };
        draft.put_made(after);
        Ok((before.id, label))
    })?;
    checked_in(session, request.event, done.value, request.language, done.change)
}

fn wanted<'a>(plan: &'a Plan, request: &MarkArrived) -> Result<&'a Invitation, Refused> {
    let found = match (request.invitation, &request.badge) {
        (Some(id), _) => plan.invitations().get(&id),
        (None, Some(text)) => badge::read(text).and_then(|code| plan.invitation_of_badge(&code)),
        (None, None) => return Err(Refused::invalid("invitation", "empty")),
    };
    found.ok_or_else(|| {
        if request.invitation.is_some() {
            Refused::not_found()
        } else {
            Refused::new(
                "unknown_badge",
                "No guest has a badge with that code. Nobody was checked in; look for the name.",
            )
        }
    })
}

/// How a guest stands after a change, with the counts.
fn checked_in(
    session: &Session,
    event: EventId,
    invitation: InvitationId,
    language: Language,
    change: Option<i64>,
) -> Result<CheckedIn, Refused> {
    session.room(language, |room| {
        let at = room.at(event)?;
        let tally = Tally::of(room.plan, event);
        Ok(CheckedIn {
            row: row(room, &at, &tally, room.invitation(invitation)?),
            counts: counts(room.plan.invitations_at(event)),
            change,
        })
    })
}

/// `checkin.walk_in`
pub(super) fn walk_in(session: &Session, request: &WalkIn) -> Result<CheckedIn, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let room = Room::of(plan, request.language, draft.now);
        let at = room.at(request.event)?;
        let (person, is_new) = match request.person {
            Some(id) => (
                plan.people().get(&id).cloned().ok_or_else(Refused::not_found)?,
                false,
            ),
            None => (stranger(draft, request)?, true),
        };
        let step = Step {
            source: Source::Desk,
            ..Step::new(
                InvitationStatus::Attended,
                room.today(&at),
                draft.now,
                draft.signed(),
            )
        };
        let id = InvitationId(draft.fresh_key());
        let code = badge::fresh()?;
        let mut invitation = let_in(plan, request, &person, id, &code, &step)?;
        invitation.role = request.role;
        invitation.vip = request.role == InviteeRole::Vip;
        invitation.sequence = invitation.sequence.max(at.event.sequence);
        let id = invitation.id;
        if is_new {
            draft.put(person)?;
        }
        draft.put_made(invitation);
        Ok((
            id,
            Label::new("walk_in").with("count", u32::from(request.along) + 1),
        ))
    })?;
    checked_in(session, request.event, done.value, request.language, done.change)
}

/// Somebody nobody knew, as they say who they are.
fn stranger(draft: &Draft<'_>, request: &WalkIn) -> Result<Person, Refused> {
    let text = |text: &str| text.trim().to_owned();
    let mut person = Person::new(PersonId(draft.fresh_key()), draft.now);
    person.family = text(&request.family);
    person.given = text(&request.given);
    person.chinese = text(&request.chinese);
    if person.family.is_empty() && person.given.is_empty() && person.chinese.is_empty() {
        return Err(Refused::invalid("family", "empty"));
    }
    let organisation = text(&request.organisation);
    person.organisation = if organisation.is_ascii() {
        Wording::english(organisation)
    } else {
        match request.language {
            Language::English => Wording::english(organisation),
            Language::TraditionalChinese => Wording {
                zh_hant: organisation,
                ..Wording::default()
            },
            Language::SimplifiedChinese => Wording {
                zh_hans: organisation,
                ..Wording::default()
            },
        }
    };
    let email = text(&request.email);
    if !email.is_empty() {
        person.emails.push(Email {
            address: email,
            ..Email::default()
        });
    }
    let raw = text(&request.telephone);
    if !raw.is_empty() {
        let e164 = outreach_matching::numbers::e164(&raw, Some("HK"))
            .map(|number| number.to_string())
            .unwrap_or_default();
        person.telephones.push(Telephone {
            raw,
            e164,
            ..Telephone::default()
        });
    }
    "walk-in".clone_into(&mut person.source);
    Ok(person)
}

/// The invitation of somebody who stands at the door.
fn let_in(
    plan: &Plan,
    request: &WalkIn,
    person: &Person,
    id: InvitationId,
    code: &str,
    step: &Step,
) -> Result<Invitation, Refused> {
    // The rules look for the person in the plan, where a stranger is not yet: they are asked about a plan of nothing
    // but the event and the person, with the seats of the real one. A copy of the whole would take a tenth of a second.
    let asked = |capacity: bool| {
        let mut few = Plan::new(plan.rules().clone());
        if let Some(event) = plan.events().get(&request.event) {
            let mut event = event.clone();
            if !capacity {
                event.capacity = None;
            }
            few.put(event);
        }
        few.put(person.clone());
        if let Some(former) = plan.invitation_to(person.id, request.event) {
            few.put(former.clone());
        }
        few
    };
    let tally = Tally::of(plan, request.event);
    let walk_in = |few: &Plan, tally: &Tally| {
        steps::walk_in(
            few,
            tally,
            request.event,
            person.id,
            request.along,
            id,
            code.to_owned(),
            step.clone(),
        )
    };
    let first = walk_in(&asked(true), &tally);
    match first {
        Err(why) if request.though_full && matches!(why.code(), "full" | "over_quota") => {
            let few = asked(false);
            let open = Tally::of(&few, request.event);
            walk_in(&few, &open).map_err(|why| refused(&why))
        }
        other => other.map_err(|why| refused(&why)),
    }
}

fn settled(plan: &Plan, event: EventId, step: &Step) -> Result<(Vec<Invitation>, Settled), Refused> {
    let after = steps::settle(plan, event, step).map_err(|why| refused(&why))?;
    let how_many = |status: InvitationStatus| count(after.iter().filter(|one| one.status == status).count());
    let told = Settled {
        attended: how_many(InvitationStatus::Attended),
        no_show: how_many(InvitationStatus::NoShow),
        change: None,
    };
    Ok((after, told))
}

fn settling(room: &Room<'_>, event: EventId, actor: String) -> Result<Step, Refused> {
    let at = room.at(event)?;
    Ok(Step {
        source: Source::Desk,
        ..Step::new(InvitationStatus::Attended, room.today(&at), room.now, actor)
    })
}

/// `checkin.preview_settle`
pub(super) fn preview_settle(session: &Session, request: &SettleAttendance) -> Result<Settled, Refused> {
    session.room(Language::default(), |room| {
        let step = settling(room, request.event, session.actor())?;
        Ok(settled(room.plan, request.event, &step)?.1)
    })
}

/// `checkin.settle`
pub(super) fn settle(session: &Session, request: &SettleAttendance) -> Result<Settled, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let room = Room::of(plan, Language::default(), draft.now);
        let step = settling(&room, request.event, draft.signed())?;
        let (after, told) = settled(plan, request.event, &step)?;
        for invitation in after {
            draft.put_made(invitation);
        }
        let mut label = Label::new("attendance_settled")
            .with("attended", told.attended)
            .with("no_show", told.no_show);
        if let Some(event) = plan.events().get(&request.event) {
            label = label.about(&AnyRecord::Event(event.clone()));
        }
        Ok((told, label))
    })?;
    Ok(Settled {
        change: done.change,
        ..done.value
    })
}
