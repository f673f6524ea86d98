//! What was said about changes, without texts that are erased.

use rusqlite::{Connection, params};
use serde_json::Value;

use super::strike::Needles;
use crate::errors::{Result, StoreError};

/// Takes the texts out of the parameters of every change.
pub(super) fn strike(connection: &Connection, needles: &Needles) -> Result<()> {
    if needles.is_empty() {
        return Ok(());
    }
    let mut select = connection.prepare("SELECT seq, params FROM change WHERE params <> '{}'")?;
    let told: Vec<(i64, String)> = select
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (seq, told) in told {
        let mut value: Value = serde_json::from_str(&told).map_err(|_may_quote| StoreError::Damaged)?;
        if needles.strike(&mut value) {
            connection
                .prepare_cached("UPDATE change SET params = ?2 WHERE seq = ?1")?
                .execute(params![seq, value.to_string()])?;
        }
    }
    Ok(())
}
