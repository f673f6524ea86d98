//! OpenDocument spreadsheets coming in.
//!
//! One part of the archive holds all sheets, so it is walked through once to list them and once for the cells
//! of the one that is read. What a file says is repeated is kept once where it is empty: a sheet always claims
//! to be filled to its last row.

use std::collections::HashSet;

use chrono::NaiveTime;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, Part, xml_error};
use super::grid::{Grid, LONGEST_CELL, MOST_COLUMNS, Merge, iso, number_text};
use super::walk::{attribute, number, reference};
use super::{Cell, SheetError, SheetName};

const CONTENT: &str = "content.xml";

/// A spreadsheet, opened.
pub(super) struct Document<'a> {
    archive: Archive<'a>,
    sheets: Vec<SheetName>,
    pub(super) external_links: u32,
}

impl<'a> Document<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let mut archive = Archive::open(bytes)?;
        let locked = archive
            .text("META-INF/manifest.xml", 1024 * 1024)
            .is_some_and(|manifest| manifest.contains("encryption-data"));
        if locked {
            return Err(SheetError::Protected);
        }
        let mut found = Self {
            archive,
            sheets: Vec::new(),
            external_links: 0,
        };
        found.list()?;
        if found.sheets.is_empty() {
            return Err(SheetError::NoRows);
        }
        Ok(found)
    }

    /// The sheets, with the number of their last row and column that hold something.
    pub(super) fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The cells of a sheet, at most `most_rows` rows of them.
    pub(super) fn grid(&mut self, index: usize, most_rows: usize) -> Result<Grid, SheetError> {
        let mut part = content(&mut self.archive)?;
        let mut sheets = 0;
        let mut table = Table::default();
        let mut buffer = Vec::with_capacity(1024);
        loop {
            buffer.clear();
            let event = part
                .read_event_into(&mut buffer)
                .map_err(|error| xml_error(&error, "content"))?;
            if let Event::Start(element) = &event
                && element.local_name().as_ref() == "table"
            {
                sheets += 1;
            }
            let here = sheets == index + 1;
            if let Event::End(element) = &event
                && element.local_name().as_ref() == "table"
                && here
            {
                return Ok(table.grid);
            }
            if matches!(event, Event::Eof) {
                return Err(SheetError::Damaged { what: "content" });
            }
            if here && !table.step(&event, most_rows) {
                return Ok(table.grid);
            }
        }
    }

    fn list(&mut self) -> Result<(), SheetError> {
        let mut part = content(&mut self.archive)?;
        let mut hidden_styles = HashSet::new();
        let mut style = String::new();
        let mut buffer = Vec::with_capacity(1024);
        let mut table = Table::default();
        let mut inside = false;
        loop {
            buffer.clear();
            let event = part
                .read_event_into(&mut buffer)
                .map_err(|error| xml_error(&error, "content"))?;
            match &event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "style" => style = attribute(element, "name").unwrap_or_default(),
                    "table-properties"
                        if attribute(element, "display").is_some_and(|shown| shown == "false") =>
                    {
                        hidden_styles.insert(style.clone());
                    }
                    "table-source" | "dde-source" => self.external_links += 1,
                    "table" => {
                        inside = true;
                        table = Table::default();
                        self.sheets.push(SheetName {
                            name: attribute(element, "name").unwrap_or_default(),
                            rows: 0,
                            columns: 0,
                            hidden: attribute(element, "style-name")
                                .is_some_and(|style| hidden_styles.contains(&style)),
                        });
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table" => {
                    inside = false;
                    if let Some(sheet) = self.sheets.last_mut() {
                        (sheet.rows, sheet.columns) = table.last;
                    }
                }
                Event::Eof => return Ok(()),
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
            // Counting needs no rows to be kept.
            if inside {
                table.step(&event, 0);
            }
        }
    }
}

fn content<'p, 'a>(archive: &'p mut Archive<'a>) -> Result<Part<'p, 'a>, SheetError> {
    archive
        .part(CONTENT, "content")?
        .ok_or(SheetError::Damaged { what: "content" })
}

/// A sheet being walked through.
#[derive(Default)]
struct Table {
    grid: Grid,
    /// Numbers of the last row and column with something in them.
    last: (u32, u32),
    row: u32,
    repeat_row: u32,
    column: usize,
    cell: Option<Open>,
    /// How many elements deep inside a note, a picture or another thing that stands on a cell.
    aside: u32,
    paragraphs: u32,
}

/// The cell being read.
#[derive(Default)]
struct Open {
    kind: String,
    value: String,
    text: String,
    repeat: u32,
    formula: bool,
    error: bool,
    spans: (u32, u32),
}

impl Table {
    /// Takes one step; whether there is room for more rows. With room for none it only counts.
    fn step(&mut self, event: &Event<'_>, most_rows: usize) -> bool {
        match event {
            Event::Start(element) => self.begin(element),
            Event::End(element) => return self.end(element.local_name().as_ref(), most_rows),
            Event::Text(text) => self.take(&text.xml10_content()),
            Event::CData(text) => self.take(&text.xml10_content()),
            Event::GeneralRef(text) => self.take(&reference(text)),
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Eof => {}
        }
        true
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        if self.aside > 0 {
            self.aside += 1;
            return;
        }
        match element.local_name().as_ref() {
            "table-row" => {
                self.repeat_row = number(element, "number-rows-repeated").unwrap_or(1).max(1);
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.paragraphs = 0;
                self.cell = Some(self.open(element));
            }
            "annotation" | "frame" | "shapes" | "custom-shape" | "forms" | "tracked-changes" => {
                self.aside = 1;
            }
            "p" | "h" if self.cell.is_some() => {
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    self.take("\n");
                }
            }
            "s" => {
                let spaces = number(element, "c").unwrap_or(1).min(1_000) as usize;
                self.take(&" ".repeat(spaces));
            }
            "tab" => self.take("\t"),
            "line-break" => self.take("\n"),
            _ => {}
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Open {
        let mut open = Open {
            repeat: 1,
            spans: (1, 1),
            ..Open::default()
        };
        for found in element.attributes().with_checks(false).flatten() {
            let name = found.key.local_name();
            let figure = || found.value.trim().parse::<u32>().ok();
            match name.as_ref() {
                "number-columns-repeated" => open.repeat = figure().unwrap_or(1).max(1),
                "number-columns-spanned" => open.spans.1 = figure().unwrap_or(1).max(1),
                "number-rows-spanned" => open.spans.0 = figure().unwrap_or(1).max(1),
                // LibreOffice says twice of what kind a value is; only its own says that it is an error.
                "value-type" if found.key.as_ref().starts_with("calcext") => {
                    open.error = found.value == "error";
                }
                "value-type" => found.value.as_ref().clone_into(&mut open.kind),
                "value" | "date-value" | "time-value" | "boolean-value" => {
                    found.value.as_ref().clone_into(&mut open.value);
                }
                "formula" => {
                    open.formula = true;
                    self.grid.met.formulas += 1;
                    let formula = found.value.to_ascii_lowercase();
                    if formula.contains("://") || formula.contains("dde(") || formula.contains("webservice(")
                    {
                        self.grid.met.external_links += 1;
                    }
                }
                _ => {}
            }
        }
        open
    }

    fn take(&mut self, text: &str) {
        if self.aside > 0 || self.paragraphs == 0 {
            return;
        }
        if let Some(open) = &mut self.cell
            && open.text.len() <= 4 * LONGEST_CELL
        {
            open.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str, most_rows: usize) -> bool {
        if self.aside > 0 {
            self.aside -= 1;
            return true;
        }
        match name {
            "table-cell" | "covered-table-cell" => {
                if let Some(open) = self.cell.take() {
                    self.end_cell(&open);
                }
            }
            "table-row" => return self.end_row(most_rows),
            _ => {}
        }
        true
    }

    fn end_cell(&mut self, open: &Open) {
        let cell = self.cell(open);
        let first = self.column;
        self.column = self.column.saturating_add(open.repeat as usize);
        if cell.is_empty() {
            if open.formula {
                self.grid.met.formulas_without_value += 1;
            }
            return;
        }
        if open.spans != (1, 1) {
            let column = u32::try_from(first).unwrap_or(u32::MAX);
            self.grid.merge(Merge {
                rows: (self.row, self.row.saturating_add(open.spans.0 - 1)),
                columns: (column, column.saturating_add(open.spans.1 - 1)),
            });
        }
        for column in first..self.column.min(MOST_COLUMNS + 1) {
            self.grid.put(column, cell.clone());
        }
        let width = u32::try_from(self.column).unwrap_or(u32::MAX);
        self.last = (self.row.saturating_add(1), self.last.1.max(width));
    }

    fn cell(&mut self, open: &Open) -> Cell {
        if open.error {
            return Cell::Error(open.text.trim().chars().take(20).collect());
        }
        match open.kind.as_str() {
            "float" | "percentage" | "currency" => match open.value.trim().parse::<f64>() {
                Ok(value) if value.is_finite() => {
                    // Only leading zeros matter; any other form of a number may depend on its country.
                    let shown = open.text.trim();
                    let zeros = shown.starts_with('0') && shown.bytes().all(|b| b.is_ascii_digit());
                    Cell::Number(
                        value,
                        if zeros {
                            shown.to_owned()
                        } else {
                            number_text(value)
                        },
                    )
                }
                Ok(_) | Err(_) => self.grid.text(&open.text),
            },
            "date" => iso(&open.value).unwrap_or_else(|| self.grid.text(&open.text)),
            "time" => of_duration(&open.value).unwrap_or_else(|| self.grid.text(&open.text)),
            "boolean" => Cell::Bool(open.value == "true"),
            _ => self.grid.text(&open.text),
        }
    }

    fn end_row(&mut self, most_rows: usize) -> bool {
        let first = self.row;
        self.row = self.row.saturating_add(self.repeat_row);
        if self.last.0 > first {
            self.last.0 = self.row;
        }
        if most_rows == 0 {
            self.grid = Grid::default();
            return true;
        }
        let kept = self.grid.rows.len();
        if !self.grid.end_row(first.saturating_add(1), most_rows) {
            return false;
        }
        if self.grid.rows.len() > kept {
            for number in first.saturating_add(2)..=self.row {
                if !self.grid.repeat_row(number, most_rows) {
                    return false;
                }
            }
        }
        true
    }
}

/// A time of day written as a length: `PT15H30M00S`. A day or more is a length and no time of day.
fn of_duration(text: &str) -> Option<Cell> {
    let mut rest = text.trim().strip_prefix("PT")?;
    let mut part = |unit: char| -> Option<f64> {
        let Some((figures, after)) = rest.split_once(unit) else {
            return Some(0.0);
        };
        rest = after;
        figures
            .parse()
            .ok()
            .filter(|value: &f64| (0.0..1e9).contains(value))
    };
    let (hours, minutes, seconds) = (part('H')?, part('M')?, part('S')?);
    let total = hours * 3600.0 + minutes * 60.0 + seconds;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative and below 1e13 by the bound on each part"
    )]
    let whole = total.round() as u64;
    match NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(whole).ok()?, 0) {
        Some(time) => Some(Cell::Time(time)),
        None => Some(Cell::Number(total / 86_400.0, number_text(total / 86_400.0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_stored_as_a_length() {
        assert_eq!(of_duration("PT15H30M00S").unwrap().shown(), "15:30");
        assert_eq!(of_duration("PT09H05M").unwrap().shown(), "09:05");
        assert_eq!(of_duration("PT36H").unwrap(), Cell::Number(1.5, "1.5".to_owned()));
        assert_eq!(of_duration("15:30"), None);
        assert_eq!(of_duration("PTxH"), None);
    }
}
