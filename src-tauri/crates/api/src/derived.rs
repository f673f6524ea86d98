//! What is computed from records and kept beside them in the file: instants and the search index.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use outreach_plan::{AnyRecord, Event, EventId, Plan, RecordRef, Span, Wording};
use outreach_store::{CachedInstant, ChangeMeta, StoreError, Tx, Workspace};

use crate::desk::Former;

const START: &str = "start";
const END: &str = "end";

/// Puts what is derived from a record beside it, within the change that writes it.
pub(crate) fn put(tx: &mut Tx<'_>, plan: &Plan, record: &AnyRecord) -> Result<(), StoreError> {
    if let AnyRecord::Event(event) = record
        && let Some(span) = plan.span_of_event(event)
    {
        tx.cache_instants(&instants(plan, event.id, &span))?;
    }
    let Some((title, body)) = words(record) else {
        return Ok(());
    };
    let key = record.key();
    tx.index(key.kind(), key.uuid(), &title, &body)
}

fn instants(plan: &Plan, event: EventId, span: &Span) -> [CachedInstant; 2] {
    let rules = plan.rules().release().to_string();
    [(START, &span.start), (END, &span.end)].map(|(field, moment)| CachedInstant {
        record: event.0,
        field: field.to_owned(),
        utc: moment.utc,
        offset_s: moment.offset_s,
        rules: rules.clone(),
    })
}

/// Resolves again what other rules gave, fills a missing index, and says which events moved. What moved keeps its
/// former instants in the file until somebody has looked at it.
pub(crate) fn bring_up_to_date(
    store: &mut Workspace,
    plan: &Plan,
    now: DateTime<Utc>,
) -> Result<HashMap<EventId, Former>, StoreError> {
    let release = plan.rules().release().to_string();
    let mut cached: HashMap<(uuid::Uuid, String), CachedInstant> = store
        .cached_instants()?
        .into_iter()
        .map(|instant| ((instant.record, instant.field.clone()), instant))
        .collect();
    let mut moved = HashMap::new();
    let mut fresh = Vec::new();
    for event in plan.events().values() {
        let Some(span) = plan.event_span(event.id) else {
            continue;
        };
        let start = cached.remove(&(event.id.0, START.to_owned()));
        let end = cached.remove(&(event.id.0, END.to_owned()));
        match (start, end) {
            // What is over took place when it did; the new instants are taken without a word.
            (Some(start), Some(end))
                if (start.utc != span.start.utc || end.utc != span.end.utc)
                    && now < end.utc.max(span.end.utc) =>
            {
                moved.insert(event.id, Former { start, end });
            }
            (Some(start), Some(end))
                if (start.utc, end.utc) == (span.start.utc, span.end.utc)
                    && start.rules == release
                    && end.rules == release => {}
            _ => fresh.extend(instants(plan, event.id, span)),
        }
    }
    let unindexed = store.indexed()? == 0;
    if fresh.is_empty() && !unindexed {
        return Ok(moved);
    }
    store.write(&ChangeMeta::new("derived", ""), now, |tx| {
        tx.cache_instants(&fresh)?;
        if unindexed {
            for record in all_records(plan) {
                if let Some((title, body)) = words(&record) {
                    tx.index(record.key().kind(), record.key().uuid(), &title, &body)?;
                }
            }
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(moved)
}

/// Takes the instants of the rules in force for events whose move was looked at.
pub(crate) fn acknowledge(
    store: &mut Workspace,
    plan: &Plan,
    events: &[EventId],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let fresh: Vec<CachedInstant> = events
        .iter()
        .filter_map(|id| Some(instants(plan, *id, plan.event_span(*id)?)))
        .flatten()
        .collect();
    store.write(&ChangeMeta::new("derived", ""), now, |tx| {
        tx.cache_instants(&fresh)
    })?;
    Ok(())
}

/// Every record of a plan that can be in the index.
pub(crate) fn all_records(plan: &Plan) -> impl Iterator<Item = AnyRecord> {
    let mut keys: Vec<RecordRef> = Vec::new();
    keys.extend(plan.programmes().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.markets().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.offices().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.venues().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.partners().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.delegates().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.day_overrides().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.missions().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.legs().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.events().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.calendars().keys().map(|id| RecordRef::from(*id)));
    keys.extend(plan.recipients().keys().map(|id| RecordRef::from(*id)));
    keys.into_iter().filter_map(|key| plan.get(key))
}

/// What a record is found by: its name, and what else is written in it. The ledger of people is found in memory and
/// never written into the index, so that an erasure has nothing to take out of it.
pub(crate) fn words(record: &AnyRecord) -> Option<(String, String)> {
    let all = |wording: &Wording| format!("{} {} {}", wording.en, wording.zh_hant, wording.zh_hans);
    Some(match record {
        AnyRecord::Programme(r) => (all(&r.title), r.notes.clone()),
        AnyRecord::Mission(r) => (all(&r.title), format!("{} {}", r.tags.join(" "), r.notes)),
        AnyRecord::Leg(r) => (all(&r.place), format!("{} {}", r.lodging, r.notes)),
        AnyRecord::Event(r) => (all(&r.title), event_words(r)),
        AnyRecord::Venue(r) => (
            all(&r.name),
            format!("{} {} {}", all(&r.place), r.address, r.notes),
        ),
        AnyRecord::Partner(r) => (all(&r.name), format!("{} {}", r.url, r.notes)),
        AnyRecord::Delegate(r) => (
            format!("{} {} {}", r.family, r.given, r.chinese),
            format!("{} {} {} {}", r.organisation, r.post, r.team, r.notes),
        ),
        AnyRecord::Market(r) => (all(&r.name), format!("{} {}", r.country, r.notes)),
        AnyRecord::Office(r) => (all(&r.name), r.notes.clone()),
        AnyRecord::DayOverride(r) => (all(&r.name), r.country.to_string()),
        AnyRecord::Calendar(r) => (all(&r.name), r.notes.clone()),
        AnyRecord::Recipient(r) => (
            format!("{} {}", r.name, r.organisation),
            format!("{} {}", r.email, r.notes),
        ),
        AnyRecord::Person(_)
        | AnyRecord::Invitation(_)
        | AnyRecord::Arrangement(_)
        | AnyRecord::Visit(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Letter(_)
        | AnyRecord::SavedList(_)
        | AnyRecord::Distinct(_)
        | AnyRecord::Disclosure(_) => return None,
    })
}

fn event_words(event: &Event) -> String {
    format!(
        "{} {} {} {} {} {} {} {}",
        event.place.en,
        event.place.zh_hant,
        event.place.zh_hans,
        event.speakers.join(" "),
        event.tags.join(" "),
        event.url,
        event.run_sheet,
        event.notes
    )
}
