//! What left the laptop about people.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{DisclosureId, PersonId};

/// One line of the export log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Disclosure {
    /// Key.
    pub id: DisclosureId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub actor: String,
    /// What was written.
    pub kind: DisclosureKind,
    /// The event it is about, as the title then was; empty for none.
    pub about: String,
    /// How many people it holds.
    pub count: u32,
    /// Who they are.
    pub people: Vec<PersonId>,
    /// For what, in the words of who wrote it.
    pub purpose: String,
    /// Where it was written to.
    pub path: String,
    /// BLAKE2b-256 of the file, hex: by which it is known again when somebody in it is erased.
    pub digest: String,
    /// Whether it was written as an encrypted pack.
    pub encrypted: bool,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DisclosureKind {
    /// A list of people, as a sheet.
    People,
    /// Contact cards.
    Cards,
    /// The invitees of an event, as a sheet.
    Invitees,
    /// Letters and e-mails.
    Letters,
    /// Name badges or table cards.
    Badges,
    /// The list for the door.
    DoorList,
    /// The booklet of a visit.
    VisitBooklet,
    /// Everything about one person.
    AccessReport,
}
