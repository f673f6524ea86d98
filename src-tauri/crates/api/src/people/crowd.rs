//! What is kept beside the plan about people, in memory alone: the search, and who may be stored twice.
//!
//! Whoever changes people only names them; the indexes catch up when they are asked, or in the background a moment
//! later. So a change of one is in the index before the next search, and opening a file with a hundred thousand
//! people waits for nothing. What catching up takes in is what the plan says then, so the order of changes does not
//! matter. The price is that the first search after an import of many waits for the rest.

use std::collections::{HashMap, VecDeque};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use chrono::NaiveDate;
use outreach_matching::{Alike, Blocks, Entry, Index};
use outreach_plan::{PersonId, Plan, RecordRef};

use super::alike::AllAlike;
use super::imports::Taken;
use super::list::Listed;
use super::told::{Told, is_listed, key_of};
use crate::desk::Desk;
use crate::views::ListPeople;

/// So many people are taken into an index while the plan is held; others wait some milliseconds at most.
const CHUNK: usize = 512;
/// So many lists are kept ready.
const LISTS: usize = 6;

/// An index that is kept in step with people.
struct Kept<T> {
    index: RwLock<T>,
    /// Whom it has to look at again.
    pending: Mutex<Vec<PersonId>>,
}

/// Something people are put into and taken out of.
pub(crate) trait Holds: Default {
    /// Takes some in, each in the place of what was known of them.
    fn put_all(&mut self, entries: &[Entry<'_>]);
    /// Takes somebody out.
    fn remove(&mut self, key: u128);
}

impl Holds for Index {
    fn put_all(&mut self, entries: &[Entry<'_>]) {
        Self::put_all(self, entries.iter().copied());
    }
    fn remove(&mut self, key: u128) {
        Self::remove(self, key);
    }
}

impl Holds for Blocks {
    fn put_all(&mut self, entries: &[Entry<'_>]) {
        Self::put_all(self, entries.iter().copied());
    }
    fn remove(&mut self, key: u128) {
        Self::remove(self, key);
    }
}

impl<T: Holds> Kept<T> {
    fn new() -> Self {
        Self {
            index: RwLock::new(T::default()),
            pending: Mutex::new(Vec::new()),
        }
    }

    fn pending(&self) -> MutexGuard<'_, Vec<PersonId>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn forget(&self) {
        self.pending().clear();
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = T::default();
    }

    /// Looks at some of those who are pending; false if nobody was. Always taken in this order: plan, index, pending.
    /// Who finds nobody pending and then waits for the index finds in it whom another was still taking in.
    fn look_at_some(&self, desk: &Desk) -> bool {
        if self.pending().is_empty() {
            return false;
        }
        let plan = desk.plan();
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        let some: Vec<PersonId> = {
            let mut pending = self.pending();
            let from = pending.len().saturating_sub(CHUNK);
            pending.drain(from..).collect()
        };
        let mut told = Vec::with_capacity(some.len());
        for id in some {
            match plan.people().get(&id) {
                Some(person) if is_listed(person) => told.push(Told::of(person)),
                Some(_) | None => index.remove(key_of(id)),
            }
        }
        let entries: Vec<Entry<'_>> = told.iter().map(Told::entry).collect();
        index.put_all(&entries);
        true
    }

    fn read(&self) -> RwLockReadGuard<'_, T> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// People, as far as they are kept beside the plan.
pub(crate) struct Crowd {
    /// Rises with every change that a list of people could show.
    listed: AtomicU64,
    /// Rises with every change of a person.
    people: AtomicU64,
    search: Kept<Index>,
    blocks: Kept<Blocks>,
    lists: Mutex<VecDeque<(Wanted, Arc<Listed>)>>,
    alike: Mutex<Option<(u64, Arc<AllAlike>)>>,
    taken: Taken,
}

/// Which list: all of its request but for the window, on which day, of which state.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) list: ListPeople,
    pub(crate) today: NaiveDate,
    pub(crate) state: u64,
}

impl Crowd {
    /// Of a plan that was just read.
    pub(crate) fn of(plan: &Plan) -> Self {
        let crowd = Self {
            listed: AtomicU64::new(0),
            people: AtomicU64::new(0),
            search: Kept::new(),
            blocks: Kept::new(),
            lists: Mutex::default(),
            alike: Mutex::default(),
            taken: Taken::default(),
        };
        crowd.begin_again(plan);
        crowd
    }

    /// Everything may be other than it was.
    pub(crate) fn begin_again(&self, plan: &Plan) {
        self.forget();
        // Latest first: those are looked for soonest, and pending is taken from its end.
        let all: Vec<PersonId> = plan.people().keys().copied().collect();
        self.search.pending().clone_from(&all);
        *self.blocks.pending() = all;
    }

    /// Lists are to be made again: something else they show has changed.
    pub(crate) fn forget_lists(&self) {
        self.listed.fetch_add(1, Ordering::AcqRel);
        self.lists().clear();
    }

    /// Forgets everybody.
    pub(crate) fn forget(&self) {
        self.listed.fetch_add(1, Ordering::AcqRel);
        self.people.fetch_add(1, Ordering::AcqRel);
        self.search.forget();
        self.blocks.forget();
        self.lists().clear();
        *self.alike.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.taken.forget();
    }

    /// These records are other than they were.
    pub(crate) fn touched(&self, keys: impl Iterator<Item = RecordRef>) {
        let mut listed = false;
        let mut people = Vec::new();
        for key in keys {
            match key {
                RecordRef::Person(id) => people.push(id),
                RecordRef::Invitation(_)
                | RecordRef::Visit(_)
                | RecordRef::Event(_)
                | RecordRef::Market(_)
                | RecordRef::SavedList(_)
                | RecordRef::Distinct(_) => listed = true,
                RecordRef::Programme(_)
                | RecordRef::Mission(_)
                | RecordRef::Leg(_)
                | RecordRef::Venue(_)
                | RecordRef::Partner(_)
                | RecordRef::Delegate(_)
                | RecordRef::Office(_)
                | RecordRef::DayOverride(_)
                | RecordRef::Calendar(_)
                | RecordRef::Recipient(_)
                | RecordRef::Arrangement(_)
                | RecordRef::Notice(_)
                | RecordRef::Letter(_)
                | RecordRef::Disclosure(_) => {}
            }
        }
        if listed || !people.is_empty() {
            self.forget_lists();
        }
        if !people.is_empty() {
            self.people.fetch_add(1, Ordering::AcqRel);
            self.search.pending().extend_from_slice(&people);
            self.blocks.pending().extend(people);
        }
    }

    /// Brings the indexes up to date in the background.
    pub(crate) fn warm(desk: &Arc<Desk>) {
        let crowd = desk.crowd();
        if crowd.search.pending().is_empty() && crowd.blocks.pending().is_empty() {
            return;
        }
        let desk = Arc::clone(desk);
        std::thread::spawn(move || {
            while desk.crowd().search.look_at_some(&desk) {}
            while desk.crowd().blocks.look_at_some(&desk) {}
        });
    }

    /// Brings the search up to date. Whoever asks must hold nothing of the desk.
    pub(crate) fn catch_up(&self, desk: &Desk) {
        while self.search.look_at_some(desk) {}
    }

    /// The search of people, as it was brought up to date last. Taken after the plan, never before it.
    pub(crate) fn search(&self) -> RwLockReadGuard<'_, Index> {
        self.search.read()
    }

    /// Brings up to date who could be the same as somebody; how many are still to be looked at is told between, and
    /// it may be broken off. Whoever asks must hold nothing of the desk.
    pub(crate) fn catch_up_blocks(&self, desk: &Desk, go_on: &mut dyn FnMut(usize) -> ControlFlow<()>) {
        while self.blocks.look_at_some(desk) {
            let left = self.blocks.pending().len();
            if go_on(left).is_break() {
                return;
            }
        }
    }

    /// Who could be the same as somebody. Taken after the plan, never before it.
    pub(crate) fn blocks(&self) -> RwLockReadGuard<'_, Blocks> {
        self.blocks.read()
    }

    /// Which state of people there is.
    pub(crate) fn people_state(&self) -> u64 {
        self.people.load(Ordering::Acquire)
    }

    /// Which state of all that lists show there is.
    pub(crate) fn listed_state(&self) -> u64 {
        self.listed.load(Ordering::Acquire)
    }

    fn lists(&self) -> MutexGuard<'_, VecDeque<(Wanted, Arc<Listed>)>> {
        self.lists.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A list that was made before.
    pub(crate) fn list(&self, wanted: &Wanted) -> Option<Arc<Listed>> {
        let lists = self.lists();
        lists
            .iter()
            .find(|(of, _)| of == wanted)
            .map(|(_, listed)| Arc::clone(listed))
    }

    /// Keeps a list for the next window of it.
    pub(crate) fn keep_list(&self, wanted: Wanted, listed: &Arc<Listed>) {
        let mut lists = self.lists();
        lists.retain(|(of, _)| *of != wanted);
        lists.push_front((wanted, Arc::clone(listed)));
        lists.truncate(LISTS);
    }

    /// Who may be stored twice, as it was found last, and whether people have changed since.
    pub(crate) fn alike(&self) -> Option<(Arc<AllAlike>, bool)> {
        let kept = self.alike.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref()
            .map(|(state, all)| (Arc::clone(all), *state != self.people_state()))
    }

    /// Keeps who may be stored twice, as it was in a state.
    pub(crate) fn keep_alike(&self, state: u64, pairs: Vec<Alike>, people: usize) -> Arc<AllAlike> {
        let all = Arc::new(AllAlike::of(pairs, people));
        *self.alike.lock().unwrap_or_else(PoisonError::into_inner) = Some((state, Arc::clone(&all)));
        // Who has a likely duplicate can be ticked.
        self.forget_lists();
        all
    }

    /// Lists on their way in.
    pub(crate) fn taken(&self) -> &Taken {
        &self.taken
    }
}

/// How many likely duplicates each person has.
pub(crate) type LikelyOf = HashMap<PersonId, u32>;
