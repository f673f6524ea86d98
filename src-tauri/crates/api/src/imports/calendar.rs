//! What a calendar of others would do, event by event.
//!
//! An event is known again by its UID and, in a series, by the start of its occasion. What was imported is compared
//! with its origin: a higher SEQUENCE, or the same with a later stamp, takes the event's place; a lower one never
//! does, whatever was edited here since. What this program wrote itself is compared with the event instead, for its
//! file may be older than what is stored.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use outreach_exchange::incoming::{IncomingCalendar, IncomingEvent};
use outreach_plan::{Event, EventId, Origin, OriginId, OriginSource, Plan, Status};

use super::another::is_another;
use super::intake::{Entry, Known, called_off, follow_sequence, later, says_the_same};
use super::problems::{self, problem};
use super::taken::{Taker, blank, chosen};
use crate::long_work::Work;
use crate::views::{ImportVerdict, PreviewImport};
use crate::{Refused, Session};

/// How this program names itself in its calendars (PRODID).
pub(super) const OWN_PRODUCT: &str = "-//Hong Kong Talent Engage//Outreach//";
/// The days within which series are expanded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
}

impl Window {
    /// The days of the plan's programmes, not more than some years from today.
    pub(super) fn of(plan: &Plan, today: NaiveDate) -> Self {
        let within = |day: NaiveDate| {
            let years = |n: i64| TimeDelta::days(366 * n);
            day.clamp(today - years(2), today + years(3))
        };
        let programmes = || plan.programmes().values();
        let usual = today + TimeDelta::days(2 * 366);
        Self {
            from: within(
                programmes()
                    .map(|programme| programme.from)
                    .min()
                    .unwrap_or(today)
                    .min(today),
            ),
            until: within(
                programmes()
                    .map(|programme| programme.until)
                    .max()
                    .unwrap_or(usual),
            )
            .max(usual),
        }
    }
}

/// How an event of a calendar is known again.
pub(super) fn key_of(uid: &str, recurrence: Option<&str>) -> String {
    match recurrence {
        Some(occasion) => format!("{uid}#{occasion}"),
        None => uid.to_owned(),
    }
}

struct Judge<'a> {
    plan: &'a Plan,
    session: &'a Session,
    now: DateTime<Utc>,
    origins: HashMap<&'a str, &'a Origin>,
    by_uid: HashMap<&'a str, &'a Event>,
    cancels: bool,
    own: bool,
    taker: Taker<'a>,
}

/// What each event of the calendar would become, in the order of the file.
pub(super) fn judge<'a>(
    session: &'a Session,
    plan: &'a Plan,
    known: &'a Known,
    request: &PreviewImport,
    calendar: &IncomingCalendar,
    window: Window,
    work: &mut Work,
) -> Result<Vec<Entry<'a>>, Refused> {
    let mission = chosen(plan, request.programme, request.mission)?;
    let own = calendar.product.starts_with(OWN_PRODUCT);
    let of_calendars = |origin: &&Origin| origin.source == OriginSource::Ics;
    let mut judge = Judge {
        plan,
        session,
        now: session.now(),
        origins: known
            .origins
            .iter()
            .filter(of_calendars)
            .map(|origin| (origin.key.as_str(), origin))
            .collect(),
        by_uid: plan
            .events()
            .values()
            .map(|event| (event.uid.as_str(), event))
            .collect(),
        cancels: calendar.method.as_deref() == Some("CANCEL"),
        own,
        taker: Taker::new(plan, request.language, request.programme, mission, own),
    };
    let total = calendar.events.len() as u64;
    let mut entries = Vec::with_capacity(calendar.events.len() + calendar.refused.len());
    for (done, incoming) in (0_u64..).zip(&calendar.events) {
        if done % 64 == 0 && work.step(done, total).is_break() {
            return Err(outreach_store::StoreError::Cancelled.into());
        }
        entries.extend(judge.event(incoming)?);
    }
    for item in &calendar.refused {
        let mut entry = Entry::new(item.line, ImportVerdict::Refused, item.uid.clone());
        let mut why = problem(item.code);
        why.params = problems::named(item.params.clone());
        entry.problems.push(why);
        entries.push(entry);
    }
    entries.sort_by_key(|entry| entry.line);
    entries.extend(judge.left_series(calendar, window));
    Ok(entries)
}

impl<'a> Judge<'a> {
    fn event(&mut self, incoming: &IncomingEvent) -> Result<Vec<Entry<'a>>, Refused> {
        let key = key_of(&incoming.uid, incoming.recurrence.as_deref());
        let origin = self.origins.get(key.as_str()).copied();
        let of_origin = origin.and_then(|origin| self.plan.events().get(&origin.event));
        let stored = of_origin.or_else(|| self.by_uid.get(key.as_str()).copied());
        let entry = match (stored, of_origin.and(origin)) {
            (Some(stored), origin) => self.known(incoming, key, stored, origin),
            (None, _) if self.cancels => {
                let whole = self.whole_series(incoming);
                if !whole.is_empty() {
                    return Ok(whole);
                }
                let mut entry = self.entry(incoming, ImportVerdict::Refused, key);
                entry.problems.push(problem("cancels_unknown"));
                entry
            }
            (None, _) => self.added(incoming, key)?,
        };
        Ok(vec![entry])
    }

    fn entry(&self, incoming: &IncomingEvent, verdict: ImportVerdict, key: String) -> Entry<'a> {
        let mut entry = Entry::new(incoming.line, verdict, key);
        entry.title.clone_from(&incoming.summary);
        entry.warnings = incoming.warnings.iter().map(|code| problem(code)).collect();
        entry
    }

    fn added(&mut self, incoming: &IncomingEvent, key: String) -> Result<Entry<'a>, Refused> {
        let mut entry = self.entry(incoming, ImportVerdict::New, key);
        if incoming.zone.is_empty() {
            return Ok(entry);
        }
        let begun = blank(self.session, self.now, &entry.key);
        let event = self.taker.make(begun, incoming, &mut entry.warnings)?;
        entry.origin = Some(self.origin(incoming, &entry.key, event.id, None));
        entry.after = Some(event);
        Ok(entry)
    }

    fn known(
        &mut self,
        incoming: &IncomingEvent,
        key: String,
        stored: &'a Event,
        origin: Option<&Origin>,
    ) -> Entry<'a> {
        let mut entry = self.entry(incoming, ImportVerdict::Same, key).about(stored);
        if incoming.zone.is_empty() && !self.cancels {
            entry.verdict = ImportVerdict::Changed;
            return entry;
        }
        if self.own || origin.is_none() {
            self.own_again(incoming, stored, &mut entry);
        } else if let Some(origin) = origin {
            self.imported_again(incoming, stored, origin, &mut entry);
        }
        if let Some(after) = &mut entry.after {
            if entry.verdict == ImportVerdict::Changed {
                if is_another(stored, incoming, after) {
                    entry.verdict = ImportVerdict::Reused;
                    entry.warnings.push(problem("uid_reused"));
                } else if after.status == Status::Cancelled && stored.status != Status::Cancelled {
                    entry.verdict = ImportVerdict::Cancelled;
                }
            }
            follow_sequence(stored, after, incoming.sequence);
        }
        entry
    }

    /// What came in before: compared with what its source last said.
    fn imported_again(
        &mut self,
        incoming: &IncomingEvent,
        stored: &'a Event,
        origin: &Origin,
        entry: &mut Entry<'a>,
    ) {
        let stamp = later(incoming.stamp, incoming.modified);
        if hash_of(incoming) == origin.hash && !self.cancels {
            return;
        }
        let is_older = incoming.sequence < origin.sequence
            || incoming.sequence == origin.sequence
                && matches!((stamp, origin.stamp), (Some(now), Some(then)) if now < then);
        if is_older {
            entry.verdict = ImportVerdict::Older;
            return;
        }
        self.put(incoming, stored, false, entry);
        entry.origin = Some(self.origin(incoming, &origin.key, stored.id, Some(origin.id)));
    }

    /// What went out from here and comes back: compared with the event itself.
    fn own_again(&mut self, incoming: &IncomingEvent, stored: &'a Event, entry: &mut Entry<'a>) {
        self.put(incoming, stored, true, entry);
        if entry.verdict == ImportVerdict::Same {
            return;
        }
        // DTSTAMP is the moment of the export; LAST-MODIFIED that of the event.
        let changed = incoming.modified.or(incoming.stamp);
        let is_older = incoming.sequence < stored.sequence
            || incoming.sequence == stored.sequence
                && changed.is_some_and(|changed| changed < stored.modified);
        if is_older {
            entry.verdict = ImportVerdict::Older;
            entry.after = None;
        }
    }

    fn put(&mut self, incoming: &IncomingEvent, stored: &'a Event, out: bool, entry: &mut Entry<'a>) {
        let after = if self.cancels {
            called_off(stored)
        } else {
            let mut after = stored.clone();
            self.taker.put(&mut after, incoming, out, &mut entry.warnings);
            after
        };
        if says_the_same(stored, &after) {
            return;
        }
        entry.verdict = ImportVerdict::Changed;
        entry.after = Some(after);
    }

    fn origin(&self, incoming: &IncomingEvent, key: &str, event: EventId, id: Option<OriginId>) -> Origin {
        Origin {
            id: id.unwrap_or_else(|| OriginId(self.session.fresh_key())),
            event,
            source: OriginSource::Ics,
            key: key.to_owned(),
            sequence: incoming.sequence,
            stamp: later(incoming.stamp, incoming.modified),
            hash: hash_of(incoming),
        }
    }

    /// METHOD:CANCEL without RECURRENCE-ID takes every occasion of a series away.
    fn whole_series(&mut self, incoming: &IncomingEvent) -> Vec<Entry<'a>> {
        if incoming.recurrence.is_some() {
            return Vec::new();
        }
        let prefix = key_of(&incoming.uid, Some(""));
        let mut occasions: Vec<(&Origin, &'a Event)> = self
            .origins
            .values()
            .filter(|origin| origin.key.starts_with(&prefix))
            .filter_map(|origin| Some((*origin, self.plan.events().get(&origin.event)?)))
            .collect();
        occasions.sort_by_key(|(_, event)| event.start);
        occasions
            .into_iter()
            .map(|(origin, event)| {
                let mut entry = self
                    .entry(incoming, ImportVerdict::Same, origin.key.clone())
                    .about(event);
                if incoming.sequence < origin.sequence {
                    entry.verdict = ImportVerdict::Older;
                } else if event.status != Status::Cancelled {
                    entry.verdict = ImportVerdict::Cancelled;
                    let mut after = called_off(event);
                    follow_sequence(event, &mut after, incoming.sequence);
                    entry.origin = Some(self.origin(incoming, &origin.key, event.id, Some(origin.id)));
                    entry.after = Some(after);
                }
                entry
            })
            .collect()
    }

    /// Occasions that a newer version of their series has no more: taken out by EXDATE, or by another rule.
    fn left_series(&self, calendar: &IncomingCalendar, window: Window) -> Vec<Entry<'a>> {
        let mut series: BTreeMap<&str, (u32, Option<DateTime<Utc>>)> = BTreeMap::new();
        let mut here: HashSet<String> = HashSet::new();
        let mut loose: HashSet<&str> = calendar.bounded.iter().map(String::as_str).collect();
        for event in calendar.events.iter().filter(|event| event.recurrence.is_some()) {
            here.insert(key_of(&event.uid, event.recurrence.as_deref()));
            let stamp = later(event.stamp, event.modified);
            let newest = series.entry(&event.uid).or_insert((event.sequence, stamp));
            *newest = (newest.0.max(event.sequence), later(newest.1, stamp));
            // A single changed occasion, and a series whose rule was not understood, say nothing of the others.
            if event
                .warnings
                .iter()
                .any(|code| matches!(*code, "orphan" | "rule_unreadable" | "zone_asked"))
            {
                loose.insert(&event.uid);
            }
        }
        if self.cancels || series.is_empty() {
            return Vec::new();
        }
        let mut left: Vec<Entry<'a>> = self
            .origins
            .values()
            .filter_map(|origin| {
                let (uid, _) = origin.key.rsplit_once('#')?;
                let (sequence, stamp) = *series.get(uid).filter(|_| !loose.contains(uid))?;
                let event = self.plan.events().get(&origin.event)?;
                let day = event.start.date();
                let is_newer = sequence > origin.sequence
                    || sequence == origin.sequence && stamp.is_some() && stamp > origin.stamp;
                let is_gone = !here.contains(&origin.key) && window.from < day && day < window.until;
                if !is_newer || !is_gone || event.status == Status::Cancelled {
                    return None;
                }
                let mut entry = Entry::new(0, ImportVerdict::Cancelled, origin.key.clone()).about(event);
                entry.warnings.push(problem("left_series"));
                let mut after = called_off(event);
                follow_sequence(event, &mut after, sequence);
                entry.after = Some(after);
                entry.origin = Some(Origin {
                    sequence,
                    stamp,
                    ..(*origin).clone()
                });
                Some(entry)
            })
            .collect();
        left.sort_by_key(|entry| entry.before.map(|event| (event.start, event.id)));
        left
    }
}

fn hash_of(incoming: &IncomingEvent) -> String {
    format!("{:016x}", incoming.hash)
}
