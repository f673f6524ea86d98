//! Who changed what, when, from what to what; and taking it back.

use std::collections::BTreeMap;

use outreach_plan::{Plan, RecordRef, Wording};
use outreach_store::{Action, Entry, HistoryQuery, StoreError};
use serde_json::Value;
use uuid::Uuid;

use crate::change::name_of;
use crate::route::Nothing;
use crate::shown::Shown;
use crate::views::{
    ChangeKey, ChangeLabel, FieldChange, HistoryEntry, ListHistory, RecordChange, RecordKey, RecordKind,
};
use crate::{Refused, Session};

/// Of one change, at most so many records are told; an import of thousands is told in brief.
const RECORDS_AT_MOST: u32 = 100;

/// A change by the key of its words.
pub(crate) fn label(change: i64, label: &str, params: &Value) -> ChangeLabel {
    let params: BTreeMap<String, String> = params
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (name.clone(), value)
        })
        .collect();
    ChangeLabel {
        change,
        label: label.to_owned(),
        params,
    }
}

/// `history.list`
pub(crate) fn list(session: &Session, request: &ListHistory) -> Result<Vec<HistoryEntry>, Refused> {
    let desk = session.desk()?;
    let limit = if request.limit == 0 {
        100
    } else {
        request.limit.min(1000)
    };
    let entries = desk.hold().file()?.history(&HistoryQuery {
        record: request.record.map(|key| key.id),
        table: request.record.map(|key| key.kind.key().to_owned()),
        before_seq: request.before,
        limit,
        records: RECORDS_AT_MOST,
    })?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    Ok(entries
        .into_iter()
        .map(|entry| view(&plan, &shown, entry))
        .collect())
}

/// A change as it crosses to a screen.
pub(crate) fn view(plan: &Plan, shown: &Shown, entry: Entry) -> HistoryEntry {
    HistoryEntry {
        label: label(entry.seq, &entry.label, &entry.params),
        actor: entry.actor,
        at: shown.in_hong_kong(entry.at),
        undoes: entry.undoes.or(entry.reverts),
        undone: entry.undone,
        records: entry
            .records
            .into_iter()
            .filter_map(|change| record(plan, change))
            .collect(),
    }
}

fn record(plan: &Plan, change: outreach_store::RecordChange) -> Option<RecordChange> {
    let kind = RecordKind::of_table(change.table)?;
    let now = RecordRef::of_kind(change.table, change.record).and_then(|key| plan.get(key));
    let side = |field: &outreach_store::FieldChange| match change.action {
        Action::Delete => field.old.clone(),
        Action::Insert | Action::Update => field.new.clone(),
    };
    let once = || {
        let named = change
            .fields
            .iter()
            .find(|field| matches!(field.field.as_str(), "title" | "name" | "place"));
        named.and_then(|field| serde_json::from_value::<Wording>(side(field)).ok())
    };
    let name = now.as_ref().map(name_of).or_else(once).unwrap_or_default();
    Some(RecordChange {
        key: RecordKey {
            kind,
            id: change.record,
        },
        title: name.in_language(outreach_plan::Language::English).to_owned(),
        action: change.action.key().to_owned(),
        fields: change
            .fields
            .into_iter()
            // What is computed with each change says nothing to a reader.
            .filter(|field| {
                !matches!(
                    field.field.as_str(),
                    "id" | "uid" | "sequence" | "created" | "modified"
                )
            })
            .map(|field| FieldChange {
                field: field.field,
                from: named(plan, field.old),
                to: named(plan, field.new),
            })
            .collect(),
    })
}

/// The value with keys of records replaced by their names.
pub(crate) fn named(plan: &Plan, value: Value) -> Value {
    match value {
        Value::String(text) => {
            let name = Uuid::parse_str(&text).ok().and_then(|id| name_by_key(plan, id));
            Value::String(name.unwrap_or(text))
        }
        Value::Array(values) => Value::Array(values.into_iter().map(|value| named(plan, value)).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, named(plan, value)))
                .collect(),
        ),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

fn name_by_key(plan: &Plan, id: Uuid) -> Option<String> {
    const KINDS: [&str; 9] = [
        "mission",
        "leg",
        "event",
        "venue",
        "partner",
        "delegate",
        "market",
        "office",
        "programme",
    ];
    KINDS
        .iter()
        .filter_map(|kind| RecordRef::of_kind(kind, id))
        .find_map(|key| plan.get(key))
        .map(|record| {
            name_of(&record)
                .in_language(outreach_plan::Language::English)
                .to_owned()
        })
}

/// `history.undo`
pub(crate) fn undo(session: &Session, _request: &Nothing) -> Result<Option<ChangeLabel>, Refused> {
    let target = session.desk()?.aside().undo.clone();
    if target.is_none() {
        return Ok(None);
    }
    taken(
        session.step_back("undo", target.as_ref(), |tx| Ok(tx.undo()?)),
        target,
        "nothing_to_undo",
    )
}

/// `history.redo`
pub(crate) fn redo(session: &Session, _request: &Nothing) -> Result<Option<ChangeLabel>, Refused> {
    let target = session.desk()?.aside().redo.clone();
    taken(
        session.step_back("redo", target.as_ref(), |tx| Ok(tx.redo()?)),
        target,
        "nothing_to_redo",
    )
}

fn taken(
    result: Result<i64, Refused>,
    target: Option<ChangeLabel>,
    nothing: &str,
) -> Result<Option<ChangeLabel>, Refused> {
    match result {
        Ok(change) => {
            let known = target.filter(|target| target.change == change);
            Ok(Some(known.unwrap_or_else(|| label(change, "", &Value::Null))))
        }
        Err(refused) if refused.code() == nothing => Ok(None),
        Err(refused) => Err(refused),
    }
}

/// `history.revert`
pub(crate) fn revert(session: &Session, request: &ChangeKey) -> Result<ChangeLabel, Refused> {
    let desk = session.desk()?;
    let before = request.change.checked_add(1);
    let query = HistoryQuery {
        before_seq: before,
        limit: 1,
        records: 0,
        ..HistoryQuery::default()
    };
    let found = desk.hold().file()?.history(&query)?.into_iter().next();
    let entry = found
        .filter(|entry| entry.seq == request.change)
        .ok_or(StoreError::UnknownChange { seq: request.change })?;
    let target = label(entry.seq, &entry.label, &entry.params);
    session.step_back("revert", Some(&target), |tx| {
        tx.revert(request.change)?;
        Ok(request.change)
    })?;
    Ok(target)
}
