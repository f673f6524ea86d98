//! Calendars that are given out: what each recipient holds, and what changed since.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use outreach_exchange::{left_out, rules_changed_lately};
use outreach_plan::issuing::{Group, Ledger, Past, Seen, changes as changes_of, merged};
use outreach_plan::{Calendar, CalendarId, Event, EventId, Issue, Plan, RecipientId};

use crate::change::Draft;
use crate::given::Given;
use crate::route::Nothing;
use crate::rows::count;
use crate::shown::{Shown, city_of};
use crate::standing::{self, Standing, issue_row, office_time};
use crate::views::{
    CalendarPage, CalendarRow, ChangeView, ChangedZone, DiffIssues, Holder, RecipientView, ShowCalendar,
    ShowChanges,
};
use crate::{Refused, Session};

/// `calendars.list`
pub(crate) fn list(session: &Session, _request: &Nothing) -> Result<Vec<CalendarRow>, Refused> {
    let desk = session.desk()?;
    let given = desk.given()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let mut rows = plan
        .calendars()
        .values()
        .map(|calendar| {
            standing::with(&plan, &given, calendar, &[], session.now(), |standing| {
                let behind = standing
                    .groups
                    .iter()
                    .zip(standing.by_group)
                    .filter(|(_, changes)| !changes.is_empty())
                    .map(|(group, _)| group.recipients.len());
                Ok(CalendarRow {
                    id: calendar.id,
                    name: calendar.name.clone(),
                    language: calendar.language,
                    audience: calendar.audience,
                    events: standing.events(),
                    recipients: count(standing.groups.iter().map(|group| group.recipients.len()).sum()),
                    behind: count(behind.sum()),
                    waiting: standing.waiting(),
                    last_issue: standing
                        .ledger
                        .issues()
                        .last()
                        .map(|issue| issue_row(&shown, issue))
                        .transpose()?,
                })
            })
        })
        .collect::<Result<Vec<CalendarRow>, Refused>>()?;
    rows.sort_by(|a, b| a.name.en.cmp(&b.name.en).then(a.id.cmp(&b.id)));
    Ok(rows)
}

/// `calendars.show`
pub(crate) fn show(session: &Session, request: &ShowCalendar) -> Result<CalendarPage, Refused> {
    let desk = session.desk()?;
    let given = desk.given()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let now = session.now();
    let calendar = standing::find(&plan, request.calendar)?;
    standing::with(&plan, &given, calendar, &[], session.now(), |standing| {
        Ok(CalendarPage {
            calendar: calendar.clone(),
            events: standing.events(),
            recipients: recipients(standing, &shown)?,
            issues: standing
                .ledger
                .issues()
                .iter()
                .rev()
                .map(|issue| issue_row(&shown, issue))
                .collect::<Result<_, _>>()?,
            waiting: standing.waiting(),
            leaves_out: left_out(calendar.audience)
                .iter()
                .map(|left| left.key().to_owned())
                .collect(),
            changed_zones: changed_zones(standing, now),
        })
    })
}

fn recipients(standing: &Standing<'_>, shown: &Shown) -> Result<Vec<RecipientView>, Refused> {
    let mut views = Vec::new();
    for recipient in standing.plan.recipients_of(standing.calendar.id) {
        let place = standing
            .groups
            .iter()
            .position(|group| group.recipients.contains(&recipient.id));
        let Some(place) = place else { continue };
        let (group, changes) = (&standing.groups[place], &standing.by_group[place]);
        views.push(RecipientView {
            recipient: recipient.clone(),
            last_issue: group.last.map(|issue| issue.number),
            last_issued: group
                .last
                .map(|issue| office_time(shown, issue.made))
                .transpose()?,
            holds: count(group.on()),
            waiting: count(changes.len()),
            urgent: count(
                changes
                    .iter()
                    .filter(|change| change.held.is_some_and(|held| !held.cancelled) && change.significant)
                    .count(),
            ),
        });
    }
    Ok(views)
}

/// Zones of events to come whose rules changed within the time that readers' programs may be behind.
fn changed_zones(standing: &Standing<'_>, now: DateTime<Utc>) -> Vec<ChangedZone> {
    let to_come: Vec<&Event> = standing
        .seen
        .iter()
        .filter(|seen| seen.is_on() && seen.span.end.utc > now)
        .map(|seen| seen.event)
        .collect();
    let mut events: BTreeMap<&str, u32> = BTreeMap::new();
    for id in rules_changed_lately(standing.plan, &to_come, now) {
        if let Some(event) = standing.plan.events().get(&id) {
            *events.entry(event.zone.as_str()).or_default() += 1;
        }
    }
    events
        .into_iter()
        .map(|(zone, events)| ChangedZone {
            zone: zone.to_owned(),
            city: city_of(zone),
            events,
        })
        .collect()
}

/// The events of a calendar that go out in UTC, where its form asks for it.
pub(crate) fn pinned(standing: &Standing<'_>, now: DateTime<Utc>) -> Vec<EventId> {
    if !standing.calendar.form.pin_utc {
        return Vec::new();
    }
    let events: Vec<&Event> = standing.seen.iter().map(|seen| seen.event).collect();
    rules_changed_lately(standing.plan, &events, now)
}

/// `calendars.changes`
pub(crate) fn changes(session: &Session, request: &ShowChanges) -> Result<Vec<ChangeView>, Refused> {
    let desk = session.desk()?;
    let given = desk.given()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let calendar = standing::find(&plan, request.calendar)?;
    let only: Vec<RecipientId> = request.recipient.into_iter().collect();
    standing::with(&plan, &given, calendar, &only, session.now(), |standing| {
        Ok(standing::views(
            &plan,
            &standing.merged(),
            &standing.sequences(),
            &shown,
            request.language,
        ))
    })
}

/// `calendars.diff`
pub(crate) fn diff(session: &Session, request: &DiffIssues) -> Result<Vec<ChangeView>, Refused> {
    let desk = session.desk()?;
    let given = desk.given()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let calendar = standing::find(&plan, request.calendar)?;
    standing::with(&plan, &given, calendar, &[], session.now(), |standing| {
        let exists = |number: u32| {
            standing
                .ledger
                .issues()
                .iter()
                .any(|issue| issue.number == number)
        };
        for (field, number) in [("from", Some(request.from)), ("to", request.to)] {
            if number.is_some_and(|number| number != 0 && !exists(number)) {
                return Err(Refused::invalid(field, "no_such_record"));
            }
        }
        let from = standing.ledger.as_of(request.from);
        match request.to {
            None => {
                let found = changes_of(&plan, standing.ledger, standing.seen, &[from]);
                Ok(standing::views(
                    &plan,
                    &merged(&found),
                    &standing.sequences(),
                    &shown,
                    request.language,
                ))
            }
            Some(to) => {
                let to = standing.ledger.as_of(to);
                let past = Past::of(&plan, &to);
                let seen: Vec<Seen<'_>> = past.iter().map(Past::seen).collect();
                let found = changes_of(&plan, standing.ledger, &seen, &[from]);
                Ok(standing::views(
                    &plan,
                    &merged(&found),
                    &standing.sequences(),
                    &shown,
                    request.language,
                ))
            }
        }
    })
}

/// A calendar goes with its recipients and its issues.
pub(crate) fn remove_from_under(draft: &mut Draft<'_>, calendar: CalendarId) -> Result<(), Refused> {
    let recipients: Vec<RecipientId> = draft
        .plan
        .recipients_of(calendar)
        .iter()
        .map(|recipient| recipient.id)
        .collect();
    for recipient in recipients {
        draft.remove(recipient);
    }
    let issues: Vec<_> = draft.given()?.of(calendar).map(|issue| issue.id).collect();
    draft.also(move |tx| {
        issues
            .iter()
            .try_for_each(|issue| tx.remove::<Issue>(issue.0).map(drop))
    });
    Ok(())
}

/// Who holds another time of these events than the one they have now, by event.
pub(crate) fn holders(plan: &Plan, given: &Given, events: &[EventId]) -> BTreeMap<EventId, Vec<Holder>> {
    let mut holders: BTreeMap<EventId, Vec<Holder>> = BTreeMap::new();
    for calendar in plan.calendars().values() {
        let ledger = Ledger::of(given.of(calendar.id));
        let names = standing::names(plan, calendar.id);
        let recipients: Vec<RecipientId> = names.keys().copied().collect();
        for group in ledger.groups(&recipients) {
            for event in events {
                let Some(item) = holds_another_time(plan, &ledger, &group, *event) else {
                    continue;
                };
                holders.entry(*event).or_default().extend(
                    group
                        .recipients
                        .iter()
                        .map(|recipient| holder(calendar, *recipient, names.get(recipient).copied(), item)),
                );
            }
        }
    }
    holders
}

/// The number of the issue in which the group got a time of the event that is not the one it has now.
fn holds_another_time(plan: &Plan, ledger: &Ledger<'_>, group: &Group<'_>, event: EventId) -> Option<u32> {
    let (event, span) = (plan.events().get(&event)?, plan.event_span(event)?);
    let held = ledger.held(group, &event.uid).filter(|held| !held.cancelled)?;
    let other = !event.all_day && (held.utc_start, held.utc_end) != (span.start.utc, span.end.utc);
    other.then(|| ledger.number_of(held)).flatten()
}

fn holder(calendar: &Calendar, recipient: RecipientId, name: Option<&str>, number: u32) -> Holder {
    Holder {
        recipient,
        name: name.unwrap_or_default().to_owned(),
        calendar: calendar.id,
        calendar_name: calendar.name.clone(),
        number,
    }
}
