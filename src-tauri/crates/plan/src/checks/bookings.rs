//! Who and what is taken when: an index that makes the check of one event cheap.
//!
//! Kept by [`Plan`](crate::Plan) as records come and go. An event that claims its time stands here once for
//! each delegate who attends it and once for its venue, sorted by start. A question looks only at bookings
//! that start within the longest booking seen before it, so a few very long bookings make questions slower,
//! never wrong.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use crate::{DelegateId, EventId, VenueId};

/// Where one resource is taken: start and event to end, with the longest booking ever seen.
#[derive(Clone, Debug, Default)]
pub struct Diary {
    taken: BTreeMap<(i64, EventId), i64>,
    longest: i64,
}

/// The diaries of all delegates and venues.
#[derive(Clone, Debug, Default)]
pub struct Bookings {
    delegates: HashMap<DelegateId, Diary>,
    venues: HashMap<VenueId, Diary>,
    /// What each event holds, so that it can be let go without knowing its former shape.
    held: HashMap<EventId, Held>,
}

#[derive(Clone, Debug)]
struct Held {
    start: i64,
    delegates: Vec<DelegateId>,
    venue: Option<VenueId>,
}

impl Diary {
    fn take(&mut self, start: i64, end: i64, event: EventId) {
        self.longest = self.longest.max(end - start);
        self.taken.insert((start, event), end);
    }

    /// The bookings that share time with the half-open span from `start` to `end`, in order of start.
    pub fn clashing(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> impl Iterator<Item = EventId> + '_ {
        let (start, end) = (start.timestamp(), end.timestamp());
        self.taken
            .range(first_of(start.saturating_sub(self.longest))..first_of(end))
            .filter(move |&(_, &until)| until > start)
            .map(|(&(_, event), _)| event)
    }

    /// The booking that ends last among those that are over by `start`, with its end in seconds since 1970,
    /// leaving out `own`. Only those that end within `reach_s` seconds before are surely found.
    pub fn before(&self, start: DateTime<Utc>, own: EventId, reach_s: i64) -> Option<(i64, EventId)> {
        let start = start.timestamp();
        let reach = reach_s.saturating_add(self.longest);
        self.taken
            .range(first_of(start.saturating_sub(reach))..first_of(start))
            .filter(|&(&(_, event), &end)| event != own && end <= start)
            .map(|(&(_, event), &end)| (end, event))
            .max()
    }

    /// The first booking that starts at or after `end`, leaving out `own`.
    pub fn after(&self, end: DateTime<Utc>, own: EventId) -> Option<EventId> {
        self.taken
            .range(first_of(end.timestamp())..)
            .map(|(&(_, event), _)| event)
            .find(|&event| event != own)
    }

    /// All bookings in order of start, with start and end in seconds since 1970.
    pub fn all(&self) -> impl Iterator<Item = (i64, i64, EventId)> + '_ {
        self.taken
            .iter()
            .map(|(&(start, event), &end)| (start, end, event))
    }
}

fn first_of(second: i64) -> (i64, EventId) {
    (second, EventId(uuid::Uuid::nil()))
}

impl Bookings {
    /// The diary of a delegate.
    pub fn of_delegate(&self, id: DelegateId) -> Option<&Diary> {
        self.delegates.get(&id)
    }

    /// The diary of a venue.
    pub fn of_venue(&self, id: VenueId) -> Option<&Diary> {
        self.venues.get(&id)
    }

    /// The diaries of all delegates, in no order.
    pub fn delegates(&self) -> impl Iterator<Item = (DelegateId, &Diary)> {
        self.delegates.iter().map(|(&id, diary)| (id, diary))
    }

    /// The diaries of all venues, in no order.
    pub fn venues(&self) -> impl Iterator<Item = (VenueId, &Diary)> {
        self.venues.iter().map(|(&id, diary)| (id, diary))
    }

    /// Books `event` from `start` to `end` for these people and this venue, in place of what it held. What
    /// takes no time takes nobody's time.
    pub(crate) fn book(
        &mut self,
        event: EventId,
        start: DateTime<Utc>,
        end: DateTime<Utc>,
        people: &[DelegateId],
        venue: Option<VenueId>,
    ) {
        self.release(event);
        let (start, end) = (start.timestamp(), end.timestamp());
        if end <= start {
            return;
        }
        for &id in people {
            self.delegates.entry(id).or_default().take(start, end, event);
        }
        if let Some(id) = venue {
            self.venues.entry(id).or_default().take(start, end, event);
        }
        self.held.insert(
            event,
            Held {
                start,
                delegates: people.to_vec(),
                venue,
            },
        );
    }

    /// Lets go of all that `event` held.
    pub(crate) fn release(&mut self, event: EventId) {
        let Some(held) = self.held.remove(&event) else {
            return;
        };
        for id in &held.delegates {
            if let Some(diary) = self.delegates.get_mut(id) {
                diary.taken.remove(&(held.start, event));
            }
        }
        if let Some(diary) = held.venue.and_then(|id| self.venues.get_mut(&id)) {
            diary.taken.remove(&(held.start, event));
        }
    }
}
