//! All words, each with the entries and fields it stands in.

use rustc_hash::FxHashMap;

use super::typo::Pattern;
use crate::Field;

/// `slot << 4 | field`, ascending by slot.
pub(super) type Posting = u32;

pub(super) fn slot_of(posting: Posting) -> usize {
    (posting >> 4) as usize
}

pub(super) fn field_of(posting: Posting) -> u16 {
    (posting & 15) as u16
}

#[derive(Debug)]
struct Word {
    text: Box<str>,
    postings: Vec<Posting>,
    /// Whether typing errors in it are forgiven.
    forgiving: bool,
}

#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    by_text: FxHashMap<Box<str>, u32>,
    /// The words in order, but for those that came last.
    sorted: Vec<u32>,
    fresh: Vec<u32>,
    /// The words that typing errors are forgiven in, each with the letters it has.
    forgiving: Vec<(u32, u32)>,
    /// Entries by the first letter of any of their words.
    by_initial: FxHashMap<char, Vec<Posting>>,
}

/// Words that came since the last sorting and are gone through one by one: so many, or this part of those in order,
/// lest a list of many that comes in pieces be put in order at each of them.
const FRESH: usize = 256;
const FRESH_PART: usize = 64;

impl Vocabulary {
    pub(super) fn post(&mut self, text: &str, slot: u32, field: Field) {
        let number = match self.by_text.get(text) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.words.len()).expect("there are fewer than 2^32 words");
                self.words.push(Word {
                    text: text.into(),
                    postings: Vec::new(),
                    forgiving: false,
                });
                self.by_text.insert(text.into(), number);
                self.fresh.push(number);
                number
            }
        };
        let word = &mut self.words[number as usize];
        if !word.forgiving && forgiving(text, field) {
            word.forgiving = true;
            self.forgiving.push((letters(text.as_bytes()), number));
        }
        let posting = slot << 4 | field as u32;
        word.postings.push(posting);
        if let Some(initial) = text.chars().next() {
            let list = self.by_initial.entry(initial).or_default();
            match list.last_mut() {
                Some(last) if *last >> 4 == slot => *last = posting.min(*last),
                _ => list.push(posting),
            }
        }
    }

    /// Puts all words in order.
    pub(super) fn settle(&mut self) {
        self.sorted.append(&mut self.fresh);
        let words = &self.words;
        self.sorted
            .sort_by(|a, b| words[*a as usize].text.cmp(&words[*b as usize].text));
    }

    /// Puts the words in order if enough came since it was done last. Called after a change, not at a query.
    pub(super) fn tidy(&mut self) {
        if self.fresh.len() > FRESH.max(self.sorted.len() / FRESH_PART) {
            self.settle();
        }
    }

    /// Where exactly this word stands.
    pub(super) fn exactly(&self, text: &str) -> &[Posting] {
        self.by_text
            .get(text)
            .map_or(&[], |number| &self.words[*number as usize].postings)
    }

    /// Entries with a word that begins with this letter; one posting each, with the best field.
    pub(super) fn initial(&self, letter: char) -> &[Posting] {
        self.by_initial.get(&letter).map_or(&[], Vec::as_slice)
    }

    /// Where words stand that begin so and are longer.
    pub(super) fn longer<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a [Posting]> {
        let from = self
            .sorted
            .partition_point(|word| &*self.words[*word as usize].text <= start);
        let sorted = self.sorted[from..].iter().map(|word| &self.words[*word as usize]);
        let fresh = self.fresh.iter().map(|word| &self.words[*word as usize]);
        sorted
            .take_while(move |word| word.text.starts_with(start))
            .chain(fresh.filter(move |word| word.text.len() > start.len() && word.text.starts_with(start)))
            .map(|word| &*word.postings)
    }

    /// Where words stand whose beginning is this one but for up to `most` typing errors, and how many.
    pub(super) fn nearly<'a>(
        &'a self,
        text: &'a str,
        most: u32,
    ) -> impl Iterator<Item = (u32, &'a [Posting])> {
        let pattern = Pattern::new(text.as_bytes());
        let wanted = letters(text.as_bytes());
        let least = text.len() - most as usize;
        self.forgiving.iter().filter_map(move |(letters, number)| {
            // A letter that is missing is an error.
            if (wanted & !letters).count_ones() > most {
                return None;
            }
            let word = &self.words[*number as usize];
            if word.text.len() < least {
                return None;
            }
            let errors = pattern.errors(word.text.as_bytes(), most)?;
            (errors > 0).then_some((errors, &*word.postings))
        })
    }

    pub(super) fn sweep(&mut self, moved: &[u32]) {
        let keep = |postings: &mut Vec<Posting>| {
            postings.retain_mut(|posting| {
                let place = moved[slot_of(*posting)];
                *posting = place << 4 | *posting & 15;
                place != u32::MAX
            });
            postings.shrink_to_fit();
        };
        for word in &mut self.words {
            keep(&mut word.postings);
        }
        self.by_initial.values_mut().for_each(keep);
        self.by_initial.retain(|_, postings| !postings.is_empty());
        self.words.retain(|word| !word.postings.is_empty());
        self.by_text = self.words.iter().map(|word| word.text.clone()).zip(0..).collect();
        let forgiving = self.words.iter().zip(0..).filter(|(word, _)| word.forgiving);
        self.forgiving = forgiving
            .map(|(word, number)| (letters(word.text.as_bytes()), number))
            .collect();
        self.sorted.clear();
        self.fresh = (0..).take(self.words.len()).collect();
        self.settle();
    }
}

/// Addresses are copied, not typed from memory; and of free text there is too much.
fn forgiving(text: &str, field: Field) -> bool {
    !matches!(field, Field::Email | Field::Telephone | Field::Other)
        && text.len() >= 3
        && text.bytes().all(|b| b.is_ascii_alphabetic())
}

fn letters(text: &[u8]) -> u32 {
    text.iter().fold(0, |bits, b| bits | 1 << (b & 31))
}
