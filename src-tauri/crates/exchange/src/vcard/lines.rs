//! Lines of cards: unfolded, cut into group, name, parameters and value, transfer encodings undone.
//!
//! Works on bytes, since each value of a card of version 2.1 may be in an encoding of its own. The value of a
//! property that is not kept (a picture of 20 MB) is walked over and never copied.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

use crate::incoming::LONGEST_TEXT;

/// Forgiving: other people's padding is often wrong.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A property as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Property {
    /// The line it begins on, from 1.
    pub(super) line: u32,
    /// `item1` of `item1.EMAIL`, in small letters.
    pub(super) group: String,
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals, values as written; a value alone is a TYPE.
    pub(super) params: Vec<(String, Vec<u8>)>,
    /// Without transfer encoding, in the encoding of the file or the one it names; empty if not wanted.
    pub(super) value: Vec<u8>,
    /// Cut at [`LONGEST_TEXT`].
    pub(super) cut: bool,
}

impl Property {
    /// The values of a parameter, lists taken apart, quotes taken off.
    pub(super) fn param(&self, name: &str) -> impl Iterator<Item = Cow<'_, str>> {
        self.params
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| String::from_utf8_lossy(value))
    }

    /// Whether it is of a TYPE, whatever its capitals.
    pub(super) fn is_type(&self, wanted: &str) -> bool {
        self.param("TYPE").any(|value| {
            value
                .split(',')
                .any(|one| one.trim().eq_ignore_ascii_case(wanted))
        })
    }
}

/// What comes next in a file.
pub(super) enum Next {
    Property(Property),
    /// A line without a name or a colon.
    Unreadable(u32),
}

/// The properties of a file, one after the other.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
    number: u32,
    /// Version 2.1 keeps the blank at which a line was folded.
    pub(super) keeps_blanks: bool,
    is_wanted: fn(&str) -> bool,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8], is_wanted: fn(&str) -> bool) -> Self {
        Self {
            bytes,
            at: 0,
            number: 0,
            keeps_blanks: false,
            is_wanted,
        }
    }

    /// One physical line without its end.
    fn physical(&mut self) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let (line, used) = match end {
            Some(end) => {
                // CR LF, and CR CR LF of a file that had its ends written twice; old Macs end lines with CR alone.
                let returns = rest[end..].iter().take(3).take_while(|b| **b == b'\r').count();
                let used = if rest.get(end + returns) == Some(&b'\n') {
                    returns + 1
                } else {
                    1
                };
                (&rest[..end], end + used)
            }
            None => (rest, rest.len()),
        };
        self.at += used;
        self.number = self.number.saturating_add(1);
        Some(line)
    }

    fn next_byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Whether the next line has no colon and no semicolon: the rest of a picture that was not indented.
    fn next_is_bare(&self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let line = rest
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .next()
            .unwrap_or_default();
        !line.is_empty()
            && line
                .iter()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
    }
}

impl Iterator for Lines<'_> {
    type Item = Next;

    fn next(&mut self) -> Option<Next> {
        loop {
            let first = self.physical()?;
            let number = self.number;
            let line = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first);
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            // A long head may be folded before its colon.
            let mut head = Cow::Borrowed(line);
            let mut colon = colon(&head);
            while colon.is_none() && matches!(self.next_byte(), Some(b' ' | b'\t')) && head.len() < 4096 {
                let more = self.physical()?;
                head.to_mut().extend_from_slice(&more[1..]);
                colon = self::colon(&head);
            }
            let Some(colon) = colon else {
                return Some(Next::Unreadable(number));
            };
            let Some(mut property) = cut(&head[..colon], number) else {
                return Some(Next::Unreadable(number));
            };
            self.value(&mut property, &head[colon + 1..]);
            return Some(Next::Property(property));
        }
    }
}

impl Lines<'_> {
    /// Takes the value, with the lines that belong to it.
    fn value(&mut self, property: &mut Property, first: &[u8]) {
        let encoding = property
            .param("ENCODING")
            .next()
            .map(|encoding| encoding.to_ascii_uppercase())
            .unwrap_or_default();
        let base64 = matches!(encoding.as_str(), "B" | "BASE64");
        let quoted = matches!(encoding.as_str(), "Q" | "QUOTED-PRINTABLE");
        let wanted = (self.is_wanted)(&property.name);
        let mut value: Vec<u8> = Vec::new();
        let most = if base64 {
            LONGEST_TEXT * 4 / 3
        } else {
            LONGEST_TEXT * 3
        };
        let mut add = |part: &[u8], cut: &mut bool| {
            if wanted && value.len() < most {
                value.extend_from_slice(&part[..part.len().min(most - value.len())]);
            } else if wanted {
                *cut |= !part.is_empty();
            }
        };
        let mut last = first;
        add(first, &mut property.cut);
        loop {
            if quoted && last.trim_ascii_end().ends_with(b"=") {
                let Some(more) = self.physical() else { break };
                add(b"\n", &mut property.cut);
                add(more, &mut property.cut);
                last = more;
            } else if matches!(self.next_byte(), Some(b' ' | b'\t')) {
                let Some(more) = self.physical() else { break };
                let keep = self.keeps_blanks && !base64 && !quoted;
                add(if keep { more } else { &more[1..] }, &mut property.cut);
                last = more;
            } else if base64 && self.next_is_bare() {
                let Some(more) = self.physical() else { break };
                add(more, &mut property.cut);
            } else {
                break;
            }
        }
        property.value = if base64 {
            value.retain(|byte| !byte.is_ascii_whitespace());
            let whole = value.len() / 4 * 4;
            BASE64
                .decode(&value)
                .or_else(|_| BASE64.decode(&value[..whole]))
                .unwrap_or_default()
        } else if quoted {
            unquoted(&value)
        } else {
            value
        };
        if property.value.len() > LONGEST_TEXT {
            property.value.truncate(LONGEST_TEXT);
            property.cut = true;
        }
    }
}

/// The colon before the value: outside quotes, or the first one where a quote is never closed.
fn colon(line: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let found = line.iter().position(|byte| {
        quoted ^= *byte == b'"';
        *byte == b':' && !quoted
    });
    found.or_else(|| line.iter().position(|byte| *byte == b':'))
}

/// Cuts what stands before the colon into group, name and parameters.
fn cut(head: &[u8], line: u32) -> Option<Property> {
    let mut pieces = split_unquoted(head, b';').into_iter();
    let name = pieces.next()?.trim_ascii();
    let name = std::str::from_utf8(name).ok()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || name.len() > 200 || !name.chars().all(plain) {
        return None;
    }
    let (group, name) = name.rsplit_once('.').unwrap_or(("", name));
    let params = pieces
        .take(100)
        .map(<[u8]>::trim_ascii)
        .filter(|piece| !piece.is_empty())
        .map(|piece| match piece.iter().position(|byte| *byte == b'=') {
            Some(at) => {
                let name = String::from_utf8_lossy(&piece[..at]).trim().to_ascii_uppercase();
                (name, unquoted_param(&piece[at + 1..]))
            }
            // `TEL;WORK;VOICE` and `NOTE;QUOTED-PRINTABLE` of version 2.1.
            None => {
                let word = String::from_utf8_lossy(piece).to_ascii_uppercase();
                let encoding = matches!(word.as_str(), "QUOTED-PRINTABLE" | "BASE64" | "B");
                let name = if encoding { "ENCODING" } else { "TYPE" };
                (name.to_owned(), piece.to_vec())
            }
        })
        .collect();
    Some(Property {
        line,
        group: group.to_ascii_lowercase(),
        name: name.to_ascii_uppercase(),
        params,
        ..Property::default()
    })
}

fn split_unquoted(bytes: &[u8], separator: u8) -> Vec<&[u8]> {
    let mut quoted = false;
    bytes
        .split(|byte| {
            quoted ^= *byte == b'"';
            *byte == separator && !quoted
        })
        .collect()
}

/// A parameter's value without quotes and with the carets of RFC 6868 undone.
fn unquoted_param(value: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(value.len());
    let mut bytes = value.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, bytes.peek()) {
            (b'"', _) => {}
            (b'^', Some(b'n')) => {
                bytes.next();
                plain.push(b'\n');
            }
            (b'^', Some(b'\'')) => {
                bytes.next();
                plain.push(b'"');
            }
            (b'^', Some(b'^')) => {
                bytes.next();
                plain.push(b'^');
            }
            (byte, _) => plain.push(byte),
        }
    }
    plain
}

/// Undoes quoted-printable; what is not rightly quoted stays as it is.
fn unquoted(value: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(value.len());
    let mut at = 0;
    while at < value.len() {
        let rest = &value[at..];
        match rest {
            [b'=', b'\n', ..] => at += 2,
            [b'=', blank @ (b' ' | b'\t'), ..] => {
                // Blanks between the sign and the line's end.
                let blanks = rest[1..].iter().take_while(|byte| *byte == blank).count();
                if rest.get(1 + blanks) == Some(&b'\n') {
                    at += 2 + blanks;
                } else {
                    plain.push(b'=');
                    at += 1;
                }
            }
            [b'=', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |byte: u8| (byte as char).to_digit(16).unwrap_or(0) as u8;
                plain.push(digit(*high) * 16 + digit(*low));
                at += 3;
            }
            [b'='] => at += 1,
            [byte, ..] => {
                plain.push(*byte);
                at += 1;
            }
            [] => break,
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<Property> {
        Lines::new(text, |name| name != "PHOTO")
            .filter_map(|next| match next {
                Next::Property(property) => Some(property),
                Next::Unreadable(_) => None,
            })
            .collect()
    }

    fn value(text: &[u8]) -> String {
        String::from_utf8(read(text)[0].value.clone()).unwrap()
    }

    #[test]
    fn quoted_printable_runs_over_soft_line_ends() {
        assert_eq!(
            value(b"NOTE;ENCODING=QUOTED-PRINTABLE:=E9=99=B3=\r\n=E5=A4=A7=E6=96=87 a=\r\n b\r\nX:1"),
            "陳大文 a b"
        );
        assert_eq!(value(b"NOTE;QUOTED-PRINTABLE:a=3Db=ZZ="), "a=b=ZZ");
    }

    #[test]
    fn lines_are_unfolded_and_heads_are_cut() {
        let read = read(b"item1.TEL;WORK;TYPE=\"cell,voice\";X=a^'b\r\n :+852\r\n  2345\r\n\r\nPHOTO;BASE64:AAAA\r\nBBBB\r\n\r\nFN:x");
        assert_eq!((read[0].group.as_str(), read[0].name.as_str()), ("item1", "TEL"));
        assert!(read[0].is_type("work") && read[0].is_type("CELL") && !read[0].is_type("home"));
        assert_eq!(read[0].param("X").next().unwrap(), "a\"b");
        assert_eq!(read[0].value, b"+852 2345");
        assert_eq!((read[1].value.len(), read[2].name.as_str()), (0, "FN"));
    }

    #[test]
    fn lines_whose_ends_were_written_twice_are_unfolded_too() {
        let read =
            read(b"FN:Chan\r\r\nNOTE:a\r\r\n b\r\r\n c\r\r\nPHOTO;ENCODING=b:AAAA\r\r\n BBBB\r\r\nX:1");
        let values: Vec<&[u8]> = read.iter().map(|property| property.value.as_slice()).collect();
        assert_eq!(values, [b"Chan".as_slice(), b"abc", b"", b"1"]);
        assert_eq!(read[3].line, 7);
    }

    #[test]
    fn base64_is_undone_whatever_its_padding() {
        assert_eq!(value("NOTE;ENCODING=B:6Zmz5aSn5paH".as_bytes()), "陳大文");
        assert_eq!(value(b"NOTE;ENCODING=BASE64:\r\n YWI\r\n"), "ab");
    }
}
