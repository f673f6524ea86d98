//! One change: records written, their journal with them, in one transaction.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, ffi, params};
use uuid::{NoContext, Timestamp, Uuid};

use crate::derived::{self, CachedInstant};
use crate::errors::{Dangling, Result, StoreError};
use crate::hlc;
use crate::image::Image;
use crate::journal::ops::Edits;
use crate::journal::state::State;
use crate::journal::{ChangeMeta, Touched};
use crate::record::{Record, Table};
use crate::search;
use crate::statements;
use crate::values;

/// A change that is being made.
pub struct Tx<'ws> {
    pub(crate) connection: &'ws Connection,
    pub(crate) act: Act,
    edits: Edits,
    /// By table, a key that no key in it comes after; tables that were not asked for yet are missing.
    newest: Vec<(&'static str, Option<Uuid>)>,
}

/// What sort of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    Plain,
    Undo(i64),
    Redo(i64),
    Revert(i64),
    /// By its own number: it names itself as what it takes back, so that nothing else can.
    Erasure(i64),
}

/// What became of a write.
#[derive(Clone, Debug)]
pub struct Written<R> {
    /// What the closure returned.
    pub value: R,
    /// The change as journalled; none if no record is other than it was.
    pub change: Option<Change>,
}

/// A journalled change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its number in this file.
    pub seq: i64,
    /// Its key, unique among all copies of the workspace.
    pub id: Uuid,
    /// The records that are not what they were.
    pub touched: Vec<Touched>,
}

impl<'ws> Tx<'ws> {
    /// The record with that key, as it now is within this change.
    pub fn get<T: Record>(&self, id: Uuid) -> Result<Option<T>> {
        values::fetch(self.connection, T::TABLE, id)?
            .map(|image| image.record())
            .transpose()
    }

    /// The record as it was when this change began; for one this change has not touched, as it is.
    pub fn before<T: Record>(&self, id: Uuid) -> Result<Option<T>> {
        match self.edits.before(T::TABLE, id) {
            Some(before) => before.map(Image::record).transpose(),
            None => self.get(id),
        }
    }

    /// Writes a record, whether it is new or not. False if it was stored like that already.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] if another record holds a value that must be unique.
    pub fn put<T: Record>(&mut self, record: &T) -> Result<bool> {
        let id = record.id();
        let before = if self.is_beyond_all(T::TABLE, id)? {
            None
        } else {
            values::fetch(self.connection, T::TABLE, id)?
        };
        self.set(T::TABLE, id, before, Some(Image::of(record)?))
    }

    /// Takes a record away. False if it was not there. Its cached instants and index entry go as well.
    pub fn remove<T: Record>(&mut self, id: Uuid) -> Result<bool> {
        let before = values::fetch(self.connection, T::TABLE, id)?;
        self.set(T::TABLE, id, before, None)
    }

    /// The records that this change has made other than they were, so far.
    pub fn touched(&self) -> Vec<Touched> {
        self.edits.touched()
    }

    /// Keeps an instant that zone rules gave.
    pub fn cache_instant(&mut self, instant: &CachedInstant) -> Result<()> {
        derived::put_instant(self.connection, instant)
    }

    /// Keeps many of them.
    pub fn cache_instants(&mut self, instants: &[CachedInstant]) -> Result<()> {
        instants
            .iter()
            .try_for_each(|instant| self.cache_instant(instant))
    }

    /// Makes a record findable by `title` and, less so, by `body`. `kind` is its table's name, or any other
    /// word by which searches choose.
    pub fn index(&mut self, kind: &str, id: Uuid, title: &str, body: &str) -> Result<()> {
        search::put(self.connection, kind, id, title, body)
    }

    /// Makes a record not findable any more.
    pub fn unindex(&mut self, kind: &str, id: Uuid) -> Result<()> {
        search::remove(self.connection, kind, id)
    }

    /// Empties the search index, to be filled anew with [`Tx::index`].
    pub fn clear_index(&mut self) -> Result<()> {
        search::clear(self.connection)
    }

    /// Keeps a setting. Not journalled.
    pub fn set_setting<S: serde::Serialize + ?Sized>(&mut self, key: &str, value: &S) -> Result<()> {
        derived::set(self.connection, "setting", key, value)
    }

    /// Whether the key comes after every key of its table, as those of fresh records do: then it is not there, and
    /// need not be looked for.
    fn is_beyond_all(&mut self, table: &'static Table, id: Uuid) -> Result<bool> {
        let newest = match self.newest.iter().find(|(name, _)| *name == table.name) {
            Some((_, newest)) => *newest,
            None => {
                let found: Option<String> = self
                    .connection
                    .prepare_cached(&statements::of(table).newest)?
                    .query_row([], |row| row.get(0))?;
                let newest = found.as_deref().map(derived::uuid).transpose()?;
                self.newest.push((table.name, newest));
                newest
            }
        };
        Ok(newest.is_none_or(|newest| id > newest))
    }

    /// Makes a record `after`, which now is `before`.
    pub(crate) fn set(
        &mut self,
        table: &'static Table,
        id: Uuid,
        before: Option<Image>,
        after: Option<Image>,
    ) -> Result<bool> {
        match (&before, &after) {
            (None, None) => return Ok(false),
            (None, Some(after)) => {
                values::insert_image(self.connection, table, after)?;
                let newest = self.newest.iter_mut().find(|(name, _)| *name == table.name);
                if let Some((_, newest)) = newest {
                    *newest = (*newest).max(Some(id));
                }
            }
            (Some(_), None) => {
                values::delete(self.connection, table, id)?;
                derived::forget_instants(self.connection, id)?;
                search::remove(self.connection, table.name, id)?;
            }
            (Some(before), Some(after)) => {
                let changed = before.differing(after);
                if changed.is_empty() {
                    return Ok(false);
                }
                values::update_image(self.connection, table, id, after, &changed)?;
            }
        }
        self.edits.note(table, id, before, after);
        Ok(true)
    }
}

/// Runs `work` in a transaction and commits it with its journal.
pub(crate) fn write<R, E: From<StoreError>>(
    connection: &mut Connection,
    state: &mut State,
    meta: &ChangeMeta,
    now: DateTime<Utc>,
    work: impl FnOnce(&mut Tx<'_>) -> Result<R, E>,
) -> Result<Written<R>, E> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(StoreError::from)?;
    let mut tx = Tx {
        connection: &transaction,
        act: Act::Plain,
        edits: Edits::default(),
        newest: Vec::new(),
    };
    // An early return drops the transaction, which rolls everything back.
    let value = work(&mut tx)?;
    let (act, edits) = (tx.act, tx.edits);
    let touched = edits.touched();
    let mut next = state.clone();
    let change = if touched.is_empty() {
        None
    } else {
        next.seq += 1;
        next.hlc = hlc::tick(state.hlc, now);
        let id = fresh(now);
        store_change(&transaction, &next, state, meta, act, id, now)?;
        edits.store(&transaction, next.seq)?;
        next.seen.insert(next.device, next.hlc);
        Some(Change {
            seq: next.seq,
            id,
            touched,
        })
    };
    commit(transaction)?;
    *state = next;
    Ok(Written { value, change })
}

/// A key for a change made now.
pub(crate) fn fresh(now: DateTime<Utc>) -> Uuid {
    Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        now.timestamp().max(0).unsigned_abs(),
        now.timestamp_subsec_nanos(),
    ))
}

pub(crate) fn store_change(
    connection: &Connection,
    next: &State,
    state: &State,
    meta: &ChangeMeta,
    act: Act,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let (mut undoes, mut redoes, mut reverts) = (None, None, None);
    match act {
        Act::Plain => {}
        Act::Undo(seq) => undoes = Some(seq),
        Act::Redo(seq) => redoes = Some(seq),
        Act::Revert(seq) | Act::Erasure(seq) => reverts = Some(seq),
    }
    let seen = serde_json::to_string(&state.seen).map_err(|_never| StoreError::Misfit { table: "change" })?;
    connection
        .prepare_cached(
            "INSERT INTO change (seq, id, label, params, actor, device, hlc, seen, at, undoes, redoes, reverts)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            next.seq,
            id.to_string(),
            meta.label,
            meta.params.to_string(),
            meta.actor,
            next.device.to_string(),
            next.hlc,
            seen,
            now.timestamp_millis(),
            undoes,
            redoes,
            reverts
        ])?;
    Ok(())
}

/// Commits; if references would dangle, says which, and everything is rolled back.
pub(crate) fn commit(transaction: rusqlite::Transaction<'_>) -> Result<()> {
    let Err(error) = transaction.execute_batch("COMMIT") else {
        return Ok(());
    };
    let code = error.sqlite_error().map_or(0, |inner| inner.extended_code);
    let told = if code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY {
        match dangling(&transaction) {
            Ok(dangling) => StoreError::Refers(dangling),
            Err(other) => other,
        }
    } else {
        error.into()
    };
    drop(transaction);
    Err(told)
}

/// References into nothing, the first hundred.
pub(crate) fn dangling(connection: &Connection) -> Result<Vec<Dangling>> {
    let mut check =
        connection.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 100")?;
    let mut rows = check.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (table, rowid, missing): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // The journal's tables and the plan's have a key called `id`; those of `op` are numbers.
        let sql = format!("SELECT CAST(id AS TEXT) FROM \"{table}\" WHERE rowid = ?1");
        let key: String = connection
            .query_row(&sql, [rowid], |row| row.get(0))
            .unwrap_or_default();
        found.push(Dangling {
            table,
            record: Uuid::parse_str(&key).unwrap_or_default(),
            missing,
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{KeyCost, Unlock, Workspace, unwatched};
    use outreach_plan::{Office, OfficeId, Wording};

    #[test]
    fn a_change_that_finds_no_room_is_taken_back_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.outreach");
        let mut workspace = Workspace::create(&path, "words", KeyCost::CHEAP_FOR_TESTS).unwrap();
        let office = |n: u128, notes: String| Office {
            id: OfficeId(Uuid::from_u128(n)),
            name: Wording::english("Berlin"),
            city: None,
            zone: "Europe/Berlin".into(),
            notes,
        };
        let (meta, now) = (ChangeMeta::new("office.add", "me"), DateTime::UNIX_EPOCH);
        workspace
            .write(&meta, now, |tx| tx.put(&office(1, String::new())))
            .unwrap();
        let pages: i64 = workspace
            .connection
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .unwrap();
        workspace
            .connection
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_row| Ok(()))
            .unwrap();
        let refused = workspace.write(&meta, now, |tx| -> Result<()> {
            tx.put(&office(1, "changed".into()))?;
            tx.put(&office(2, "x".repeat(100_000)))?;
            Ok(())
        });
        assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
        assert_eq!(
            workspace.load_all::<Office>().unwrap(),
            [office(1, String::new())]
        );
        workspace.close().unwrap();
        let workspace = Workspace::open(&path, Unlock::Passphrase("words")).unwrap();
        assert!(workspace.verify(&mut unwatched()).unwrap().is_sound());
    }
}
