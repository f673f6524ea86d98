//! Fields between their three shapes: serde's, the journal's JSON and the column's SQL value.

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::errors::{Result, StoreError};
use crate::image::Image;
use crate::record::{Kind, Record, Table};
use crate::statements;

/// A whole record, field by field.
pub(crate) type Fields = Map<String, Value>;

/// The fields of a record; every column is there, empty ones as null.
pub(crate) fn fields_of<T: Record>(record: &T) -> Result<Fields> {
    let misfit = StoreError::Misfit { table: T::TABLE.name };
    let Ok(Value::Object(mut fields)) = serde_json::to_value(record) else {
        return Err(misfit);
    };
    for column in T::TABLE.columns {
        if !fields.contains_key(column.name) {
            fields.insert(column.name.to_owned(), Value::Null);
        }
    }
    // A field without a column would be lost without a word.
    if fields.len() == T::TABLE.columns.len() {
        Ok(fields)
    } else {
        Err(misfit)
    }
}

/// The column value of a field.
pub(crate) fn to_sql(table: &Table, kind: Kind, value: &Value) -> Result<Sql> {
    let misfit = || StoreError::Misfit {
        table: static_name(table),
    };
    Ok(match (kind, value) {
        (_, Value::Null) => Sql::Null,
        (Kind::Text, Value::String(text)) => Sql::Text(text.clone()),
        (Kind::Int, Value::Number(number)) => Sql::Integer(number.as_i64().ok_or_else(misfit)?),
        (Kind::Real, Value::Number(number)) => Sql::Real(number.as_f64().ok_or_else(misfit)?),
        (Kind::Bool, Value::Bool(yes)) => Sql::Integer(i64::from(*yes)),
        (Kind::Json, value) => Sql::Text(serde_json::to_string(value).map_err(|_never| misfit())?),
        _ => return Err(misfit()),
    })
}

/// The field that a column value stands for.
pub(crate) fn from_sql(table: &Table, kind: Kind, value: ValueRef<'_>) -> Result<Value> {
    let misfit = || StoreError::Misfit {
        table: static_name(table),
    };
    let text = |bytes| std::str::from_utf8(bytes).map_err(|_not_utf8| StoreError::Damaged);
    Ok(match (kind, value) {
        (_, ValueRef::Null) => Value::Null,
        (Kind::Text, ValueRef::Text(bytes)) => Value::String(text(bytes)?.to_owned()),
        (Kind::Int, ValueRef::Integer(number)) => Value::from(number),
        (Kind::Real, ValueRef::Real(number)) => Value::from(number),
        (Kind::Bool, ValueRef::Integer(number)) => Value::Bool(number != 0),
        (Kind::Json, ValueRef::Text(bytes)) => serde_json::from_slice(bytes).map_err(|_bad| misfit())?,
        _ => return Err(misfit()),
    })
}

fn static_name(table: &Table) -> &'static str {
    table.name
}

/// The stored record; none if it is not there.
pub(crate) fn fetch(connection: &Connection, table: &'static Table, id: Uuid) -> Result<Option<Image>> {
    let mut select = connection.prepare_cached(&statements::of(table).select_one)?;
    let row = select
        .query_row([id.to_string()], |row| Ok(Image::of_row(table, row)))
        .optional()?;
    row.transpose()
}

/// Writes a record that is not there yet.
pub(crate) fn insert_image(connection: &Connection, table: &'static Table, image: &Image) -> Result<()> {
    let mut insert = connection.prepare_cached(&statements::of(table).insert)?;
    for at in 0..table.columns.len() {
        insert.raw_bind_parameter(at + 1, image.sql(table, at)?)?;
    }
    insert.raw_execute()?;
    Ok(())
}

/// Writes some columns of a record that is there.
pub(crate) fn update_image(
    connection: &Connection,
    table: &'static Table,
    id: Uuid,
    image: &Image,
    columns: &[usize],
) -> Result<()> {
    let sets: Vec<String> = columns
        .iter()
        .zip(1..)
        .map(|(at, n)| format!("\"{}\" = ?{n}", table.columns[*at].name))
        .collect();
    let sql = format!(
        "UPDATE \"{}\" SET {} WHERE id = ?{}",
        table.name,
        sets.join(", "),
        columns.len() + 1
    );
    let mut update = connection.prepare_cached(&sql)?;
    for (at, n) in columns.iter().zip(1..) {
        update.raw_bind_parameter(n, image.sql(table, *at)?)?;
    }
    update.raw_bind_parameter(columns.len() + 1, id.to_string())?;
    update.raw_execute()?;
    Ok(())
}

/// Writes a record that is not there yet.
pub(crate) fn insert(connection: &Connection, table: &Table, fields: &Fields) -> Result<()> {
    let mut values = Vec::with_capacity(table.columns.len());
    for column in table.columns {
        values.push(to_sql(
            table,
            column.kind,
            fields.get(column.name).unwrap_or(&Value::Null),
        )?);
    }
    connection
        .prepare_cached(&statements::of(table).insert)?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Writes some fields of a record that is there; false if it is not.
pub(crate) fn update<'field>(
    connection: &Connection,
    table: &Table,
    id: Uuid,
    changed: impl Iterator<Item = (&'field str, &'field Value)>,
) -> Result<bool> {
    let (mut sets, mut values) = (Vec::new(), Vec::new());
    for (field, value) in changed {
        let column = table
            .columns
            .iter()
            .find(|column| column.name == field)
            .ok_or(StoreError::Misfit {
                table: static_name(table),
            })?;
        values.push(to_sql(table, column.kind, value)?);
        sets.push(format!("\"{}\" = ?{}", column.name, values.len()));
    }
    values.push(Sql::Text(id.to_string()));
    let sql = format!(
        "UPDATE \"{}\" SET {} WHERE id = ?{}",
        table.name,
        sets.join(", "),
        values.len()
    );
    Ok(connection
        .prepare_cached(&sql)?
        .execute(params_from_iter(values))?
        == 1)
}

/// Takes a record out; false if it is not there.
pub(crate) fn delete(connection: &Connection, table: &Table, id: Uuid) -> Result<bool> {
    let mut delete = connection.prepare_cached(&statements::of(table).delete)?;
    Ok(delete.execute([id.to_string()])? == 1)
}

/// How many rows a table has.
pub(crate) fn count(connection: &Connection, table: &str) -> Result<u64> {
    let sql = format!("SELECT count(*) FROM \"{table}\"");
    let rows: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
    Ok(rows.unsigned_abs())
}
