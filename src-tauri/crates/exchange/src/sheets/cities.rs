//! Where a city is, by what a cell calls it.

use std::collections::HashMap;

use outreach_plan::Wording;
use outreach_plan::reference::places::{self, Place};
use outreach_plan::reference::{CityId, CountryCode};

/// Different texts that are looked up in one sheet: each takes a pass over all names.
const MOST_LOOKED_UP: usize = 600;
/// Places of one name that are weighed against each other.
const WEIGHED: usize = 8;
/// A city is taken for the one that is meant if it is so many times larger than the next of its name.
const CLEARLY_LARGER: u32 = 3;
/// A smaller namesake is mentioned if it has so many inhabitants, and not so many times fewer.
const NOTABLE: u32 = 100_000;
const FAR_LARGER: u32 = 10;

/// What people write who do not know the place yet, some of which are codes of airports too.
const NO_PLACE: [&str; 10] = [
    "TBC",
    "TBD",
    "TBA",
    "N/A",
    "NA",
    "NIL",
    "待定",
    "未定",
    "待確認",
    "待确认",
];

/// What else a row says of where it takes place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hints<'h> {
    pub(super) zone: Option<&'h str>,
    pub(super) country: Option<CountryCode>,
}

/// A city, found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) city: Option<CityId>,
    pub(super) name: Wording,
    pub(super) zone: &'static str,
    pub(super) country: CountryCode,
    /// There is another of the name that may be meant: what this one is called, with its country.
    pub(super) guessed: Option<String>,
}

/// What a text names.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Found(Found),
    /// Several cities of about the same size.
    Several(Vec<String>),
    /// None; places that may be meant.
    Unknown(Vec<String>),
}

/// Cities that were asked for already.
#[derive(Default)]
pub(super) struct Cities {
    known: HashMap<String, (Vec<Place>, Vec<String>)>,
}

impl Cities {
    pub(super) fn find(&mut self, text: &str, hints: Hints<'_>) -> Answer {
        if NO_PLACE.iter().any(|none| none.eq_ignore_ascii_case(text.trim())) {
            return Answer::Unknown(Vec::new());
        }
        if !self.known.contains_key(text) {
            if self.known.len() >= MOST_LOOKED_UP {
                return Answer::Unknown(Vec::new());
            }
            let found = places::exactly(text, WEIGHED);
            let near = if found.is_empty() {
                places::find(text, 3).iter().map(label).collect()
            } else {
                Vec::new()
            };
            self.known.insert(text.to_owned(), (found, near));
        }
        let (places, near) = &self.known[text];
        if places.is_empty() {
            return Answer::Unknown(near.clone());
        }
        choose(places, hints)
    }
}

fn choose(places: &[Place], hints: Hints<'_>) -> Answer {
    let mut left: Vec<&Place> = places.iter().collect();
    // A hint that no place answers to is no hint: the row contradicts itself, and is told so elsewhere.
    for fits in [
        &(|place: &Place| hints.country == Some(place.country)) as &dyn Fn(&Place) -> bool,
        &|place: &Place| hints.zone == Some(place.zone),
    ] {
        if left.iter().any(|place| fits(place)) {
            left.retain(|place| fits(place));
        }
    }
    let Some((&first, rest)) = left.split_first() else {
        return Answer::Unknown(Vec::new());
    };
    let people = |place: &Place| place.city.map_or(0, |city| city.population);
    let rival = rest.iter().find(|place| place.zone != first.zone);
    let by_code = first.airport.is_some();
    let mut guessed = None;
    if let Some(rival) = rival.filter(|_| !by_code) {
        if people(first) < CLEARLY_LARGER.saturating_mul(people(rival)) {
            return Answer::Several(left.iter().map(|place| label(place)).collect());
        }
        let notable = people(rival) >= NOTABLE && people(first) < FAR_LARGER.saturating_mul(people(rival));
        guessed = notable.then(|| label(first));
    }
    let name = match (first.city, first.airport) {
        (Some(city), _) => city.name.wording(),
        (None, Some(airport)) => Wording::english(airport.place),
        (None, None) => Wording::default(),
    };
    Answer::Found(Found {
        city: first.city.map(|city| city.id),
        name,
        zone: first.zone,
        country: first.country,
        guessed,
    })
}

/// `London, Canada (America/Toronto)`.
fn label(place: &Place) -> String {
    let name = place.city.map_or_else(
        || place.airport.map_or("", |airport| airport.place),
        |city| city.name.en,
    );
    format!("{name}, {} ({})", place.country_name.en, place.zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(text: &str, hints: Hints<'_>) -> Result<&'static str, bool> {
        match Cities::default().find(text, hints) {
            Answer::Found(found) => Ok(found.zone),
            Answer::Several(_) => Err(true),
            Answer::Unknown(_) => Err(false),
        }
    }

    #[test]
    fn a_city_is_found_by_name_in_three_languages_or_by_its_airports_code() {
        for text in [
            "Kuala Lumpur",
            "吉隆坡",
            "KUL",
            "kuala lumpur, Malaysia",
            "吉隆坡市",
        ] {
            assert_eq!(zone(text, Hints::default()), Ok("Asia/Kuala_Lumpur"), "{text}");
        }
        assert_eq!(zone("London", Hints::default()), Ok("Europe/London"));
        for text in ["Online", "TBC", "Kuala Lumpr", ""] {
            assert_eq!(zone(text, Hints::default()), Err(false), "{text}");
        }
    }

    #[test]
    fn what_else_the_row_says_decides_between_cities_of_one_name() {
        let canada = CountryCode::new("CA").unwrap();
        let hints = Hints {
            country: Some(canada),
            zone: None,
        };
        assert_eq!(zone("London", hints), Ok("America/Toronto"));
        let hints = Hints {
            country: None,
            zone: Some("America/New_York"),
        };
        assert_eq!(zone("Cambridge", hints), Ok("America/New_York"));
        assert_eq!(zone("Cambridge", Hints::default()), Err(true));
    }
}
