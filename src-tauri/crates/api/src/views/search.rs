//! One search over everything.

use outreach_plan::Language;
use serde::{Deserialize, Serialize};

use super::{RecordKey, ShownSpan};

/// Searches everything.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FindEverything {
    /// What was typed, one character or more, in any script.
    pub text: String,
    /// At most so many, 1 to 100.
    pub limit: u32,
    /// The language of names in the answer.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// A record that was found; best first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Hit {
    /// The record.
    pub key: RecordKey,
    /// Its name.
    pub title: String,
    /// What tells it from its namesakes: place, mission, organisation.
    pub detail: String,
    /// When, if it has a time.
    pub span: Option<ShownSpan>,
}
