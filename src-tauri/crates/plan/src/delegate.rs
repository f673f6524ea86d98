//! A member of a travelling team.

use serde::{Deserialize, Serialize};

use crate::DelegateId;

/// A delegate. Names are kept in parts so that none is ever turned round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Delegate {
    /// Key.
    pub id: DelegateId,
    /// Family name in Latin letters.
    pub family: String,
    /// Given name in Latin letters.
    pub given: String,
    /// Whole name in Chinese characters, family name first.
    pub chinese: String,
    /// In what role they travel.
    pub role: DelegateRole,
    /// The body they belong to, in free text.
    pub organisation: String,
    /// Their post, in free text.
    pub post: String,
    /// Team label for grouping: `A`, `Talent`, …
    pub team: String,
    /// Free text.
    pub notes: String,
}

/// In what role a delegate travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DelegateRole {
    /// Staff of the office.
    #[default]
    Staff,
    /// An official.
    Official,
    /// An employer along for recruitment.
    Employer,
    /// An interpreter.
    Interpreter,
}

impl Delegate {
    /// The name as printed in Latin letters, family name first in capitals: `CHAN Tai-man`; the Chinese name
    /// where no Latin one is known.
    pub fn full_name(&self) -> String {
        let latin = format!("{} {}", self.family.to_uppercase(), self.given);
        let latin = latin.trim();
        if latin.is_empty() {
            self.chinese.clone()
        } else {
            latin.to_owned()
        }
    }
}
