//! Content lines (RFC 5545 section 3.1): unfolded, with their numbers, cut into name, parameters and value.
//!
//! Nothing is copied but folded lines. A line of any length costs time in proportion to it, no more.

use std::borrow::Cow;

/// The content lines of a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    number: u32,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            number: 0,
        }
    }

    /// One physical line without its end.
    fn physical(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let (line, used) = match rest.find('\n') {
            Some(end) => (&rest[..end], end + 1),
            None => (rest, rest.len()),
        };
        self.at += used;
        self.number = self.number.saturating_add(1);
        // More than one stands in a file that had its line ends written twice.
        line.trim_end_matches('\r')
    }

    /// Whether the next line belongs to this one. Old Mozilla put empty lines before what continues.
    fn continues(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let (mut skipped, mut lines) = (0, 0);
        loop {
            match &rest[skipped..] {
                [b' ' | b'\t', ..] => break,
                [b'\n', ..] => skipped += 1,
                [b'\r', b'\n', ..] => skipped += 2,
                _ => return false,
            }
            lines += 1;
            // A run of empty lines is looked at once for each content line before it, so it must be short.
            if lines > 3 {
                return false;
            }
        }
        self.at += skipped;
        self.number = self.number.saturating_add(lines);
        true
    }
}

/// One content line, whole, and the number of the first line it stands on.
pub(super) struct Unfolded<'a> {
    pub(super) number: u32,
    pub(super) text: Cow<'a, str>,
}

impl<'a> Iterator for Lines<'a> {
    type Item = Unfolded<'a>;

    fn next(&mut self) -> Option<Unfolded<'a>> {
        while self.at < self.text.len() {
            let line = self.physical();
            let number = self.number;
            if line.is_empty() {
                continue;
            }
            if !self.continues() {
                return Some(Unfolded {
                    number,
                    text: Cow::Borrowed(line),
                });
            }
            let mut whole = String::with_capacity(line.len() * 2);
            whole.push_str(line);
            while self.continues() {
                whole.push_str(&self.physical()[1..]);
            }
            return Some(Unfolded {
                number,
                text: Cow::Owned(whole),
            });
        }
        None
    }
}

/// A content line cut into its parts.
pub(super) struct Line<'a> {
    pub(super) number: u32,
    text: Cow<'a, str>,
    name: usize,
    colon: usize,
}

impl<'a> Line<'a> {
    /// None if it has no name or no value.
    pub(super) fn cut(line: Unfolded<'a>) -> Option<Self> {
        let bytes = line.text.as_bytes();
        let name = bytes
            .iter()
            .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')))?;
        if name == 0 {
            return None;
        }
        let colon = match bytes[name] {
            b':' => name,
            _ if line.text[name..].trim_start().starts_with([':', ';']) => {
                // A quote that is never closed would hide the colon; then the first colon counts.
                colon_outside_quotes(bytes, name)
                    .or_else(|| line.text[name..].find(':').map(|at| name + at))?
            }
            _ => return None,
        };
        Some(Self {
            number: line.number,
            text: line.text,
            name,
            colon,
        })
    }

    pub(super) fn name(&self) -> &str {
        &self.text[..self.name]
    }

    pub(super) fn value(&self) -> &str {
        &self.text[self.colon + 1..]
    }

    pub(super) fn into_value(self) -> Cow<'a, str> {
        match self.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[self.colon + 1..]),
            Cow::Owned(mut text) => {
                text.drain(..=self.colon);
                Cow::Owned(text)
            }
        }
    }

    pub(super) fn has_params(&self) -> bool {
        self.colon > self.name
    }

    /// A parameter's value, its quotes gone and its carets read (RFC 6868).
    pub(super) fn param(&self, name: &str) -> Option<Cow<'_, str>> {
        if !self.has_params() {
            return None;
        }
        Params(&self.text[self.name..self.colon])
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| unquoted(value))
    }

    /// A parameter's values where it may have several.
    pub(super) fn param_list(&self, name: &str) -> Vec<String> {
        Params(&self.text[self.name..self.colon])
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| {
                split_outside_quotes(value, b',')
                    .map(|part| unquoted(part).into_owned())
                    .collect()
            })
            .unwrap_or_default()
    }
}

fn colon_outside_quotes(bytes: &[u8], from: usize) -> Option<usize> {
    let mut quoted = false;
    bytes[from..]
        .iter()
        .position(|byte| {
            quoted ^= *byte == b'"';
            *byte == b':' && !quoted
        })
        .map(|at| from + at)
}

/// `;NAME=value;NAME=value`, one by one.
struct Params<'a>(&'a str);

impl<'a> Iterator for Params<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self
                .0
                .trim_start()
                .strip_prefix(';')
                .unwrap_or(self.0.trim_start());
            if rest.is_empty() {
                return None;
            }
            let part = split_outside_quotes(rest, b';').next().unwrap_or_default();
            self.0 = &rest[part.len()..];
            if let Some((name, value)) = part.split_once('=') {
                return Some((name.trim(), value.trim()));
            }
            if part.is_empty() && self.0.is_empty() {
                return None;
            }
        }
    }
}

fn split_outside_quotes(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut quoted = false;
        let end = text.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == separator && !quoted
        });
        rest = end.map(|end| &text[end + 1..]);
        Some(end.map_or(text, |end| &text[..end]))
    })
}

fn unquoted(value: &str) -> Cow<'_, str> {
    let bare = value
        .strip_prefix('"')
        .map_or(value, |rest| rest.strip_suffix('"').unwrap_or(rest));
    if !bare.contains('^') {
        return Cow::Borrowed(bare);
    }
    let mut read = String::with_capacity(bare.len());
    let mut letters = bare.chars().peekable();
    while let Some(letter) = letters.next() {
        let meant = match (letter, letters.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                read.push(letter);
                continue;
            }
        };
        letters.next();
        read.push(meant);
    }
    Cow::Owned(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Line<'_> {
        Line::cut(Lines::new(text).next().unwrap()).unwrap()
    }

    #[test]
    fn folds_are_undone_and_lines_counted_where_they_begin() {
        let text = "A:1\r\n\r\nB:2\r\n 3\r\n\t4\n\n 5\nC:5";
        let lines: Vec<_> = Lines::new(text)
            .map(|line| (line.number, line.text.into_owned()))
            .collect();
        assert_eq!(
            lines,
            [(1, "A:1".into()), (3, "B:2345".into()), (8, "C:5".into())]
        );
    }

    #[test]
    fn a_quoted_colon_or_semicolon_belongs_to_the_parameter() {
        let line = cut("ATTENDEE;CN=\"Doe: \"; X=\"a;b\":mailto:a@example.org");
        assert_eq!((line.name(), line.value()), ("ATTENDEE", "mailto:a@example.org"));
        assert_eq!(line.param("cn").as_deref(), Some("Doe: "));
        assert_eq!(line.param("X").as_deref(), Some("a;b"));
        assert_eq!(line.param("Y"), None);
    }

    #[test]
    fn carets_stand_for_quotes_line_ends_and_themselves() {
        let line = cut("ATTENDEE;CN=George ^'Babe^' Ruth^n^^x^y:mailto:a");
        assert_eq!(line.param("CN").as_deref(), Some("George \"Babe\" Ruth\n^x^y"));
    }

    #[test]
    fn a_quote_that_never_ends_does_not_swallow_the_value() {
        let line = cut("ATTENDEE;CN=\"Doe:mailto:a");
        assert_eq!(line.value(), "mailto:a");
    }

    #[test]
    fn several_values_of_a_parameter_are_told_apart() {
        let line = cut("ATTENDEE;DELEGATED-TO=\"mailto:a,b\",\"mailto:c\":x");
        assert_eq!(line.param_list("DELEGATED-TO"), ["mailto:a,b", "mailto:c"]);
    }

    #[test]
    fn what_is_no_content_line_is_not_taken_for_one() {
        for text in ["no colon", ":x", "ÄÖ:x", "two words:x", ";A=1:x"] {
            assert!(Line::cut(Lines::new(text).next().unwrap()).is_none(), "{text}");
        }
    }
}
