//! The ledger of people as a planner meets it.

mod any_steps;
mod consents;
mod names;
mod replies;
mod seats;
mod steps;
mod times;
mod visits;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::fixture::{Fixture, TORONTO, day};
use crate::people::seats::{SeatCount, Tally, count};
use crate::people::*;
use crate::{ArrangementId, EventId, InvitationId, PersonId};

use InvitationStatus::*;

/// An event in Toronto on 2027-05-14 from 18:00 to 21:00, which is 22:00 to 01:00 UTC.
pub(super) struct Party {
    pub(super) fixture: Fixture,
    pub(super) event: EventId,
}

pub(super) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A month before.
pub(super) fn early() -> DateTime<Utc> {
    at("2027-04-10T15:00:00Z")
}

pub(super) fn early_day() -> NaiveDate {
    day("2027-04-10")
}

pub(super) fn step(status: InvitationStatus) -> Step {
    Step::new(status, early_day(), early(), "Chan")
}

impl Party {
    pub(super) fn of(capacity: Option<u32>) -> Self {
        let mut fixture = Fixture::new();
        let event = fixture.event(
            "Reception",
            TORONTO,
            "2027-05-14T18:00",
            "2027-05-14T21:00",
            |event| {
                event.capacity = capacity;
            },
        );
        Self { fixture, event }
    }

    pub(super) fn person(&mut self, family: &str) -> PersonId {
        let id = PersonId(self.fixture.id());
        let mut person = Person::new(id, early());
        person.family = family.to_owned();
        person.emails = vec![Email {
            address: format!("{}@example.org", family.to_lowercase()),
            ..Email::default()
        }];
        self.fixture.plan.put(person);
        id
    }

    /// A guest at a status, alone, listed in the order of the calls.
    pub(super) fn guest(&mut self, family: &str, status: InvitationStatus) -> InvitationId {
        self.guest_with(family, status, |_| {})
    }

    pub(super) fn guest_with(
        &mut self,
        family: &str,
        status: InvitationStatus,
        with: impl FnOnce(&mut Invitation),
    ) -> InvitationId {
        let person = self.person(family);
        let id = InvitationId(self.fixture.id());
        let mut invitation = Invitation::new(id, self.event, person, step(status));
        if status == WaitListed {
            invitation.waiting_since =
                Some(early() + chrono::TimeDelta::minutes(i64::try_from(id.0.as_u128()).unwrap()));
        }
        with(&mut invitation);
        self.fixture.plan.put(invitation);
        id
    }

    pub(super) fn arrange(&mut self, with: impl FnOnce(&mut Arrangement)) {
        let mut arrangement = Arrangement::new(ArrangementId(Uuid::from_u128(77)), self.event);
        with(&mut arrangement);
        self.fixture.plan.put(arrangement);
    }

    pub(super) fn get(&self, id: InvitationId) -> &Invitation {
        &self.fixture.plan.invitations()[&id]
    }

    pub(super) fn tally(&self) -> Tally {
        Tally::of(&self.fixture.plan, self.event)
    }

    pub(super) fn seats(&self) -> SeatCount {
        count(&self.fixture.plan, self.event)
    }

    /// Takes a step and keeps it, or says why not.
    pub(super) fn go(&mut self, id: InvitationId, step: Step) -> Result<(), WhyNot> {
        let after = crate::people::steps::take_step(&self.fixture.plan, &self.tally(), self.get(id), step)?;
        self.fixture.plan.put(after);
        Ok(())
    }

    /// The code of the refusal, empty if it went.
    pub(super) fn code(&mut self, id: InvitationId, to: InvitationStatus) -> &'static str {
        self.go(id, step(to)).map_or_else(|why| why.code(), |()| "")
    }
}
