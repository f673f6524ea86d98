//! Events: listing, showing, making, editing, moving.

use chrono::{Days, NaiveDateTime, TimeDelta};
use outreach_plan::checks::{self, Assumptions};
use outreach_plan::{AnyRecord, Event, EventId, RecordRef, Status};
use outreach_zones::Rules;

use crate::change::{Done, Draft, Label};
use crate::day_notes::day_notes;
use crate::filter::{Wanted, last_day};
use crate::rows::Look;
use crate::views::{
    AddEvent, EditEvent, EventKey, EventPage, EventRow, ListEvents, MoveEvent, MovePreview, MoveTo,
    ShowEvent, Written,
};
use crate::{Refused, Session, beginnings, fields, findings, wall_times};

/// Of one day, at most so many events are shown beside an event.
const SAME_DAY_AT_MOST: usize = 50;

/// `events.list`
pub(crate) fn list(session: &Session, request: &ListEvents) -> Result<Vec<EventRow>, Refused> {
    session.look(request.language, |look| {
        let wanted = Wanted::by(&request.filter, look.plan, look.findings);
        Ok(wanted.events().into_iter().map(|event| look.row(event)).collect())
    })
}

/// `events.show`
pub(crate) fn show(session: &Session, request: &ShowEvent) -> Result<EventPage, Refused> {
    session.look(request.language, |look| {
        let event = look
            .plan
            .events()
            .get(&request.id)
            .ok_or_else(Refused::not_found)?;
        let found = checks::check_event(look.plan, &Assumptions::default(), event.id);
        let (first, last) = (event.start.date(), last_day(event));
        let mut same_day: Vec<&Event> = look
            .plan
            .events()
            .values()
            .filter(|other| other.id != event.id && other.start.date() <= last && last_day(other) >= first)
            .collect();
        same_day.sort_by_key(|other| {
            (
                look.plan.event_span(other.id).map(|span| span.start.utc),
                other.id,
            )
        });
        same_day.truncate(SAME_DAY_AT_MOST);
        let area = look.area(event);
        Ok(EventPage {
            span: look.span(event),
            country: area.map(|area| area.country),
            mission_title: look.mission(event).map(|mission| mission.title.clone()),
            team: look.plan.delegates_at(event).to_vec(),
            findings: findings::views(&look.shown, &found),
            same_day: same_day.into_iter().map(|other| look.row(other)).collect(),
            day_notes: area
                .map(|area| day_notes(Some(look.plan), area, first, last, true))
                .unwrap_or_default(),
            event: event.clone(),
        })
    })
}

/// `events.add`
pub(crate) fn add(session: &Session, request: &AddEvent) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let event = beginnings::event(draft, &request.set)?;
        let id = event.id;
        let label = Label::new("event_added").about(&AnyRecord::Event(event.clone()));
        draft.put(event)?;
        Ok((id, label))
    })?;
    Ok(done.written())
}

/// `events.edit`
pub(crate) fn edit(session: &Session, request: &EditEvent) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let before = find(draft, request.id)?.clone();
        let merged = fields::merge(&AnyRecord::Event(before.clone()), &request.set)?;
        let AnyRecord::Event(mut event) = merged else {
            return Err(Refused::not_found());
        };
        beginnings::follow_place(draft.plan, &before, &mut event, &request.set)?;
        let label = Label::new("event_edited").about(&AnyRecord::Event(before));
        draft.put(event)?;
        Ok((request.id, label))
    })?;
    Ok(done.written())
}

/// `events.move`
pub(crate) fn shift(session: &Session, request: &MoveEvent) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let before = find(draft, request.id)?;
        let label = Label::new("event_moved").about(&AnyRecord::Event(before.clone()));
        let event = moved(before, &request.to)?;
        draft.put(event)?;
        Ok((request.id, label))
    })?;
    Ok(done.written())
}

/// `events.preview_move`
pub(crate) fn preview_move(session: &Session, request: &MoveEvent) -> Result<MovePreview, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let before = plan.events().get(&request.id).ok_or_else(Refused::not_found)?;
    let shown = session.shown();
    let settled = moved(before, &request.to).and_then(|event| made_sure(plan.rules(), before, event));
    match settled {
        Ok(event) => Ok(MovePreview {
            span: plan
                .span_of_event(&event)
                .map(|span| shown.span(&event.zone, &span)),
            findings: findings::views(
                &shown,
                &checks::check_as_if(&plan, &Assumptions::default(), &event),
            ),
            refusal: None,
        }),
        Err(refused) => Ok(MovePreview {
            span: None,
            findings: Vec::new(),
            refusal: Some(refused.into_view()),
        }),
    }
}

fn made_sure(rules: &Rules, before: &Event, event: Event) -> Result<Event, Refused> {
    let mut record = AnyRecord::Event(event);
    wall_times::make_sure(rules, Some(&AnyRecord::Event(before.clone())), &mut record)?;
    let AnyRecord::Event(event) = record else {
        return Err(Refused::not_found());
    };
    if event.end <= event.start {
        return Err(Refused::invalid("end", "end_before_start"));
    }
    Ok(event)
}

/// The event where `to` puts it; nothing is made sure of yet.
fn moved(event: &Event, to: &MoveTo) -> Result<Event, Refused> {
    let mut event = event.clone();
    match to {
        MoveTo::By { days, minutes } => {
            if event.all_day && *minutes != 0 {
                return Err(Refused::invalid("minutes", "whole_days_only"));
            }
            let by = |wall: NaiveDateTime| later(wall, *days, *minutes);
            (event.start, event.end) = (by(event.start)?, by(event.end)?);
            if (*days, *minutes) != (0, 0) {
                (event.start_fold, event.end_fold) = (None, None);
            }
        }
        MoveTo::At {
            start,
            end,
            zone,
            start_fold,
            end_fold,
        } => {
            let length = event.end - event.start;
            event.end = match end {
                Some(end) => *end,
                None => start
                    .checked_add_signed(length)
                    .ok_or_else(|| Refused::invalid("start", "out_of_years"))?,
            };
            event.start = *start;
            (event.start_fold, event.end_fold) = (*start_fold, *end_fold);
            if let Some(zone) = zone {
                event.zone.clone_from(zone);
            }
        }
    }
    Ok(event)
}

fn later(wall: NaiveDateTime, days: i32, minutes: i32) -> Result<NaiveDateTime, Refused> {
    let by_days = Days::new(days.unsigned_abs().into());
    let day = if days < 0 {
        wall.checked_sub_days(by_days)
    } else {
        wall.checked_add_days(by_days)
    };
    day.and_then(|wall| wall.checked_add_signed(TimeDelta::minutes(minutes.into())))
        .ok_or_else(|| Refused::invalid("start", "out_of_years"))
}

/// `events.cancel`
pub(crate) fn cancel(session: &Session, request: &EventKey) -> Result<Written, Refused> {
    let done: Done<EventId> = session.change(|draft| {
        let before = find(draft, request.id)?;
        let label = Label::new("event_cancelled").about(&AnyRecord::Event(before.clone()));
        draft.put_made(Event {
            status: Status::Cancelled,
            ..before.clone()
        });
        Ok((request.id, label))
    })?;
    Ok(done.written())
}

/// `events.remove`
pub(crate) fn remove(session: &Session, request: &EventKey) -> Result<Written, Refused> {
    crate::records::remove_record(session, RecordRef::Event(request.id))
}

/// `events.duplicate`
pub(crate) fn duplicate(session: &Session, request: &EventKey) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let before = find(draft, request.id)?;
        let label = Label::new("event_duplicated").about(&AnyRecord::Event(before.clone()));
        let key = draft.fresh_key();
        let event = Event {
            id: EventId(key),
            uid: draft.fresh_key().to_string(),
            sequence: 0,
            created: draft.now,
            modified: draft.now,
            status: Status::Idea,
            ..before.clone()
        };
        draft.put_made(event);
        Ok((EventId(key), label))
    })?;
    Ok(done.written())
}

fn find<'a>(draft: &Draft<'a>, id: EventId) -> Result<&'a Event, Refused> {
    draft.plan.events().get(&id).ok_or_else(Refused::not_found)
}

impl Session {
    /// Makes a view of the open workspace.
    pub(crate) fn look<A>(
        &self,
        language: outreach_plan::Language,
        view: impl FnOnce(&Look<'_>) -> Result<A, Refused>,
    ) -> Result<A, Refused> {
        let desk = self.desk()?;
        let plan = desk.plan();
        let findings = desk.findings(&plan);
        let moved = desk.moved();
        view(&Look {
            plan: &plan,
            findings: &findings,
            moved: &moved,
            shown: crate::shown::Shown::by(plan.rules()),
            language,
        })
    }
}
