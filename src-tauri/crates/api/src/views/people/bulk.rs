//! One deed for many people.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use outreach_plan::people::Purpose;
use outreach_plan::{MarketId, NoticeId, PersonId, Sector};
use serde::{Deserialize, Serialize};

use super::PeopleFilter;

/// Whom: named one by one, or all who fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "there is one of it in a request")]
pub enum WhichPeople {
    /// These.
    These {
        /// Their keys.
        ids: Vec<PersonId>,
    },
    /// All who fit now. Everybody is an empty query, which must be there.
    Fitting {
        /// As typed into the search of people.
        query: String,
        /// What was ticked.
        #[serde(default)]
        #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
        filter: PeopleFilter,
    },
}

/// Does one thing to many people, as one change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BulkPeople {
    /// To whom.
    pub people: WhichPeople,
    /// What.
    pub act: PeopleAct,
    /// Only say what would happen.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub preview: bool,
}

/// What can be done to many people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum PeopleAct {
    /// Puts a tag on.
    Tag {
        /// The tag.
        tag: String,
    },
    /// Takes a tag off.
    Untag {
        /// The tag.
        tag: String,
    },
    /// Sets the market.
    Market {
        /// Null takes it away.
        market: Option<MarketId>,
    },
    /// Adds a segment.
    Sector {
        /// Which.
        sector: Sector,
    },
    /// Takes a segment away.
    NotSector {
        /// Which.
        sector: Sector,
    },
    /// Sets until when they may be held.
    Retain {
        /// The last day; null for no day.
        until: Option<NaiveDate>,
    },
    /// Records that a collection notice was given; nothing is done where the same notice was given already.
    Notice {
        /// Which.
        notice: NoticeId,
        /// On which day; without it today, by Hong Kong's calendar.
        #[serde(default)]
        #[cfg_attr(feature = "bindings", ts(optional = nullable))]
        on: Option<NaiveDate>,
        /// How: on the form, by e-mail, at the desk.
        #[serde(default)]
        #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
        by: String,
    },
    /// Records consent or its refusal.
    Consent {
        /// For what.
        purpose: Purpose,
        /// Given, or refused or taken back.
        given: bool,
        /// On which day; without it today, by Hong Kong's calendar.
        #[serde(default)]
        #[cfg_attr(feature = "bindings", ts(optional = nullable))]
        on: Option<NaiveDate>,
        /// How: on the form, by e-mail, by telephone.
        #[serde(default)]
        #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
        by: String,
    },
    /// Removes the records of those who were never invited and never visited.
    Remove,
}

/// What became of one deed for many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleDone {
    /// How many were named.
    pub asked: u32,
    /// To how many it was done.
    pub done: u32,
    /// With how many it was so already.
    pub already: u32,
    /// What was refused, by reason. `asked` is `done`, `already` and these together.
    pub refused: Vec<PeopleRefused>,
    /// Number of the one change in the history; none if nothing differed or it was a preview.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// People to whom a deed could not be done, for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleRefused {
    /// A key of the words `errors.*`: `not_found`, `person_erased`, `person_merged`, `person_in_use`,
    /// `notice_not_yet`, `too_many`.
    pub code: String,
    /// What the words need.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
    /// How many.
    pub count: u32,
    /// The first of them, 100 at most.
    pub people: Vec<PersonId>,
}
