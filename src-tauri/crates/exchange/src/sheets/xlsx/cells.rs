//! The cells of one sheet.

use chrono::NaiveTime;
use quick_xml::events::{BytesStart, Event};

use super::super::archive::{Archive, xml_error};
use super::super::grid::{Grid, Merge, iso, number_text, serial};
use super::super::walk::{attribute, number, reference};
use super::super::{Cell, SheetError};
use super::strings::{has_room, plain};
use super::styles::Shape;

/// What cells point at.
pub(super) struct Values<'v> {
    pub(super) strings: &'v [Box<str>],
    pub(super) shapes: &'v [Shape],
    pub(super) epoch_1904: bool,
}

/// The number of the last row and column that the sheet says it has; noughts where it says nothing.
pub(super) fn size(archive: &mut Archive<'_>, path: &str) -> Result<(u32, u32), SheetError> {
    let Some(mut part) = archive.part(path, "sheet")? else {
        return Err(SheetError::Damaged { what: "sheet" });
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = part
            .read_event_into(&mut buffer)
            .map_err(|error| xml_error(&error, "sheet"))?;
        if let Event::Start(element) = &event {
            match element.local_name().as_ref() {
                "dimension" => {
                    let range = attribute(element, "ref").unwrap_or_default();
                    let last = range.rsplit(':').next().and_then(position);
                    return Ok(last.map_or((0, 0), |(row, column)| (row + 1, column + 1)));
                }
                "sheetData" => return Ok((0, 0)),
                _ => {}
            }
        }
        if matches!(event, Event::Eof) {
            return Ok((0, 0));
        }
    }
}

/// The cell being read.
#[derive(Default)]
struct Open {
    column: usize,
    style: usize,
    kind: Kind,
    has_value: bool,
    formula: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Truth,
    Error,
    Iso,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Taking {
    Nothing,
    Value,
    Formula,
}

/// Reads a sheet.
pub(super) fn read(
    archive: &mut Archive<'_>,
    path: &str,
    values: &Values<'_>,
    most_rows: usize,
) -> Result<Grid, SheetError> {
    let Some(mut part) = archive.part(path, "sheet")? else {
        return Err(SheetError::Damaged { what: "sheet" });
    };
    let mut grid = Grid::default();
    let mut buffer = Vec::with_capacity(1024);
    let (mut value, mut formula) = (String::new(), String::new());
    let mut taking = Taking::Nothing;
    let mut open = Open::default();
    let (mut row, mut next_column) = (0_u32, 0_usize);
    let (mut reading, mut whole) = (false, false);
    loop {
        buffer.clear();
        match part
            .read_event_into(&mut buffer)
            .map_err(|error| xml_error(&error, "sheet"))?
        {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    row = number(&element, "r").unwrap_or(row.saturating_add(1));
                    next_column = 0;
                }
                "c" => {
                    open = begin(&element, next_column);
                    value.clear();
                    formula.clear();
                }
                "v" => {
                    open.has_value = true;
                    taking = Taking::Value;
                }
                "rPh" => reading = true,
                "t" if !reading => {
                    open.has_value = true;
                    taking = Taking::Value;
                }
                "f" => {
                    open.formula = true;
                    taking = Taking::Formula;
                }
                "mergeCell" => {
                    if let Some(merge) = attribute(&element, "ref").as_deref().and_then(range) {
                        grid.merge(merge);
                    }
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "c" => {
                    next_column = open.column + 1;
                    count(&mut grid, &open, &formula, &value);
                    let cell = cell(&mut grid, &open, &value, values)?;
                    grid.put(open.column, cell);
                }
                "row" if !grid.end_row(row, most_rows) => return Ok(grid),
                "v" | "t" | "f" => taking = Taking::Nothing,
                "rPh" => reading = false,
                "worksheet" => whole = true,
                _ => {}
            },
            Event::Text(text) => take(taking, &mut value, &mut formula, &text.xml10_content()),
            Event::CData(text) => take(taking, &mut value, &mut formula, &text.xml10_content()),
            Event::GeneralRef(text) => take(taking, &mut value, &mut formula, &reference(&text)),
            Event::Eof if whole => return Ok(grid),
            Event::Eof => return Err(SheetError::Damaged { what: "sheet" }),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn take(taking: Taking, value: &mut String, formula: &mut String, text: &str) {
    let into = match taking {
        Taking::Nothing => return,
        Taking::Value => value,
        Taking::Formula => formula,
    };
    if has_room(into) {
        into.push_str(text);
    }
}

fn begin(element: &BytesStart<'_>, next_column: usize) -> Open {
    let mut open = Open {
        column: next_column,
        ..Open::default()
    };
    for attribute in element.attributes().with_checks(false).flatten() {
        let value = attribute.value.as_ref();
        match attribute.key.local_name().as_ref() {
            "r" => {
                if let Some((_, column)) = position(value) {
                    open.column = column as usize;
                }
            }
            "s" => open.style = value.parse().unwrap_or_default(),
            "t" => {
                open.kind = match value {
                    "s" => Kind::Shared,
                    "str" | "inlineStr" => Kind::Text,
                    "b" => Kind::Truth,
                    "e" => Kind::Error,
                    "d" => Kind::Iso,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }
    open
}

fn count(grid: &mut Grid, open: &Open, formula: &str, value: &str) {
    if !open.formula {
        return;
    }
    grid.met.formulas += 1;
    // Some programs write an empty value, for they compute nothing.
    if !open.has_value || (open.kind == Kind::Number && value.trim().is_empty()) {
        grid.met.formulas_without_value += 1;
    }
    // `[1]Sheet!A1` points into another workbook, `app|topic!item` into a running program.
    let lower = formula.to_ascii_lowercase();
    let other_book = lower
        .split('[')
        .skip(1)
        .any(|after| after.starts_with(|c: char| c.is_ascii_digit()) || after.contains(".xls"));
    if other_book || lower.contains('|') || lower.contains("://") || lower.contains("webservice(") {
        grid.met.external_links += 1;
    }
}

fn cell(grid: &mut Grid, open: &Open, value: &str, values: &Values<'_>) -> Result<Cell, SheetError> {
    if !open.has_value {
        return Ok(Cell::Empty);
    }
    Ok(match open.kind {
        Kind::Shared => {
            let text = value
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|at| values.strings.get(at));
            let text = text.ok_or(SheetError::Damaged { what: "strings" })?;
            grid.text(text)
        }
        Kind::Text => grid.text(&plain(value)),
        Kind::Truth => Cell::Bool(matches!(value.trim(), "1" | "true")),
        Kind::Error => Cell::Error(value.trim().chars().take(20).collect()),
        Kind::Iso => iso(value).unwrap_or_else(|| grid.text(value)),
        Kind::Number => {
            let shape = values.shapes.get(open.style).copied().unwrap_or_default();
            match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => shaped(number, shape, values.epoch_1904),
                Ok(_) | Err(_) => grid.text(value),
            }
        }
    })
}

/// A number as it is shown.
fn shaped(value: f64, shape: Shape, epoch_1904: bool) -> Cell {
    let plain = || Cell::Number(value, number_text(value));
    match shape {
        Shape::Number => plain(),
        Shape::Figures(figures) => {
            let width = usize::from(figures);
            Cell::Number(value, format!("{:0>width$}", number_text(value)))
        }
        Shape::Date | Shape::Time | Shape::DateTime => {
            let Some(at) = serial(value, epoch_1904) else {
                return plain();
            };
            let midnight = at.time() == NaiveTime::MIN;
            if shape == Shape::Time && value < 1.0 {
                Cell::Time(at.time())
            } else if shape == Shape::Time && value < 60.0 {
                // Midnight as the end of a day, or a length in hours.
                plain()
            } else if shape == Shape::Date && midnight {
                Cell::Date(at.date())
            } else {
                Cell::DateTime(at)
            }
        }
    }
}

/// Row and column of `B3`, counted from 0.
fn position(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().trim_matches('$');
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, figures) = text.split_at(letters);
    if !(1..=3).contains(&letters.len()) {
        return None;
    }
    let column = letters.bytes().fold(0_u32, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = figures.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

fn range(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (position(first)?, position(last)?);
    Some(Merge {
        rows: (top, bottom),
        columns: (left, right),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_as_letters_and_figures() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("AB12"), Some((11, 27)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "1", "A", "A0", "ABCD1", "A99999999999", "Ä1"] {
            assert_eq!(position(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_is_what_its_format_shows() {
        let shown = |value, shape| shaped(value, shape, false);
        assert_eq!(shown(7.0, Shape::Figures(3)), Cell::Number(7.0, "007".to_owned()));
        assert_eq!(shown(0.625, Shape::Time).shown(), "15:00");
        assert_eq!(shown(46_521.0, Shape::Date).shown(), "2027-05-14");
        assert_eq!(shown(46_521.0, Shape::DateTime).shown(), "2027-05-14 00:00");
        assert_eq!(shown(46_521.625, Shape::Date).shown(), "2027-05-14 15:00");
        assert_eq!(shown(1.5, Shape::Time), Cell::Number(1.5, "1.5".to_owned()));
        assert_eq!(shown(-1.0, Shape::Date), Cell::Number(-1.0, "-1".to_owned()));
    }
}
