//! Files that must be wholly there or not at all.

use std::fs::{File, OpenOptions};
use std::path::Path;

use crate::errors::{Result, of_file, of_folder};

/// Opens a workspace file for reading and writing.
pub(crate) fn open(path: &Path) -> Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(|error| of_file(&error))
}

/// Makes a file that was not there, readable by its owner only.
pub(crate) fn create(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| of_folder(&error))
}

/// Makes names in the folder of `path` last through a power cut.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
    // Windows neither needs nor allows this.
    #[cfg(unix)]
    {
        let folder = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| of_folder(&error))?;
    }
    #[cfg(not(unix))]
    let _unused = path;
    Ok(())
}

/// Gives `from` the name `to`, for good.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    std::fs::rename(from, to).map_err(|error| of_folder(&error))?;
    sync_folder(to)
}

/// A file that goes when dropped, with what SQLite puts beside it, unless [`Temporary::keep`] was called.
pub(crate) struct Temporary<'path>(Option<&'path Path>);

impl<'path> Temporary<'path> {
    /// Takes over `path`; what an earlier crash left there goes first.
    pub(crate) fn at(path: &'path Path) -> Self {
        remove_all(path);
        Self(Some(path))
    }

    /// Keeps the file.
    pub(crate) fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if let Some(path) = self.0 {
            remove_all(path);
        }
    }
}

/// Removes a database file with what SQLite puts beside it, as far as it is there.
pub(crate) fn remove_all(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let _may_not_exist = std::fs::remove_file(crate::lock::beside(path, suffix));
    }
}
