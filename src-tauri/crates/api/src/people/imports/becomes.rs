//! What a commit would make of each row, by its verdict and what the planner decided.

use std::collections::HashMap;

use outreach_plan::PersonId;

use super::judge::{Judged, JudgedRow, Who};
use crate::rows::count;
use crate::views::{PeopleCounts, PersonVerdict, PreviewPeople, RowAct, RowDecision};

impl Judged {
    /// How many rows have which verdict, and what a commit would do.
    pub(super) fn counts(&self, request: &PreviewPeople) -> PeopleCounts {
        let decided = decisions(request);
        let mut counts = PeopleCounts {
            total: count(self.rows.len()),
            ..PeopleCounts::default()
        };
        let mut changed = std::collections::HashSet::new();
        for row in &self.rows {
            *match row.verdict {
                PersonVerdict::New => &mut counts.new,
                PersonVerdict::Changed => &mut counts.changed,
                PersonVerdict::Same => &mut counts.same,
                PersonVerdict::Alike => &mut counts.alike,
                PersonVerdict::Refused => &mut counts.refused,
            } += 1;
            let decision = decided.get(&row.number).copied();
            if decision.is_some_and(|decision| decision.act == RowAct::Skip)
                || (decision.is_none()
                    && row.verdict == PersonVerdict::Alike
                    && request.undecided == Some(RowAct::Skip))
            {
                counts.skipped += 1;
            }
            match becomes(row, decision, request.undecided) {
                Become::Nothing => {}
                Become::Undecided => counts.undecided += 1,
                Become::New => counts.adds += 1,
                Become::Stored(id) => counts.changes += u32::from(changed.insert(id)),
                Become::AsRow(other) => {
                    // With the other row, unless that one stays out.
                    let with = self.row(other).is_some_and(|other| {
                        !matches!(
                            becomes(other, decided.get(&other.number).copied(), request.undecided),
                            Become::Nothing | Become::Undecided
                        )
                    });
                    counts.adds += u32::from(!with);
                }
            }
        }
        counts
    }
}

/// What was decided, by row.
pub(super) fn decisions(request: &PreviewPeople) -> HashMap<u32, &RowDecision> {
    request
        .decisions
        .iter()
        .map(|decision| (decision.row, decision))
        .collect()
}

/// What a row becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Become {
    /// It stays out.
    Nothing,
    /// The planner has to decide.
    Undecided,
    /// A record of its own.
    New,
    /// A part of somebody who is stored.
    Stored(PersonId),
    /// A part of what another row becomes.
    AsRow(u32),
}

/// What a row becomes by its verdict and what was decided.
pub(super) fn becomes(row: &JudgedRow, decision: Option<&RowDecision>, undecided: Option<RowAct>) -> Become {
    if row.draft.is_none() {
        return Become::Nothing;
    }
    let act = match (decision.map(|decision| decision.act), row.verdict) {
        (Some(act), _) => act,
        (None, PersonVerdict::New) => RowAct::New,
        (None, PersonVerdict::Changed) => RowAct::Same,
        (None, PersonVerdict::Same | PersonVerdict::Refused) => RowAct::Skip,
        (None, PersonVerdict::Alike) => match undecided {
            Some(act) => act,
            None => return Become::Undecided,
        },
    };
    match act {
        RowAct::Skip => Become::Nothing,
        RowAct::New => Become::New,
        RowAct::Same => {
            let named = decision.and_then(|decision| decision.person).map(Who::Stored);
            let known = row.stored.map(Who::Stored);
            match named.or(known).or(row.alike.first().map(|like| like.who)) {
                Some(Who::Stored(id)) => Become::Stored(id),
                Some(Who::Row(number)) => Become::AsRow(number),
                None => Become::New,
            }
        }
    }
}
