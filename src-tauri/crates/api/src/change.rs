//! One change to the plan: made ready against the plan in memory, written in one transaction, then put into memory.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use outreach_plan::{AnyRecord, Event, Language, Plan, RecordRef, Wording, validate};
use outreach_store::{ChangeMeta, StoreError, Tx, Workspace};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::desk::Desk;
use crate::given::Given;
use crate::long_work::Work;
use crate::views::{ChangeLabel, RecordKey, Written};
use crate::{Refused, Session, backups, derived, tables, wall_times};

/// What a change is called: a key of the words, and what they need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Label {
    key: String,
    params: BTreeMap<String, String>,
}

impl Label {
    pub(crate) fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            params: BTreeMap::new(),
        }
    }

    /// The same under another key.
    pub(crate) fn named(mut self, key: &str) -> Self {
        key.clone_into(&mut self.key);
        self
    }

    /// With something its words need.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "texts and numbers read alike where it is called"
    )]
    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// With the name of the record it is about. A label stays in the journal for good, so one about somebody bears a
    /// count: after an erasure no name is to be found there.
    pub(crate) fn about(mut self, record: &AnyRecord) -> Self {
        if is_about_people(record) {
            return self.with("count", 1);
        }
        let name = name_of(record);
        self = self.with("name", name.in_language(Language::English));
        for (key, written) in [("name_zh_hant", &name.zh_hant), ("name_zh_hans", &name.zh_hans)] {
            if !written.is_empty() {
                self = self.with(key, written);
            }
        }
        self
    }

    fn meta(&self, actor: String) -> ChangeMeta {
        let params: Map<String, Value> = self
            .params
            .iter()
            .map(|(name, value)| (name.clone(), Value::String(value.clone())))
            .collect();
        ChangeMeta::new(self.key.clone(), actor).with(Value::Object(params))
    }
}

/// Whether a record tells of somebody.
fn is_about_people(record: &AnyRecord) -> bool {
    matches!(
        record,
        AnyRecord::Person(_)
            | AnyRecord::Invitation(_)
            | AnyRecord::Visit(_)
            | AnyRecord::SavedList(_)
            | AnyRecord::Distinct(_)
            | AnyRecord::Disclosure(_)
    )
}

/// What a record is called; empty for one that is called after what it points at.
pub(crate) fn name_of(record: &AnyRecord) -> Wording {
    match record {
        AnyRecord::Programme(r) => r.title.clone(),
        AnyRecord::Mission(r) => r.title.clone(),
        AnyRecord::Leg(r) => r.place.clone(),
        AnyRecord::Event(r) => r.title.clone(),
        AnyRecord::Venue(r) => r.name.clone(),
        AnyRecord::Partner(r) => r.name.clone(),
        AnyRecord::Delegate(r) => Wording {
            en: r.full_name(),
            zh_hant: r.chinese.clone(),
            zh_hans: r.chinese.clone(),
        },
        AnyRecord::Market(r) => r.name.clone(),
        AnyRecord::Office(r) => r.name.clone(),
        AnyRecord::DayOverride(r) => r.name.clone(),
        AnyRecord::Calendar(r) => r.name.clone(),
        AnyRecord::Recipient(r) => Wording::english(&r.name),
        AnyRecord::Person(r) => r.names(),
        AnyRecord::Notice(r) => r.name.clone(),
        AnyRecord::Letter(r) => Wording::english(&r.name),
        AnyRecord::SavedList(r) => Wording::english(&r.name),
        AnyRecord::Invitation(_)
        | AnyRecord::Arrangement(_)
        | AnyRecord::Visit(_)
        | AnyRecord::Distinct(_)
        | AnyRecord::Disclosure(_) => Wording::default(),
    }
}

/// A change being made ready. Nothing is written before it is whole.
pub(crate) struct Draft<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) now: DateTime<Utc>,
    session: &'a Session,
    desk: &'a Desk,
    store: &'a Workspace,
    steps: Vec<(RecordRef, Option<AnyRecord>)>,
    also: Vec<Also>,
    watch: Option<Work>,
}

/// Of a long change it is told after so many records how far it is.
const WATCHED_EACH: usize = 256;

/// Writes records that the plan in memory does not hold.
type Also = Box<dyn FnOnce(&mut Tx<'_>) -> Result<(), StoreError>>;

impl Draft<'_> {
    /// Puts a record that somebody typed: cleaned, checked, its times made sure of.
    pub(crate) fn put(&mut self, record: impl Into<AnyRecord>) -> Result<(), Refused> {
        let mut record = validate::clean(record.into());
        if let AnyRecord::Person(person) = &mut record {
            crate::people::settle_numbers(self.plan, person);
        }
        let before = self.plan.get(record.key());
        wall_times::make_sure(self.plan.rules(), before.as_ref(), &mut record)?;
        validate::check_typed_numbers(before.as_ref(), &record)
            .map_err(|invalid| crate::fields::refused(&invalid))?;
        validate::check_record(self.plan, &record).map_err(|invalid| crate::fields::refused(&invalid))?;
        self.put_made(record);
        Ok(())
    }

    /// Puts a record that the rules made.
    pub(crate) fn put_made(&mut self, record: impl Into<AnyRecord>) {
        let record = record.into();
        let record = if let AnyRecord::Event(event) = record {
            let before = self.plan.events().get(&event.id);
            AnyRecord::Event(settle(before, event, self.now))
        } else {
            record
        };
        if self.plan.get(record.key()).as_ref() != Some(&record) {
            self.steps.push((record.key(), Some(record)));
        }
    }

    /// Takes a record out.
    pub(crate) fn remove(&mut self, key: impl Into<RecordRef>) {
        self.steps.push((key.into(), None));
    }

    /// Writes records that the plan in memory does not hold, in the same change.
    pub(crate) fn also(&mut self, write: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError> + 'static) {
        self.also.push(Box::new(write));
    }

    /// Under which name steps of people are kept: as the change itself.
    pub(crate) fn signed(&self) -> String {
        self.session.actor()
    }

    /// Tells how far the writing is, and lets it be stopped: then nothing is written.
    pub(crate) fn watch(&mut self, work: Work) {
        self.watch = Some(work);
    }

    /// Which state of people the plan is in.
    pub(crate) fn people_state(&self) -> u64 {
        self.desk.crowd().people_state()
    }

    /// Who makes the change.
    pub(crate) fn actor(&self) -> String {
        self.session.preferences.settings().actor
    }

    /// What was given out of all calendars.
    pub(crate) fn given(&self) -> Result<Arc<Given>, Refused> {
        self.desk.given_in(self.store)
    }

    /// The file, for what the plan in memory does not hold.
    pub(crate) fn store(&self) -> &Workspace {
        self.store
    }

    /// A fresh key.
    pub(crate) fn fresh_key(&self) -> Uuid {
        self.session.fresh_key()
    }
}

/// What is computed with each write of an event: its UID and the moment it was made stay, SEQUENCE rises with what
/// its guests must be told of, and the moment of change never goes back, whatever the clock does.
fn settle(before: Option<&Event>, mut event: Event, now: DateTime<Utc>) -> Event {
    let Some(before) = before else { return event };
    event.uid.clone_from(&before.uid);
    event.created = before.created;
    event.sequence = event.sequence.max(before.sequence);
    event.modified = before.modified;
    if event == *before {
        return event;
    }
    if before.changes_significantly(&event) {
        event.sequence = event.sequence.max(before.sequence).saturating_add(1);
    }
    event.modified = now.max(before.modified);
    event
}

/// What became of a change.
pub(crate) struct Done<R> {
    pub(crate) value: R,
    /// Its number; none if nothing differs.
    pub(crate) change: Option<i64>,
}

impl<R: Into<RecordRef>> Done<R> {
    /// As a route answers.
    pub(crate) fn written(self) -> Written {
        Written {
            key: crate::keys::key_of(self.value.into()),
            change: self.change,
        }
    }
}

impl Done<RecordKey> {
    /// As a route answers.
    pub(crate) fn of_key(self) -> Written {
        Written {
            key: self.value,
            change: self.change,
        }
    }
}

impl Session {
    /// Makes one change. `make` says what it is, with its label; nothing is written if it refuses.
    pub(crate) fn change<R>(
        &self,
        make: impl FnOnce(&mut Draft<'_>) -> Result<(R, Label), Refused>,
    ) -> Result<Done<R>, Refused> {
        let desk = self.desk()?;
        self.change_at(&desk, make)
    }

    /// The same at a desk that screens do not see yet.
    pub(crate) fn change_at<R>(
        &self,
        desk: &Arc<Desk>,
        make: impl FnOnce(&mut Draft<'_>) -> Result<(R, Label), Refused>,
    ) -> Result<Done<R>, Refused> {
        let mut held = desk.hold();
        let store = held.file()?;
        let plan = desk.plan();
        let now = self.now();
        let mut draft = Draft {
            plan: &plan,
            now,
            session: self,
            desk,
            store,
            steps: Vec::new(),
            also: Vec::new(),
            watch: None,
        };
        let (value, label) = make(&mut draft)?;
        let Draft {
            steps,
            also,
            mut watch,
            ..
        } = draft;
        if steps.is_empty() && also.is_empty() {
            return Ok(Done { value, change: None });
        }
        let actor = self.actor();
        let written = store.write(&label.meta(actor), now, |tx| {
            for (done, (key, record)) in steps.iter().enumerate() {
                if done % WATCHED_EACH == 0
                    && let Some(work) = &mut watch
                    && work.step(done as u64, steps.len() as u64).is_break()
                {
                    return Err(StoreError::Cancelled.into());
                }
                match record {
                    Some(record) => {
                        tables::put(tx, record)?;
                        derived::put(tx, &plan, record)?;
                    }
                    None => drop(tables::remove(tx, *key)?),
                }
            }
            for write in also {
                write(tx)?;
            }
            Ok::<(), Refused>(())
        });
        let written = written.map_err(|refused| damaged_if_it_is(refused, desk.path()))?;
        drop(plan);
        if written.change.as_ref().is_some_and(touches_issues) {
            desk.forget_given();
        }
        let change = written.change.map(|change| change.seq);
        desk.follow(steps);
        desk.note_ends(store)?;
        drop(held);
        self.after_change(desk, change.is_some());
        Ok(Done { value, change })
    }

    /// Takes back, does again or reverts; `act` says which. What it touches is settled like any change.
    pub(crate) fn step_back(
        &self,
        label: &str,
        target: Option<&ChangeLabel>,
        act: impl FnOnce(&mut Tx<'_>) -> Result<i64, Refused>,
    ) -> Result<i64, Refused> {
        let desk = self.desk()?;
        let mut held = desk.hold();
        let store = held.file()?;
        let plan = desk.plan();
        let now = self.now();
        let mut label = Label::new(label);
        if let Some(target) = target {
            label.params.clone_from(&target.params);
            label = label.with("of", &target.label);
        }
        let actor = self.actor();
        let written = store.write(&label.meta(actor), now, |tx| {
            let seq = act(tx)?;
            let mut after = Vec::new();
            for touched in tx.touched() {
                let Some(key) = RecordRef::of_kind(touched.table, touched.record) else {
                    continue;
                };
                let mut record = tables::get(tx, key)?;
                if let Some(AnyRecord::Event(event)) = record {
                    let settled = settle(plan.events().get(&event.id), event, now);
                    let settled = AnyRecord::Event(settled);
                    tables::put(tx, &settled)?;
                    record = Some(settled);
                }
                if let Some(record) = &record {
                    derived::put(tx, &plan, record)?;
                }
                after.push((key, record));
            }
            Ok::<_, Refused>((seq, after))
        });
        let written = written.map_err(|refused| damaged_if_it_is(refused, desk.path()))?;
        drop(plan);
        let (seq, after) = written.value;
        if written.change.as_ref().is_some_and(touches_issues) {
            desk.forget_given();
        }
        desk.follow(after);
        desk.note_ends(store)?;
        drop(held);
        self.after_change(&desk, written.change.is_some());
        Ok(seq)
    }

    fn after_change(&self, desk: &Arc<Desk>, changed: bool) {
        if !changed {
            return;
        }
        desk.aside().saved = Some(self.now());
        self.teller.changed(&["plan"]);
        desk.warm();
        backups::make_if_due(self, desk);
    }
}

/// Once the store has met a page that is not what was written, it takes no further write, and says so in the words of a
/// file that lets nothing be written. A file that does let itself be written to is damaged, then.
fn damaged_if_it_is(refused: Refused, path: &Path) -> Refused {
    let lets_write = || OpenOptions::new().append(true).open(path).is_ok();
    if refused.code() == "file_read_only" && lets_write() {
        return StoreError::Damaged.into();
    }
    refused
}

fn touches_issues(change: &outreach_store::Change) -> bool {
    let issues = <outreach_plan::Issue as outreach_store::Record>::TABLE.name;
    change.touched.iter().any(|touched| touched.table == issues)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn event() -> Event {
        let mut event = crate::fields::blank_event(Uuid::nil(), at(0));
        event.sequence = 4;
        event
    }

    #[test]
    fn sequence_rises_when_guests_must_be_told_and_not_for_a_note() {
        let before = event();
        let moved = Event {
            end: before.end + chrono::TimeDelta::hours(1),
            sequence: 0,
            ..before.clone()
        };
        assert_eq!(settle(Some(&before), moved, at(5)).sequence, 5);
        let noted = Event {
            notes: "Bring the banner".to_owned(),
            ..before.clone()
        };
        let noted = settle(Some(&before), noted, at(5));
        assert_eq!((noted.sequence, noted.modified), (4, at(5)));
    }

    #[test]
    fn what_is_as_it_was_stays_untouched() {
        let before = event();
        assert_eq!(settle(Some(&before), before.clone(), at(5)), before);
    }

    #[test]
    fn the_moment_of_change_never_goes_back_when_the_clock_does() {
        let before = event();
        let noted = Event {
            notes: "x".to_owned(),
            ..before.clone()
        };
        assert_eq!(settle(Some(&before), noted, at(-86_400)).modified, at(0));
    }

    #[test]
    fn uid_and_the_moment_of_making_cannot_be_changed() {
        let before = event();
        let forged = Event {
            uid: "other".to_owned(),
            created: at(99),
            notes: "x".to_owned(),
            ..before.clone()
        };
        let settled = settle(Some(&before), forged, at(5));
        assert_eq!((settled.uid, settled.created), (before.uid, before.created));
    }
}
