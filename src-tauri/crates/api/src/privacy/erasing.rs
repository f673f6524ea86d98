//! Erasing: what it would do, and doing it.

use std::path::Path;

use chrono::{DateTime, Utc};
use outreach_plan::people::Disclosure;
use outreach_plan::{Language, PersonId, Plan, RecordRef};
use outreach_store::{ChangeMeta, Erasure, StoreError, Workspace, backup};
use serde_json::{Value, json};
use uuid::Uuid;

use super::disk;
use super::scope::{self, Scope};
use crate::change::name_of;
use crate::desk::Desk;
use crate::keys::key_of;
use crate::long_work::Work;
use crate::people::Crowd;
use crate::route::Nothing;
use crate::rows::count;
use crate::shown::Shown;
use crate::views::{
    AboutPerson, BackupView, ErasePreview, EraseRequest, Erased, ErasedPart, ExportOnDisk, Forgotten,
    Mention, OnDisk,
};
use crate::{Refused, Session, backups};

/// Tables of which removed records lie in the history as people's data.
const PEOPLES: [&str; 5] = ["person", "invitation", "visit", "distinct", "reply"];
/// So much of a text is shown around a name, in characters.
const AROUND: usize = 40;

/// `privacy.preview_erase`
pub(crate) fn preview_erase(session: &Session, request: &AboutPerson) -> Result<ErasePreview, Refused> {
    let desk = session.desk()?;
    let mut held = desk.hold();
    let store = held.file()?;
    let plan = desk.plan();
    let scope = Scope::of(&plan, store, request.person)?;
    let shown = Shown::by(plan.rules());
    let mentions = mentions(&plan, store, &scope)?;
    let telling = scope.telling();
    let records: Vec<Uuid> = scope.records().into_iter().collect();
    let person = scope.person.as_ref();
    Ok(ErasePreview {
        person: person.map_or(request.person, |person| person.id),
        name: person.map_or_else(String::new, |person| person.name_in(request.language)),
        goes: goes(&scope),
        stays: stays(&plan, &scope),
        changes: u32::try_from(store.changes_about(&records)?).unwrap_or(u32::MAX),
        mentions: mentions
            .iter()
            .filter_map(|found| view(&plan, found, &telling, request.language))
            .collect(),
        exports: exports(&plan, &shown, &scope),
        backups: holding(session, &shown, desk.path(), known_since(store, &scope)?),
        open_imports: desk.crowd().taken().open(),
        refusal: None,
    })
}

/// `privacy.erase`
pub(crate) fn erase(session: &Session, request: &EraseRequest) -> Result<Erased, Refused> {
    let desk = session.desk()?;
    let mut work = session.long_work.begin("erase", &session.teller);
    let now = session.now();
    let mut held = desk.hold();
    let store = held.file()?;
    let (scope, erasure, mentions) = {
        let plan = desk.plan();
        let scope = Scope::of(&plan, store, request.person)?;
        let mentions = if request.mentions {
            mentions(&plan, store, &scope)?
        } else {
            Vec::new()
        };
        let erasure = erasure(&scope, &mentions, now)?;
        (scope, erasure, mentions)
    };
    let since = known_since(store, &scope)?;
    let meta = ChangeMeta::new("person_erased", session.actor()).with(json!({ "count": "1" }));
    let erased = run(store, &meta, now, &erasure, &mut work)?;
    let texts: Vec<&str> = scope
        .texts
        .iter()
        .chain(&scope.said)
        .map(String::as_str)
        .collect();
    // A name alone is a part of other words; as a word of its own it must be gone.
    let no_trace = !store.holds(&texts)?.contains(&true) && store.mentions(&scope.alone)?.is_empty();
    settle(session, &desk, store, now)?;
    let person = scope.person.as_ref().map_or(request.person, |person| person.id);
    let (files_deleted, files_left, backups) = {
        let plan = desk.plan();
        let shown = Shown::by(plan.rules());
        let deleted = lines(&plan, &scope)
            .filter(|line| request.files.contains(&line.id))
            .filter(|line| disk::delete(line))
            .count();
        (
            count(deleted),
            exports(&plan, &shown, &scope),
            holding(session, &shown, desk.path(), since),
        )
    };
    drop(held);
    tell(session, &desk);
    Ok(Erased {
        person,
        changes: u32::try_from(erased.changes).unwrap_or(u32::MAX),
        struck: count(mentions.iter().map(|found| found.fields.len()).sum()),
        no_trace,
        files_deleted,
        files_left,
        backups,
    })
}

/// `privacy.forget_removed`
pub(crate) fn forget_removed(session: &Session, _request: &Nothing) -> Result<Forgotten, Refused> {
    let desk = session.desk()?;
    let mut work = session.long_work.begin("erase", &session.teller);
    let now = session.now();
    let mut held = desk.hold();
    let store = held.file()?;
    let mut erasure = Erasure::new();
    let mut people: u32 = 0;
    for (table, record) in store.forgotten()? {
        if PEOPLES.contains(&table) {
            people += u32::from(table == "person");
            erasure.remove(table, record)?;
        }
    }
    if erasure.is_empty() {
        return Ok(Forgotten {
            people: 0,
            changes: 0,
        });
    }
    let meta =
        ChangeMeta::new("people_forgotten", session.actor()).with(json!({ "count": people.to_string() }));
    let erased = run(store, &meta, now, &erasure, &mut work)?;
    settle(session, &desk, store, now)?;
    drop(held);
    tell(session, &desk);
    Ok(Forgotten {
        people,
        changes: u32::try_from(erased.changes).unwrap_or(u32::MAX),
    })
}

fn run(
    store: &mut Workspace,
    meta: &ChangeMeta,
    now: DateTime<Utc>,
    erasure: &Erasure,
    work: &mut Work,
) -> Result<outreach_store::Erased, StoreError> {
    store.erase(meta, now, erasure, &mut |step| work.step(step.done, step.total))
}

/// Reads everything again after the file was exchanged. The caller holds the store.
fn settle(session: &Session, desk: &Desk, store: &mut Workspace, now: DateTime<Utc>) -> Result<(), Refused> {
    desk.read_again(store, now)?;
    desk.crowd().taken().look_again();
    // A page that was laid out may name the person.
    *session
        .printed
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner) = None;
    Ok(())
}

fn tell(session: &Session, desk: &std::sync::Arc<Desk>) {
    desk.aside().saved = Some(session.now());
    session.teller.changed(&["plan", "workspace"]);
    desk.warm();
    Crowd::warm(desk);
}

fn erasure(scope: &Scope, mentions: &[Found], now: DateTime<Utc>) -> Result<Erasure, StoreError> {
    let mut erasure = Erasure::new();
    for person in scope.person.iter().chain(&scope.merged) {
        erasure.becomes(&scope::emptied(person, now))?;
    }
    for invitation in &scope.invitations {
        erasure.becomes(&scope::counted(invitation))?;
    }
    let people = scope.people();
    for invitation in &scope.companion_of {
        let left = scope::without_companion(invitation, &people);
        erasure.becomes_in(&left, &["companions", "unnamed"])?;
    }
    for visit in &scope.visits {
        erasure.becomes(&scope::counted_visit(visit))?;
    }
    for distinct in &scope.distincts {
        erasure.remove("distinct", distinct.id.0)?;
    }
    for reply in &scope.replies {
        erasure.remove("reply", reply.id.0)?;
    }
    for (table, record) in &scope.forgotten {
        erasure.remove(table, *record)?;
    }
    erasure.strike(scope.telling());
    for found in mentions {
        erasure.strike_in(found.table, found.record, &found.fields)?;
    }
    Ok(erasure)
}

/// Where another record holds a text of the person, now or in its past.
struct Found {
    table: &'static str,
    record: Uuid,
    fields: Vec<String>,
}

fn mentions(plan: &Plan, store: &Workspace, scope: &Scope) -> Result<Vec<Found>, Refused> {
    let own = scope.records();
    let mut all = Vec::new();
    for (table, record, mut fields) in store.mentions(&scope.telling())? {
        if own.contains(&record) {
            continue;
        }
        // Who somebody else is stays theirs, however alike; and keys are no text.
        let is_person = table == "person";
        fields.retain(|field| {
            let identity = ["family", "given", "chinese", "preferred", "emails", "telephones"];
            let is_identity = is_person && identity.contains(&field.as_str());
            let is_key = ["id", "uid"].contains(&field.as_str());
            // A companion goes by the record, not by the name; it is counted there.
            let is_companion = field == "companions" && scope.companion_of.iter().any(|it| it.id.0 == record);
            !is_identity && !is_key && !is_companion
        });
        if !fields.is_empty() {
            all.push(Found {
                table,
                record,
                fields,
            });
        }
    }
    // What stands now comes before what only stood once.
    all.sort_by_key(|found| {
        RecordRef::of_kind(found.table, found.record).is_none_or(|key| plan.get(key).is_none())
    });
    Ok(all)
}

fn view(plan: &Plan, found: &Found, texts: &[String], language: Language) -> Option<Mention> {
    let key = RecordRef::of_kind(found.table, found.record)?;
    let record = plan.get(key);
    let field = found.fields.first()?.clone();
    let now = record
        .as_ref()
        .and_then(|record| crate::tables::to_json(record).ok())
        .and_then(|value| value.get(&field).cloned());
    let excerpt = now.and_then(|value| excerpt(&value, texts)).unwrap_or_default();
    Some(Mention {
        record: key_of(key),
        title: record
            .as_ref()
            .map(|record| scope::title(&name_of(record), language))
            .unwrap_or_default(),
        field,
        excerpt,
    })
}

/// The text around the first name in a value.
fn excerpt(value: &Value, texts: &[String]) -> Option<String> {
    match value {
        Value::String(text) => {
            let folded: Vec<char> = text.to_lowercase().chars().collect();
            let chars: Vec<char> = text.chars().collect();
            let at = texts.iter().find_map(|needle| {
                let needle: Vec<char> = needle.to_lowercase().chars().collect();
                folded.windows(needle.len().max(1)).position(|it| it == needle)
            })?;
            let from = at.saturating_sub(AROUND);
            let to = (at + 2 * AROUND).min(chars.len());
            let part: String = chars.get(from..to)?.iter().collect();
            let (before, after) = (
                if from > 0 { "…" } else { "" },
                if to < chars.len() { "…" } else { "" },
            );
            Some(format!(
                "{before}{}{after}",
                part.split_whitespace().collect::<Vec<_>>().join(" ")
            ))
        }
        Value::Array(items) => items.iter().find_map(|item| excerpt(item, texts)),
        Value::Object(fields) => fields.values().find_map(|item| excerpt(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn part(what: &str, n: usize) -> Option<ErasedPart> {
    (n > 0).then(|| ErasedPart {
        what: what.to_owned(),
        count: count(n),
    })
}

fn goes(scope: &Scope) -> Vec<ErasedPart> {
    let people = || scope.person.iter().chain(&scope.merged);
    let sum = |of: fn(&outreach_plan::people::Person) -> usize| people().map(of).sum::<usize>();
    [
        part("names", people().count()),
        part("contacts", sum(|it| it.emails.len() + it.telephones.len())),
        part("notes", sum(|it| usize::from(!it.notes.is_empty()))),
        part("consents", sum(|it| it.consents.len() + it.notices.len())),
        part("merged_records", scope.merged.len()),
        part("companions", scope.companion_of.len()),
        part("replies", scope.replies.len()),
        part("distincts", scope.distincts.len()),
        part("history", scope.forgotten.len()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn stays(plan: &Plan, scope: &Scope) -> Vec<ErasedPart> {
    [
        part("person", usize::from(scope.person.is_some())),
        part("invitations", scope.invitations.len()),
        part("visits", scope.visits.len()),
        part("exports", lines(plan, scope).count()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The lines of the export log about the person.
fn lines<'p>(plan: &'p Plan, scope: &Scope) -> impl Iterator<Item = &'p Disclosure> {
    let people: Vec<PersonId> = scope.people();
    plan.disclosures()
        .values()
        .filter(move |line| line.people.iter().any(|person| people.contains(person)))
}

/// Files about the person that may still lie somewhere.
fn exports(plan: &Plan, shown: &Shown, scope: &Scope) -> Vec<ExportOnDisk> {
    lines(plan, scope)
        .map(|line| disk::view(shown, line))
        .filter(|file| file.on_disk != OnDisk::Gone)
        .collect()
}

/// When the person was first known, which the journal tells until they are erased. Whoever left nothing may always
/// have been.
fn known_since(store: &Workspace, scope: &Scope) -> Result<DateTime<Utc>, Refused> {
    let mut since: Option<DateTime<Utc>> = None;
    for record in scope.records() {
        let known = store.first_known(record)?;
        since = match (since, known) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
    Ok(since.unwrap_or(DateTime::UNIX_EPOCH))
}

/// Backups that were made since the person was first known: those hold them. A copy cannot be changed without
/// ceasing to be what it was made for, so it is named and kept.
fn holding(session: &Session, shown: &Shown, path: &Path, since: DateTime<Utc>) -> Vec<BackupView> {
    let now = session.now();
    let mut copies = backups::all(path);
    // Copies kept aside when a backup was put back lie beside the file.
    copies.extend(backup::backups(path, path.parent().unwrap_or(Path::new(""))).unwrap_or_default());
    copies
        .iter()
        .filter(|copy| copy.at + chrono::TimeDelta::seconds(1) >= since && copy.at <= now)
        .map(|copy| backups::view(session, shown, copy))
        .collect()
}
