//! Names as people type them: without accents, capitals, points or hyphens.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The name in lower case, accents taken off, everything but letters and digits as single blanks.
///
/// ```
/// use outreach_plan::reference::fold;
/// assert_eq!(fold("St. Gallen"), "st gallen");
/// assert_eq!(fold("  São-Paulo "), "sao paulo");
/// assert_eq!(fold("Xi’an"), "xian");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |c: char| {
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(c);
        } else if c != '\'' && c != '’' {
            gap = true;
        }
    };
    if text.is_ascii() {
        // Nearly all names: spares the tables of Unicode.
        text.chars().for_each(|c| push(c.to_ascii_lowercase()));
        return folded;
    }
    for c in text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match base(c) {
            Some(letters) => letters.chars().for_each(&mut push),
            None => push(c),
        }
    }
    folded
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

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_capitals_and_points_make_no_difference() {
        for (a, b) in [
            ("Zürich", "zurich"),
            ("İzmir", "IZMIR"),
            ("Łódź", "lodz"),
            ("København", "Kobenhavn"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("香港"), "香港");
        assert_eq!(fold("ＫＬ"), "kl");
        assert_eq!(fold("\u{202e}\0-- "), "");
    }
}
