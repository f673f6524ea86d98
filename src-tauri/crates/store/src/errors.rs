//! What can go wrong with a workspace, one variant for each thing a planner would do differently.
//!
//! No variant carries people's data, a passphrase or a path: the caller knows which file it asked for, and a
//! message may end up in a log.

use std::io;

use rusqlite::ffi;
use uuid::Uuid;

/// Shorthand for results of this crate.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store did not do what it was asked.
///
/// After any of these the file holds every change that was acknowledged before, and nothing of the change
/// that failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The passphrase does not unwrap the data key. The database was not touched.
    #[error("the passphrase does not open this workspace")]
    WrongPassphrase,
    /// The file is something else: a text, a picture, an unencrypted database.
    #[error("the file is not an Outreach workspace")]
    NotAWorkspace,
    /// The file ends too early.
    #[error("the workspace file ends too early: part of it is missing")]
    Truncated,
    /// Some bytes are not what was written.
    #[error("the workspace file is damaged: some of its bytes are not what was written")]
    Damaged,
    /// The file's outer format is younger than this program.
    #[error("the workspace file has format {found}; this program knows formats up to {known}")]
    NewerFormat {
        /// Format of the file.
        found: u16,
        /// Youngest format known here.
        known: u16,
    },
    /// The file's tables are younger than this program. Nothing was written.
    #[error("the workspace has schema {found}; this program knows schemas up to {known}")]
    NewerSchema {
        /// Schema of the file.
        found: u32,
        /// Youngest schema known here.
        known: u32,
    },
    /// The folder does not let new files be made, which every write needs.
    #[error("the folder of the workspace cannot be written to")]
    ReadOnlyFolder,
    /// The file itself cannot be written to.
    #[error("the workspace file cannot be written to")]
    ReadOnlyFile,
    /// No room is left. The change was taken back as a whole.
    #[error("the disk is full")]
    DiskFull,
    /// Another window or program holds the workspace open.
    #[error("the workspace is open elsewhere")]
    OpenElsewhere,
    /// There is no such file.
    #[error("there is no such file")]
    NoSuchFile,
    /// A file of that name exists; it is never written over.
    #[error("a file of that name already exists")]
    AlreadyExists,
    /// A change cannot be taken back because later changes touched the same fields. Nothing was changed.
    #[error("{} record(s) changed since", .0.len())]
    Conflict(Vec<ConflictAt>),
    /// A record refers to one that is not there, or others still refer to one that was to go.
    #[error("{} record(s) would refer to something that does not exist", .0.len())]
    Refers(Vec<Dangling>),
    /// Another record already holds a value that must be unique, such as an event's calendar UID.
    #[error("another record already holds a value that must be unique")]
    Duplicate,
    /// There is no change to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is no change to redo.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The journal has no change of that number.
    #[error("there is no change number {seq}")]
    UnknownChange {
        /// The number asked for.
        seq: i64,
    },
    /// This build or this machine has no system keychain, or it cannot be reached.
    #[error("there is no system keychain to ask")]
    NoKeychain,
    /// The keychain holds no key for this workspace, or the file was never joined to one.
    #[error("the system keychain holds no key for this workspace")]
    NotInKeychain,
    /// The backup belongs to another workspace.
    #[error("the backup is of another workspace")]
    OtherWorkspace,
    /// The freshly written copy did not read back as it should; it was removed.
    #[error("the copy did not read back as it should and was removed")]
    CopyNotVerified,
    /// The caller asked to stop.
    #[error("stopped on request")]
    Cancelled,
    /// A record and its table do not fit each other: a fault of the program.
    #[error("a record does not fit its table {table}")]
    Misfit {
        /// The table.
        table: &'static str,
    },
    /// The key derivation was given parameters outside its limits.
    #[error("the key derivation parameters are out of range")]
    KeyDerivation,
    /// The operating system refused.
    #[error("input or output failed: {0}")]
    Io(io::ErrorKind),
    /// The database refused for a reason without a name of its own.
    #[error("the database refused (code {code})")]
    Database {
        /// SQLite's extended result code.
        code: i32,
    },
}

/// A record that no longer is what a change made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictAt {
    /// Its table.
    pub table: &'static str,
    /// Its key.
    pub record: Uuid,
    /// The fields that hold something else now; empty if the record is gone, or is there again.
    pub fields: Vec<String>,
}

/// A reference into nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// Table of the record that refers.
    pub table: String,
    /// Key of the record that refers.
    pub record: Uuid,
    /// Table of the record that is missing.
    pub missing: String,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error().map(|inner| inner.extended_code) else {
            return Self::Database { code: 0 };
        };
        from_code(code)
    }
}

/// The name of an SQLite extended result code here.
pub(crate) fn from_code(code: i32) -> StoreError {
    match code {
        ffi::SQLITE_READONLY_DIRECTORY => return StoreError::ReadOnlyFolder,
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => return StoreError::Duplicate,
        ffi::SQLITE_IOERR_SHORT_READ => return StoreError::Truncated,
        // SQLCipher reports a page whose authentication code is wrong as one of these.
        ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA => return StoreError::Damaged,
        _ => {}
    }
    match code & 0xff {
        ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT => StoreError::Damaged,
        ffi::SQLITE_FULL => StoreError::DiskFull,
        ffi::SQLITE_READONLY | ffi::SQLITE_PERM => StoreError::ReadOnlyFile,
        // The main file is known to open when SQLite is asked; what cannot be opened is a file beside it.
        ffi::SQLITE_CANTOPEN => StoreError::ReadOnlyFolder,
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => StoreError::OpenElsewhere,
        ffi::SQLITE_IOERR => StoreError::Io(io::ErrorKind::Other),
        ffi::SQLITE_INTERRUPT | ffi::SQLITE_ABORT => StoreError::Cancelled,
        _ => StoreError::Database { code },
    }
}

/// Names an operating system error met while using the workspace file itself.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system has many more reasons than have a name here"
)]
pub(crate) fn of_file(error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::NotFound => StoreError::NoSuchFile,
        io::ErrorKind::AlreadyExists => StoreError::AlreadyExists,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnlyFile,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        io::ErrorKind::UnexpectedEof => StoreError::Truncated,
        kind => StoreError::Io(kind),
    }
}

/// Names an operating system error met while making files in the workspace's folder.
pub(crate) fn of_folder(error: &io::Error) -> StoreError {
    let told = of_file(error);
    if matches!(told, StoreError::ReadOnlyFile) {
        StoreError::ReadOnlyFolder
    } else {
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sqlite_says_of_a_disk_or_a_folder_has_its_own_error() {
        assert!(matches!(from_code(ffi::SQLITE_FULL), StoreError::DiskFull));
        assert!(matches!(
            from_code(ffi::SQLITE_READONLY),
            StoreError::ReadOnlyFile
        ));
        assert!(matches!(
            from_code(ffi::SQLITE_READONLY_DIRECTORY),
            StoreError::ReadOnlyFolder
        ));
        assert!(matches!(
            from_code(ffi::SQLITE_CANTOPEN),
            StoreError::ReadOnlyFolder
        ));
        assert!(matches!(from_code(ffi::SQLITE_NOTADB), StoreError::Damaged));
        assert!(matches!(from_code(ffi::SQLITE_CORRUPT), StoreError::Damaged));
        assert!(matches!(from_code(ffi::SQLITE_BUSY), StoreError::OpenElsewhere));
        assert!(matches!(from_code(ffi::SQLITE_IOERR_WRITE), StoreError::Io(_)));
        assert!(matches!(
            from_code(ffi::SQLITE_CONSTRAINT_UNIQUE),
            StoreError::Duplicate
        ));
    }

    #[test]
    fn what_the_system_says_has_its_own_error() {
        let told = |kind: io::ErrorKind| of_folder(&io::Error::from(kind));
        assert!(matches!(told(io::ErrorKind::StorageFull), StoreError::DiskFull));
        assert!(matches!(
            told(io::ErrorKind::ReadOnlyFilesystem),
            StoreError::ReadOnlyFolder
        ));
        assert!(matches!(
            told(io::ErrorKind::PermissionDenied),
            StoreError::ReadOnlyFolder
        ));
        let of_file = of_file(&io::Error::from(io::ErrorKind::PermissionDenied));
        assert!(matches!(of_file, StoreError::ReadOnlyFile));
    }
}
