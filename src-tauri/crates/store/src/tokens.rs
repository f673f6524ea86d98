//! Text into the tokens of the search index, the same way for what is stored and for what is asked.
//!
//! Words of alphabetic scripts are folded: compatibility forms and marks removed, lower case. Chinese and
//! Japanese have no spaces, so each character is a token and so is each pair of neighbours: a query of one
//! character finds, and one of two does not drown in texts that merely hold both. The index grows by a half
//! for it. FTS5's own tokenizers do neither (`trigram` drops short queries, `unicode61` makes one token of a
//! run).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest token kept, in characters; what follows is cut off.
const LONGEST: usize = 64;

/// A token of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A folded word; may be the beginning of the one that is meant.
    Word(String),
    /// One or two characters of a script without spaces.
    Chars(String),
}

/// The tokens of a text to be stored, with spaces between.
pub(crate) fn stored(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for run in runs(text) {
        match run {
            Run::Word(word) => push(&mut out, &word),
            Run::Chars(chars) => {
                for (at, one) in chars.iter().enumerate() {
                    push(&mut out, one.encode_utf8(&mut [0; 4]));
                    if let Some(next) = chars.get(at + 1) {
                        push(&mut out, &[*one, *next].iter().collect::<String>());
                    }
                }
            }
        }
    }
    out
}

/// The tokens of a query: pairs where there are pairs, a single character only where it stands alone.
pub(crate) fn asked(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for run in runs(text) {
        match run {
            Run::Word(word) => tokens.push(Token::Word(word)),
            Run::Chars(chars) if chars.len() == 1 => tokens.push(Token::Chars(chars[0].to_string())),
            Run::Chars(chars) => {
                tokens.extend(chars.windows(2).map(|pair| Token::Chars(pair.iter().collect())));
            }
        }
    }
    tokens
}

fn push(out: &mut String, token: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(token);
}

enum Run {
    Word(String),
    Chars(Vec<char>),
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let (mut word, mut chars) = (String::new(), Vec::new());
    let mut length = 0;
    let folded = text
        .nfkd()
        .filter(|one| !is_combining_mark(*one))
        .flat_map(char::to_lowercase);
    for one in folded {
        let spaceless = is_spaceless(one);
        if (spaceless || !one.is_alphanumeric()) && !word.is_empty() {
            runs.push(Run::Word(std::mem::take(&mut word)));
            length = 0;
        }
        if !spaceless && !chars.is_empty() {
            runs.push(Run::Chars(std::mem::take(&mut chars)));
        }
        if spaceless {
            chars.push(one);
        } else if one.is_alphanumeric() {
            if length < LONGEST {
                fold_letter(one, &mut word);
            }
            length += 1;
        }
    }
    if !word.is_empty() {
        runs.push(Run::Word(word));
    }
    if !chars.is_empty() {
        runs.push(Run::Chars(chars));
    }
    runs
}

/// Letters that Unicode does not decompose but people type without their stroke.
fn fold_letter(letter: char, word: &mut String) {
    match letter {
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'ø' => word.push('o'),
        'đ' | 'ð' => word.push('d'),
        'ł' => word.push('l'),
        'ı' => word.push('i'),
        'þ' => word.push_str("th"),
        other => word.push(other),
    }
}

/// Chinese characters and Japanese syllables.
fn is_spaceless(one: char) -> bool {
    matches!(u32::from(one),
        0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF
        | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str) -> Token {
        Token::Word(word.to_owned())
    }

    fn chars(chars: &str) -> Token {
        Token::Chars(chars.to_owned())
    }

    #[test]
    fn marks_width_and_case_do_not_matter() {
        assert_eq!(
            asked("ＺÜRICH Łódź straße"),
            [word("zurich"), word("lodz"), word("strasse")]
        );
    }

    #[test]
    fn a_chinese_run_gives_characters_and_pairs() {
        assert_eq!(stored("香港Talent會"), "香 香港 港 talent 會");
        assert_eq!(asked("香港人"), [chars("香港"), chars("港人")]);
        assert_eq!(asked("港"), [chars("港")]);
    }

    #[test]
    fn nothing_but_signs_gives_no_token() {
        assert!(asked(" \"*:^()-{}' \u{0}\r\n🎉").is_empty());
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(asked(&"a".repeat(10_000)), [word(&"a".repeat(LONGEST))]);
    }
}
