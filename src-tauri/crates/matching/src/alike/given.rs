//! What the given names of two entries say.

use std::ops::Deref;

use super::counts::Counts;
use super::latin::{chinese_like, errors, foreign, same_characters, same_syllable, skeleton};
use super::name::same;
use crate::tables::{familiar, is_english};

/// How two given names stand to one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Given {
    Same,
    Nickname,
    Error,
    Spelling,
    Part,
    Initials,
    /// One is not told.
    Unknown,
    /// One is Western, the other Chinese: two names of one person, or two of a family.
    Foreign,
    Other,
}

/// The words of a name, eight at most.
struct Words<'a> {
    words: [&'a str; 8],
    count: usize,
}

impl<'a> Words<'a> {
    fn of(name: &'a str) -> Self {
        let mut words = [""; 8];
        let mut count = 0;
        for (place, word) in words.iter_mut().zip(name.split(' ')) {
            *place = word;
            count += 1;
        }
        Self { words, count }
    }
}

impl<'a> Deref for Words<'a> {
    type Target = [&'a str];

    fn deref(&self) -> &[&'a str] {
        &self.words[..self.count]
    }
}

/// Compares two given names (folded words); `kind` tells whether one is Western.
pub(super) fn given(
    one: &str,
    other: &str,
    preferred: (&str, &str),
    kind: &dyn Fn(&str) -> bool,
    counts: &Counts,
) -> Given {
    if same(one, other) {
        return if one.is_empty() {
            Given::Unknown
        } else {
            Given::Same
        };
    }
    if one.is_empty() || other.is_empty() {
        return Given::Unknown;
    }
    let called =
        |preferred: &str, name: &str| !preferred.is_empty() && name.split(' ').any(|word| word == preferred);
    if called(preferred.0, other) || called(preferred.1, one) {
        return Given::Nickname;
    }
    let (x, y) = (Words::of(one), Words::of(other));
    if familiar(x[0], y[0]) && (x.len() == 1 || y.len() == 1 || x[1..] == y[1..]) {
        return Given::Nickname;
    }
    if initials(&x, &y) || initials(&y, &x) {
        return Given::Initials;
    }
    if part(&x, &y) || part(&y, &x) {
        return Given::Part;
    }
    let western = (kind(one), kind(other));
    if western.0 != western.1 && errors(&x.concat(), &y.concat()) > 2 {
        // What both are called by says it of Ken Chan and Chan Tai Man.
        if !preferred.0.is_empty() && preferred.0 == preferred.1 {
            return Given::Nickname;
        }
        return Given::Foreign;
    }
    spelling(&x, &y, western.0 || western.1, counts)
}

/// Whether some words of a given name are left out: a second Western name, or the Western one of two; but Man is
/// another name than Tai Man.
fn part(few: &[&str], many: &[&str]) -> bool {
    let left_out = || many.iter().filter(|word| !few.contains(word));
    few.len() < many.len()
        && few.iter().all(|word| many.contains(word))
        && (few.iter().any(|word| foreign(word)) || left_out().all(|word| word.len() == 1 || foreign(word)))
}

fn initials(short: &[&str], long: &[&str]) -> bool {
    let lone = short.iter().any(|word| word.len() == 1);
    let each = short.len() <= long.len()
        && short
            .iter()
            .zip(long)
            .all(|(s, l)| s == l || s.len() == 1 && l.starts_with(s));
    // "TM" for "Tai Man"
    let run = short.len() == 1
        && long.len() > 1
        && short[0].len() == long.len()
        && short[0].chars().zip(long).all(|(c, word)| word.starts_with(c));
    lone && each || run
}

/// Whether both may be readings of the same characters, one in Cantonese and one in Mandarin.
pub(super) fn dialects(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.replace(' ', "");
    !foreign(one) && !foreign(other) && same_characters(&bare(one), &bare(other), 3)
}

fn spelling(x: &[&str], y: &[&str], western: bool, counts: &Counts) -> Given {
    let (one, other) = (x.concat(), y.concat());
    let far = errors(&one, &other);
    let short = one.len().min(other.len());
    let near = far == 1 && short >= 3 || far == 2 && short >= 6;
    if x.len() == y.len() {
        let differing: Vec<(&str, &str)> = x
            .iter()
            .zip(y)
            .filter(|(a, b)| a != b)
            .map(|(a, b)| (*a, *b))
            .collect();
        let syllables = |(a, b): &(&str, &str)| same_syllable(a, b);
        if differing.iter().all(syllables) && !differing.iter().any(|(a, b)| two_names(a, b, counts)) {
            return Given::Spelling;
        }
        if near {
            return if differing.iter().any(|(a, b)| two_names(a, b, counts)) {
                Given::Other
            } else {
                Given::Error
            };
        }
    } else if near && !two_names(&one, &other, counts) {
        return Given::Error;
    }
    let ends = one.as_bytes().last() == other.as_bytes().last();
    let alike = || skeleton(&one) == skeleton(&other) && skeleton(&one).len() >= 2;
    if western && ends && short >= 5 && alike() {
        return Given::Spelling;
    }
    Given::Other
}

/// Whether both words are names of their own (Yan and Yin, Paul and Paula), not one an error for the other.
fn two_names(one: &str, other: &str, counts: &Counts) -> bool {
    // An error is rarer by far than what it is an error for.
    let (x, y) = (counts.word(one), counts.word(other));
    let (few, many) = (x.min(y), x.max(y));
    let both_common = few >= 3.0 && few >= 0.02 * many;
    let both_known = if counts.telling() {
        chinese_like(one) && chinese_like(other) && errors(one, other) > 1
    } else {
        chinese_like(one) && chinese_like(other) || is_english(one) && is_english(other)
    };
    both_common || both_known
}
