//! A place where events are held.

use serde::{Deserialize, Serialize};

use crate::reference::CityId;
use crate::{VenueId, Wording};

/// A venue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Venue {
    /// Key.
    pub id: VenueId,
    /// What it is called.
    pub name: Wording,
    /// The city, where the reference data knows it.
    pub city: Option<CityId>,
    /// The city's name as shown.
    pub place: Wording,
    /// IANA zone.
    pub zone: String,
    /// Postal address, in free text.
    pub address: String,
    /// Degrees north, −90 to 90.
    pub latitude: Option<f64>,
    /// Degrees east, −180 to 180.
    pub longitude: Option<f64>,
    /// How many people fit.
    pub capacity: Option<u32>,
    /// Free text: contact, access, equipment.
    pub notes: String,
}
