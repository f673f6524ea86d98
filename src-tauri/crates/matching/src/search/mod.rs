//! Search as you type over people.
//!
//! An inverted index in memory: every word of every entry, in order, each with where it stands. One-letter
//! beginnings have lists of their own, so that the first keystroke costs no more than the later ones. What is
//! taken out is only marked, and swept when there is much of it; the answers never know.

mod digits;
mod query;
mod typo;
mod vocabulary;
mod words;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{Entry, Field};
use digits::Digits;
use vocabulary::Vocabulary;
use words::Words;

/// People by every word they may be looked for.
#[derive(Debug, Default)]
pub struct Index {
    slots: Vec<Slot>,
    by_key: FxHashMap<u128, u32>,
    vocabulary: Vocabulary,
    digits: Digits,
}

/// Entries whose words are read at a time.
const SHARE: usize = 1024;

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

#[derive(Clone, Copy, Debug)]
struct Slot {
    key: u128,
    /// The beginning of the name, for order among equals.
    order: u64,
    alive: bool,
}

impl Index {
    /// An empty index.
    pub fn new() -> Self {
        Self::default()
    }

    /// An index of all entries; of two with one key the later counts.
    pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let mut index = Self::new();
        index.take_in_all(entries);
        index.vocabulary.settle();
        index
    }

    /// Takes an entry in, in the place of an earlier one with the same key.
    pub fn put(&mut self, entry: &Entry<'_>) {
        self.put_all([*entry]);
    }

    /// Takes entries in, each in the place of an earlier one with the same key. All processors read them, so that
    /// many at once take less time than one after the other.
    pub fn put_all<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) {
        self.take_in_all(entries);
        self.vocabulary.tidy();
    }

    fn take_in_all<'a>(&mut self, entries: impl IntoIterator<Item = Entry<'a>>) {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        for share in entries.chunks(SHARE) {
            let read: Vec<Words> = share.par_iter().with_min_len(16).map(Words::of).collect();
            for (entry, words) in share.iter().zip(read) {
                self.take_in(entry, &words);
            }
        }
    }

    fn take_in(&mut self, entry: &Entry<'_>, words: &Words) {
        self.remove(entry.key);
        let slot = u32::try_from(self.slots.len()).expect("an index holds fewer than 2^28 entries");
        self.slots.push(Slot {
            key: entry.key,
            order: words.order(),
            alive: true,
        });
        self.by_key.insert(entry.key, slot);
        for (word, field) in words.iter() {
            self.vocabulary.post(word, slot, field);
        }
        self.digits.put(entry.telephones);
    }

    /// Takes an entry out; nothing happens if there is none with this key.
    pub fn remove(&mut self, key: u128) {
        if let Some(slot) = self.by_key.remove(&key) {
            self.slots[slot as usize].alive = false;
            let dead = self.slots.len() - self.by_key.len();
            if dead > 1024 && dead > self.by_key.len() {
                self.sweep();
            }
        }
    }

    /// How many entries it holds.
    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets what was taken out.
    fn sweep(&mut self) {
        let mut next = 0;
        let moved: Vec<u32> = self
            .slots
            .iter()
            .map(|slot| {
                let place = if slot.alive { next } else { u32::MAX };
                next += u32::from(slot.alive);
                place
            })
            .collect();
        self.slots.retain(|slot| slot.alive);
        for (slot, place) in self.slots.iter().zip(0..) {
            self.by_key.insert(slot.key, place);
        }
        self.vocabulary.sweep(&moved);
        self.digits.sweep(&moved);
    }
}

#[cfg(test)]
mod tests;
