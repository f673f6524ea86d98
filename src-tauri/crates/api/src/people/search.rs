//! Finding people as one types.

use outreach_plan::PersonId;
use outreach_plan::people::Person;

use super::list::fitting_of;
use super::query::Query;
use super::rows::Looking;
use super::told::{is_listed, person_of};
use crate::desk::Desk;
use crate::views::{NamePeople, PersonHit, SearchPeople};
use crate::{Refused, Session};

/// At most so many hits.
const MOST: u32 = 100;
/// At most so many names.
const NAMES_MOST: usize = 1000;
/// Of what the words find so many are looked at for the operators beside them.
const LOOKED_AT: usize = 2000;

/// `people.search`
pub(crate) fn search(session: &Session, request: &SearchPeople) -> Result<Vec<PersonHit>, Refused> {
    let desk = session.desk()?;
    let limit = request.limit.clamp(1, MOST) as usize;
    let found = found(&desk, &request.text, limit);
    let plan = desk.plan();
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely: None,
    };
    Ok(found
        .into_iter()
        .filter_map(|(id, found_in)| Some(looking.hit(plan.people().get(&id)?, found_in)))
        .collect())
}

/// Who fits, best first, each with where they were found.
pub(crate) fn found(desk: &Desk, text: &str, limit: usize) -> Vec<(PersonId, &'static str)> {
    desk.crowd().catch_up(desk);
    let plan = desk.plan();
    let index = desk.crowd().search();
    let (words, operators) = Query::parted(text);
    let listed = |id: PersonId| plan.people().get(&id).filter(|person| is_listed(person));
    if operators {
        let query = Query::read(text, &plan, &index);
        if query.words.is_empty() {
            return fitting_of(&plan, &query, limit)
                .into_iter()
                .map(|id| (id, ""))
                .collect();
        }
        let found = index.find(&query.words, LOOKED_AT);
        return found
            .into_iter()
            .map(|found| (person_of(found.key), found.field.code()))
            .filter(|(id, _)| listed(*id).is_some_and(|person: &Person| query.fits(&plan, person)))
            .take(limit)
            .collect();
    }
    index
        .find(&words, limit)
        .into_iter()
        .map(|found| (person_of(found.key), found.field.code()))
        .filter(|(id, _)| listed(*id).is_some())
        .collect()
}

/// `people.names`
pub(crate) fn names(session: &Session, request: &NamePeople) -> Result<Vec<PersonHit>, Refused> {
    let desk = session.desk()?;
    if request.people.len() > NAMES_MOST {
        return Err(Refused::invalid("people", "too_many").with("most", NAMES_MOST));
    }
    let plan = desk.plan();
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely: None,
    };
    Ok(request
        .people
        .iter()
        .filter_map(|id| Some(looking.hit(plan.people().get(id)?, "")))
        .collect())
}
