//! Events as rows, and the looks into the plan that rows, pages and the timeline share.

use std::collections::HashMap;

use outreach_plan::reference::{self, Area, CityId, CountryCode};
use outreach_plan::{Event, EventId, Language, Leg, Mission, Plan, Wording};

use crate::desk::Former;
use crate::findings::Findings;
use crate::shown::Shown;
use crate::views::{EventRow, ShownSpan};

/// Everything a view is made from, for one request.
pub(crate) struct Look<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) findings: &'a Findings,
    pub(crate) moved: &'a HashMap<EventId, Former>,
    pub(crate) shown: Shown,
    pub(crate) language: Language,
}

impl<'a> Look<'a> {
    /// A wording in the language of the request.
    pub(crate) fn say(&self, wording: &Wording) -> String {
        wording.in_language(self.language).to_owned()
    }

    /// When an event is.
    pub(crate) fn span(&self, event: &Event) -> Option<ShownSpan> {
        self.plan
            .event_span(event.id)
            .map(|span| self.shown.span(&event.zone, span))
    }

    /// When a leg is.
    pub(crate) fn leg_span(&self, leg: &Leg) -> Option<ShownSpan> {
        self.plan
            .leg_span(leg.id)
            .map(|span| self.shown.span(&leg.zone, span))
    }

    /// The city of an event, or of its venue.
    pub(crate) fn city(&self, event: &Event) -> Option<CityId> {
        let venue = || event.venue.and_then(|id| self.plan.venues().get(&id));
        event.city.or_else(|| venue()?.city)
    }

    /// Where the days of an event count: its city, else its market's country.
    pub(crate) fn area(&self, event: &Event) -> Option<Area<'a>> {
        let market = || event.market.and_then(|id| self.plan.markets().get(&id));
        match self.city(event).and_then(reference::city) {
            Some(city) => Some(city.into()),
            None => market().map(|market| market.country.into()),
        }
    }

    /// The mission of an event.
    pub(crate) fn mission(&self, event: &Event) -> Option<&'a Mission> {
        event.mission.and_then(|id| self.plan.missions().get(&id))
    }

    /// An event as a row.
    pub(crate) fn row(&self, event: &Event) -> EventRow {
        let plan = self.plan;
        let mission = self.mission(event);
        let venue = event.venue.and_then(|id| plan.venues().get(&id));
        let market_id = event.market.or_else(|| mission?.markets.first().copied());
        let market = market_id.and_then(|id| plan.markets().get(&id));
        let city = self.city(event).and_then(reference::city);
        let tally = self.findings.of_event(event.id);
        let of_venue = venue.and_then(|venue| venue.latitude.zip(venue.longitude));
        EventRow {
            id: event.id,
            mission: event.mission,
            mission_title: mission
                .map(|mission| self.say(&mission.title))
                .unwrap_or_default(),
            title: self.say(&event.title),
            kind: event.kind,
            status: event.status,
            region: event.region,
            market: event.market,
            market_name: market.map(|market| self.say(&market.name)).unwrap_or_default(),
            country: self.area(event).map(|area| area.country),
            place: self.say(&event.place),
            venue: venue.map(|venue| self.say(&venue.name)).unwrap_or_default(),
            position: of_venue.or_else(|| city.map(|city| (city.lat, city.lon))),
            span: self.span(event),
            all_day: event.all_day,
            capacity: event.capacity,
            sectors: event.sectors.clone(),
            hosts: event
                .hosts
                .iter()
                .filter_map(|id| plan.partners().get(id))
                .map(|partner| self.say(&partner.name))
                .collect(),
            delegates: count(plan.delegates_at(event).len()),
            tags: event.tags.clone(),
            problems: tally.problems,
            warnings: tally.warnings,
            moved_by_rules: self.moved.contains_key(&event.id),
        }
    }
}

/// The country of a city.
pub(crate) fn country_of(city: Option<CityId>) -> Option<CountryCode> {
    city.and_then(reference::city).map(|city| city.country)
}

/// A number of things as it crosses to a screen.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
