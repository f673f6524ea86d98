//! An Economic and Trade Office or a Mainland office that hosts and helps.

use serde::{Deserialize, Serialize};

use crate::reference::CityId;
use crate::{OfficeId, Wording};

/// An office abroad or in the Mainland.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Office {
    /// Key.
    pub id: OfficeId,
    /// What it is called.
    pub name: Wording,
    /// The city it sits in.
    pub city: Option<CityId>,
    /// IANA zone.
    pub zone: String,
    /// Free text.
    pub notes: String,
}
