//! In which order a list of people stands, and in which groups.

use std::cmp::Ordering;
use std::collections::HashMap;

use outreach_matching::fold;
use outreach_plan::people::Person;
use outreach_plan::{Language, PersonId, Plan};
use rayon::prelude::*;

use super::list::SHARE;
use super::rows::{Looking, names_of, retention_of, sort_name};
use crate::views::{ListPeople, PeopleGrouping, PeopleSort, RetentionBand};

/// Places of those who fit words best; who is not among them follows by name.
pub(super) type Places = HashMap<PersonId, usize>;

/// A group: where it stands, its key and its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct GroupKey {
    order: String,
    pub(super) key: String,
    pub(super) name: String,
}

impl GroupKey {
    /// Those that have none come last.
    pub(super) fn cmp_none_last(&self, other: &Self) -> Ordering {
        (self.key.is_empty(), &self.order, &self.key).cmp(&(other.key.is_empty(), &other.order, &other.key))
    }
}

/// The group that somebody belongs to.
pub(super) fn group_of(looking: &Looking<'_>, grouping: PeopleGrouping, person: &Person) -> GroupKey {
    let coded = |order: usize, key: &str| GroupKey {
        order: format!("{order:02}"),
        key: key.to_owned(),
        name: String::new(),
    };
    let named = |name: &str| GroupKey {
        order: fold::all(name),
        key: name.to_owned(),
        name: name.to_owned(),
    };
    match grouping {
        PeopleGrouping::Nature => coded(0, &super::facets::word(&person.nature)),
        PeopleGrouping::Market => {
            let name = looking.market_name(person);
            GroupKey {
                order: fold::all(&name),
                key: person
                    .market
                    .filter(|_| !name.is_empty())
                    .map(|id| id.to_string())
                    .unwrap_or_default(),
                name,
            }
        }
        PeopleGrouping::Organisation => named(person.organisation.in_language(looking.language)),
        PeopleGrouping::Sector => match person.sectors.first() {
            Some(sector) => coded(*sector as usize, &super::facets::word(sector)),
            None => coded(0, ""),
        },
        PeopleGrouping::Language => named(person.languages.first().map_or("", String::as_str)),
        PeopleGrouping::Retention => {
            let band = retention_of(person, looking.today);
            coded(
                band as usize,
                if band == RetentionBand::None {
                    ""
                } else {
                    band_key(band)
                },
            )
        }
        PeopleGrouping::Source => named(&person.source),
    }
}

/// The key of a band.
pub(super) fn band_key(band: RetentionBand) -> &'static str {
    match band {
        RetentionBand::Due => "due",
        RetentionBand::Soon => "soon",
        RetentionBand::Later => "later",
        RetentionBand::None => "none",
    }
}

/// By what somebody is sorted: first the key asked for, then the name, then the record, so that the order is always
/// the same.
enum SortKey {
    None,
    Number(i64),
    Text(String),
}

impl SortKey {
    fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::None
        } else {
            Self::Text(fold::all(text))
        }
    }

    fn cmp(&self, other: &Self, descending: bool) -> Ordering {
        let way = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::None, Self::None) => Ordering::Equal,
            (Self::None, _) => Ordering::Greater,
            (_, Self::None) => Ordering::Less,
            (Self::Number(one), Self::Number(other)) => way(one.cmp(other)),
            (Self::Text(one), Self::Text(other)) => way(one.cmp(other)),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

/// People as a list shows them.
pub(super) fn sorted(
    looking: &Looking<'_>,
    request: &ListPeople,
    best: &Places,
    people: Vec<&Person>,
) -> Vec<PersonId> {
    let by_name =
        matches!(request.sort, PeopleSort::Name) || (request.sort == PeopleSort::Best && best.is_empty());
    let mut keyed: Vec<(SortKey, String, PersonId)> = people
        .into_par_iter()
        .with_min_len(SHARE)
        .map(|person| {
            let name = fold::all(&sort_name(person, looking.language));
            if by_name {
                return (SortKey::None, name, person.id);
            }
            (key_of(looking, request.sort, best, person), name, person.id)
        })
        .collect();
    let descending = request.descending;
    keyed.par_sort_unstable_by(|one, other| {
        let names = || (one.1.is_empty(), &one.1, one.2).cmp(&(other.1.is_empty(), &other.1, other.2));
        if by_name && descending {
            return (one.1.is_empty(), &other.1, other.2).cmp(&(other.1.is_empty(), &one.1, one.2));
        }
        one.0.cmp(&other.0, descending).then_with(names)
    });
    keyed.into_iter().map(|(_, _, id)| id).collect()
}

fn key_of(looking: &Looking<'_>, sort: PeopleSort, best: &Places, person: &Person) -> SortKey {
    let plan: &Plan = looking.plan;
    let language: Language = looking.language;
    let number = |n: usize| SortKey::Number(i64::try_from(n).unwrap_or(i64::MAX));
    match sort {
        PeopleSort::Best => best.get(&person.id).map_or(SortKey::None, |place| number(*place)),
        PeopleSort::Name => SortKey::text(&names_of(person, language).sort),
        PeopleSort::Family => SortKey::text(&person.family),
        PeopleSort::Chinese => SortKey::text(&person.chinese),
        PeopleSort::Organisation => SortKey::text(person.organisation.in_language(language)),
        PeopleSort::Post => SortKey::text(person.post.in_language(language)),
        PeopleSort::Market => SortKey::text(&looking.market_name(person)),
        PeopleSort::Email => SortKey::text(person.emails.first().map_or("", |email| &email.address)),
        PeopleSort::Telephone => SortKey::text(person.telephones.first().map_or("", |number| {
            if number.e164.is_empty() {
                &number.raw
            } else {
                &number.e164
            }
        })),
        PeopleSort::Tags => SortKey::text(person.tags.first().map_or("", String::as_str)),
        PeopleSort::Invitations => number(plan.invitations_of(person.id).len()),
        PeopleSort::Visits => number(plan.visits_of(person.id).len()),
        PeopleSort::LastEvent => plan
            .invitations_of(person.id)
            .iter()
            .filter_map(|invitation| looking.start_of(invitation))
            .max()
            .map_or(SortKey::None, |start| SortKey::Number(start.timestamp())),
        PeopleSort::RetainUntil => person.retain_until.map_or(SortKey::None, |until| {
            SortKey::Number(chrono::Datelike::num_days_from_ce(&until).into())
        }),
        PeopleSort::Created => SortKey::Number(person.created.timestamp()),
        PeopleSort::Source => SortKey::text(&person.source),
    }
}
