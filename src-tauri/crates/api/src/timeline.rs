//! The year at a glance.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use outreach_plan::reference::Area;
use outreach_plan::{Event, MarketId, Mission, Region};

use crate::day_notes::day_notes;
use crate::filter::{Wanted, last_day};
use crate::rows::Look;
use crate::views::{
    MonthCount, ShowTimeline, Timeline, TimelineEvent, TimelineLeg, TimelineMission, TimelineRow,
    TimelineRows,
};
use crate::{Refused, Session};

/// What a row stands for, in the order of rows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum RowKey {
    /// Place of the region, then the market; events without a market come last.
    Market(usize, bool, Option<MarketId>),
    /// The team; nobody's come last.
    Team(bool, String),
}

/// `timeline.show`
pub(crate) fn show(session: &Session, request: &ShowTimeline) -> Result<Timeline, Refused> {
    session.look(request.language, |look| {
        let wanted = Wanted::by(&request.filter, look.plan, look.findings);
        let events = wanted.events();
        let with_events: BTreeSet<_> = events.iter().filter_map(|event| event.mission).collect();
        let missions: Vec<&Mission> = look
            .plan
            .missions()
            .values()
            .filter(|mission| with_events.contains(&mission.id) || wanted.mission(mission))
            .collect();
        let (from, until) = extent(look, request, &missions, &events);
        let mut rows: BTreeMap<RowKey, TimelineRow> = BTreeMap::new();
        if request.rows == TimelineRows::Market && wanted.is_about_places_only() {
            for market in look.plan.markets().values() {
                let regions = request.filter.regions.as_deref().unwrap_or_default();
                let markets = request.filter.markets.as_deref().unwrap_or_default();
                let is_wanted = (regions.is_empty() || regions.contains(&market.region))
                    && (markets.is_empty() || markets.contains(&market.id));
                if is_wanted {
                    let key = market_key(market.region, Some(market.id));
                    rows.entry(key.clone()).or_insert_with(|| row(look, &key));
                }
            }
        }
        for mission in missions {
            for key in keys_of_mission(look, mission, request.rows) {
                let bar = bar(look, mission);
                rows.entry(key.clone())
                    .or_insert_with(|| row(look, &key))
                    .missions
                    .push(bar);
            }
        }
        let mut months: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for event in &events {
            if let Some(month) = event.start.date().with_day(1) {
                *months.entry(month).or_default() += 1;
            }
            let Some(mark) = mark(look, event) else { continue };
            let mut keys = keys_of_event(look, event, request.rows);
            let last = keys.pop();
            for key in keys {
                rows.entry(key.clone())
                    .or_insert_with(|| row(look, &key))
                    .events
                    .push(mark.clone());
            }
            if let Some(key) = last {
                rows.entry(key.clone())
                    .or_insert_with(|| row(look, &key))
                    .events
                    .push(mark);
            }
        }
        let mut rows: Vec<TimelineRow> = in_order(look, rows);
        for row in &mut rows {
            row.missions
                .sort_by_key(|mission| (mission.from, mission.until, mission.id));
            if let Some(country) = row.country {
                row.bands = day_notes(Some(look.plan), Area::from(country), from, until, false);
            }
        }
        Ok(Timeline {
            today: look.shown.in_hong_kong(session.now()).date(),
            from,
            until,
            rows,
            months: months
                .into_iter()
                .map(|(month, events)| MonthCount { month, events })
                .collect(),
        })
    })
}

/// The days the timeline spans: the filter's, else the programme's, else all that is planned and this year.
fn extent(
    look: &Look<'_>,
    request: &ShowTimeline,
    missions: &[&Mission],
    events: &[&Event],
) -> (NaiveDate, NaiveDate) {
    let filter = &request.filter;
    let programmes = look.plan.programmes();
    let chosen = filter.programme.and_then(|id| programmes.get(&id));
    let firsts = missions
        .iter()
        .map(|mission| mission.from)
        .chain(events.iter().map(|event| event.start.date()))
        .chain(chosen.map(|programme| programme.from))
        .chain(
            programmes
                .values()
                .filter(|_| chosen.is_none())
                .map(|programme| programme.from),
        );
    let lasts = missions
        .iter()
        .map(|mission| mission.until)
        .chain(events.iter().map(|event| last_day(event)))
        .chain(chosen.map(|programme| programme.until))
        .chain(
            programmes
                .values()
                .filter(|_| chosen.is_none())
                .map(|programme| programme.until),
        );
    let from = filter.from.or_else(|| firsts.min()).unwrap_or_default();
    let until = filter.until.or_else(|| lasts.max()).unwrap_or(from);
    (from, until.max(from))
}

fn market_key(region: Region, market: Option<MarketId>) -> RowKey {
    let place = Region::ALL
        .iter()
        .position(|other| *other == region)
        .unwrap_or_default();
    RowKey::Market(place, market.is_none(), market)
}

fn keys_of_mission(look: &Look<'_>, mission: &Mission, rows: TimelineRows) -> Vec<RowKey> {
    match rows {
        TimelineRows::Market => vec![market_key(mission.region, mission.markets.first().copied())],
        TimelineRows::Team => teams(look, &mission.team),
    }
}

fn keys_of_event(look: &Look<'_>, event: &Event, rows: TimelineRows) -> Vec<RowKey> {
    match rows {
        TimelineRows::Market => {
            // The events of a mission stand under its bar, also those for another market.
            let of_mission = look
                .mission(event)
                .and_then(|mission| mission.markets.first().copied());
            vec![market_key(event.region, of_mission.or(event.market))]
        }
        TimelineRows::Team => teams(look, look.plan.delegates_at(event)),
    }
}

fn teams(look: &Look<'_>, people: &[outreach_plan::DelegateId]) -> Vec<RowKey> {
    let teams: BTreeSet<String> = people
        .iter()
        .filter_map(|id| look.plan.delegates().get(id))
        .map(|delegate| delegate.team.clone())
        .collect();
    if teams.is_empty() {
        return vec![RowKey::Team(true, String::new())];
    }
    teams
        .into_iter()
        .map(|team| RowKey::Team(team.is_empty(), team))
        .collect()
}

fn row(look: &Look<'_>, key: &RowKey) -> TimelineRow {
    let (text, region, market, name) = match key {
        RowKey::Market(place, _, market) => {
            let region = Region::ALL[*place];
            let name = market
                .and_then(|id| look.plan.markets().get(&id))
                .map(|market| look.say(&market.name));
            let text = format!(
                "{}:{}",
                region.key(),
                market.map(|id| id.to_string()).unwrap_or_default()
            );
            (text, Some(region), *market, name.unwrap_or_default())
        }
        RowKey::Team(_, team) => (format!("team:{team}"), None, None, team.clone()),
    };
    TimelineRow {
        key: text,
        region,
        market,
        name,
        country: market
            .and_then(|id| look.plan.markets().get(&id))
            .map(|market| market.country),
        missions: Vec::new(),
        events: Vec::new(),
        bands: Vec::new(),
    }
}

/// Regions in their order, markets by name within them.
fn in_order(look: &Look<'_>, rows: BTreeMap<RowKey, TimelineRow>) -> Vec<TimelineRow> {
    let english = |market: Option<MarketId>| {
        market
            .and_then(|id| look.plan.markets().get(&id))
            .map(|market| market.name.en.clone())
    };
    let mut rows: Vec<(RowKey, TimelineRow)> = rows.into_iter().collect();
    rows.sort_by_cached_key(|(key, row)| match key {
        RowKey::Market(place, nameless, market) => (
            *place,
            *nameless,
            english(*market).unwrap_or_default(),
            row.key.clone(),
        ),
        RowKey::Team(nameless, team) => (0, *nameless, team.clone(), String::new()),
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

fn bar(look: &Look<'_>, mission: &Mission) -> TimelineMission {
    TimelineMission {
        id: mission.id,
        title: look.say(&mission.title),
        region: mission.region,
        status: mission.status,
        from: mission.from,
        until: mission.until,
        legs: look
            .plan
            .legs_of(mission.id)
            .into_iter()
            .map(|leg| TimelineLeg {
                id: leg.id,
                place: look.say(&leg.place),
                arrive: leg.arrive,
                depart: leg.depart,
            })
            .collect(),
        severity: look.findings.of_mission(mission.id).worst,
        moved_by_rules: !look.moved.is_empty()
            && look
                .plan
                .events_of(mission.id)
                .iter()
                .any(|event| look.moved.contains_key(&event.id)),
    }
}

fn mark(look: &Look<'_>, event: &Event) -> Option<TimelineEvent> {
    let span = look.plan.event_span(event.id)?;
    Some(TimelineEvent {
        id: event.id,
        mission: event.mission,
        title: look.say(&event.title),
        kind: event.kind,
        status: event.status,
        region: event.region,
        start: event.start,
        end: event.end,
        hong_kong: look.shown.in_hong_kong(span.start.utc),
        offset: crate::shown::offset_text(span.start.offset_s),
        severity: look.findings.of_event(event.id).worst,
        moved_by_rules: !look.moved.is_empty() && look.moved.contains_key(&event.id),
    })
}
