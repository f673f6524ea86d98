//! Whole names in one text taken apart: titles, Chinese characters, family and given name.
//!
//! The order of a name in Latin letters is told by a comma, by capitals, by the Chinese name beside it, by
//! particles, by family names and given names that are known; where all are silent it is a guess and is
//! said to be one. Chinese characters are never reordered, and a name of one word is not split at all.

mod known;

use outreach_matching::{names::split_chinese, romanise};

use super::honorifics;
use known::{is_common, is_family, is_family_of_two, is_given};

/// A name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) honorific: String,
    pub(crate) family: String,
    pub(crate) given: String,
    pub(crate) chinese: String,
    /// What stands in brackets or quotes: how they like to be called.
    pub(crate) preferred: String,
    /// Letters after the name: `JP`, `PhD`.
    pub(crate) after: String,
    /// `name_order_guessed` or `name_unsplit`.
    pub(crate) warning: Option<&'static str>,
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Particles before a family name: with them it ends the name.
const PARTICLES: [&str; 26] = [
    "van", "von", "der", "den", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le",
    "ter", "ten", "zu", "zum", "af", "al", "el", "bin", "binti", "ibn", "bint",
];
/// Between a name and a father's name: there is no family name.
const FATHERS: [&str; 8] = ["bin", "binti", "bt", "a/l", "a/p", "s/o", "d/o", "ibn"];

/// Takes a whole name apart.
///
/// `chinese` is the Chinese name from elsewhere, as evidence; empty where there is none.
pub(crate) fn split(text: &str, chinese: &str) -> Split {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (outside, inside) = without_brackets(&text);
    let mut split = Split::default();
    let (latin, han) = scripts(&outside);
    let (han, title) = honorifics::after_chinese(&han);
    han.clone_into(&mut split.chinese);
    title.clone_into(&mut split.honorific);
    let mut latin = latin;
    for bracket in inside {
        let (letters, characters) = scripts(&bracket);
        if split.chinese.is_empty() && !characters.is_empty() {
            split.chinese = characters;
        }
        if letters.is_empty() {
            continue;
        }
        if honorifics::is_honorific(&letters) {
            put_before(&mut split.honorific, &letters);
        } else if latin.is_empty() {
            latin = letters;
        } else if split.preferred.is_empty() {
            split.preferred = letters;
        }
    }
    let (title, name) = honorifics::before(&latin);
    put_before(&mut split.honorific, title);
    let chinese = if split.chinese.is_empty() {
        chinese
    } else {
        &split.chinese
    }
    .to_owned();
    order(name, &chinese, &mut split);
    split
}

fn put_before(honorific: &mut String, title: &str) {
    if !title.is_empty() && honorific.is_empty() {
        title.clone_into(honorific);
    }
}

/// The text outside brackets and double quotes, and the texts within.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::with_capacity(text.len()), Vec::new());
    let mut bracket: Option<(char, String)> = None;
    for c in text.chars() {
        match (&mut bracket, c) {
            (None, '(' | '（' | '[' | '【' | '"' | '“') => {
                let closing = match c {
                    '(' | '（' => ')',
                    '[' => ']',
                    '【' => '】',
                    _ => '"',
                };
                bracket = Some((closing, String::new()));
                outside.push(' ');
            }
            (Some((closing, within)), c)
                if c == *closing || (*closing == ')' && c == '）') || (*closing == '"' && c == '”') =>
            {
                inside.push(within.trim().to_owned());
                bracket = None;
            }
            (Some((_, within)), c) => within.push(c),
            (None, c) => outside.push(c),
        }
    }
    // A bracket that is never closed is part of the name.
    if let Some((_, within)) = bracket {
        outside.push_str(&within);
    }
    inside.retain(|within| !within.is_empty());
    (outside.trim().to_owned(), inside)
}

/// The part in Latin letters, and the part in Chinese characters without blanks.
fn scripts(text: &str) -> (String, String) {
    let mut latin = String::with_capacity(text.len());
    let mut han = String::new();
    for c in text.chars() {
        if is_han(c) || (c == '·' && !han.is_empty()) {
            han.push(c);
            latin.push(' ');
        } else {
            latin.push(c);
        }
    }
    let han = han.trim_end_matches('·').to_owned();
    let latin = latin.split_whitespace().collect::<Vec<_>>().join(" ");
    let latin = latin.trim_matches(|c: char| matches!(c, ',' | '/' | '-' | ' ' | '，' | '、' | '|'));
    (latin.to_owned(), han)
}

/// Finds out which part is the family name.
fn order(name: &str, chinese: &str, split: &mut Split) {
    let mut pieces: Vec<&str> = name
        .split([',', '，'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    while pieces.len() > 1
        && pieces
            .last()
            .is_some_and(|piece| honorifics::is_after(piece) || honorifics::is_honorific(piece))
    {
        let last = pieces.pop().unwrap_or_default();
        if honorifics::is_honorific(last) {
            put_before(&mut split.honorific, last);
        } else {
            let comma = if split.after.is_empty() { "" } else { ", " };
            split.after = format!("{last}{comma}{}", split.after);
        }
    }
    if let [family, given @ ..] = pieces.as_slice()
        && !given.is_empty()
    {
        let given = given.join(" ");
        let (title, given) = honorifics::before(&given);
        put_before(&mut split.honorific, title);
        (*family).clone_into(&mut split.family);
        given.clone_into(&mut split.given);
        return;
    }
    let mut words: Vec<&str> = pieces
        .first()
        .map(|piece| piece.split(' ').collect())
        .unwrap_or_default();
    while words.len() > 2 && words.last().is_some_and(|word| honorifics::is_after(word)) {
        let last = words.pop().unwrap_or_default();
        let gap = if split.after.is_empty() { "" } else { " " };
        split.after = format!("{last}{gap}{}", split.after);
    }
    let (family, warning) = match words.len() {
        0 => return,
        1 => {
            split.warning = chinese.is_empty().then_some("name_unsplit");
            words[0].clone_into(&mut split.family);
            return;
        }
        _ => family_of(&words, chinese),
    };
    split.warning = warning;
    split.family = words[family.clone()].join(" ");
    // "Peter CHAN Tai Man": what stands before the family name is what they are called by.
    if family.start > 0 && family.end < words.len() {
        split.given = words[family.end..].join(" ");
        let before = words[..family.start].join(" ");
        if split.preferred.is_empty() {
            split.preferred = before;
        } else {
            split.given = format!("{} {before}", split.given);
        }
    } else {
        split.given = [&words[..family.start], &words[family.end..]].concat().join(" ");
    }
}

type Range = std::ops::Range<usize>;

/// Which words are the family name, and what must be said of it.
fn family_of(words: &[&str], chinese: &str) -> (Range, Option<&'static str>) {
    let count = words.len();
    let small: Vec<String> = words
        .iter()
        .map(|word| word.to_lowercase().replace(['.', '\''], ""))
        .collect();
    let small: Vec<&str> = small.iter().map(String::as_str).collect();
    if let Some(range) = capitals(words) {
        return (range, None);
    }
    if small[1..].iter().any(|word| FATHERS.contains(word)) {
        return (0..count, Some("name_unsplit"));
    }
    let first = if count > 2 && is_family_of_two(small[0], small[1]) {
        2
    } else {
        1
    };
    let last = if count > 2 && is_family_of_two(small[count - 2], small[count - 1]) {
        count - 2
    } else {
        count - 1
    };
    if let Some(range) = beside_chinese(&small, first, last, chinese) {
        return (range, None);
    }
    if let Some(at) = (1..count).find(|at| PARTICLES.contains(&small[*at])) {
        return (at..count, None);
    }
    let family = |at: usize, two: bool| two || is_family(small[at]);
    let (begins, ends) = (family(0, first == 2), family(count - 1, last == count - 2));
    let given = |at: usize| is_given(small[at]);
    match (begins, ends) {
        // Given names that are family names too ("May Lee") go by the other end.
        _ if given(0) && !given(count - 1) => (last..count, None),
        _ if given(count - 1) && !given(0) && begins => (0..first, None),
        (true, false) => (0..first, None),
        (false, true) => (last..count, None),
        (true, true) if is_common(small[0]) && !is_common(small[count - 1]) => (0..first, None),
        (true, true) if is_common(small[count - 1]) && !is_common(small[0]) => (last..count, None),
        // Three words that can all be Chinese: Hong Kong puts the family name first.
        (true, true) => (0..first, Some("name_order_guessed")),
        (false, false) => (last..count, Some("name_order_guessed")),
    }
}

/// "CHAN Tai Man", "Tai Man CHAN", "Peter CHAN Tai Man": the family name stands in capitals.
fn capitals(words: &[&str]) -> Option<Range> {
    let capital = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 1 && !word.chars().any(char::is_lowercase)
    };
    let from = words.iter().position(|word| capital(word))?;
    let length = words[from..].iter().take_while(|word| capital(word)).count();
    let alone = !words[from + length..].iter().any(|word| capital(word));
    let others = words
        .iter()
        .enumerate()
        .any(|(at, word)| !(from..from + length).contains(&at) && word.chars().any(char::is_lowercase));
    (alone && others).then(|| from..from + length)
}

/// The end that sounds like the family name in Chinese characters.
fn beside_chinese(small: &[&str], first: usize, last: usize, chinese: &str) -> Option<Range> {
    let (family, _) = split_chinese(chinese)?;
    let fold = |text: &str| text.to_lowercase().replace([' ', '-'], "");
    let sounds = [romanise::cantonese(family), romanise::mandarin(family)].map(|sound| fold(&sound));
    let is = |words: &[&str]| {
        let word = fold(&words.concat());
        sounds.iter().any(|sound| !sound.is_empty() && *sound == word)
    };
    match (is(&small[..first]), is(&small[last..])) {
        (true, false) => Some(0..first),
        (false, true) => Some(last..small.len()),
        (true, true) | (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (String, String, String) {
        let split = split(text, "");
        (split.family, split.given, split.chinese)
    }

    #[test]
    fn the_family_name_is_found_by_comma_capitals_particles_and_what_is_known() {
        for (text, family, given, chinese) in [
            ("CHAN Tai Man", "CHAN", "Tai Man", ""),
            ("Tai Man CHAN", "CHAN", "Tai Man", ""),
            ("Chan, Tai Man Peter", "Chan", "Tai Man Peter", ""),
            ("Dr Chan, Tai Man Peter", "Chan", "Tai Man Peter", ""),
            ("CHAN, Tai Man, JP", "CHAN", "Tai Man", ""),
            ("Chan Tai Man", "Chan", "Tai Man", ""),
            ("Peter Chan", "Chan", "Peter", ""),
            ("Chan Peter", "Chan", "Peter", ""),
            ("Au Yeung Siu Ming", "Au Yeung", "Siu Ming", ""),
            ("Au-Yeung Siu Ming", "Au-Yeung", "Siu Ming", ""),
            ("Ludwig van Beethoven", "van Beethoven", "Ludwig", ""),
            ("María de la Cruz", "de la Cruz", "María", ""),
            ("Jean-Luc Dupont", "Dupont", "Jean-Luc", ""),
            ("陳大文", "", "", "陳大文"),
            ("陳 大文 先生", "", "", "陳大文"),
            ("歐陽小明", "", "", "歐陽小明"),
            ("Peter Chan 陳大文", "Chan", "Peter", "陳大文"),
            ("陳大文 (Peter Chan)", "Chan", "Peter", "陳大文"),
            ("陳大文 CHAN Tai Man", "CHAN", "Tai Man", "陳大文"),
        ] {
            assert_eq!(
                parts(text),
                (family.into(), given.into(), chinese.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_surrounds_a_name_is_told_from_it() {
        let peter = split("Prof Peter CHAN Tai Man, JP", "");
        assert_eq!(
            (
                peter.honorific.as_str(),
                peter.family.as_str(),
                peter.given.as_str(),
                peter.preferred.as_str(),
                peter.after.as_str()
            ),
            ("Prof", "CHAN", "Tai Man", "Peter", "JP")
        );
        assert_eq!(split("Chan Tai Man (Peter)", "").preferred, "Peter");
        assert_eq!(split("Robert \"Bob\" Smith", "").preferred, "Bob");
        assert_eq!(split("陳大文博士", "").honorific, "博士");
        assert_eq!(split("Ms Wong", "").honorific, "Ms");
    }

    #[test]
    fn a_guess_is_said_to_be_one_and_one_word_is_not_split() {
        assert_eq!(split("Chan Tai Lam", "").warning, Some("name_order_guessed"));
        assert_eq!(split("Zxcv Qwerty", "").warning, Some("name_order_guessed"));
        assert_eq!(split("Plato", "").warning, Some("name_unsplit"));
        assert_eq!(split("Ahmad bin Abdullah", "").family, "Ahmad bin Abdullah");
        assert_eq!(split("", ""), Split::default());
        assert_eq!(split(" , ", ""), Split::default());
    }

    #[test]
    fn the_chinese_name_tells_the_order_of_the_latin_one() {
        if romanise::cantonese("陳").is_empty() {
            return;
        }
        let split = split("Man Chan 陳文", "");
        assert_eq!((split.family.as_str(), split.given.as_str()), ("Chan", "Man"));
        assert_eq!(split.warning, None);
    }
}
