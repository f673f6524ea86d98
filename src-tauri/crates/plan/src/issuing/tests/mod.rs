//! Proof of what is held, what changed and which numbers go out.

mod any_story;
mod called_off;
mod clocks;
mod packs;
mod told;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use outreach_zones::{Release, Rules, Source};
use uuid::Uuid;

use super::*;
use crate::fixture::{Fixture, KUALA_LUMPUR, LONDON, wall};
use crate::{Audience, CalendarId, Event, EventId, IssueId, Language, Plan, RecipientId, Status, Wording};

const LENS: Lens = Lens {
    language: Language::English,
    audience: Audience::Public,
};

fn recipient(n: u128) -> RecipientId {
    RecipientId(Uuid::from_u128(n))
}

fn made(n: u32) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(n.into())
}

/// A planner who issues one calendar of all events, and remembers what she gave out.
struct Office {
    fixture: Fixture,
    issues: Vec<Issue>,
    taken: BTreeMap<String, u32>,
    /// Events the filter does not mean any more.
    filtered: Vec<EventId>,
}

/// What a recipient's program was sent: UID, SEQUENCE, whether it is cancelled.
type Sent = Vec<(String, u32, bool)>;

impl Office {
    fn new() -> Self {
        Self {
            fixture: Fixture::new(),
            issues: Vec::new(),
            taken: BTreeMap::new(),
            filtered: Vec::new(),
        }
    }

    fn talk(&mut self, title: &str) -> EventId {
        self.fixture.event(
            title,
            KUALA_LUMPUR,
            "2027-05-14T14:00",
            "2027-05-14T16:00",
            |event| {
                event.sequence = 0;
            },
        )
    }

    /// As an edit on a screen: SEQUENCE rises with what is significant.
    fn edit(&mut self, id: EventId, edit: impl FnOnce(&mut Event)) {
        let before = self.fixture.plan.events()[&id].clone();
        self.fixture.edit(id, edit);
        if before.changes_significantly(&self.fixture.plan.events()[&id]) {
            self.fixture.edit(id, |event| event.sequence += 1);
        }
    }

    fn meant(&self) -> Vec<&Event> {
        let events = self.fixture.plan.events().values();
        events
            .filter(|event| !self.filtered.contains(&event.id))
            .collect()
    }

    /// The kinds of changes that wait for a recipient, by title.
    fn waiting(&self, of: u128) -> Vec<(String, ChangeKind)> {
        let plan = &self.fixture.plan;
        let seen = see_all(plan, LENS, &self.meant());
        let ledger = Ledger::of(&self.issues);
        let groups = ledger.groups(&[recipient(of)]);
        let found = changes(plan, &ledger, &seen, &groups);
        found[0]
            .iter()
            .map(|change| {
                let title = change.now.map(|now| now.title.to_owned());
                let title = title.or(change.held.map(|held| held.title.clone()));
                (title.unwrap(), change.kind)
            })
            .collect()
    }

    /// Issues to these recipients; what each pack held, in order.
    fn issue(&mut self, kind: IssueKind, to: &[u128]) -> Vec<(Vec<RecipientId>, Sent)> {
        let mut plan = self.fixture.plan.clone();
        let to: Vec<RecipientId> = to.iter().copied().map(recipient).collect();
        let mut given = Vec::new();
        {
            let events = self.meant();
            let seen = see_all(&self.fixture.plan, LENS, &events);
            let ledger = Ledger::of(&self.issues);
            let groups = ledger.groups(&to);
            let found = changes(&self.fixture.plan, &ledger, &seen, &groups);
            let numbers = Sequences::of(&self.issues, &self.taken);
            for (place, pack) in packs(kind, &seen, &groups, &found).into_iter().enumerate() {
                let mut items: Vec<IssuedItem> = Vec::new();
                for seen in &pack.on {
                    let number = numbers.on(seen);
                    if number > seen.event.sequence {
                        plan.put(Event {
                            sequence: number,
                            ..seen.event.clone()
                        });
                    }
                    items.push(seen.issued(number));
                }
                for change in &pack.cancelled {
                    items.push(change.called_off(numbers.cancelled(change)));
                }
                let number = ledger.next_number() + u32::try_from(place).unwrap();
                given.push(Issue {
                    id: IssueId(Uuid::from_u128(1000 + u128::from(number))),
                    calendar: CalendarId(Uuid::nil()),
                    number,
                    made: made(number),
                    actor: String::new(),
                    kind,
                    recipients: pack.recipients,
                    rules: plan.rules().release().to_string(),
                    items,
                });
            }
        }
        self.fixture.plan = plan;
        for item in given
            .iter()
            .flat_map(|issue| &issue.items)
            .filter(|item| item.cancelled)
        {
            let number = self.taken.entry(item.uid.clone()).or_default();
            *number = item.sequence.max(*number);
        }
        let sent = |issue: &Issue| {
            let mut items: Sent = issue
                .items
                .iter()
                .map(|item| (item.title.clone(), item.sequence, item.cancelled))
                .collect();
            items.sort();
            (issue.recipients.clone(), items)
        };
        let told = given.iter().map(sent).collect();
        self.issues.extend(given);
        told
    }

    fn changes_for(&mut self, of: u128) -> Sent {
        let mut packs = self.issue(IssueKind::Changes, &[of]);
        assert!(packs.len() <= 1);
        packs.pop().map(|(_, sent)| sent).unwrap_or_default()
    }
}

fn sent(title: &str, sequence: u32, cancelled: bool) -> (String, u32, bool) {
    (title.to_owned(), sequence, cancelled)
}
