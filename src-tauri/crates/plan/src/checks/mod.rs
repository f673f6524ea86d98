//! What may be wrong with a plan, found without changing anything.
//!
//! One record's own faults, and clashes between two, are separate walks: the whole plan is swept once over
//! each diary of [`Bookings`], one event asks only the diaries it stands in. Both say the same about the same
//! event. Cancelled and postponed events claim nothing and are passed over; of what was already held only
//! faults of the record remain, since nobody can move it off a holiday any more.
//!
//! Findings are data; [`explain_en`] words one in English for logs and the command line.

mod alone;
mod assumptions;
mod bookings;
mod days;
mod explain;
mod finding;
mod ground;
mod look;
mod pairs;
mod trips;

pub use assumptions::Assumptions;
pub use bookings::{Bookings, Diary};
pub use explain::explain_en;
pub use finding::{CheckFacts, CheckKind, Detail, Finding, Person, Severity, Side, SideRole, TimeField};

use crate::{Event, EventId, MissionId, Plan};
use look::Look;

/// Everything there is to say about the whole plan: problems first, then warnings, then notes, each in order
/// of time.
pub fn check_all(plan: &Plan, assumptions: &Assumptions) -> Vec<Finding> {
    let look = Look::new(plan, assumptions);
    let mut found = Vec::new();
    for mission in plan.missions().values() {
        trips::check(&look, mission, &mut found);
    }
    for event in plan.events().values() {
        alone::check(&look, event, plan.event_span(event.id), &mut found);
    }
    pairs::check_all(&look, &mut found);
    in_order(found)
}

/// What there is to say about one event; nothing for an event that is not there.
pub fn check_event(plan: &Plan, assumptions: &Assumptions, id: EventId) -> Vec<Finding> {
    plan.events()
        .get(&id)
        .map_or_else(Vec::new, |event| check_as_if(plan, assumptions, event))
}

/// What there would be to say about `event` if it stood in the plan as it is handed in, in place of the event
/// with its key. The plan is not changed.
pub fn check_as_if(plan: &Plan, assumptions: &Assumptions, event: &Event) -> Vec<Finding> {
    let look = Look::new(plan, assumptions);
    let mut found = Vec::new();
    check_one(&look, event, &mut found);
    in_order(found)
}

/// What there is to say about a mission: itself, its legs and its events, clashes with other missions
/// included; nothing for a mission that is not there.
pub fn check_mission(plan: &Plan, assumptions: &Assumptions, id: MissionId) -> Vec<Finding> {
    let look = Look::new(plan, assumptions);
    let mut found = Vec::new();
    if let Some(mission) = plan.missions().get(&id) {
        trips::check(&look, mission, &mut found);
        for event in plan.events_of(id) {
            check_one(&look, event, &mut found);
        }
    }
    in_order(found)
}

fn check_one(look: &Look<'_>, event: &Event, found: &mut Vec<Finding>) {
    let span = look.plan.span_of_event(event);
    alone::check(look, event, span.as_ref(), found);
    if let Some(span) = &span {
        pairs::check_event(look, event, span, found);
    }
}

/// Sorts, and drops what two walks both found.
fn in_order(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by(|a, b| order_of(a).cmp(&order_of(b)));
    found.dedup_by(|a, b| a.kind == b.kind && a.subjects == b.subjects && a.facts.detail == b.facts.detail);
    found
}

fn order_of(
    finding: &Finding,
) -> (
    Severity,
    Option<chrono::NaiveDateTime>,
    CheckKind,
    &[crate::RecordRef],
) {
    let first = finding.facts.sides.first();
    let when = first.map(|side| side.hk_start.unwrap_or(side.local_start));
    (finding.severity, when, finding.kind, &finding.subjects)
}

#[cfg(test)]
mod tests;
