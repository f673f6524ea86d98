//! A person as a row.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use outreach_plan::people::{Invitation, Person};
use outreach_plan::{Language, PersonId, Plan};

use super::query::{PURPOSES_ALL, latest};
use crate::rows::count;
use crate::shown::Shown;
use crate::views::{
    ConsentState, ConsentWanted, EventOfPerson, PersonHit, PersonNames, PersonRow, RetentionBand,
};

/// Within so many days the end of somebody's retention is soon.
const SOON_DAYS: i64 = 30;

/// What rows are made from, for one request.
pub(crate) struct Looking<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) shown: Shown,
    pub(crate) language: Language,
    pub(crate) today: NaiveDate,
    /// How many likely duplicates each person has.
    pub(crate) likely: Option<&'a HashMap<PersonId, u32>>,
}

impl Looking<'_> {
    /// A person as a row.
    pub(crate) fn row(&self, person: &Person) -> PersonRow {
        let names = names_of(person, self.language);
        let invitations = self.plan.invitations_of(person.id);
        PersonRow {
            name: names.shown,
            other_name: names.other,
            sort_name: names.sort,
            post: person.post.in_language(self.language).to_owned(),
            organisation: person.organisation.in_language(self.language).to_owned(),
            market_name: self.market_name(person),
            last_event: invitations
                .iter()
                .max_by_key(|invitation| self.start_of(invitation))
                .and_then(|invitation| self.event(invitation)),
            invitations: count(invitations.len()),
            visits: count(self.plan.visits_of(person.id).len()),
            consents: consents_of(person),
            retention: retention_of(person, self.today),
            alike: self
                .likely
                .and_then(|likely| likely.get(&person.id))
                .copied()
                .unwrap_or_default(),
            person: person.clone(),
        }
    }

    /// A person as a hit.
    pub(crate) fn hit(&self, person: &Person, found_in: &str) -> PersonHit {
        let names = names_of(person, self.language);
        PersonHit {
            id: person.id,
            nature: person.nature,
            name: names.shown,
            other_name: names.other,
            detail: self.detail(person),
            found_in: found_in.to_owned(),
        }
    }

    /// What tells somebody from their namesakes.
    pub(crate) fn detail(&self, person: &Person) -> String {
        let parts = [
            person.post.in_language(self.language).to_owned(),
            person.organisation.in_language(self.language).to_owned(),
            self.market_name(person),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    pub(crate) fn market_name(&self, person: &Person) -> String {
        person
            .market
            .and_then(|id| self.plan.markets().get(&id))
            .map(|market| market.name.in_language(self.language).to_owned())
            .unwrap_or_default()
    }

    /// When the event of an invitation begins.
    pub(crate) fn start_of(&self, invitation: &Invitation) -> Option<chrono::DateTime<chrono::Utc>> {
        self.plan.event_span(invitation.event).map(|span| span.start.utc)
    }

    /// The event of an invitation, with where it stands.
    pub(crate) fn event(&self, invitation: &Invitation) -> Option<EventOfPerson> {
        let event = self.plan.events().get(&invitation.event)?;
        Some(EventOfPerson {
            id: event.id,
            title: event.title.in_language(self.language).to_owned(),
            span: self
                .plan
                .event_span(event.id)
                .map(|span| self.shown.span(&event.zone, span)),
            status: invitation.status,
        })
    }
}

/// What somebody is called. Who has no name is called by what there is: a body, an address, a number.
pub(crate) fn names_of(person: &Person, language: Language) -> PersonNames {
    let latin = person.latin_name();
    let shown = shown_name(person, language);
    let other = if shown == person.chinese {
        latin.clone()
    } else {
        person.chinese.clone()
    };
    PersonNames {
        other: if other == shown { String::new() } else { other },
        latin,
        chinese: person.chinese.clone(),
        sort: sort_name(person, language),
        addressed: person.addressed(language),
        shown,
    }
}

/// The name in the language, or what there is instead.
pub(crate) fn shown_name(person: &Person, language: Language) -> String {
    let name = person.name_in(language);
    if !name.is_empty() {
        return name;
    }
    let instead = [
        person.preferred.as_str(),
        person.organisation.in_language(language),
        person.emails.first().map_or("", |email| email.address.as_str()),
        person.telephones.first().map_or("", |number| number.raw.as_str()),
    ];
    instead
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
        .to_owned()
}

/// The name as it is sorted, or what there is instead.
pub(crate) fn sort_name(person: &Person, language: Language) -> String {
    let name = person.sort_name(language);
    if name.is_empty() {
        shown_name(person, language).to_lowercase()
    } else {
        name
    }
}

/// The latest word about each purpose.
pub(crate) fn consents_of(person: &Person) -> Vec<ConsentWanted> {
    PURPOSES_ALL
        .iter()
        .filter_map(|purpose| {
            let given = latest(person, *purpose)?;
            Some(ConsentWanted {
                purpose: *purpose,
                state: if given {
                    ConsentState::Given
                } else {
                    ConsentState::Refused
                },
            })
        })
        .collect()
}

/// How long somebody may be held: the day itself still counts.
pub(crate) fn retention_of(person: &Person, today: NaiveDate) -> RetentionBand {
    match person.retain_until {
        None => RetentionBand::None,
        Some(until) if until < today => RetentionBand::Due,
        Some(until) if until - today <= TimeDelta::days(SOON_DAYS) => RetentionBand::Soon,
        Some(_) => RetentionBand::Later,
    }
}
