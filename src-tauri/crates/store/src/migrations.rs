//! From an empty file to today's tables, step by step.
//!
//! A step is never edited once a release has applied it; what changes is added as a further step. A step that
//! changes what records say must journal that change, or the fold of the journal no longer gives the tables.

use rusqlite::Connection;

use crate::errors::{Result, StoreError};
use crate::{derived, journal, search, tables};

/// "Outr" in ASCII: lets the `file` program of a decrypted copy tell what it is.
pub(crate) const APPLICATION_ID: i32 = 0x4f75_7472;

/// One step: the schema number it leads to, and its statements.
pub(crate) struct Step {
    pub(crate) version: u32,
    pub(crate) sql: &'static [&'static str],
}

/// All steps, in order.
pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: &[
        journal::V1,
        derived::V1,
        search::V1,
        tables::programme::V1,
        tables::office::V1,
        tables::market::V1,
        tables::partner::V1,
        tables::delegate::V1,
        tables::venue::V1,
        tables::mission::V1,
        tables::leg::V1,
        tables::event::V1,
        tables::day_override::V1,
    ],
}];

/// The schema that `steps` lead to.
pub(crate) fn newest(steps: &[Step]) -> u32 {
    steps.last().map_or(0, |step| step.version)
}

/// The schema of an open database.
///
/// # Errors
/// [`StoreError::NotAWorkspace`] if it was never made by this program.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::NotAWorkspace);
    }
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Takes a database from schema `from` to the newest of `steps`, in one transaction.
pub(crate) fn apply(connection: &mut Connection, steps: &[Step], from: u32) -> Result<()> {
    let transaction = connection.transaction()?;
    for step in steps.iter().filter(|step| step.version > from) {
        for sql in step.sql {
            transaction.execute_batch(sql)?;
        }
        transaction.pragma_update(None, "user_version", step.version)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(transaction.commit()?)
}
