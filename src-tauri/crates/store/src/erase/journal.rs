//! The journal of one record, rewritten.

use std::collections::HashSet;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::Becomes;
use super::strike::Needles;
use crate::errors::{Result, StoreError};
use crate::image::Image;
use crate::journal::ops::pairs;
use crate::journal::{Action, first_op};
use crate::record::Table;

/// Rewrites every op about a record and notes the changes they belong to. Returns how many ops there were.
pub(super) fn rewrite(
    connection: &Connection,
    table: &'static Table,
    id: Uuid,
    (becomes, needles): (&Becomes, &Needles),
    changes: &mut HashSet<i64>,
) -> Result<u64> {
    let mut select = connection.prepare_cached(
        "SELECT id, action, fields FROM op WHERE record = ?1 AND \"table\" = ?2 ORDER BY id",
    )?;
    let ops: Vec<(i64, String, String)> = select
        .query_map([&id.to_string(), table.name], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut touched = 0;
    for (op, action, fields) in ops {
        let left = match becomes {
            Becomes::Gone => None,
            // The erasure makes it.
            Becomes::Always(..) if becomes.whole(table).is_some() => None,
            Becomes::Always(image, columns) => {
                let action = Action::from_key(&action).ok_or(StoreError::Damaged)?;
                rewritten(table, action, &fields, image, columns)?
            }
            Becomes::Struck(columns) => Some(struck(table, &fields, columns, needles)?),
        };
        match left {
            Some(left) if left == fields.as_bytes() => continue,
            Some(left) => connection
                .prepare_cached("UPDATE op SET fields = ?2 WHERE id = ?1")?
                .execute(params![op, ToSqlOutput::Borrowed(ValueRef::Text(&left))])?,
            None => connection
                .prepare_cached("DELETE FROM op WHERE id = ?1")?
                .execute([op])?,
        };
        touched += 1;
        changes.insert(op >> 24);
    }
    Ok(touched)
}

/// Writes op `n` of change `seq`: a record is made, as what is left of it.
pub(super) fn make(
    connection: &Connection,
    (seq, n): (i64, i64),
    table: &'static Table,
    id: Uuid,
    image: &Image,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO op (id, change, n, \"table\", record, action, fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            first_op(seq) + n,
            seq,
            n,
            table.name,
            id.to_string(),
            Action::Insert.key(),
            ToSqlOutput::Borrowed(ValueRef::Text(&image.op_text(table, true)))
        ])?;
    Ok(())
}

/// The fields of an op without the texts that are struck out of some columns.
fn struck(table: &'static Table, fields: &str, columns: &[usize], needles: &Needles) -> Result<Vec<u8>> {
    let mut all: Map<String, Value> =
        serde_json::from_str(fields).map_err(|_may_quote| StoreError::Damaged)?;
    let mut any = false;
    for at in columns {
        if let Some(pair) = all.get_mut(table.columns[*at].name) {
            any |= needles.strike(pair);
        }
    }
    Ok(if any {
        Value::Object(all).to_string().into_bytes()
    } else {
        fields.as_bytes().to_vec()
    })
}

/// The fields of an op after the record's columns always were what they are in `image`; none if nothing is left.
fn rewritten(
    table: &'static Table,
    action: Action,
    fields: &str,
    image: &Image,
    columns: &[usize],
) -> Result<Option<Vec<u8>>> {
    let is_erased = |field: &str| columns.iter().any(|at| table.columns[*at].name == field);
    let mut left = Map::new();
    for (field, old, new) in pairs(fields)? {
        if !is_erased(&field) {
            left.insert(field, Value::Array(vec![old, new]));
        }
    }
    if action != Action::Update {
        for at in columns {
            let json = image.json(*at);
            if json.is_empty() {
                continue;
            }
            let value = serde_json::from_slice(json).map_err(|_never| StoreError::Damaged)?;
            let pair = if action == Action::Insert {
                vec![Value::Null, value]
            } else {
                vec![value, Value::Null]
            };
            left.insert(table.columns[*at].name.to_owned(), Value::Array(pair));
        }
    }
    if left.is_empty() {
        return Ok(None);
    }
    Ok(Some(Value::Object(left).to_string().into_bytes()))
}
