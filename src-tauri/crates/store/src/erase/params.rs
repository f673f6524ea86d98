//! What was said about changes, without texts that are erased.

use rusqlite::{Connection, params};
use serde_json::Value;

use crate::errors::{Result, StoreError};

/// Takes the texts out of the parameters of every change. A parameter that holds one goes as a whole.
pub(super) fn strike(connection: &Connection, texts: &[String]) -> Result<()> {
    if texts.is_empty() {
        return Ok(());
    }
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let mut select = connection.prepare("SELECT seq, params FROM change WHERE params <> '{}'")?;
    let told: Vec<(i64, String)> = select
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (seq, told) in told {
        let mut value: Value = serde_json::from_str(&told).map_err(|_may_quote| StoreError::Damaged)?;
        if blank(&mut value, &texts) {
            connection
                .prepare_cached("UPDATE change SET params = ?2 WHERE seq = ?1")?
                .execute(params![seq, value.to_string()])?;
        }
    }
    Ok(())
}

fn blank(value: &mut Value, texts: &[String]) -> bool {
    match value {
        Value::String(text) => {
            let folded = text.to_lowercase();
            let holds = texts.iter().any(|it| folded.contains(it.as_str()));
            if holds {
                text.clear();
            }
            holds
        }
        Value::Array(items) => items
            .iter_mut()
            .fold(false, |any, item| blank(item, texts) || any),
        Value::Object(fields) => fields
            .values_mut()
            .fold(false, |any, item| blank(item, texts) || any),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
