//! The sample's invented people, what they were invited to, and the visits they were asked to make.
//!
//! Every person says that they are invented. What became of an invitation is written as a way with days before the
//! event, and taken as far as it has come on the day on which the sample is made.

mod files;
mod invited;
#[cfg(test)]
mod tests;
mod visited;

use std::collections::HashMap;

use chrono::{Days, Months, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::anchor::moved_by;
use super::made::{Maker, id_of, read};
use crate::people::{
    Consent, Distinct, Email, Letter, Nature, Notice, NoticeGiven, Person, Purpose, SavedList, Telephone,
};
use crate::{DistinctId, LetterId, NoticeId, PersonId, SavedListId};

use files::{Entry, Guests, NoticeEntry, Written};
pub(super) use invited::badge;

fn written() -> Written {
    read(include_str!("../../../../../../data/sample/letters.json"))
}

/// Templates of letters in three languages, one of each kind: also what a workspace without the sample begins with.
pub fn letters(new_id: &mut dyn FnMut() -> Uuid) -> Vec<Letter> {
    written()
        .letters
        .into_iter()
        .map(|entry| Letter {
            id: LetterId(new_id()),
            name: entry.name,
            kind: entry.kind,
            subject: entry.subject.plain(),
            body: entry.body.plain(),
        })
        .collect()
}

impl Maker<'_> {
    pub(super) fn ledger(&mut self) {
        let guests: Guests = read(include_str!("../../../../../../data/sample/guests.json"));
        let notices = self.notices(written().notices);
        let mut people = HashMap::new();
        for (n, entry) in guests.people.iter().enumerate() {
            let id = PersonId(self.id());
            people.insert(entry.key.clone(), id);
            let person = self.person(id, n, entry, &guests, &notices);
            self.records.push(person.into());
        }
        for (one, other) in &guests.distinct {
            let (one, other) = (id_of(&people, one), id_of(&people, other));
            let pair = Distinct {
                id: DistinctId(self.id()),
                one: one.min(other),
                other: one.max(other),
            };
            self.records.push(pair.into());
        }
        for entry in guests.lists {
            let list = SavedList {
                id: SavedListId(self.id()),
                name: entry.name,
                query: entry.query,
                notes: entry.notes,
            };
            self.records.push(list.into());
        }
        let letters = letters(&mut || self.id());
        self.records.extend(letters.into_iter().map(Into::into));
        self.invitations(&people);
        self.visits(&people);
    }

    fn notices(&mut self, entries: Vec<NoticeEntry>) -> Vec<(NoticeId, NaiveDate, u32)> {
        let make = |entry: NoticeEntry| {
            let (id, from) = (NoticeId(self.id()), moved_by(self.today, -entry.days_ago));
            let made = (id, from, entry.retain_months);
            let notice = Notice {
                id,
                name: entry.name.plain(),
                version: entry.version,
                from,
                purposes: entry.purposes,
                retain_months: entry.retain_months,
                text: entry.text.plain(),
            };
            self.records.push(notice.into());
            made
        };
        entries.into_iter().map(make).collect()
    }

    fn person(
        &self,
        id: PersonId,
        n: usize,
        entry: &Entry,
        guests: &Guests,
        notices: &[(NoticeId, NaiveDate, u32)],
    ) -> Person {
        // Half were met under the first notice, half under the second, a few days apart.
        let (notice, from, months) = notices[n % notices.len()];
        let met = moved_by(from, i64::try_from(n % 60).unwrap_or_default() + 2);
        let noticed = !guests.without_notice.contains(&entry.key);
        let due = guests.due.contains(&entry.key);
        let retain_until = if due {
            self.today.checked_sub_days(Days::new(12))
        } else {
            met.checked_add_months(Months::new(months + 18))
        };
        let family = entry.name.0.clone();
        let organisation = entry.org.as_ref().and_then(|org| guests.organisations.get(org));
        let consent = |purpose, given| Consent {
            purpose,
            given,
            on: met,
            by: "form".to_owned(),
        };
        let mut consents = vec![consent(Purpose::Events, true)];
        match n % 7 {
            0 | 1 => consents.push(consent(Purpose::DirectMarketing, true)),
            2 => consents.push(consent(Purpose::DirectMarketing, false)),
            3 => consents.push(consent(Purpose::GbaTransfer, true)),
            _ => {}
        }
        Person {
            nature: if entry.body { Nature::Body } else { Nature::Person },
            family,
            given: entry.name.1.clone(),
            chinese: entry.name.2.clone(),
            preferred: entry.preferred.clone(),
            honorific: entry.honorific.clone(),
            post: entry.post.plain(),
            organisation: organisation.map(super::files::Words::plain).unwrap_or_default(),
            market: entry.market.map(|country| self.markets[&country].0),
            sectors: entry.sectors.clone(),
            languages: entry.languages.clone(),
            emails: vec![Email {
                address: entry.email.clone(),
                label: "work".to_owned(),
                bounced: false,
            }],
            telephones: entry.tel.iter().map(|tel| telephone(tel)).collect(),
            tags: entry.tags.clone(),
            notes: if entry.body {
                guests.note_of_body.clone()
            } else {
                guests.note.clone()
            },
            source: if n.is_multiple_of(3) {
                "business card".to_owned()
            } else {
                "registration form".to_owned()
            },
            notices: noticed
                .then_some(NoticeGiven {
                    notice,
                    on: met,
                    by: "form".to_owned(),
                })
                .into_iter()
                .collect(),
            consents: if noticed { consents } else { Vec::new() },
            retain_until,
            ..Person::new(
                id,
                self.now - TimeDelta::days((self.today - met).num_days().max(0)),
            )
        }
    }
}

fn telephone(number: &str) -> Telephone {
    Telephone {
        raw: number.to_owned(),
        e164: number
            .chars()
            .filter(|c| *c == '+' || c.is_ascii_digit())
            .collect(),
        label: "mobile".to_owned(),
    }
}
