//! Who changed what, when, from what to what.

use serde::{Deserialize, Serialize};

use super::{ChangeLabel, RecordKey};

/// Asks for changes, newest first.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ListHistory {
    /// Only those that touched this record.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub record: Option<RecordKey>,
    /// Only those before this one.
    #[cfg_attr(feature = "bindings", ts(optional = nullable, type = "number"))]
    pub before: Option<i64>,
    /// At most so many; 0 means 100.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub limit: u32,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HistoryEntry {
    /// What it was.
    pub label: ChangeLabel,
    /// Who made it; empty if not said.
    pub actor: String,
    /// When, Hong Kong wall time.
    pub at: chrono::NaiveDateTime,
    /// The change it took back.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub undoes: Option<i64>,
    /// Whether a later change took it back.
    pub undone: bool,
    /// Record by record.
    pub records: Vec<RecordChange>,
}

/// What a change did to one record.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RecordChange {
    /// The record.
    pub key: RecordKey,
    /// What it is called now, else what it was called.
    pub title: String,
    /// `insert`, `update` or `delete`.
    pub action: String,
    /// Field by field.
    pub fields: Vec<FieldChange>,
}

/// What a change did to one field. Values are as stored, ids replaced by names.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FieldChange {
    /// The field, a key of the words.
    pub field: String,
    /// Before; null if there was nothing.
    #[cfg_attr(feature = "bindings", ts(type = "unknown"))]
    pub from: serde_json::Value,
    /// After; null if there is nothing.
    #[cfg_attr(feature = "bindings", ts(type = "unknown"))]
    pub to: serde_json::Value,
}

/// Names a change.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangeKey {
    /// Number of the change.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub change: i64,
}
