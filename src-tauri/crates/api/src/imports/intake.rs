//! Events on their way in: what each would become, and what would be written for it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use outreach_plan::reference::{self, CityId};
use outreach_plan::{AnyRecord, Event, EventId, Language, Origin, Plan, Reply, Status, validate};
use outreach_store::Workspace;
use serde::Serialize;
use serde_json::Value;

use super::problems;
use crate::Refused;
use crate::history::named;
use crate::shown::Shown;
use crate::views::{
    FieldChange, ImportCounts, ImportProblem, ImportRow, ImportVerdict, PreviewImport, ShownSpan,
};

/// What earlier imports left in the file.
pub(crate) struct Known {
    pub(crate) origins: Vec<Origin>,
    pub(crate) replies: Vec<Reply>,
}

impl Known {
    pub(crate) fn of(store: &Workspace) -> Result<Self, Refused> {
        Ok(Self {
            origins: store.load_all()?,
            replies: store.load_all()?,
        })
    }
}

/// One event of the file, as far as it was understood.
pub(super) struct Entry<'a> {
    /// The line of a calendar, the row of a sheet.
    pub(super) line: u32,
    /// What names the row, where the file has numbers of its own.
    pub(super) number: Option<u32>,
    pub(super) verdict: ImportVerdict,
    pub(super) key: String,
    /// What it would be called, where there is no event of it.
    pub(super) title: String,
    pub(super) before: Option<&'a Event>,
    pub(super) after: Option<Event>,
    pub(super) origin: Option<Origin>,
    pub(super) problems: Vec<ImportProblem>,
    pub(super) warnings: Vec<ImportProblem>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(line: u32, verdict: ImportVerdict, key: String) -> Self {
        Self {
            line,
            number: None,
            verdict,
            key,
            title: String::new(),
            before: None,
            after: None,
            origin: None,
            problems: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// With the event that the row is about.
    pub(super) fn about(mut self, event: &'a Event) -> Self {
        self.before = Some(event);
        self
    }
}

/// What a file would do.
#[derive(Default)]
pub(super) struct Intake {
    pub(super) rows: Vec<ImportRow>,
    pub(super) counts: ImportCounts,
    pub(super) events: Vec<Event>,
    pub(super) origins: Vec<Origin>,
    pub(super) replies: Vec<Reply>,
}

/// Gives each entry its row, checks what would be written, and keeps what the planner did not leave out.
pub(super) fn settle(plan: &Plan, request: &PreviewImport, entries: Vec<Entry<'_>>) -> Intake {
    let shown = Shown::by(plan.rules());
    let skip: HashSet<u32> = request.skip.iter().copied().collect();
    let take: HashSet<u32> = request.take.iter().copied().collect();
    let mut intake = Intake::default();
    intake.rows.reserve(entries.len());
    // A UID is one event's: the second of a file would be refused by the store.
    let mut taken: HashSet<String> = HashSet::new();
    for (place, mut entry) in (1_u32..).zip(entries) {
        let row = entry.number.unwrap_or(place);
        let skipped = skip.contains(&row);
        if let Some(event) = entry.after.take() {
            entry.after = check(plan, event, &mut entry);
        }
        if let (None, Some(event)) = (entry.before, &entry.after)
            && !taken.insert(event.uid.clone())
        {
            entry.verdict = ImportVerdict::Refused;
            entry.problems.push(problems::problem("uid_twice"));
            entry.after = None;
        }
        count(&mut intake.counts, entry.verdict, skipped);
        intake
            .rows
            .push(row_of(plan, &shown, request.language, row, skipped, &entry));
        let written = match entry.verdict {
            ImportVerdict::New | ImportVerdict::Changed | ImportVerdict::Cancelled => true,
            ImportVerdict::Reused => take.contains(&row),
            ImportVerdict::Same | ImportVerdict::Older | ImportVerdict::Refused => false,
        };
        if written
            && !skipped
            && let Some(event) = entry.after
        {
            intake.events.push(event);
            intake.origins.extend(entry.origin);
        }
    }
    intake
}

/// The event cleaned, unless it may not be one.
fn check(plan: &Plan, event: Event, entry: &mut Entry<'_>) -> Option<Event> {
    let record = validate::clean(AnyRecord::Event(event));
    if let Err(invalid) = validate::check_record(plan, &record) {
        // What is stored stays as it is; what was merely the same needs no leave.
        if !matches!(entry.verdict, ImportVerdict::Same | ImportVerdict::Older) {
            entry.verdict = ImportVerdict::Refused;
        }
        entry.problems.extend(invalid.iter().map(problems::of_field));
        return None;
    }
    let AnyRecord::Event(event) = record else {
        return None;
    };
    Some(event)
}

fn count(counts: &mut ImportCounts, verdict: ImportVerdict, skipped: bool) {
    let counted = match verdict {
        _ if skipped => &mut counts.skipped,
        ImportVerdict::New => &mut counts.new,
        ImportVerdict::Changed => &mut counts.changed,
        ImportVerdict::Cancelled => &mut counts.cancelled,
        ImportVerdict::Same => &mut counts.same,
        ImportVerdict::Older => &mut counts.older,
        ImportVerdict::Reused => &mut counts.reused,
        ImportVerdict::Refused => &mut counts.refused,
    };
    *counted += 1;
}

fn row_of(
    plan: &Plan,
    shown: &Shown,
    language: Language,
    row: u32,
    skipped: bool,
    entry: &Entry<'_>,
) -> ImportRow {
    let event = entry.after.as_ref().or(entry.before);
    let span =
        |event: &Event| -> Option<ShownSpan> { Some(shown.span(&event.zone, &plan.span_of_event(event)?)) };
    let (changes, before) = match (entry.before, &entry.after) {
        (Some(before), Some(after)) => (
            differences(plan, before, after),
            times_differ(before, after).then(|| span(before)).flatten(),
        ),
        (None, _) | (_, None) => (Vec::new(), None),
    };
    ImportRow {
        row,
        line: entry.line,
        verdict: entry.verdict,
        skipped,
        key: entry.key.clone(),
        event: entry.before.map(|event| event.id),
        title: event.map_or_else(
            || entry.title.clone(),
            |event| event.title.in_language(language).to_owned(),
        ),
        place: event
            .map(|event| event.place.in_language(language).to_owned())
            .unwrap_or_default(),
        status: event.map(|event| event.status),
        span: event.and_then(span),
        all_day: event.is_some_and(|event| event.all_day),
        changes,
        before,
        problems: entry.problems.clone(),
        warnings: entry.warnings.clone(),
    }
}

fn times_differ(before: &Event, after: &Event) -> bool {
    let times = |event: &Event| (event.start, event.start_fold, event.end, event.end_fold);
    times(before) != times(after) || before.zone != after.zone || before.all_day != after.all_day
}

/// Field by field, as the history tells it.
fn differences(plan: &Plan, before: &Event, after: &Event) -> Vec<FieldChange> {
    let mut found = Vec::new();
    macro_rules! each {
        ($($field:ident),* $(,)?) => {$(
            if before.$field != after.$field {
                found.push(FieldChange {
                    field: stringify!($field).to_owned(),
                    from: named(plan, json(&before.$field)),
                    to: named(plan, json(&after.$field)),
                });
            }
        )*};
    }
    each!(
        title, kind, status, start, start_fold, end, end_fold, zone, all_day, region, market, mission, leg,
        place, venue, capacity, languages, hosts, sectors, speakers, url, notes, tags,
    );
    if before.city != after.city && before.place == after.place {
        let name = |id: Option<CityId>| json(&id.and_then(reference::city).map(|city| city.name.en));
        found.push(FieldChange {
            field: "city".to_owned(),
            from: name(before.city),
            to: name(after.city),
        });
    }
    found
}

fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// Whether two events are the same but for what is computed with each write.
pub(super) fn says_the_same(before: &Event, after: &Event) -> bool {
    let cleaned = validate::clean(AnyRecord::Event(after.clone()));
    let AnyRecord::Event(mut cleaned) = cleaned else {
        return false;
    };
    cleaned.uid.clone_from(&before.uid);
    cleaned.sequence = before.sequence;
    cleaned.created = before.created;
    cleaned.modified = before.modified;
    cleaned == *before
}

/// Takes over the number of the source where the step must be told, so that the event's own SEQUENCE comes out not
/// lower; settling the change adds the last one.
pub(super) fn follow_sequence(before: &Event, after: &mut Event, sequence: u32) {
    after.sequence = before.sequence;
    if before.changes_significantly(after) {
        after.sequence = before.sequence.max(sequence.saturating_sub(1));
    }
}

/// A cancelled event, otherwise as it is.
pub(super) fn called_off(event: &Event) -> Event {
    Event {
        status: Status::Cancelled,
        ..event.clone()
    }
}

/// A fingerprint that is the same on every machine (FNV-1a, 64 bits).
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// The later of two moments that may be missing.
pub(super) fn later(one: Option<DateTime<Utc>>, other: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    one.max(other)
}

/// The events of an intake that were there before or are new, in the order of the file.
pub(super) fn ids(events: &[Event]) -> Vec<EventId> {
    events.iter().map(|event| event.id).collect()
}
