//! Any record: making, editing, removing.

use outreach_plan::people::{Distinct, Notice};
use outreach_plan::{AnyRecord, Event, EventId, Mission, Plan, RecordRef, validate};

use crate::change::{Draft, Label};
use crate::keys::{key_of, record_of};
use crate::views::{AddEvent, AddRecord, EditEvent, EditRecord, RecordKey, RecordKind, Written};
use crate::{Refused, Session, beginnings, events, fields};

/// `records.add`
pub(crate) fn add(session: &Session, request: &AddRecord) -> Result<Written, Refused> {
    if request.kind == RecordKind::Event {
        return events::add(
            session,
            &AddEvent {
                set: request.set.clone(),
            },
        );
    }
    let done = session.change(|draft| {
        let key = record_of(request.kind, draft.fresh_key());
        let record = beginnings::record(draft, key, &request.set)?;
        let label = Label::new(format!("{}_added", request.kind.key())).about(&record);
        draft.put(record)?;
        Ok((key_of(key), label))
    })?;
    Ok(done.of_key())
}

/// `records.edit`
pub(crate) fn edit(session: &Session, request: &EditRecord) -> Result<Written, Refused> {
    if let RecordRef::Event(id) = record_of(request.kind, request.id) {
        return events::edit(
            session,
            &EditEvent {
                id,
                set: request.set.clone(),
            },
        );
    }
    let key = record_of(request.kind, request.id);
    let done = session.change(|draft| {
        let before = draft.plan.get(key).ok_or_else(Refused::not_found)?;
        let mut record = fields::merge(&before, &request.set)?;
        beginnings::follow_city(&before, &mut record, &request.set);
        if let (AnyRecord::Notice(before), AnyRecord::Notice(notice)) = (&before, &record) {
            may_reword(draft.plan, before, notice)?;
        }
        if let (AnyRecord::Mission(before), AnyRecord::Mission(mission)) = (&before, &record) {
            events_follow(draft, before, mission);
        }
        let label = Label::new(format!("{}_edited", request.kind.key())).about(&before);
        draft.put(record)?;
        Ok((key_of(key), label))
    })?;
    Ok(done.of_key())
}

/// Programme and region of a mission's events are the mission's.
fn events_follow(draft: &mut Draft<'_>, before: &Mission, mission: &Mission) {
    if (before.programme, before.region) == (mission.programme, mission.region) {
        return;
    }
    for event in draft.plan.events_of(mission.id) {
        draft.put_made(Event {
            programme: mission.programme,
            region: mission.region,
            ..event.clone()
        });
    }
}

/// What people were told stays as they were told it; a new version is made instead.
fn may_reword(plan: &Plan, before: &Notice, notice: &Notice) -> Result<(), Refused> {
    let given = validate::pointing_at(plan, RecordRef::Notice(before.id)).len();
    if given > 0 && before != notice {
        return Err(Refused::in_use(given));
    }
    Ok(())
}

/// `records.remove`
pub(crate) fn remove(session: &Session, request: &RecordKey) -> Result<Written, Refused> {
    remove_record(session, record_of(request.kind, request.id))
}

/// Removes a record: a mission with its legs and events, a leg from under its events; one in use is refused.
pub(crate) fn remove_record(session: &Session, key: RecordRef) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let record = plan.get(key).ok_or_else(Refused::not_found)?;
        let users = users_of(plan, key);
        if users > 0 {
            return Err(Refused::in_use(users));
        }
        match key {
            RecordRef::Event(id) => remove_arrangement(draft, id),
            RecordRef::Mission(id) => {
                for event in plan.events_of(id) {
                    remove_arrangement(draft, event.id);
                    draft.remove(event.id);
                }
                for leg in plan.legs_of(id) {
                    draft.remove(leg.id);
                }
            }
            RecordRef::Leg(id) => {
                for event in plan.events().values().filter(|event| event.leg == Some(id)) {
                    draft.put_made(Event {
                        leg: None,
                        ..event.clone()
                    });
                }
            }
            RecordRef::Calendar(id) => crate::calendars::remove_from_under(draft, id)?,
            RecordRef::Programme(_)
            | RecordRef::Venue(_)
            | RecordRef::Partner(_)
            | RecordRef::Delegate(_)
            | RecordRef::Market(_)
            | RecordRef::Office(_)
            | RecordRef::DayOverride(_)
            | RecordRef::Recipient(_)
            | RecordRef::Invitation(_)
            | RecordRef::Arrangement(_)
            | RecordRef::Visit(_)
            | RecordRef::Notice(_)
            | RecordRef::Letter(_)
            | RecordRef::SavedList(_)
            | RecordRef::Distinct(_) => {}
            RecordRef::Person(id) => {
                let of = |pair: &&Distinct| pair.one == id || pair.other == id;
                for pair in plan.distincts().values().filter(of) {
                    draft.remove(pair.id);
                }
            }
            // A log from which lines can be taken out is none.
            RecordRef::Disclosure(_) => return Err(Refused::invalid("id", "fixed")),
        }
        draft.remove(key);
        Ok((
            key_of(key),
            Label::new(format!("{}_removed", key.kind())).about(&record),
        ))
    })?;
    Ok(done.of_key())
}

/// How the seats of an event are given out says nothing without it.
fn remove_arrangement(draft: &mut Draft<'_>, event: EventId) {
    if let Some(arrangement) = draft.plan.arrangement_of(event) {
        draft.remove(arrangement.id);
    }
}

/// How many records could not do without this one.
fn users_of(plan: &Plan, key: RecordRef) -> usize {
    let events = |uses: &dyn Fn(&Event) -> bool| plan.events().values().filter(|event| uses(event)).count();
    let missions = |uses: &dyn Fn(&Mission) -> bool| plan.missions().values().filter(|m| uses(m)).count();
    match key {
        RecordRef::Programme(id) => {
            missions(&|mission| mission.programme == id)
                + events(&|event| event.programme == id && event.mission.is_none())
        }
        RecordRef::Venue(id) => events(&|event| event.venue == Some(id)),
        RecordRef::Partner(id) => {
            events(&|event| event.hosts.contains(&id))
                + missions(&|mission| mission.partners.iter().any(|share| share.partner == id))
        }
        RecordRef::Delegate(id) => {
            events(&|event| event.delegates.contains(&id))
                + missions(&|mission| mission.team.contains(&id) || mission.lead == Some(id))
                + plan
                    .visits()
                    .values()
                    .filter(|visit| visit.host == Some(id) || visit.escorts.contains(&id))
                    .count()
        }
        RecordRef::Market(id) => {
            events(&|event| event.market == Some(id))
                + missions(&|mission| mission.markets.contains(&id))
                + plan
                    .people()
                    .values()
                    .filter(|person| person.market == Some(id))
                    .count()
        }
        RecordRef::Office(id) => {
            missions(&|mission| mission.offices.contains(&id))
                + plan
                    .markets()
                    .values()
                    .filter(|market| market.office == Some(id))
                    .count()
        }
        RecordRef::Event(id) => plan.invitation_count(id),
        RecordRef::Mission(id) => {
            let invitations = |event: &Event| plan.invitation_count(event.id);
            plan.events_of(id).into_iter().map(invitations).sum()
        }
        RecordRef::Person(_) | RecordRef::Invitation(_) | RecordRef::Notice(_) => {
            let users = validate::pointing_at(plan, key);
            users
                .iter()
                .filter(|user| !matches!(user, RecordRef::Distinct(_)))
                .count()
        }
        RecordRef::Leg(_)
        | RecordRef::DayOverride(_)
        | RecordRef::Calendar(_)
        | RecordRef::Recipient(_)
        | RecordRef::Arrangement(_)
        | RecordRef::Visit(_)
        | RecordRef::Letter(_)
        | RecordRef::SavedList(_)
        | RecordRef::Distinct(_)
        | RecordRef::Disclosure(_) => 0,
    }
}
