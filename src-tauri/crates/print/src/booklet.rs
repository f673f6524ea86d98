//! The mission booklet: what a delegation carries.

mod itinerary;

use std::collections::BTreeSet;

use outreach_plan::checks::Finding;
use outreach_plan::{Delegate, DelegateId, Event, Language, Mission, MissionId, OfficeId, VenueId};
use serde_json::{Value, json};

use crate::figures::dollars;
use crate::press::Press;
use crate::words::{self, Word, word};
use crate::{PrintError, entry, findings, run_sheet, times};

/// What the templates make the booklet of.
pub(crate) fn value(press: &Press<'_>, id: MissionId, found: &[Finding]) -> Result<Value, PrintError> {
    let mission = press.plan.missions().get(&id).ok_or(PrintError::NoSuchMission)?;
    let language = press.language();
    let events: Vec<&Event> = press
        .plan
        .events_of(id)
        .into_iter()
        .filter(|event| press.shows(event.status))
        .collect();
    if events.len() > crate::press::EVENTS_AT_MOST {
        return Err(PrintError::TooMany {
            most: crate::press::EVENTS_AT_MOST,
        });
    }
    let internal = press.internal();
    Ok(json!({
        "what": word(Word::MissionBooklet, language),
        "title": press.say(&mission.title),
        "region": mission.region.key(),
        "region_words": mission.region.name().in_language(language),
        "kind_words": mission.kind.name().in_language(language),
        "status": mission.status.key(),
        "status_words": mission.status.name().in_language(language),
        "dates": times::dates(mission.from, mission.until, language),
        "sum": words::counts(0, events.len(), language),
        "facts": facts(press, mission),
        "stays": itinerary::stays(press, mission, &events)?,
        "days": itinerary::days(press, mission, &events)?,
        "venues": venues(press, &events),
        "people": if internal { people(press, &mission.team, mission.lead) } else { Vec::new() },
        "offices": offices(press, &mission.offices),
        "partners": partners(press, mission, &events),
        "checks": if internal { Some(findings::value(press, found)) } else { None },
        "orders": if internal { orders(press, &events)? } else { Vec::new() },
        "notes": if internal { press.lines(&mission.notes) } else { Vec::new() },
        "words": headings(press),
    }))
}

fn facts(press: &Press<'_>, mission: &Mission) -> Vec<(&'static str, String)> {
    let language = press.language();
    let comma = words::comma(language);
    let markets = mission
        .markets
        .iter()
        .filter_map(|id| press.plan.markets().get(id));
    let sectors = mission
        .sectors
        .iter()
        .map(|sector| sector.name().in_language(language));
    let lead = mission
        .lead
        .filter(|_| press.internal())
        .and_then(|id| press.plan.delegates().get(&id));
    let budget = mission.budget_hkd.filter(|_| press.internal());
    let mut cities: Vec<String> = Vec::new();
    for leg in press.plan.legs_of(mission.id) {
        let city = press.say(&leg.place);
        if !press.shared() && !cities.contains(&city) {
            cities.push(city);
        }
    }
    let mut facts = vec![
        (word(Word::Stays, language), cities.join(comma)),
        (
            word(Word::Markets, language),
            markets
                .map(|market| press.say(&market.name))
                .collect::<Vec<_>>()
                .join(comma),
        ),
        (
            word(Word::Sectors, language),
            sectors.collect::<Vec<_>>().join(comma),
        ),
        (
            word(Word::Lead, language),
            lead.map(|lead| name(press, lead)).unwrap_or_default(),
        ),
        (
            word(Word::Budget, language),
            budget.map(|sum| dollars(sum.into())).unwrap_or_default(),
        ),
    ];
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

/// A delegate's name as the document's language writes it.
pub(crate) fn name(press: &Press<'_>, delegate: &Delegate) -> String {
    if press.language() != Language::English && !delegate.chinese.is_empty() {
        return press.line(&delegate.chinese);
    }
    press.line(&delegate.full_name())
}

/// The people of a team, the head of the delegation first.
pub(crate) fn people(press: &Press<'_>, team: &[DelegateId], lead: Option<DelegateId>) -> Vec<Value> {
    let language = press.language();
    let mut known: Vec<&Delegate> = team
        .iter()
        .filter_map(|id| press.plan.delegates().get(id))
        .collect();
    known.sort_by_key(|delegate| Some(delegate.id) != lead);
    known
        .into_iter()
        .map(|delegate| {
            let (latin, chinese) = (press.line(&delegate.full_name()), press.line(&delegate.chinese));
            let main = name(press, delegate);
            let second = if main == latin { chinese } else { latin };
            json!({
                "second": if second == main { String::new() } else { second },
                "name": main,
                "lead": Some(delegate.id) == lead,
                "role": delegate.role.name().in_language(language),
                "post": press.line(&delegate.post),
                "organisation": press.line(&delegate.organisation),
                "team": press.line(&delegate.team),
                "notes": press.lines(&delegate.notes),
            })
        })
        .collect()
}

/// The venues of the events, in the order in which the delegation comes to them.
fn venues(press: &Press<'_>, events: &[&Event]) -> Vec<Value> {
    let mut seen: BTreeSet<VenueId> = BTreeSet::new();
    let language = press.language();
    let visited = events
        .iter()
        .filter_map(|event| event.venue)
        .filter(|id| seen.insert(*id));
    visited
        .filter_map(|id| press.plan.venues().get(&id))
        .map(|venue| {
            let held: Vec<Value> = events
                .iter()
                .filter(|event| event.venue == Some(venue.id))
                .map(|event| json!({ "day": times::day(event.start.date(), language), "title": press.say(&event.title) }))
                .collect();
            let at = venue.latitude.zip(venue.longitude).map(|(north, east)| format!("{north:.5}, {east:.5}"));
            json!({
                "name": press.say(&venue.name),
                "place": press.say(&venue.place),
                "address": press.lines(&venue.address),
                "capacity": venue.capacity.filter(|_| press.shared()),
                "at": at.unwrap_or_default(),
                "events": held,
                "notes": if press.internal() { press.lines(&venue.notes) } else { Vec::new() },
            })
        })
        .collect()
}

fn offices(press: &Press<'_>, ids: &[OfficeId]) -> Vec<Value> {
    let known = ids.iter().filter_map(|id| press.plan.offices().get(id));
    known
        .map(|office| {
            json!({
                "name": press.say(&office.name),
                "notes": if press.internal() { press.lines(&office.notes) } else { Vec::new() },
            })
        })
        .collect()
}

/// Partner bodies of the mission with what each has taken on, then hosts of events that are not among them.
fn partners(press: &Press<'_>, mission: &Mission, events: &[&Event]) -> Vec<Value> {
    let language = press.language();
    let mut seen = BTreeSet::new();
    let named = mission
        .partners
        .iter()
        .map(|part| (part.partner, part.responsible_for.as_str()));
    let hosts = events.iter().flat_map(|event| &event.hosts).map(|id| (*id, ""));
    named
        .chain(hosts)
        .filter(|(id, _)| seen.insert(*id))
        .filter_map(|(id, task)| Some((press.plan.partners().get(&id)?, task)))
        .map(|(partner, task)| {
            json!({
                "name": press.say(&partner.name),
                "kind": partner.kind.name().in_language(language),
                "responsible": if press.shared() { press.lines(task) } else { Vec::new() },
                "url": press.line(&partner.url),
                "notes": if press.internal() { press.lines(&partner.notes) } else { Vec::new() },
            })
        })
        .collect()
}

/// The run sheets of those events that have one.
fn orders(press: &Press<'_>, events: &[&Event]) -> Result<Vec<Value>, PrintError> {
    let written = events.iter().filter(|event| !event.run_sheet.trim().is_empty());
    written
        .map(|event| {
            Ok(json!({
                "entry": entry::Entry::of(press, event)?,
                "order": run_sheet::order(press, event),
            }))
        })
        .collect()
}

/// Headings that booklet and run sheet share.
pub(crate) fn headings(press: &Press<'_>) -> Value {
    let language = press.language();
    let say = |one| word(one, language);
    json!({
        "address": say(Word::Address), "all_day": say(Word::AllDay), "capacity": say(Word::Capacity),
        "checks": say(Word::Checks), "city": say(Word::City), "arrive": say(Word::Arrive),
        "depart": say(Word::Depart), "done": say(Word::Done), "free": say(Word::FreeDay),
        "glance": say(Word::AtAGlance), "hong_kong": say(Word::HongKong),
        "hong_kong_time": say(Word::HongKongTime), "itinerary": say(Word::Itinerary),
        "events": say(Word::Events), "local": say(Word::Local), "lodging": say(Word::Lodging),
        "lead": say(Word::Lead), "name": say(Word::Name), "no_order": say(Word::NoRunSheet),
        "notes": say(Word::Notes), "nothing_found": say(Word::NothingFound), "offices": say(Word::Offices),
        "order": say(Word::RunSheet), "orders": say(Word::RunSheets), "organisation": say(Word::Organisation),
        "partners": say(Word::Partners), "people": say(Word::People), "post": say(Word::Post),
        "responsible": say(Word::ResponsibleFor), "role": say(Word::Role), "stays": say(Word::Stays),
        "time": say(Word::Time), "venue": say(Word::Venue), "venues": say(Word::Venues),
        "item": say(Word::Item), "what": say(Word::What), "who": say(Word::Who),
        "guests": say(Word::Guests),
    })
}
