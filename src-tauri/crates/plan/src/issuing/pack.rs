//! What has to be sent to whom, and with which SEQUENCE.

use std::collections::{BTreeMap, HashMap};

use super::{Change, Group, Issue, IssueKind, IssuedItem, Seen};
use crate::RecipientId;

/// What goes to some recipients.
#[derive(Clone, Debug)]
pub struct Pack<'a> {
    /// Who gets it.
    pub recipients: Vec<RecipientId>,
    /// Events that take place, in the calendar's order.
    pub on: Vec<&'a Seen<'a>>,
    /// Events that are cancelled for those who hold them.
    pub cancelled: Vec<Change<'a>>,
}

impl Pack<'_> {
    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.on.is_empty() && self.cancelled.is_empty()
    }
}

/// The packs that bring `groups` up to date, one for all who need the same. `by_group` is what [`super::changes`]
/// found for them. In a whole issue every event of the calendar goes to everybody; what changed is cancelled for
/// those who hold it in either kind.
pub fn packs<'a>(
    kind: IssueKind,
    seen: &'a [Seen<'a>],
    groups: &[Group<'a>],
    by_group: &[Vec<Change<'a>>],
) -> Vec<Pack<'a>> {
    let mut packs: Vec<Pack<'a>> = Vec::new();
    let mut places: HashMap<Vec<(&str, bool)>, usize> = HashMap::new();
    for (group, changes) in groups.iter().zip(by_group) {
        let on: Vec<&Seen<'a>> = match kind {
            IssueKind::Whole => seen.iter().filter(|seen| seen.is_on()).collect(),
            IssueKind::Changes => changes
                .iter()
                .filter(|change| !change.kind.cancels())
                .filter_map(|change| change.now)
                .collect(),
        };
        let cancelled: Vec<Change<'a>> = changes
            .iter()
            .filter(|change| change.kind.cancels())
            .cloned()
            .collect();
        let content: Vec<(&str, bool)> = on
            .iter()
            .map(|seen| (seen.event.uid.as_str(), true))
            .chain(cancelled.iter().map(|change| (change.uid, false)))
            .collect();
        if content.is_empty() {
            continue;
        }
        match places.get(&content) {
            Some(place) => packs[*place].recipients.extend(&group.recipients),
            None => {
                places.insert(content, packs.len());
                packs.push(Pack {
                    recipients: group.recipients.clone(),
                    on,
                    cancelled,
                });
            }
        }
    }
    packs
}

/// Every version ever given out, by UID, to find a SEQUENCE that was never used for anything else.
pub struct Sequences<'a> {
    issued: HashMap<&'a str, Vec<&'a IssuedItem>>,
    taken: &'a BTreeMap<String, u32>,
}

impl<'a> Sequences<'a> {
    /// Of the issues of all calendars. `taken` are the highest numbers of cancellations that were written to files
    /// at any time, also by issues that were taken back since.
    pub fn of(issues: impl IntoIterator<Item = &'a Issue>, taken: &'a BTreeMap<String, u32>) -> Self {
        let mut issued: HashMap<&str, Vec<&IssuedItem>> = HashMap::new();
        for item in issues.into_iter().flat_map(|issue| &issue.items) {
            issued.entry(item.uid.as_str()).or_default().push(item);
        }
        Self { issued, taken }
    }

    fn versions(&self, uid: &str) -> &[&'a IssuedItem] {
        self.issued.get(uid).map_or(&[], Vec::as_slice)
    }

    /// The number for an event that takes place: its own, but not below any that was given out for its UID (a restored
    /// backup brings old numbers back), and above those given out for another time or state or for a cancellation.
    pub fn on(&self, seen: &Seen<'_>) -> u32 {
        let given_out = self.versions(&seen.event.uid).iter().map(|item| {
            if seen.differs_significantly(item) {
                item.sequence.saturating_add(1)
            } else {
                item.sequence
            }
        });
        let taken = self.taken.get(&seen.event.uid);
        given_out
            .chain(taken.map(|number| number.saturating_add(1)))
            .fold(seen.event.sequence, u32::max)
    }

    /// The number for a cancellation: above every version that takes place, and not below an earlier cancellation.
    pub fn cancelled(&self, change: &Change<'_>) -> u32 {
        let above = self.versions(change.uid).iter().map(|item| {
            if item.cancelled {
                item.sequence
            } else {
                item.sequence.saturating_add(1)
            }
        });
        let own = change.now.map_or(0, |seen| seen.event.sequence);
        let taken = self.taken.get(change.uid).copied().unwrap_or(0);
        above.fold(own.max(taken), u32::max)
    }
}

impl Change<'_> {
    /// The cancellation as it is recorded: what was held, called off.
    pub fn called_off(&self, sequence: u32) -> IssuedItem {
        let held = match (self.held, self.now) {
            (Some(held), _) => held.clone(),
            (None, Some(seen)) => seen.issued(sequence),
            (None, None) => unreachable!("a change has a version on one side at least"),
        };
        IssuedItem {
            sequence,
            cancelled: true,
            hash: self.now.map_or(0, |seen| seen.hash),
            ..held
        }
    }
}
