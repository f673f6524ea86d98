//! Answers of guests that came as a file: what each means before it is taken.

use outreach_plan::people::InvitationStatus;
use outreach_plan::{EventId, InvitationId, Language};
use serde::{Deserialize, Serialize};

use super::{ChosenImport, ShownSpan, ShownTime, WhyNotView};

/// Asks what the answers in files mean. With no file: those kept by an earlier import that were not taken yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
#[serde(default)]
pub struct ReadReplies {
    /// Numbers of chosen or dropped files, `.eml` or `.ics`.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub files: Vec<u32>,
    /// Kept answers only of this event.
    pub event: Option<EventId>,
    /// What was said where it was asked, and what stays out; see [`ReplyVerdictRow::key`].
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub answers: Vec<ReplyAnswer>,
    /// The fingerprint of the preview that was looked at: files that have changed since are refused.
    pub fingerprint: Option<String>,
    /// Names in this language.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// What a planner says about one answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct ReplyAnswer {
    /// Which answer.
    pub key: String,
    /// Whose it is; without it the answer stays out.
    #[serde(default)]
    pub invitation: Option<InvitationId>,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReplyVerdictKind {
    /// It takes an invitation a step further.
    Updates,
    /// The invitation stands there already.
    Same,
    /// A newer answer was taken before.
    Older,
    /// Two or more guests share the address: whose is it?
    Ask,
    /// It came from another address than the guest's it names: not taken unless somebody says whose it is.
    ForAnother,
    /// Nobody of that address is invited to the event.
    Stranger,
    /// The event it answers is not here.
    NoEvent,
    /// The guest proposes another time. Nothing changes but that it is kept.
    Proposes,
    /// The guest sends somebody else, who has to be chosen.
    Delegates,
    /// The rules do not let the invitation take that step; see `why_not`.
    NotPossible,
    /// It says nothing that could be taken (`NEEDS-ACTION`).
    Silent,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReplyVerdictRow {
    /// Names the answer in `answers`; the same for the same file and place.
    pub key: String,
    /// What it means.
    pub verdict: ReplyVerdictKind,
    /// Whether a planner left it out.
    pub skipped: bool,
    /// Whether it was kept by an earlier import.
    pub kept: bool,
    /// The address it speaks for.
    pub attendee: String,
    /// The name it gives.
    pub attendee_name: String,
    /// The address of the e-mail it came in; empty if it came as a calendar alone.
    pub sender: String,
    /// `accepted`, `tentative`, `declined`, `delegated`, `needs_action`, `counter`.
    pub answer: String,
    /// What was written along.
    pub comment: String,
    /// When it was answered.
    pub stamped: Option<ShownTime>,
    /// The event.
    pub event: Option<EventId>,
    /// What the event is called.
    pub event_title: String,
    /// When the event is.
    pub span: Option<ShownSpan>,
    /// The invitation it is about.
    pub invitation: Option<InvitationId>,
    /// Whose that is.
    pub name: String,
    /// Where it stands.
    pub from: Option<InvitationStatus>,
    /// Where it would stand.
    pub to: Option<InvitationStatus>,
    /// Why it cannot stand there.
    pub why_not: Option<WhyNotView>,
    /// Whose it could be.
    pub candidates: Vec<ReplyCandidate>,
    /// The time that is proposed instead.
    pub proposed: Option<ShownSpan>,
    /// Addresses of those who come instead.
    pub delegated_to: Vec<String>,
    /// Whether the event has changed since the version that was answered.
    pub outdated: bool,
}

/// Somebody whose answer it could be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReplyCandidate {
    /// Their invitation.
    pub invitation: InvitationId,
    /// Their name.
    pub name: String,
    /// Where they belong.
    pub organisation: String,
    /// Where their invitation stands.
    pub status: InvitationStatus,
}

/// How many answers mean what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReplyCounts {
    /// Take an invitation further.
    pub updates: u32,
    /// Say what is known.
    pub same: u32,
    /// Are older than what is known.
    pub older: u32,
    /// Have to be asked about: shared addresses, forged ones, substitutes to be chosen.
    pub asks: u32,
    /// Are from strangers, or about events that are not here.
    pub strangers: u32,
    /// Propose another time.
    pub proposes: u32,
    /// Cannot be taken.
    pub not_possible: u32,
    /// Were left out by the planner.
    pub skipped: u32,
    /// Files that could not be read.
    pub unreadable: u32,
}

/// A file that holds no answer that could be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct UnreadableReply {
    /// Its number.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// Why.
    pub why: WhyNotView,
}

/// What the answers in files mean; nothing is stored.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReplyPreview {
    /// Hand it to `replies.apply`.
    pub fingerprint: String,
    /// How many mean what.
    pub counts: ReplyCounts,
    /// Answer by answer.
    pub rows: Vec<ReplyVerdictRow>,
    /// Files without one.
    pub unreadable: Vec<UnreadableReply>,
}

/// What was taken.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RepliesApplied {
    /// How many meant what.
    pub counts: ReplyCounts,
    /// Number of the change in the history; none if nothing differed.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
}

/// Told to every screen when files were dropped on the window: they can be read like chosen ones.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Dropped {
    /// The files.
    pub files: Vec<ChosenImport>,
}
