//! How Chinese names are written in Latin letters.

use crate::fold::is_han;
use crate::names::surname_length;
use crate::tables::{CANTONESE, MANDARIN, Readings, SHAPES, SURNAMES, Surname};

/// In Hanyu Pinyin without tones, a word for each part: `陳大文` → `Chen Dawen`. Characters without a known
/// reading are left out.
///
/// ```
/// use outreach_matching::romanise::mandarin;
/// assert_eq!(mandarin("陳大文"), "Chen Dawen");
/// assert_eq!(mandarin("單仇歐"), "Shan Chouou");
/// assert_eq!(mandarin("歐陽修"), "Ouyang Xiu");
/// ```
pub fn mandarin(name: &str) -> String {
    let chars: Vec<char> = name.chars().filter(|c| is_han(*c)).collect();
    let (family, given) = chars.split_at(surname_length(&chars));
    let own = surname(family).and_then(|surname| surname.mandarin.first().copied());
    let family = own.map_or_else(|| letters(family, &MANDARIN).concat(), str::to_owned);
    [family, letters(given, &MANDARIN).concat()]
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| capital(part))
        .collect::<Vec<_>>()
        .join(" ")
}

/// As Hong Kong spells it, the likeliest way: `陳大文` → `Chan Tai Man`. Characters without a known reading are
/// left out.
///
/// ```
/// use outreach_matching::romanise::cantonese;
/// assert_eq!(cantonese("陳大文"), "Chan Tai Man");
/// assert_eq!(cantonese("欧阳伟杰"), "Au Yeung Wai Kit");
/// ```
pub fn cantonese(name: &str) -> String {
    let chars: Vec<char> = name.chars().filter(|c| is_han(*c)).collect();
    let (family, given) = chars.split_at(surname_length(&chars));
    let own = surname(family).and_then(|surname| surname.hong_kong.first().copied());
    let family: Vec<&str> = own.map_or_else(|| letters(family, &CANTONESE), |own| own.split(' ').collect());
    family
        .into_iter()
        .chain(letters(given, &CANTONESE))
        .map(capital)
        .collect::<Vec<_>>()
        .join(" ")
}

fn surname(family: &[char]) -> Option<&'static Surname> {
    let simple: String = family.iter().map(|c| SHAPES.simplified(*c)).collect();
    SURNAMES.get(&simple)
}

fn letters(chars: &[char], readings: &'static Readings) -> Vec<&'static str> {
    chars
        .iter()
        .filter_map(|c| readings.of(*c).next())
        .filter_map(|syllable| readings.spellings(syllable).first())
        .map(String::as_str)
        .collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
