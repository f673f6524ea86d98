//! The list of people: found, filtered, put together, sorted, and counted; a window of it at a time.
//!
//! A list is made once and kept ready for the next window, until something it could show changes. One walk over the
//! people answers both the list and its facets: who fails nothing is in the list and in every facet, who fails one
//! ticked list alone is counted in that list's facet, so that each number says what a tick there would give.

use std::collections::HashMap;
use std::sync::Arc;

use outreach_plan::people::Person;
use outreach_plan::{PersonId, Plan};
use rayon::prelude::*;

use super::crowd::{LikelyOf, Wanted};
use super::facets::{Facets, ListQueries, Lists, Tally, list_queries};
use super::order::{GroupKey, Places, group_of, sorted};
use super::query::Query;
use super::rows::Looking;
use super::told::{is_listed, person_of};
use crate::desk::Desk;
use crate::rows::count;
use crate::views::{
    ListPeople, ListPeopleKeys, PeopleFilter, PeopleGroup, PeoplePage, PeopleSort, PersonRow, QueryProblem,
};
use crate::{Refused, Session};

/// A window is at most so many rows.
const ROWS_MOST: u32 = 500;
/// So many rows where nothing is said.
const ROWS: u32 = 100;
/// Keys are at most so many at once.
const KEYS_MOST: u32 = 100_000;
/// So many people a processor looks at at a time.
pub(super) const SHARE: usize = 2048;
/// So many of those that fit best are put in order of how well they fit; the others follow by name.
const BEST: usize = 2000;

/// A list that was made.
pub(crate) struct Listed {
    pub(crate) total: u32,
    /// Everybody who is in it.
    pub(crate) fitting: u32,
    /// Everybody in it, in order; or only the first of them, for a word that is still being typed.
    pub(crate) ids: Vec<PersonId>,
    pub(crate) groups: Vec<PeopleGroup>,
    pub(crate) facets: Option<crate::views::PeopleFacets>,
    pub(crate) problems: Vec<QueryProblem>,
}

/// `people.list`
pub(crate) fn list(session: &Session, request: &ListPeople) -> Result<PeoplePage, Refused> {
    let desk = session.desk()?;
    let likely = likely_of(&desk);
    let rows = match request.rows {
        0 => ROWS,
        rows => rows.min(ROWS_MOST),
    };
    let until = request.from.saturating_add(rows) as usize;
    let listed = listed(session, &desk, request, until, likely.as_deref());
    let plan = desk.plan();
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely: likely.as_deref(),
    };
    let window = listed.ids.iter().skip(request.from as usize).take(rows as usize);
    let rows: Vec<PersonRow> = window
        .filter_map(|id| plan.people().get(id))
        .map(|person| looking.row(person))
        .collect();
    Ok(PeoplePage {
        total: listed.total,
        fitting: listed.fitting,
        from: request.from,
        rows,
        groups: listed.groups.clone(),
        facets: listed.facets.clone(),
        problems: listed.problems.clone(),
    })
}

/// `people.keys`
pub(crate) fn keys(session: &Session, request: &ListPeopleKeys) -> Result<Vec<PersonId>, Refused> {
    let desk = session.desk()?;
    let likely = likely_of(&desk);
    let listed = listed(session, &desk, &request.list, usize::MAX, likely.as_deref());
    let rows = match request.list.rows {
        0 => KEYS_MOST,
        rows => rows.min(KEYS_MOST),
    };
    let window = listed
        .ids
        .iter()
        .skip(request.list.from as usize)
        .take(rows as usize);
    Ok(window.copied().collect())
}

/// Everybody who fits, by name.
pub(crate) fn fitting(
    session: &Session,
    desk: &Desk,
    query: &str,
    filter: &PeopleFilter,
) -> Result<Vec<PersonId>, Refused> {
    let request = ListPeople {
        query: query.to_owned(),
        filter: filter.clone(),
        sort: PeopleSort::Name,
        ..ListPeople::default()
    };
    let likely = likely_of(desk);
    let listed = listed(session, desk, &request, usize::MAX, likely.as_deref());
    // A deed for all who fit must not be done to everybody because half of the query was not understood.
    if let Some(problem) = listed.problems.first() {
        return Err(Refused::new(
            "query_not_understood",
            "A part of the search was not understood, so it is not sure who is meant. Nothing was changed.",
        )
        .with("operator", &problem.operator));
    }
    Ok(listed.ids.clone())
}

/// Some who fit a query of operators alone, by key.
pub(crate) fn fitting_of(plan: &Plan, query: &Query, limit: usize) -> Vec<PersonId> {
    if query.is_blank() {
        return Vec::new();
    }
    plan.people()
        .values()
        .filter(|person| is_listed(person) && query.fits(plan, person))
        .take(limit)
        .map(|person| person.id)
        .collect()
}

/// How many likely duplicates each person has, as it was found last.
pub(crate) fn likely_of(desk: &Desk) -> Option<Arc<LikelyOf>> {
    let (all, _) = desk.crowd().alike()?;
    Some(Arc::clone(&all.likely_of))
}

/// The list of a request, in order up to a row, made or kept ready.
fn listed(
    session: &Session,
    desk: &Desk,
    request: &ListPeople,
    until: usize,
    likely: Option<&LikelyOf>,
) -> Arc<Listed> {
    let today = session.shown().in_hong_kong(session.now()).date();
    let wanted = Wanted {
        list: ListPeople {
            from: 0,
            rows: 0,
            ..request.clone()
        },
        today,
        state: desk.crowd().listed_state(),
    };
    let is_enough = |listed: &Listed| listed.ids.len() >= until.min(listed.fitting as usize);
    if let Some(listed) = desk.crowd().list(&wanted).filter(|listed| is_enough(listed)) {
        return listed;
    }
    // Who asks for no words need not wait until everybody of an import can be found.
    if !request.query.trim().is_empty() || request.facets || !request.filter.lists.is_empty() {
        desk.crowd().catch_up(desk);
    }
    let plan = desk.plan();
    let index = desk.crowd().search();
    let query = Query::read(&request.query, &plan, &index);
    let mut best: Vec<PersonId> = Vec::new();
    if request.sort == PeopleSort::Best && !query.words.is_empty() {
        let found = index.find(&query.words, BEST).into_iter();
        best.extend(found.map(|found| person_of(found.key)));
    }
    let lists = list_queries(&plan, &index, &request.filter, request.facets);
    // Where there are words the search was brought up to date: everybody who can be listed is in it.
    let findable = index.len();
    drop(index);
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today,
        likely,
    };
    let listed = first_of(request, &query, &best, findable)
        .filter(is_enough)
        .unwrap_or_else(|| make(&looking, request, &query, &best, &lists, findable));
    let listed = Arc::new(listed);
    drop(plan);
    desk.crowd().keep_list(wanted, &listed);
    listed
}

/// Those who fit best, where words alone say who is in the list: a letter that half of all people have in them must
/// not wait until all those are put in order by name.
fn first_of(request: &ListPeople, query: &Query, best: &[PersonId], findable: usize) -> Option<Listed> {
    let is_plain = request.sort == PeopleSort::Best
        && !request.descending
        && request.group.is_none()
        && !request.facets
        && request.filter == PeopleFilter::default();
    let found = query
        .found
        .as_ref()
        .filter(|_| is_plain && query.is_words_alone())?;
    Some(Listed {
        total: count(findable),
        fitting: count(found.len()),
        ids: best.to_vec(),
        groups: Vec::new(),
        facets: None,
        problems: query.problems.clone(),
    })
}

fn make(
    looking: &Looking<'_>,
    request: &ListPeople,
    query: &Query,
    best: &[PersonId],
    lists: &ListQueries,
    findable: usize,
) -> Listed {
    let plan = looking.plan;
    let lists: Lists<'_> = lists.iter().map(|(id, query)| (*id, query)).collect();
    let all: Vec<&Person> = match &query.found {
        // Who was not found is in no list and in no facet but that of tags.
        Some(found) if !request.facets => found
            .iter()
            .filter_map(|key| plan.people().get(&person_of(*key)))
            .filter(|person| is_listed(person))
            .collect(),
        Some(_) | None => plan
            .people()
            .values()
            .filter(|person| is_listed(person))
            .collect(),
    };
    let total = if query.found.is_some() {
        findable
    } else {
        all.len()
    };
    let seen = all
        .par_chunks(SHARE)
        .map(|some| {
            let mut seen = Seen {
                fitting: Vec::new(),
                facets: request.facets.then(|| Facets::of(plan, &request.filter)),
            };
            for person in some {
                seen.look(looking, request, query, &lists, person);
            }
            seen
        })
        .reduce_with(Seen::with)
        .unwrap_or_else(|| Seen {
            fitting: Vec::new(),
            facets: request.facets.then(|| Facets::of(plan, &request.filter)),
        });
    let Seen { fitting, facets } = seen;
    let best: Places = best.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut groups: Vec<(GroupKey, u32)> = Vec::new();
    let ids = match request.group {
        None => sorted(looking, request, &best, fitting),
        Some(grouping) => {
            let mut by_group: HashMap<GroupKey, Vec<&Person>> = HashMap::new();
            for person in fitting {
                by_group
                    .entry(group_of(looking, grouping, person))
                    .or_default()
                    .push(person);
            }
            let mut each: Vec<(GroupKey, Vec<&Person>)> = by_group.into_iter().collect();
            each.sort_by(|(one, _), (other, _)| one.cmp_none_last(other));
            let mut ids = Vec::new();
            for (group, people) in each {
                groups.push((group, count(people.len())));
                ids.extend(sorted(looking, request, &best, people));
            }
            ids
        }
    };
    Listed {
        total: count(total),
        fitting: count(ids.len()),
        ids,
        groups: groups
            .into_iter()
            .map(|(group, count)| PeopleGroup {
                key: group.key,
                name: group.name,
                count,
            })
            .collect(),
        facets: facets.map(|facets| facets.written(looking)),
        problems: query.problems.clone(),
    }
}

/// Some of the people, looked at.
struct Seen<'a> {
    fitting: Vec<&'a Person>,
    facets: Option<Facets<'a>>,
}

impl<'a> Seen<'a> {
    fn look(
        &mut self,
        looking: &Looking<'a>,
        request: &'a ListPeople,
        query: &Query,
        lists: &Lists<'_>,
        person: &'a Person,
    ) {
        if !query.fits(looking.plan, person) {
            if let Some(facets) = &mut self.facets {
                facets.see(person);
            }
            return;
        }
        let tally = Tally::of(looking, &request.filter, lists, person);
        if tally.fails == 0 {
            self.fitting.push(person);
        }
        if let Some(facets) = &mut self.facets {
            facets.count(looking, lists, person, &tally);
        }
    }

    fn with(mut self, other: Self) -> Self {
        self.fitting.extend(other.fitting);
        self.facets = match (self.facets, other.facets) {
            (Some(mine), Some(theirs)) => Some(mine.with(theirs)),
            (mine, _) => mine,
        };
        self
    }
}
