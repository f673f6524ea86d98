//! A session in a folder of its own, with a clock that stands and dialogs that answer from a list.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use outreach_api::{Choose, Clock, ErrorView, Host, Options, Session};
use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "test-only";
/// Sunday 22 November 2026, 14:00 in Hong Kong.
pub(crate) const NOW: &str = "2026-11-22T06:00:00Z";

pub(crate) struct TestHost {
    config: PathBuf,
    answers: Mutex<VecDeque<Option<PathBuf>>>,
    pub(crate) asked: Mutex<Vec<Choose>>,
    pub(crate) told: Mutex<Vec<(String, Value)>>,
}

impl Host for TestHost {
    fn choose(&self, what: &Choose) -> Option<PathBuf> {
        self.asked.lock().unwrap().push(what.clone());
        self.answers.lock().unwrap().pop_front().flatten()
    }

    fn emit(&self, topic: &str, payload: &str) {
        self.told
            .lock()
            .unwrap()
            .push((topic.to_owned(), serde_json::from_str(payload).unwrap()));
    }

    fn config_dir(&self) -> &Path {
        &self.config
    }
}

pub(crate) struct TestClock(Mutex<DateTime<Utc>>);

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

impl TestClock {
    pub(crate) fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap() = now;
    }

    pub(crate) fn later(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

/// A planner at her desk.
pub(crate) struct Planner {
    pub(crate) folder: Arc<TempDir>,
    pub(crate) host: Arc<TestHost>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) session: Session,
}

impl Planner {
    /// In a folder with nothing in it.
    pub(crate) fn new() -> Self {
        Self::at(Arc::new(tempfile::tempdir().unwrap()), "nowhere")
    }

    pub(crate) fn at(folder: Arc<TempDir>, zoneinfo: impl Into<PathBuf>) -> Self {
        let host = Arc::new(TestHost {
            config: folder.path().join("preferences"),
            answers: Mutex::default(),
            asked: Mutex::default(),
            told: Mutex::default(),
        });
        let clock = Arc::new(TestClock(Mutex::new(NOW.parse().unwrap())));
        let options = Options {
            zoneinfo: zoneinfo.into(),
            weak_keys: true,
            generated_events: None,
        };
        let session = Session::new(host.clone(), clock.clone(), options);
        Self {
            folder,
            host,
            clock,
            session,
        }
    }

    /// With the sample programme open.
    pub(crate) fn with_sample() -> Self {
        let planner = Self::new();
        planner.create(true);
        planner
    }

    /// With a new workspace open.
    pub(crate) fn with_new() -> Self {
        let planner = Self::new();
        planner.create(false);
        planner
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn create(&self, sample: bool) {
        self.answer(Some(self.path("plan.outreach")));
        let info = self.ask(
            "workspace.create",
            json!({"passphrase": PASSPHRASE, "sample": sample}),
        );
        assert_eq!(info["name"], "plan");
    }

    /// The program ends and is started again, at the same moment.
    pub(crate) fn restart(self) -> Self {
        let now = self.clock.now();
        self.session.close();
        let next = Self::at(self.folder.clone(), "nowhere");
        next.clock.set(now);
        next.open();
        next
    }

    /// Opens the workspace.
    pub(crate) fn open(&self) {
        self.answer(Some(self.path("plan.outreach")));
        let choice = self.ask("workspace.choose", json!({}))["choice"].clone();
        self.ask(
            "workspace.open",
            json!({"choice": choice, "passphrase": PASSPHRASE}),
        );
    }

    /// The next dialog answers so.
    pub(crate) fn answer(&self, path: Option<PathBuf>) {
        self.host.answers.lock().unwrap().push_back(path);
    }

    #[track_caller]
    pub(crate) fn ask(&self, route: &str, request: Value) -> Value {
        match self.try_ask(route, request) {
            Ok(answer) => answer,
            Err(error) => panic!("{route}: {error:?}"),
        }
    }

    pub(crate) fn try_ask(&self, route: &str, request: Value) -> Result<Value, ErrorView> {
        let answer = self.session.call(route, &request.to_string())?;
        Ok(serde_json::from_str(&answer).unwrap())
    }

    #[track_caller]
    pub(crate) fn refusal(&self, route: &str, request: Value) -> ErrorView {
        match self.try_ask(route, request) {
            Ok(answer) => panic!("{route} should have been refused; it answered {answer}"),
            Err(error) => error,
        }
    }

    /// All events as rows.
    pub(crate) fn events(&self) -> Vec<Value> {
        self.ask("events.list", json!({})).as_array().unwrap().clone()
    }

    /// The record of an event.
    pub(crate) fn event(&self, id: &Value) -> Value {
        self.ask("events.show", json!({"id": id}))["event"].clone()
    }

    /// A confirmed event of the sample with the given part of its title.
    pub(crate) fn any_event(&self) -> Value {
        let rows = self.events();
        let row = rows
            .iter()
            .find(|row| row["status"] == "confirmed" && row["all_day"] == false)
            .unwrap();
        row["id"].clone()
    }

    /// Every change told to the screens, by topic list.
    pub(crate) fn changes(&self) -> usize {
        self.host
            .told
            .lock()
            .unwrap()
            .iter()
            .filter(|(topic, _)| topic == "changed")
            .count()
    }
}
