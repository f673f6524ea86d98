//! What can be ticked beside the list of people, and how many rows each tick would give.

use std::collections::{BTreeMap, HashMap};

use outreach_matching::Index;
use outreach_plan::people::{InvitationStatus, Nature, Person};
use outreach_plan::reference::Names;
use outreach_plan::{MarketId, Plan, SavedListId};
use serde::Serialize;

use super::order::band_key;
use super::query::{PURPOSES_ALL, Query, has, latest};
use super::rows::{Looking, retention_of};
use crate::views::{ConsentState, ConsentWanted, Facet, PeopleFacets, PeopleFilter};

/// Lists that can be ticked, in the order of their bits.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Ticked {
    Natures = 1,
    Markets = 1 << 1,
    Sectors = 1 << 2,
    Schemes = 1 << 3,
    Languages = 1 << 4,
    Tags = 1 << 5,
    Lists = 1 << 6,
    Statuses = 1 << 7,
    Consents = 1 << 8,
    Retention = 1 << 9,
    /// What has no facet.
    Other = 1 << 10,
}

/// The queries of saved lists that are needed, by key.
pub(crate) type Lists<'a> = HashMap<SavedListId, &'a Query>;

/// Which ticks somebody fails.
pub(crate) struct Tally {
    /// How many lists of ticks they fail.
    pub(crate) fails: u32,
    failed: u16,
}

impl Tally {
    pub(crate) fn of(
        looking: &Looking<'_>,
        filter: &PeopleFilter,
        lists: &Lists<'_>,
        person: &Person,
    ) -> Self {
        let plan = looking.plan;
        let mut failed = 0;
        let mut ask = |which: Ticked, fits: bool| {
            if !fits {
                failed |= which as u16;
            }
        };
        let any = |wanted: bool, fits: &dyn Fn() -> bool| !wanted || fits();
        ask(
            Ticked::Natures,
            filter.natures.is_empty() || filter.natures.contains(&person.nature),
        );
        ask(
            Ticked::Markets,
            filter.markets.is_empty() || filter.markets.contains(&person.market),
        );
        ask(
            Ticked::Sectors,
            any(!filter.sectors.is_empty(), &|| {
                person.sectors.iter().any(|is| filter.sectors.contains(is))
            }),
        );
        ask(
            Ticked::Schemes,
            any(!filter.schemes.is_empty(), &|| {
                person.schemes.iter().any(|is| filter.schemes.contains(is))
            }),
        );
        ask(
            Ticked::Languages,
            any(!filter.languages.is_empty(), &|| {
                person.languages.iter().any(|is| filter.languages.contains(is))
            }),
        );
        ask(
            Ticked::Tags,
            any(!filter.tags.is_empty(), &|| {
                person.tags.iter().any(|is| filter.tags.contains(is))
            }),
        );
        ask(
            Ticked::Lists,
            any(!filter.lists.is_empty(), &|| {
                let wanted = filter.lists.iter().filter_map(|id| lists.get(id));
                wanted.into_iter().any(|list| list.fits(plan, person))
            }),
        );
        ask(
            Ticked::Statuses,
            any(!filter.statuses.is_empty(), &|| {
                statuses(plan, filter, person).any(|status| filter.statuses.contains(&status))
            }),
        );
        ask(
            Ticked::Consents,
            any(!filter.consents.is_empty(), &|| {
                filter.consents.iter().any(|wanted| state_of(person, *wanted))
            }),
        );
        ask(
            Ticked::Retention,
            filter.retention.is_empty() || filter.retention.contains(&retention_of(person, looking.today)),
        );
        ask(
            Ticked::Other,
            filter.event.is_none_or(|event| {
                !filter.statuses.is_empty() || plan.invitation_to(person.id, event).is_some()
            }) && filter
                .not_event
                .is_none_or(|event| plan.invitation_to(person.id, event).is_none())
                && (filter.notices.is_empty()
                    || person
                        .notices
                        .iter()
                        .any(|given| filter.notices.contains(&given.notice)))
                && filter.has.iter().all(|what| has(plan, person, *what))
                && !filter.lacks.iter().any(|what| has(plan, person, *what))
                && (!filter.likely
                    || looking
                        .likely
                        .is_some_and(|likely| likely.contains_key(&person.id))),
        );
        Self {
            fails: failed.count_ones(),
            failed,
        }
    }

    /// Whether somebody fits but for these ticks.
    fn fits_but_for(&self, which: Ticked) -> bool {
        self.failed & !(which as u16) == 0
    }
}

/// Where somebody's invitations stand: to the event of the filter if it names one.
fn statuses<'a>(
    plan: &'a Plan,
    filter: &'a PeopleFilter,
    person: &Person,
) -> impl Iterator<Item = InvitationStatus> + 'a {
    plan.invitations_of(person.id)
        .into_iter()
        .filter(|invitation| filter.event.is_none_or(|event| event == invitation.event))
        .map(|invitation| invitation.status)
}

fn state_of(person: &Person, wanted: ConsentWanted) -> bool {
    let state = match latest(person, wanted.purpose) {
        Some(true) => ConsentState::Given,
        Some(false) => ConsentState::Refused,
        None => ConsentState::Unknown,
    };
    state == wanted.state
}

/// Saved lists with their queries read.
pub(crate) type ListQueries = Vec<(SavedListId, Query)>;

/// Reads the queries of the saved lists that are needed.
pub(crate) fn list_queries(plan: &Plan, index: &Index, filter: &PeopleFilter, all: bool) -> ListQueries {
    plan.saved_lists()
        .keys()
        .filter(|id| all || filter.lists.contains(id))
        .map(|id| (*id, Query::of_list(*id, plan, index)))
        .collect()
}

/// A value of few: its word, its names, and how often it was counted.
type Coded = (String, Names, u32);

/// Values that can be ticked, being counted.
pub(crate) struct Facets<'a> {
    filter: &'a PeopleFilter,
    natures: HashMap<Nature, u32>,
    markets: HashMap<Option<MarketId>, u32>,
    sectors: BTreeMap<usize, Coded>,
    schemes: BTreeMap<usize, Coded>,
    languages: BTreeMap<String, u32>,
    tags: BTreeMap<String, u32>,
    lists: Vec<(SavedListId, String, u32)>,
    statuses: BTreeMap<InvitationStatus, u32>,
    consents: BTreeMap<(usize, usize), u32>,
    retention: [u32; 4],
}

impl<'a> Facets<'a> {
    pub(crate) fn of(plan: &Plan, filter: &'a PeopleFilter) -> Self {
        Self {
            filter,
            natures: HashMap::new(),
            markets: HashMap::new(),
            sectors: BTreeMap::new(),
            schemes: BTreeMap::new(),
            languages: BTreeMap::new(),
            tags: BTreeMap::new(),
            lists: plan
                .saved_lists()
                .values()
                .map(|list| (list.id, list.name.clone(), 0))
                .collect(),
            statuses: BTreeMap::new(),
            consents: BTreeMap::new(),
            retention: [0; 4],
        }
    }

    /// Takes notice of the tags of somebody who does not fit what was typed: they can be ticked nevertheless.
    pub(crate) fn see(&mut self, person: &Person) {
        count_each(&mut self.tags, &person.tags, false);
    }

    /// Counts somebody who fits what was typed.
    pub(crate) fn count(&mut self, looking: &Looking<'_>, lists: &Lists<'_>, person: &Person, tally: &Tally) {
        let plan = looking.plan;
        if tally.fits_but_for(Ticked::Natures) {
            *self.natures.entry(person.nature).or_default() += 1;
        }
        if tally.fits_but_for(Ticked::Markets) {
            *self.markets.entry(person.market).or_default() += 1;
        }
        if tally.fits_but_for(Ticked::Sectors) {
            for sector in &person.sectors {
                let counted = self.sectors.entry(*sector as usize);
                counted.or_insert_with(|| (word(sector), sector.name(), 0)).2 += 1;
            }
        }
        if tally.fits_but_for(Ticked::Schemes) {
            for scheme in &person.schemes {
                let counted = self.schemes.entry(*scheme as usize);
                counted.or_insert_with(|| (word(scheme), Names::default(), 0)).2 += 1;
            }
        }
        if tally.fits_but_for(Ticked::Languages) {
            count_each(&mut self.languages, &person.languages, true);
        }
        // A tag that nobody who fits has is nevertheless there to be ticked.
        count_each(&mut self.tags, &person.tags, tally.fits_but_for(Ticked::Tags));
        if tally.fits_but_for(Ticked::Lists) {
            for (id, _, counted) in &mut self.lists {
                if lists.get(id).is_some_and(|list| list.fits(plan, person)) {
                    *counted += 1;
                }
            }
        }
        if tally.fits_but_for(Ticked::Statuses) {
            let mut seen: Vec<InvitationStatus> = statuses(plan, self.filter, person).collect();
            seen.sort_unstable();
            seen.dedup();
            for status in seen {
                *self.statuses.entry(status).or_default() += 1;
            }
        }
        if tally.fits_but_for(Ticked::Consents) {
            for (place, purpose) in PURPOSES_ALL.iter().enumerate() {
                let state = match latest(person, *purpose) {
                    Some(true) => 0,
                    Some(false) => 1,
                    None => 2,
                };
                *self.consents.entry((place, state)).or_default() += 1;
            }
        }
        if tally.fits_but_for(Ticked::Retention) {
            self.retention[retention_of(person, looking.today) as usize] += 1;
        }
    }

    /// With what was counted of others beside it.
    pub(crate) fn with(mut self, other: Self) -> Self {
        fn add<K: Ord>(mine: &mut BTreeMap<K, u32>, theirs: BTreeMap<K, u32>) {
            for (key, count) in theirs {
                *mine.entry(key).or_default() += count;
            }
        }
        fn add_coded(mine: &mut BTreeMap<usize, Coded>, theirs: BTreeMap<usize, Coded>) {
            for (place, (word, names, count)) in theirs {
                mine.entry(place).or_insert((word, names, 0)).2 += count;
            }
        }
        for (nature, count) in other.natures {
            *self.natures.entry(nature).or_default() += count;
        }
        for (market, count) in other.markets {
            *self.markets.entry(market).or_default() += count;
        }
        add_coded(&mut self.sectors, other.sectors);
        add_coded(&mut self.schemes, other.schemes);
        add(&mut self.languages, other.languages);
        add(&mut self.tags, other.tags);
        for ((_, _, mine), (_, _, theirs)) in self.lists.iter_mut().zip(other.lists) {
            *mine += theirs;
        }
        add(&mut self.statuses, other.statuses);
        add(&mut self.consents, other.consents);
        for (mine, theirs) in self.retention.iter_mut().zip(other.retention) {
            *mine += theirs;
        }
        self
    }

    /// As they cross to a screen.
    pub(crate) fn written(self, looking: &Looking<'_>) -> PeopleFacets {
        let plain = |key: String, count: u32| Facet {
            key,
            name: String::new(),
            count,
        };
        let mut markets: Vec<Facet> = self
            .markets
            .into_iter()
            .map(|(market, count)| {
                let record = market.and_then(|id| looking.plan.markets().get(&id));
                Facet {
                    key: market.map(|id| id.to_string()).unwrap_or_default(),
                    name: record
                        .map(|market| market.name.in_language(looking.language).to_owned())
                        .unwrap_or_default(),
                    count,
                }
            })
            .collect();
        markets.sort_by(|one, other| {
            (one.key.is_empty(), &one.name, &one.key).cmp(&(other.key.is_empty(), &other.name, &other.key))
        });
        let say = |names: Names| names.in_language(looking.language).to_owned();
        let coded = |values: BTreeMap<usize, Coded>| -> Vec<Facet> {
            let facets = values.into_values().map(|(key, names, count)| Facet {
                key,
                name: say(names),
                count,
            });
            facets.collect()
        };
        let states = [ConsentState::Given, ConsentState::Refused, ConsentState::Unknown];
        let named = |values: BTreeMap<String, u32>| -> Vec<Facet> {
            values
                .into_iter()
                .map(|(key, count)| Facet {
                    name: key.clone(),
                    key,
                    count,
                })
                .collect()
        };
        let natures: BTreeMap<String, u32> = self
            .natures
            .into_iter()
            .map(|(nature, count)| (word(&nature), count))
            .collect();
        PeopleFacets {
            natures: natures
                .into_iter()
                .map(|(key, count)| plain(key, count))
                .collect(),
            markets,
            sectors: coded(self.sectors),
            schemes: coded(self.schemes),
            languages: named(self.languages),
            tags: named(self.tags),
            lists: self
                .lists
                .into_iter()
                .map(|(id, name, count)| Facet {
                    key: id.to_string(),
                    name,
                    count,
                })
                .collect(),
            statuses: self
                .statuses
                .into_iter()
                .map(|(status, count)| Facet {
                    key: status.key().to_owned(),
                    name: say(status.name()),
                    count,
                })
                .collect(),
            consents: self
                .consents
                .into_iter()
                .map(|((place, state), count)| {
                    plain(
                        format!("{}:{}", word(&PURPOSES_ALL[place]), word(&states[state])),
                        count,
                    )
                })
                .collect(),
            retention: [
                crate::views::RetentionBand::Due,
                crate::views::RetentionBand::Soon,
                crate::views::RetentionBand::Later,
                crate::views::RetentionBand::None,
            ]
            .into_iter()
            .map(|band| plain(band_key(band).to_owned(), self.retention[band as usize]))
            .collect(),
        }
    }
}

fn count_each(counts: &mut BTreeMap<String, u32>, values: &[String], counted: bool) {
    for value in values {
        match counts.get_mut(value) {
            Some(count) => *count += u32::from(counted),
            None => drop(counts.insert(value.clone(), u32::from(counted))),
        }
    }
}

/// A value of few as it is written: `body`, `innovation_technology`.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}
