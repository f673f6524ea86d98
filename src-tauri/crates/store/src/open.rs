//! Making a workspace file, and opening one.

use std::fs::File;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::envelope::{self, Header};
use crate::errors::{Result, StoreError};
use crate::files::{self, Temporary};
use crate::journal::state::State;
use crate::keychain;
use crate::keys::{self, Key, KeyCost, Wrap};
use crate::lock::{Lock, beside};
use crate::migrations::{self, STEPS, Step};
use crate::vfs;
use crate::workspace::Workspace;

/// What a file is opened with.
#[derive(Clone, Copy)]
pub enum Unlock<'secret> {
    /// The passphrase.
    Passphrase(&'secret str),
    /// The key that the system keychain keeps, if the workspace was joined to it.
    Keychain,
}

/// Not the passphrase, only which way in.
impl std::fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Passphrase(…)",
            Self::Keychain => "Keychain",
        })
    }
}

/// What can be told of a workspace file without its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Which workspace it is; the same for its backups.
    pub workspace: Uuid,
    /// Whether the system keychain was given a key to it, on some machine.
    pub in_keychain: bool,
    /// How costly its key derivation is.
    pub cost: KeyCost,
}

/// Looks at a file without its key. Takes no lock and writes nothing.
///
/// # Errors
/// [`StoreError::NoSuchFile`], [`StoreError::NotAWorkspace`], [`StoreError::Truncated`],
/// [`StoreError::Damaged`], [`StoreError::NewerFormat`].
pub fn look(path: &Path) -> Result<Outside> {
    let header = read_header(path)?;
    Ok(Outside {
        workspace: header.workspace,
        in_keychain: header.by_keychain.is_some(),
        cost: header.cost,
    })
}

pub(crate) fn read_header(path: &Path) -> Result<Header> {
    let mut file = File::open(path).map_err(|error| crate::errors::of_file(&error))?;
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(StoreError::NotAWorkspace);
    }
    envelope::read(&mut file)
}

/// The data key, if `unlock` is a way in.
pub(crate) fn unwrap(header: &Header, unlock: Unlock<'_>) -> Result<Key> {
    match unlock {
        Unlock::Passphrase(passphrase) => {
            let key = keys::derive(passphrase, &header.salt, header.cost)?;
            header
                .by_passphrase
                .open(&key, &header.bound(BY_PASSPHRASE))
                .ok_or(StoreError::WrongPassphrase)
        }
        Unlock::Keychain => {
            let wrap = header.by_keychain.as_ref().ok_or(StoreError::NotInKeychain)?;
            let key = keychain::recall(header.workspace)?;
            wrap.open(&key, &header.bound(BY_KEYCHAIN))
                .ok_or(StoreError::NotInKeychain)
        }
    }
}

/// SQLCipher's page.
const PAGE_BYTES: u64 = 4096;
const BY_PASSPHRASE: &str = "passphrase";
const BY_KEYCHAIN: &str = "keychain";

/// Puts the data key under a new passphrase. A wrap by the keychain is made anew by the caller, for it is
/// bound to the header as well.
pub(crate) fn rewrap(header: &Header, data_key: &Key, passphrase: &str, cost: KeyCost) -> Result<Header> {
    let mut header = Header {
        cost,
        salt: keys::random()?,
        by_keychain: None,
        ..header.clone()
    };
    let key = keys::derive(passphrase, &header.salt, cost)?;
    header.by_passphrase = Wrap::seal(data_key, &key, &header.bound(BY_PASSPHRASE))?;
    Ok(header)
}

/// Adds a wrap under a fresh key, which is returned for the keychain to keep.
pub(crate) fn add_keychain_wrap(header: &Header, data_key: &Key) -> Result<(Header, Key)> {
    let key = keys::random_key()?;
    let wrap = Wrap::seal(data_key, &key, &header.bound(BY_KEYCHAIN))?;
    Ok((
        Header {
            by_keychain: Some(wrap),
            ..header.clone()
        },
        key,
    ))
}

impl Workspace {
    /// Makes a new workspace file and opens it. Either the whole file is there afterwards or nothing.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`], [`StoreError::NoSuchFile`] (its folder), [`StoreError::ReadOnlyFolder`],
    /// [`StoreError::DiskFull`], [`StoreError::OpenElsewhere`], [`StoreError::KeyDerivation`].
    pub fn create(path: &Path, passphrase: &str, cost: KeyCost) -> Result<Self> {
        Self::create_with_steps(path, passphrase, cost, STEPS)
    }

    pub(crate) fn create_with_steps(
        path: &Path,
        passphrase: &str,
        cost: KeyCost,
        steps: &'static [Step],
    ) -> Result<Self> {
        if path.exists() {
            return Err(StoreError::AlreadyExists);
        }
        let lock = Lock::take(path)?;
        if path.exists() {
            return Err(StoreError::AlreadyExists);
        }
        let data_key = keys::random_key()?;
        let blank = Header {
            workspace: Uuid::from_bytes(keys::random()?),
            generation: 0,
            cost,
            salt: keys::random()?,
            by_passphrase: Wrap::from_bytes(&[0; Wrap::BYTES]),
            by_keychain: None,
        };
        let header = rewrap(&blank, &data_key, passphrase, cost)?;
        let unfinished = beside(path, ".new");
        let temporary = Temporary::at(&unfinished);
        let mut file = files::create(&unfinished)?;
        envelope::write_new(&mut file, &header)?;
        let mut connection = vfs::open(&unfinished, &data_key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        settle(&connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        migrations::apply(&mut connection, steps, 0)?;
        State::name_device(&connection, Uuid::from_bytes(keys::random()?))?;
        shut(connection)?;
        file.sync_all().map_err(|error| crate::errors::of_file(&error))?;
        drop(file);
        files::rename(&unfinished, path)?;
        temporary.keep();
        Self::open_with_key(path, data_key, lock, steps)
    }

    /// Opens a workspace file. An older schema is brought up to date after a verified backup.
    ///
    /// # Errors
    /// Each way in which a file can be unusable has its own [`StoreError`]; none of them has written to it.
    pub fn open(path: &Path, unlock: Unlock<'_>) -> Result<Self> {
        Self::open_with_steps(path, unlock, STEPS)
    }

    pub(crate) fn open_with_steps(path: &Path, unlock: Unlock<'_>, steps: &'static [Step]) -> Result<Self> {
        let header = read_header(path)?;
        let lock = Lock::take(path)?;
        let data_key = unwrap(&header, unlock)?;
        Self::open_with_key(path, data_key, lock, steps)
    }

    pub(crate) fn open_with_key(
        path: &Path,
        data_key: Key,
        lock: Lock,
        steps: &'static [Step],
    ) -> Result<Self> {
        // Only the holder of the lock makes one, so what lies there was left by a crash.
        files::remove_all(&beside(path, crate::erase::UNFINISHED));
        let mut file = files::open(path)?;
        let header = envelope::read(&mut file)?;
        // SQLite takes a last page that is cut for a whole one. Only where a log lies beside the file may a
        // crash have left it so, and then the log holds the page.
        let length = file
            .metadata()
            .map_err(|error| crate::errors::of_file(&error))?
            .len();
        let has_log = std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
        if !length.is_multiple_of(PAGE_BYTES) && !has_log {
            return Err(StoreError::Truncated);
        }
        let mut connection = vfs::open(path, &data_key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // Until the file is known to be ours and not younger, closing must not move the log into it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
        settle(&connection)?;
        let found = migrations::version(&connection)?;
        let known = migrations::newest(steps);
        if found > known {
            return Err(StoreError::NewerSchema { found, known });
        }
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        if found < known {
            crate::backup::before_migration(path, &connection, &header, &data_key, found)?;
            migrations::apply(&mut connection, steps, found)?;
        }
        let state = State::read(&connection)?;
        Ok(Self {
            connection,
            state,
            data_key,
            header,
            file,
            path: path.to_owned(),
            lock,
        })
    }
}

/// What holds for every connection to a workspace, and is not kept in the file.
pub(crate) fn settle(connection: &Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(
        "PRAGMA cipher_log_level = NONE;
         PRAGMA foreign_keys = ON;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536;
         PRAGMA trusted_schema = OFF;
         PRAGMA busy_timeout = 2000;",
    )?;
    Ok(())
}

/// Moves the log into the file and closes it, so that the file alone is the whole workspace.
pub(crate) fn shut(connection: Connection) -> Result<()> {
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    connection.close().map_err(|(_still_open, error)| error)?;
    if busy == 0 {
        Ok(())
    } else {
        Err(StoreError::OpenElsewhere)
    }
}

/// A copy of a key, wiped like its model.
pub(crate) fn copy_key(key: &Key) -> Key {
    key.clone()
}
