//! One program at a time: an advisory lock on a file beside the workspace.
//!
//! The operating system gives the lock back when its holder dies, so a crash never leaves a workspace shut.
//! Locking a file of its own, rather than the workspace, keeps out of the way of SQLite's byte-range locks,
//! which POSIX drops as soon as *any* handle on the same file is closed.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::errors::{Result, StoreError, of_folder};

/// Holds a workspace for this program until dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock of the workspace at `workspace`.
    ///
    /// # Errors
    /// [`StoreError::OpenElsewhere`] if another holds it; [`StoreError::ReadOnlyFolder`] if it cannot be made.
    pub(crate) fn take(workspace: &Path) -> Result<Self> {
        let path = beside(workspace, ".lock");
        loop {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(|error| of_folder(&error))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(StoreError::OpenElsewhere),
                Err(TryLockError::Error(error)) => return Err(of_folder(&error)),
            }
            // A holder that just left has unlinked the file we opened: a lock on it keeps nobody out.
            if is_still(&file, &path) {
                return Ok(Self { file, path });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Unlinked while still held, so that nobody can hold this very file after us (see `is_still`).
        if cfg!(unix) {
            let _left_behind_at_worst = std::fs::remove_file(&self.path);
        }
        let _closing_unlocks_too = self.file.unlock();
    }
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(ours), Ok(there)) => ours.dev() == there.dev() && ours.ino() == there.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still(_file: &File, _path: &Path) -> bool {
    true
}

/// The path of a file beside `path` whose name goes on with `suffix`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, ToOwned::to_owned);
    name.push(suffix);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_refused_until_the_first_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("plan.outreach");
        let first = Lock::take(&workspace).unwrap();
        assert!(matches!(Lock::take(&workspace), Err(StoreError::OpenElsewhere)));
        drop(first);
        drop(Lock::take(&workspace).unwrap());
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            0,
            "no lock file is left behind"
        );
    }
}
