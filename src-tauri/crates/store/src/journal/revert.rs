//! Taking changes back, or doing them again, as a change of its own.

use serde_json::Value;

use super::ops::{self, Op, RawOp, Side};
use super::{Action, undo};
use crate::errors::{ConflictAt, Result, StoreError};
use crate::image::Image;
use crate::tables;
use crate::values;
use crate::write::{Act, Tx};

impl Tx<'_> {
    /// Takes back the last change that is not undone yet. Returns its number.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`]; otherwise as [`Tx::revert`].
    pub fn undo(&mut self) -> Result<i64> {
        let target = undo::undo_target(self.connection)?
            .ok_or(StoreError::NothingToUndo)?
            .seq;
        self.take_back(undo::last_doing(self.connection, target)?)?;
        self.act = Act::Undo(target);
        Ok(target)
    }

    /// Does the change again that was undone last. Returns its number.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`]; otherwise as [`Tx::revert`].
    pub fn redo(&mut self) -> Result<i64> {
        let target = undo::redo_target(self.connection)?
            .ok_or(StoreError::NothingToRedo)?
            .seq;
        let undoing = undo::last_undoing(self.connection, target)?.ok_or(StoreError::NothingToRedo)?;
        self.take_back(undoing)?;
        self.act = Act::Redo(target);
        Ok(target)
    }

    /// Takes back change `seq`, however long ago it was: made records go, deleted ones come back, changed
    /// fields get their old values. Fields that only rise stay as they are.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if a field no longer holds what the change wrote, with nothing changed;
    /// [`StoreError::UnknownChange`].
    pub fn revert(&mut self, seq: i64) -> Result<()> {
        self.take_back(seq)?;
        self.act = Act::Revert(seq);
        Ok(())
    }

    fn take_back(&mut self, seq: i64) -> Result<()> {
        if undo::is_erasure(self.connection, seq)?.ok_or(StoreError::UnknownChange { seq })? {
            return Ok(());
        }
        let ops = ops::of_change(self.connection, seq)?;
        let mut conflicts = Vec::new();
        let mut steps = Vec::with_capacity(ops.len());
        for op in ops.into_iter().rev().filter(|op| !tables::is_log(op.table)) {
            let now = values::fetch(self.connection, op.table, op.record)?;
            match step(&op, now)? {
                Ok(step) => steps.push((op.table, op.record, step)),
                Err(fields) => conflicts.push(ConflictAt {
                    table: op.table.name,
                    record: op.record,
                    fields,
                }),
            }
        }
        if !conflicts.is_empty() {
            return Err(StoreError::Conflict(conflicts));
        }
        for (table, record, (now, after)) in steps {
            self.set(table, record, now, after)?;
        }
        Ok(())
    }
}

/// What a record is, and what it becomes.
type Step = (Option<Image>, Option<Image>);

/// How `op` is taken back from what the record now is; or the fields that stand in the way.
fn step(op: &RawOp, now: Option<Image>) -> Result<Result<Step, Vec<String>>> {
    // Mostly a made record still is as it was made, to the byte: a whole import is taken back unread.
    if let (Action::Insert, Some(image)) = (op.action, &now)
        && image.op_text(op.table, true) == op.fields.as_bytes()
    {
        return Ok(Ok((now, None)));
    }
    let op = op.whole()?;
    if let Some(fields) = conflict(&op, now.as_ref()) {
        return Ok(Err(fields));
    }
    let after = match (op.action, &now) {
        (Action::Insert, _) => None,
        (Action::Update, Some(now)) => Some(with_old_values(&op, now)?),
        (Action::Update | Action::Delete, _) => Some(Image::of_fields(op.table, &op.whole(Side::Old))?),
    };
    Ok(Ok((now, after)))
}

/// The fields that stand in the way of taking `op` back; none if nothing does.
fn conflict(op: &Op, now: Option<&Image>) -> Option<Vec<String>> {
    let expected = match (op.action, now) {
        (Action::Delete, None) => return None,
        (Action::Delete, Some(_)) | (Action::Insert | Action::Update, None) => return Some(Vec::new()),
        (Action::Insert, Some(_)) => op.whole(Side::New),
        (Action::Update, Some(_)) => op
            .fields
            .iter()
            .map(|(field, _, new)| (field.clone(), new.clone()))
            .collect(),
    };
    let now = now?;
    let holds = |field: &str, wrote: &Value| {
        op.table.place(field).is_some_and(|at| {
            let json = now.json(at);
            if json.is_empty() {
                wrote.is_null()
            } else {
                serde_json::from_slice::<Value>(json).is_ok_and(|now| now == *wrote)
            }
        })
    };
    let changed: Vec<String> = expected
        .iter()
        .filter(|(field, wrote)| !op.table.rises(field) && !holds(field, wrote))
        .map(|(field, _)| field.clone())
        .collect();
    if changed.is_empty() { None } else { Some(changed) }
}

fn with_old_values(op: &Op, now: &Image) -> Result<Image> {
    let mut changed = Vec::with_capacity(op.fields.len());
    for (field, old, _) in &op.fields {
        if !op.table.rises(field) {
            changed.push((op.table.place(field).ok_or(StoreError::Damaged)?, old));
        }
    }
    now.with(op.table, &changed)
}
