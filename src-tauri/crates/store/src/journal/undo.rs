//! Which change undo and redo would act on, found in the journal alone, so that both work across restarts.
//!
//! Undo goes back through the plain changes, last first; redo goes forward again through those undone since
//! the last plain change. A revert of an older change is a plain change like any other. An erasure is none of them,
//! nor is a change that only wrote lines of the export log.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::errors::{Result, StoreError};

/// A change that undo or redo would act on.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Number of the change.
    pub seq: i64,
    /// Its label.
    pub label: String,
    /// Its parameters.
    pub params: Value,
    /// Who made it.
    pub actor: String,
    /// When, by the wall clock of the writer.
    pub at: DateTime<Utc>,
}

/// The change that undo would take back.
pub(crate) fn undo_target(connection: &Connection) -> Result<Option<Target>> {
    let seq = walk(connection, |step| match step {
        Step::Plain { seq, undone: false } => Some(seq),
        Step::Plain { undone: true, .. } | Step::Taken { .. } => None,
    })?;
    seq.map(|seq| target(connection, seq)).transpose()
}

/// The change that redo would do again.
pub(crate) fn redo_target(connection: &Connection) -> Result<Option<Target>> {
    let mut undone = Vec::new();
    walk(connection, |step| match step {
        // A plain change ends what can be redone.
        Step::Plain { .. } => Some(()),
        Step::Taken {
            seq,
            undone: is_undone,
        } => {
            if is_undone {
                undone.push(seq);
            }
            None
        }
    })?;
    // Undo went from the latest back, so the earliest is the one that was undone last.
    undone
        .into_iter()
        .min()
        .map(|seq| target(connection, seq))
        .transpose()
}

enum Step {
    /// A change that is neither undo nor redo.
    Plain { seq: i64, undone: bool },
    /// The latest word on whether change `seq` is undone.
    Taken { seq: i64, undone: bool },
}

/// Walks the journal from its end until `stop` has an answer.
fn walk<R>(connection: &Connection, mut stop: impl FnMut(Step) -> Option<R>) -> Result<Option<R>> {
    let mut decided: HashMap<i64, bool> = HashMap::new();
    // A change of which erasing left nothing is no step: taking it back would do nothing, for ever.
    let mut select = connection.prepare_cached(
        "SELECT seq, undoes, redoes FROM change
         WHERE reverts IS NOT seq AND EXISTS (SELECT 1 FROM op WHERE op.id >= change.seq << 24 AND op.id < (change.seq + 1) << 24
                       AND op.\"table\" <> 'disclosure')
         ORDER BY seq DESC",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, undoes, redoes): (i64, Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let step = match undoes.or(redoes) {
            None => Step::Plain {
                seq,
                undone: decided.get(&seq).copied().unwrap_or(false),
            },
            Some(target) if decided.contains_key(&target) => continue,
            Some(target) => {
                decided.insert(target, undoes.is_some());
                Step::Taken {
                    seq: target,
                    undone: undoes.is_some(),
                }
            }
        };
        if let Some(answer) = stop(step) {
            return Ok(Some(answer));
        }
    }
    Ok(None)
}

/// The change that last did what `seq` does: itself, or the last redo of it.
pub(crate) fn last_doing(connection: &Connection, seq: i64) -> Result<i64> {
    let redo: Option<i64> = connection
        .prepare_cached("SELECT max(seq) FROM change WHERE redoes = ?1")?
        .query_row([seq], |row| row.get(0))?;
    Ok(redo.unwrap_or(seq))
}

/// The change that last undid `seq`.
pub(crate) fn last_undoing(connection: &Connection, seq: i64) -> Result<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT max(seq) FROM change WHERE undoes = ?1")?
        .query_row([seq], |row| row.get(0))?)
}

/// Whether `seq` is an erasure, which nothing takes back; none if there is no such change.
pub(crate) fn is_erasure(connection: &Connection, seq: i64) -> Result<Option<bool>> {
    Ok(connection
        .prepare_cached("SELECT reverts IS seq FROM change WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?)
}

/// Whether `seq` is undone as things stand.
pub(crate) fn is_undone(connection: &Connection, seq: i64) -> Result<bool> {
    Ok(last_undoing(connection, seq)?
        .is_some_and(|undo| last_doing(connection, seq).is_ok_and(|redo| undo > redo)))
}

fn target(connection: &Connection, seq: i64) -> Result<Target> {
    let mut select =
        connection.prepare_cached("SELECT label, params, actor, at FROM change WHERE seq = ?1")?;
    let (label, params, actor, at): (String, String, String, i64) = select.query_row([seq], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    Ok(Target {
        seq,
        label,
        params: serde_json::from_str(&params).map_err(|_may_quote| StoreError::Damaged)?,
        actor,
        at: DateTime::from_timestamp_millis(at).ok_or(StoreError::Damaged)?,
    })
}
