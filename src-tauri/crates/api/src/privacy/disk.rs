//! What became of files that were written.

use std::path::Path;

use outreach_plan::people::Disclosure;

use crate::choices;
use crate::files::read_bounded;
use crate::guests::disclosed::{digest, digest_of_all};
use crate::shown::Shown;
use crate::views::{ExportOnDisk, OnDisk};

/// A larger file was not written here, so it is another.
const LARGEST: u64 = 600 << 20;
/// A folder with more files is another than was written.
const MOST_FILES: usize = 20_000;

/// What became of the file of a line of the export log.
pub(super) fn on_disk(disclosure: &Disclosure) -> OnDisk {
    let path = Path::new(&disclosure.path);
    if disclosure.path.is_empty() {
        return OnDisk::Unknown;
    }
    let now = match std::fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => folder_digest(path),
        Ok(found) if found.is_file() => read_bounded(path, LARGEST).ok().map(|bytes| digest(&bytes)),
        // A link leads to something that was not written here.
        Ok(_) => return OnDisk::Changed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            // A folder that is gone may be a drive that is not there.
            let folder = path.parent().is_some_and(Path::exists);
            return if folder { OnDisk::Gone } else { OnDisk::Unknown };
        }
        Err(_) => return OnDisk::Unknown,
    };
    match now {
        Some(digest) if digest == disclosure.digest => OnDisk::Unchanged,
        Some(_) => OnDisk::Changed,
        None => OnDisk::Unknown,
    }
}

fn folder_digest(path: &Path) -> Option<String> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in std::fs::read_dir(path).ok()? {
        let entry = entry.ok()?;
        if !entry.file_type().ok()?.is_file() || files.len() >= MOST_FILES {
            return Some(String::new());
        }
        let bytes = read_bounded(&entry.path(), LARGEST).ok()?;
        files.push((entry.file_name().to_string_lossy().into_owned(), bytes));
    }
    Some(digest_of_all(
        files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    ))
}

/// As a screen shows it.
pub(super) fn view(shown: &Shown, disclosure: &Disclosure) -> ExportOnDisk {
    let (name, folder) = choices::shown(Path::new(&disclosure.path));
    ExportOnDisk {
        id: disclosure.id,
        at: shown.in_hong_kong(disclosure.at),
        kind: disclosure.kind,
        name,
        folder,
        count: disclosure.count,
        encrypted: disclosure.encrypted,
        on_disk: on_disk(disclosure),
    }
}

/// Deletes what was written, where it lies as it was written. False if it was not, or could not be deleted.
pub(super) fn delete(disclosure: &Disclosure) -> bool {
    if on_disk(disclosure) != OnDisk::Unchanged {
        return false;
    }
    let path = Path::new(&disclosure.path);
    let done = if path.is_dir() {
        std::fs::remove_dir_all(path)
    } else {
        std::fs::remove_file(path)
    };
    done.is_ok()
}
