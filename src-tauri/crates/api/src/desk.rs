//! The open workspace: the file, and its plan in memory.
//!
//! Whoever holds the store is the one writer; the plan in memory follows after the commit, never before it.
//! Always taken in this order: store, plan, the rest.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use outreach_plan::{EventId, Plan, RecordRef};
use outreach_store::{CachedInstant, StoreError, Workspace};
use outreach_zones::Rules;

use crate::derived;
use crate::findings::Findings;
use crate::given::Given;
use crate::people::Crowd;
use crate::seeds;
use crate::tables::{Stored, load_plan};
use crate::views::ChangeLabel;
use crate::{ErrorView, Refused};

/// So long nothing must have been written before the checks run in the background.
const QUIET: Duration = Duration::from_millis(150);

/// An open workspace.
pub(crate) struct Desk {
    path: PathBuf,
    store: Mutex<Option<Workspace>>,
    waiting: AtomicUsize,
    plan: RwLock<Plan>,
    findings: Mutex<Option<Arc<Findings>>>,
    warming: AtomicBool,
    writes: AtomicUsize,
    moved: RwLock<HashMap<EventId, Former>>,
    given: Mutex<Option<Arc<Given>>>,
    crowd: Crowd,
    aside: Mutex<Aside>,
}

/// When an event was by the rules that were in force before.
#[derive(Clone, Debug)]
pub(crate) struct Former {
    pub(crate) start: CachedInstant,
    pub(crate) end: CachedInstant,
}

/// What the frame shows of the file; kept so that it can be shown while the store is busy.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aside {
    pub(crate) undo: Option<ChangeLabel>,
    pub(crate) redo: Option<ChangeLabel>,
    pub(crate) saved: Option<DateTime<Utc>>,
    pub(crate) keychain: bool,
    /// When it was opened the time before this.
    pub(crate) opened_before: Option<DateTime<Utc>>,
    pub(crate) last_backup: Option<DateTime<Utc>>,
    pub(crate) backup_trouble: Option<ErrorView>,
    /// The day for which it was looked whether a backup is due, by Hong Kong's calendar.
    pub(crate) backup_day: Option<NaiveDate>,
}

/// The store, held by the one who writes.
pub(crate) struct Held<'desk>(MutexGuard<'desk, Option<Workspace>>);

impl Held<'_> {
    /// The file, unless it was closed meanwhile.
    pub(crate) fn file(&mut self) -> Result<&mut Workspace, Refused> {
        self.0.as_mut().ok_or_else(Refused::locked)
    }
}

impl Desk {
    /// Reads everything into memory and brings what is derived up to date with the rules.
    pub(crate) fn lay(mut store: Workspace, rules: Rules, now: DateTime<Utc>) -> Result<Self, Refused> {
        let plan = load_plan(&store, rules)?;
        let moved = derived::bring_up_to_date(&mut store, &plan, now)?;
        let desk = Self {
            path: store.path().to_owned(),
            aside: Mutex::new(Aside {
                keychain: store.in_keychain(),
                ..Aside::default()
            }),
            store: Mutex::new(None),
            crowd: Crowd::of(&plan),
            waiting: AtomicUsize::new(0),
            plan: RwLock::new(plan),
            findings: Mutex::new(None),
            warming: AtomicBool::new(false),
            writes: AtomicUsize::new(0),
            moved: RwLock::new(moved),
            given: Mutex::new(None),
        };
        desk.note_ends(&store)?;
        desk.aside().last_backup = crate::backups::latest(&desk.path);
        *desk.store.lock().unwrap_or_else(PoisonError::into_inner) = Some(store);
        Ok(desk)
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Waits for the store.
    pub(crate) fn hold(&self) -> Held<'_> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let held = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        Held(held)
    }

    /// The store if nobody has it.
    pub(crate) fn hold_now(&self) -> Option<Held<'_>> {
        self.store.try_lock().ok().map(Held)
    }

    /// Whether somebody waits for the store.
    pub(crate) fn is_wanted(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0
    }

    /// The plan.
    pub(crate) fn plan(&self) -> RwLockReadGuard<'_, Plan> {
        self.plan.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the checks say about `plan`, which is this desk's.
    pub(crate) fn findings(&self, plan: &Plan) -> Arc<Findings> {
        let mut findings = self.findings.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(findings.get_or_insert_with(|| Arc::new(Findings::of(plan))))
    }

    /// What is kept beside the plan about people.
    pub(crate) fn crowd(&self) -> &Crowd {
        &self.crowd
    }

    /// Runs the checks in the background once nothing was written for a moment, and takes new people into the search, so that the next screen need not
    /// wait for them, and a planner who types on need not either.
    pub(crate) fn warm(self: &Arc<Self>) {
        Crowd::warm(self);
        self.writes.fetch_add(1, Ordering::AcqRel);
        if self.warming.swap(true, Ordering::AcqRel) {
            return;
        }
        let desk = Arc::clone(self);
        std::thread::spawn(move || {
            loop {
                let before = desk.writes.load(Ordering::Acquire);
                std::thread::sleep(QUIET);
                if desk.writes.load(Ordering::Acquire) == before {
                    break;
                }
            }
            desk.warming.store(false, Ordering::Release);
            desk.findings(&desk.plan());
        });
    }

    /// Puts what was committed into memory. The caller holds the store.
    pub(crate) fn follow(&self, touched: Vec<(RecordRef, Option<Stored>)>) {
        let keys: Vec<RecordRef> = touched.iter().map(|(key, _)| *key).collect();
        let mut plan = self.plan.write().unwrap_or_else(PoisonError::into_inner);
        let mut moved = self.moved.write().unwrap_or_else(PoisonError::into_inner);
        for (key, record) in touched {
            match record {
                Some(record) => plan.put(record),
                None => plan.remove(key),
            }
            if let RecordRef::Event(id) = key {
                moved.remove(&id);
            }
        }
        self.crowd.touched(keys.into_iter());
        *self.findings.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Takes other rules: every time is resolved again and what moved is marked.
    pub(crate) fn take_rules(&self, rules: Rules, now: DateTime<Utc>) -> Result<(), Refused> {
        let mut held = self.hold();
        let store = held.file()?;
        let mut next = self.plan().clone();
        next.set_rules(rules);
        let moved = derived::bring_up_to_date(store, &next, now)?;
        *self.plan.write().unwrap_or_else(PoisonError::into_inner) = next;
        *self.moved.write().unwrap_or_else(PoisonError::into_inner) = moved;
        *self.findings.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.crowd.forget_lists();
        Ok(())
    }

    /// Events that changed rules moved and that nobody looked at yet.
    pub(crate) fn moved(&self) -> RwLockReadGuard<'_, HashMap<EventId, Former>> {
        self.moved.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the mark off events.
    pub(crate) fn forget_moved(&self, events: &[EventId]) {
        let mut moved = self.moved.write().unwrap_or_else(PoisonError::into_inner);
        moved.retain(|id, _| !events.contains(id));
    }

    /// What was given out of all calendars. Waits for the store if it was not read since it last changed.
    pub(crate) fn given(&self) -> Result<Arc<Given>, Refused> {
        if let Some(given) = &*self.given.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Arc::clone(given));
        }
        let mut held = self.hold();
        self.given_in(held.file()?)
    }

    /// The same for one who holds the store.
    pub(crate) fn given_in(&self, store: &Workspace) -> Result<Arc<Given>, Refused> {
        let mut kept = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(given) = &*kept {
            return Ok(Arc::clone(given));
        }
        let given = Arc::new(Given::read(store)?);
        *kept = Some(Arc::clone(&given));
        Ok(given)
    }

    /// What was given out has to be read again. The caller holds the store.
    pub(crate) fn forget_given(&self) {
        *self.given.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What the frame shows of the file.
    pub(crate) fn aside(&self) -> MutexGuard<'_, Aside> {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads again what undo and redo would do.
    pub(crate) fn note_ends(&self, store: &Workspace) -> Result<(), StoreError> {
        let label = |target: Option<outreach_store::Target>| {
            target.map(|target| crate::history::label(target.seq, &target.label, &target.params))
        };
        // What a workspace begins with is not a planner's change: one Ctrl Z too many must not empty it.
        let undo = label(store.undo_target()?).filter(|label| !seeds::is_beginning(&label.label));
        let redo = label(store.redo_target()?);
        let mut aside = self.aside();
        (aside.undo, aside.redo) = (undo, redo);
        Ok(())
    }

    /// Reads everything again after the file under it was exchanged. The caller holds the store.
    pub(crate) fn read_again(&self, store: &mut Workspace, now: DateTime<Utc>) -> Result<(), Refused> {
        let rules = self.plan().rules().clone();
        let plan = load_plan(store, rules)?;
        let moved = derived::bring_up_to_date(store, &plan, now)?;
        self.crowd.begin_again(&plan);
        *self.plan.write().unwrap_or_else(PoisonError::into_inner) = plan;
        *self.moved.write().unwrap_or_else(PoisonError::into_inner) = moved;
        *self.findings.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.forget_given();
        self.note_ends(store)?;
        Ok(())
    }

    /// Closes the file and forgets everything. Whoever still holds the desk finds it empty.
    pub(crate) fn close(&self) {
        let store = self.hold().0.take();
        if let Some(store) = store {
            // A log that could not be moved into the file stays beside it and is read at the next opening.
            _ = store.close();
        }
        let mut plan = self.plan.write().unwrap_or_else(PoisonError::into_inner);
        let rules = plan.rules().clone();
        *plan = Plan::new(rules);
        self.crowd.forget();
        self.moved.write().unwrap_or_else(PoisonError::into_inner).clear();
        *self.findings.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.forget_given();
        *self.aside() = Aside::default();
    }
}
