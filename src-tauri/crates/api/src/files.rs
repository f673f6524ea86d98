//! Writing a file whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::Refused;

/// Writes `bytes` to `target`: beside it first, then to the disk, then in its place.
pub(crate) fn write_whole(target: &Path, bytes: &[u8]) -> Result<(), Refused> {
    if target.is_dir() {
        return Err(Refused::new(
            "target_is_folder",
            "There is a folder of that name. Nothing was written; choose another name.",
        ));
    }
    // What a link points at is replaced, not the link.
    let target = fs::canonicalize(target).unwrap_or_else(|_not_there| target.to_owned());
    let beside = beside(&target);
    let written = write_synced(&beside, bytes).and_then(|()| fs::rename(&beside, &target));
    if let Err(error) = written {
        _ = fs::remove_file(&beside);
        return Err(refused(&error));
    }
    sync_folder(&target);
    Ok(())
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name in the same folder that nobody else has.
pub(crate) fn beside(target: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    target.with_file_name(format!(".{name}.{}-{number}.part", std::process::id()))
}

/// Makes a rename last through a power cut, where the system lets a folder be synced.
pub(crate) fn sync_folder(of: &Path) {
    if let Some(folder) = of.parent()
        && let Ok(folder) = fs::File::open(folder)
    {
        _ = folder.sync_all();
    }
}

/// Says why a file could not be written.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what has no words of its own is told by its kind"
)]
pub(crate) fn refused(error: &io::Error) -> Refused {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Refused::new(
            "folder_read_only",
            "The folder cannot be written to. Nothing was written; choose another folder.",
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Refused::new(
            "disk_full",
            "The disk is full. Nothing was written, and what was saved is kept; make room and try again.",
        ),
        io::ErrorKind::NotFound => Refused::new(
            "no_such_file",
            "The file or its folder is not there any more. Nothing was written; choose another.",
        ),
        kind => Refused::new(
            "file_failed",
            format!("The file could not be written ({kind}). Nothing was changed."),
        )
        .with("reason", kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("programme.ics");
        write_whole(&target, b"first").unwrap();
        write_whole(&target, b"second").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_in_the_way_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("programme.ics");
        fs::create_dir(&target).unwrap();
        assert_eq!(write_whole(&target, b"x").unwrap_err().code(), "target_is_folder");
        assert!(target.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(
            write_whole(&folder.path().join("gone/a.ics"), b"x")
                .unwrap_err()
                .code(),
            "no_such_file"
        );
    }
}
