//! What a typed text may mean, best first.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::super::{airport, airports, cities, countries, fold};
use super::index::{INDEX, Owner, Weight, letters, size};
use super::near::is_near;
use super::{FoundBy, Place};

/// A longer text is no name of a place.
const LONGEST_QUERY: usize = 100;
/// So many slips are forgiven in a word of at least so many letters.
const SLIPS: [(usize, usize); 2] = [(8, 2), (4, 1)];

/// How well a name answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Code,
    Whole,
    WholeOther,
    Start,
    StartOther,
    Word,
    Inside,
    Near,
}

/// Places that answer to a text: by airport code, name, country or zone, in English or Chinese of either script.
///
/// Capitals, accents, points and hyphens do not matter. A whole name goes before one that begins with the text,
/// then one that holds it, then one that is a slip away; among equals the larger place comes first. A country
/// may be added (`Hamilton, Canada`; `加拿大 咸美頓`).
///
/// ```
/// use outreach_plan::reference::places;
/// assert_eq!(places::find("吉隆坡", 5)[0].zone, "Asia/Kuala_Lumpur");
/// assert_eq!(places::find("YVR", 5)[0].zone, "America/Vancouver");
/// ```
pub fn find(text: &str, limit: usize) -> Vec<Place> {
    if text.len() > LONGEST_QUERY * 4 || limit == 0 {
        return Vec::new();
    }
    let wanted = fold(text);
    if wanted.is_empty() || wanted.chars().count() > LONGEST_QUERY {
        return Vec::new();
    }
    let mut found = named(&wanted);
    if let Some(at) =
        airport(text).and_then(|hit| airports().binary_search_by_key(&hit.iata, |a| a.iata).ok())
    {
        found.insert(Owner::Airport(at as u32), Fit::Code);
    }
    if found.values().all(|fit| *fit >= Fit::StartOther) {
        in_a_country(&wanted, &mut found);
    }
    if found.is_empty() {
        // "多倫多市" for 多倫多.
        if let Some(bare) = wanted.strip_suffix('市').filter(|bare| bare.chars().count() > 1) {
            found = named(bare);
        }
    }
    if found.is_empty() {
        found = near(&wanted);
    }
    listed(found, limit)
}

/// Places that the whole text names, by code, name or another name in use, with a country added or not; the
/// likelier first. Unlike [`find`] it never completes or corrects a text, for where nobody is there to choose.
///
/// ```
/// use outreach_plan::reference::places;
/// assert_eq!(places::exactly("KUL", 2)[0].zone, "Asia/Kuala_Lumpur");
/// assert!(places::exactly("Kuala", 2).is_empty());
/// ```
pub fn exactly(text: &str, limit: usize) -> Vec<Place> {
    let wanted = fold(text);
    if wanted.is_empty() || wanted.len() > LONGEST_QUERY * 4 || limit == 0 {
        return Vec::new();
    }
    let whole = |found: &mut HashMap<Owner, Fit>| {
        found.retain(|owner, fit| *fit <= Fit::WholeOther && !matches!(owner, Owner::Country(_)));
    };
    let mut found = named(&wanted);
    whole(&mut found);
    if let Some(at) =
        airport(text).and_then(|hit| airports().binary_search_by_key(&hit.iata, |a| a.iata).ok())
    {
        found.insert(Owner::Airport(at as u32), Fit::Code);
    }
    if found.is_empty() {
        in_a_country(&wanted, &mut found);
        whole(&mut found);
    }
    if let (true, Some(bare)) = (found.is_empty(), wanted.strip_suffix('市')) {
        found = named(bare);
        whole(&mut found);
    }
    listed(found, limit)
}

/// What has the text in its name.
fn named(wanted: &str) -> HashMap<Owner, Fit> {
    let mut found: HashMap<Owner, Fit> = HashMap::new();
    let text = &INDEX.text;
    // One or two letters are in everything: only names that begin with them.
    let short = wanted.is_ascii() && wanted.len() < 3;
    let needle = if short {
        format!("\n{wanted}")
    } else {
        wanted.to_owned()
    };
    for (hit, _) in text.match_indices(&needle) {
        let start = hit + usize::from(short);
        let end = start + wanted.len();
        let entry = &INDEX.entries[INDEX.entry_at(start)];
        let begins = entry.start as usize == start;
        let ends = text.as_bytes().get(end) == Some(&b'\n');
        let own = entry.weight == Weight::Own;
        let fit = match (begins, ends) {
            (true, true) if own => Fit::Whole,
            (true, true) => Fit::WholeOther,
            (true, false) if own => Fit::Start,
            (true, false) => Fit::StartOther,
            (false, _) if text.as_bytes()[start - 1] == b' ' => Fit::Word,
            (false, _) => Fit::Inside,
        };
        // A country's cities are wanted when it is named, not when its name holds the text somewhere.
        if matches!(entry.owner, Owner::Country(_)) && fit > Fit::StartOther {
            continue;
        }
        keep(&mut found, entry.owner, fit);
    }
    found
}

fn keep(found: &mut HashMap<Owner, Fit>, owner: Owner, fit: Fit) {
    found
        .entry(owner)
        .and_modify(|known| *known = fit.min(*known))
        .or_insert(fit);
}

/// The text as a city's name before or after that of its country, or before the code of its state.
fn in_a_country(wanted: &str, found: &mut HashMap<Owner, Fit>) {
    for (gap, _) in wanted.match_indices(' ') {
        let (head, tail) = (&wanted[..gap], &wanted[gap + 1..]);
        for (name, place) in [(head, tail), (tail, head)] {
            let countries = INDEX.countries.get(place).map_or(&[][..], Vec::as_slice);
            let state = place == tail && (2..=3).contains(&place.len());
            if countries.is_empty() && !state {
                continue;
            }
            for (owner, fit) in named(name) {
                let Owner::City(at) = owner else { continue };
                let city = &cities()[at as usize];
                let there = countries.contains(&city.country)
                    || state && city.subdivision.eq_ignore_ascii_case(place);
                if there && fit <= Fit::StartOther {
                    keep(found, owner, fit);
                }
            }
        }
    }
}

/// Names a slip away.
fn near(wanted: &str) -> HashMap<Owner, Fit> {
    let mut found = HashMap::new();
    let typed: Vec<char> = wanted.chars().collect();
    let Some(&(_, most)) = SLIPS.iter().find(|(length, _)| typed.len() >= *length) else {
        return found;
    };
    let seen = letters(wanted);
    for (at, entry) in INDEX.entries.iter().enumerate() {
        // Each slip changes at most two letters of the set.
        if entry.weight == Weight::Long || (entry.letters ^ seen).count_ones() as usize > 2 * most {
            continue;
        }
        let name = INDEX.name(at);
        if name.len().abs_diff(wanted.len()) > 4 * most {
            continue;
        }
        let name: Vec<char> = name.chars().collect();
        if is_near(&name, &typed, most) {
            keep(&mut found, entry.owner, Fit::Near);
        }
    }
    found
}

/// The best of what was found, each place once.
fn listed(found: HashMap<Owner, Fit>, limit: usize) -> Vec<Place> {
    let mut ranked: Vec<(Fit, u8, Reverse<u32>, Owner)> = Vec::with_capacity(found.len());
    let mut spread = Vec::new();
    for (owner, fit) in found {
        match owner {
            Owner::City(_) => ranked.push((fit, 0, Reverse(size(owner)), owner)),
            Owner::Zone(_) => ranked.push((fit, 1, Reverse(size(owner)), owner)),
            Owner::Airport(_) => ranked.push((fit, 2, Reverse(size(owner)), owner)),
            Owner::Country(at) => spread.push((fit, countries()[at as usize].code)),
        }
    }
    for (at, city) in (0_u32..).zip(cities()) {
        if let Some((fit, _)) = spread
            .iter()
            .filter(|(_, code)| *code == city.country)
            .min_by_key(|(fit, _)| *fit)
        {
            ranked.push((*fit, 3, Reverse(city.population), Owner::City(at)));
        }
    }
    let best = ranked.len().min(limit.saturating_mul(4));
    if best < ranked.len() {
        ranked.select_nth_unstable_by_key(best, order);
        ranked.truncate(best);
    }
    ranked.sort_unstable_by_key(order);
    let mut places: Vec<Place> = Vec::with_capacity(limit.min(ranked.len()));
    for (_, why, _, owner) in ranked {
        let place = match owner {
            Owner::City(at) => Place::of_city(
                if why == 3 { FoundBy::Country } else { FoundBy::City },
                &cities()[at as usize],
            ),
            Owner::Zone(at) => Place::of_city(FoundBy::Zone, &cities()[at as usize]),
            Owner::Airport(at) => Place::of_airport(&airports()[at as usize]),
            Owner::Country(_) => continue,
        };
        let same = |known: &Place| {
            known.airport.map(|a| a.iata) == place.airport.map(|a| a.iata)
                && known.city.map(|c| c.id) == place.city.map(|c| c.id)
        };
        if !places.iter().any(same) {
            places.push(place);
        }
        if places.len() == limit {
            break;
        }
    }
    places
}

/// By fit, then by what was named, then by size; the rest only makes the order the same each time.
fn order(item: &(Fit, u8, Reverse<u32>, Owner)) -> (Fit, u8, Reverse<u32>, u32) {
    let (fit, why, people, owner) = *item;
    let (Owner::City(at) | Owner::Airport(at) | Owner::Country(at) | Owner::Zone(at)) = owner;
    (fit, why, people, at)
}
