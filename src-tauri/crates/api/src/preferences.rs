//! This machine's preferences and the list of recent workspaces, as JSON files in the preferences folder.
//!
//! A damaged file never keeps the program from starting: it is put aside and the beginnings are used.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::views::Settings;
use crate::{Refused, files};

const RECENT_AT_MOST: usize = 10;

/// What is kept on this machine.
pub(crate) struct Preferences {
    folder: PathBuf,
    kept: Mutex<Kept>,
}

struct Kept {
    settings: Settings,
    recent: Vec<PathBuf>,
}

impl Preferences {
    /// Reads what there is.
    pub(crate) fn read(folder: &Path) -> Self {
        let settings = read_or_aside(&folder.join("settings.json"));
        let recent = read_or_aside(&folder.join("recent.json"));
        Self {
            folder: folder.to_owned(),
            kept: Mutex::new(Kept { settings, recent }),
        }
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Preferences.
    pub(crate) fn settings(&self) -> Settings {
        self.kept().settings.clone()
    }

    /// Keeps preferences.
    pub(crate) fn set_settings(&self, settings: Settings) -> Result<(), Refused> {
        let mut kept = self.kept();
        save(&self.folder.join("settings.json"), &settings)?;
        kept.settings = settings;
        Ok(())
    }

    /// Recent workspaces, newest first.
    pub(crate) fn recent(&self) -> Vec<PathBuf> {
        self.kept().recent.clone()
    }

    /// Keeps that a workspace is opened now; when it was opened the time before on this machine. It is kept here and
    /// not in the file: looking at a file must not change it.
    pub(crate) fn opened(&self, path: &Path, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let path = fs::canonicalize(path).unwrap_or_else(|_gone| path.to_owned());
        let file = self.folder.join("opened.json");
        let mut times: BTreeMap<PathBuf, DateTime<Utc>> = read_or_aside(&file);
        times.retain(|known, _| self.kept().recent.contains(known));
        let before = times.insert(path, now);
        _ = save(&file, &times);
        before
    }

    /// Puts a workspace first among the recent ones. Not being able to is no reason not to open it.
    pub(crate) fn remember(&self, path: &Path) {
        let path = fs::canonicalize(path).unwrap_or_else(|_gone| path.to_owned());
        let mut kept = self.kept();
        kept.recent.retain(|known| *known != path);
        kept.recent.insert(0, path);
        kept.recent.truncate(RECENT_AT_MOST);
        _ = save(&self.folder.join("recent.json"), &kept.recent);
    }
}

fn save<T: Serialize>(path: &Path, value: &T) -> Result<(), Refused> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| files::refused(&error))?;
    }
    let json = serde_json::to_vec_pretty(value).map_err(|error| Refused::internal(&error))?;
    files::write_whole(path, &json)
}

fn read_or_aside<T: DeserializeOwned + Default>(path: &Path) -> T {
    let Ok(bytes) = fs::read(path) else {
        return T::default();
    };
    serde_json::from_slice(&bytes).unwrap_or_else(|_damaged| {
        _ = fs::rename(path, path.with_extension("damaged.json"));
        T::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_put_aside_and_the_beginnings_are_used() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("settings.json"), b"{\"language\": \"Klingon\"").unwrap();
        let read = Preferences::read(folder.path());
        assert_eq!(read.settings(), Settings::default());
        assert!(folder.path().join("settings.damaged.json").exists());
    }

    #[test]
    fn preferences_and_recent_files_are_there_again_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let first = Preferences::read(folder.path());
        first
            .set_settings(Settings {
                lock_after_minutes: 3,
                ..Settings::default()
            })
            .unwrap();
        for number in 0..12 {
            first.remember(&folder.path().join(format!("{number}.outreach")));
        }
        let again = Preferences::read(folder.path());
        assert_eq!(again.settings().lock_after_minutes, 3);
        assert_eq!(again.recent().len(), RECENT_AT_MOST);
        assert!(again.recent()[0].ends_with("11.outreach"));
        let (opened, later) = (
            DateTime::UNIX_EPOCH,
            DateTime::UNIX_EPOCH + chrono::TimeDelta::days(1),
        );
        let path = folder.path().join("11.outreach");
        assert_eq!(again.opened(&path, opened), None);
        assert_eq!(
            Preferences::read(folder.path()).opened(&path, later),
            Some(opened)
        );
    }
}
