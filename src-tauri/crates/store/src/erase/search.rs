//! What the file still knows of a record, asked before and after it is erased.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::derived::uuid;
use crate::errors::{Result, StoreError};
use crate::journal::ops::pairs;
use crate::tables;
use crate::workspace::Workspace;

impl Workspace {
    /// Records, there or not, of which the journal ever said that a field was one of these keys: table, key and
    /// field.
    pub fn ever(&self, keys: &[Uuid]) -> Result<Vec<(&'static str, Uuid, String)>> {
        let keys: Vec<String> = keys.iter().map(Uuid::to_string).collect();
        let finders: Vec<memchr::memmem::Finder<'_>> = keys.iter().map(memchr::memmem::Finder::new).collect();
        let mut select = self
            .connection
            .prepare_cached("SELECT \"table\", record, fields FROM op")?;
        let mut rows = select.query([])?;
        let mut found = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let fields = row.get_ref(2)?.as_str().unwrap_or_default();
            if !finders
                .iter()
                .any(|finder| finder.find(fields.as_bytes()).is_some())
            {
                continue;
            }
            let table = row.get_ref(0)?.as_str().unwrap_or_default();
            let table = tables::by_name(table).ok_or(StoreError::Damaged)?;
            let record = uuid(row.get_ref(1)?.as_str().unwrap_or_default())?;
            let is_one = |json: &serde_json::Value| {
                json.as_str()
                    .is_some_and(|text| keys.iter().any(|key| key == text))
            };
            for (field, old, new) in pairs(fields)? {
                if field != "id" && (is_one(&old) || is_one(&new)) {
                    found.insert((table.name, record, field));
                }
            }
        }
        Ok(found.into_iter().collect())
    }

    /// Records that the journal knows and no table holds: removed, or made by a change that was undone.
    pub fn forgotten(&self) -> Result<Vec<(&'static str, Uuid)>> {
        let mut sql = "SELECT DISTINCT record FROM op".to_owned();
        // The tables with most rows first, so that most records are done with at once.
        for table in tables::ALL.iter().rev() {
            sql.push_str(&format!(" EXCEPT SELECT id FROM \"{}\"", table.name));
        }
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let record: String = row.get(0)?;
            let table: String = self
                .connection
                .prepare_cached("SELECT \"table\" FROM op WHERE record = ?1 LIMIT 1")?
                .query_row([&record], |row| row.get(0))?;
            let table = tables::by_name(&table).ok_or(StoreError::Damaged)?;
            found.push((table.name, uuid(&record)?));
        }
        Ok(found)
    }

    /// How many changes of the journal are about any of these records.
    pub fn changes_about(&self, records: &[Uuid]) -> Result<u64> {
        let mut changes = HashSet::new();
        for record in records {
            let mut select = self
                .connection
                .prepare_cached("SELECT id >> 24 FROM op WHERE record = ?1")?;
            for change in select.query_map([record.to_string()], |row| row.get::<_, i64>(0))? {
                changes.insert(change?);
            }
        }
        Ok(changes.len() as u64)
    }

    /// When the journal first heard of a record; none if it never did.
    pub fn first_known(&self, record: Uuid) -> Result<Option<DateTime<Utc>>> {
        let at: Option<i64> = self
            .connection
            .prepare_cached(
                "SELECT at FROM change WHERE seq = (SELECT min(id) >> 24 FROM op WHERE record = ?1)",
            )?
            .query_row([record.to_string()], |row| row.get(0))
            .optional()?;
        at.map(|at| DateTime::from_timestamp_millis(at).ok_or(StoreError::Damaged))
            .transpose()
    }

    /// Whether any byte of the decrypted file, its log and its free pages included, is part of these texts: as
    /// they are, or as JSON writes them. Text by text. Takes memory for a copy of the whole file.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where a page cannot be read.
    pub fn holds(&mut self, texts: &[&str]) -> Result<Vec<bool>> {
        // What lies in the log is moved into the file, and the log cut off.
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))?;
        let bytes = self.connection.serialize("main")?;
        let has = |needle: &[u8]| !needle.is_empty() && memchr::memmem::find(&bytes, needle).is_some();
        Ok(texts
            .iter()
            .map(|text| {
                let json = serde_json::to_string(text).unwrap_or_default();
                let escaped = json.trim_matches('"').as_bytes();
                has(text.as_bytes()) || (escaped != text.as_bytes() && has(escaped))
            })
            .collect())
    }
}
