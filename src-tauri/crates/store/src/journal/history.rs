//! Who changed what, when, from what to what.

use chrono::{DateTime, Utc};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::Value;
use uuid::Uuid;

use super::{Action, first_op, ops, undo};
use crate::derived::uuid;
use crate::errors::{Result, StoreError};

/// Which part of the history. The default is the latest 50 changes.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryQuery {
    /// Only changes that touched this record, and of them only what they did to it.
    pub record: Option<Uuid>,
    /// Only changes that touched this table, and of them only what they did to it.
    pub table: Option<String>,
    /// Only changes before this one: the way to the next page.
    pub before_seq: Option<i64>,
    /// At most so many changes.
    pub limit: u32,
    /// At most so many records of each change: an import of thousands is told in brief.
    pub records: u32,
}

impl Default for HistoryQuery {
    fn default() -> Self {
        Self {
            record: None,
            table: None,
            before_seq: None,
            limit: 50,
            records: 100,
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number.
    pub seq: i64,
    /// Its key, unique among all copies of the workspace.
    pub id: Uuid,
    /// What was done: a key the window has words for.
    pub label: String,
    /// What the words need.
    pub params: Value,
    /// Who.
    pub actor: String,
    /// The copy of the workspace it was made in.
    pub device: Uuid,
    /// When, by the wall clock of the writer.
    pub at: DateTime<Utc>,
    /// The change it undid.
    pub undoes: Option<i64>,
    /// The change it did again.
    pub redoes: Option<i64>,
    /// The older change it took back.
    pub reverts: Option<i64>,
    /// Whether it is undone as things stand.
    pub undone: bool,
    /// How many records it touched, of those asked for.
    pub touched: u32,
    /// What it did to them, the first [`HistoryQuery::records`].
    pub records: Vec<RecordChange>,
}

/// What a change did to one record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// Its table.
    pub table: &'static str,
    /// Its key.
    pub record: Uuid,
    /// What became of it.
    pub action: Action,
    /// The fields, in the order of the table.
    pub fields: Vec<FieldChange>,
}

/// From what to what.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Name of the field.
    pub field: String,
    /// Its value before.
    pub old: Value,
    /// Its value after.
    pub new: Value,
}

/// The changes that `query` asks for, latest first.
pub(crate) fn history(connection: &Connection, query: &HistoryQuery) -> Result<Vec<Entry>> {
    let mut wanted: Vec<Sql> = vec![Sql::Integer(query.before_seq.unwrap_or(i64::MAX >> 24))];
    let mut only = String::new();
    if let Some(record) = query.record {
        wanted.push(Sql::Text(record.to_string()));
        only.push_str(&format!(" AND record = ?{}", wanted.len()));
    }
    if let Some(table) = &query.table {
        wanted.push(Sql::Text(table.clone()));
        only.push_str(&format!(" AND \"table\" = ?{}", wanted.len()));
    }
    let which = match (query.record, &query.table) {
        (None, None) => String::new(),
        (Some(_), _) => format!(" AND seq IN (SELECT change FROM op WHERE 1{only})"),
        (None, Some(_)) => {
            let of_change = "id >= change.seq << 24 AND id < (change.seq + 1) << 24";
            format!(" AND EXISTS (SELECT 1 FROM op WHERE {of_change}{only})")
        }
    };
    let sql = format!(
        "SELECT seq, id, label, params, actor, device, at, undoes, redoes, reverts FROM change
         WHERE seq < ?1{which} ORDER BY seq DESC LIMIT {}",
        query.limit
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(params_from_iter(&wanted))?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        // What an erasure left it did not bring about.
        let reverts = row.get::<_, Option<i64>>(9)?.filter(|of| *of != seq);
        let (touched, records) = if undo::is_erasure(connection, seq)? == Some(true) {
            (0, Vec::new())
        } else {
            records(connection, seq, query)?
        };
        entries.push(Entry {
            seq,
            id: uuid(row.get_ref(1)?.as_str().unwrap_or_default())?,
            label: row.get(2)?,
            params: serde_json::from_str(row.get_ref(3)?.as_str().unwrap_or_default())
                .map_err(|_may_quote| StoreError::Damaged)?,
            actor: row.get(4)?,
            device: uuid(row.get_ref(5)?.as_str().unwrap_or_default())?,
            at: DateTime::from_timestamp_millis(row.get(6)?).ok_or(StoreError::Damaged)?,
            undoes: row.get(7)?,
            redoes: row.get(8)?,
            reverts,
            undone: undo::is_undone(connection, seq)?,
            touched,
            records,
        });
    }
    Ok(entries)
}

fn records(connection: &Connection, seq: i64, query: &HistoryQuery) -> Result<(u32, Vec<RecordChange>)> {
    let mut wanted = vec![Sql::Integer(first_op(seq)), Sql::Integer(first_op(seq + 1))];
    let mut only = String::new();
    if let Some(record) = query.record {
        wanted.push(Sql::Text(record.to_string()));
        only.push_str(" AND record = ?3");
    }
    if let Some(table) = &query.table {
        wanted.push(Sql::Text(table.clone()));
        only.push_str(&format!(" AND \"table\" = ?{}", wanted.len()));
    }
    let range = format!("FROM op WHERE id >= ?1 AND id < ?2{only}");
    let touched = connection
        .prepare_cached(&format!("SELECT count(*) {range}"))?
        .query_row(params_from_iter(&wanted), |row| row.get(0))?;
    let sql = format!(
        "SELECT {} {range} ORDER BY id LIMIT {}",
        ops::COLUMNS,
        query.records
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(params_from_iter(&wanted))?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let mut op = ops::read(row, 0)?;
        let place = |field: &str| op.table.columns.iter().position(|column| column.name == field);
        op.fields.sort_by_key(|(field, _, _)| place(field));
        let fields = op
            .fields
            .into_iter()
            .map(|(field, old, new)| FieldChange { field, old, new })
            .collect();
        records.push(RecordChange {
            table: op.table.name,
            record: op.record,
            action: op.action,
            fields,
        });
    }
    Ok((touched, records))
}
