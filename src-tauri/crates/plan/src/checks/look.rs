//! What every check needs at hand: the plan, the assumptions, Hong Kong's clocks and how a side is described.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use outreach_zones::{Moment, Zone};

use super::finding::{CheckFacts, CheckKind, Detail, Finding, Person, Severity, Side, SideRole};
use super::{Assumptions, ground};
use crate::{DelegateId, Event, Leg, Mission, Plan, Programme, RecordRef, Span, Status, Travel, Wording};

/// The zone of the office itself.
pub(super) const HONG_KONG: &str = "Asia/Hong_Kong";

pub(super) struct Look<'plan> {
    pub(super) plan: &'plan Plan,
    pub(super) assumptions: &'plan Assumptions,
    hong_kong: Option<Zone>,
}

impl<'plan> Look<'plan> {
    pub(super) fn new(plan: &'plan Plan, assumptions: &'plan Assumptions) -> Self {
        Self {
            plan,
            assumptions,
            hong_kong: plan.rules().zone(HONG_KONG).ok(),
        }
    }

    /// What Hong Kong's clocks show then.
    pub(super) fn in_hong_kong(&self, utc: DateTime<Utc>) -> Option<NaiveDateTime> {
        self.hong_kong.as_ref().map(|zone| zone.at(utc).0)
    }

    pub(super) fn event_side(&self, event: &Event, span: Option<&Span>) -> Side {
        Side {
            all_day: event.all_day,
            place: event.place.clone(),
            ..self.side(
                &event.title,
                SideRole::Event,
                event.id.into(),
                (event.start, &event.zone, span.map(|span| &span.start)),
                (event.end, &event.zone, span.map(|span| &span.end)),
            )
        }
    }

    pub(super) fn leg_side(&self, leg: &Leg, span: Option<&Span>) -> Side {
        Side {
            place: leg.place.clone(),
            ..self.side(
                &leg.place,
                SideRole::Leg,
                leg.id.into(),
                (leg.arrive, &leg.zone, span.map(|span| &span.start)),
                (leg.depart, &leg.zone, span.map(|span| &span.end)),
            )
        }
    }

    pub(super) fn travel_side(&self, leg: &Leg, travel: &Travel, span: Option<&Span>) -> Side {
        let what = [
            travel.number.as_str(),
            travel.from.as_str(),
            "→",
            travel.to.as_str(),
        ]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
        self.side(
            &Wording::english(what),
            SideRole::Travel,
            leg.id.into(),
            (travel.depart, &travel.depart_zone, span.map(|span| &span.start)),
            (travel.arrive, &travel.arrive_zone, span.map(|span| &span.end)),
        )
    }

    pub(super) fn mission_side(&self, mission: &Mission) -> Side {
        let until = mission.until.and_time(NaiveTime::MIN);
        let mut side = self.side(
            &mission.title,
            SideRole::Mission,
            mission.id.into(),
            (mission.from.and_time(NaiveTime::MIN), "", None),
            (until, "", None),
        );
        side.all_day = true;
        side
    }

    pub(super) fn programme_side(&self, programme: &Programme) -> Side {
        let mut side = self.side(
            &programme.title,
            SideRole::Programme,
            programme.id.into(),
            (programme.from.and_time(NaiveTime::MIN), "", None),
            (programme.until.and_time(NaiveTime::MIN), "", None),
        );
        side.all_day = true;
        side
    }

    fn side(
        &self,
        what: &Wording,
        role: SideRole,
        record: RecordRef,
        start: (NaiveDateTime, &str, Option<&Moment>),
        end: (NaiveDateTime, &str, Option<&Moment>),
    ) -> Side {
        Side {
            what: what.clone(),
            role,
            record,
            place: Wording::default(),
            all_day: false,
            local_start: start.0,
            local_end: end.0,
            zone: start.1.to_owned(),
            end_zone: end.1.to_owned(),
            start_offset_s: start.2.map(|moment| moment.offset_s),
            end_offset_s: end.2.map(|moment| moment.offset_s),
            hk_start: start.2.and_then(|moment| self.in_hong_kong(moment.utc)),
            hk_end: end.2.and_then(|moment| self.in_hong_kong(moment.utc)),
        }
    }

    /// The names of delegates, in the order of their keys, each once.
    pub(super) fn people(&self, ids: &[DelegateId]) -> Vec<Person> {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
            .map(|id| {
                let delegate = self.plan.delegates().get(&id);
                Person {
                    id,
                    name: delegate.map(crate::Delegate::full_name).unwrap_or_default(),
                    chinese: delegate
                        .map(|delegate| delegate.chinese.clone())
                        .unwrap_or_default(),
                }
            })
            .collect()
    }

    /// Where an event is, in degrees north and east: its venue, else its city.
    pub(super) fn point_of(&self, event: &Event) -> Option<(f64, f64)> {
        let venue = event.venue.and_then(|id| self.plan.venues().get(&id));
        venue
            .and_then(|venue| Some((venue.latitude?, venue.longitude?)))
            .or_else(|| ground::point_of_city(event.city.or(venue.and_then(|venue| venue.city))?))
    }
}

/// Whether it is over: then only faults of the record itself are worth telling.
pub(super) fn is_over(status: Status) -> bool {
    matches!(status, Status::Held | Status::Reported)
}

/// A finding about one thing.
pub(super) fn about(kind: CheckKind, severity: Severity, side: Side, detail: Detail) -> Finding {
    let subjects = vec![side.record];
    Finding {
        kind,
        severity,
        subjects,
        facts: CheckFacts {
            sides: vec![side],
            people: Vec::new(),
            detail,
        },
    }
}

/// A finding about two things, the one to show it beside first.
pub(super) fn between(kind: CheckKind, severity: Severity, sides: [Side; 2], detail: Detail) -> Finding {
    let mut subjects = vec![sides[0].record, sides[1].record];
    subjects.dedup();
    Finding {
        kind,
        severity,
        subjects,
        facts: CheckFacts {
            sides: sides.into(),
            people: Vec::new(),
            detail,
        },
    }
}
