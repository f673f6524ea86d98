//! One search over everything.

use std::collections::HashSet;

use outreach_plan::{AnyRecord, RecordRef, reference};

use crate::change::name_of;
use crate::derived;
use crate::desk::Desk;
use crate::keys::key_of;
use crate::rows::{Look, country_of};
use crate::views::{FindEverything, Hit};
use crate::{Refused, Session, people};

/// `search.find`
pub(crate) fn find(session: &Session, request: &FindEverything) -> Result<Vec<Hit>, Refused> {
    let limit = request.limit.clamp(1, 100);
    let records = found(session, &request.text, limit)?;
    // People are found in their own index. Half of the room is theirs, and what the others leave.
    let people = people::found(session.desk()?.as_ref(), &request.text, limit as usize);
    let room = (limit as usize / 2).max((limit as usize).saturating_sub(records.len()));
    let people: Vec<RecordRef> = people
        .into_iter()
        .take(room)
        .map(|(id, _)| RecordRef::Person(id))
        .collect();
    let found: Vec<RecordRef> = records
        .into_iter()
        .take((limit as usize).saturating_sub(people.len()))
        .chain(people)
        .collect();
    let mut shown = HashSet::new();
    session.look(request.language, |look| {
        Ok(found
            .into_iter()
            .map(|key| to_open(look, key))
            .filter(|key| shown.insert(*key))
            .filter_map(|key| {
                let record = look.plan.get(key)?;
                Some(hit(look, key, &record))
            })
            .collect())
    })
}

/// What a planner opens for what was found: a stay has no page of its own, its mission has.
fn to_open(look: &Look<'_>, key: RecordRef) -> RecordRef {
    match look.plan.get(key) {
        Some(AnyRecord::Leg(leg)) => RecordRef::Mission(leg.mission),
        Some(_) | None => key,
    }
}

/// The keys of what fits, best first.
fn found(session: &Session, text: &str, limit: u32) -> Result<Vec<RecordRef>, Refused> {
    let desk = session.desk()?;
    let Some(mut held) = desk.hold_now() else {
        return Ok(found_in_memory(&desk, text, limit as usize));
    };
    let file = held.file()?;
    let mut hits = file.search(text, &[], limit)?;
    if hits.is_empty()
        && let Some(city) = other_name(text)
    {
        hits = file.search(city, &[], limit)?;
    }
    Ok(hits
        .into_iter()
        .filter_map(|hit| RecordRef::of_kind(&hit.kind, hit.record))
        .collect())
}

/// The name under which records have the city that the words are another name or an airport of: `KL`, `YVR`.
fn other_name(text: &str) -> Option<&'static str> {
    let place = reference::places::find(text, 1).into_iter().next()?;
    Some(place.city?.name.en)
}

/// The same while the file is busy with long work: slower by far, and by nothing but the words themselves.
fn found_in_memory(desk: &Desk, text: &str, limit: usize) -> Vec<RecordRef> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let plan = desk.plan();
    let mut hits: Vec<(bool, RecordRef)> = derived::all_records(&plan)
        .filter_map(|record| {
            let (title, body) = derived::words(&record)?;
            let (title, body) = (title.to_lowercase(), body.to_lowercase());
            let in_title = words.iter().all(|word| title.contains(word));
            let fits = in_title
                || words
                    .iter()
                    .all(|word| title.contains(word) || body.contains(word));
            fits.then(|| (!in_title, record.key()))
        })
        .collect();
    hits.sort();
    hits.into_iter().take(limit).map(|(_, key)| key).collect()
}

fn hit(look: &Look<'_>, key: RecordRef, record: &AnyRecord) -> Hit {
    let title = if let AnyRecord::Person(person) = record {
        people::shown_name(person, look.language)
    } else {
        look.say(&name_of(record))
    };
    let country = |city| {
        country_of(city)
            .and_then(outreach_plan::reference::country)
            .map(|country| country.name.in_language(look.language).to_owned())
            .unwrap_or_default()
    };
    let mission = |id: Option<outreach_plan::MissionId>| {
        id.and_then(|id| look.plan.missions().get(&id))
            .map(|m| look.say(&m.title))
            .unwrap_or_default()
    };
    let join = |parts: &[String]| {
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let (detail, span) = match record {
        AnyRecord::Programme(r) => (format!("{} – {}", r.from, r.until), None),
        AnyRecord::Mission(r) => (format!("{} – {}", r.from, r.until), None),
        AnyRecord::Leg(r) => (mission(Some(r.mission)), look.leg_span(r)),
        AnyRecord::Event(r) => (join(&[look.say(&r.place), mission(r.mission)]), look.span(r)),
        AnyRecord::Venue(r) => (join(&[look.say(&r.place), country(r.city)]), None),
        AnyRecord::Partner(r) => (country(r.city), None),
        AnyRecord::Delegate(r) => (join(&[r.post.clone(), r.organisation.clone()]), None),
        AnyRecord::Market(_) => (String::new(), None),
        AnyRecord::Office(r) => (country(r.city), None),
        AnyRecord::DayOverride(r) => (format!("{} {}", r.country, r.date), None),
        AnyRecord::Calendar(_) => (String::new(), None),
        AnyRecord::Recipient(r) => {
            let calendar = look.plan.calendars().get(&r.calendar);
            let calendar = calendar
                .map(|calendar| look.say(&calendar.name))
                .unwrap_or_default();
            (join(&[r.organisation.clone(), calendar]), None)
        }
        AnyRecord::Person(r) => (join(&[look.say(&r.post), look.say(&r.organisation)]), None),
        AnyRecord::Invitation(_)
        | AnyRecord::Arrangement(_)
        | AnyRecord::Visit(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Letter(_)
        | AnyRecord::SavedList(_)
        | AnyRecord::Distinct(_)
        | AnyRecord::Disclosure(_) => (String::new(), None),
    };
    Hit {
        key: key_of(key),
        title,
        detail,
        span,
    }
}
