//! A list of people by query.

use serde::{Deserialize, Serialize};

use crate::SavedListId;

/// People who fit a query, whoever they are at the moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SavedList {
    /// Key.
    pub id: SavedListId,
    /// What it is called.
    pub name: String,
    /// The query, as typed into the search of people.
    pub query: String,
    /// Free text.
    pub notes: String,
}
