//! A country or territory that is targeted.

use serde::{Deserialize, Serialize};

use crate::reference::CountryCode;
use crate::{MarketId, OfficeId, Region, Sector, Wording};

/// A market with its target sectors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Market {
    /// Key.
    pub id: MarketId,
    /// ISO 3166-1 code of the country or territory.
    pub country: CountryCode,
    /// What it is called.
    pub name: Wording,
    /// The part of the world it lies in.
    pub region: Region,
    /// The sectors the office looks for there.
    pub sectors: Vec<Sector>,
    /// The office that covers it.
    pub office: Option<OfficeId>,
    /// Free text.
    pub notes: String,
}
