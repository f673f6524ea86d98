//! What may be wrong with one event, apart from its neighbours.

use chrono::{NaiveDate, NaiveDateTime};
use outreach_zones::{Fold, Gap, Resolution};

use super::days;
use super::finding::{CheckKind, Detail, Finding, Severity, Side, TimeField};
use super::look::{Look, about, between, is_over};
use crate::{Event, Span};

pub(super) fn check(look: &Look<'_>, event: &Event, span: Option<&Span>, found: &mut Vec<Finding>) {
    if !event.status.claims_its_time() {
        return;
    }
    let side = || look.event_side(event, span);
    match span {
        None => found.push(about(
            CheckKind::UnknownZone,
            Severity::Problem,
            side(),
            Detail::Zone {
                name: event.zone.clone(),
            },
        )),
        Some(span) => {
            wall(
                look,
                (event.start, &event.zone, event.start_fold, TimeField::Start),
                &side,
                found,
            );
            wall(
                look,
                (event.end, &event.zone, event.end_fold, TimeField::End),
                &side,
                found,
            );
            if span.end.utc < span.start.utc {
                found.push(about(
                    CheckKind::EndBeforeStart,
                    Severity::Problem,
                    side(),
                    Detail::None,
                ));
            }
            outside_leg(look, event, span, found);
        }
    }
    if span.is_none() && event.end < event.start {
        found.push(about(
            CheckKind::EndBeforeStart,
            Severity::Problem,
            side(),
            Detail::None,
        ));
    }
    outside_dates(look, event, span, found);
    if !is_over(event.status) {
        too_many(look, event, span, found);
        days::check(look, event, span, found);
    }
}

/// A stored wall time lies in a gap, or in a fold without a choice, only if the rules changed under it.
pub(super) fn wall(
    look: &Look<'_>,
    (wall, zone, fold, end): (NaiveDateTime, &str, Option<Fold>, TimeField),
    side: &dyn Fn() -> Side,
    found: &mut Vec<Finding>,
) {
    let Ok(zone) = look.plan.rules().zone(zone) else {
        return;
    };
    match zone.resolve(wall) {
        Resolution::Unique(_) => {}
        Resolution::Gap(Gap { before, after, .. }) => found.push(about(
            CheckKind::TimeInGap,
            Severity::Problem,
            side(),
            Detail::Gap { end, before, after },
        )),
        Resolution::Fold { earlier, later } if fold.is_none() => found.push(about(
            CheckKind::UndecidedFold,
            Severity::Warning,
            side(),
            Detail::Fold {
                end,
                earlier_offset_s: earlier.offset_s,
                later_offset_s: later.offset_s,
            },
        )),
        Resolution::Fold { .. } => {}
    }
}

fn outside_leg(look: &Look<'_>, event: &Event, span: &Span, found: &mut Vec<Finding>) {
    let Some(leg) = event.leg.and_then(|id| look.plan.legs().get(&id)) else {
        return;
    };
    let Some(stay) = look.plan.leg_span(leg.id) else {
        return;
    };
    let (first, last) = days_of(event);
    let outside = if event.all_day {
        first < leg.arrive.date() || last > leg.depart.date()
    } else {
        span.start.utc < stay.start.utc || span.end.utc > stay.end.utc
    };
    if outside {
        let sides = [look.event_side(event, Some(span)), look.leg_side(leg, Some(stay))];
        found.push(between(
            CheckKind::EventOutsideLeg,
            Severity::Problem,
            sides,
            Detail::None,
        ));
    }
}

fn outside_dates(look: &Look<'_>, event: &Event, span: Option<&Span>, found: &mut Vec<Finding>) {
    let (first, last) = days_of(event);
    if let Some(mission) = event.mission.and_then(|id| look.plan.missions().get(&id)) {
        if first < mission.from || last > mission.until {
            let sides = [look.event_side(event, span), look.mission_side(mission)];
            found.push(between(
                CheckKind::OutsideMission,
                Severity::Warning,
                sides,
                Detail::None,
            ));
        }
    } else if let Some(programme) = look.plan.programmes().get(&event.programme)
        && (first < programme.from || last > programme.until)
    {
        let sides = [look.event_side(event, span), look.programme_side(programme)];
        found.push(between(
            CheckKind::OutsideProgramme,
            Severity::Warning,
            sides,
            Detail::None,
        ));
    }
}

fn too_many(look: &Look<'_>, event: &Event, span: Option<&Span>, found: &mut Vec<Finding>) {
    if let Some(planned) = event.capacity
        && let Some(venue) = event.venue.and_then(|id| look.plan.venues().get(&id))
        && let Some(fits) = venue.capacity
        && planned > fits
    {
        let side = look.event_side(event, span);
        let detail = Detail::Capacity {
            planned,
            fits,
            venue: venue.name.clone(),
        };
        let mut finding = about(CheckKind::OverCapacity, Severity::Warning, side, detail);
        finding.subjects.push(venue.id.into());
        found.push(finding);
    }
}

/// First and last local day of an event; an end at midnight belongs to the day before.
pub(super) fn days_of(event: &Event) -> (NaiveDate, NaiveDate) {
    last_day(event.start, event.end)
}

/// First and last day touched by a half-open span of wall times.
pub(super) fn last_day(start: NaiveDateTime, end: NaiveDateTime) -> (NaiveDate, NaiveDate) {
    let first = start.date();
    let last = if end > start && end.time() == chrono::NaiveTime::MIN {
        end.date().pred_opt().unwrap_or(end.date())
    } else {
        end.date()
    };
    (first, last.max(first))
}
