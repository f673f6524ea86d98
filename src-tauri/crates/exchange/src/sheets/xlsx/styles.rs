//! How numbers are shown, which is all that says that a number is a date.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::super::SheetError;
use super::super::archive::{Archive, xml_error};
use super::super::walk::{attribute, number};

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    Number,
    /// With at least so many figures: `007`.
    Figures(u8),
    Date,
    Time,
    DateTime,
}

/// The shape of each cell style, in order.
pub(super) fn read(archive: &mut Archive<'_>, path: &str) -> Result<Vec<Shape>, SheetError> {
    let mut shapes = Vec::new();
    let Some(mut part) = archive.part(path, "styles")? else {
        return Ok(shapes);
    };
    let mut codes = HashMap::new();
    let mut buffer = Vec::new();
    let mut in_cells = false;
    loop {
        buffer.clear();
        match part
            .read_event_into(&mut buffer)
            .map_err(|error| xml_error(&error, "styles"))?
        {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&element, "numFmtId"), attribute(&element, "formatCode"))
                    {
                        codes.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = number(&element, "numFmtId").unwrap_or_default();
                    shapes.push(codes.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Eof => return Ok(shapes),
            Event::End(_)
            | Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// The formats that a file names without describing them (ECMA-376 part 1, 18.8.30), those of Chinese, Japanese
/// and Korean included.
fn built_in(id: u32) -> Shape {
    match id {
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shape::Date,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shape::Time,
        22 => Shape::DateTime,
        _ => Shape::Number,
    }
}

/// What a format's code shows: `yyyy-mm-dd hh:mm` a date with a time, `000` three figures.
fn of_code(code: &str) -> Shape {
    let section = code.split(';').next().unwrap_or_default();
    let mut signs = String::new();
    let mut elapsed = false;
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                elapsed |= !inside.is_empty() && inside.bytes().all(|b| matches!(b, b'h' | b'm' | b's'));
            }
            c => signs.push(c.to_ascii_lowercase()),
        }
    }
    if signs.starts_with("general") || signs.contains('@') {
        return Shape::Number;
    }
    let time = elapsed || signs.contains(['h', 's']);
    let day = signs.contains(['y', 'd']) || (signs.contains('m') && !time);
    match (day, time) {
        (true, true) => Shape::DateTime,
        (true, false) => Shape::Date,
        (false, true) => Shape::Time,
        (false, false) => {
            let figures = signs.len();
            if figures > 1 && signs.bytes().all(|b| b == b'0') {
                Shape::Figures(u8::try_from(figures).unwrap_or(u8::MAX))
            } else {
                Shape::Number
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_whether_a_number_is_a_day_or_a_time() {
        for (code, shape) in [
            ("yyyy-mm-dd hh:mm", Shape::DateTime),
            ("[$-404]e\"年\"m\"月\"d\"日\"", Shape::Date),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shape::Date),
            ("mmm-yy", Shape::Date),
            ("h:mm AM/PM", Shape::Time),
            ("上午/下午h\"時\"mm\"分\"", Shape::Time),
            ("[h]:mm", Shape::Time),
            ("General", Shape::Number),
            ("0.00E+00", Shape::Number),
            ("#,##0.00;[Red]-#,##0.00", Shape::Number),
            ("\"HK$\"#,##0", Shape::Number),
            ("@", Shape::Number),
            ("00000", Shape::Figures(5)),
        ] {
            assert_eq!(of_code(code), shape, "{code}");
        }
        assert_eq!(built_in(14), Shape::Date);
        assert_eq!(built_in(22), Shape::DateTime);
        assert_eq!(built_in(0), Shape::Number);
    }
}
