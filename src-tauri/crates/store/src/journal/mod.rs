//! The journal: what changed, who did it, when, and how to take it back.
//!
//! Every write of records is one row in `change` and one row in `op` for each record it touched, committed
//! with the records themselves. Undo, history, the answer to "who changed this" and the proof that the tables
//! are what the changes made of them all read these two tables. Nothing is ever deleted from them, so a file
//! grows with its history; a field edit costs a few hundred bytes.

pub(crate) mod fold;
pub(crate) mod history;
pub(crate) mod ops;
mod revert;
pub(crate) mod state;
pub(crate) mod undo;

use serde_json::Value;
use uuid::Uuid;

/// `op.id` is `change` × 2^24 + `n`: ops lie in the order of their changes without an index of their own.
pub(crate) const V1: &str = r#"
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    params TEXT NOT NULL,
    actor TEXT NOT NULL,
    device TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    seen TEXT NOT NULL,
    at INTEGER NOT NULL,
    undoes INTEGER REFERENCES change (seq),
    redoes INTEGER REFERENCES change (seq),
    reverts INTEGER REFERENCES change (seq)
) STRICT;
CREATE INDEX change_by_undoes ON change (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_by_redoes ON change (redoes) WHERE redoes IS NOT NULL;
CREATE TABLE op (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (seq),
    n INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    record TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    fields TEXT NOT NULL
) STRICT;
CREATE INDEX op_by_record ON op (record);
"#;

/// Ops of change `seq` have keys from here up to [`first_op`] of the next.
pub(crate) const fn first_op(seq: i64) -> i64 {
    seq << 24
}

/// What is said about a change when it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeMeta {
    /// A key that the window has words for, such as `event.move`.
    pub label: String,
    /// What the words need: names, counts. Journalled as given.
    pub params: Value,
    /// Who does it.
    pub actor: String,
}

impl ChangeMeta {
    /// A change without parameters.
    pub fn new(label: impl Into<String>, actor: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            params: Value::Object(serde_json::Map::new()),
            actor: actor.into(),
        }
    }

    /// The same with parameters.
    #[must_use]
    pub fn with(mut self, params: Value) -> Self {
        self.params = params;
        self
    }
}

/// What a change did to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Made it.
    Insert,
    /// Changed fields of it.
    Update,
    /// Took it away.
    Delete,
}

impl Action {
    /// The word in the journal.
    pub fn key(self) -> &'static str {
        match self {
            Self::Insert => "insert",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }

    pub(crate) fn from_key(key: &str) -> Option<Self> {
        [Self::Insert, Self::Update, Self::Delete]
            .into_iter()
            .find(|action| action.key() == key)
    }
}

/// A record that a change touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its table.
    pub table: &'static str,
    /// Its key.
    pub record: Uuid,
    /// What became of it.
    pub action: Action,
}
