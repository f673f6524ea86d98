//! Visits of leading talents: the board, and one visit on a page.

use chrono::NaiveDate;
use outreach_plan::people::{Approval, CheckItem, Outcome, Task, Verdict, Visit, VisitStage};
use outreach_plan::{DelegateId, Language, PersonId, Scheme, Sector, VisitId};
use serde::{Deserialize, Serialize};

use super::{ShownSpan, ShownTime, WhyNotView};

/// Asks for the board.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
#[serde(default)]
pub struct ShowBoard {
    /// Part of a name or organisation.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub text: String,
    /// Only for this sector.
    pub sector: Option<Sector>,
    /// Only of this host.
    pub host: Option<DelegateId>,
    /// Names in this language.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Visits by stage.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitBoard {
    /// Every stage in its order, also without visits.
    pub columns: Vec<VisitColumn>,
    /// How many visits there are.
    pub total: u32,
    /// How many fit what was asked.
    pub fitting: u32,
    /// Things that are overdue, of those that fit.
    pub overdue: u32,
}

/// One stage.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitColumn {
    /// Which.
    pub stage: VisitStage,
    /// Its visits, by arrival, those without a date last.
    pub visits: Vec<VisitCard>,
}

/// A visit in short.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitCard {
    /// Key.
    pub id: VisitId,
    /// Who visits.
    pub person: PersonId,
    /// Their name in the language asked for.
    pub name: String,
    /// Their name in the other script.
    pub name_beside: String,
    /// Where they belong.
    pub organisation: String,
    /// For which sector.
    pub sector: Option<Sector>,
    /// How far it has come.
    pub stage: VisitStage,
    /// Since which day.
    pub since: Option<NaiveDate>,
    /// First day in Hong Kong.
    pub arrive: Option<NaiveDate>,
    /// Last day in Hong Kong.
    pub depart: Option<NaiveDate>,
    /// The host's name; empty if there is none.
    pub host: String,
    /// Items of the check-list that are done.
    pub checked: u32,
    /// Items of the check-list.
    pub items: u32,
    /// Items and tasks whose day has passed, by Hong Kong's calendar.
    pub overdue: u32,
    /// Tasks that are open.
    pub open_tasks: u32,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// What is missing before the visit can go on, the nearest first, keys of the words `visits.missing.*`: `reason`,
    /// `approval`, `host`, `dates`, `home_zone`, `checklist_overdue`, `travel`, `programme`, `programme_outside_stay`,
    /// `programme_overlaps`, `tasks`, `tasks_overdue`, `outcome`, `scheme`.
    pub missing: Vec<String>,
    /// Every stage that may follow, possible or with its reason why not.
    pub next: Vec<PossibleStage>,
}

/// A stage, and why it cannot be reached now.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PossibleStage {
    /// What it would become.
    pub to: VisitStage,
    /// Why not; none if it can be taken.
    pub why_not: Option<WhyNotView>,
}

/// Asks for one visit.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowVisit {
    /// Which.
    pub id: VisitId,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Everything about one visit.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitPage {
    /// In short.
    pub card: VisitCard,
    /// The record; its plain fields are set by `records.edit`.
    pub visit: Visit,
    /// The guest's post.
    pub post: String,
    /// Every step so far.
    pub steps: Vec<VisitStepView>,
    /// Every stage in its order with the day it was reached; the way the visit has come.
    pub progress: Vec<StageReached>,
    /// What was decided about the nomination, in order.
    pub approvals: Vec<Approval>,
    /// The check-list, what is overdue first.
    pub checklist: Vec<CheckItemView>,
    /// The programme by day: each meeting in Hong Kong time with the guest's home clock beside it.
    pub days: Vec<VisitDay>,
    /// The home zone that is shown beside; Hong Kong's own if the guest's is not known.
    pub home_zone: String,
    /// Names of the escorts.
    pub escorts: Vec<String>,
    /// Sums of what it costs.
    pub costs: CostSums,
    /// What has to be done after it, what is overdue first.
    pub tasks: Vec<TaskView>,
    /// What is doubtful about the programme: `programme_overlaps`, `programme_outside_stay`.
    pub notes: Vec<VisitNote>,
    /// Today in Hong Kong.
    pub today: NaiveDate,
}

/// Something doubtful about a visit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitNote {
    /// A key of the words `visits.missing.*`.
    pub code: String,
    /// The places in the record's `meetings` that it is about, from 0.
    pub meetings: Vec<u32>,
}

/// One step that a visit took.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitStepView {
    /// What it became.
    pub stage: VisitStage,
    /// On which day, by Hong Kong's calendar.
    pub on: NaiveDate,
    /// When it was recorded, in Hong Kong.
    pub recorded: ShownTime,
    /// Who recorded it.
    pub actor: String,
    /// What was written along.
    pub note: String,
}

/// A stage of the way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StageReached {
    /// Which.
    pub stage: VisitStage,
    /// When it was reached; none if not yet.
    pub on: Option<NaiveDate>,
}

/// An item of the check-list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CheckItemView {
    /// Its place in the record's `checklist`, from 0.
    pub at: u32,
    /// The item.
    pub item: CheckItem,
    /// Whether its day has passed and it is not done.
    pub overdue: bool,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TaskView {
    /// Its place in the record's `tasks`, from 0.
    pub at: u32,
    /// The task.
    pub task: Task,
    /// Whether its day has passed and it is not done.
    pub overdue: bool,
}

/// One day of the programme, by Hong Kong's calendar.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitDay {
    /// Which day.
    pub day: NaiveDate,
    /// Its meetings, by their start.
    pub meetings: Vec<MeetingView>,
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MeetingView {
    /// Its place in the record's `meetings`, from 0.
    pub at: u32,
    /// When: `hong_kong` is the time of the meeting, `local` the guest's clock at home.
    pub span: Option<ShownSpan>,
    /// What.
    pub what: String,
    /// Where.
    pub place: String,
    /// With whom.
    pub with: String,
    /// Whether another meeting overlaps it.
    pub overlaps: bool,
}

/// Sums of costs, in hundredths of Hong Kong dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CostSums {
    /// Paid.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub paid: i64,
    /// Estimated and not paid yet.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub estimated: i64,
    /// Both.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub total: i64,
}

/// Nominates somebody.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct Nominate {
    /// Whom.
    pub person: PersonId,
    /// Who puts the name forward.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub nominated_by: String,
    /// Why.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub reason: String,
    /// For which sector.
    #[serde(default)]
    pub sector: Option<Sector>,
    /// The words of the usual check-list are in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Takes a visit to a stage.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct StepVisit {
    /// Which.
    pub id: VisitId,
    /// To this stage.
    pub to: VisitStage,
    /// On this day, by Hong Kong's calendar; without it today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// What is written along.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub note: String,
    /// What came of it, for the stage `outcome`.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// The scheme applied under.
    #[serde(default)]
    pub scheme: Option<Scheme>,
}

/// Records what somebody decided about a nomination. The stage follows where it has to: `approved` or `closed`. One
/// that is closed is refused (`visit_closed`) unless the decision is a further no.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct ApproveVisit {
    /// Which.
    pub id: VisitId,
    /// Who decided.
    pub by: String,
    /// When; without it today in Hong Kong.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// What.
    pub verdict: Verdict,
    /// Why, or under what condition.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub note: String,
}

/// Asks for the booklet of a visit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct PrintVisit {
    /// Of which visit.
    pub id: VisitId,
    /// In this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
    /// The office's copy, with approvals, costs and tasks; else the guest's.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub for_office: bool,
    /// For what; kept in the log of disclosures.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub purpose: String,
    /// Which page the preview draws, from 1.
    #[serde(default)]
    pub page: Option<u32>,
}
