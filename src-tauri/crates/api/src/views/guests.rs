//! Those who are invited to an event: their list, their steps, their seats.
//!
//! Lists are windowed (`from`, `rows`), for an event may have ten thousand guests; the sums beside the rows are
//! always of all of them. Why a step cannot be taken is told with the step, so that a screen can show it before it is
//! tried.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use outreach_plan::people::{Arrangement, Invitation, InvitationStatus, InviteeRole, Source};
use outreach_plan::{EventId, InvitationId, Language, MarketId, Status, Wording};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{LoweredView, ProposalView, SeatsView, ShownSpan, ShownTime, TableView, WaitingRow};

/// What a step on invitations came to, or would come to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Stepped {
    /// With which invitations it was done; in a preview, would be.
    pub done: Vec<InvitationId>,
    /// What was not done, by reason; the most frequent first.
    pub refused: Vec<Refusal>,
    /// The seats afterwards, where all were of one event.
    pub seats: Option<SeatsView>,
    /// Number of the change in the history; none in a preview and if nothing differed.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// Why some of many were left as they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Refusal {
    /// A key of the words `errors.*`: `no_such_step`, `full`, `over_quota`, `no_address`, …
    pub code: String,
    /// What the words need; never a name.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
    /// How many.
    pub count: u32,
    /// Which: at most the first hundred.
    pub which: Vec<Uuid>,
}

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WhyNotView {
    /// A key of the words `errors.*`.
    pub code: String,
    /// What the words need; never a name.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
}

/// Which invitees. What is empty does not narrow.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
#[serde(default)]
pub struct InviteeFilter {
    /// Part of a name, organisation, address, telephone number or table, in any script.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub text: String,
    /// With one of these statuses.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub status: Vec<InvitationStatus>,
    /// Invited as one of these.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub role: Vec<InviteeRole>,
    /// Counted under one of these segments; the empty text stands for none.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub segment: Vec<String>,
    /// Who may take, or may not take, a seat held for VIPs.
    pub vip: Option<bool>,
    /// At this table; the empty text stands for no table.
    pub table: Option<String>,
    /// Only with dietary or access needs.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub needs: bool,
    /// Only those whose answer is overdue.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub late: bool,
    /// Only those who were told of an earlier version of the event.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub outdated: bool,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InviteeSort {
    /// By family name.
    #[default]
    Name,
    /// By organisation.
    Organisation,
    /// By status, in the order of an invitation's life.
    Status,
    /// By role.
    Role,
    /// By segment.
    Segment,
    /// By table and seat.
    Table,
    /// By the day of the last step.
    LastStep,
    /// By the place on the wait-list.
    Waiting,
}

/// Asks for the invitees of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ListInvitees {
    /// Of this event.
    pub event: EventId,
    /// Those.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub filter: InviteeFilter,
    /// In this order.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub sort: InviteeSort,
    /// The last first.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub descending: bool,
    /// From this one, counted from 0.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from: u32,
    /// So many rows; 0 means all.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: u32,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// The invitees of an event. Sums are of all of them; only `rows`, `fitting` and `ids` follow the filter.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Invitees {
    /// The event.
    pub event: EventId,
    /// What it is called.
    pub title: Wording,
    /// The city's name.
    pub place: Wording,
    /// The venue's name.
    pub venue: Wording,
    /// How far it has come.
    pub event_status: Status,
    /// When it is.
    pub span: Option<ShownSpan>,
    /// Today by the venue's calendar.
    pub today: NaiveDate,
    /// Whether it has ended.
    pub over: bool,
    /// Its seats.
    pub seats: SeatsView,
    /// How many stand at each status, in the order of an invitation's life; all thirteen.
    pub funnel: Vec<FunnelPart>,
    /// By when an answer is asked for, by the venue's calendar.
    pub reply_by: Option<NaiveDate>,
    /// How many were invited, have not answered and the day for it has passed.
    pub late: u32,
    /// How many were told of an earlier version of the event, since moved or cancelled.
    pub outdated: u32,
    /// How many invitations there are.
    pub total: u32,
    /// How many fit the filter.
    pub fitting: u32,
    /// All that fit the filter, in order, so that a selection can be made of what is not shown.
    pub ids: Vec<InvitationId>,
    /// The rows asked for.
    pub rows: Vec<InviteeRow>,
    /// Every segment in use or with a quota.
    pub segments: Vec<String>,
    /// The wait-list in its order.
    pub waiting: Vec<WaitingRow>,
    /// Who could have a seat now.
    pub proposals: Vec<ProposalView>,
    /// More seats are promised than there are: what to do about it. None if all is well.
    pub lowered: Option<LoweredView>,
    /// Holds, quotas, tables, reminders; none until somebody sets one. Made and edited by `records.*`.
    pub arrangement: Option<Arrangement>,
    /// Tables with who sits there.
    pub tables: Vec<TableView>,
}

/// How many stand at a status.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FunnelPart {
    /// The status.
    pub status: InvitationStatus,
    /// Invitations.
    pub invitations: u32,
    /// People, companions included.
    pub people: u32,
}

/// One invitation in a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct InviteeRow {
    /// The record, with its steps, companions, seat and needs; its plain fields are set by `records.edit`.
    pub invitation: Invitation,
    /// The guest's name in the language asked for.
    pub name: String,
    /// Their name in the other script; empty if there is none.
    pub name_beside: String,
    /// Where they belong.
    pub organisation: String,
    /// Their post.
    pub post: String,
    /// The market they are of.
    pub market: Option<MarketId>,
    /// What the market is called.
    pub market_name: String,
    /// The address to write to; empty if there is none.
    pub email: String,
    /// The telephone number to call; empty if there is none.
    pub telephone: String,
    /// In which language they are written to.
    pub letter_language: Language,
    /// People in the party, the guest included.
    pub party: u32,
    /// In whose stead they come; empty if they come for themselves.
    pub instead_of: String,
    /// Who comes in their stead; empty if nobody does.
    pub substitute: String,
    /// The last step.
    pub last_step: Option<StepView>,
    /// Whether the day for the answer has passed without one.
    pub late: bool,
    /// Whether they were told of an earlier version of the event.
    pub outdated: bool,
    /// Their place on the wait-list, from 1.
    pub waiting_place: Option<u32>,
    /// Whether anybody in the party has dietary needs.
    pub has_dietary: bool,
    /// Whether anybody in the party has access needs.
    pub has_access: bool,
    /// Every step that may follow this status by the rules, possible now or with its reason why not.
    pub next: Vec<PossibleStep>,
    /// What to look at, keys of the words `invitees.warnings.*`: `no_address`, `bounced_address`, `shared_address`,
    /// `companion_is_guest`, `erased`, `no_notice`.
    pub warnings: Vec<String>,
}

/// A step, and why it cannot be taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PossibleStep {
    /// What it would become.
    pub to: InvitationStatus,
    /// Why not; none if it can be taken.
    pub why_not: Option<WhyNotView>,
}

/// One step that was taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StepView {
    /// What it became.
    pub status: InvitationStatus,
    /// On which day, by the venue's calendar.
    pub on: NaiveDate,
    /// When it was recorded, at the venue and in Hong Kong.
    pub recorded: ShownTime,
    /// How it became known.
    pub source: Source,
    /// Who recorded it.
    pub actor: String,
    /// What was written along.
    pub note: String,
}

/// Asks for one invitation.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowInvitation {
    /// Which.
    pub id: InvitationId,
    /// Names in this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Everything about one invitation.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct InvitationPage {
    /// As in the list.
    pub row: InviteeRow,
    /// The event's name.
    pub event_title: Wording,
    /// When it is.
    pub span: Option<ShownSpan>,
    /// Every step so far, in the order in which they were recorded.
    pub steps: Vec<StepView>,
    /// Other guests of the event with the same address: an answer from it will be asked about.
    pub shares_address_with: Vec<InvitationId>,
}
