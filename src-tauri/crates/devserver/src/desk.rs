//! What stands in for a window: dialogs that answer from a list, and a clock that can be set.

use std::collections::VecDeque;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use outreach_api::{Choose, Clock, Host, SystemClock};
use serde_json::Value;

use crate::streams::Streams;

/// A desk without a window.
pub(crate) struct Desk {
    folder: PathBuf,
    preferences: PathBuf,
    answers: Mutex<VecDeque<Option<PathBuf>>>,
    pub(crate) streams: Streams,
}

impl Desk {
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            preferences: folder.join("preferences"),
            answers: Mutex::default(),
            streams: Streams::default(),
        }
    }

    /// A file of the folder. Nothing outside it can be named.
    pub(crate) fn inside(&self, name: &str) -> Result<PathBuf, String> {
        let plain = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if plain && !name.is_empty() {
            Ok(self.folder.join(name))
        } else {
            Err("only names inside the folder can be chosen".to_owned())
        }
    }

    /// The next dialog answers so.
    pub(crate) fn answer_next(&self, path: Option<PathBuf>) {
        self.answers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push_back(path);
    }

    /// The next dialog answers with a name inside the folder, or with nothing.
    pub(crate) fn answer_as_told(&self, name: &Value) -> Result<(), String> {
        let path = match name {
            Value::String(name) => Some(self.inside(name)?),
            Value::Null => None,
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                return Err("`path` is a name or null".to_owned());
            }
        };
        self.answer_next(path);
        Ok(())
    }
}

impl Host for Desk {
    /// What was told, else the suggested name in the folder, so that work on the screens needs no telling.
    fn choose(&self, what: &Choose) -> Option<PathBuf> {
        let told = self
            .answers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front();
        told.unwrap_or_else(|| match what {
            Choose::NewWorkspace { suggested }
            | Choose::Export { suggested, .. }
            | Choose::ExportFolder { suggested } => Some(self.folder.join(suggested)),
            Choose::OpenWorkspace | Choose::Import { .. } | Choose::ZoneRules | Choose::ZoneRulesFile => None,
        })
    }

    fn emit(&self, topic: &str, payload: &str) {
        self.streams.send(topic, payload);
    }

    fn config_dir(&self) -> &Path {
        &self.preferences
    }
}

/// A clock that begins at a moment and goes on, or stands.
pub(crate) struct Clockwork(Mutex<Setting>);

#[derive(Clone, Copy)]
enum Setting {
    /// Ahead of the machine's clock by this.
    Ahead(chrono::TimeDelta),
    /// Stands.
    At(DateTime<Utc>),
}

impl Clockwork {
    pub(crate) fn beginning(at: Option<&str>, still: bool) -> Result<Self, String> {
        let setting = match at {
            None => Setting::Ahead(chrono::TimeDelta::zero()),
            Some(text) if still => Setting::At(moment(text)?),
            Some(text) => Setting::Ahead(moment(text)? - SystemClock.now()),
        };
        Ok(Self(Mutex::new(setting)))
    }

    /// The clock stands at a moment from now on.
    pub(crate) fn set(&self, at: &str) -> Result<(), String> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Setting::At(moment(at)?);
        Ok(())
    }
}

impl Clock for Clockwork {
    fn now(&self) -> DateTime<Utc> {
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Setting::Ahead(by) => SystemClock.now() + by,
            Setting::At(moment) => moment,
        }
    }
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|moment| moment.with_timezone(&Utc))
        .map_err(|_not_one| "a moment is written like 2026-11-22T09:00:00+08:00".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_can_be_chosen() {
        let desk = Desk::in_folder(Path::new("here"));
        assert_eq!(desk.inside("a/b.ics").unwrap(), Path::new("here/a/b.ics"));
        for outside in ["", "/etc/passwd", "../b.ics", "a/../../b.ics"] {
            assert!(desk.inside(outside).is_err(), "{outside}");
        }
    }

    #[test]
    fn a_clock_that_stands_stands() {
        let clock = Clockwork::beginning(Some("2026-11-22T09:00:00+08:00"), true).unwrap();
        assert_eq!(clock.now().to_rfc3339(), "2026-11-22T01:00:00+00:00");
        assert!(Clockwork::beginning(Some("yesterday"), true).is_err());
    }
}
