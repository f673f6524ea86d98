//! The ops of one change: gathered while it is made, written when it is committed, read back to revert it.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Action, Touched, first_op};
use crate::derived::uuid;
use crate::errors::{Result, StoreError};
use crate::record::Table;
use crate::tables;
use crate::values::{Fields, differing};

/// What a change has done so far, one entry a record however often it was touched.
#[derive(Default)]
pub(crate) struct Edits {
    edits: Vec<Edit>,
    places: HashMap<(&'static str, Uuid), usize>,
}

struct Edit {
    table: &'static Table,
    record: Uuid,
    before: Option<Fields>,
    after: Option<Fields>,
}

impl Edit {
    fn action(&self) -> Option<Action> {
        match (&self.before, &self.after) {
            (None, None) => None,
            (None, Some(_)) => Some(Action::Insert),
            (Some(_), None) => Some(Action::Delete),
            (Some(before), Some(after)) => differing(before, after).next().map(|_| Action::Update),
        }
    }

    /// `{field: [old, new]}`; of a whole record the empty fields are left out.
    fn fields(&self) -> Value {
        let pair = |old: &Value, new: &Value| Value::Array(vec![old.clone(), new.clone()]);
        let whole = |fields: &Fields, as_pair: &dyn Fn(&Value) -> Value| {
            let filled = fields.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                filled
                    .map(|(field, value)| (field.clone(), as_pair(value)))
                    .collect(),
            )
        };
        match (&self.before, &self.after) {
            (None, Some(after)) => whole(after, &|new| pair(&Value::Null, new)),
            (Some(before), None) => whole(before, &|old| pair(old, &Value::Null)),
            (Some(before), Some(after)) => Value::Object(
                differing(before, after)
                    .map(|(field, old, new)| (field.to_owned(), pair(old, new)))
                    .collect(),
            ),
            (None, None) => Value::Object(Map::new()),
        }
    }
}

impl Edits {
    /// Notes that a record now is `after`. `before` is what it was right before this edit.
    pub(crate) fn note(
        &mut self,
        table: &'static Table,
        record: Uuid,
        before: Option<Fields>,
        after: Option<Fields>,
    ) {
        match self.places.get(&(table.name, record)) {
            Some(&place) => self.edits[place].after = after,
            None => {
                self.places.insert((table.name, record), self.edits.len());
                self.edits.push(Edit {
                    table,
                    record,
                    before,
                    after,
                });
            }
        }
    }

    /// What the record was when the change began, if the change touched it.
    pub(crate) fn before(&self, table: &Table, record: Uuid) -> Option<Option<&Fields>> {
        let place = *self.places.get(&(table.name, record))?;
        Some(self.edits[place].before.as_ref())
    }

    /// The records that are not what they were.
    pub(crate) fn touched(&self) -> Vec<Touched> {
        let touched = |edit: &Edit| {
            Some(Touched {
                table: edit.table.name,
                record: edit.record,
                action: edit.action()?,
            })
        };
        self.edits.iter().filter_map(touched).collect()
    }

    /// Writes the ops of change `seq`.
    pub(crate) fn store(&self, connection: &Connection, seq: i64) -> Result<()> {
        let mut insert = connection.prepare_cached(
            "INSERT INTO op (id, change, n, \"table\", record, action, fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        let acts = self.edits.iter().filter_map(|edit| Some((edit, edit.action()?)));
        for (n, (edit, action)) in (0_i64..).zip(acts) {
            insert.execute(params![
                first_op(seq) + n,
                seq,
                n,
                edit.table.name,
                edit.record.to_string(),
                action.key(),
                edit.fields().to_string()
            ])?;
        }
        Ok(())
    }
}

/// An op as the journal holds it.
#[derive(Clone, Debug)]
pub(crate) struct Op {
    pub(crate) table: &'static Table,
    pub(crate) record: Uuid,
    pub(crate) action: Action,
    pub(crate) fields: Vec<(String, Value, Value)>,
}

impl Op {
    /// All fields as they were before, or as they became; those not named are empty.
    pub(crate) fn whole(&self, side: Side) -> Fields {
        let mut whole: Fields = self
            .table
            .columns
            .iter()
            .map(|column| (column.name.to_owned(), Value::Null))
            .collect();
        for (field, old, new) in &self.fields {
            let value = if side == Side::Old { old } else { new };
            whole.insert(field.clone(), value.clone());
        }
        whole
    }
}

/// Which of an op's two values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Old,
    New,
}

/// Columns of `op` in the order [`read`] wants them.
pub(crate) const COLUMNS: &str = "\"table\", record, action, fields";

/// An op from the columns starting at `at`.
pub(crate) fn read(row: &rusqlite::Row<'_>, at: usize) -> Result<Op> {
    let text = |n: usize| -> Result<&str> {
        row.get_ref(at + n)?
            .as_str()
            .map_err(|_not_text| StoreError::Damaged)
    };
    let table = tables::by_name(text(0)?).ok_or(StoreError::Damaged)?;
    let record = uuid(text(1)?)?;
    let action = Action::from_key(text(2)?).ok_or(StoreError::Damaged)?;
    let pairs: Map<String, Value> =
        serde_json::from_str(text(3)?).map_err(|_may_quote| StoreError::Damaged)?;
    let mut fields = Vec::with_capacity(pairs.len());
    for (field, pair) in pairs {
        let Value::Array(pair) = pair else {
            return Err(StoreError::Damaged);
        };
        let Ok([old, new]) = <[Value; 2]>::try_from(pair) else {
            return Err(StoreError::Damaged);
        };
        fields.push((field, old, new));
    }
    Ok(Op {
        table,
        record,
        action,
        fields,
    })
}

/// The ops of one change, in order.
pub(crate) fn of_change(connection: &Connection, seq: i64) -> Result<Vec<Op>> {
    let sql = format!("SELECT {COLUMNS} FROM op WHERE id >= ?1 AND id < ?2 ORDER BY id");
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query([first_op(seq), first_op(seq + 1)])?;
    let mut ops = Vec::new();
    while let Some(row) = rows.next()? {
        ops.push(read(row, 0)?);
    }
    Ok(ops)
}
