//! Paths that the user chose, by number: a screen names the number and never sees a path it could send back.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::Refused;

/// Chosen paths; numbers hold until the program ends.
#[derive(Default)]
pub(crate) struct Choices(Mutex<Vec<PathBuf>>);

impl Choices {
    /// The number of a path, the same for the same path.
    pub(crate) fn number(&self, path: &Path) -> u32 {
        let mut paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = paths.iter().position(|known| known == path).unwrap_or_else(|| {
            paths.push(path.to_owned());
            paths.len() - 1
        });
        u32::try_from(place + 1).unwrap_or(u32::MAX)
    }

    /// The path of a number.
    pub(crate) fn path(&self, number: u32) -> Result<PathBuf, Refused> {
        let paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (number as usize)
            .checked_sub(1)
            .and_then(|place| paths.get(place).cloned())
            .ok_or_else(|| {
                Refused::new(
                    "no_such_choice",
                    "That file was not chosen here. Choose it again.",
                )
            })
    }
}

/// A file's name without folder, and the folder, to be shown.
pub(crate) fn shown(path: &Path) -> (String, String) {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = path
        .parent()
        .map(|folder| folder.display().to_string())
        .unwrap_or_default();
    (name, folder)
}

/// A file's name without folder and ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
