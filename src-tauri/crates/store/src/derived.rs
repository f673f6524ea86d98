//! What is computed from the records, or belongs to this copy of the file: outside the journal, and not part
//! of what `verify` proves.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::errors::{Result, StoreError};

pub(crate) const V1: &str = r#"
CREATE TABLE instant_cache (
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    utc INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    rules TEXT NOT NULL,
    PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE local (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"#;

/// An instant that zone rules gave for a wall time of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CachedInstant {
    /// The record.
    pub record: Uuid,
    /// The field with the wall time.
    pub field: String,
    /// The instant, to the second.
    pub utc: DateTime<Utc>,
    /// Seconds east of UTC in force then.
    pub offset_s: i32,
    /// Release of the zone rules that gave it, such as `2026f`.
    pub rules: String,
}

pub(crate) fn put_instant(connection: &Connection, instant: &CachedInstant) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO instant_cache (record_id, field, utc, offset_s, rules) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET utc = excluded.utc, offset_s = excluded.offset_s, rules = excluded.rules",
        )?
        .execute(params![
            instant.record.to_string(),
            instant.field,
            instant.utc.timestamp(),
            instant.offset_s,
            instant.rules
        ])?;
    Ok(())
}

pub(crate) fn forget_instants(connection: &Connection, record: Uuid) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM instant_cache WHERE record_id = ?1")?
        .execute([record.to_string()])?;
    Ok(())
}

pub(crate) fn instants(connection: &Connection) -> Result<Vec<CachedInstant>> {
    let mut select =
        connection.prepare_cached("SELECT record_id, field, utc, offset_s, rules FROM instant_cache")?;
    let mut rows = select.query([])?;
    let mut instants = Vec::new();
    while let Some(row) = rows.next()? {
        instants.push(CachedInstant {
            record: uuid(row.get_ref(0)?.as_str().unwrap_or_default())?,
            field: row.get(1)?,
            utc: DateTime::from_timestamp(row.get(2)?, 0).ok_or(StoreError::Damaged)?,
            offset_s: row.get(3)?,
            rules: row.get(4)?,
        });
    }
    Ok(instants)
}

/// A key as it is stored.
pub(crate) fn uuid(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_not_a_key| StoreError::Damaged)
}

/// A value kept under a key in `setting` or `local`.
pub(crate) fn get<T: DeserializeOwned>(
    connection: &Connection,
    table: &'static str,
    key: &str,
) -> Result<Option<T>> {
    let text: Option<String> = connection
        .prepare_cached(&format!("SELECT value FROM {table} WHERE key = ?1"))?
        .query_row([key], |row| row.get(0))
        .optional()?;
    text.map(|text| serde_json::from_str(&text).map_err(|_may_quote| StoreError::Misfit { table }))
        .transpose()
}

/// Keeps a value under a key in `setting` or `local`.
pub(crate) fn set<T: Serialize + ?Sized>(
    connection: &Connection,
    table: &'static str,
    key: &str,
    value: &T,
) -> Result<()> {
    let text = serde_json::to_string(value).map_err(|_may_quote| StoreError::Misfit { table })?;
    connection
        .prepare_cached(&format!(
            "INSERT INTO {table} (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value"
        ))?
        .execute([key, &text])?;
    Ok(())
}
