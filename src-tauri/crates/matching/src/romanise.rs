//! How Chinese names are written in Latin letters.

/// In Hanyu Pinyin without tones, a word for each part: `陳大文` → `Chen Dawen`. Characters without a known
/// reading are left out.
pub fn mandarin(_name: &str) -> String {
    String::new()
}

/// As Hong Kong spells it, the likeliest way: `陳大文` → `Chan Tai Man`. Characters without a known reading are
/// left out.
pub fn cantonese(_name: &str) -> String {
    String::new()
}
