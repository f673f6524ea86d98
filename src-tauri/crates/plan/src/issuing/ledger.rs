//! What recipients hold: the fold of the issues they got.

use std::collections::{BTreeMap, HashMap};

use super::{Issue, IssuedItem};
use crate::RecipientId;

/// All issues of one calendar, with a number for each UID in them so that folding is a walk over arrays.
pub struct Ledger<'a> {
    /// By number.
    issues: Vec<&'a Issue>,
    numbers: HashMap<&'a str, u32>,
    /// For each issue the number of each item's UID.
    places: Vec<Vec<u32>>,
}

/// Recipients who got the same issues, and what they hold.
pub struct Group<'a> {
    /// Who.
    pub recipients: Vec<RecipientId>,
    /// The last issue they got.
    pub last: Option<&'a Issue>,
    /// What they hold, at the number of its UID.
    pub(super) held: Vec<Option<&'a IssuedItem>>,
}

impl<'a> Ledger<'a> {
    /// The ledger of a calendar's `issues`, in whatever order they come.
    pub fn of(issues: impl IntoIterator<Item = &'a Issue>) -> Self {
        let mut issues: Vec<&Issue> = issues.into_iter().collect();
        issues.sort_by_key(|issue| (issue.number, issue.id));
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let places = issues
            .iter()
            .map(|issue| {
                let place = |item: &'a IssuedItem| {
                    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    *numbers.entry(item.uid.as_str()).or_insert(next)
                };
                issue.items.iter().map(place).collect()
            })
            .collect();
        Self {
            issues,
            numbers,
            places,
        }
    }

    /// The issues by number.
    pub fn issues(&self) -> &[&'a Issue] {
        &self.issues
    }

    /// The number that a new issue would have.
    pub fn next_number(&self) -> u32 {
        self.issues
            .last()
            .map_or(1, |issue| issue.number.saturating_add(1))
    }

    /// The version of a UID that a group holds.
    pub fn held(&self, group: &Group<'a>, uid: &str) -> Option<&'a IssuedItem> {
        group.at(self.number(uid)?)
    }

    /// Number of the issue that gave a version.
    pub fn number_of(&self, item: &IssuedItem) -> Option<u32> {
        let gave = |issue: &&&Issue| issue.items.iter().any(|one| std::ptr::eq(one, item));
        self.issues.iter().find(gave).map(|issue| issue.number)
    }

    /// How many UIDs there are in it.
    pub(super) fn size(&self) -> usize {
        self.numbers.len()
    }

    /// The number of a UID; none if it was never issued.
    pub(super) fn number(&self, uid: &str) -> Option<usize> {
        self.numbers.get(uid).map(|number| *number as usize)
    }

    /// `recipients` by what they hold, those who hold nothing included; in the order of their first.
    pub fn groups(&self, recipients: &[RecipientId]) -> Vec<Group<'a>> {
        let mut got: HashMap<RecipientId, Vec<usize>> = HashMap::new();
        for (place, issue) in self.issues.iter().enumerate() {
            for recipient in &issue.recipients {
                got.entry(*recipient).or_default().push(place);
            }
        }
        let mut by_issues: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        let mut groups: Vec<Group<'a>> = Vec::new();
        for recipient in recipients {
            let issues = got.remove(recipient).unwrap_or_default();
            match by_issues.get(&issues) {
                Some(place) => groups[*place].recipients.push(*recipient),
                None => {
                    groups.push(self.group(*recipient, &issues));
                    by_issues.insert(issues, groups.len() - 1);
                }
            }
        }
        groups
    }

    /// What the calendar was right after its issue of that number, for one who got all of them.
    pub fn as_of(&self, number: u32) -> Group<'a> {
        let issues: Vec<usize> = (0..self.issues.len())
            .filter(|place| self.issues[*place].number <= number)
            .collect();
        let mut group = self.group(RecipientId(uuid::Uuid::nil()), &issues);
        group.recipients.clear();
        group
    }

    fn group(&self, recipient: RecipientId, issues: &[usize]) -> Group<'a> {
        let mut held = vec![None; self.size()];
        for &place in issues {
            for (item, number) in self.issues[place].items.iter().zip(&self.places[place]) {
                held[*number as usize] = Some(item);
            }
        }
        Group {
            recipients: vec![recipient],
            last: issues.last().map(|place| self.issues[*place]),
            held,
        }
    }
}

impl<'a> Group<'a> {
    /// What they hold, cancelled ones included.
    pub fn items(&self) -> impl Iterator<Item = &'a IssuedItem> {
        self.held.iter().copied().flatten()
    }

    /// How many events they hold that take place.
    pub fn on(&self) -> usize {
        self.items().filter(|item| !item.cancelled).count()
    }

    pub(super) fn at(&self, number: usize) -> Option<&'a IssuedItem> {
        self.held.get(number).copied().flatten()
    }
}
