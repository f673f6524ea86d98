//! An event of a stranger's calendar as an event of ours.
//!
//! What the calendar says is put over the event; what it cannot say (kind, hosts, capacity) is guessed for a new
//! event and left alone in one that is there.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use outreach_exchange::incoming::{IncomingEvent, IncomingStatus};
use outreach_plan::reference::City;
use outreach_plan::validate::{LIST_MOST, NAME_MOST, NOTES_MOST, URL_MOST};
use outreach_plan::{
    Event, EventId, EventKind, ExportedStatus, Language, Mission, Plan, ProgrammeId, Region, Sector, Status,
    Venue, VenueId, Wording,
};

use super::problems::{self, problem};
use super::when;
use super::whereabouts::Whereabouts;
use crate::beginnings::current_programme;
use crate::views::ImportProblem;
use crate::{Refused, Session};

/// Makes events of what others wrote.
pub(super) struct Taker<'a> {
    plan: &'a Plan,
    language: Language,
    programme: Option<ProgrammeId>,
    mission: Option<&'a Mission>,
    /// Whether the calendar was written by this program: its descriptions are made from fields, and are no notes.
    own: bool,
    places: Whereabouts<'a>,
    venues: Vec<(String, &'a Venue)>,
    kinds: Vec<(String, EventKind)>,
    sectors: HashMap<&'static str, Sector>,
    regions: HashMap<&'static str, Region>,
}

impl<'a> Taker<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        language: Language,
        programme: Option<ProgrammeId>,
        mission: Option<&'a Mission>,
        own: bool,
    ) -> Self {
        let mut kinds: Vec<(String, EventKind)> = EventKind::ALL
            .iter()
            .flat_map(|kind| {
                Language::ALL.map(|language| (kind.name().in_language(language).to_lowercase(), *kind))
            })
            .collect();
        // 網上研討會 holds 研討會: the longer name is meant.
        kinds.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        let names = |venue: &'a Venue| {
            [&venue.name.en, &venue.name.zh_hant, &venue.name.zh_hans]
                .into_iter()
                .filter(|name| name.chars().count() >= 3)
                .map(move |name| (name.to_lowercase(), venue))
        };
        Self {
            plan,
            language,
            programme,
            mission,
            own,
            places: Whereabouts::of(plan),
            venues: plan.venues().values().flat_map(names).collect(),
            kinds,
            sectors: Sector::ALL
                .iter()
                .flat_map(|sector| {
                    Language::ALL.map(|language| (sector.name().in_language(language), *sector))
                })
                .collect(),
            regions: Region::ALL
                .iter()
                .flat_map(|region| {
                    Language::ALL.map(|language| (region.name().in_language(language), *region))
                })
                .collect(),
        }
    }

    /// A new event.
    pub(super) fn make(
        &mut self,
        blank: Event,
        from: &IncomingEvent,
        warnings: &mut Vec<ImportProblem>,
    ) -> Result<Event, Refused> {
        let mut event = blank;
        event.sequence = from.sequence;
        event.status = match from.status {
            Some(IncomingStatus::Tentative) => Status::Tentative,
            Some(IncomingStatus::Cancelled) => Status::Cancelled,
            Some(IncomingStatus::Confirmed) | None => Status::Confirmed,
        };
        let title = from.summary.to_lowercase();
        let kind_of = |text: &str, whole: bool| {
            let fits = |name: &str| if whole { text == name } else { text.contains(name) };
            self.kinds
                .iter()
                .find(|(name, _)| fits(name))
                .map(|(_, kind)| *kind)
        };
        event.kind = from
            .categories
            .iter()
            .find_map(|category| kind_of(&category.to_lowercase(), true))
            .or_else(|| kind_of(&title, false))
            .unwrap_or_default();
        let city = self.put(&mut event, from, self.own, warnings);
        let country = self.places.country(city, &event.zone);
        event.market = self.places.market(country);
        let told = from
            .categories
            .iter()
            .find_map(|category| self.regions.get(category.trim()).copied());
        if let Some(region) = told.or_else(|| self.places.region(country, &event.zone)) {
            event.region = region;
        }
        if let Some(mission) = self.mission {
            event.mission = Some(mission.id);
            event.programme = mission.programme;
            event.region = mission.region;
            let day = event.start.date();
            let leg = self.plan.legs_of(mission.id).into_iter().find(|leg| {
                leg.arrive.date() <= day
                    && day <= leg.depart.date()
                    && (event.city.is_none() || leg.city == event.city)
            });
            event.leg = leg.map(|leg| leg.id);
        } else {
            event.programme = match self.programme {
                Some(programme) => programme,
                None => current_programme(self.plan, event.start.date())?,
            };
        }
        Ok(event)
    }

    /// Puts what the calendar says over an event. What says the same in other words is left as it is. Of an event
    /// that went `out` from here the description was made from fields, and labels and address are its own.
    pub(super) fn put(
        &mut self,
        event: &mut Event,
        from: &IncomingEvent,
        out: bool,
        warnings: &mut Vec<ImportProblem>,
    ) -> Option<&'static City> {
        let is_new = event.title.is_empty();
        put_words(&mut event.title, &from.summary, self.language, warnings, "title");
        let first = self.instant(from);
        let city = self.places.city(&from.location, from.geo, &from.zone, first);
        when::put(self.plan.rules(), event, from, city, is_new, warnings);
        if is_new || !self.says_place(event, &from.location) {
            self.put_place(event, from, city, warnings);
        }
        put_status(event, from.status);
        if !from.url.is_empty() && !out {
            if (from.url.starts_with("https://") || from.url.starts_with("http://"))
                && from.url.len() <= URL_MOST
            {
                event.url.clone_from(&from.url);
            } else {
                warnings.push(problem("url_dropped").of_field("url"));
            }
        } else if is_new && !from.url.is_empty() {
            event.url.clone_from(&from.url);
        }
        if !out {
            event.notes = cut(&from.description, NOTES_MOST, warnings, "notes");
            self.put_labels(event, from);
        } else if is_new {
            self.put_labels(event, from);
        }
        city
    }

    fn instant(&self, from: &IncomingEvent) -> DateTime<Utc> {
        self.plan
            .rules()
            .zone(&from.zone)
            .map_or(from.start.and_utc(), |zone| {
                zone.pick(from.start, from.start_fold).utc
            })
    }

    /// Whether a location names what the event has already, so that nothing a planner chose is thrown away.
    fn says_place(&self, event: &Event, location: &str) -> bool {
        let location = location.to_lowercase();
        let names = |wording: &Wording| {
            [&wording.en, &wording.zh_hant, &wording.zh_hans]
                .into_iter()
                .any(|name| !name.is_empty() && location.contains(&name.to_lowercase()))
        };
        if location.is_empty() {
            // A calendar that tells no place says nothing about it.
            return true;
        }
        let venue = event.venue.and_then(|id| self.plan.venues().get(&id));
        match venue {
            Some(venue) => names(&venue.name),
            None => names(&event.place),
        }
    }

    fn put_place(
        &self,
        event: &mut Event,
        from: &IncomingEvent,
        city: Option<&City>,
        warnings: &mut Vec<ImportProblem>,
    ) {
        event.city = city.map(|city| city.id);
        event.venue = self.venue(&from.location, city);
        let venue = event.venue.and_then(|id| self.plan.venues().get(&id));
        if let Some(venue) = venue {
            event.place = venue.place.clone();
            event.city = event.city.or(venue.city);
            return;
        }
        let bare = city.is_some_and(|city| {
            let name = from.location.trim();
            name.is_empty()
                || [city.name.en, city.name.zh_hant, city.name.zh_hans]
                    .iter()
                    .any(|of_city| of_city.eq_ignore_ascii_case(name))
        });
        event.place = match city {
            Some(city) if bare => city.name.wording(),
            // A room and a street stand nowhere else, so they are not thrown away for the city's name.
            Some(_) | None => {
                let mut place = Wording::default();
                put_words(&mut place, &from.location, self.language, warnings, "place");
                place
            }
        };
    }

    fn venue(&self, location: &str, city: Option<&City>) -> Option<VenueId> {
        if location.is_empty() {
            return None;
        }
        let location = location.to_lowercase();
        self.venues
            .iter()
            .find(|(name, venue)| {
                location.contains(name)
                    && (city.is_none() || venue.city.is_none() || venue.city == city.map(|city| city.id))
            })
            .map(|(_, venue)| venue.id)
    }

    fn put_labels(&self, event: &mut Event, from: &IncomingEvent) {
        let mut sectors = Vec::new();
        let mut tags = Vec::new();
        for category in &from.categories {
            let category = category.trim();
            let is_kind = || {
                self.kinds
                    .iter()
                    .any(|(name, _)| *name == category.to_lowercase())
            };
            if let Some(sector) = self.sectors.get(category) {
                sectors.push(*sector);
            } else if !self.regions.contains_key(category) && !is_kind() && tags.len() < LIST_MOST {
                tags.push(category.chars().take(NAME_MOST).collect());
            }
        }
        if !sectors.is_empty() {
            event.sectors = sectors;
        }
        event.tags = tags;
    }
}

/// The status of ours that goes out as the calendar's, unless the present one does already.
fn put_status(event: &mut Event, status: Option<IncomingStatus>) {
    let Some(status) = status else { return };
    let (wanted, exported) = match status {
        IncomingStatus::Tentative => (Status::Tentative, ExportedStatus::Tentative),
        IncomingStatus::Confirmed => (Status::Confirmed, ExportedStatus::Confirmed),
        IncomingStatus::Cancelled => (Status::Cancelled, ExportedStatus::Cancelled),
    };
    if event.status.exported() != exported {
        event.status = wanted;
    }
}

/// Sets the words of the language they are written in, unless they stand there in any language.
fn put_words(
    wording: &mut Wording,
    text: &str,
    language: Language,
    warnings: &mut Vec<ImportProblem>,
    field: &'static str,
) {
    let text = cut(text.trim(), NAME_MOST, warnings, field);
    let known = [&wording.en, &wording.zh_hant, &wording.zh_hans];
    if text.is_empty() || known.into_iter().any(|known| *known == text) {
        return;
    }
    let chinese = text
        .chars()
        .any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'));
    let slot = match (chinese, language) {
        (false, _) => &mut wording.en,
        (true, Language::SimplifiedChinese) => &mut wording.zh_hans,
        (true, Language::English | Language::TraditionalChinese) => &mut wording.zh_hant,
    };
    *slot = text;
}

fn cut(text: &str, most: usize, warnings: &mut Vec<ImportProblem>, field: &'static str) -> String {
    if text.len() <= most || text.chars().count() <= most {
        return text.to_owned();
    }
    warnings.push(problem("text_cut").of_field(field).with("most", most));
    text.chars().take(most).collect()
}

/// A blank event with the key and the UID it will have.
pub(super) fn blank(session: &Session, now: DateTime<Utc>, uid: &str) -> Event {
    let key = session.fresh_key();
    let mut event = crate::fields::blank_event(key, now);
    event.id = EventId(key);
    if problems::fits_as_uid(uid) {
        uid.clone_into(&mut event.uid);
    }
    event
}

/// The mission and programme that the planner chose, which must be there.
pub(super) fn chosen(
    plan: &Plan,
    programme: Option<ProgrammeId>,
    mission: Option<outreach_plan::MissionId>,
) -> Result<Option<&Mission>, Refused> {
    if programme.is_some_and(|id| !plan.programmes().contains_key(&id)) {
        return Err(Refused::invalid("programme", "no_such_record"));
    }
    mission
        .map(|id| {
            plan.missions()
                .get(&id)
                .ok_or_else(|| Refused::invalid("mission", "no_such_record"))
        })
        .transpose()
}
