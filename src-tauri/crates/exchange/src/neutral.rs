//! Text made harmless for the format it goes into.
//!
//! What is stored stays as it was typed; only the way out is guarded, each format against its own dangers.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Text for a cell of a spreadsheet. A text that a spreadsheet program would run as a formula gets an
/// apostrophe in front (OWASP, "CSV Injection"); control characters are dropped, line ends become `\n`.
///
/// ```
/// assert_eq!(outreach_exchange::cell_text("=cmd()"), "'=cmd()");
/// assert_eq!(outreach_exchange::cell_text("007"), "007");
/// ```
pub fn cell_text(text: &str) -> Cow<'_, str> {
    let clean = line_text(text);
    // Full-width signs are read as their ASCII twins by spreadsheets in East Asian locales.
    let risky = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with('\t') || clean.trim_start().starts_with(risky) {
        Cow::Owned(format!("'{clean}"))
    } else {
        clean
    }
}

/// Text for a calendar: `\n` as the only line end (some readers take U+2028 and U+2029 for one), no control
/// character but the tab, none that turns the direction of writing over the text's end, none that XML (and so
/// CalDAV) cannot carry.
pub fn line_text(text: &str) -> Cow<'_, str> {
    let bad = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || is_direction_control(c)
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}')
    };
    if !text.contains(bad) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.replace("\r\n", "\n")
            .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
            .chars()
            .filter(|c| !bad(*c))
            .collect(),
    )
}

fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Text for a page: `&`, `<`, `>`, `"` and `'` as references, so that it can neither open a tag nor leave an
/// attribute.
///
/// ```
/// assert_eq!(outreach_exchange::page_text("<script>"), "&lt;script&gt;");
/// ```
pub fn page_text(text: &str) -> String {
    let mut page = String::with_capacity(text.len());
    for c in line_text(text).chars() {
        match c {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => {
                let _ = write!(page, "&#39;");
            }
            c => page.push(c),
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_begins_like_a_formula() {
        for text in ["=1+1", "+852", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "＝1"] {
            assert!(
                cell_text(text).starts_with('\''),
                "{text:?} became {:?}",
                cell_text(text)
            );
        }
    }

    #[test]
    fn leading_zeros_and_chinese_stay_as_they_are() {
        for text in ["0085212345678", "招聘會", "a=b", ""] {
            assert_eq!(cell_text(text), text);
        }
    }

    #[test]
    fn a_calendar_line_has_no_carriage_return_and_no_bell() {
        assert_eq!(line_text("a\r\nb\rc\u{7}\u{0}d\u{202E}e"), "a\nb\ncde");
    }

    #[test]
    fn a_page_cannot_be_broken_out_of() {
        assert_eq!(
            page_text("\"><script>alert('&')"),
            "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)"
        );
    }
}
