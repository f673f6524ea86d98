//! The texts that cells of a workbook share.

use quick_xml::events::Event;

use super::super::SheetError;
use super::super::archive::{Archive, xml_error};
use super::super::grid::LONGEST_CELL;
use super::super::walk::reference;

/// The shared texts, in order. Readings of Chinese or Japanese that stand beside a text are no part of it.
pub(super) fn read(archive: &mut Archive<'_>, path: &str) -> Result<Vec<Box<str>>, SheetError> {
    let mut strings = Vec::new();
    let Some(mut part) = archive.part(path, "strings")? else {
        return Ok(strings);
    };
    let mut buffer = Vec::new();
    let mut text = String::new();
    let mut taking = false;
    let mut reading = false;
    loop {
        buffer.clear();
        match part
            .read_event_into(&mut buffer)
            .map_err(|error| xml_error(&error, "strings"))?
        {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => text.clear(),
                "rPh" => reading = true,
                "t" => taking = !reading,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => strings.push(plain(&text).into_boxed_str()),
                "rPh" => reading = false,
                "t" => taking = false,
                _ => {}
            },
            Event::Text(piece) if taking && has_room(&text) => text.push_str(&piece.xml10_content()),
            Event::CData(piece) if taking && has_room(&text) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(piece) if taking => text.push_str(&reference(&piece)),
            Event::Eof => return Ok(strings),
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}

/// Whether more than a cell's worth is not yet there; one piece more than that is enough to see the cut.
pub(super) fn has_room(text: &str) -> bool {
    text.len() <= 4 * LONGEST_CELL
}

/// A text without Excel's way of writing characters that XML cannot hold: `_x000D_`.
pub(super) fn plain(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 7)
            .and_then(|code| code.strip_suffix('_'))
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        plain.push_str(&rest[..at]);
        match code {
            Some(c) => {
                plain.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn characters_written_as_codes_are_read_and_other_underscores_stay() {
        assert_eq!(plain("a_x000D_\nb"), "a\r\nb");
        assert_eq!(plain("_x005F_x000D_"), "_x000D_");
        assert_eq!(plain("max_xtra _x12_ _xZZZZ_ _x"), "max_xtra _x12_ _xZZZZ_ _x");
        assert_eq!(plain("_x中文字"), "_x中文字");
    }
}
