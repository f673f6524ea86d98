//! Which characters a text may hold.

/// Characters that turn the direction of what follows them. Inside a name they can make one name look like
/// another (CVE-2021-42574), so they are taken out of texts on one line.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Control characters, and the two separators that some programs take for line ends.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// A text on one line: line ends and tabs become spaces, other control characters and bidi controls go, and
/// there is no space at either end. NUL stays, to be refused: nobody types it, so the text is not what it seems.
pub(super) fn one_line(text: &mut String) {
    let needs = |c: char| is_control(c) || is_bidi_control(c);
    if text.chars().any(needs) {
        let mut line = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' if line.ends_with(' ') => {}
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => line.push(' '),
                '\0' => line.push(c),
                c if needs(c) => {}
                c => line.push(c),
            }
        }
        *text = line;
    }
    let trimmed = text.trim();
    if trimmed.len() != text.len() {
        *text = trimmed.to_owned();
    }
}

/// A text of several lines: line ends become LF, tabs stay, other control characters go. NUL stays, to be
/// refused. Nothing is trimmed, for such a text is saved while it is being typed.
pub(super) fn many_lines(text: &mut String) {
    if !text.chars().any(|c| is_control(c) && c != '\n' && c != '\t') {
        return;
    }
    let mut lines = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => lines.push('\n'),
            '\t' | '\0' => lines.push(c),
            c if is_control(c) => {}
            c => lines.push(c),
        }
        after_return = c == '\r';
    }
    *text = lines;
}

/// Whether a text on one line holds what [`one_line`] would not have left.
pub(super) fn breaks_a_line(text: &str) -> bool {
    text.chars().any(|c| is_control(c) || is_bidi_control(c))
}

/// Whether a text of several lines holds what [`many_lines`] would not have left.
pub(super) fn breaks_lines(text: &str) -> bool {
    text.chars().any(|c| is_control(c) && c != '\n' && c != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        let mut text = text.to_owned();
        one_line(&mut text);
        text
    }

    fn lines(text: &str) -> String {
        let mut text = text.to_owned();
        many_lines(&mut text);
        text
    }

    #[test]
    fn a_name_keeps_its_words_and_loses_what_cannot_be_seen() {
        assert_eq!(
            line("  Seminar\r\nin Kuala\tLumpur \u{7}"),
            "Seminar in Kuala Lumpur"
        );
        assert_eq!(line("safe\u{202E}gpj.exe\u{2066}"), "safegpj.exe");
        assert_eq!(line("吉隆坡 🎉 عربي"), "吉隆坡 🎉 عربي");
        assert!(breaks_a_line(&line("a\0b")), "NUL is left to be refused");
    }

    #[test]
    fn notes_keep_their_lines_and_tabs() {
        assert_eq!(lines("a\r\nb\rc\n\td\u{1B}[0m "), "a\nb\nc\n\td[0m ");
        assert!(breaks_lines(&lines("a\0b")));
    }
}
