//! Clashes between two events: somebody, or a room, taken twice, or too little time on the way.
//!
//! The same two events are one finding, however many people they share.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::finding::{CheckKind, Detail, Finding, Severity};
use super::look::{Look, between, is_over};
use super::trips::how_tight;
use crate::reference::distance_km;
use crate::{DelegateId, Event, EventId, EventKind, Span, VenueId};

/// One event is set against this many others that share its time, so that a plan with everything at the same
/// hour is still checked in time.
const MOST_CLASHES: usize = 16;

/// Two events, the earlier first, and whom they share.
type Shared = BTreeMap<(EventId, EventId), Vec<DelegateId>>;

/// An event with its times, from the plan or as if it stood there.
type Timed<'a> = (&'a Event, &'a Span);

/// All clashes of the plan, in one sweep over each diary.
pub(super) fn check_all(look: &Look<'_>, found: &mut Vec<Finding>) {
    let mut twice = Shared::new();
    let mut ways = Shared::new();
    let mut rooms: Vec<(EventId, EventId, VenueId)> = Vec::new();
    let reach = reach_of(look).num_seconds();
    let mut open: Vec<(i64, EventId)> = Vec::new();
    for (delegate, diary) in look.plan.bookings().delegates() {
        open.clear();
        let mut done: Option<(i64, EventId)> = None;
        for (start, end, event) in diary.all() {
            open.retain(|&(until, other)| {
                if until <= start {
                    done = done.max(Some((until, other)));
                }
                until > start
            });
            for &(_, other) in open.iter().take(MOST_CLASHES) {
                twice.entry((other, event)).or_default().push(delegate);
            }
            if let Some((until, other)) = done
                && start - until < reach
            {
                ways.entry((other, event)).or_default().push(delegate);
            }
            open.push((end, event));
        }
    }
    for (venue, diary) in look.plan.bookings().venues() {
        open.clear();
        for (start, end, event) in diary.all() {
            open.retain(|&(until, _)| until > start);
            rooms.extend(
                open.iter()
                    .take(MOST_CLASHES)
                    .map(|&(_, other)| (other, event, venue)),
            );
            open.push((end, event));
        }
    }
    let timed = |id| Some((look.plan.events().get(&id)?, look.plan.event_span(id)?));
    for ((one, two), people) in &twice {
        if let (Some(one), Some(two)) = (timed(*one), timed(*two)) {
            found.push(booked_twice(look, one, two, people));
        }
    }
    for (one, two, venue) in rooms {
        if let (Some(one), Some(two)) = (timed(one), timed(two)) {
            found.push(room_twice(look, one, two, venue));
        }
    }
    for ((one, two), people) in &ways {
        if let (Some(one), Some(two)) = (timed(*one), timed(*two)) {
            found.extend(too_little_time(look, one, two, people));
        }
    }
}

/// The clashes of one event, which need not stand in the plan as it is handed in.
pub(super) fn check_event(look: &Look<'_>, event: &Event, span: &Span, found: &mut Vec<Finding>) {
    if !event.status.claims_its_time() || span.end.utc <= span.start.utc {
        return;
    }
    let own = (event, span);
    let timed = |id| Some((look.plan.events().get(&id)?, look.plan.event_span(id)?));
    let bookings = look.plan.bookings();
    let reach = reach_of(look);
    let mut twice = Shared::new();
    let mut ways: BTreeMap<(bool, EventId), Vec<DelegateId>> = BTreeMap::new();
    for &delegate in look.plan.delegates_at(event) {
        let Some(diary) = bookings.of_delegate(delegate) else {
            continue;
        };
        let others = diary
            .clashing(span.start.utc, span.end.utc)
            .filter(|&other| other != event.id);
        for other in others.take(MOST_CLASHES) {
            twice.entry((other, other)).or_default().push(delegate);
        }
        if let Some((_, other)) = diary.before(span.start.utc, event.id, reach.num_seconds()) {
            ways.entry((false, other)).or_default().push(delegate);
        }
        if let Some(other) = diary.after(span.end.utc, event.id)
            && let Some((_, next)) = timed(other)
            && next.start.utc - span.end.utc < reach
            // Somebody who is elsewhere in between comes from there.
            && diary
                .before(next.start.utc, event.id, reach.num_seconds())
                .is_none_or(|last| last < (span.end.utc.timestamp(), event.id))
        {
            ways.entry((true, other)).or_default().push(delegate);
        }
    }
    for ((other, _), people) in &twice {
        if let Some(other) = timed(*other) {
            let (one, two) = earlier_first(own, other);
            found.push(booked_twice(look, one, two, people));
        }
    }
    if let Some(venue) = event.venue
        && let Some(diary) = bookings.of_venue(venue)
    {
        let others = diary
            .clashing(span.start.utc, span.end.utc)
            .filter(|&other| other != event.id);
        for other in others.take(MOST_CLASHES).filter_map(timed) {
            let (one, two) = earlier_first(own, other);
            found.push(room_twice(look, one, two, venue));
        }
    }
    for (&(after, other), people) in &ways {
        if let Some(other) = timed(other) {
            let (one, two) = if after { (own, other) } else { (other, own) };
            found.extend(too_little_time(look, one, two, people));
        }
    }
}

/// The longest way there is: half round the world.
fn reach_of(look: &Look<'_>) -> TimeDelta {
    look.assumptions.way(20_040.0)
}

fn earlier_first<'a>(one: Timed<'a>, two: Timed<'a>) -> (Timed<'a>, Timed<'a>) {
    let key = |timed: &Timed<'_>| -> (DateTime<Utc>, EventId) { (timed.1.start.utc, timed.0.id) };
    if key(&one) <= key(&two) {
        (one, two)
    } else {
        (two, one)
    }
}

fn booked_twice(look: &Look<'_>, one: Timed<'_>, two: Timed<'_>, people: &[DelegateId]) -> Finding {
    // Who minds a booth all day may step out; who sits in two rooms at three o'clock may not.
    let severity = if one.0.all_day || two.0.all_day {
        Severity::Warning
    } else {
        Severity::Problem
    };
    let sides = [
        look.event_side(one.0, Some(one.1)),
        look.event_side(two.0, Some(two.1)),
    ];
    let mut finding = between(CheckKind::DelegateBookedTwice, severity, sides, Detail::None);
    finding.facts.people = look.people(people);
    finding.subjects.extend(
        finding
            .facts
            .people
            .iter()
            .map(|person| crate::RecordRef::Delegate(person.id)),
    );
    finding
}

fn room_twice(look: &Look<'_>, one: Timed<'_>, two: Timed<'_>, venue: VenueId) -> Finding {
    let sides = [
        look.event_side(one.0, Some(one.1)),
        look.event_side(two.0, Some(two.1)),
    ];
    let name = look
        .plan
        .venues()
        .get(&venue)
        .map(|venue| venue.name.clone())
        .unwrap_or_default();
    let mut finding = between(
        CheckKind::VenueBookedTwice,
        Severity::Problem,
        sides,
        Detail::Venue { name },
    );
    finding.subjects.push(venue.into());
    finding
}

/// From one event to the next in another place. Between two stays of one mission the journey is checked
/// instead; a webinar can be joined from anywhere.
fn too_little_time(
    look: &Look<'_>,
    one: Timed<'_>,
    two: Timed<'_>,
    people: &[DelegateId],
) -> Option<Finding> {
    let (from, to) = (one.0, two.0);
    let between_stays = from.mission.is_some() && from.mission == to.mission && from.leg != to.leg;
    let same_city = from.city.is_some() && from.city == to.city;
    let stays_put = from.kind == EventKind::Webinar || to.kind == EventKind::Webinar;
    let dateless = from.all_day || to.all_day;
    if between_stays || same_city || stays_put || dateless || (is_over(from.status) && is_over(to.status)) {
        return None;
    }
    let km = distance_km(look.point_of(from)?, look.point_of(to)?);
    let (needed, available) = (look.assumptions.way(km), two.1.start.utc - one.1.end.utc);
    if available >= needed {
        return None;
    }
    let sides = [
        look.event_side(from, Some(one.1)),
        look.event_side(to, Some(two.1)),
    ];
    let detail = Detail::Way {
        km: Some(km.round() as u32),
        needed_min: needed.num_minutes(),
        available_min: available.num_minutes(),
    };
    let mut finding = between(
        CheckKind::TooLittleTime,
        how_tight(available, needed),
        sides,
        detail,
    );
    finding.facts.people = look.people(people);
    finding.subjects.extend(
        finding
            .facts
            .people
            .iter()
            .map(|person| crate::RecordRef::Delegate(person.id)),
    );
    Some(finding)
}
