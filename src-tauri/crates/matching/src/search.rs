//! Search as you type over people.

use crate::{Entry, Field};

/// People by every word they may be looked for.
#[derive(Debug, Default)]
pub struct Index {}

/// Somebody who was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The record's key.
    pub key: u128,
    /// How good the match is; 0 is best. Comparable within one answer only.
    pub rank: u16,
    /// Where the best of the words was found.
    pub field: Field,
}

impl Index {
    /// An empty index.
    pub fn new() -> Self {
        Self::default()
    }

    /// An index of all entries; of two with one key the later counts.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let mut index = Self::new();
        for entry in entries {
            index.put(&entry);
        }
        index
    }

    /// Takes an entry in, in the place of an earlier one with the same key.
    pub fn put(&mut self, _entry: &Entry<'_>) {}

    /// Takes an entry out; nothing happens if there is none with this key.
    pub fn remove(&mut self, _key: u128) {}

    /// How many entries it holds.
    pub fn len(&self) -> usize {
        0
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best `limit` people in whom every word of the query is found, best first; the last words may be
    /// unfinished. Typing errors in Latin words are forgiven if there is room after those found as written. A
    /// blank query finds nobody.
    pub fn find(&self, _query: &str, _limit: usize) -> Vec<Found> {
        Vec::new()
    }

    /// The keys of all people in whom every word of the query is found, in the order of the keys. Typing errors
    /// are forgiven only if nobody is found as written.
    pub fn find_keys(&self, _query: &str) -> Vec<u128> {
        Vec::new()
    }
}
