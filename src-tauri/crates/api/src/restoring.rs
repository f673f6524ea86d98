//! What a restored backup must not forget: what was given out in the meantime.
//!
//! A backup brings the plan back as it was, but not the files that were sent since. Recipients still hold them, so
//! their issues are put back into the ledger, and no SEQUENCE falls below one that has gone out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use outreach_plan::{Event, EventId, Issue, Plan, RecipientId};
use uuid::Uuid;

use crate::change::Label;
use crate::desk::Desk;
use crate::given::{self, Given};
use crate::{Refused, Session};

/// What was given out before the file was exchanged.
pub(crate) struct Outside {
    given: Arc<Given>,
    plan: Plan,
    sequences: HashMap<EventId, u32>,
}

impl Outside {
    /// Looks before the file is exchanged. The caller holds the store.
    pub(crate) fn of(desk: &Desk, store: &outreach_store::Workspace) -> Result<Self, Refused> {
        let plan = desk.plan().clone();
        Ok(Self {
            given: desk.given_in(store)?,
            sequences: plan
                .events()
                .values()
                .map(|event| (event.id, event.sequence))
                .collect(),
            plan,
        })
    }

    /// Puts back what the restored file does not know of, as one change.
    pub(crate) fn keep(self, session: &Session, desk: &Arc<Desk>) -> Result<(), Refused> {
        session.change_at(desk, |draft| {
            let restored = draft.given()?;
            let known: HashSet<Uuid> = restored.issues.iter().map(|issue| issue.id.0).collect();
            let lost: Vec<Issue> = self
                .given
                .issues
                .iter()
                .filter(|issue| !known.contains(&issue.id.0))
                .cloned()
                .collect();
            for event in draft.plan.events().values() {
                let reached = self.sequences.get(&event.id).copied().unwrap_or(0);
                if reached > event.sequence {
                    draft.put_made(Event {
                        sequence: reached,
                        ..event.clone()
                    });
                }
            }
            let holders: HashSet<RecipientId> =
                lost.iter().flat_map(|issue| &issue.recipients).copied().collect();
            for issue in &lost {
                if !draft.plan.contains(issue.calendar)
                    && let Some(calendar) = self.plan.calendars().get(&issue.calendar)
                {
                    draft.put_made(calendar.clone());
                }
            }
            for recipient in self.plan.recipients().values() {
                if holders.contains(&recipient.id) && !draft.plan.contains(recipient.id) {
                    draft.put_made(recipient.clone());
                }
            }
            let mut taken: BTreeMap<String, u32> = restored.taken.clone();
            for (uid, number) in &self.given.taken {
                let reached = taken.entry(uid.clone()).or_default();
                *reached = (*reached).max(*number);
            }
            let count = lost.len();
            if !lost.is_empty() || taken != restored.taken {
                draft.also(move |tx| {
                    lost.iter().try_for_each(|issue| tx.put(issue).map(drop))?;
                    given::take(tx, &taken)
                });
            }
            Ok(((), Label::new("issues_kept").with("count", count)))
        })?;
        Ok(())
    }
}
