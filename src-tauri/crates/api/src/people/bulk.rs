//! One deed for many people, in one change.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use outreach_plan::people::{Consent, NoticeGiven, Person};
use outreach_plan::{PersonId, Plan};

use super::alike::alive;
use super::list::fitting;
use crate::change::{Draft, Label};
use crate::rows::count;
use crate::views::{BulkPeople, PeopleAct, PeopleDone, PeopleRefused, WhichPeople};
use crate::{Refused, Session};

/// Of those refused at most so many are named.
const NAMED_MOST: usize = 100;
/// A tag is at most so many characters.
const TAG_MOST: usize = 60;
/// Somebody has at most so many tags.
const TAGS_MOST: usize = 100;

/// `people.bulk`
pub(crate) fn bulk(session: &Session, request: &BulkPeople) -> Result<PeopleDone, Refused> {
    let desk = session.desk()?;
    // Looked up before the change begins: the search takes the plan itself.
    let ids = match &request.people {
        WhichPeople::These { ids } => ids.clone(),
        WhichPeople::Fitting { query, filter } => fitting(session, &desk, query, filter)?,
    };
    let today = session.shown().in_hong_kong(session.now()).date();
    let act = cleaned(&request.act)?;
    if request.preview {
        let plan = desk.plan();
        let mut summary = Summary::default();
        check(&plan, &act, today)?;
        let merged = merged_into(&plan, &act);
        for id in distinct(&ids) {
            summary.count(id, &done_to(&plan, &act, id, today, &merged));
        }
        return Ok(summary.done(None));
    }
    let done = session.change(|draft| {
        let mut summary = Summary::default();
        check(draft.plan, &act, today)?;
        let merged = merged_into(draft.plan, &act);
        for id in distinct(&ids) {
            let outcome = done_to(draft.plan, &act, id, today, &merged);
            summary.count(id, &outcome);
            match outcome {
                Ok(Outcome::After(person)) => draft.put_made(*person),
                Ok(Outcome::Gone) => remove(draft, id),
                Ok(Outcome::Already) | Err(_) => {}
            }
        }
        let label = Label::new(label_of(&act)).with("count", summary.done);
        Ok((summary, label))
    })?;
    Ok(done.value.done(done.change))
}

fn distinct(ids: &[PersonId]) -> impl Iterator<Item = PersonId> {
    let mut seen = HashSet::with_capacity(ids.len());
    ids.iter().copied().filter(move |id| seen.insert(*id))
}

fn remove(draft: &mut Draft<'_>, id: PersonId) {
    let plan = draft.plan;
    for distinct in plan.distincts().values() {
        if distinct.one == id || distinct.other == id {
            draft.remove(distinct.id);
        }
    }
    draft.remove(id);
}

/// The deed with what was typed cleaned.
fn cleaned(act: &PeopleAct) -> Result<PeopleAct, Refused> {
    let clean = |tag: &str| -> Result<String, Refused> {
        let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
        if tag.is_empty() {
            return Err(Refused::invalid("tag", "empty"));
        }
        if tag.chars().any(char::is_control) {
            return Err(Refused::invalid("tag", "control_character"));
        }
        if tag.chars().count() > TAG_MOST {
            return Err(Refused::invalid("tag", "too_long").with("most", TAG_MOST));
        }
        Ok(tag)
    };
    Ok(match act {
        PeopleAct::Tag { tag } => PeopleAct::Tag { tag: clean(tag)? },
        PeopleAct::Untag { tag } => PeopleAct::Untag { tag: clean(tag)? },
        PeopleAct::Market { .. }
        | PeopleAct::Sector { .. }
        | PeopleAct::NotSector { .. }
        | PeopleAct::Retain { .. }
        | PeopleAct::Notice { .. }
        | PeopleAct::Consent { .. }
        | PeopleAct::Remove => act.clone(),
    })
}

/// Refuses a deed that can be done to nobody.
fn check(plan: &Plan, act: &PeopleAct, today: NaiveDate) -> Result<(), Refused> {
    let not_yet = |field: &str, on: Option<NaiveDate>| {
        if on.is_some_and(|on| on > today) {
            return Err(Refused::invalid(field, "out_of_range"));
        }
        Ok(())
    };
    match act {
        PeopleAct::Market { market: Some(id) } if !plan.markets().contains_key(id) => {
            Err(Refused::invalid("market", "no_such_record"))
        }
        PeopleAct::Notice { notice, on, .. } => {
            if !plan.notices().contains_key(notice) {
                return Err(Refused::invalid("notice", "no_such_record"));
            }
            not_yet("on", *on)
        }
        PeopleAct::Consent { on, .. } => not_yet("on", *on),
        PeopleAct::Tag { .. }
        | PeopleAct::Untag { .. }
        | PeopleAct::Market { .. }
        | PeopleAct::Sector { .. }
        | PeopleAct::NotSector { .. }
        | PeopleAct::Retain { .. }
        | PeopleAct::Remove => Ok(()),
    }
}

fn label_of(act: &PeopleAct) -> &'static str {
    match act {
        PeopleAct::Tag { .. } => "people_tagged",
        PeopleAct::Untag { .. } => "people_untagged",
        PeopleAct::Market { .. } => "people_market_set",
        PeopleAct::Sector { .. } | PeopleAct::NotSector { .. } => "people_sectors_set",
        PeopleAct::Retain { .. } => "people_retention_set",
        PeopleAct::Notice { .. } => "people_noticed",
        PeopleAct::Consent { .. } => "people_consented",
        PeopleAct::Remove => "people_removed",
    }
}

enum Outcome {
    /// As they are afterwards.
    After(Box<Person>),
    /// The record goes.
    Gone,
    /// It was so.
    Already,
}

/// Records into which others were merged, where it matters: they are not removed from under these.
fn merged_into(plan: &Plan, act: &PeopleAct) -> HashSet<PersonId> {
    if *act != PeopleAct::Remove {
        return HashSet::new();
    }
    plan.people()
        .values()
        .filter_map(|person| person.merged_into)
        .collect()
}

fn done_to(
    plan: &Plan,
    act: &PeopleAct,
    id: PersonId,
    today: NaiveDate,
    merged: &HashSet<PersonId>,
) -> Result<Outcome, Refused> {
    let before = plan.people().get(&id).ok_or_else(Refused::not_found)?;
    alive(before)?;
    if matches!(act, PeopleAct::Remove) {
        let users = plan.invitations_of(id).len() + plan.comes_along(id).len() + plan.visits_of(id).len();
        if users > 0 || merged.contains(&id) {
            return Err(Refused::new(
                "person_in_use",
                "Somebody who was invited or visited is not removed. Nothing was changed; erase them instead.",
            ));
        }
        return Ok(Outcome::Gone);
    }
    let mut after = before.clone();
    match act {
        PeopleAct::Tag { tag } => {
            if !after
                .tags
                .iter()
                .any(|is| is.to_lowercase() == tag.to_lowercase())
            {
                if after.tags.len() >= TAGS_MOST {
                    return Err(Refused::new("too_many_tags", "There is no room for another tag.")
                        .with("most", TAGS_MOST));
                }
                after.tags.push(tag.clone());
            }
        }
        PeopleAct::Untag { tag } => after.tags.retain(|is| is.to_lowercase() != tag.to_lowercase()),
        PeopleAct::Market { market } => after.market = *market,
        PeopleAct::Sector { sector } => {
            if !after.sectors.contains(sector) {
                after.sectors.push(*sector);
            }
        }
        PeopleAct::NotSector { sector } => after.sectors.retain(|is| is != sector),
        PeopleAct::Retain { until } => after.retain_until = *until,
        PeopleAct::Notice { notice, on, by } => {
            if !after.notices.iter().any(|given| given.notice == *notice) {
                after.notices.push(NoticeGiven {
                    notice: *notice,
                    on: on.unwrap_or(today),
                    by: by.trim().to_owned(),
                });
            }
        }
        PeopleAct::Consent {
            purpose,
            given,
            on,
            by,
        } => {
            if super::query::latest(&after, *purpose) != Some(*given) {
                after.consents.push(Consent {
                    purpose: *purpose,
                    given: *given,
                    on: on.unwrap_or(today),
                    by: by.trim().to_owned(),
                });
            }
        }
        PeopleAct::Remove => return Ok(Outcome::Gone),
    }
    if after == *before {
        return Ok(Outcome::Already);
    }
    Ok(Outcome::After(Box::new(after)))
}

/// Why, as a code with its parameters.
type Why = (String, BTreeMap<String, String>);

#[derive(Default)]
struct Summary {
    asked: usize,
    done: usize,
    already: usize,
    refused: BTreeMap<Why, (usize, Vec<PersonId>)>,
}

impl Summary {
    fn count(&mut self, id: PersonId, outcome: &Result<Outcome, Refused>) {
        self.asked += 1;
        match outcome {
            Ok(Outcome::After(_) | Outcome::Gone) => self.done += 1,
            Ok(Outcome::Already) => self.already += 1,
            Err(refused) => {
                let key = (refused.code().to_owned(), refused.view().params.clone());
                let (count, named) = self.refused.entry(key).or_default();
                *count += 1;
                if named.len() < NAMED_MOST {
                    named.push(id);
                }
            }
        }
    }

    fn done(self, change: Option<i64>) -> PeopleDone {
        let mut refused: Vec<PeopleRefused> = self
            .refused
            .into_iter()
            .map(|((code, params), (times, people))| PeopleRefused {
                code,
                params,
                count: count(times),
                people,
            })
            .collect();
        refused.sort_by_key(|refused| std::cmp::Reverse(refused.count));
        PeopleDone {
            asked: count(self.asked),
            done: count(self.done),
            already: count(self.already),
            refused,
            change,
        }
    }
}
