//! Those who are stored, by what identifies them: the row they came from, an address, a number.

use std::collections::HashMap;

use outreach_plan::people::Person;
use outreach_plan::{PersonId, Plan};

use super::fill::same_name;
use crate::people::told::is_listed;

/// People by what identifies them.
pub(super) struct Known {
    /// Those who were taken in, by their rows and cards.
    pub(super) by_origin: HashMap<String, PersonId>,
    by_contact: HashMap<String, Vec<PersonId>>,
}

impl Known {
    /// Everybody who is listed.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut known = Self {
            by_origin: HashMap::new(),
            by_contact: HashMap::with_capacity(plan.people().len()),
        };
        for person in plan.people().values() {
            let mut end = person;
            // A row of somebody who was merged is the other's; two that point at each other end here.
            for _ in 0..8 {
                match end.merged_into.and_then(|id| plan.people().get(&id)) {
                    Some(other) => end = other,
                    None => break,
                }
            }
            if !is_listed(end) {
                continue;
            }
            for origin in &person.origins {
                known.by_origin.insert(origin.clone(), end.id);
            }
            if person.id == end.id {
                for contact in contacts(person) {
                    let of = known.by_contact.entry(contact).or_default();
                    if !of.contains(&person.id) {
                        of.push(person.id);
                    }
                }
            }
        }
        known
    }

    /// Those with the same name and an address or number in common.
    pub(super) fn same(&self, plan: &Plan, draft: &Person) -> Vec<PersonId> {
        let mut found: Vec<PersonId> = Vec::new();
        for contact in contacts(draft) {
            for id in self.by_contact.get(&contact).into_iter().flatten() {
                let Some(person) = plan.people().get(id) else {
                    continue;
                };
                if !found.contains(id) && is_listed(person) && same_name(person, draft) {
                    found.push(*id);
                }
            }
        }
        found
    }
}

fn contacts(person: &Person) -> impl Iterator<Item = String> + '_ {
    let emails = person.emails.iter().map(|email| email.address.to_lowercase());
    let numbers = person
        .telephones
        .iter()
        .filter(|number| !number.e164.is_empty())
        .map(|number| number.e164.clone());
    emails.chain(numbers)
}
