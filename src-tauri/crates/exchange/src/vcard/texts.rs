//! Values as text: encodings, escapes, components.

use encoding_rs::Encoding;

use super::lines::Property;
use super::{CardError, RawCard};
use crate::incoming::TextEncoding;
use crate::line_text;
use crate::sheets;

/// How texts that name no encoding are read.
pub(super) struct Texts {
    encoding: &'static Encoding,
    pub(super) found: TextEncoding,
}

impl Texts {
    /// Finds the encoding of what names none: UTF-8 where all of it is, else the one it looks most like.
    pub(super) fn of(cards: &[RawCard], asked: Option<&str>) -> Result<Self, CardError> {
        if let Some(label) = asked {
            let encoding = Encoding::for_label(label.as_bytes()).ok_or(CardError::UnknownEncoding)?;
            return Ok(Self::new(encoding, true));
        }
        let mut strange: Vec<u8> = Vec::new();
        for property in cards.iter().flat_map(|card| &card.properties) {
            let told = property.param("CHARSET").next().is_some();
            // A megabyte says enough.
            if !told && strange.len() < 1 << 20 && std::str::from_utf8(&property.value).is_err() {
                strange.extend_from_slice(&property.value);
                strange.push(b'\n');
            }
        }
        if strange.is_empty() {
            return Ok(Self::new(encoding_rs::UTF_8, true));
        }
        let guess = sheets::guess_encoding(&strange);
        let encoding = Encoding::for_label(guess.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
        Ok(Self::new(encoding, false))
    }

    fn new(encoding: &'static Encoding, sure: bool) -> Self {
        Self {
            encoding,
            found: TextEncoding {
                label: encoding.name().to_owned(),
                sure,
            },
        }
    }

    /// The value as text, escapes not yet undone; whether its encoding was a guess.
    pub(super) fn text(&self, property: &Property) -> (String, bool) {
        let told = property
            .param("CHARSET")
            .next()
            .and_then(|label| Encoding::for_label(label.trim().as_bytes()));
        if let Some(encoding) = told {
            let (text, _, damaged) = encoding.decode(&property.value);
            // Programs that say one encoding and write UTF-8 all the same.
            if !damaged {
                return (text.into_owned(), false);
            }
        }
        match std::str::from_utf8(&property.value) {
            Ok(text) => (text.to_owned(), false),
            Err(error) if property.cut && error.valid_up_to() + 4 > property.value.len() => (
                String::from_utf8_lossy(&property.value[..error.valid_up_to()]).into_owned(),
                false,
            ),
            Err(_) => {
                let encoding = told.unwrap_or(self.encoding);
                (
                    encoding.decode(&property.value).0.into_owned(),
                    !self.found.sure || told.is_some(),
                )
            }
        }
    }
}

/// A text with its escapes undone, without what cannot be seen.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('n' | 'N')) => {
                chars.next();
                plain.push('\n');
            }
            ('\\', Some(next @ ('\\' | ',' | ';' | ':' | '"'))) => {
                plain.push(*next);
                chars.next();
            }
            (c, _) => plain.push(c),
        }
    }
    line_text(&plain).trim().to_owned()
}

/// A text on one line.
pub(super) fn line(text: &str) -> String {
    unescaped(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of a text between separators that are not escaped, at most 200.
pub(super) fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut begin, mut escaped) = (0, false);
    for (at, c) in text.char_indices() {
        if c == separator && !escaped && parts.len() < 199 {
            parts.push(&text[begin..at]);
            begin = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(&text[begin..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_are_parted_and_escapes_undone() {
        assert_eq!(parts(r"a\;b;c\\;d", ';'), [r"a\;b", r"c\\", "d"]);
        assert_eq!(unescaped(r"a\;b\, c\nd\\e\x"), "a;b, c\nd\\e\\x");
        assert_eq!(line(" a\\n  b\t"), "a b");
    }
}
