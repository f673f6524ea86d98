//! The ops of one change: gathered while it is made, written when it is committed, read back to revert it.

use std::collections::{BTreeMap, HashMap};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};
use serde_json::Value;
use uuid::Uuid;

use super::{Action, Touched, first_op};
use crate::derived::uuid;
use crate::errors::{Result, StoreError};
use crate::image::Image;
use crate::record::Table;
use crate::tables;
use crate::values::Fields;

/// What a change has done so far, one entry a record however often it was touched.
#[derive(Default)]
pub(crate) struct Edits {
    edits: Vec<Edit>,
    places: HashMap<(&'static str, Uuid), usize>,
}

struct Edit {
    table: &'static Table,
    record: Uuid,
    before: Option<Image>,
    after: Option<Image>,
}

impl Edit {
    fn action(&self) -> Option<Action> {
        match (&self.before, &self.after) {
            (None, None) => None,
            (None, Some(_)) => Some(Action::Insert),
            (Some(_), None) => Some(Action::Delete),
            (Some(before), Some(after)) => (!before.differing(after).is_empty()).then_some(Action::Update),
        }
    }

    /// `{field: [old, new]}`; of a whole record the empty fields are left out.
    fn fields(&self) -> Vec<u8> {
        match (&self.before, &self.after) {
            (None, Some(after)) => after.op_text(self.table, true),
            (Some(before), None) => before.op_text(self.table, false),
            (Some(before), Some(after)) => after.op_text_from(before, self.table, &before.differing(after)),
            (None, None) => b"{}".to_vec(),
        }
    }
}

impl Edits {
    /// Notes that a record now is `after`. `before` is what it was right before this edit.
    pub(crate) fn note(
        &mut self,
        table: &'static Table,
        record: Uuid,
        before: Option<Image>,
        after: Option<Image>,
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
    pub(crate) fn before(&self, table: &Table, record: Uuid) -> Option<Option<&Image>> {
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
            let fields = edit.fields();
            insert.execute(params![
                first_op(seq) + n,
                seq,
                n,
                edit.table.name,
                edit.record.to_string(),
                action.key(),
                ToSqlOutput::Borrowed(ValueRef::Text(&fields))
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

/// An op with its fields still as text: what is compared byte for byte need not be read.
pub(crate) struct RawOp {
    pub(crate) table: &'static Table,
    pub(crate) record: Uuid,
    pub(crate) action: Action,
    pub(crate) fields: Box<str>,
}

impl RawOp {
    fn read(row: &rusqlite::Row<'_>, at: usize) -> Result<Self> {
        let text = |n: usize| -> Result<&str> {
            row.get_ref(at + n)?
                .as_str()
                .map_err(|_not_text| StoreError::Damaged)
        };
        Ok(Self {
            table: tables::by_name(text(0)?).ok_or(StoreError::Damaged)?,
            record: uuid(text(1)?)?,
            action: Action::from_key(text(2)?).ok_or(StoreError::Damaged)?,
            fields: text(3)?.into(),
        })
    }

    /// With its fields read.
    pub(crate) fn whole(&self) -> Result<Op> {
        Ok(Op {
            table: self.table,
            record: self.record,
            action: self.action,
            fields: pairs(&self.fields)?,
        })
    }
}

/// `{field: [old, new]}` field by field.
pub(crate) fn pairs(text: &str) -> Result<Vec<(String, Value, Value)>> {
    let pairs: BTreeMap<String, (Value, Value)> =
        serde_json::from_str(text).map_err(|_may_quote| StoreError::Damaged)?;
    Ok(pairs
        .into_iter()
        .map(|(field, (old, new))| (field, old, new))
        .collect())
}

/// An op from the columns starting at `at`.
pub(crate) fn read(row: &rusqlite::Row<'_>, at: usize) -> Result<Op> {
    RawOp::read(row, at)?.whole()
}

/// The ops of one change, in order.
pub(crate) fn of_change(connection: &Connection, seq: i64) -> Result<Vec<RawOp>> {
    let sql = format!("SELECT {COLUMNS} FROM op WHERE id >= ?1 AND id < ?2 ORDER BY id");
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query([first_op(seq), first_op(seq + 1)])?;
    let mut ops = Vec::new();
    while let Some(row) = rows.next()? {
        ops.push(RawOp::read(row, 0)?);
    }
    Ok(ops)
}
