//! Which events and missions a filter means.

use chrono::{NaiveDate, TimeDelta};
use outreach_plan::{DelegateId, Event, Mission, Plan, Wording};

use crate::findings::Findings;
use crate::views::EventFilter;

/// A filter made ready for many events.
pub(crate) struct Wanted<'a> {
    filter: &'a EventFilter,
    words: Vec<String>,
    plan: &'a Plan,
    findings: &'a Findings,
}

impl<'a> Wanted<'a> {
    pub(crate) fn by(filter: &'a EventFilter, plan: &'a Plan, findings: &'a Findings) -> Self {
        let text = filter.text.as_deref().unwrap_or_default();
        let words = text.split_whitespace().map(str::to_lowercase).collect();
        Self {
            filter,
            words,
            plan,
            findings,
        }
    }

    /// The events it means, in order of their start.
    pub(crate) fn events(&self) -> Vec<&'a Event> {
        let plan = self.plan;
        let mut events: Vec<&Event> = match &self.filter.missions {
            Some(missions) if !missions.is_empty() => missions
                .iter()
                .flat_map(|mission| plan.events_of(*mission))
                .filter(|e| self.event(e))
                .collect(),
            _ => plan.events().values().filter(|event| self.event(event)).collect(),
        };
        events.sort_by_cached_key(|event| {
            (
                plan.event_span(event.id)
                    .map_or(event.start.and_utc(), |span| span.start.utc),
                event.id,
            )
        });
        events
    }

    /// Whether an event is meant.
    pub(crate) fn event(&self, event: &Event) -> bool {
        let filter = self.filter;
        let mission = || event.mission.and_then(|id| self.plan.missions().get(&id));
        among_one(&filter.programme, &event.programme)
            && among(&filter.regions, &event.region)
            && among(&filter.statuses, &event.status)
            && among(&filter.kinds, &event.kind)
            && filter.missions.as_ref().is_none_or(|wanted| {
                wanted.is_empty() || event.mission.is_some_and(|mission| wanted.contains(&mission))
            })
            && any_among(&filter.markets, || match event.market {
                Some(market) => vec![market],
                None => mission()
                    .map(|mission| mission.markets.clone())
                    .unwrap_or_default(),
            })
            && any_among(&filter.sectors, || match mission() {
                Some(mission) if event.sectors.is_empty() => mission.sectors.clone(),
                Some(_) | None => event.sectors.clone(),
            })
            && self.people(self.plan.delegates_at(event))
            && filter.from.is_none_or(|from| last_day(event) >= from)
            && filter.until.is_none_or(|until| event.start.date() <= until)
            && (filter.with_findings != Some(true) || self.findings.of_event(event.id).worst >= 2)
            && self.event_words(event)
    }

    /// Whether a mission is meant by itself, whatever its events are.
    pub(crate) fn mission(&self, mission: &Mission) -> bool {
        let filter = self.filter;
        let of_events_only = filter.kinds.as_ref().is_some_and(|kinds| !kinds.is_empty());
        !of_events_only
            && among_one(&filter.programme, &mission.programme)
            && among(&filter.regions, &mission.region)
            && among(&filter.statuses, &mission.status)
            && among(&filter.missions, &mission.id)
            && any_among(&filter.markets, || mission.markets.clone())
            && any_among(&filter.sectors, || mission.sectors.clone())
            && self.people(&mission.team)
            && filter.from.is_none_or(|from| mission.until >= from)
            && filter.until.is_none_or(|until| mission.from <= until)
            && (filter.with_findings != Some(true) || self.findings.of_mission(mission.id).worst >= 2)
            && self.all_words(|word| {
                in_wording(&mission.title, word)
                    || mission.notes.to_lowercase().contains(word)
                    || mission.tags.iter().any(|tag| tag.to_lowercase().contains(word))
                    || self
                        .plan
                        .legs_of(mission.id)
                        .iter()
                        .any(|leg| in_wording(&leg.place, word))
            })
    }

    /// Whether nothing but programme, regions, markets and dates is asked for, so that empty rows make sense.
    pub(crate) fn is_about_places_only(&self) -> bool {
        let filter = self.filter;
        let unset = |list: Option<bool>| list.unwrap_or(true);
        unset(filter.missions.as_ref().map(Vec::is_empty))
            && unset(filter.teams.as_ref().map(Vec::is_empty))
            && unset(filter.delegates.as_ref().map(Vec::is_empty))
            && unset(filter.statuses.as_ref().map(Vec::is_empty))
            && unset(filter.kinds.as_ref().map(Vec::is_empty))
            && unset(filter.sectors.as_ref().map(Vec::is_empty))
            && filter.with_findings != Some(true)
            && self.words.is_empty()
    }

    fn people(&self, team: &[DelegateId]) -> bool {
        any_among(&self.filter.delegates, || team.to_vec())
            && any_among(&self.filter.teams, || {
                team.iter()
                    .filter_map(|id| self.plan.delegates().get(id))
                    .map(|delegate| delegate.team.clone())
                    .collect()
            })
    }

    fn all_words(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.words.iter().all(|word| holds(word))
    }

    fn event_words(&self, event: &Event) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let venue = event.venue.and_then(|id| self.plan.venues().get(&id));
        self.all_words(|word| {
            in_wording(&event.title, word)
                || in_wording(&event.place, word)
                || venue.is_some_and(|venue| in_wording(&venue.name, word))
                || event.notes.to_lowercase().contains(word)
                || event.tags.iter().any(|tag| tag.to_lowercase().contains(word))
        })
    }
}

/// The last day an event has a minute of; its end is excluded.
pub(crate) fn last_day(event: &Event) -> NaiveDate {
    let last = event
        .end
        .checked_sub_signed(TimeDelta::seconds(1))
        .unwrap_or(event.end);
    last.max(event.start).date()
}

fn in_wording(wording: &Wording, word: &str) -> bool {
    [&wording.en, &wording.zh_hant, &wording.zh_hans]
        .iter()
        .any(|name| name.to_lowercase().contains(word))
}

fn among_one<T: PartialEq>(wanted: &Option<T>, is: &T) -> bool {
    wanted.as_ref().is_none_or(|wanted| wanted == is)
}

fn among<T: PartialEq>(wanted: &Option<Vec<T>>, is: &T) -> bool {
    wanted
        .as_ref()
        .is_none_or(|wanted| wanted.is_empty() || wanted.contains(is))
}

fn any_among<T: PartialEq>(wanted: &Option<Vec<T>>, are: impl FnOnce() -> Vec<T>) -> bool {
    wanted
        .as_ref()
        .is_none_or(|wanted| wanted.is_empty() || are().iter().any(|is| wanted.contains(is)))
}
