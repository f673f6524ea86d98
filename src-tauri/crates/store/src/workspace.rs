//! An open workspace: reading records, making changes, closing.

use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::derived::{self, CachedInstant};
use crate::envelope::{self, Header};
use crate::errors::{Result, StoreError};
use crate::journal::ChangeMeta;
use crate::journal::history::{self, Entry, HistoryQuery};
use crate::journal::state::State;
use crate::journal::undo::{self, Target};
use crate::keychain;
use crate::keys::{Key, KeyCost};
use crate::lock::Lock;
use crate::open;
use crate::record::Record;
use crate::rowread;
use crate::search::{self, Hit};
use crate::values;
use crate::write::{self, Tx, Written};

/// A workspace file, held open by this program alone. Dropping it closes it; what was acknowledged stays.
///
/// It can be sent to another thread but not shared between threads; one writer is all there is.
pub struct Workspace {
    // The order of fields is the order of closing: the database first, then the file, then the lock.
    pub(crate) connection: Connection,
    pub(crate) state: State,
    pub(crate) data_key: Key,
    pub(crate) header: Header,
    /// Open for as long as the database is: closing any handle on a file drops SQLite's locks on it.
    pub(crate) file: File,
    pub(crate) path: PathBuf,
    #[expect(dead_code, reason = "held, not used: dropping it lets others in")]
    pub(crate) lock: Lock,
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workspace")
            .field("id", &self.header.workspace)
            .finish_non_exhaustive()
    }
}

impl Workspace {
    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Which workspace it is; the same for its backups.
    pub fn id(&self) -> Uuid {
        self.header.workspace
    }

    /// This copy of the workspace; changes made here carry it.
    pub fn device(&self) -> Uuid {
        self.state.device
    }

    /// Number of the last change; 0 before the first.
    pub fn revision(&self) -> i64 {
        self.state.seq
    }

    /// Every record of a type, in the order of their keys, which is about the order they were made in.
    pub fn load_all<T: Record>(&self) -> Result<Vec<T>> {
        let mut select = self.connection.prepare_cached(&T::TABLE.select_all())?;
        let mut rows = select.query([])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(rowread::record::<T>(row)?);
        }
        // Cheaper than to have SQLite walk the index on the key, and the rows mostly lie in order.
        records.sort_by_key(Record::id);
        Ok(records)
    }

    /// One record.
    pub fn get<T: Record>(&self, id: Uuid) -> Result<Option<T>> {
        let mut select = self.connection.prepare_cached(&T::TABLE.select_one())?;
        let mut rows = select.query([id.to_string()])?;
        rows.next()?.map(|row| rowread::record::<T>(row)).transpose()
    }

    /// How many records of a type there are.
    pub fn count<T: Record>(&self) -> Result<u64> {
        values::count(&self.connection, T::TABLE.name)
    }

    /// Makes one change: what `work` does is committed as a whole, with its journal, and on the disk when this
    /// returns; or not at all, if `work` or the commit fails. A change that leaves every record as it was is
    /// not journalled.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::Refers`] if a reference would dangle; [`StoreError::DiskFull`].
    pub fn write<R, E: From<StoreError>>(
        &mut self,
        meta: &ChangeMeta,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<R, E>,
    ) -> Result<Written<R>, E> {
        write::write(&mut self.connection, &mut self.state, meta, now, work)
    }

    /// The change that [`Tx::undo`] would take back.
    pub fn undo_target(&self) -> Result<Option<Target>> {
        undo::undo_target(&self.connection)
    }

    /// The change that [`Tx::redo`] would do again.
    pub fn redo_target(&self) -> Result<Option<Target>> {
        undo::redo_target(&self.connection)
    }

    /// The changes that `query` asks for, latest first.
    pub fn history(&self, query: &HistoryQuery) -> Result<Vec<Entry>> {
        history::history(&self.connection, query)
    }

    /// All that was ever done to one record, latest first.
    pub fn record_history(&self, record: Uuid) -> Result<Vec<Entry>> {
        self.history(&HistoryQuery {
            record: Some(record),
            limit: u32::MAX,
            ..HistoryQuery::default()
        })
    }

    /// The records that hold every word of `text`, or words that begin so; best first. Any text is a valid
    /// query. No `kinds` means all.
    pub fn search(&self, text: &str, kinds: &[&str], limit: u32) -> Result<Vec<Hit>> {
        search::search(&self.connection, text, kinds, limit)
    }

    /// How many records are findable: 0 in a file whose index must be filled.
    pub fn indexed(&self) -> Result<u64> {
        search::count(&self.connection)
    }

    /// Fills the search index anew from `(kind, record, title, body)`.
    pub fn rebuild_index<'text>(
        &mut self,
        now: DateTime<Utc>,
        texts: impl IntoIterator<Item = (&'text str, Uuid, String, String)>,
    ) -> Result<u64> {
        self.write(&ChangeMeta::new("index.rebuild", ""), now, |tx| -> Result<()> {
            tx.clear_index()?;
            texts
                .into_iter()
                .try_for_each(|(kind, id, title, body)| tx.index(kind, id, &title, &body))
        })?;
        self.indexed()
    }

    /// All cached instants.
    pub fn cached_instants(&self) -> Result<Vec<CachedInstant>> {
        derived::instants(&self.connection)
    }

    /// A setting; none if it was never set.
    pub fn setting<S: DeserializeOwned>(&self, key: &str) -> Result<Option<S>> {
        derived::get(&self.connection, "setting", key)
    }

    /// Keeps a setting. Not journalled.
    pub fn set_setting<S: Serialize + ?Sized>(&mut self, key: &str, value: &S) -> Result<()> {
        derived::set(&self.connection, "setting", key, value)
    }

    /// Puts the file under a new passphrase. Safe against a power cut at any moment: one of the two opens it.
    /// Backups made before keep the old one. The system keychain has to be joined again.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] if `old` is not the present one.
    pub fn change_passphrase(&mut self, old: &str, new: &str, cost: KeyCost) -> Result<()> {
        open::unwrap(&self.header, open::Unlock::Passphrase(old))?;
        let header = open::rewrap(&self.header, &self.data_key, new, cost)?;
        let was_joined = self.header.by_keychain.is_some();
        self.header = envelope::replace(&mut self.file, &header)?;
        if was_joined {
            // The key kept there opens nothing any more; leaving it would only be untidy.
            let _unreachable_keychain = keychain::forget(self.header.workspace);
        }
        Ok(())
    }

    /// Whether the system keychain was given a key to this file, on some machine.
    pub fn in_keychain(&self) -> bool {
        self.header.by_keychain.is_some()
    }

    /// Lets the system keychain open this file on this machine.
    ///
    /// # Errors
    /// [`StoreError::NoKeychain`] in a build or on a machine without one.
    pub fn join_keychain(&mut self) -> Result<()> {
        let (header, key) = open::add_keychain_wrap(&self.header, &self.data_key)?;
        keychain::keep(self.header.workspace, &key)?;
        self.header = envelope::replace(&mut self.file, &header)?;
        Ok(())
    }

    /// Leaves the passphrase as the only way in.
    pub fn leave_keychain(&mut self) -> Result<()> {
        let header = Header {
            by_keychain: None,
            ..self.header.clone()
        };
        self.header = envelope::replace(&mut self.file, &header)?;
        keychain::forget(self.header.workspace)
    }

    /// Closes the file: the log is moved into it, the key wiped from memory, the lock given back.
    ///
    /// # Errors
    /// Where the log could not be moved; the file and its log together still are the whole workspace.
    pub fn close(self) -> Result<()> {
        open::shut(self.connection)
    }
}
