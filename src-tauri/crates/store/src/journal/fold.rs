//! Playing the journal from its start: what the tables must hold if nothing went past it.

use rusqlite::Connection;

use super::Action;
use super::ops::{self, Op, Side};
use crate::errors::{Result, StoreError};
use crate::values;

/// Applies every op of `journal`, in order, to the empty tables of `onto`. `step` is told how many are done
/// and may stop it.
pub(crate) fn fold(
    journal: &Connection,
    onto: &Connection,
    mut step: impl FnMut(u64) -> Result<()>,
) -> Result<Result<u64, Misstep>> {
    let mut select = journal.prepare(&format!("SELECT id, {} FROM op ORDER BY id", ops::COLUMNS))?;
    let mut rows = select.query([])?;
    let mut done = 0;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let op = ops::read(row, 1)?;
        if !apply(onto, &op)? {
            return Ok(Err(Misstep { seq: id >> 24, op }));
        }
        done += 1;
        if done % 1000 == 0 {
            step(done)?;
        }
    }
    Ok(Ok(done))
}

/// An op that does not fit what came before it.
pub(crate) struct Misstep {
    pub(crate) seq: i64,
    pub(crate) op: Op,
}

fn apply(onto: &Connection, op: &Op) -> Result<bool> {
    match op.action {
        Action::Insert => match values::insert(onto, op.table, &op.whole(Side::New)) {
            Ok(()) => Ok(true),
            Err(StoreError::Duplicate) => Ok(false),
            Err(other) => Err(other),
        },
        Action::Update => {
            let changed = op.fields.iter().map(|(field, _, new)| (field.as_str(), new));
            values::update(onto, op.table, op.record, changed)
        }
        Action::Delete => values::delete(onto, op.table, op.record),
    }
}
