//! Two records beside each other, before they are made one: what each says, and what hangs on each.

use outreach_plan::people::Person;
use outreach_plan::{PersonId, Plan, Wording};

use super::merge::further;
use super::merged::{FIELDS, may_both, suggested};
use super::rows::Looking;
use crate::rows::count;
use crate::views::{BothInvited, ComparedField, HeldBy};

/// Which of two would rather be kept: the one with more behind it, else the older.
pub(crate) fn better_kept(plan: &Plan, one: &Person, other: &Person) -> PersonId {
    let behind = |person: &Person| {
        let held = held_by(plan, person.id);
        (
            held.visits + held.invitations + held.companion_at,
            held.notices + held.consents,
            std::cmp::Reverse(person.id),
        )
    };
    if behind(one) >= behind(other) {
        one.id
    } else {
        other.id
    }
}

/// How much hangs on a record.
pub(crate) fn held_by(plan: &Plan, id: PersonId) -> HeldBy {
    let person = plan.people().get(&id);
    HeldBy {
        invitations: count(plan.invitations_of(id).len()),
        companion_at: count(plan.comes_along(id).len()),
        visits: count(plan.visits_of(id).len()),
        notices: person.map_or(0, |person| count(person.notices.len())),
        consents: person.map_or(0, |person| count(person.consents.len())),
        disclosures: count(
            plan.disclosures()
                .values()
                .filter(|disclosure| disclosure.people.contains(&id))
                .count(),
        ),
    }
}

/// Events to which both are invited.
pub(crate) fn both_invited(looking: &Looking<'_>, one: &Person, other: &Person) -> Vec<BothInvited> {
    let plan = looking.plan;
    plan.invitations_of(one.id)
        .into_iter()
        .filter_map(|mine| {
            let theirs = plan.invitation_to(other.id, mine.event)?;
            let event = plan.events().get(&mine.event)?;
            Some(BothInvited {
                title: event.title.in_language(looking.language).to_owned(),
                one: mine.status,
                other: theirs.status,
                keeps: further(mine, theirs).person,
            })
        })
        .collect()
}

/// Field by field, those that say something on either side.
pub(crate) fn compared(
    looking: &Looking<'_>,
    one: &Person,
    other: &Person,
    keep: PersonId,
) -> Vec<ComparedField> {
    FIELDS
        .iter()
        .filter_map(|field| {
            let (mine, theirs) = (text_of(looking, one, field), text_of(looking, other, field));
            if mine.is_empty() && theirs.is_empty() {
                return None;
            }
            let (kept, dropped) = if keep == one.id {
                (&mine, &theirs)
            } else {
                (&theirs, &mine)
            };
            Some(ComparedField {
                field: (*field).to_owned(),
                same: mine == theirs,
                suggested: suggested(field, kept.is_empty(), dropped.is_empty()),
                may_both: may_both(field),
                one: mine,
                other: theirs,
            })
        })
        .collect()
}

/// A field as it is shown; several values below each other.
fn text_of(looking: &Looking<'_>, person: &Person, field: &str) -> String {
    let wording = |wording: &Wording| {
        let mut all = vec![&wording.en, &wording.zh_hant, &wording.zh_hans];
        all.retain(|text| !text.is_empty());
        all.dedup();
        all.into_iter().cloned().collect::<Vec<_>>().join("\n")
    };
    let words = |values: Vec<String>| values.join("\n");
    match field {
        "nature" => super::facets::word(&person.nature),
        "family" => person.family.clone(),
        "given" => person.given.clone(),
        "chinese" => person.chinese.clone(),
        "preferred" => person.preferred.clone(),
        "honorific" => person.honorific.clone(),
        "post" => wording(&person.post),
        "organisation" => wording(&person.organisation),
        "market" => looking.market_name(person),
        "sectors" => words(person.sectors.iter().map(super::facets::word).collect()),
        "schemes" => words(person.schemes.iter().map(super::facets::word).collect()),
        "passports" => words(person.passports.clone()),
        "university_region" => person.university_region.clone(),
        "languages" => words(person.languages.clone()),
        "emails" => words(person.emails.iter().map(|email| email.address.clone()).collect()),
        "telephones" => words(
            person
                .telephones
                .iter()
                .map(|number| {
                    if number.e164.is_empty() {
                        number.raw.clone()
                    } else {
                        number.e164.clone()
                    }
                })
                .collect(),
        ),
        "tags" => words(person.tags.clone()),
        "notes" => person.notes.clone(),
        "source" => person.source.clone(),
        "retain_until" => person.retain_until.map(|day| day.to_string()).unwrap_or_default(),
        "created" => looking.shown.in_hong_kong(person.created).date().to_string(),
        _ => String::new(),
    }
}
