//! Asking the index.

use super::vocabulary::{Posting, field_of, slot_of};
use super::words::{Piece, pieces};
use super::{Found, Index};
use crate::Field;
use crate::fold;

/// A word of a query.
#[derive(Clone, Debug)]
enum Term {
    /// The beginning of a word.
    Start(String),
    /// One character, or two neighbours, of a script without blanks.
    Exact(String),
    /// A run of digits, in a telephone number or at the beginning of a word.
    Digits(String),
}

/// Rank by how the word was found; the field comes on top. Errors come after all that is as written.
const WHOLE_WORD: u16 = 0;
const BEGINNING: u16 = 4;
const ONE_ERROR: u16 = 16;
const TWO_ERRORS: u16 = 24;
const NOBODY: u16 = u16::MAX;

/// Words of a query that are looked at; more than anybody types.
const MOST_TERMS: usize = 16;
const LONGEST_QUERY: usize = 400;

fn terms(query: &str) -> Vec<Term> {
    let short = query
        .char_indices()
        .nth(LONGEST_QUERY)
        .map_or(query, |(end, _)| &query[..end]);
    let plain = fold::plain(short);
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let like_a_number = plain.chars().all(|c| c.is_ascii_digit() || "+()-./ ".contains(c));
    if like_a_number && digits.len() >= 3 {
        return vec![Term::Digits(digits)];
    }
    let mut terms = Vec::new();
    let folded = fold::all(short);
    pieces(&folded, |piece| match piece {
        Piece::Word(word) if word.len() >= 3 && word.bytes().all(|b| b.is_ascii_digit()) => {
            terms.push(Term::Digits(word.to_owned()));
        }
        Piece::Word(word) => terms.push(Term::Start(word.to_owned())),
        Piece::Run(run) => {
            let ends: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
            if ends.len() == 2 {
                terms.push(Term::Exact(run.to_owned()));
            }
            terms.extend(
                ends.windows(3)
                    .map(|two| Term::Exact(run[two[0]..two[2]].to_owned())),
            );
        }
    });
    terms.truncate(MOST_TERMS);
    terms
}

/// For each slot: the sum of the terms' ranks, and the best field with its rank; `NOBODY` if a term is missing.
struct Tally {
    sum: Vec<u16>,
    best: Vec<u16>,
}

impl Index {
    /// The best `limit` people in whom every word of the query is found, best first; words may be unfinished.
    /// Typing errors in Latin words are forgiven if there is room after those found as written. A blank query
    /// finds nobody.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found> {
        let terms = terms(query);
        if terms.is_empty() || limit == 0 {
            return Vec::new();
        }
        let found = self.best_of(&self.tally(&terms, false), limit);
        if found.len() >= limit || !terms.iter().any(|term| errors_forgiven(term) > 0) {
            return found;
        }
        self.best_of(&self.tally(&terms, true), limit)
    }

    /// The keys of all people in whom every word of the query is found, in the order of the keys. Typing errors
    /// are forgiven only if nobody is found as written.
    pub fn find_keys(&self, query: &str) -> Vec<u128> {
        let terms = terms(query);
        if terms.is_empty() {
            return Vec::new();
        }
        let keys = |tally: &Tally| -> Vec<u128> {
            let mut keys: Vec<u128> = self.standing(tally).map(|slot| self.slots[slot].key).collect();
            keys.sort_unstable();
            keys
        };
        let found = keys(&self.tally(&terms, false));
        if found.is_empty() && terms.iter().any(|term| errors_forgiven(term) > 0) {
            return keys(&self.tally(&terms, true));
        }
        found
    }

    fn standing(&self, tally: &Tally) -> impl Iterator<Item = usize> {
        let standing = tally.sum.iter().enumerate().filter(|(_, sum)| **sum != NOBODY);
        standing
            .map(|(slot, _)| slot)
            .filter(|slot| self.slots[*slot].alive)
    }

    fn tally(&self, terms: &[Term], forgiving: bool) -> Tally {
        let count = self.slots.len();
        let mut tally = Tally {
            sum: vec![0; count],
            best: vec![NOBODY; count],
        };
        let mut marks = vec![NOBODY; count];
        for term in terms {
            marks.fill(NOBODY);
            self.mark(term, forgiving, &mut marks);
            for ((sum, best), mark) in tally.sum.iter_mut().zip(&mut tally.best).zip(&marks) {
                *sum = if *mark == NOBODY {
                    NOBODY
                } else {
                    sum.saturating_add(*mark >> 4)
                };
                *best = (*best).min(*mark);
            }
        }
        tally
    }

    /// Marks each slot with the best `rank << 4 | field` of one term.
    fn mark(&self, term: &Term, forgiving: bool, marks: &mut [u16]) {
        let mut all = |postings: &[Posting], base: u16| {
            for posting in postings {
                let field = field_of(*posting);
                let mark = &mut marks[slot_of(*posting)];
                *mark = (*mark).min((base + field) << 4 | field);
            }
        };
        match term {
            Term::Exact(text) => all(self.vocabulary.exactly(text), WHOLE_WORD),
            Term::Start(text) => {
                let mut letters = text.chars();
                if let (Some(only), None) = (letters.next(), letters.next()) {
                    all(self.vocabulary.initial(only), BEGINNING);
                } else {
                    self.vocabulary
                        .longer(text)
                        .for_each(|postings| all(postings, BEGINNING));
                }
                all(self.vocabulary.exactly(text), WHOLE_WORD);
                let most = errors_forgiven(term);
                if forgiving && most > 0 {
                    for (errors, postings) in self.vocabulary.nearly(text, most) {
                        all(postings, if errors == 1 { ONE_ERROR } else { TWO_ERRORS });
                    }
                }
            }
            Term::Digits(run) => {
                all(self.vocabulary.exactly(run), WHOLE_WORD);
                self.vocabulary
                    .longer(run)
                    .for_each(|postings| all(postings, BEGINNING));
                let field = Field::Telephone as u16;
                let mut found = |slot: usize, how: u16| {
                    marks[slot] = marks[slot].min(how << 4 | field);
                };
                self.digits.find(run, &mut found);
                // Dialled from inside the country or from abroad: 020 7946 …, 00852 …
                let bare = run.trim_start_matches('0');
                if bare.len() < run.len() && bare.len() >= 3 {
                    self.digits.find(bare, found);
                }
            }
        }
    }

    fn best_of(&self, tally: &Tally, limit: usize) -> Vec<Found> {
        // Ranks are small: counting them tells which are worth ordering.
        let mut counts = [0usize; 512];
        for slot in self.standing(tally) {
            counts[usize::from(tally.sum[slot]).min(511)] += 1;
        }
        let mut room = limit;
        let worst = counts.iter().position(|count| {
            room = room.saturating_sub(*count);
            room == 0
        });
        let worst = worst.unwrap_or(511);
        let mut kept: Vec<(u16, u64, u128, usize)> = self
            .standing(tally)
            .filter(|slot| usize::from(tally.sum[*slot]).min(511) <= worst)
            .map(|slot| {
                (
                    tally.sum[slot],
                    self.slots[slot].order,
                    self.slots[slot].key,
                    slot,
                )
            })
            .collect();
        if kept.len() > limit {
            kept.select_nth_unstable(limit);
            kept.truncate(limit);
        }
        kept.sort_unstable();
        kept.into_iter()
            .map(|(rank, _, key, slot)| Found {
                key,
                rank,
                field: field(tally.best[slot] & 15),
            })
            .collect()
    }
}

/// How many errors a word may have: one from four letters on, two from eight.
fn errors_forgiven(term: &Term) -> u32 {
    match term {
        Term::Start(text) if text.bytes().all(|b| b.is_ascii_alphabetic()) => match text.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        },
        Term::Start(_) | Term::Exact(_) | Term::Digits(_) => 0,
    }
}

fn field(number: u16) -> Field {
    const ALL: [Field; 9] = [
        Field::Family,
        Field::Given,
        Field::Preferred,
        Field::Romanised,
        Field::Organisation,
        Field::Email,
        Field::Telephone,
        Field::Tag,
        Field::Other,
    ];
    ALL[usize::from(number).min(ALL.len() - 1)]
}
