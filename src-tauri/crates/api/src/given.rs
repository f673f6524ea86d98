//! What was given out of all calendars, as the file has it. Read when first needed: a plan is opened often and a
//! ledger looked at now and then, and an issue of a large calendar is megabytes.

use std::collections::BTreeMap;

use outreach_plan::{CalendarId, Issue};
use outreach_store::{StoreError, Tx, Workspace};

/// Highest SEQUENCE of a cancellation that was ever written to a file, by UID. A setting and not part of the
/// journal: taking an issue back does not take the files back.
const TAKEN: &str = "sequences_of_cancellations";

/// Issues of all calendars, and numbers that are spent.
#[derive(Debug, Default)]
pub(crate) struct Given {
    pub(crate) issues: Vec<Issue>,
    pub(crate) taken: BTreeMap<String, u32>,
}

impl Given {
    pub(crate) fn read(store: &Workspace) -> Result<Self, StoreError> {
        Ok(Self {
            issues: store.load_all::<Issue>()?,
            taken: store.setting(TAKEN)?.unwrap_or_default(),
        })
    }

    /// The issues of one calendar.
    pub(crate) fn of(&self, calendar: CalendarId) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(move |issue| issue.calendar == calendar)
    }
}

/// Spends numbers of cancellations, within the change that gives them out.
pub(crate) fn take(tx: &mut Tx<'_>, taken: &BTreeMap<String, u32>) -> Result<(), StoreError> {
    tx.set_setting(TAKEN, taken)
}
