//! What may be wrong with a mission's stays and the journeys between them.

use std::collections::HashMap;

use outreach_zones::Moment;

use super::alone::wall;
use super::finding::{CheckKind, Detail, Finding, Severity, TimeField};
use super::ground;
use super::look::{Look, about, between};
use crate::reference::distance_km;
use crate::{Event, Leg, LegId, Mission, MissionKind, Span, Travel};

pub(super) fn check(look: &Look<'_>, mission: &Mission, found: &mut Vec<Finding>) {
    if !mission.status.claims_its_time() {
        return;
    }
    if let Some(programme) = look.plan.programmes().get(&mission.programme)
        && (mission.from < programme.from || mission.until > programme.until)
    {
        let sides = [look.mission_side(mission), look.programme_side(programme)];
        found.push(between(
            CheckKind::OutsideProgramme,
            Severity::Warning,
            sides,
            Detail::None,
        ));
    }
    let legs = look.plan.legs_of(mission.id);
    if legs.is_empty() && mission.kind != MissionKind::Online {
        let side = look.mission_side(mission);
        found.push(about(
            CheckKind::MissionWithoutLegs,
            Severity::Note,
            side,
            Detail::None,
        ));
    }
    let mut events_in: HashMap<LegId, Vec<(&Event, &Span)>> = HashMap::new();
    if legs.iter().any(|leg| leg.travel.is_some()) {
        for event in look.plan.events_of(mission.id) {
            if let (true, Some(leg), Some(span)) = (
                event.status.claims_its_time(),
                event.leg,
                look.plan.event_span(event.id),
            ) {
                events_in.entry(leg).or_default().push((event, span));
            }
        }
    }
    for (at, leg) in legs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| legs.get(at)).copied();
        check_leg(look, mission, leg, found);
        if let Some(before) = before {
            check_step(look, before, leg, found);
        }
        if let Some(travel) = &leg.travel {
            check_travel(look, before, leg, travel, &events_in, found);
        }
    }
}

fn check_leg(look: &Look<'_>, mission: &Mission, leg: &Leg, found: &mut Vec<Finding>) {
    let span = look.plan.leg_span(leg.id);
    let side = || look.leg_side(leg, span);
    if span.is_none() {
        let detail = Detail::Zone {
            name: leg.zone.clone(),
        };
        found.push(about(CheckKind::UnknownZone, Severity::Problem, side(), detail));
    }
    wall(
        look,
        (leg.arrive, &leg.zone, leg.arrive_fold, TimeField::Arrive),
        &side,
        found,
    );
    wall(
        look,
        (leg.depart, &leg.zone, leg.depart_fold, TimeField::Depart),
        &side,
        found,
    );
    if span.map_or(leg.depart < leg.arrive, |span| span.end.utc < span.start.utc) {
        found.push(about(
            CheckKind::EndBeforeStart,
            Severity::Problem,
            side(),
            Detail::None,
        ));
    }
    if leg.arrive.date() < mission.from || leg.depart.date() > mission.until {
        let sides = [side(), look.mission_side(mission)];
        found.push(between(
            CheckKind::OutsideMission,
            Severity::Warning,
            sides,
            Detail::None,
        ));
    }
}

/// From one stay to the next: not at once, and with time for the way unless the journey is planned.
fn check_step(look: &Look<'_>, before: &Leg, leg: &Leg, found: &mut Vec<Finding>) {
    let (Some(left), Some(reached)) = (look.plan.leg_span(before.id), look.plan.leg_span(leg.id)) else {
        return;
    };
    let sides = || {
        [
            look.leg_side(before, Some(left)),
            look.leg_side(leg, Some(reached)),
        ]
    };
    if reached.start.utc < left.end.utc {
        found.push(between(
            CheckKind::LegsOverlap,
            Severity::Problem,
            sides(),
            Detail::None,
        ));
        return;
    }
    if leg.travel.is_some() {
        return;
    }
    let ends = before.city.zip(leg.city);
    let points = ends.and_then(|(from, to)| ground::point_of_city(from).zip(ground::point_of_city(to)));
    let Some((from, to)) = points else { return };
    let km = distance_km(from, to);
    let (needed, available) = (look.assumptions.way(km), reached.start.utc - left.end.utc);
    if available < needed {
        found.push(between(
            CheckKind::TooLittleTime,
            how_tight(available, needed),
            sides(),
            Detail::Way {
                km: Some(km.round() as u32),
                needed_min: needed.num_minutes(),
                available_min: available.num_minutes(),
            },
        ));
    }
}

/// Less than half the time needed cannot work; more than that may, with luck.
pub(super) fn how_tight(available: chrono::TimeDelta, needed: chrono::TimeDelta) -> Severity {
    if available < needed / 2 {
        Severity::Problem
    } else {
        Severity::Warning
    }
}

fn check_travel(
    look: &Look<'_>,
    before: Option<&Leg>,
    leg: &Leg,
    travel: &Travel,
    events_in: &HashMap<LegId, Vec<(&Event, &Span)>>,
    found: &mut Vec<Finding>,
) {
    let start = look
        .plan
        .moment(travel.depart, &travel.depart_zone, travel.depart_fold);
    let end = look
        .plan
        .moment(travel.arrive, &travel.arrive_zone, travel.arrive_fold);
    for (moment, zone) in [(&start, &travel.depart_zone), (&end, &travel.arrive_zone)] {
        if moment.is_err() {
            let side = look.travel_side(leg, travel, None);
            let detail = Detail::Zone { name: zone.clone() };
            found.push(about(CheckKind::UnknownZone, Severity::Problem, side, detail));
        }
    }
    let (Ok(start), Ok(end)) = (start, end) else {
        return;
    };
    let span = Span { start, end };
    let side = || look.travel_side(leg, travel, Some(&span));
    let depart = (
        travel.depart,
        travel.depart_zone.as_str(),
        travel.depart_fold,
        TimeField::TravelDepart,
    );
    let arrive = (
        travel.arrive,
        travel.arrive_zone.as_str(),
        travel.arrive_fold,
        TimeField::TravelArrive,
    );
    wall(look, depart, &side, found);
    wall(look, arrive, &side, found);
    if span.end.utc < span.start.utc {
        found.push(about(
            CheckKind::TravelBackwards,
            Severity::Problem,
            side(),
            Detail::None,
        ));
        return;
    }
    if let Some((before, left)) = before.and_then(|leg| Some((leg, look.plan.leg_span(leg.id)?)))
        && span.start.utc < left.end.utc
    {
        let sides = [side(), look.leg_side(before, Some(left))];
        found.push(between(
            CheckKind::TravelOutsideStay,
            Severity::Warning,
            sides,
            Detail::None,
        ));
    }
    if let Some(reached) = look.plan.leg_span(leg.id)
        && span.end.utc > reached.start.utc
    {
        let sides = [side(), look.leg_side(leg, Some(reached))];
        found.push(between(
            CheckKind::TravelOutsideStay,
            Severity::Warning,
            sides,
            Detail::None,
        ));
    }
    let (leave, settle) = look.assumptions.margins(travel.mode);
    let last = before.and_then(|leg| {
        events_in
            .get(&leg.id)?
            .iter()
            .max_by_key(|(_, span)| span.end.utc)
    });
    let first = events_in
        .get(&leg.id)
        .and_then(|events| events.iter().min_by_key(|(_, span)| span.start.utc));
    let mut tight = |event: &Event, own: &Span, from: &Moment, to: &Moment, needed: chrono::TimeDelta| {
        let available = to.utc - from.utc;
        // An all-day event says nothing about the hour at which people are free.
        if available < needed && !event.all_day {
            let detail = Detail::Way {
                km: None,
                needed_min: needed.num_minutes(),
                available_min: available.num_minutes(),
            };
            let sides = [look.event_side(event, Some(own)), side()];
            found.push(between(
                CheckKind::TooLittleTime,
                how_tight(available, needed),
                sides,
                detail,
            ));
        }
    };
    if let Some((event, own)) = last {
        tight(event, own, &own.end, &span.start, leave);
    }
    if let Some((event, own)) = first {
        tight(event, own, &span.end, &own.start, settle);
    }
}
