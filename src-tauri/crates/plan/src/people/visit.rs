//! A leading talent's visit to Hong Kong.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{DelegateId, PersonId, Scheme, Sector, VisitId, Wording};

/// A visit, from nomination to outcome. Its times are Hong Kong's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Visit {
    /// Key.
    pub id: VisitId,
    /// Who visits.
    pub person: PersonId,
    /// How far it has come: the stage of the last step.
    pub stage: VisitStage,
    /// Every step so far.
    pub steps: Vec<VisitStep>,
    /// Who put the name forward, in free text.
    pub nominated_by: String,
    /// Why.
    pub reason: String,
    /// For which sector.
    pub sector: Option<Sector>,
    /// What was decided about the nomination, in order.
    pub approvals: Vec<Approval>,
    /// Who hosts.
    pub host: Option<DelegateId>,
    /// Who goes along.
    pub escorts: Vec<DelegateId>,
    /// The guest's home zone, IANA; empty if not known.
    pub home_zone: String,
    /// First day in Hong Kong.
    pub arrive: Option<NaiveDate>,
    /// Last day in Hong Kong, included.
    pub depart: Option<NaiveDate>,
    /// Flights and lodging, in free text.
    pub travel: String,
    /// Visa, travel and the rest that has to be seen to.
    pub checklist: Vec<CheckItem>,
    /// The programme, in the order of their start.
    pub meetings: Vec<Meeting>,
    /// What it costs.
    pub costs: Vec<Cost>,
    /// What has to be done after it.
    pub tasks: Vec<Task>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// The scheme applied under, where one was.
    pub scheme: Option<Scheme>,
    /// Free text; never printed for the guest.
    pub notes: String,
}

/// How far a visit has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VisitStage {
    /// Put forward.
    #[default]
    Nominated,
    /// Agreed to.
    Approved,
    /// Asked.
    Invited,
    /// Comes.
    Accepted,
    /// Tickets and lodging are there.
    TravelBooked,
    /// Is here.
    InHongKong,
    /// Written to afterwards.
    FollowedUp,
    /// Something came of it, or nothing; see the outcome.
    Outcome,
    /// Not agreed to, or called off.
    Closed,
}

/// One step of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitStep {
    /// What it became.
    pub stage: VisitStage,
    /// The day on which it happened, by Hong Kong's calendar.
    pub on: NaiveDate,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub actor: String,
    /// Free text.
    pub note: String,
}

/// What somebody decided about a nomination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Approval {
    /// Who.
    pub by: String,
    /// When.
    pub on: NaiveDate,
    /// What.
    pub verdict: Verdict,
    /// Why, or under what condition.
    pub note: String,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Agreed to.
    Approved,
    /// Not agreed to.
    Refused,
    /// More has to be known first.
    Returned,
}

/// Something that has to be seen to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct CheckItem {
    /// What.
    pub what: String,
    /// By when, by Hong Kong's calendar.
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    pub done: bool,
}

/// One item of the guest's programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Meeting {
    /// Start, wall time of Hong Kong.
    pub start: NaiveDateTime,
    /// End, wall time of Hong Kong, excluded.
    pub end: NaiveDateTime,
    /// What.
    pub what: Wording,
    /// Where.
    pub place: Wording,
    /// With whom, in free text.
    pub with: String,
}

/// One cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Cost {
    /// For what.
    pub what: String,
    /// Hundredths of Hong Kong dollars.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub cents: i64,
    /// Whether it was paid; else it is an estimate.
    pub paid: bool,
}

/// Something to do after the visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Task {
    /// What.
    pub what: String,
    /// Who sees to it.
    pub who: String,
    /// By when, by Hong Kong's calendar.
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    pub done: bool,
}

/// What came of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Applied under a scheme.
    SchemeApplied,
    /// Joined a body in Hong Kong.
    Joined,
    /// Said no.
    Declined,
}
