//! Bytes to text: what the sender's encoding was, and folds that were put into the middle of a letter.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{ReadError, TextEncoding};

/// The text of a calendar. RFC 5545 says UTF-8; a byte-order mark or zero bytes say UTF-16; what is neither is read
/// as Latin-1 (windows-1252), a guess that the answer owns up to.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    asked: Option<&str>,
) -> Result<(Cow<'a, str>, TextEncoding), ReadError> {
    if let Some(label) = asked {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or(ReadError::UnknownEncoding)?;
        return Ok(by(encoding, bytes, true));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(by(encoding, bytes, true));
    }
    match bytes {
        [0, b'B' | b'b', 0, _, ..] => return Ok(by(UTF_16BE, bytes, true)),
        [b'B' | b'b', 0, _, 0, ..] => return Ok(by(UTF_16LE, bytes, true)),
        _ => {}
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), found(UTF_8, true)));
    }
    let mended = mend_folds(bytes);
    match String::from_utf8(mended) {
        Ok(text) => Ok((Cow::Owned(text), found(UTF_8, true))),
        Err(error) if is_damaged_utf_8(error.as_bytes()) => Ok((
            Cow::Owned(String::from_utf8_lossy(error.as_bytes()).into_owned()),
            found(UTF_8, false),
        )),
        Err(_) => Ok(by(WINDOWS_1252, bytes, false)),
    }
}

fn by<'a>(encoding: &'static Encoding, bytes: &'a [u8], sure: bool) -> (Cow<'a, str>, TextEncoding) {
    let (text, used, damaged) = encoding.decode(bytes);
    (text, found(used, sure && !damaged))
}

fn found(encoding: &'static Encoding, sure: bool) -> TextEncoding {
    TextEncoding {
        label: encoding.name().to_owned(),
        sure,
    }
}

/// Old programs fold after 75 bytes, also inside a letter. Its remaining bytes are put before the line's end, so
/// that lines keep their numbers.
fn mend_folds(bytes: &[u8]) -> Vec<u8> {
    let mut mended = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let fold = match &bytes[at..] {
            [b'\r', b'\n', b' ' | b'\t', ..] => 3,
            [b'\n', b' ' | b'\t', ..] => 2,
            _ => 0,
        };
        let split = fold > 0 && mended.last().is_some_and(|byte| *byte >= 0x80);
        if split {
            let rest = &bytes[at + fold..];
            let letters = rest
                .iter()
                .take_while(|byte| (0x80..0xC0).contains(*byte))
                .take(3)
                .count();
            mended.extend_from_slice(&rest[..letters]);
            mended.extend_from_slice(&bytes[at..at + fold]);
            at += fold + letters;
        } else {
            mended.push(bytes[at]);
            at += 1;
        }
    }
    mended
}

/// Whether bytes are UTF-8 but for a few: cut off in the middle of a letter, or far more letters whole than broken.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        // The last chunk may be a letter that a cut left incomplete.
        broken += usize::from(!chunk.invalid().is_empty());
    }
    let cut_at_end = bytes.utf8_chunks().last().is_some_and(|chunk| {
        matches!(chunk.invalid(), [first, ..] if *first >= 0xC0)
            && chunk.invalid().as_ptr_range().end == bytes.as_ptr_range().end
    });
    (broken == 1 && cut_at_end && whole > 0) || whole >= broken * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String, bool) {
        let (text, encoding) = decode(bytes, None).unwrap();
        (text.into_owned(), encoding.label, encoding.sure)
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let text = "BEGIN:VCALENDAR 招聘";
        for (bytes, label) in [
            (
                text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
                "UTF-16LE",
            ),
            (
                text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                "UTF-16BE",
            ),
            (
                [0xFF, 0xFE]
                    .into_iter()
                    .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
                    .collect(),
                "UTF-16LE",
            ),
        ] {
            assert_eq!(read(&bytes), (text.to_owned(), label.to_owned(), true));
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(read(b"\xEF\xBB\xBFBEGIN").0, "BEGIN");
    }

    #[test]
    fn what_is_not_utf_8_is_latin_1_and_says_that_it_is_a_guess() {
        assert_eq!(
            read(b"SUMMARY:Z\xFCrich"),
            ("SUMMARY:Zürich".to_owned(), "windows-1252".to_owned(), false)
        );
    }

    #[test]
    fn a_letter_split_by_a_fold_is_one_letter_and_lines_keep_their_numbers() {
        let (text, label, sure) = read(b"SUMMARY:\xE6\r\n \x8B\x9B\r\nX:1");
        assert_eq!(
            (text.as_str(), label.as_str(), sure),
            ("SUMMARY:招\r\n \r\nX:1", "UTF-8", true)
        );
    }

    #[test]
    fn a_file_cut_inside_a_letter_stays_utf_8() {
        let (text, label, sure) = read("SUMMARY:招聘".as_bytes().split_last().unwrap().1);
        assert_eq!(
            (text.as_str(), label.as_str(), sure),
            ("SUMMARY:招\u{FFFD}", "UTF-8", false)
        );
    }

    #[test]
    fn an_encoding_that_was_chosen_is_used() {
        let (text, _) = decode(b"\xA9\xDB\xB8u", Some("big5")).unwrap();
        assert_eq!(text, "招聘");
        assert_eq!(
            decode(b"", Some("klingon")).unwrap_err(),
            ReadError::UnknownEncoding
        );
    }
}
