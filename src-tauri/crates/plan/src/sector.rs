//! What kinds of talent an event is for, and by which scheme they may come.

use serde::{Deserialize, Serialize};

/// A segment of Hong Kong's Talent List (Immigration Department; nine segments since 1 March 2025).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// Business support.
    BusinessSupport,
    /// Creative industries, arts and culture.
    CreativeIndustries,
    /// Development and construction.
    DevelopmentConstruction,
    /// Environmental technology.
    EnvironmentalTechnology,
    /// Financial services.
    FinancialServices,
    /// Healthcare.
    Healthcare,
    /// Innovation and technology.
    InnovationTechnology,
    /// Legal and dispute resolution.
    LegalDisputeResolution,
    /// Aviation and shipping.
    AviationShipping,
}

impl Sector {
    /// All nine, as the Talent List has them.
    pub const ALL: [Sector; 9] = [
        Self::BusinessSupport,
        Self::CreativeIndustries,
        Self::DevelopmentConstruction,
        Self::EnvironmentalTechnology,
        Self::FinancialServices,
        Self::Healthcare,
        Self::InnovationTechnology,
        Self::LegalDisputeResolution,
        Self::AviationShipping,
    ];
}

/// An admission scheme (Immigration Department).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Top Talent Pass Scheme, category A.
    TtpsA,
    /// Top Talent Pass Scheme, category B.
    TtpsB,
    /// Top Talent Pass Scheme, category C.
    TtpsC,
    /// Quality Migrant Admission Scheme.
    Qmas,
    /// General Employment Policy.
    Gep,
    /// Admission Scheme for Mainland Talents and Professionals.
    Asmtp,
    /// Technology Talent Admission Scheme.
    TechTas,
    /// Immigration Arrangements for Non-local Graduates.
    Iang,
    /// Admission Scheme for the Second Generation.
    Assg,
}
