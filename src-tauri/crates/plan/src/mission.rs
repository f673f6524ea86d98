//! One trip of a delegation, or one group of visits to Hong Kong.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DelegateId, MarketId, MissionId, OfficeId, PartnerId, ProgrammeId, Region, Sector, Status, Wording,
};

/// A mission: legs in one or more cities and the events held there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Mission {
    /// Key.
    pub id: MissionId,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// What planners call it.
    pub title: Wording,
    /// What sort of trip it is.
    pub kind: MissionKind,
    /// The promotion region it counts for.
    pub region: Region,
    /// The part of the world it takes place in; never [`Region::GbaJoint`].
    pub geographic_region: Region,
    /// Targeted markets, the main one first.
    pub markets: Vec<MarketId>,
    /// How far it has come.
    pub status: Status,
    /// First day, by the calendar of the first city.
    pub from: NaiveDate,
    /// Last day, included, by the calendar of the last city.
    pub until: NaiveDate,
    /// The travelling team.
    pub team: Vec<DelegateId>,
    /// Who leads it.
    pub lead: Option<DelegateId>,
    /// Economic and Trade Offices that help.
    pub offices: Vec<OfficeId>,
    /// Partner bodies and what each is responsible for.
    pub partners: Vec<Responsibility>,
    /// Target sectors.
    pub sectors: Vec<Sector>,
    /// Budget in whole Hong Kong dollars.
    pub budget_hkd: Option<u32>,
    /// Free text.
    pub notes: String,
    /// Free labels.
    pub tags: Vec<String>,
}

/// What sort of trip a mission is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MissionKind {
    /// A mission of promotional events.
    #[default]
    Roadshow,
    /// A mission with partner bodies that share responsibilities.
    JointMission,
    /// Guests brought to Hong Kong.
    InboundVisit,
    /// Nobody travels: webinars, online fairs.
    Online,
}

/// What a partner body has taken on in a joint mission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Responsibility {
    /// Which body.
    pub partner: PartnerId,
    /// What for, in the planner's words: venue, publicity, reception, …
    pub responsible_for: String,
}
