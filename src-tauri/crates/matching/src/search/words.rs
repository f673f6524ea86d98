//! The words of an entry, each with its best field.

use crate::fold::{self, is_han, is_unspaced};
use crate::names::surname_length;
use crate::tables::{CANTONESE, MANDARIN, SURNAMES};
use crate::{Entry, Field};

/// Words of one entry.
#[derive(Debug, Default)]
pub(super) struct Words {
    text: String,
    found: Vec<(usize, usize, Field)>,
    order: u64,
}

/// Free text is indexed up to so many characters a piece; a pasted book would only slow the search.
const LONGEST: usize = 4000;

impl Words {
    /// The words of an entry.
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        let mut words = Self::default();
        words.latin_name(entry.family, Field::Family);
        words.latin_name(entry.given, Field::Given);
        words.chinese_name(entry.chinese);
        if words.order == 0 {
            let name = fold::all(entry.preferred);
            words.begin(&name);
        }
        words.all(entry.preferred, Field::Preferred);
        for (texts, field) in [
            (entry.organisation, Field::Organisation),
            (entry.emails, Field::Email),
            (entry.tags, Field::Tag),
            (entry.other, Field::Other),
        ] {
            texts.iter().for_each(|text| words.all(text, field));
        }
        let text = &words.text;
        let word = |at: &(usize, usize, Field)| &text[at.0..at.1];
        words
            .found
            .sort_unstable_by(|a, b| word(a).cmp(word(b)).then(a.2.cmp(&b.2)));
        words.found.dedup_by(|later, first| word(later) == word(first));
        words
    }

    /// Each word once, with the best field it stands in.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Field)> {
        self.found
            .iter()
            .map(|(from, to, field)| (&self.text[*from..*to], *field))
    }

    /// The first letters of the name as a number, for order.
    pub(super) fn order(&self) -> u64 {
        self.order
    }

    fn begin(&mut self, name: &str) {
        if self.order == 0 {
            let mut first = [0; 8];
            for (place, byte) in first.iter_mut().zip(name.bytes()) {
                *place = byte;
            }
            self.order = u64::from_be_bytes(first);
        }
    }

    fn push(&mut self, word: &str, field: Field) {
        let from = self.text.len();
        self.text.push_str(word);
        self.found.push((from, self.text.len(), field));
    }

    fn all(&mut self, text: &str, field: Field) {
        if text.is_empty() {
            return;
        }
        let short = text
            .char_indices()
            .nth(LONGEST)
            .map_or(text, |(end, _)| &text[..end]);
        pieces(&fold::all(short), |piece| match piece {
            Piece::Word(word) => self.push(word, field),
            Piece::Run(run) => self.run(run, |_| field),
        });
    }

    /// Each character and each two neighbours of a run.
    fn run(&mut self, run: &str, field: impl Fn(usize) -> Field) {
        let ends: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
        for place in 0..ends.len() - 1 {
            self.push(&run[ends[place]..ends[place + 1]], field(place));
            if place + 2 < ends.len() {
                self.push(&run[ends[place]..ends[place + 2]], field(place));
            }
        }
    }

    fn latin_name(&mut self, name: &str, field: Field) {
        if name.is_empty() {
            return;
        }
        let folded = fold::all(name);
        self.begin(&folded);
        let mut parts = 0;
        pieces(&folded, |piece| match piece {
            Piece::Word(word) => {
                parts += 1;
                self.push(word, field);
                if field == Field::Given {
                    self.syllables(word);
                }
            }
            Piece::Run(run) => self.run(run, |_| field),
        });
        if parts > 1 {
            self.push(&folded.replace(' ', ""), field);
        }
    }

    /// `dawen` is found by `wen`, too.
    fn syllables(&mut self, word: &str) {
        if !(4..=12).contains(&word.len()) || !word.is_ascii() {
            return;
        }
        for middle in 1..word.len() {
            let (one, other) = word.split_at(middle);
            if crate::tables::is_syllable(one) && crate::tables::is_syllable(other) {
                self.push(other, Field::Romanised);
            }
        }
    }

    fn chinese_name(&mut self, name: &str) {
        if name.is_empty() {
            return;
        }
        let folded = fold::all(name);
        let chars: Vec<char> = folded.chars().filter(|c| is_han(*c)).collect();
        let family = surname_length(&chars);
        pieces(&folded, |piece| match piece {
            Piece::Word(word) => self.push(word, Field::Given),
            Piece::Run(run) => {
                self.run(run, |place| {
                    if place < family {
                        Field::Family
                    } else {
                        Field::Given
                    }
                });
            }
        });
        if (2..=6).contains(&chars.len()) {
            let read = crate::romanise::cantonese(&folded).to_lowercase();
            self.begin(&read);
            self.readings(&chars, family);
        }
    }

    /// As it is read in Hong Kong and on the Mainland.
    fn readings(&mut self, chars: &[char], family: usize) {
        let simple: String = chars[..family].iter().collect();
        let surname = SURNAMES.get(&simple);
        if let Some(surname) = surname {
            let spelt = surname
                .hong_kong
                .iter()
                .chain(&surname.mandarin)
                .chain(&surname.elsewhere);
            for spelt in spelt {
                spelt
                    .split(' ')
                    .for_each(|word| self.push(word, Field::Romanised));
                if spelt.contains(' ') {
                    self.push(&spelt.replace(' ', ""), Field::Romanised);
                }
            }
        }
        let given = if surname.is_some() {
            &chars[family..]
        } else {
            chars
        };
        let (mut mandarin, mut cantonese) = (String::new(), String::new());
        for c in given {
            if let Some(syllable) = MANDARIN.of(*c).next() {
                let spelt = &MANDARIN.spellings(syllable)[0];
                mandarin.push_str(spelt);
                self.push(spelt, Field::Romanised);
            }
            if let Some(syllable) = CANTONESE.of(*c).next() {
                let spelt = CANTONESE.spellings(syllable);
                cantonese.push_str(&spelt[0]);
                for spelt in spelt.iter().take(3) {
                    self.push(spelt, Field::Romanised);
                }
            }
        }
        self.push(&mandarin, Field::Romanised);
        self.push(&cantonese, Field::Romanised);
    }
}

/// A part of a folded text.
pub(super) enum Piece<'a> {
    /// A word of a script with blanks between words.
    Word(&'a str),
    /// Characters of a script without.
    Run(&'a str),
}

/// The words and runs of a folded text.
pub(super) fn pieces<'a>(folded: &'a str, mut found: impl FnMut(Piece<'a>)) {
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if word.is_ascii() {
            found(Piece::Word(word));
            continue;
        }
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let kind = is_unspaced(first);
            let end = rest.find(|c| is_unspaced(c) != kind).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            found(if kind {
                Piece::Run(piece)
            } else {
                Piece::Word(piece)
            });
            rest = after;
        }
    }
}
