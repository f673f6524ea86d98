//! What changed for a recipient: what is held against what the calendar would hold now.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Group, IssuedItem, Ledger, Seen};
use crate::{Event, EventId, Plan, RecipientId};

/// What became of an event for those who hold the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// They do not hold it yet, or only as cancelled.
    New,
    /// It is at another time.
    Moved,
    /// Something else they see is different.
    Changed,
    /// It does not take place, or not then.
    Cancelled,
    /// It is not in the calendar any more: it was erased, or the filter does not mean it now.
    Left,
}

impl ChangeKind {
    /// The key under which it is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
            Self::Left => "left",
        }
    }

    /// Whether it goes out as STATUS:CANCELLED.
    pub fn cancels(self) -> bool {
        matches!(self, Self::Cancelled | Self::Left)
    }
}

/// One change of one event.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// What became of it.
    pub kind: ChangeKind,
    /// The event; it may have been erased.
    pub event: EventId,
    /// Its UID.
    pub uid: &'a str,
    /// The version that is held, if any.
    pub held: Option<&'a IssuedItem>,
    /// The version the calendar would hold now; none if it has left the calendar.
    pub now: Option<&'a Seen<'a>>,
    /// The event, if it is still there.
    pub standing: Option<&'a Event>,
    /// Whether SEQUENCE has to be higher than the one held.
    pub significant: bool,
    /// Who holds the old version.
    pub recipients: Vec<RecipientId>,
}

impl Change<'_> {
    /// Whether it moved only because the zone rules say something else of the same wall time.
    pub fn by_rules(&self) -> bool {
        let (Some(held), Some(now)) = (self.held, self.now) else {
            return false;
        };
        let event = now.event;
        self.kind == ChangeKind::Moved
            && (event.start, event.end, event.all_day) == (held.start, held.end, held.all_day)
            && event.zone == held.zone
    }

    /// Whether neither version is still to come.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.held.is_none_or(|held| held.utc_end <= now)
            && self.now.is_none_or(|seen| seen.span.end.utc <= now)
    }
}

/// What changed for a group: first what is in the calendar, in the order of `seen`, then what has left it.
///
/// `seen` is what the calendar means now, cancelled events included.
pub fn changes<'a>(
    plan: &'a Plan,
    ledger: &Ledger<'a>,
    seen: &'a [Seen<'a>],
    groups: &[Group<'a>],
) -> Vec<Vec<Change<'a>>> {
    // Where each event of the calendar stands in the ledger, looked up once for all groups.
    let places: Vec<Option<usize>> = seen.iter().map(|seen| ledger.number(&seen.event.uid)).collect();
    let mut is_meant = vec![false; ledger.size()];
    for place in places.iter().flatten() {
        is_meant[*place] = true;
    }
    let of_group = |group: &Group<'a>| {
        let mut found = Vec::new();
        for (seen, place) in seen.iter().zip(&places) {
            let held = place.and_then(|place| group.at(place));
            let Some(kind) = became(seen, held) else { continue };
            found.push(Change {
                kind,
                event: seen.event.id,
                uid: &seen.event.uid,
                held,
                now: Some(seen),
                standing: Some(seen.event),
                significant: held.is_some_and(|held| seen.differs_significantly(held)),
                recipients: group.recipients.clone(),
            });
        }
        let mut left: Vec<Change<'a>> = group
            .held
            .iter()
            .zip(&is_meant)
            .filter_map(|(held, is_meant)| held.filter(|held| !held.cancelled && !is_meant))
            .map(|held| {
                let standing = plan.events().get(&held.event);
                let is_off = standing.is_some_and(|event| !event.status.claims_its_time());
                Change {
                    kind: if is_off {
                        ChangeKind::Cancelled
                    } else {
                        ChangeKind::Left
                    },
                    event: held.event,
                    uid: &held.uid,
                    held: Some(held),
                    now: None,
                    standing,
                    significant: true,
                    recipients: group.recipients.clone(),
                }
            })
            .collect();
        left.sort_by_key(|change| (change.held.map(|held| (held.utc_start, held.event)), change.event));
        found.extend(left);
        found
    };
    groups.iter().map(of_group).collect()
}

/// What became of an event of the calendar for one who holds `held`; none if nothing did.
fn became(seen: &Seen<'_>, held: Option<&IssuedItem>) -> Option<ChangeKind> {
    match held {
        Some(held) if !held.cancelled => {
            if !seen.is_on() {
                Some(ChangeKind::Cancelled)
            } else if seen.hash == held.hash {
                None
            } else if seen.moved_from(held) {
                Some(ChangeKind::Moved)
            } else {
                Some(ChangeKind::Changed)
            }
        }
        // Nobody needs to hear that what they never had, or know to be cancelled, is cancelled.
        Some(_) | None => seen.is_on().then_some(ChangeKind::New),
    }
}

/// A UID with the SEQUENCE and hash that a change starts from.
type Step<'a> = (&'a str, Option<(u32, u64)>);

/// The changes of all groups as one list: a change that several groups see, from the same version, stands once with
/// all their recipients.
pub fn merged<'a>(by_group: &[Vec<Change<'a>>]) -> Vec<Change<'a>> {
    let mut all: Vec<Change<'a>> = Vec::new();
    let mut places: HashMap<Step<'_>, usize> = HashMap::new();
    for change in by_group.iter().flatten() {
        let from = change.held.map(|held| (held.sequence, held.hash));
        match places.get(&(change.uid, from)) {
            Some(place) => all[*place].recipients.extend(&change.recipients),
            None => {
                places.insert((change.uid, from), all.len());
                all.push(change.clone());
            }
        }
    }
    all
}
