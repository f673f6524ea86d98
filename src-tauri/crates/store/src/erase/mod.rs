//! Taking records out of the file for good: out of their tables, out of the journal that would bring them back,
//! and out of every page that once held them.
//!
//! The journal is rewritten as if the records had always been what is left of them. A record that *becomes*
//! something was made by the erasure, and no change before it says anything of it: what is only counted stays
//! counted, whatever is taken back. Of a record that becomes something in some fields, changes that only changed
//! what is erased say nothing any more. A record that goes was never there. Either way the tables stay the fold of
//! the journal, and undo, redo and revert find nothing to bring back.
//!
//! All of it happens in a copy, which is then given a fresh layout page by page, proved sound, and put in the
//! file's place by one rename. So it is done whole or not at all, whatever is killed or fills up in between, at
//! the price of room for a second file while it lasts.

mod journal;
mod params;
mod search;
mod strike;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use uuid::Uuid;

use strike::Needles;

use crate::envelope;
use crate::errors::{Result, StoreError};
use crate::files::{self, Temporary};
use crate::hlc;
use crate::image::Image;
use crate::journal::ChangeMeta;
use crate::journal::state::State;
use crate::lock::beside;
use crate::open::{copy_key, settle, shut};
use crate::progress::{Progress, Stage, tell};
use crate::record::{Record, Table};
use crate::workspace::Workspace;
use crate::{backup, derived, search as index, values, verify, vfs, write};

/// The copy in which an erasure is made ready.
pub(crate) const UNFINISHED: &str = ".erasing";

/// What is to be erased.
#[derive(Default)]
pub struct Erasure {
    becomes: HashMap<(&'static str, Uuid), Becomes>,
    texts: Vec<String>,
}

/// What is left of a record.
enum Becomes {
    /// Nothing: it was never there.
    Gone,
    /// These columns always held this.
    Always(Image, Vec<usize>),
    /// These columns never held the texts that are struck out.
    Struck(Vec<usize>),
}

impl Becomes {
    /// All that is left of a record of `table`; none where some of its fields keep their past.
    fn whole(&self, table: &Table) -> Option<&Image> {
        match self {
            Self::Always(image, columns) if columns.len() == table.columns.len() => Some(image),
            Self::Always(..) | Self::Gone | Self::Struck(_) => None,
        }
    }
}

impl Erasure {
    /// Nothing, to begin with.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nothing is to be erased.
    pub fn is_empty(&self) -> bool {
        self.becomes.is_empty()
    }

    /// How many records it is about.
    pub fn len(&self) -> usize {
        self.becomes.len()
    }

    /// The record was never anything but this.
    pub fn becomes<T: Record>(&mut self, record: &T) -> Result<()> {
        let all = (0..T::TABLE.columns.len()).collect();
        let becomes = Becomes::Always(Image::of(record)?, all);
        self.becomes.insert((T::TABLE.name, record.id()), becomes);
        Ok(())
    }

    /// These fields of the record never held anything but what they hold in `record`; the others keep their
    /// history, and must be as they are stored.
    pub fn becomes_in<T: Record>(&mut self, record: &T, fields: &[&str]) -> Result<()> {
        let mut columns: Vec<usize> = fields
            .iter()
            .map(|field| {
                T::TABLE
                    .place(field)
                    .ok_or(StoreError::Misfit { table: T::TABLE.name })
            })
            .collect::<Result<_>>()?;
        let key = (T::TABLE.name, record.id());
        if let Some(Becomes::Always(_, others)) = self.becomes.get(&key) {
            columns.extend(others);
        }
        columns.sort_unstable();
        columns.dedup();
        self.becomes
            .insert(key, Becomes::Always(Image::of(record)?, columns));
        Ok(())
    }

    /// These fields of the record, there or not, never held a text of [`Erasure::strike`]. Does nothing to a
    /// record of which something else was said.
    ///
    /// # Errors
    /// [`StoreError::Misfit`] if there is no such table or field.
    pub fn strike_in(&mut self, table: &str, id: Uuid, fields: &[String]) -> Result<()> {
        let table = crate::tables::by_name(table).ok_or(StoreError::Misfit { table: "unknown" })?;
        let columns = fields
            .iter()
            .map(|field| table.place(field).ok_or(StoreError::Misfit { table: table.name }))
            .collect::<Result<_>>()?;
        self.becomes
            .entry((table.name, id))
            .or_insert(Becomes::Struck(columns));
        Ok(())
    }

    /// The record was never there.
    ///
    /// # Errors
    /// [`StoreError::Misfit`] if there is no such table.
    pub fn remove(&mut self, table: &str, id: Uuid) -> Result<()> {
        let table = crate::tables::by_name(table).ok_or(StoreError::Misfit { table: "unknown" })?;
        self.becomes.insert((table.name, id), Becomes::Gone);
        Ok(())
    }

    /// What was said about changes loses these texts, whatever their case.
    pub fn strike(&mut self, texts: impl IntoIterator<Item = String>) {
        self.texts
            .extend(texts.into_iter().filter(|text| !text.trim().is_empty()));
    }
}

/// What an erasure did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Changes of the journal that were rewritten.
    pub changes: u64,
    /// Ops taken out of them or rewritten.
    pub ops: u64,
}

impl Workspace {
    /// Erases records for good; see [`Erasure`]. `meta` goes into the journal as a change that nothing takes back.
    /// The search index is emptied, for the caller to fill again.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::Refers`] where something would refer to what is gone,
    /// [`StoreError::Cancelled`], [`StoreError::CopyNotVerified`]; the file then is as it was.
    pub fn erase(
        &mut self,
        meta: &ChangeMeta,
        now: DateTime<Utc>,
        erasure: &Erasure,
        progress: Progress<'_>,
    ) -> Result<Erased> {
        let copy = beside(&self.path, UNFINISHED);
        let temporary = Temporary::at(&copy);
        let mut file = files::create(&copy)?;
        envelope::write_new(&mut file, &self.header)?;
        let mut onto = vfs::open(&copy, &self.data_key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        settle(&onto)?;
        backup::copy_pages(&self.connection, &mut onto, progress)?;
        // A copy that fails is thrown away, so it needs neither a log nor to be on the disk before it is whole.
        onto.query_row("PRAGMA journal_mode = OFF", [], |_row| Ok(()))?;
        onto.execute_batch("PRAGMA synchronous = OFF")?;
        let (erased, _) = rewrite(&mut onto, &self.state, meta, now, erasure)?;
        tell(progress, Stage::Pages, 0, 2)?;
        onto.execute_batch("VACUUM")?;
        tell(progress, Stage::Pages, 1, 2)?;
        onto.query_row("PRAGMA journal_mode = WAL", [], |_row| Ok(()))?;
        shut(onto)?;
        let again = vfs::open(
            &copy,
            &copy_key(&self.data_key),
            OpenFlags::SQLITE_OPEN_READ_WRITE,
        )?;
        settle(&again)?;
        let faults = verify::faults(&again, "cipher_integrity_check")?;
        let unsound = verify::faults(&again, "quick_check")?;
        if !faults.is_empty() || !unsound.is_empty() {
            return Err(StoreError::CopyNotVerified);
        }
        shut(again)?;
        file.sync_all().map_err(|error| crate::errors::of_file(&error))?;
        drop(file);
        tell(progress, Stage::Pages, 2, 2)?;
        // From here on the database is closed; whatever fails, the file that then lies there is opened again.
        let old = std::mem::replace(&mut self.connection, Connection::open_in_memory()?);
        let swapped = shut(old).and_then(|()| files::rename(&copy, &self.path));
        if swapped.is_ok() {
            temporary.keep();
        }
        self.reopen()?;
        swapped?;
        Ok(erased)
    }
}

fn rewrite(
    onto: &mut Connection,
    state: &State,
    meta: &ChangeMeta,
    now: DateTime<Utc>,
    erasure: &Erasure,
) -> Result<(Erased, State)> {
    let transaction = onto.transaction()?;
    let needles = Needles::of(erasure.texts.iter().map(String::as_str));
    let mut changes = HashSet::new();
    let mut ops = 0;
    let mut next = state.clone();
    next.seq += 1;
    next.hlc = hlc::tick(state.hlc, now);
    let act = write::Act::Erasure(next.seq);
    write::store_change(&transaction, &next, state, meta, act, write::fresh(now), now)?;
    let mut made = 0;
    // In the order of keys, so that two runs do the same.
    let mut all: Vec<_> = erasure.becomes.iter().collect();
    all.sort_by_key(|(key, _)| **key);
    for ((name, id), becomes) in all {
        let table = crate::tables::by_name(name).ok_or(StoreError::Damaged)?;
        ops += journal::rewrite(&transaction, table, *id, (becomes, &needles), &mut changes)?;
        settle_row(&transaction, table, *id, (becomes, &needles))?;
        if let Some(image) = becomes.whole(table) {
            journal::make(&transaction, (next.seq, made), table, *id, image)?;
            made += 1;
        }
    }
    params::strike(&transaction, &needles)?;
    index::clear(&transaction)?;
    write::commit(transaction)?;
    let erased = Erased {
        changes: changes.len() as u64,
        ops,
    };
    Ok((erased, next))
}

/// Makes the row what is left of the record.
fn settle_row(
    connection: &Connection,
    table: &'static Table,
    id: Uuid,
    (becomes, needles): (&Becomes, &Needles),
) -> Result<()> {
    match becomes {
        Becomes::Gone => {
            values::delete(connection, table, id)?;
            derived::forget_instants(connection, id)?;
        }
        Becomes::Always(image, columns) => values::update_image(connection, table, id, image, columns)?,
        Becomes::Struck(columns) => {
            let Some(before) = values::fetch(connection, table, id)? else {
                return Ok(());
            };
            let mut changed = Vec::new();
            for at in columns {
                let json = before.json(*at);
                if json.is_empty() {
                    continue;
                }
                let mut value: Value = serde_json::from_slice(json)
                    .map_err(|_never| StoreError::Misfit { table: table.name })?;
                if needles.strike(&mut value) {
                    changed.push((*at, value));
                }
            }
            if !changed.is_empty() {
                let by_place: Vec<(usize, &Value)> = changed.iter().map(|(at, value)| (*at, value)).collect();
                let after = before.with(table, &by_place)?;
                let places: Vec<usize> = changed.iter().map(|(at, _)| *at).collect();
                values::update_image(connection, table, id, &after, &places)?;
            }
        }
    }
    Ok(())
}
