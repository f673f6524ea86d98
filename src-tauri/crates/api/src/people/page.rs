//! A person's whole story on one page.

use std::ops::ControlFlow;

use chrono::{NaiveDate, NaiveDateTime};
use outreach_matching::candidates_for;
use outreach_plan::people::{Invitation, Person};
use outreach_plan::{Language, RecordRef};
use outreach_store::HistoryQuery;

use super::alike;
use super::list::likely_of;
use super::rows::{Looking, consents_of, names_of, retention_of, shown_name};
use super::story::{self, Changes};
use super::told::{Told, is_listed};
use crate::keys::key_of;
use crate::rows::count;
use crate::views::{
    CompanionAt, DisclosureOfPerson, InvitationOfPerson, MergedPerson, NoticeOfPerson, PersonPage,
    ShowPerson, VisitOfPerson,
};
use crate::{Refused, Session, history};

/// At most so many changes of the record are told.
const CHANGES_MOST: u32 = 200;

/// `people.show`
pub(crate) fn show(session: &Session, request: &ShowPerson) -> Result<PersonPage, Refused> {
    let desk = session.desk()?;
    let key = key_of(RecordRef::Person(request.id));
    // While something is being written the page does not wait: it says that the changes are missing.
    let changes = match desk.hold_now() {
        Some(mut held) => Some(held.file()?.history(&HistoryQuery {
            record: Some(key.id),
            table: Some(key.kind.key().to_owned()),
            before_seq: None,
            limit: CHANGES_MOST,
            records: 1,
        })?),
        None => None,
    };
    let likely = likely_of(&desk);
    desk.crowd()
        .catch_up_blocks(&desk, &mut |_| ControlFlow::Continue(()));
    let plan = desk.plan();
    let person = plan.people().get(&request.id).ok_or_else(Refused::not_found)?;
    let looking = Looking {
        plan: &plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely: likely.as_deref(),
    };
    let changes = changes.map(|entries| {
        let views = entries
            .into_iter()
            .map(|entry| history::view(&plan, &looking.shown, entry));
        views.collect::<Vec<_>>()
    });
    let candidates = if is_listed(person) {
        candidates_for(&desk.crowd().blocks(), &Told::of(person).entry())
    } else {
        Vec::new()
    };
    Ok(PersonPage {
        names: names_of(person, request.language),
        post: person.post.in_language(request.language).to_owned(),
        organisation: person.organisation.in_language(request.language).to_owned(),
        market_name: looking.market_name(person),
        retention: retention_of(person, looking.today),
        consents: consents_of(person),
        invitations: invitations(&looking, person),
        companion_at: companion_at(&looking, person),
        visits: visits(&looking, person),
        notices: notices(&looking, person),
        disclosures: disclosures(&looking, person),
        merged: plan
            .people()
            .values()
            .filter(|other| other.merged_into == Some(person.id))
            .map(|other| MergedPerson {
                person: other.id,
                name: shown_name(other, request.language),
            })
            .collect(),
        alike: alike::views(&looking, person, &candidates),
        story: story::of(&looking, person, Changes(changes.as_deref())),
        changes_missing: changes.is_none(),
        person: person.clone(),
    })
}

fn invitations(looking: &Looking<'_>, person: &Person) -> Vec<InvitationOfPerson> {
    let mut all = looking.plan.invitations_of(person.id);
    all.sort_by_key(|invitation| std::cmp::Reverse((looking.start_of(invitation), invitation.id)));
    all.into_iter()
        .filter_map(|invitation| {
            Some(InvitationOfPerson {
                id: invitation.id,
                event: looking.event(invitation)?,
                role: invitation.role,
                companions: invitation.party().saturating_sub(1),
                arrived: invitation.arrived,
                seat: seat_of(invitation),
                stands_in_for: invitation
                    .substitute_for
                    .and_then(|id| looking.plan.invitations().get(&id))
                    .and_then(|of| looking.plan.people().get(&of.person))
                    .map(|of| shown_name(of, looking.language))
                    .unwrap_or_default(),
                steps: invitation.steps.clone(),
            })
        })
        .collect()
}

fn seat_of(invitation: &Invitation) -> String {
    let parts = [invitation.table.as_str(), invitation.seat.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn companion_at(looking: &Looking<'_>, person: &Person) -> Vec<CompanionAt> {
    let mut all = looking.plan.comes_along(person.id);
    all.sort_by_key(|invitation| std::cmp::Reverse((looking.start_of(invitation), invitation.id)));
    all.into_iter()
        .filter_map(|invitation| {
            let with = looking.plan.people().get(&invitation.person)?;
            Some(CompanionAt {
                invitation: invitation.id,
                event: looking.event(invitation)?,
                with: shown_name(with, looking.language),
                person: with.id,
            })
        })
        .collect()
}

fn visits(looking: &Looking<'_>, person: &Person) -> Vec<VisitOfPerson> {
    let mut all = looking.plan.visits_of(person.id);
    all.sort_by_key(|visit| std::cmp::Reverse((visit.arrive, visit.id)));
    all.into_iter()
        .map(|visit| VisitOfPerson {
            id: visit.id,
            stage: visit.stage,
            sector: visit.sector,
            arrive: visit.arrive,
            depart: visit.depart,
        })
        .collect()
}

fn notices(looking: &Looking<'_>, person: &Person) -> Vec<NoticeOfPerson> {
    let mut all: Vec<_> = person.notices.iter().collect();
    all.sort_by_key(|given| std::cmp::Reverse(given.on));
    all.into_iter()
        .map(|given| {
            let notice = looking.plan.notices().get(&given.notice);
            NoticeOfPerson {
                notice: given.notice,
                name: notice.map_or_else(String::new, |notice| say(&notice.name, looking.language)),
                version: notice.map_or(0, |notice| notice.version),
                on: given.on,
                by: given.by.clone(),
            }
        })
        .collect()
}

fn disclosures(looking: &Looking<'_>, person: &Person) -> Vec<DisclosureOfPerson> {
    let mut all: Vec<_> = looking
        .plan
        .disclosures()
        .values()
        .filter(|disclosure| disclosure.people.contains(&person.id))
        .collect();
    all.sort_by_key(|disclosure| std::cmp::Reverse((disclosure.at, disclosure.id)));
    all.into_iter()
        .map(|disclosure| DisclosureOfPerson {
            id: disclosure.id,
            at: looking.shown.in_hong_kong(disclosure.at),
            kind: disclosure.kind,
            about: disclosure.about.clone(),
            purpose: disclosure.purpose.clone(),
            actor: disclosure.actor.clone(),
            count: count(disclosure.count as usize),
            encrypted: disclosure.encrypted,
        })
        .collect()
}

fn say(wording: &outreach_plan::Wording, language: Language) -> String {
    wording.in_language(language).to_owned()
}

/// A moment as a day and a wall time of Hong Kong.
pub(super) fn moment(looking: &Looking<'_>, at: chrono::DateTime<chrono::Utc>) -> (NaiveDate, NaiveDateTime) {
    let wall = looking.shown.in_hong_kong(at);
    (wall.date(), wall)
}
