//! Which events are meant: the same filter holds in every view, every export and every calendar.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{DelegateId, EventKind, MarketId, MissionId, ProgrammeId, Region, Sector, Status};

/// A filter; an empty list or none means any. Dates are the venue's and included at both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
#[serde(default)]
pub struct EventFilter {
    /// In this programme.
    pub programme: Option<ProgrammeId>,
    /// Counting for one of these regions.
    pub regions: Option<Vec<Region>>,
    /// Targeting one of these markets.
    pub markets: Option<Vec<MarketId>>,
    /// Part of one of these missions.
    pub missions: Option<Vec<MissionId>>,
    /// With a delegate of one of these teams.
    pub teams: Option<Vec<String>>,
    /// With one of these delegates.
    pub delegates: Option<Vec<DelegateId>>,
    /// In one of these states.
    pub statuses: Option<Vec<Status>>,
    /// Of one of these kinds.
    pub kinds: Option<Vec<EventKind>>,
    /// For one of these sectors.
    pub sectors: Option<Vec<Sector>>,
    /// Ending on this day or later.
    pub from: Option<NaiveDate>,
    /// Starting on this day or earlier.
    pub until: Option<NaiveDate>,
    /// With these words in title, place, venue, notes or tags.
    pub text: Option<String>,
    /// Only those with a problem or a warning.
    pub with_findings: Option<bool>,
}
