//! Places by any of their names, their holidays, and where all that comes from.

use outreach_plan::reference::{self, Area};
use outreach_zones::Rules;

use crate::day_notes::day_notes;
use crate::route::Nothing;
use crate::session::Place;
use crate::shown::offset_text;
use crate::views::{DayNote, FindPlaces, ListHolidays, PlaceView};
use crate::{Refused, Session};

/// So many countries may be asked for at once.
const COUNTRIES_AT_MOST: usize = 300;

/// `places.find`
pub(crate) fn find(session: &Session, request: &FindPlaces) -> Result<Vec<PlaceView>, Refused> {
    let rules = session.rules();
    let now = session.now();
    let limit = request.limit.clamp(1, 100) as usize;
    let offset = |zone: &str| {
        rules
            .zone(zone)
            .map(|zone| offset_text(zone.at(now).1.offset_s))
            .unwrap_or_default()
    };
    let mut found: Vec<PlaceView> = reference::places::find(&request.text, limit)
        .into_iter()
        .map(|place| PlaceView {
            city: place.city.map(|city| city.id),
            airport: place.airport.map(|airport| airport.iata.to_owned()),
            name: match (place.city, place.airport) {
                (Some(city), _) => city.name.wording(),
                (None, Some(airport)) => outreach_plan::Wording::english(airport.name),
                (None, None) => outreach_plan::Wording::english(crate::shown::city_of(place.zone)),
            },
            country: Some(place.country),
            country_name: place.country_name.wording(),
            zone: place.zone.to_owned(),
            offset: offset(place.zone),
            position: Some((place.lat, place.lon)),
        })
        .collect();
    let nowhere = nowhere(&rules, &request.text);
    found.truncate(limit.saturating_sub(nowhere.len()).max(1));
    found.extend(nowhere.into_iter().map(|zone| PlaceView {
        city: None,
        airport: None,
        name: outreach_plan::Wording::english(zone),
        country: None,
        country_name: outreach_plan::Wording::default(),
        offset: offset(zone),
        zone: zone.to_owned(),
        position: None,
    }));
    found.truncate(limit);
    Ok(found)
}

/// Zones that lie in no country and that the words name: `UTC`, `Etc/GMT+5`.
fn nowhere<'a>(rules: &'a Rules, text: &str) -> Vec<&'a str> {
    let text = text.trim();
    let named = |zone: &str| {
        zone.eq_ignore_ascii_case(text)
            || zone
                .strip_prefix("Etc/")
                .is_some_and(|short| short.eq_ignore_ascii_case(text))
    };
    let mut zones: Vec<&str> = rules
        .names()
        .filter(|zone| (zone.starts_with("Etc/") || !zone.contains('/')) && named(zone))
        .collect();
    zones.sort_unstable();
    zones
}

/// `holidays.list`
pub(crate) fn holidays(session: &Session, request: &ListHolidays) -> Result<Vec<DayNote>, Refused> {
    if request.until < request.from {
        return Err(Refused::invalid("until", "end_before_start"));
    }
    let desk = match session.place() {
        Place::Open(desk) => Some(desk),
        Place::Closed | Place::Locked(_) => None,
    };
    let plan = desk.as_ref().map(|desk| desk.plan());
    let notes = |area: Area<'_>| day_notes(plan.as_deref(), area, request.from, request.until, true);
    let mut found: Vec<DayNote> = request
        .countries
        .iter()
        .take(COUNTRIES_AT_MOST)
        .flat_map(|country| notes((*country).into()))
        .collect();
    found.sort_by_key(|note| (note.from, note.country, note.until));
    Ok(found)
}

/// `reference.attribution`
pub(crate) fn attribution(_session: &Session, _request: &Nothing) -> Result<String, Refused> {
    Ok(reference::ATTRIBUTION.to_owned())
}
