//! All names in one text, so that a search is one pass over it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::{City, CountryCode, airports, cities, city, countries, fold};

/// What a name belongs to; the number is a position in the table of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    City(u32),
    Airport(u32),
    Country(u32),
    /// The largest city of the zone.
    Zone(u32),
}

/// How much a name says about its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// The name that is shown.
    Own,
    /// Another name.
    Other,
    /// An airport's name, which holds its city's.
    Long,
}

/// One name in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Where the name begins; it ends before the next line feed.
    pub(super) start: u32,
    pub(super) owner: Owner,
    pub(super) weight: Weight,
    /// Which letters occur, to leave out at once what cannot be near.
    pub(super) letters: u32,
}

pub(super) struct Index {
    /// Folded names, each after a line feed; one more at the end.
    pub(super) text: String,
    /// In the order of the text.
    pub(super) entries: Vec<Entry>,
    /// Every folded name of a country, its code among them.
    pub(super) countries: HashMap<String, Vec<CountryCode>>,
}

pub(super) static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

impl Index {
    fn build() -> Self {
        let mut index = Self {
            text: String::with_capacity(1_600_000),
            entries: Vec::with_capacity(90_000),
            countries: HashMap::new(),
        };
        let mut zones: HashMap<&'static str, (u32, u32)> = HashMap::new();
        for (at, city) in (0_u32..).zip(cities()) {
            let owner = Owner::City(at);
            index.add(city.name.en, owner, Weight::Own);
            index.add(city.name.zh_hant, owner, Weight::Own);
            if city.name.zh_hans != city.name.zh_hant {
                index.add(city.name.zh_hans, owner, Weight::Own);
            }
            for (names, weight) in [(city.known_as, Weight::Own), (city.aliases, Weight::Other)] {
                names.split('|').for_each(|name| index.add(name, owner, weight));
            }
            let largest = zones.entry(city.zone).or_insert((at, city.population));
            if city.population > largest.1 {
                *largest = (at, city.population);
            }
        }
        for (at, airport) in (0_u32..).zip(airports()) {
            index.add(airport.name, Owner::Airport(at), Weight::Long);
        }
        for (at, country) in (0_u32..).zip(countries()) {
            let owner = Owner::Country(at);
            let own = [
                country.code.as_str(),
                country.name.en,
                country.name.zh_hant,
                country.name.zh_hans,
            ];
            let own = own.into_iter().map(|name| (name, Weight::Own));
            for (name, weight) in own.chain(country.aliases.split('|').map(|name| (name, Weight::Other))) {
                index.add(name, owner, weight);
                index.countries.entry(fold(name)).or_default().push(country.code);
            }
        }
        let mut zones: Vec<_> = zones.into_iter().collect();
        zones.sort_unstable();
        for (zone, (at, _)) in zones {
            index.add(zone, Owner::Zone(at), Weight::Long);
        }
        index.text.push('\n');
        index
    }

    fn add(&mut self, name: &str, owner: Owner, weight: Weight) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        self.text.push('\n');
        let start = u32::try_from(self.text.len()).expect("all names together are a few megabytes");
        self.entries.push(Entry {
            start,
            owner,
            weight,
            letters: letters(&folded),
        });
        self.text.push_str(&folded);
    }

    /// The name that an entry stands for.
    pub(super) fn name(&self, at: usize) -> &str {
        let start = self.entries[at].start as usize;
        let end = self
            .entries
            .get(at + 1)
            .map_or(self.text.len(), |next| next.start as usize);
        self.text[start..end - 1].trim_end_matches('\n')
    }

    /// The entry in whose name a position of the text lies.
    pub(super) fn entry_at(&self, position: usize) -> usize {
        self.entries
            .partition_point(|entry| entry.start as usize <= position)
            .saturating_sub(1)
    }
}

/// A bit for each letter that occurs; digits and other scripts share the bits above `z`.
pub(super) fn letters(folded: &str) -> u32 {
    folded.chars().fold(0, |bits, c| match c {
        'a'..='z' => bits | 1 << (c as u32 - 'a' as u32),
        ' ' => bits,
        _ => bits | 1 << (26 + c as u32 % 6),
    })
}

/// How large a place is, to put well-known ones first: its people, more for where the office goes.
pub(super) fn size(owner: Owner) -> u32 {
    let of = |city: &City| city.population.saturating_mul(if city.chosen { 8 } else { 1 });
    match owner {
        Owner::City(at) | Owner::Zone(at) => of(&cities()[at as usize]),
        Owner::Airport(at) => {
            let airport = &airports()[at as usize];
            // Among a city's airports, those that one flies to from abroad.
            let abroad = u32::from(airport.name.contains("International"));
            airport.city.and_then(city).map_or(0, of).saturating_add(abroad)
        }
        Owner::Country(_) => 0,
    }
}
