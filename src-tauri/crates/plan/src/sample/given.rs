//! Calendars that the sample has given out: what their recipients hold, and so what changed since.
//!
//! The sample's events are as they are now. What was issued before is made from them with the few differences that
//! `data/sample/calendars.json` names, and with the instants that the zone rules of then gave.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::files::Words;
use super::made::{Maker, read};
use crate::issuing::{Lens, see};
use crate::{
    AnyRecord, Audience, Calendar, CalendarForm, CalendarId, Event, EventFilter, EventId, Issue, IssueId,
    IssueKind, IssuedItem, Language, Plan, Recipient, RecipientId, Region, Status,
};

#[derive(Deserialize)]
struct CalendarsFile {
    note: String,
    calendars: Vec<CalendarEntry>,
    since: Since,
    rules_then: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct CalendarEntry {
    name: Words,
    audience: Audience,
    language: Language,
    statuses: Vec<Status>,
    regions: Vec<Region>,
    form: CalendarForm,
    /// Name, body, address.
    recipients: Vec<(String, String, String)>,
    issues: Vec<IssueEntry>,
}

#[derive(Deserialize)]
struct IssueEntry {
    days_ago: i64,
    /// Places in the list of recipients.
    to: Vec<usize>,
    /// Whether it is from before what `since` tells; else only the zone rules were others.
    older: bool,
}

/// What happened since the older issues, by English title.
#[derive(Deserialize)]
struct Since {
    /// Minutes by which it was at another time.
    moved: BTreeMap<String, i64>,
    /// What it was called.
    renamed: BTreeMap<String, Words>,
    /// Not there yet.
    added: Vec<String>,
    erased: Erased,
}

/// An event that was there once, in the place of another.
#[derive(Deserialize)]
struct Erased {
    like: String,
    title: Words,
}

fn file() -> CalendarsFile {
    read(include_str!("../../../../../data/sample/calendars.json"))
}

impl Maker<'_> {
    /// The calendars with their recipients; and the numbers of the events that were moved since they went out.
    pub(super) fn calendars(&mut self) {
        let file = file();
        for entry in &file.calendars {
            let id = CalendarId(self.id());
            let some = |list: &[Status]| (!list.is_empty()).then(|| list.to_vec());
            let calendar = Calendar {
                id,
                name: entry.name.plain(),
                filter: EventFilter {
                    regions: (!entry.regions.is_empty()).then(|| entry.regions.clone()),
                    statuses: some(&entry.statuses),
                    ..EventFilter::default()
                },
                language: entry.language,
                audience: entry.audience,
                zone: String::new(),
                form: entry.form.clone(),
                notes: file.note.clone(),
            };
            self.records.push(calendar.into());
            for (name, organisation, email) in &entry.recipients {
                let recipient = Recipient {
                    id: RecipientId(self.id()),
                    calendar: id,
                    name: name.clone(),
                    organisation: organisation.clone(),
                    email: email.clone(),
                    notes: file.note.clone(),
                };
                self.records.push(recipient.into());
            }
        }
        for record in &mut self.records {
            if let AnyRecord::Event(event) = record
                && file.since.moved.contains_key(&event.title.en)
            {
                event.sequence = 1;
            }
        }
    }
}

/// What the sample's calendars have given out, for a plan that holds the sample and nothing else.
pub fn issues(plan: &Plan, now: DateTime<Utc>, new_id: &mut dyn FnMut() -> Uuid) -> Vec<Issue> {
    let file = file();
    let erased = (EventId(new_id()), new_id().to_string());
    let mut issues = Vec::new();
    for entry in &file.calendars {
        let name = entry.name.plain();
        let Some(calendar) = plan.calendars().values().find(|calendar| calendar.name == name) else {
            continue;
        };
        let recipients = plan.recipients_of(calendar.id);
        for (place, issue) in entry.issues.iter().enumerate() {
            let mut items = Vec::new();
            for event in meant(plan, calendar) {
                let title = &event.title.en;
                if issue.older && file.since.added.contains(title) {
                    continue;
                }
                items.extend(as_it_was(plan, calendar, event, &file, issue.older));
                if *title == file.since.erased.like {
                    let gone = Event {
                        id: erased.0,
                        uid: erased.1.clone(),
                        title: file.since.erased.title.plain(),
                        ..event.clone()
                    };
                    items.extend(see_as(plan, calendar, event, &gone).map(|(item, _)| item));
                }
            }
            let to = issue.to.iter().filter_map(|place| recipients.get(*place));
            issues.push(Issue {
                id: IssueId(new_id()),
                calendar: calendar.id,
                number: u32::try_from(place).unwrap_or(0) + 1,
                made: now - TimeDelta::days(issue.days_ago),
                actor: String::new(),
                kind: IssueKind::Whole,
                recipients: to.map(|recipient| recipient.id).collect(),
                rules: file.rules_then.get("release").cloned().unwrap_or_default(),
                items,
            });
        }
    }
    issues
}

/// The events that a calendar of the sample means: its filters name nothing but regions and states.
fn meant<'a>(plan: &'a Plan, calendar: &'a Calendar) -> impl Iterator<Item = &'a Event> {
    let filter = &calendar.filter;
    plan.events().values().filter(move |event| {
        let region = filter.regions.as_ref();
        let status = filter.statuses.as_ref();
        region.is_none_or(|wanted| wanted.contains(&event.region))
            && status.is_none_or(|wanted| wanted.contains(&event.status))
    })
}

/// The version of an event that went out; none for one in a zone that no rules know.
fn as_it_was(
    plan: &Plan,
    calendar: &Calendar,
    event: &Event,
    file: &CalendarsFile,
    older: bool,
) -> Option<IssuedItem> {
    let mut was = event.clone();
    if older {
        was.sequence = 0;
        if let Some(minutes) = file.since.moved.get(&event.title.en) {
            was.start += TimeDelta::minutes(*minutes);
            was.end += TimeDelta::minutes(*minutes);
        }
        if let Some(title) = file.since.renamed.get(&event.title.en) {
            was.title = title.plain();
        }
    }
    let (mut item, differs) = see_as(plan, calendar, event, &was)?;
    if let Some(then) = file.rules_then.get(&event.zone)
        && let Ok(zone) = plan.rules().zone(then)
    {
        let (start, end) = (zone.pick(was.start, None), zone.pick(was.end, None));
        if start.utc != item.utc_start {
            item.hash ^= 1;
        }
        (item.utc_start, item.offset_s) = (start.utc, start.offset_s);
        (item.utc_end, item.end_offset_s) = (end.utc, end.offset_s);
    }
    if differs {
        item.hash ^= 2;
    }
    Some(item)
}

/// The version `was` of an event, and whether it is another than now.
fn see_as(plan: &Plan, calendar: &Calendar, event: &Event, was: &Event) -> Option<(IssuedItem, bool)> {
    let now = see(plan, Lens::of(calendar), event)?;
    let span = plan.span_of_event(was)?;
    let item = now.issued(was.sequence);
    let item = IssuedItem {
        event: was.id,
        uid: was.uid.clone(),
        title: was.title.in_language(calendar.language).to_owned(),
        start: was.start,
        end: was.end,
        utc_start: span.start.utc,
        utc_end: span.end.utc,
        offset_s: span.start.offset_s,
        end_offset_s: span.end.offset_s,
        ..item
    };
    let differs = (&item.title, item.start) != (&now.title.to_owned(), event.start);
    Some((item, differs))
}
