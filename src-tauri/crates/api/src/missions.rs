//! Missions: listing, showing day by day, moving, copying, cancelling.

use outreach_plan::checks::{self, Assumptions};
use outreach_plan::shift::{Met, MoveError, TimeNote, shift_mission};
use outreach_plan::{AnyRecord, Event, Mission, MissionId, Plan, Status};

use crate::change::{Done, Label};
use crate::copying::copied;
use crate::filter::Wanted;
use crate::rows::count;
use crate::shown::Shown;
use crate::views::{
    AdjustedTime, CopyMissionTo, FindingView, ListMissions, MissionKey, MissionMoved, MissionPage,
    MissionRow, ShiftMission, ShowMission, Written,
};
use crate::{Refused, Session, findings, mission_days};

/// `missions.list`
pub(crate) fn list(session: &Session, request: &ListMissions) -> Result<Vec<MissionRow>, Refused> {
    session.look(request.language, |look| {
        let wanted = Wanted::by(&request.filter, look.plan, look.findings);
        let with_events: std::collections::BTreeSet<MissionId> = look
            .plan
            .events()
            .values()
            .filter(|event| wanted.event(event))
            .filter_map(|e| e.mission)
            .collect();
        let mut rows: Vec<MissionRow> = look
            .plan
            .missions()
            .values()
            .filter(|mission| with_events.contains(&mission.id) || wanted.mission(mission))
            .map(|mission| {
                let tally = look.findings.of_mission(mission.id);
                MissionRow {
                    id: mission.id,
                    title: look.say(&mission.title),
                    kind: mission.kind,
                    region: mission.region,
                    status: mission.status,
                    from: mission.from,
                    until: mission.until,
                    places: look
                        .plan
                        .legs_of(mission.id)
                        .iter()
                        .map(|leg| look.say(&leg.place))
                        .collect(),
                    markets: mission
                        .markets
                        .iter()
                        .filter_map(|id| look.plan.markets().get(id))
                        .map(|market| look.say(&market.name))
                        .collect(),
                    events: events_on(look.plan, mission.id),
                    team: count(mission.team.len()),
                    problems: tally.problems,
                    warnings: tally.warnings,
                }
            })
            .collect();
        rows.sort_by(|a, b| (a.from, &a.title, a.id).cmp(&(b.from, &b.title, b.id)));
        Ok(rows)
    })
}

/// How many events of a mission are not off.
fn events_on(plan: &Plan, mission: MissionId) -> u32 {
    count(
        plan.events_of(mission)
            .iter()
            .filter(|event| event.status.claims_its_time())
            .count(),
    )
}

/// `missions.show`
pub(crate) fn show(session: &Session, request: &ShowMission) -> Result<MissionPage, Refused> {
    session.look(request.language, |look| {
        let mission = look
            .plan
            .missions()
            .get(&request.id)
            .ok_or_else(Refused::not_found)?;
        let found = checks::check_mission(look.plan, &Assumptions::default(), mission.id);
        let legs = look
            .plan
            .legs_of(mission.id)
            .into_iter()
            .map(|leg| mission_days::leg(look, leg))
            .collect();
        Ok(MissionPage {
            mission: mission.clone(),
            legs,
            days: mission_days::days(look, mission),
            findings: findings::views(&look.shown, &found),
            events: events_on(look.plan, mission.id),
        })
    })
}

/// `missions.shift`
pub(crate) fn shift(session: &Session, request: &ShiftMission) -> Result<MissionMoved, Refused> {
    let done: Done<Vec<TimeNote>> = session.change(|draft| {
        let mission = find(draft.plan, request.id)?;
        let label = Label::new("mission_shifted")
            .about(&AnyRecord::Mission(mission.clone()))
            .with("days", request.days);
        let shifted =
            shift_mission(draft.plan, request.id, request.days.into()).map_err(|error| refused(&error))?;
        for record in shifted.records {
            draft.put_made(record);
        }
        Ok((shifted.met, label))
    })?;
    let desk = session.desk()?;
    let plan = desk.plan();
    report(&plan, request.id, &done.value)
}

/// `missions.preview_shift`
pub(crate) fn preview_shift(session: &Session, request: &ShiftMission) -> Result<MissionMoved, Refused> {
    let desk = session.desk()?;
    let mut plan = desk.plan().clone();
    let shifted = shift_mission(&plan, request.id, request.days.into()).map_err(|error| refused(&error))?;
    for record in shifted.records {
        plan.put(record);
    }
    report(&plan, request.id, &shifted.met)
}

/// `missions.copy`
pub(crate) fn copy(session: &Session, request: &CopyMissionTo) -> Result<MissionMoved, Refused> {
    let done = session.change(|draft| {
        let mission = find(draft.plan, request.id)?;
        let label = Label::new("mission_copied").about(&AnyRecord::Mission(mission.clone()));
        let copy = copied(draft.plan, request, &mut || draft.fresh_key(), draft.now)?;
        let (id, met) = (copy.id, copy.met);
        for record in copy.records {
            draft.put_made(record);
        }
        Ok(((id, met), label))
    })?;
    let (id, met) = done.value;
    let desk = session.desk()?;
    let plan = desk.plan();
    report(&plan, id, &met)
}

/// `missions.preview_copy`
pub(crate) fn preview_copy(session: &Session, request: &CopyMissionTo) -> Result<MissionMoved, Refused> {
    let desk = session.desk()?;
    let mut plan = desk.plan().clone();
    let copy = copied(&plan, request, &mut || session.fresh_key(), session.now())?;
    for record in copy.records {
        plan.put(record);
    }
    report(&plan, copy.id, &copy.met)
}

/// `missions.cancel`
pub(crate) fn cancel(session: &Session, request: &MissionKey) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let mission = find(draft.plan, request.id)?;
        let label = Label::new("mission_cancelled").about(&AnyRecord::Mission(mission.clone()));
        for event in draft.plan.events_of(request.id) {
            // What took place cannot be called off.
            if !matches!(event.status, Status::Held | Status::Reported) {
                draft.put_made(Event {
                    status: Status::Cancelled,
                    ..event.clone()
                });
            }
        }
        draft.put_made(Mission {
            status: Status::Cancelled,
            ..mission.clone()
        });
        Ok((request.id, label))
    })?;
    Ok(done.written())
}

fn find(plan: &Plan, id: MissionId) -> Result<&Mission, Refused> {
    plan.missions().get(&id).ok_or_else(Refused::not_found)
}

pub(crate) fn refused(error: &MoveError) -> Refused {
    match error {
        MoveError::NoSuchMission | MoveError::NoSuchLeg(_) => Refused::not_found(),
        MoveError::OutOfYears => Refused::invalid("first_day", "out_of_years"),
        MoveError::WholeDaysOnly => Refused::invalid("minutes", "whole_days_only"),
        MoveError::UnknownZone(zone) => Refused::new(
            "unknown_zone",
            format!("The zone rules know no zone `{zone}`. Nothing was changed."),
        )
        .with("zone", zone)
        .with("suggestions", ""),
    }
}

/// What a move or a copy did.
fn report(plan: &Plan, id: MissionId, met: &[TimeNote]) -> Result<MissionMoved, Refused> {
    let mission = find(plan, id)?;
    let shown = Shown::by(plan.rules());
    let adjusted = met
        .iter()
        .filter_map(|note| {
            let (kind, fold) = match note.met {
                Met::Gap { .. } => ("gap", None),
                Met::Fold { fold, .. } => ("fold", Some(fold)),
                Met::Reversed => ("reversed", None),
            };
            let moment = plan.moment(note.chosen, &note.zone, fold).ok()?;
            Some(AdjustedTime {
                what: note.what.clone(),
                wanted: note.wall,
                kind: kind.to_owned(),
                taken: shown.moment(&note.zone, &moment),
            })
        })
        .collect();
    let found: Vec<FindingView> =
        findings::views(&shown, &checks::check_mission(plan, &Assumptions::default(), id));
    Ok(MissionMoved {
        id,
        from: mission.from,
        until: mission.until,
        events: count(plan.events_of(id).len()),
        adjusted,
        findings: found,
    })
}
