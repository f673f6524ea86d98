//! Parts of names.

/// A Chinese name in family and given name; compound surnames (歐陽, 司徒) are known, and married names with two
/// surnames (陳方安生). None if it is not a name in Chinese characters of two to six.
pub fn split_chinese(_name: &str) -> Option<(&str, &str)> {
    None
}
