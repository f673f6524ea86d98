//! Events that share a UID: which version counts, and the occasions of a series with those that were changed.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDateTime, NaiveTime};

use super::moment::{Frame, When};
use super::places::{Place, Places};
use super::properties::warn;
use super::raw::{RawEvent, RawTime};
use super::report::Report;
use super::value::Form;
use super::words::{Words, hash, uid};
use super::{IncomingEvent, IncomingStatus, MOST_EVENTS, Reading};

/// Makes events of a file's components.
pub(super) struct Maker<'m> {
    pub(super) places: &'m Places,
    pub(super) reading: &'m Reading<'m>,
    pub(super) report: &'m mut Report,
    /// By calendar: whether everything in it is cancelled.
    pub(super) cancelled: Vec<bool>,
    /// Days that all rules of the file may still look at.
    pub(super) work: &'m mut u64,
    pub(super) events: Vec<IncomingEvent>,
    pub(super) bounded: Vec<String>,
}

/// An event that changes an occasion, or all from one on.
struct Change<'e, 'r, 'p> {
    raw: &'e RawEvent<'r>,
    /// The occasion, by its wall time in the series.
    of: NaiveDateTime,
    start: NaiveDateTime,
    frame: Frame<'p>,
    words: Words,
}

impl<'m> Maker<'m> {
    /// One UID's components, in the order of the file.
    pub(super) fn group(&mut self, group: &[&RawEvent<'_>]) {
        if let [only] = group
            && only.recurrence_id.is_none()
            && !only.recurs()
        {
            self.single(only);
            return;
        }
        let (masters, others): (Vec<&RawEvent<'_>>, Vec<_>) =
            group.iter().copied().partition(|raw| raw.recurrence_id.is_none());
        match self.newest(&masters) {
            Some(master) if others.is_empty() && !master.recurs() => self.single(master),
            Some(master) => self.series(master, &others),
            None => self.without_series(&others),
        }
    }

    /// The version that counts of one event or occasion; the others are reported unless they say the same.
    fn newest<'e, 'r>(&mut self, versions: &[&'e RawEvent<'r>]) -> Option<&'e RawEvent<'r>> {
        let (first, rest) = versions.split_first()?;
        // Of equal versions the first counts: the second is another event, or says the same.
        let rank = |raw: &RawEvent<'_>| (raw.wrong.is_none(), raw.version());
        let winner = rest.iter().fold(
            *first,
            |best, raw| if rank(raw) > rank(best) { raw } else { best },
        );
        for raw in versions.iter().filter(|raw| !std::ptr::eq(**raw, winner)) {
            if raw.wrong.is_none() && raw.same_content(winner) {
                continue;
            }
            let older = raw.version() < winner.version();
            let code = if older { "older_version" } else { "uid_reused" };
            let kept = [("kept_line", winner.line.to_string())];
            self.report.refuse(raw.line, &uid(raw), code, kept);
        }
        Some(winner)
    }

    fn single(&mut self, raw: &RawEvent<'_>) {
        if let Some((frame, start)) = self.framed(raw, None) {
            self.put(raw, Words::of(raw), frame.at(start.at), None);
        }
    }

    /// Changed occasions of a series that the file does not hold.
    fn without_series(&mut self, others: &[&RawEvent<'_>]) {
        let mut by_occasion: BTreeMap<String, Vec<&RawEvent<'_>>> = BTreeMap::new();
        for raw in others {
            if let Some(name) = occasion_name(self.places, raw) {
                by_occasion.entry(name).or_default().push(raw);
            }
        }
        for (name, versions) in by_occasion {
            let Some(raw) = self.newest(&versions) else {
                continue;
            };
            if let Some((frame, start)) = self.framed(raw, raw.recurrence_id) {
                let mut words = Words::of(raw);
                warn(&mut words.warnings, "orphan");
                self.put(raw, words, frame.at(start.at), Some(name));
            }
        }
    }

    fn series(&mut self, master: &RawEvent<'_>, others: &[&RawEvent<'_>]) {
        let Some((frame, start)) = self.framed(master, None) else {
            return;
        };
        let mut words = Words::of(master);
        let changes = self.changes(&frame, start.at, others);
        let future: Vec<(NaiveDateTime, usize)> = changes
            .iter()
            .enumerate()
            .filter(|(_, change)| change.raw.this_and_future)
            .map(|(at, change)| (change.of, at))
            .collect();
        let (occasions, spans, cut) = self.occasions(master, &frame, start.at, &mut words);
        if cut {
            self.bounded.push(words.uid.clone());
        }
        let mut pending: HashMap<NaiveDateTime, &Change<'_, '_, '_>> =
            changes.iter().map(|change| (change.of, change)).collect();
        let (excluded, excluded_days) = self.excluded(master, &frame, start.at);
        for wall in &occasions {
            let name = Some(frame.name(*wall));
            let change = pending.remove(wall);
            if excluded.contains(wall) || excluded_days.contains(&wall.date()) {
                if let Some(change) = change {
                    self.report
                        .refuse(change.raw.line, &words.uid, "occasion_excluded", []);
                }
                continue;
            }
            if let Some(change) = change {
                self.put(
                    change.raw,
                    change.words.clone(),
                    change.frame.at(change.start),
                    name,
                );
                continue;
            }
            let later = future.partition_point(|(of, _)| of <= wall);
            if let Some(change) = later.checked_sub(1).map(|at| &changes[future[at].1]) {
                let moved = change
                    .start
                    .checked_add_signed(wall.signed_duration_since(change.of));
                let when = moved.and_then(|moved| change.frame.at(moved));
                self.put(change.raw, change.words.clone(), when, name);
                continue;
            }
            let when = match spans.get(wall) {
                Some(span) => frame.at_with(*wall, *span),
                None => frame.at(*wall),
            };
            let outside = words.warnings.contains(&"start_outside_rule") && *wall != start.at;
            let mut words = words.clone();
            words
                .warnings
                .retain(|code| !(outside && *code == "start_outside_rule"));
            self.put(master, words, when, name);
        }
        let last = self.reading.expand_until.and_time(LAST_SECOND);
        for change in changes.iter().filter(|change| pending.contains_key(&change.of)) {
            let mut words = change.words.clone();
            if change.of <= last && !cut {
                warn(&mut words.warnings, "orphan");
            }
            self.put(
                change.raw,
                words,
                change.frame.at(change.start),
                Some(frame.name(change.of)),
            );
        }
    }

    /// The changed occasions, the newest version of each, by their order in time.
    fn changes<'e, 'r>(
        &mut self,
        frame: &Frame<'m>,
        start: NaiveDateTime,
        others: &[&'e RawEvent<'r>],
    ) -> Vec<Change<'e, 'r, 'm>> {
        let mut by_occasion: BTreeMap<NaiveDateTime, Vec<&'e RawEvent<'r>>> = BTreeMap::new();
        for raw in others {
            if let Some(of) = raw
                .recurrence_id
                .and_then(|id| self.occasion(frame, raw.calendar, start, id))
            {
                by_occasion.entry(of).or_default().push(raw);
            }
        }
        let mut changes = Vec::new();
        for (of, versions) in by_occasion {
            let Some(raw) = self.newest(&versions) else {
                continue;
            };
            let Some((mut own, own_start)) = self.framed(raw, raw.recurrence_id) else {
                continue;
            };
            if raw.start.is_none() && raw.end.is_none() {
                own.span = frame.span;
            }
            let words = Words::of(raw);
            changes.push(Change {
                raw,
                of,
                start: own_start.at,
                frame: own,
                words,
            });
        }
        changes
    }

    /// Which occasion a RECURRENCE-ID means, also where it gives a day for a time or the other way round.
    pub(super) fn occasion(
        &self,
        frame: &Frame<'_>,
        calendar: u32,
        start: NaiveDateTime,
        id: RawTime,
    ) -> Option<NaiveDateTime> {
        if frame.all_day && id.form == Form::Utc {
            let zone = self.places.of_days(calendar).zone();
            let wall = zone.map_or(id.at, |zone| zone.at(id.at.and_utc()).0);
            return Some(wall.date().and_time(NaiveTime::MIN));
        }
        if frame.all_day {
            return Some(id.at.date().and_time(NaiveTime::MIN));
        }
        if id.form == Form::Day {
            return Some(id.at.date().and_time(start.time()));
        }
        frame.wall(self.places, id)
    }

    /// An event's frame and start, or what is wrong with it.
    pub(super) fn framed(
        &mut self,
        raw: &RawEvent<'_>,
        instead: Option<RawTime>,
    ) -> Option<(Frame<'m>, RawTime)> {
        if let Some((code, property, value)) = &raw.wrong {
            let params = [("property", (*property).to_owned()), ("value", value.clone())];
            self.report.refuse(raw.line, &uid(raw), code, params);
            return None;
        }
        let Some(start) = raw.start.or(instead) else {
            self.report.refuse(raw.line, &uid(raw), "no_start", []);
            return None;
        };
        let Some(frame) = Frame::of(self.places, raw.calendar, start, raw.end) else {
            self.report.refuse(raw.line, &uid(raw), "bad_end", []);
            return None;
        };
        if matches!(frame.place, Place::Asked) {
            self.places.ask(if frame.all_day { None } else { start.tzid });
        }
        Some((frame, start))
    }

    fn put(&mut self, raw: &RawEvent<'_>, words: Words, when: Option<When>, recurrence: Option<String>) {
        let Some(when) = when else {
            self.report.refuse(raw.line, &words.uid, "bad_end", []);
            return;
        };
        if self.events.len() >= MOST_EVENTS {
            if self.bounded.last() != Some(&words.uid) {
                let most = [("most", MOST_EVENTS.to_string())];
                self.report
                    .refuse(raw.line, &words.uid, "too_many_occasions", most);
                self.bounded.push(words.uid);
            }
            return;
        }
        let mut event = event(raw, words, when, recurrence);
        if self.cancelled.get(raw.calendar as usize) == Some(&true) {
            event.status = Some(IncomingStatus::Cancelled);
            event.hash = hash(&event);
        }
        self.events.push(event);
    }
}

/// The last second of a day.
pub(super) const LAST_SECOND: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Which occasion an event without its series is about.
pub(super) fn occasion_name(places: &Places, raw: &RawEvent<'_>) -> Option<String> {
    let id = raw.recurrence_id?;
    Some(Frame::of(places, raw.calendar, id, None)?.name(id.at))
}

/// The event that a component says.
pub(super) fn event(
    raw: &RawEvent<'_>,
    words: Words,
    when: When,
    recurrence: Option<String>,
) -> IncomingEvent {
    let mut warnings = words.warnings;
    for code in when.warnings {
        warn(&mut warnings, code);
    }
    let mut event = IncomingEvent {
        uid: words.uid,
        recurrence,
        sequence: raw.sequence,
        stamp: raw.stamp,
        modified: raw.modified,
        summary: words.summary,
        description: words.description,
        location: words.location,
        url: words.url,
        geo: raw.geo,
        categories: raw.categories.clone(),
        status: raw.status,
        all_day: when.all_day,
        start: when.start,
        start_fold: when.start_fold,
        end: when.end,
        end_fold: when.end_fold,
        zone: when.zone,
        end_zone: when.end_zone,
        hash: 0,
        warnings,
        line: raw.line,
    };
    event.hash = hash(&event);
    event
}
