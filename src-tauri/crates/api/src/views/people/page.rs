//! A person's whole story on one page.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::people::{DisclosureKind, InviteeRole, Person, Source, Step, VisitStage};
use outreach_plan::{DisclosureId, EventId, InvitationId, Language, NoticeId, PersonId, Sector, VisitId};
use serde::{Deserialize, Serialize};

use super::{AlikeView, ConsentWanted, EventOfPerson, RetentionBand};
use crate::views::{FieldChange, ShownSpan};

/// Asks for everything about one person.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowPerson {
    /// Who.
    pub id: PersonId,
    /// The language of names.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Everything about one person.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PersonPage {
    /// The record, to be edited by `records.edit`; of one merged away or erased it is only to be looked at.
    pub person: Person,
    /// What they are called.
    pub names: PersonNames,
    /// Post in the language.
    pub post: String,
    /// Organisation in the language.
    pub organisation: String,
    /// The market's name; empty for none.
    pub market_name: String,
    /// How long they may be held.
    pub retention: RetentionBand,
    /// What they said about each purpose, the latest of each.
    pub consents: Vec<ConsentWanted>,
    /// Invitations, the latest event first.
    pub invitations: Vec<InvitationOfPerson>,
    /// Events to which they come along with somebody else, the latest first.
    pub companion_at: Vec<CompanionAt>,
    /// Visits, the latest first.
    pub visits: Vec<VisitOfPerson>,
    /// Collection notices they were given, the latest first.
    pub notices: Vec<NoticeOfPerson>,
    /// What left the laptop with them in it, the latest first.
    pub disclosures: Vec<DisclosureOfPerson>,
    /// Records that were merged into this one.
    pub merged: Vec<MergedPerson>,
    /// Who may be the same, the likeliest first.
    pub alike: Vec<AlikeView>,
    /// All of it in order, the latest first.
    pub story: Vec<StoryItem>,
    /// Whether changes of the record are missing in the story because something is being written right now.
    pub changes_missing: bool,
}

/// What somebody is called. A Chinese name is never turned round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PersonNames {
    /// In the language asked for.
    pub shown: String,
    /// In the other script; empty if there is none.
    pub other: String,
    /// In Latin letters.
    pub latin: String,
    /// In Chinese characters.
    pub chinese: String,
    /// As it is sorted.
    pub sort: String,
    /// As it is written above a letter.
    pub addressed: String,
}

/// An invitation on the page of its guest.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct InvitationOfPerson {
    /// Key.
    pub id: InvitationId,
    /// To what, and where it stands.
    pub event: EventOfPerson,
    /// As what.
    pub role: InviteeRole,
    /// How many come with them: named and unnamed.
    pub companions: u32,
    /// How many of the party came; none before check-in.
    pub arrived: Option<u16>,
    /// Table and seat; empty if not seated.
    pub seat: String,
    /// Whom they come for: the name of the guest they stand in for; empty for nobody.
    pub stands_in_for: String,
    /// Every step, in order.
    pub steps: Vec<Step>,
}

/// An event to which somebody comes along.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CompanionAt {
    /// The invitation of whom they come with.
    pub invitation: InvitationId,
    /// To what, and where that invitation stands.
    pub event: EventOfPerson,
    /// With whom: the name in the language.
    pub with: String,
    /// With whom.
    pub person: PersonId,
}

/// A visit on the page of its guest.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VisitOfPerson {
    /// Key.
    pub id: VisitId,
    /// How far it has come.
    pub stage: VisitStage,
    /// For which sector.
    pub sector: Option<Sector>,
    /// First day in Hong Kong.
    pub arrive: Option<NaiveDate>,
    /// Last day in Hong Kong, included.
    pub depart: Option<NaiveDate>,
}

/// A collection notice that was given.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NoticeOfPerson {
    /// Which.
    pub notice: NoticeId,
    /// What it is called, in the language.
    pub name: String,
    /// Which version.
    pub version: u32,
    /// On which day.
    pub on: NaiveDate,
    /// How.
    pub by: String,
}

/// Something that left the laptop.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DisclosureOfPerson {
    /// Key.
    pub id: DisclosureId,
    /// When, Hong Kong wall time.
    pub at: NaiveDateTime,
    /// What was written.
    pub kind: DisclosureKind,
    /// The event it is about; empty for none.
    pub about: String,
    /// For what.
    pub purpose: String,
    /// Who wrote it.
    pub actor: String,
    /// How many people it holds.
    pub count: u32,
    /// Whether it was encrypted.
    pub encrypted: bool,
}

/// A record that was merged into another.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MergedPerson {
    /// The record that was given up; `people.show` shows it as it was.
    pub person: PersonId,
    /// What it was called.
    pub name: String,
}

/// What sort of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StoryKind {
    /// The record was made.
    Created,
    /// A step of an invitation; `code` is its status.
    Invitation,
    /// A step of a visit; `code` is its stage.
    Visit,
    /// A meeting of a visit's programme; `text` is what.
    Meeting,
    /// A collection notice was given; `text` is its name, `params.version` which version.
    Notice,
    /// Consent; `code` is the purpose, `params.given` `yes` or `no`.
    Consent,
    /// A file was written; `code` is its kind, `text` its purpose.
    Disclosure,
    /// The record, an invitation or a visit was changed; `code` is the label of the change, `changes` what.
    Change,
}

/// One thing in somebody's story.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StoryItem {
    /// On which day: of a step the day it happened by the venue's calendar, else by Hong Kong's.
    pub on: NaiveDate,
    /// When it was recorded, Hong Kong wall time; none where only a day is known.
    pub at: Option<NaiveDateTime>,
    /// What sort of thing.
    pub kind: StoryKind,
    /// A key of the words, by kind.
    pub code: String,
    /// What the words need.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
    /// Free text: what was written along.
    pub text: String,
    /// The event it is about.
    pub event: Option<EventId>,
    /// The event's title in the language; empty for none.
    pub event_title: String,
    /// When the event is.
    pub span: Option<ShownSpan>,
    /// The visit it is about.
    pub visit: Option<VisitId>,
    /// How it became known.
    pub source: Option<Source>,
    /// Who recorded it; empty if not said.
    pub actor: String,
    /// Number of the change in the history, to be taken back by `history.revert`.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
    /// Whether a later change took it back.
    pub undone: bool,
    /// Field by field, of a change.
    pub changes: Vec<FieldChange>,
}
