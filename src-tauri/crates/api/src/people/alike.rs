//! Who may be stored twice: looked for among all, shown beside each other, and told apart.
//!
//! Looking takes seconds, so what was found is kept until people change. Nothing is ever merged by itself.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use outreach_matching::{Alike, duplicates as find_duplicates};
use outreach_plan::people::{Distinct, Person};
use outreach_plan::{DistinctId, PersonId, Plan, RecordRef};
use outreach_store::StoreError;

use super::compared;
use super::crowd::LikelyOf;
use super::rows::Looking;
use super::told::{Told, is_listed, person_of};
use crate::change::Label;
use crate::rows::count;
use crate::views::{
    AlikeBand, AlikePage, AlikePair, AlikeReason, AlikeView, Comparison, ListAlike, TwoPeople, Written,
};
use crate::{Refused, Session};

/// A window is at most so many pairs.
const ROWS_MOST: u32 = 200;
/// So many pairs where nothing is said.
const ROWS: u32 = 50;

/// Everybody who may be stored twice, as it was found.
pub(crate) struct AllAlike {
    /// The likeliest first.
    pub(crate) pairs: Vec<Alike>,
    /// How many people were compared.
    pub(crate) people: usize,
    /// How many likely duplicates each person has.
    pub(crate) likely_of: Arc<LikelyOf>,
}

impl AllAlike {
    pub(crate) fn of(pairs: Vec<Alike>, people: usize) -> Self {
        let mut likely_of: HashMap<PersonId, u32> = HashMap::new();
        for pair in pairs.iter().filter(|pair| pair.likely) {
            *likely_of.entry(person_of(pair.one)).or_default() += 1;
            *likely_of.entry(person_of(pair.other)).or_default() += 1;
        }
        Self {
            pairs,
            people,
            likely_of: Arc::new(likely_of),
        }
    }
}

/// Pairs that a planner called two people.
pub(crate) fn told_apart(plan: &Plan) -> HashSet<(PersonId, PersonId)> {
    plan.distincts()
        .values()
        .map(|distinct| in_order(distinct.one, distinct.other))
        .collect()
}

pub(crate) fn in_order(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    (one.min(other), one.max(other))
}

/// Reasons as they cross to a screen.
pub(crate) fn reasons(alike: &Alike) -> Vec<AlikeReason> {
    alike
        .reasons
        .iter()
        .map(|reason| AlikeReason {
            code: reason.code.code().to_owned(),
            weight: reason.weight,
        })
        .collect()
}

/// The one of a pair who is not this person.
pub(crate) fn other_of(alike: &Alike, person: PersonId) -> PersonId {
    let one = person_of(alike.one);
    if one == person {
        person_of(alike.other)
    } else {
        one
    }
}

/// Somebody's likely and possible duplicates, the likeliest first.
pub(crate) fn views(looking: &Looking<'_>, person: &Person, alike: &[Alike]) -> Vec<AlikeView> {
    let apart = told_apart(looking.plan);
    alike
        .iter()
        .filter_map(|alike| {
            let other = other_of(alike, person.id);
            if apart.contains(&in_order(person.id, other)) {
                return None;
            }
            let other = looking
                .plan
                .people()
                .get(&other)
                .filter(|other| is_listed(other))?;
            Some(AlikeView {
                other: looking.row(other),
                row: None,
                score: alike.score,
                likely: alike.likely,
                reasons: reasons(alike),
            })
        })
        .collect()
}

/// `people.duplicates`
pub(crate) fn duplicates(session: &Session, request: &ListAlike) -> Result<AlikePage, Refused> {
    let all = look(session)?;
    let desk = session.desk()?;
    let plan = desk.plan();
    let apart = told_apart(&plan);
    let both = |alike: &Alike| {
        let (one, other) = in_order(person_of(alike.one), person_of(alike.other));
        let listed = |id| plan.people().get(&id).filter(|person| is_listed(person));
        if apart.contains(&(one, other)) {
            return None;
        }
        Some((listed(one)?, listed(other)?))
    };
    let mut page = AlikePage {
        people: count(all.people),
        likely: 0,
        possible: 0,
        total: 0,
        from: request.from,
        rows: Vec::new(),
    };
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely: Some(&all.likely_of),
    };
    let rows = match request.rows {
        0 => ROWS,
        rows => rows.min(ROWS_MOST),
    };
    for alike in &all.pairs {
        let Some((one, other)) = both(alike) else { continue };
        if alike.likely {
            page.likely += 1;
        } else {
            page.possible += 1;
        }
        let wanted = match request.band {
            AlikeBand::Likely => alike.likely,
            AlikeBand::Possible => !alike.likely,
            AlikeBand::All => true,
        };
        if !wanted {
            continue;
        }
        let place = page.total;
        page.total += 1;
        if (request.from..request.from.saturating_add(rows)).contains(&place) {
            page.rows.push(AlikePair {
                one: looking.row(one),
                other: looking.row(other),
                score: alike.score,
                likely: alike.likely,
                reasons: reasons(alike),
            });
        }
    }
    Ok(page)
}

/// Everybody who may be stored twice: as it was found last, else looked for now.
fn look(session: &Session) -> Result<Arc<AllAlike>, Refused> {
    let desk = session.desk()?;
    if let Some((all, false)) = desk.crowd().alike() {
        return Ok(all);
    }
    let mut work = session.long_work.begin("duplicates", &session.teller);
    // A copy, so that nobody waits for the plan while everybody is compared with everybody.
    let (state, people): (u64, Vec<Person>) = {
        let plan = desk.plan();
        let listed = plan.people().values().filter(|person| is_listed(person));
        (desk.crowd().people_state(), listed.cloned().collect())
    };
    let told: Vec<Told<'_>> = people.iter().map(Told::of).collect();
    let mut stopped = false;
    let pairs = find_duplicates(told.iter().map(Told::entry), &mut |done, total| {
        let go_on = work.step(done as u64, total as u64);
        stopped |= go_on == ControlFlow::Break(());
        go_on
    });
    if stopped {
        return Err(StoreError::Cancelled.into());
    }
    let compared = people.len();
    Ok(desk.crowd().keep_alike(state, pairs, compared))
}

/// `people.compare`
pub(crate) fn compare(session: &Session, request: &TwoPeople) -> Result<Comparison, Refused> {
    let desk = session.desk()?;
    let likely = super::list::likely_of(&desk);
    let plan = desk.plan();
    let (one, other) = two(&plan, request.one, request.other)?;
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely: likely.as_deref(),
    };
    let (told_one, told_other) = (Told::of(one), Told::of(other));
    let found = find_duplicates([told_one.entry(), told_other.entry()], &mut |_, _| {
        ControlFlow::Continue(())
    });
    let alike = found.first();
    let keep = compared::better_kept(&plan, one, other);
    Ok(Comparison {
        score: alike.map_or(0.0, |alike| alike.score),
        likely: alike.is_some_and(|alike| alike.likely),
        reasons: alike.map(reasons).unwrap_or_default(),
        distinct: told_apart(&plan).contains(&in_order(one.id, other.id)),
        keep,
        fields: compared::compared(&looking, one, other, keep),
        one_holds: compared::held_by(&plan, one.id),
        other_holds: compared::held_by(&plan, other.id),
        both_invited: compared::both_invited(&looking, one, other),
        one: looking.row(one),
        other: looking.row(other),
    })
}

/// Two people who are there and not the same.
pub(crate) fn two(plan: &Plan, one: PersonId, other: PersonId) -> Result<(&Person, &Person), Refused> {
    let find = |id| plan.people().get(&id).ok_or_else(Refused::not_found);
    let both = (find(one)?, find(other)?);
    if one == other {
        return Err(Refused::new(
            "same_person",
            "That is one and the same record. Nothing was changed; choose two.",
        ));
    }
    for person in [both.0, both.1] {
        alive(person)?;
    }
    Ok(both)
}

/// Refuses whoever was merged into another or erased.
pub(crate) fn alive(person: &Person) -> Result<(), Refused> {
    if person.erased.is_some() {
        return Err(Refused::new(
            "person_erased",
            "This person was erased; nothing of them is there. Nothing was changed.",
        ));
    }
    if person.merged_into.is_some() {
        return Err(Refused::new(
            "person_merged",
            "This record was merged into another. Nothing was changed; take the other one.",
        ));
    }
    Ok(())
}

/// `people.distinct`
pub(crate) fn distinct(session: &Session, request: &TwoPeople) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        two(draft.plan, request.one, request.other)?;
        let (one, other) = in_order(request.one, request.other);
        let known = draft
            .plan
            .distincts()
            .values()
            .find(|distinct| in_order(distinct.one, distinct.other) == (one, other));
        let id = match known {
            Some(known) => known.id,
            None => {
                let id = DistinctId(draft.fresh_key());
                draft.put_made(Distinct { id, one, other });
                id
            }
        };
        Ok((RecordRef::Distinct(id), Label::new("people_told_apart")))
    })?;
    Ok(done.written())
}
