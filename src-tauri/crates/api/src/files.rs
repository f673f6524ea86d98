//! Writing a file whole or not at all.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use outreach_store::StoreError;

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

/// Writes files into a folder of their own: beside it first, then in its place, so that all of them are there or
/// none. A folder of that name that holds something is left alone, and a number put behind the name; the answer is
/// the folder that was made.
pub(crate) fn write_folder<'a>(
    target: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<PathBuf, Refused> {
    write_folder_while(target, files, &mut |_| ControlFlow::Continue(()))
}

/// The same, stopped by `go_on`, which hears how many files are written: then none is there.
pub(crate) fn write_folder_while<'a>(
    target: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    go_on: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<PathBuf, Refused> {
    let beside = beside(target);
    let written = (|| {
        fs::create_dir(&beside)?;
        for (done, (name, bytes)) in (0..).zip(files) {
            if go_on(done).is_break() {
                return Ok(None);
            }
            write_synced(&beside.join(name), bytes)?;
        }
        sync_folder(&beside.join("inside"));
        take_free_name(&beside, target).map(Some)
    })();
    match written {
        Ok(Some(made)) => {
            sync_folder(&made);
            Ok(made)
        }
        Ok(None) => {
            _ = fs::remove_dir_all(&beside);
            Err(StoreError::Cancelled.into())
        }
        Err(error) => {
            _ = fs::remove_dir_all(&beside);
            Err(refused(&error))
        }
    }
}

/// Puts a folder in the place of `target`, or of the first of `target 2`, `target 3`, … that is free or empty.
fn take_free_name(folder: &Path, target: &Path) -> io::Result<PathBuf> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    for number in 1..1000 {
        let place = match number {
            1 => target.to_owned(),
            _ => target.with_file_name(format!("{name} {number}")),
        };
        // Renaming over an empty folder is allowed on Unix alone; over a file it never is.
        let is_free = match fs::read_dir(&place) {
            Ok(mut inside) => inside.next().is_none() && fs::remove_dir(&place).is_ok(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if is_free {
            return fs::rename(folder, &place).map(|()| place);
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Reads a file of at most `most` bytes. What is longer is refused by its length, before anything is read.
pub(crate) fn read_bounded(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    let file = fs::File::open(path).map_err(|error| unreadable(&error))?;
    let about = file.metadata().map_err(|error| unreadable(&error))?;
    readable(&about, most)?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    // It may grow while it is read.
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > most {
        return Err(too_large(most));
    }
    Ok(bytes)
}

/// The beginning of a file.
pub(crate) fn head(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    let file = fs::File::open(path).map_err(|error| unreadable(&error))?;
    let mut bytes = Vec::new();
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    Ok(bytes)
}

/// How long a file is; one that could not be read as an import is refused at once.
pub(crate) fn size_of(path: &Path, most: u64) -> Result<u64, Refused> {
    let about = fs::metadata(path).map_err(|error| unreadable(&error))?;
    readable(&about, most).map(|()| about.len())
}

fn readable(about: &fs::Metadata, most: u64) -> Result<(), Refused> {
    if !about.is_file() {
        return Err(Refused::new(
            "not_a_file",
            "That is a folder or a device, not a file. Nothing was read; choose a file.",
        ));
    }
    if about.len() > most {
        return Err(too_large(most));
    }
    Ok(())
}

fn too_large(most: u64) -> Refused {
    Refused::new(
        "import_too_large",
        format!(
            "The file is larger than {} MB. Nothing was read; export fewer events at a time.",
            most >> 20
        ),
    )
    .with("most_mb", most >> 20)
}

/// Says why a file could not be read.
fn unreadable(error: &io::Error) -> Refused {
    if error.kind() == io::ErrorKind::PermissionDenied {
        return Refused::new(
            "file_not_readable",
            "The file may not be read. Nothing was changed; ask for the right to read it, or choose another.",
        );
    }
    if error.kind() == io::ErrorKind::NotFound {
        return Refused::new(
            "no_such_file",
            "The file is not there any more. Nothing was changed; choose another.",
        );
    }
    Refused::new(
        "file_failed",
        format!(
            "The file could not be read ({}). Nothing was changed.",
            error.kind()
        ),
    )
    .with("reason", error.kind())
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

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn several_files_are_there_all_or_none_and_nobody_elses_folder_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("calendars");
        let files = [("a.ics", b"1".as_slice()), ("b.ics", b"2".as_slice())];
        assert_eq!(write_folder(&target, files).unwrap(), target);
        assert_eq!(names(&target), ["a.ics", "b.ics"]);
        let second = write_folder(&target, files).unwrap();
        assert_eq!(names(folder.path()), ["calendars", "calendars 2"]);
        assert!(second.ends_with("calendars 2"));
        // The second of two names cannot be written.
        let refused = write_folder(
            &folder.path().join("half"),
            [("a.ics", b"1".as_slice()), ("no/b.ics", b"2")],
        );
        assert_eq!(refused.unwrap_err().code(), "no_such_file");
        assert_eq!(
            names(folder.path()),
            ["calendars", "calendars 2"],
            "nothing half is left"
        );
    }

    #[test]
    fn a_file_too_long_is_refused_by_its_length_and_a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("big.ics");
        // A sparse file: a gigabyte that takes no room.
        fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
        let begun = std::time::Instant::now();
        let refused = read_bounded(&path, 64 << 20).unwrap_err();
        assert_eq!(
            (refused.code(), refused.view().params["most_mb"].as_str()),
            ("import_too_large", "64")
        );
        assert!(begun.elapsed() < std::time::Duration::from_millis(200));
        assert_eq!(read_bounded(folder.path(), 10).unwrap_err().code(), "not_a_file");
        fs::write(&path, b"four").unwrap();
        assert_eq!(read_bounded(&path, 4).unwrap(), b"four");
        assert_eq!(read_bounded(&path, 3).unwrap_err().code(), "import_too_large");
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
