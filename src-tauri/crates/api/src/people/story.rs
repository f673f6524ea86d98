//! What happened with somebody, in order.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use outreach_plan::people::Person;

use super::facets::word;
use super::page::moment;
use super::rows::Looking;
use crate::views::{HistoryEntry, StoryItem, StoryKind};

/// Changes of the record as the journal has them; none if it could not be read now.
#[derive(Clone, Copy)]
pub(super) struct Changes<'a>(pub(super) Option<&'a [HistoryEntry]>);

/// Everything that happened, the latest first.
pub(super) fn of(looking: &Looking<'_>, person: &Person, changes: Changes<'_>) -> Vec<StoryItem> {
    let mut story = Vec::new();
    let (on, at) = moment(looking, person.created);
    story.push(StoryItem {
        at: Some(at),
        text: person.source.clone(),
        ..item(on, StoryKind::Created, "created")
    });
    invitations(looking, person, &mut story);
    visits(looking, person, &mut story);
    for given in &person.notices {
        let notice = looking.plan.notices().get(&given.notice);
        story.push(StoryItem {
            text: notice
                .map(|notice| notice.name.in_language(looking.language).to_owned())
                .unwrap_or_default(),
            params: BTreeMap::from([
                (
                    "version".to_owned(),
                    notice.map_or_else(String::new, |notice| notice.version.to_string()),
                ),
                ("by".to_owned(), given.by.clone()),
            ]),
            ..item(given.on, StoryKind::Notice, "notice")
        });
    }
    for consent in &person.consents {
        let given = if consent.given { "yes" } else { "no" };
        story.push(StoryItem {
            params: BTreeMap::from([
                ("given".to_owned(), given.to_owned()),
                ("by".to_owned(), consent.by.clone()),
            ]),
            ..item(consent.on, StoryKind::Consent, &word(&consent.purpose))
        });
    }
    for disclosure in looking.plan.disclosures().values() {
        if !disclosure.people.contains(&person.id) {
            continue;
        }
        let (on, at) = moment(looking, disclosure.at);
        story.push(StoryItem {
            at: Some(at),
            text: disclosure.purpose.clone(),
            params: BTreeMap::from([
                ("about".to_owned(), disclosure.about.clone()),
                ("count".to_owned(), disclosure.count.to_string()),
            ]),
            actor: disclosure.actor.clone(),
            ..item(on, StoryKind::Disclosure, &word(&disclosure.kind))
        });
    }
    for entry in changes.0.unwrap_or_default() {
        let Some(record) = entry.records.first() else {
            continue;
        };
        story.push(StoryItem {
            at: Some(entry.at),
            params: entry.label.params.clone(),
            actor: entry.actor.clone(),
            change: Some(entry.label.change),
            undone: entry.undone,
            changes: if record.action == "update" {
                record.fields.clone()
            } else {
                Vec::new()
            },
            ..item(entry.at.date(), StoryKind::Change, &entry.label.label)
        });
    }
    // What has a moment stands in its order; of a day without one what was recorded later stands above.
    story.sort_by_key(|item| (item.on, item.at));
    story.reverse();
    story
}

fn item(on: NaiveDate, kind: StoryKind, code: &str) -> StoryItem {
    StoryItem {
        on,
        at: None,
        kind,
        code: code.to_owned(),
        params: BTreeMap::new(),
        text: String::new(),
        event: None,
        event_title: String::new(),
        span: None,
        visit: None,
        source: None,
        actor: String::new(),
        change: None,
        undone: false,
        changes: Vec::new(),
    }
}

fn invitations(looking: &Looking<'_>, person: &Person, story: &mut Vec<StoryItem>) {
    for invitation in looking.plan.invitations_of(person.id) {
        let event = looking.event(invitation);
        for step in &invitation.steps {
            let (_, at) = moment(looking, step.at);
            story.push(StoryItem {
                at: Some(at),
                text: step.note.clone(),
                event: Some(invitation.event),
                event_title: event
                    .as_ref()
                    .map(|event| event.title.clone())
                    .unwrap_or_default(),
                span: event.as_ref().and_then(|event| event.span.clone()),
                source: Some(step.source),
                actor: step.actor.clone(),
                ..item(step.on, StoryKind::Invitation, step.status.key())
            });
        }
    }
}

fn visits(looking: &Looking<'_>, person: &Person, story: &mut Vec<StoryItem>) {
    for visit in looking.plan.visits_of(person.id) {
        for step in &visit.steps {
            let (_, at) = moment(looking, step.at);
            story.push(StoryItem {
                at: Some(at),
                text: step.note.clone(),
                visit: Some(visit.id),
                actor: step.actor.clone(),
                ..item(step.on, StoryKind::Visit, &word(&step.stage))
            });
        }
        for meeting in &visit.meetings {
            story.push(StoryItem {
                at: Some(meeting.start),
                text: meeting.what.in_language(looking.language).to_owned(),
                visit: Some(visit.id),
                ..item(meeting.start.date(), StoryKind::Meeting, "meeting")
            });
        }
    }
}
