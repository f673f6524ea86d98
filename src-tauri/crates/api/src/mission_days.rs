//! A mission day by day, by each city's calendar.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use outreach_plan::reference::{self, Area};
use outreach_plan::{Leg, Mission, Travel};

use crate::day_notes::day_notes;
use crate::rows::Look;
use crate::views::{DayItem, LegView, MissionDay, ShownSpan, TravelView};

/// So many days are shown at most; a mission of more has its days in its events and legs only.
const DAYS_AT_MOST: usize = 366;

/// A leg with its times.
pub(crate) fn leg(look: &Look<'_>, leg: &Leg) -> LegView {
    LegView {
        span: look.leg_span(leg),
        travel: leg.travel.as_ref().map(|journey| travel(look, journey)),
        leg: leg.clone(),
    }
}

fn travel(look: &Look<'_>, travel: &Travel) -> TravelView {
    let depart = look
        .plan
        .moment(travel.depart, &travel.depart_zone, travel.depart_fold)
        .ok();
    let arrive = look
        .plan
        .moment(travel.arrive, &travel.arrive_zone, travel.arrive_fold)
        .ok();
    let span = depart
        .as_ref()
        .zip(arrive.as_ref())
        .map(|(depart, arrive)| ShownSpan {
            start: look.shown.moment(&travel.depart_zone, depart),
            end: look.shown.moment(&travel.arrive_zone, arrive),
        });
    let minutes = depart
        .zip(arrive)
        .and_then(|(depart, arrive)| i32::try_from((arrive.utc - depart.utc).num_minutes()).ok());
    TravelView {
        travel: travel.clone(),
        span,
        minutes,
    }
}

/// The days from the mission's first to its last, and any day beside them on which something happens.
pub(crate) fn days(look: &Look<'_>, mission: &Mission) -> Vec<MissionDay> {
    let legs = look.plan.legs_of(mission.id);
    let mut items: BTreeMap<NaiveDate, Vec<(NaiveDateTime, u8, DayItem)>> = BTreeMap::new();
    for day in mission
        .from
        .iter_days()
        .take_while(|day| *day <= mission.until)
        .take(DAYS_AT_MOST)
    {
        items.entry(day).or_default();
    }
    // Sorted by the instant, so that two cities on one day stand in their true order.
    let by_hong_kong = |span: &Option<ShownSpan>, end: bool, wall: NaiveDateTime| match span {
        Some(span) if end => span.end.hong_kong,
        Some(span) => span.start.hong_kong,
        None => wall,
    };
    for leg in &legs {
        if let Some(journey) = &leg.travel {
            let view = travel(look, journey);
            let at = by_hong_kong(&view.span, false, journey.depart);
            let item = DayItem::Travel {
                leg: leg.id,
                travel: view,
            };
            items
                .entry(journey.depart.date())
                .or_default()
                .push((at, 1, item));
        }
        if let Some(span) = look.leg_span(leg) {
            let arrive = DayItem::Arrive {
                leg: leg.id,
                span: span.clone(),
            };
            let depart = DayItem::Depart {
                leg: leg.id,
                span: span.clone(),
            };
            items
                .entry(leg.arrive.date())
                .or_default()
                .push((span.start.hong_kong, 2, arrive));
            items
                .entry(leg.depart.date())
                .or_default()
                .push((span.end.hong_kong, 0, depart));
        }
    }
    for event in look.plan.events_of(mission.id) {
        let row = look.row(event);
        let at = by_hong_kong(&row.span, false, event.start);
        items
            .entry(event.start.date())
            .or_default()
            .push((at, 3, DayItem::Event { row }));
    }
    items
        .into_iter()
        .map(|(date, mut items)| {
            items.sort_by_key(|(at, order, _)| (*at, *order));
            let leg = leg_on(&legs, date);
            MissionDay {
                date,
                leg: leg.map(|leg| leg.id),
                notes: leg
                    .and_then(|leg| leg.city)
                    .and_then(reference::city)
                    .map(|city| day_notes(Some(look.plan), Area::from(city), date, date, true))
                    .unwrap_or_default(),
                items: items.into_iter().map(|(_, _, item)| item).collect(),
            }
        })
        .collect()
}

/// The leg of a day: where the team spends most of it, that is, the last it arrives in by noon.
fn leg_on<'a>(legs: &[&'a Leg], date: NaiveDate) -> Option<&'a Leg> {
    let noon = date.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
    let in_leg = |leg: &&&Leg| leg.arrive.date() <= date && date <= leg.depart.date();
    let at_noon = legs.iter().find(|leg| leg.arrive <= noon && noon < leg.depart);
    at_noon.or_else(|| legs.iter().find(in_leg)).copied()
}
