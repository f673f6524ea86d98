//! Records of the ledger with nothing in them but what they must have.

use chrono::{DateTime, NaiveDate, Utc};

use crate::people::{
    Arrangement, Disclosure, DisclosureKind, Distinct, Invitation, InvitationStatus, InviteeRole, Letter,
    LetterKind, Nature, Notice, Person, SavedList, Source, Step, Visit, VisitStage, VisitStep,
};
use crate::{AnyRecord, ArrangementId, EventId, InvitationId, PersonId, RecordRef, VisitId, Wording};

impl Person {
    /// Somebody of whom nothing is known yet.
    pub fn new(id: PersonId, created: DateTime<Utc>) -> Self {
        Self {
            id,
            nature: Nature::Person,
            family: String::new(),
            given: String::new(),
            chinese: String::new(),
            preferred: String::new(),
            honorific: String::new(),
            post: Wording::default(),
            organisation: Wording::default(),
            market: None,
            sectors: Vec::new(),
            schemes: Vec::new(),
            passports: Vec::new(),
            university_region: String::new(),
            languages: Vec::new(),
            emails: Vec::new(),
            telephones: Vec::new(),
            tags: Vec::new(),
            notes: String::new(),
            source: String::new(),
            origins: Vec::new(),
            notices: Vec::new(),
            consents: Vec::new(),
            retain_until: None,
            merged_into: None,
            erased: None,
            created,
        }
    }
}

impl Step {
    /// A planner's step on a day of the venue's calendar.
    pub fn new(status: InvitationStatus, on: NaiveDate, at: DateTime<Utc>, actor: impl Into<String>) -> Self {
        Self {
            status,
            on,
            at,
            source: Source::Planner,
            actor: actor.into(),
            note: String::new(),
        }
    }
}

impl Invitation {
    /// An invitation of one person who comes alone, with its first step.
    pub fn new(id: InvitationId, event: EventId, person: PersonId, first: Step) -> Self {
        Self {
            id,
            event,
            person,
            role: InviteeRole::Guest,
            status: first.status,
            steps: vec![first],
            segment: String::new(),
            companions: Vec::new(),
            unnamed: 0,
            vip: false,
            substitute_for: None,
            waiting_since: None,
            table: String::new(),
            seat: String::new(),
            dietary: String::new(),
            access: String::new(),
            notes: String::new(),
            badge: String::new(),
            arrived: None,
            arrived_at: None,
            sequence: 0,
            answered: None,
        }
    }

    /// Says who made it.
    pub fn begin(&mut self, actor: String) {
        if let Some(first) = self.steps.first_mut() {
            first.actor = actor;
        }
    }
}

impl Visit {
    /// A nomination.
    pub fn new(id: VisitId, person: PersonId, first: VisitStep) -> Self {
        Self {
            id,
            person,
            stage: first.stage,
            steps: vec![first],
            nominated_by: String::new(),
            reason: String::new(),
            sector: None,
            approvals: Vec::new(),
            host: None,
            escorts: Vec::new(),
            home_zone: String::new(),
            arrive: None,
            depart: None,
            travel: String::new(),
            checklist: Vec::new(),
            meetings: Vec::new(),
            costs: Vec::new(),
            tasks: Vec::new(),
            outcome: None,
            scheme: None,
            notes: String::new(),
        }
    }

    /// Says who made it.
    pub fn begin(&mut self, actor: String) {
        if let Some(first) = self.steps.first_mut() {
            first.actor = actor;
        }
    }
}

impl Arrangement {
    /// No holds, quotas, tables or reminders.
    pub fn new(id: ArrangementId, event: EventId) -> Self {
        Self {
            id,
            event,
            vip_held: 0,
            quotas: Vec::new(),
            tables: Vec::new(),
            reply_by: None,
            remind_days: Vec::new(),
        }
    }
}

/// An empty record of a kind of the ledger, pointing at nothing; none for any other kind.
pub fn blank(key: RecordRef, now: DateTime<Utc>, today: NaiveDate) -> Option<AnyRecord> {
    let nobody = uuid::Uuid::nil();
    Some(match key {
        RecordRef::Person(id) => Person::new(id, now).into(),
        RecordRef::Invitation(id) => {
            let first = Step::new(InvitationStatus::LongListed, today, now, "");
            Invitation::new(id, EventId(nobody), PersonId(nobody), first).into()
        }
        RecordRef::Arrangement(id) => Arrangement::new(id, EventId(nobody)).into(),
        RecordRef::Visit(id) => {
            let first = VisitStep {
                stage: VisitStage::Nominated,
                on: today,
                at: now,
                actor: String::new(),
                note: String::new(),
            };
            Visit::new(id, PersonId(nobody), first).into()
        }
        RecordRef::Notice(id) => AnyRecord::Notice(Notice {
            id,
            name: Wording::default(),
            version: 1,
            from: today,
            purposes: Vec::new(),
            retain_months: 24,
            text: Wording::default(),
        }),
        RecordRef::Letter(id) => AnyRecord::Letter(Letter {
            id,
            name: String::new(),
            kind: LetterKind::Invitation,
            subject: Wording::default(),
            body: Wording::default(),
        }),
        RecordRef::SavedList(id) => AnyRecord::SavedList(SavedList {
            id,
            name: String::new(),
            query: String::new(),
            notes: String::new(),
        }),
        RecordRef::Distinct(id) => AnyRecord::Distinct(Distinct {
            id,
            one: PersonId(nobody),
            other: PersonId(nobody),
        }),
        RecordRef::Disclosure(id) => AnyRecord::Disclosure(Disclosure {
            id,
            at: now,
            actor: String::new(),
            kind: DisclosureKind::People,
            about: String::new(),
            count: 0,
            people: Vec::new(),
            purpose: String::new(),
            path: String::new(),
            digest: String::new(),
            encrypted: false,
        }),
        RecordRef::Programme(_)
        | RecordRef::Mission(_)
        | RecordRef::Leg(_)
        | RecordRef::Event(_)
        | RecordRef::Venue(_)
        | RecordRef::Partner(_)
        | RecordRef::Delegate(_)
        | RecordRef::Market(_)
        | RecordRef::Office(_)
        | RecordRef::DayOverride(_)
        | RecordRef::Calendar(_)
        | RecordRef::Recipient(_) => return None,
    })
}
