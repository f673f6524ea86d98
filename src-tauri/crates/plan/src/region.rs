//! The office's five promotion regions.

use serde::{Deserialize, Serialize};

/// A promotion region. The first four are geographic; a GBA joint mission takes place in one of those too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// Asia-Pacific.
    AsiaPacific,
    /// Middle East.
    MiddleEast,
    /// Europe.
    Europe,
    /// North America.
    NorthAmerica,
    /// Missions held jointly with Guangdong for the Greater Bay Area.
    GbaJoint,
}

impl Region {
    /// All five, in the order planners list them.
    pub const ALL: [Region; 5] = [
        Self::AsiaPacific,
        Self::MiddleEast,
        Self::Europe,
        Self::NorthAmerica,
        Self::GbaJoint,
    ];

    /// Whether the region is a part of the world (and not a kind of mission).
    pub fn is_geographic(self) -> bool {
        self != Self::GbaJoint
    }

    /// The key under which the region is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::AsiaPacific => "asia_pacific",
            Self::MiddleEast => "middle_east",
            Self::Europe => "europe",
            Self::NorthAmerica => "north_america",
            Self::GbaJoint => "gba_joint",
        }
    }
}
