//! Parts of names.

use crate::fold::is_han;
use crate::tables::{SHAPES, SURNAMES};

/// A Chinese name in family and given name; compound surnames (歐陽, 司徒) are known, and married names with two
/// surnames (陳方安生). None if it is not a name of two to six Chinese characters.
///
/// ```
/// use outreach_matching::names::split_chinese;
/// assert_eq!(split_chinese("陳大文"), Some(("陳", "大文")));
/// assert_eq!(split_chinese("欧阳修"), Some(("欧阳", "修")));
/// assert_eq!(split_chinese("陳方安生"), Some(("陳方", "安生")));
/// assert_eq!(split_chinese("Chan"), None);
/// ```
pub fn split_chinese(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    if !name.chars().all(is_han) {
        return None;
    }
    let chars: Vec<char> = name.chars().collect();
    if !(2..=6).contains(&chars.len()) {
        return None;
    }
    let family: usize = chars[..surname_length(&chars)].iter().map(|c| c.len_utf8()).sum();
    Some(name.split_at(family))
}

/// How many of a name's characters are the family name; at least one is left for the given name.
pub(crate) fn surname_length(chars: &[char]) -> usize {
    if chars.len() < 3 {
        return 1.min(chars.len());
    }
    let simple: String = chars[..2].iter().map(|c| SHAPES.simplified(*c)).collect();
    if SURNAMES.get(&simple).is_some() {
        return 2;
    }
    // The husband's name before the wife's own: two surnames and two characters more.
    let is_surname = |c: char| {
        let mut buffer = [0; 4];
        SURNAMES
            .get(SHAPES.simplified(c).encode_utf8(&mut buffer))
            .is_some()
    };
    if chars.len() == 4 && is_surname(chars[0]) && is_surname(chars[1]) {
        2
    } else {
        1
    }
}

/// Whether a word is a Chinese family name as it is spelt in Hong Kong, on the Mainland, in Taiwan or in
/// South-East Asia: `Chan`, `Chen`, `Tan`, `Au-Yeung`. Some are words of other languages, too (`Long`, `Him`).
///
/// ```
/// use outreach_matching::names::is_family;
/// assert!(is_family("CHAN") && is_family("Au-Yeung") && is_family("Ng"));
/// assert!(!is_family("Smith") && !is_family(""));
/// ```
pub fn is_family(word: &str) -> bool {
    !SURNAMES
        .spelt(&crate::fold::latin(word).replace(' ', ""))
        .is_empty()
}
