//! The shape of the files in `data/sample/`.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;

use crate::reference::CountryCode;
use crate::{DelegateRole, EventKind, MissionKind, PartnerKind, Region, Sector, Status, TravelMode, Wording};

/// English, Traditional and Simplified Chinese.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Words(String, String, String);

impl Words {
    pub(super) fn plain(&self) -> Wording {
        Wording {
            en: self.0.clone(),
            zh_hant: self.1.clone(),
            zh_hans: self.2.clone(),
        }
    }

    /// The words with `hole` filled, in each language by its own.
    pub(super) fn filled(&self, hole: &str, by: &Wording) -> Wording {
        Wording {
            en: self.0.replace(hole, &by.en),
            zh_hant: self.1.replace(hole, &by.zh_hant),
            zh_hans: self.2.replace(hole, &by.zh_hans),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Places {
    pub(super) cities: BTreeMap<String, City>,
    pub(super) venue_names: BTreeMap<String, Words>,
    /// City to kind to latitude, longitude, capacity.
    pub(super) venues: BTreeMap<String, BTreeMap<String, (f64, f64, u32)>>,
}

/// GeoNames number, the three names, the zone.
#[derive(Debug, Deserialize)]
pub(super) struct City(pub(super) u32, String, String, String, pub(super) String);

impl City {
    pub(super) fn name(&self) -> Wording {
        Wording {
            en: self.1.clone(),
            zh_hant: self.2.clone(),
            zh_hans: self.3.clone(),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct People {
    pub(super) note: String,
    pub(super) delegates: BTreeMap<String, Person>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Person {
    pub(super) family: String,
    pub(super) given: String,
    pub(super) chinese: String,
    pub(super) role: DelegateRole,
    pub(super) organisation: String,
    pub(super) post: String,
    pub(super) team: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Bodies {
    pub(super) partners: BTreeMap<String, Body>,
    pub(super) offices: Vec<String>,
    pub(super) markets: BTreeMap<String, MarketEntry>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Body {
    pub(super) name: Words,
    pub(super) kind: PartnerKind,
    pub(super) city: Option<String>,
    pub(super) url: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct MarketEntry {
    pub(super) name: Words,
    pub(super) region: Region,
    pub(super) sectors: Vec<Sector>,
    pub(super) office: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProgrammeFile {
    /// First day of the quarter the dates are written for.
    pub(super) quarter: NaiveDate,
    pub(super) programme: Words,
    pub(super) missions: Vec<MissionEntry>,
    pub(super) events: Vec<EventEntry>,
}

#[derive(Debug, Deserialize)]
pub(super) struct MissionEntry {
    pub(super) title: Words,
    pub(super) kind: MissionKind,
    pub(super) region: Region,
    pub(super) markets: Vec<CountryCode>,
    #[serde(default)]
    pub(super) status: Option<Status>,
    pub(super) team: Vec<String>,
    pub(super) offices: Vec<String>,
    pub(super) partners: Vec<(String, String)>,
    pub(super) sectors: Vec<Sector>,
    pub(super) budget: Option<u32>,
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) notes: String,
    /// Keeps its dates.
    #[serde(default)]
    pub(super) fixed: bool,
    /// Moves so that this day stays the zone's change of clocks.
    #[serde(default)]
    pub(super) across: Option<(String, NaiveDate)>,
    #[serde(default)]
    pub(super) legs: Vec<LegEntry>,
    #[serde(default)]
    pub(super) events: Vec<EventEntry>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LegEntry {
    pub(super) city: String,
    pub(super) arrive: Minute,
    pub(super) depart: Minute,
    #[serde(default)]
    pub(super) travel: Option<TravelEntry>,
    pub(super) events: Vec<EventEntry>,
}

#[derive(Debug, Deserialize)]
pub(super) struct TravelEntry {
    pub(super) mode: TravelMode,
    pub(super) from: String,
    pub(super) depart: Minute,
    pub(super) depart_zone: String,
    pub(super) to: String,
    pub(super) arrive: Minute,
}

#[derive(Debug, Deserialize)]
pub(super) struct EventEntry {
    pub(super) start: Minute,
    pub(super) minutes: i64,
    pub(super) kind: EventKind,
    /// The kind of venue in a leg, the city outside one.
    pub(super) at: Option<String>,
    pub(super) capacity: Option<u32>,
    pub(super) title: Words,
    #[serde(default)]
    pub(super) more: More,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct More {
    pub(super) hosts: Vec<String>,
    pub(super) delegates: Vec<String>,
    pub(super) langs: Vec<String>,
    pub(super) city: Option<String>,
    pub(super) market: Option<CountryCode>,
    pub(super) status: Option<Status>,
    pub(super) fixed: bool,
}

/// A wall time written without seconds.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Minute(pub(super) NaiveDateTime);

impl TryFrom<String> for Minute {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").map(Self)
    }
}
