//! One period's outreach of the office.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ProgrammeId, Wording};

/// A year's (or other period's) outreach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Programme {
    /// Key.
    pub id: ProgrammeId,
    /// What planners call it.
    pub title: Wording,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub until: NaiveDate,
    /// Free text.
    pub notes: String,
}
