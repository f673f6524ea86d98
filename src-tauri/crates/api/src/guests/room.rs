//! What answers about guests are made from, for one request: names, days and clocks of the venue.
//!
//! Nothing here asks the checks, which would be run anew after each change: a desk at a door must not wait for them.

use chrono::{DateTime, NaiveDate, Utc};
use outreach_plan::people::{Invitation, Person, Step};
use outreach_plan::{Event, EventId, InvitationId, Language, PersonId, Plan, Wording};
use outreach_zones::Zone;

use crate::shown::{HONG_KONG, Shown};
use crate::views::{ShownSpan, ShownTime, StepView};
use crate::{Refused, Session};

/// One request's look at the ledger.
pub(crate) struct Room<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) shown: Shown,
    pub(crate) language: Language,
    pub(crate) now: DateTime<Utc>,
}

/// An event and the clock of its venue.
pub(crate) struct At<'a> {
    pub(crate) event: &'a Event,
    zone: Zone,
}

impl<'a> Room<'a> {
    pub(crate) fn of(plan: &'a Plan, language: Language, now: DateTime<Utc>) -> Self {
        Self {
            plan,
            shown: Shown::by(plan.rules()),
            language,
            now,
        }
    }

    /// An event with its venue's clock; Hong Kong's where the rules do not know the zone.
    pub(crate) fn at(&self, event: EventId) -> Result<At<'a>, Refused> {
        let event = self.plan.events().get(&event).ok_or_else(Refused::not_found)?;
        let zone = self
            .shown
            .zone(&event.zone)
            .or_else(|_| self.shown.zone(HONG_KONG))?;
        Ok(At { event, zone })
    }

    /// An invitation.
    pub(crate) fn invitation(&self, id: InvitationId) -> Result<&'a Invitation, Refused> {
        self.plan.invitations().get(&id).ok_or_else(Refused::not_found)
    }

    /// A person, unless nothing of them may be shown any more.
    pub(crate) fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.plan
            .people()
            .get(&id)
            .filter(|person| person.erased.is_none())
    }

    /// A person's name in the language asked for; empty for one that was erased.
    pub(crate) fn name(&self, id: PersonId) -> String {
        self.person(id)
            .map(|person| person.name_in(self.language))
            .unwrap_or_default()
    }

    /// Their name in the other script; empty if there is none.
    pub(crate) fn name_beside(&self, person: &Person) -> String {
        let name = person.name_in(self.language);
        let other = if name == person.chinese {
            person.latin_name()
        } else {
            person.chinese.clone()
        };
        if other == name { String::new() } else { other }
    }

    pub(crate) fn say(&self, wording: &Wording) -> String {
        wording.in_language(self.language).to_owned()
    }

    /// When an event is.
    pub(crate) fn span(&self, event: &Event) -> Option<ShownSpan> {
        let span = self.plan.event_span(event.id)?;
        Some(self.shown.span(&event.zone, span))
    }

    /// Whether an event has ended.
    pub(crate) fn is_over(&self, event: &Event) -> bool {
        self.plan
            .event_span(event.id)
            .is_some_and(|span| span.end.utc <= self.now)
    }

    /// A moment by the venue's clock.
    pub(crate) fn moment(&self, at: &At<'_>, utc: DateTime<Utc>) -> ShownTime {
        self.shown.at(&at.zone, utc)
    }

    /// Today by the venue's calendar.
    pub(crate) fn today(&self, at: &At<'_>) -> NaiveDate {
        at.zone.at(self.now).0.date()
    }

    pub(crate) fn step(&self, at: &At<'_>, step: &Step) -> StepView {
        StepView {
            status: step.status,
            on: step.on,
            recorded: self.moment(at, step.at),
            source: step.source,
            actor: step.actor.clone(),
            note: step.note.clone(),
        }
    }
}

/// Whether a guest was told of a version of the event that is not the present one, and would come to it.
pub(crate) fn is_outdated(invitation: &Invitation, event: &Event) -> bool {
    use outreach_plan::people::InvitationStatus as S;
    let was_told = matches!(
        invitation.status,
        S::Invited | S::Accepted | S::Tentative | S::WaitListed
    );
    was_told && invitation.sequence < event.sequence
}

impl Session {
    /// Looks at the ledger of people.
    pub(crate) fn room<A>(
        &self,
        language: Language,
        look: impl FnOnce(&Room<'_>) -> Result<A, Refused>,
    ) -> Result<A, Refused> {
        let desk = self.desk()?;
        let plan = desk.plan();
        look(&Room::of(&plan, language, self.now()))
    }
}

/// The language a guest is written to in: the first they speak; where none is known, Chinese for one who is known by
/// a Chinese name alone.
pub(crate) fn letter_language(person: &Person) -> Language {
    let Some(tag) = person.languages.first() else {
        return if person.latin_name().is_empty() {
            Language::TraditionalChinese
        } else {
            Language::English
        };
    };
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let mut parts = tag.split('-');
    match parts.next() {
        Some("yue") => Language::TraditionalChinese,
        Some("cmn") => Language::SimplifiedChinese,
        Some("zh") => {
            if parts.any(|part| matches!(part, "hans" | "cn" | "sg" | "my")) {
                Language::SimplifiedChinese
            } else {
                Language::TraditionalChinese
            }
        }
        Some(_) | None => Language::English,
    }
}
