//! One visit with all that a host asks of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::people::{Visit, VisitStage, visits};
use outreach_zones::Zone;

use super::{card, delegate, today};
use crate::Refused;
use crate::guests::room::Room;
use crate::rows::count;
use crate::shown::HONG_KONG;
use crate::views::{
    CheckItemView, CostSums, MeetingView, ShownSpan, StageReached, TaskView, VisitDay, VisitNote, VisitPage,
    VisitStepView,
};

/// The stages a visit comes by, in order; a closed one has left the way.
const WAY: [VisitStage; 8] = [
    VisitStage::Nominated,
    VisitStage::Approved,
    VisitStage::Invited,
    VisitStage::Accepted,
    VisitStage::TravelBooked,
    VisitStage::InHongKong,
    VisitStage::FollowedUp,
    VisitStage::Outcome,
];

pub(super) fn page(room: &Room<'_>, visit: &Visit) -> Result<VisitPage, Refused> {
    let today = today(room);
    let hong_kong = room.shown.zone(HONG_KONG)?;
    let home = if visit.home_zone.is_empty() {
        None
    } else {
        room.shown.zone(&visit.home_zone).ok()
    };
    let home = home.unwrap_or_else(|| hong_kong.clone());
    let overlaps = visits::overlaps(visit);
    let far = visits::progress(visit, today);
    let late = |due: Option<NaiveDate>, done: bool| !done && due.is_some_and(|due| due < today);
    let mut checklist: Vec<CheckItemView> = (0..)
        .zip(&visit.checklist)
        .map(|(at, item)| CheckItemView {
            at,
            overdue: late(item.due, item.done),
            item: item.clone(),
        })
        .collect();
    checklist.sort_by_key(|view| (!view.overdue, view.item.done, view.at));
    let mut tasks: Vec<TaskView> = (0..)
        .zip(&visit.tasks)
        .map(|(at, task)| TaskView {
            at,
            overdue: late(task.due, task.done),
            task: task.clone(),
        })
        .collect();
    tasks.sort_by_key(|view| (!view.overdue, view.task.done, view.at));
    Ok(VisitPage {
        card: card(room, visit, today),
        post: room
            .person(visit.person)
            .map(|person| room.say(&person.post))
            .unwrap_or_default(),
        steps: visit
            .steps
            .iter()
            .map(|step| VisitStepView {
                stage: step.stage,
                on: step.on,
                recorded: room.shown.at(&hong_kong, step.at),
                actor: step.actor.clone(),
                note: step.note.clone(),
            })
            .collect(),
        progress: progress(visit),
        approvals: visit.approvals.clone(),
        checklist,
        days: days(room, visit, &hong_kong, &home, &overlaps),
        home_zone: home.name().to_owned(),
        escorts: visit.escorts.iter().map(|id| delegate(room, *id)).collect(),
        costs: CostSums {
            paid: far.paid_cents,
            estimated: far.estimated_cents,
            total: far.paid_cents.saturating_add(far.estimated_cents),
        },
        tasks,
        notes: notes(visit, &overlaps),
        today,
        visit: visit.clone(),
    })
}

/// When each stage was last reached, as far as the visit stands there or beyond.
fn progress(visit: &Visit) -> Vec<StageReached> {
    let stands = WAY.iter().position(|stage| *stage == visit.stage);
    WAY.iter()
        .enumerate()
        .map(|(place, stage)| {
            let reached = stands.is_none_or(|stands| place <= stands);
            let last = visit.steps.iter().rev().find(|step| step.stage == *stage);
            StageReached {
                stage: *stage,
                on: last.filter(|_| reached).map(|step| step.on),
            }
        })
        .collect()
}

/// The programme by day, each meeting in Hong Kong's time with the guest's clock at home.
fn days(
    room: &Room<'_>,
    visit: &Visit,
    hong_kong: &Zone,
    home: &Zone,
    overlaps: &[(usize, usize)],
) -> Vec<VisitDay> {
    let clashing: BTreeSet<usize> = overlaps.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let at_home = |wall: NaiveDateTime| room.shown.at(home, hong_kong.pick(wall, None).utc);
    let mut days: BTreeMap<NaiveDate, Vec<(NaiveDateTime, MeetingView)>> = BTreeMap::new();
    for (place, meeting) in visit.meetings.iter().enumerate() {
        let view = MeetingView {
            at: count(place),
            span: Some(ShownSpan {
                start: at_home(meeting.start),
                end: at_home(meeting.end),
            }),
            what: room.say(&meeting.what),
            place: room.say(&meeting.place),
            with: meeting.with.clone(),
            overlaps: clashing.contains(&place),
        };
        days.entry(meeting.start.date())
            .or_default()
            .push((meeting.start, view));
    }
    days.into_iter()
        .map(|(day, mut meetings)| {
            meetings.sort_by_key(|(start, view)| (*start, view.at));
            VisitDay {
                day,
                meetings: meetings.into_iter().map(|(_, view)| view).collect(),
            }
        })
        .collect()
}

fn notes(visit: &Visit, overlaps: &[(usize, usize)]) -> Vec<VisitNote> {
    let mut notes: Vec<VisitNote> = overlaps
        .iter()
        .map(|(one, other)| VisitNote {
            code: "programme_overlaps".to_owned(),
            meetings: vec![count(*one), count(*other)],
        })
        .collect();
    let outside: Vec<u32> = visit
        .meetings
        .iter()
        .enumerate()
        .filter(|(_, meeting)| visits::outside_stay(visit, meeting))
        .map(|(place, _)| count(place))
        .collect();
    if !outside.is_empty() {
        notes.push(VisitNote {
            code: "programme_outside_stay".to_owned(),
            meetings: outside,
        });
    }
    notes
}
