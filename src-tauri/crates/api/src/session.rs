//! What a program holds while it runs: at most one workspace, the zone rules, the preferences.
//!
//! Every wish comes in through [`Session::call`], by the name of its route. Reads work on the plan in memory and
//! wait for nothing but a change being put into it; writes wait for each other.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, TimeDelta, Utc};
use outreach_store::KeyCost;
use outreach_zones::Rules;
use uuid::{ContextV7, Timestamp, Uuid};

use crate::choices::Choices;
use crate::desk::Desk;
use crate::export::Printed;
use crate::long_work::LongWork;
use crate::preferences::Preferences;
use crate::rule_choice::RuleChoice;
use crate::shown::Shown;
use crate::teller::Teller;
use crate::views::{ChosenImport, Dropped};
use crate::{Clock, ErrorView, Host, ROUTES, Refused, Route, RouteKind};

/// How a session differs from the ordinary.
#[derive(Clone, Debug)]
pub struct Options {
    /// The system's zoneinfo folder.
    pub zoneinfo: PathBuf,
    /// Derive keys of new workspaces at next to no cost. Only for tests: such a passphrase is quickly guessed.
    pub weak_keys: bool,
    /// The sample programme is so many generated events. Only for tests and measurements.
    pub generated_events: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            zoneinfo: PathBuf::from("/usr/share/zoneinfo"),
            weak_keys: false,
            generated_events: None,
        }
    }
}

/// What a program holds while it runs. Shared between threads.
pub struct Session {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) options: Options,
    pub(crate) preferences: Preferences,
    pub(crate) choices: Choices,
    pub(crate) teller: Teller,
    pub(crate) long_work: LongWork,
    /// What was laid out for paper last; forgotten with the workspace it is of.
    pub(crate) printed: Mutex<Option<Arc<Printed>>>,
    rules: RwLock<RuleChoice>,
    place: RwLock<Place>,
    /// One opening, closing or locking at a time.
    moving: Mutex<()>,
    used: Mutex<DateTime<Utc>>,
}

/// Which workspace there is.
#[derive(Clone)]
pub(crate) enum Place {
    /// None.
    Closed,
    /// This one, locked: its key is forgotten and nothing of it is in memory.
    Locked(PathBuf),
    /// This one.
    Open(Arc<Desk>),
}

/// Routes that screens ask by themselves, so that they do not count as use.
const NOT_USE: &[&str] = &["app.status", "app.clocks"];

/// So many files may be dropped at once.
const DROPPED_AT_MOST: usize = 500;

impl Session {
    /// A session without a workspace.
    pub fn new(host: Arc<dyn Host>, clock: Arc<dyn Clock>, options: Options) -> Self {
        let preferences = Preferences::read(host.config_dir());
        let rules = RuleChoice::look(&options.zoneinfo, preferences.folder());
        let used = clock.now();
        Self {
            teller: Teller::to(Arc::clone(&host)),
            host,
            clock,
            options,
            preferences,
            choices: Choices::default(),
            long_work: LongWork::default(),
            printed: Mutex::new(None),
            rules: RwLock::new(rules),
            place: RwLock::new(Place::Closed),
            moving: Mutex::new(()),
            used: Mutex::new(used),
        }
    }

    /// Does what the route of that name does: `request` and answer are JSON.
    ///
    /// # Errors
    /// No such route, a request not in its form, or what the route refuses.
    pub fn call(&self, route: &str, request: &str) -> Result<String, ErrorView> {
        self.run(route, request).map_err(Refused::into_view)
    }

    fn run(&self, name: &str, request: &str) -> Result<String, Refused> {
        let route = find_route(name).ok_or_else(|| Refused::no_route(name))?;
        if self.is_idle_too_long(self.now()) {
            self.lock();
        } else if !NOT_USE.contains(&name) {
            *self.used() = self.now();
        }
        let answer = (route.run)(self, request);
        if route.kind == RouteKind::Long {
            // Long work is use until it ends.
            *self.used() = self.now();
        }
        answer
    }

    /// Asks a route with typed request and answer, as the command line does.
    ///
    /// # Errors
    /// As [`Session::call`].
    pub fn ask<A: serde::de::DeserializeOwned>(
        &self,
        route: &str,
        request: &impl serde::Serialize,
    ) -> Result<A, ErrorView> {
        let request =
            serde_json::to_string(request).map_err(|error| Refused::internal(&error).into_view())?;
        let answer = self.call(route, &request)?;
        serde_json::from_str(&answer).map_err(|error| Refused::internal(&error).into_view())
    }

    /// Files that were dropped on the window, as if they had been chosen in a dialog; screens are told of them under
    /// the topic `dropped`. A path comes from the window's own event and never from a screen; what is no file, and
    /// what comes while no workspace is open, is left.
    pub fn dropped(&self, paths: &[PathBuf]) -> Vec<ChosenImport> {
        if self.desk().is_err() {
            return Vec::new();
        }
        let files: Vec<ChosenImport> = paths
            .iter()
            .take(DROPPED_AT_MOST)
            .filter_map(|path| {
                Some(ChosenImport {
                    size: std::fs::metadata(path)
                        .ok()
                        .filter(std::fs::Metadata::is_file)?
                        .len(),
                    file: self.choices.number(path),
                    name: crate::choices::shown(path).0,
                })
            })
            .collect();
        self.teller.dropped(&Dropped { files: files.clone() });
        files
    }

    /// Locks the workspace if nobody used it for as long as the preferences say. Hosts call it every few seconds.
    pub fn tick(&self) {
        if self.is_idle_too_long(self.now()) {
            self.lock();
        }
    }

    /// Closes the workspace, waiting for what is being written. Hosts call it before they end.
    pub fn close(&self) {
        let _moving = self.moving();
        self.leave(Place::Closed);
    }

    fn is_idle_too_long(&self, now: DateTime<Utc>) -> bool {
        let minutes = self.preferences.settings().lock_after_minutes;
        if minutes == 0 || !matches!(self.place(), Place::Open(_)) {
            return false;
        }
        let mut used = self.used();
        // The clock was set back: count from now, or the workspace would stay open for as long as it was set back.
        *used = (*used).min(now);
        now - *used >= TimeDelta::minutes(minutes.into())
    }

    /// Forgets the open workspace but for where it is.
    pub(crate) fn lock(&self) {
        let _moving = self.moving();
        if let Place::Open(desk) = self.place() {
            self.leave(Place::Locked(desk.path().to_owned()));
        }
    }

    /// Closes what is open and goes on to `next`. The caller holds [`Session::moving`].
    pub(crate) fn leave(&self, next: Place) {
        let left = {
            let mut place = self.place.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *place, next)
        };
        if let Place::Open(desk) = left {
            self.long_work.stop_all();
            desk.close();
        }
        *self.printed.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.used() = self.now();
        self.teller.changed(&["workspace", "plan"]);
    }

    /// Who makes the changes from now on.
    pub(crate) fn actor(&self) -> String {
        let named = self.preferences.settings().actor;
        if named.is_empty() { self.host.user() } else { named }
    }

    pub(crate) fn moving(&self) -> MutexGuard<'_, ()> {
        self.moving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn used(&self) -> MutexGuard<'_, DateTime<Utc>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Which workspace there is.
    pub(crate) fn place(&self) -> Place {
        self.place.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The open workspace.
    pub(crate) fn desk(&self) -> Result<Arc<Desk>, Refused> {
        match self.place() {
            Place::Open(desk) => Ok(desk),
            Place::Locked(_) => Err(Refused::locked()),
            Place::Closed => Err(Refused::no_workspace()),
        }
    }

    /// The rules in force.
    pub(crate) fn rules(&self) -> Rules {
        self.rules
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .rules
            .clone()
    }

    /// The rules in force and those that are not.
    pub(crate) fn rule_choice(&self) -> RuleChoice {
        self.rules.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes other rules for what is opened from now on.
    pub(crate) fn set_rule_choice(&self, choice: RuleChoice) {
        *self.rules.write().unwrap_or_else(PoisonError::into_inner) = choice;
    }

    /// Writes times by the rules in force.
    pub(crate) fn shown(&self) -> Shown {
        Shown::by(&self.rules())
    }

    /// Now, to the second: what is finer than any clock on a wall is only noise in files.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = self.clock.now();
        DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now)
    }

    /// A fresh key; those of a later millisecond are greater.
    pub(crate) fn fresh_key(&self) -> Uuid {
        fresh_key(self.clock.now())
    }

    /// What new keys cost.
    pub(crate) fn key_cost(&self) -> KeyCost {
        if self.options.weak_keys {
            KeyCost::CHEAP_FOR_TESTS
        } else {
            KeyCost::default()
        }
    }
}

/// Counts within a millisecond, so that keys sort as they were made.
static KEYS: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A fresh key of a moment, above all that were made before it.
pub(crate) fn fresh_key(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let keys = KEYS.lock().unwrap_or_else(PoisonError::into_inner);
    Uuid::new_v7(Timestamp::from_unix(
        &*keys,
        seconds,
        now.timestamp_subsec_nanos(),
    ))
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}

/// The route of a name.
pub fn find_route(name: &str) -> Option<&'static Route> {
    ROUTES.iter().find(|route| route.name == name)
}
