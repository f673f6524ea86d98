//! Where an event of a stranger's calendar takes place, told from its LOCATION, its GEO and its zone.
//!
//! A city is taken only if its clocks agree with the event's: a wrong city would move checks, holidays and the
//! region with it, and an event without a city is merely less told. A calendar repeats the same few places, so each
//! is looked for once.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use outreach_plan::reference::{self, City, CityId, CountryCode, cities, distance_km, fold};
use outreach_plan::{MarketId, Plan, Region};
use outreach_zones::Rules;

/// A city is the place of a GEO within so many kilometres.
const NEAR_KM: f64 = 30.0;
/// A city that is named only as a part of a longer name has at least so many inhabitants.
const LARGE: u32 = 100_000;
/// A part of an address of more words is no city.
const WORDS_AT_MOST: usize = 5;

/// Cities by each of their names, larger ones first.
static BY_NAME: LazyLock<HashMap<String, Vec<CityId>>> = LazyLock::new(|| {
    let mut by_name: HashMap<String, Vec<CityId>> = HashMap::with_capacity(cities().len() * 2);
    let mut largest_first: Vec<&City> = cities().iter().collect();
    largest_first.sort_by_key(|city| std::cmp::Reverse(city.population));
    for city in largest_first {
        for name in [city.name.en, city.name.zh_hant, city.name.zh_hans] {
            let ids = by_name.entry(fold(name)).or_default();
            if !name.is_empty() && !ids.contains(&city.id) {
                ids.push(city.id);
            }
        }
    }
    by_name
});

/// Looks places up, each once.
pub(super) struct Whereabouts<'a> {
    rules: &'a Rules,
    markets: HashMap<CountryCode, MarketId>,
    named: HashMap<(String, String), Option<CityId>>,
    pointed: HashMap<(i32, i32, String), Option<CityId>>,
    of_zone: HashMap<String, Option<CountryCode>>,
}

impl<'a> Whereabouts<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        Self {
            rules: plan.rules(),
            markets: plan
                .markets()
                .values()
                .rev()
                .map(|market| (market.country, market.id))
                .collect(),
            named: HashMap::new(),
            pointed: HashMap::new(),
            of_zone: HashMap::new(),
        }
    }

    /// The city of an event, if its place tells one whose clocks agree with the event's zone at that moment.
    pub(super) fn city(
        &mut self,
        location: &str,
        geo: Option<(f64, f64)>,
        zone: &str,
        at: DateTime<Utc>,
    ) -> Option<&'static City> {
        let named = if location.is_empty() {
            None
        } else {
            let key = (location.to_owned(), zone.to_owned());
            match self.named.get(&key) {
                Some(known) => *known,
                None => {
                    let found = self.named(location, zone, at);
                    *self.named.entry(key).or_insert(found)
                }
            }
        };
        let found = named.or_else(|| {
            let (lat, lon) = geo?;
            // A hundredth of a degree is about a kilometre.
            #[expect(
                clippy::cast_possible_truncation,
                reason = "degrees times a hundred fit easily"
            )]
            let key = ((lat * 100.0) as i32, (lon * 100.0) as i32, zone.to_owned());
            match self.pointed.get(&key) {
                Some(known) => *known,
                None => {
                    let found = self.pointed((lat, lon), zone, at);
                    *self.pointed.entry(key).or_insert(found)
                }
            }
        });
        found.and_then(reference::city)
    }

    fn named(&self, location: &str, zone: &str, at: DateTime<Utc>) -> Option<CityId> {
        let parts: Vec<String> = location
            .split([
                ',', '，', '、', ';', '；', '\n', '|', '·', '(', ')', '（', '）', '/', '–', '—', '@',
            ])
            .flat_map(|part| part.split(" - "))
            .map(|part| {
                // Postcodes and house numbers stand with the city's name in many countries.
                let words: Vec<&str> = part
                    .split_whitespace()
                    .filter(|word| !word.bytes().any(|b| b.is_ascii_digit()))
                    .collect();
                fold(&words.join(" "))
            })
            .filter(|part| !part.is_empty())
            .collect();
        // An address ends with what is larger: the city stands after the house.
        let whole = parts
            .iter()
            .rev()
            .find_map(|part| self.fitting(part, zone, at, 0));
        whole.or_else(|| parts.iter().rev().find_map(|part| self.within(part, zone, at)))
    }

    /// A large city whose name ends a part (`Hilton Kuala Lumpur`), or begins one that is written without blanks
    /// (吉隆坡會議中心).
    fn within(&self, part: &str, zone: &str, at: DateTime<Utc>) -> Option<CityId> {
        let words: Vec<&str> = part.split(' ').collect();
        if words.len() > 1 {
            return (1..words.len())
                .rev()
                .take(WORDS_AT_MOST)
                .rev()
                .find_map(|from| self.fitting(&words[from..].join(" "), zone, at, LARGE));
        }
        if part.is_ascii() {
            return None;
        }
        let ends: Vec<usize> = part.char_indices().map(|(at, _)| at).skip(2).take(4).collect();
        ends.iter()
            .rev()
            .find_map(|end| self.fitting(&part[..*end], zone, at, LARGE))
    }

    fn fitting(&self, name: &str, zone: &str, at: DateTime<Utc>, least: u32) -> Option<CityId> {
        BY_NAME
            .get(name)?
            .iter()
            .filter_map(|id| reference::city(*id))
            .find(|city| city.population >= least && self.agrees(city, zone, at))
            .map(|city| city.id)
    }

    fn pointed(&self, at: (f64, f64), zone: &str, moment: DateTime<Utc>) -> Option<CityId> {
        let near = cities().iter().filter(|city| {
            (city.lat - at.0).abs() < 0.5 && {
                let apart = (city.lon - at.1).abs();
                apart.min(360.0 - apart) < 1.0
            }
        });
        near.map(|city| (distance_km(at, (city.lat, city.lon)), city))
            .filter(|(km, city)| *km <= NEAR_KM && self.agrees(city, zone, moment))
            // A suburb's centre may be nearer than that of the city it belongs to.
            .min_by(|one, other| {
                let weight =
                    |(km, city): &(f64, &City)| (km + 5.0) / f64::from(city.population.max(1)).sqrt();
                weight(one).total_cmp(&weight(other))
            })
            .map(|(_, city)| city.id)
    }

    /// Whether a city's clocks show what the event's zone shows at that moment. A time in UTC fits any.
    fn agrees(&self, city: &City, zone: &str, at: DateTime<Utc>) -> bool {
        if city.zone == zone || is_utc(zone) {
            return true;
        }
        match (self.rules.zone(city.zone), self.rules.zone(zone)) {
            (Ok(there), Ok(here)) => there.at(at).1.offset_s == here.at(at).1.offset_s,
            (Err(_), _) | (_, Err(_)) => false,
        }
    }

    /// The country of a city, else the one country that uses the zone.
    pub(super) fn country(&mut self, city: Option<&City>, zone: &str) -> Option<CountryCode> {
        if let Some(city) = city {
            return Some(city.country);
        }
        if let Some(known) = self.of_zone.get(zone) {
            return *known;
        }
        let countries = self.rules.info(zone).map(|info| info.countries.to_vec());
        let only = match countries.as_deref() {
            Some([only]) => CountryCode::new(only).ok(),
            Some(_) | None => None,
        };
        *self.of_zone.entry(zone.to_owned()).or_insert(only)
    }

    /// The market of a country.
    pub(super) fn market(&self, country: Option<CountryCode>) -> Option<MarketId> {
        self.markets.get(&country?).copied()
    }

    /// The region in which the office plans a country, else those who share the zone: the first is its namesake's,
    /// and all of them are neighbours.
    pub(super) fn region(&self, country: Option<CountryCode>, zone: &str) -> Option<Region> {
        if let Some(country) = country {
            return reference::country(country)?.region;
        }
        let info = self.rules.info(zone)?;
        // A name of old, such as US/Eastern, has no countries of its own.
        let info = if info.countries.is_empty() {
            self.rules.info(info.canonical)?
        } else {
            info
        };
        let countries = info
            .countries
            .iter()
            .filter_map(|code| CountryCode::new(code).ok());
        countries
            .filter_map(reference::country)
            .find_map(|country| country.region)
    }
}

/// Whether a zone is no place's.
pub(super) fn is_utc(zone: &str) -> bool {
    matches!(
        zone,
        "UTC"
            | "Etc/UTC"
            | "Etc/GMT"
            | "GMT"
            | "Etc/UCT"
            | "UCT"
            | "Zulu"
            | "Etc/Zulu"
            | "Universal"
            | "Etc/Universal"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(location: &str, geo: Option<(f64, f64)>, zone: &str) -> Option<&'static str> {
        let plan = Plan::new(Rules::bundled());
        let at = "2027-05-14T07:00:00Z".parse().unwrap();
        let city = Whereabouts::of(&plan).city(location, geo, zone, at);
        city.map(|city| city.name.en)
    }

    #[test]
    fn a_city_is_told_from_an_address_in_either_script() {
        let kl = "Asia/Kuala_Lumpur";
        assert_eq!(
            found("Ballroom, Hotel X, 50450 Kuala Lumpur, Malaysia", None, kl),
            Some("Kuala Lumpur")
        );
        assert_eq!(found("吉隆坡會議中心", None, kl), Some("Kuala Lumpur"));
        assert_eq!(found("Hilton Kuala Lumpur", None, kl), Some("Kuala Lumpur"));
        assert_eq!(found("ZÜRICH", None, "Europe/Zurich"), Some("Zürich"));
    }

    #[test]
    fn a_city_whose_clocks_do_not_agree_is_not_taken() {
        assert_eq!(
            found("London", None, "America/Toronto"),
            Some("London"),
            "the one in Ontario"
        );
        let plan = Plan::new(Rules::bundled());
        let at = "2027-05-14T07:00:00Z".parse().unwrap();
        let mut places = Whereabouts::of(&plan);
        let of = |city: Option<&City>| city.map(|city| city.country.to_string());
        assert_eq!(
            of(places.city("London", None, "America/Toronto", at)).as_deref(),
            Some("CA")
        );
        assert_eq!(
            of(places.city("London", None, "Europe/London", at)).as_deref(),
            Some("GB")
        );
        assert_eq!(found("Tokyo", None, "America/Toronto"), None);
        assert_eq!(
            found("Tokyo", None, "UTC"),
            Some("Tokyo"),
            "a time in UTC is no place's"
        );
    }

    #[test]
    fn a_room_is_no_city() {
        for room in ["Room 3", "Online", "https://example.org/meet", "Reading Room", ""] {
            assert_eq!(found(room, None, "Europe/London"), None, "{room}");
        }
    }

    #[test]
    fn a_position_tells_the_city_around_it() {
        assert_eq!(
            found("", Some((49.2827, -123.1207)), "America/Vancouver"),
            Some("Vancouver")
        );
        assert_eq!(found("", Some((0.0, -30.0)), "UTC"), None, "the sea");
    }
}
