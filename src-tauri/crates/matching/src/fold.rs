//! Texts without what makes no difference: case, width, accents, Traditional or Simplified characters.

use unicode_normalization::{UnicodeNormalization, is_nfkc};

use crate::tables::SHAPES;

/// In Simplified characters; everything else as it is.
///
/// ```
/// assert_eq!(outreach_matching::fold::simplified("陳大文"), "陈大文");
/// ```
pub fn simplified(text: &str) -> String {
    text.chars().map(|c| SHAPES.simplified(c)).collect()
}

/// In Traditional characters, in the shapes used in Hong Kong; everything else as it is. Where a Simplified
/// character stands for several, the one usual in names is taken, so what was Traditional already had better
/// not be asked for.
///
/// ```
/// assert_eq!(outreach_matching::fold::traditional("钟国伟"), "鍾國偉");
/// ```
pub fn traditional(text: &str) -> String {
    text.chars().map(|c| SHAPES.traditional(c)).collect()
}

/// Latin (and other alphabetic) text in lower case, in full width and half width alike, without accents,
/// everything but letters and digits as single blanks; apostrophes vanish. Chinese characters stay as they are.
///
/// ```
/// use outreach_matching::fold::latin;
/// assert_eq!(latin(" ＣＨＡＮ, Tai-man "), "chan tai man");
/// assert_eq!(latin("D’Élise Łódź"), "delise lodz");
/// ```
pub fn latin(text: &str) -> String {
    folded(text, |c| c)
}

/// Folded for comparing whatever the script: as [`latin`], and Chinese characters in one shape for all variants.
///
/// ```
/// use outreach_matching::fold::all;
/// assert_eq!(all("陳大文 Ltd."), all("陈大文　ＬＴＤ"));
/// ```
pub fn all(text: &str) -> String {
    folded(text, |c| SHAPES.simplified(c))
}

fn folded(text: &str, shape: impl Fn(char) -> char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |c: char| {
        if c.is_alphanumeric() || is_mark(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(shape(c));
        } else if !matches!(
            c,
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'
        ) {
            gap = true;
        }
    };
    if text.is_ascii() {
        // Nearly all texts: spares the tables of Unicode.
        text.chars().for_each(|c| push(c.to_ascii_lowercase()));
        return out;
    }
    if text.chars().all(|c| c.is_ascii() || is_han(c)) {
        text.chars().for_each(|c| push(c.to_ascii_lowercase()));
        return out;
    }
    let bare: String = text.nfkd().filter(|c| !is_accent(*c)).nfkc().collect();
    for c in bare
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_accent(*c))
    {
        match base(c) {
            Some(letters) => letters.chars().for_each(&mut push),
            None => push(c),
        }
    }
    out
}

/// The text with full-width and compatibility characters as plain ones, script, case and blanks as they are.
pub(crate) fn plain(text: &str) -> String {
    if is_nfkc(text) {
        text.to_owned()
    } else {
        text.nfkc().collect()
    }
}

/// Marks that are spelling, not accents: vowels and such in the scripts of India and its neighbours.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Accents, vowel points and harakat: marks that writers leave out.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Letters that do not fall apart into a base letter and a mark.
fn base(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'ə' => "e",
        'ħ' => "h",
        _ => return None,
    })
}

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '々' | '〇'
        | '\u{f900}'..='\u{faff}')
}

/// A character of a script that is written without blanks between words, or in blocks: Chinese, Japanese,
/// Korean, Thai, Lao, Khmer, Burmese.
pub(crate) fn is_unspaced(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}' | '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
