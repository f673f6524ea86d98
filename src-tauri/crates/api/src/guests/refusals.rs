//! What was refused of many, counted by reason.

use std::collections::BTreeMap;

use outreach_plan::people::WhyNot;
use uuid::Uuid;

use crate::Refused;
use crate::views::{Refusal, WhyNotView};

/// So many of the same reason are named.
const NAMED_AT_MOST: usize = 100;

/// Refusals of many, by reason. What the words need belongs to the reason: a sentence about a party of three is not said
/// of a party of one.
#[derive(Default)]
pub(crate) struct Refusals(BTreeMap<Reason, Refusal>);

type Reason = (String, BTreeMap<String, String>);

impl Refusals {
    /// One more that cannot.
    pub(crate) fn add(&mut self, which: Uuid, why: &WhyNot) {
        let view = why_not(why);
        self.note(which, view.code, view.params);
    }

    /// One more for a reason without numbers.
    pub(crate) fn plain(&mut self, which: Uuid, code: &str) {
        self.note(which, code.to_owned(), BTreeMap::new());
    }

    fn note(&mut self, which: Uuid, code: String, params: BTreeMap<String, String>) {
        let reason = (code.clone(), params.clone());
        let refusal = self.0.entry(reason).or_insert_with(|| Refusal {
            code,
            params,
            count: 0,
            which: Vec::new(),
        });
        refusal.count = refusal.count.saturating_add(1);
        if refusal.which.len() < NAMED_AT_MOST {
            refusal.which.push(which);
        }
    }

    /// Those of another deed as well.
    pub(crate) fn join(&mut self, others: Self) {
        for (reason, other) in others.0 {
            match self.0.entry(reason) {
                std::collections::btree_map::Entry::Vacant(free) => _ = free.insert(other),
                std::collections::btree_map::Entry::Occupied(mut here) => {
                    let here = here.get_mut();
                    here.count = here.count.saturating_add(other.count);
                    here.which.extend(other.which);
                    here.which.truncate(NAMED_AT_MOST);
                }
            }
        }
    }

    /// All reasons, the most frequent first.
    pub(crate) fn told(self) -> Vec<Refusal> {
        let mut all: Vec<Refusal> = self.0.into_values().collect();
        // Equal counts stay in the order of their codes.
        all.sort_by_key(|refusal| std::cmp::Reverse(refusal.count));
        all
    }
}

/// A reason as screens hear it.
pub(crate) fn why_not(why: &WhyNot) -> WhyNotView {
    WhyNotView {
        code: why.code().to_owned(),
        params: why
            .params()
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    }
}

/// A reason why a whole wish is refused.
pub(crate) fn refused(why: &WhyNot) -> Refused {
    let mut refused = Refused::new(why.code(), format!("{why} Nothing was changed."));
    for (name, value) in why.params() {
        refused = refused.with(name, value);
    }
    refused
}
