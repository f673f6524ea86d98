//! Days on which a place, or the office itself, does not work.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::reference::CountryCode;
use crate::{DayOverrideId, Wording};

/// A planner's correction of the shipped holidays: one day in one country or territory.
///
/// It wins over the reference data, in both directions: an added holiday, or a holiday that is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DayOverride {
    /// Key.
    pub id: DayOverrideId,
    /// Where; `HK` for a closure of the office itself.
    pub country: CountryCode,
    /// Which day.
    pub date: NaiveDate,
    /// Whether the day is off (an added holiday) or worked (a holiday taken back).
    pub off: bool,
    /// What the day is called.
    pub name: Wording,
}
