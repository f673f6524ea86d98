//! A person as the search and the comparison of people are told of them.

use outreach_matching::Entry;
use outreach_plan::PersonId;
use outreach_plan::people::{Nature, Person};

/// Lists of texts of one person, borrowed from the record, which an [`Entry`] borrows in turn.
pub(crate) struct Told<'a> {
    person: &'a Person,
    organisation: Vec<&'a str>,
    emails: Vec<&'a str>,
    telephones: Vec<&'a str>,
    tags: Vec<&'a str>,
    other: Vec<&'a str>,
}

impl<'a> Told<'a> {
    pub(crate) fn of(person: &'a Person) -> Self {
        let written = |words: [&'a String; 3]| -> Vec<&'a str> {
            let mut words: Vec<&str> = words.into_iter().map(String::as_str).collect();
            words.retain(|word| !word.is_empty());
            words.dedup();
            words
        };
        let mut other = written([&person.post.en, &person.post.zh_hant, &person.post.zh_hans]);
        if !person.notes.is_empty() {
            other.push(&person.notes);
        }
        Self {
            organisation: written([
                &person.organisation.en,
                &person.organisation.zh_hant,
                &person.organisation.zh_hans,
            ]),
            emails: person.emails.iter().map(|email| email.address.as_str()).collect(),
            telephones: person
                .telephones
                .iter()
                .map(|number| {
                    if number.e164.is_empty() {
                        number.raw.as_str()
                    } else {
                        number.e164.as_str()
                    }
                })
                .collect(),
            tags: person.tags.iter().map(String::as_str).collect(),
            other,
            person,
        }
    }

    /// As the matching takes it.
    pub(crate) fn entry(&self) -> Entry<'_> {
        let person = self.person;
        Entry {
            key: key_of(person.id),
            nature_body: person.nature == Nature::Body,
            family: &person.family,
            given: &person.given,
            chinese: &person.chinese,
            preferred: &person.preferred,
            organisation: &self.organisation,
            emails: &self.emails,
            telephones: &self.telephones,
            tags: &self.tags,
            other: &self.other,
        }
    }
}

/// The matching's key of a person.
pub(crate) fn key_of(person: PersonId) -> u128 {
    person.0.as_u128()
}

/// The person of a matching's key.
pub(crate) fn person_of(key: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(key))
}

/// Whether somebody stands in lists and is found: neither merged into another nor erased.
pub(crate) fn is_listed(person: &Person) -> bool {
    person.merged_into.is_none() && person.erased.is_none()
}
