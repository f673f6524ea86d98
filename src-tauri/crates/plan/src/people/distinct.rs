//! Two records that look alike and are two people.

use serde::{Deserialize, Serialize};

use crate::{DistinctId, PersonId};

/// A planner's word that two records are not the same person; they are not proposed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Distinct {
    /// Key.
    pub id: DistinctId,
    /// The one with the smaller key.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
}
