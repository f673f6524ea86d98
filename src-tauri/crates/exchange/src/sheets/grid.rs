//! The cells of a sheet as they come out of a file, and the bounds on how much is kept.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Cell, SheetNote, SheetRow};

/// Rows that are kept of a sheet; a year's outreach is some hundreds.
pub(super) const MOST_ROWS: usize = 20_000;
/// Columns that are kept of a row.
pub(super) const MOST_COLUMNS: usize = 512;
/// Cells that are kept of a sheet, or so many a row where more rows are kept than are usual.
const MOST_CELLS: usize = 2_000_000;
const MOST_CELLS_A_ROW: usize = 24;
/// Bytes of text that are kept of a sheet: a short file may repeat a long text in every cell.
const MOST_TEXT: usize = 64 * 1024 * 1024;
const MOST_TEXT_A_ROW: usize = 512;
/// Characters that are kept of a cell: Excel's own bound.
pub(super) const LONGEST_CELL: usize = 32_767;

/// Cells that are shown as one; rows and columns counted from 0, the last ones included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// What was met while reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) formulas: u32,
    pub(super) formulas_without_value: u32,
    pub(super) external_links: u32,
    pub(super) errors: u32,
    pub(super) merged: u32,
    pub(super) cells_cut: u32,
    pub(super) rows_cut: bool,
    /// How many rows were kept where rows were cut.
    pub(super) rows_kept: usize,
    pub(super) columns_cut: bool,
    pub(super) cut_off: bool,
    pub(super) unreadable: u32,
}

impl Met {
    pub(super) fn notes(&self) -> Vec<SheetNote> {
        let count = |n: u32| ("count", n.to_string());
        let counted = [
            ("formulas", self.formulas),
            ("formulas_without_value", self.formulas_without_value),
            ("external_links", self.external_links),
            ("merged_cells", self.merged),
            ("errors", self.errors),
            ("unreadable_characters", self.unreadable),
        ];
        let mut notes: Vec<SheetNote> = counted
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(code, n)| SheetNote::new(code, [count(n)]))
            .collect();
        if self.cells_cut > 0 {
            let most = ("most", LONGEST_CELL.to_string());
            notes.push(SheetNote::new("cells_cut", [count(self.cells_cut), most]));
        }
        if self.rows_cut {
            notes.push(SheetNote::new("rows_cut", [("most", self.rows_kept.to_string())]));
        }
        if self.columns_cut {
            notes.push(SheetNote::new(
                "columns_cut",
                [("most", MOST_COLUMNS.to_string())],
            ));
        }
        if self.cut_off {
            notes.push(SheetNote::new("cut_off", []));
        }
        notes
    }
}

/// Rows being collected.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<SheetRow>,
    pub(super) met: Met,
    merges: Vec<Merge>,
    cells: usize,
    text: usize,
    row: Vec<Cell>,
}

impl Grid {
    /// Puts a cell into the row being collected; `column` counts from 0.
    pub(super) fn put(&mut self, column: usize, cell: Cell) {
        if cell.is_empty() {
            return;
        }
        if column >= MOST_COLUMNS {
            self.met.columns_cut = true;
            return;
        }
        if matches!(cell, Cell::Error(_)) {
            self.met.errors += 1;
        }
        if self.row.len() <= column {
            self.row.resize(column + 1, Cell::Empty);
        }
        self.text += text_bytes(&cell);
        self.row[column] = cell;
    }

    /// Ends the row being collected, whose number counts from 1. Whether there is room for more.
    pub(super) fn end_row(&mut self, number: u32, most: usize) -> bool {
        if self.row.is_empty() {
            return true;
        }
        if self.is_full(most) {
            self.met.rows_cut = true;
            self.met.rows_kept = self.rows.len();
            self.row.clear();
            return false;
        }
        self.cells += self.row.len();
        self.rows.push(SheetRow {
            number,
            cells: std::mem::take(&mut self.row),
        });
        true
    }

    /// The row that was ended last once more, for a file that says it is repeated.
    pub(super) fn repeat_row(&mut self, number: u32, most: usize) -> bool {
        let Some(last) = self.rows.last() else { return true };
        self.row = last.cells.clone();
        self.text += self.row.iter().map(text_bytes).sum::<usize>();
        self.end_row(number, most)
    }

    fn is_full(&self, most: usize) -> bool {
        self.rows.len() >= most
            || self.cells >= MOST_CELLS.max(most * MOST_CELLS_A_ROW)
            || self.text >= MOST_TEXT.max(most * MOST_TEXT_A_ROW)
    }

    pub(super) fn merge(&mut self, merge: Merge) {
        if merge.rows.0 <= merge.rows.1 && merge.columns.0 <= merge.columns.1 {
            self.met.merged = self.met.merged.saturating_add(1);
            if self.merges.len() < MOST_ROWS {
                self.merges.push(merge);
            }
        }
    }

    /// The rows in order, with what a merged cell holds in every row and column that it covers: the value
    /// counts for each of them.
    pub(super) fn finish(mut self) -> (Vec<SheetRow>, Met) {
        self.rows.sort_by_key(|row| row.number);
        let mut filled = 0;
        for merge in std::mem::take(&mut self.merges) {
            let first = self.rows.partition_point(|row| row.number <= merge.rows.0);
            let after = self
                .rows
                .partition_point(|row| row.number <= merge.rows.1.saturating_add(1));
            let (left, right) = (merge.columns.0 as usize, merge.columns.1 as usize);
            let anchor = self
                .rows
                .get(first)
                .filter(|row| row.number == merge.rows.0.saturating_add(1));
            let Some(value) = anchor.and_then(|row| row.cells.get(left)).cloned() else {
                continue;
            };
            for row in &mut self.rows[first..after] {
                for column in left..=right.min(MOST_COLUMNS - 1) {
                    if filled >= MOST_CELLS || self.text >= MOST_TEXT {
                        break;
                    }
                    filled += 1;
                    if row.cells.len() <= column {
                        row.cells.resize(column + 1, Cell::Empty);
                    }
                    if row.cells[column].is_empty() {
                        self.text += text_bytes(&value);
                        row.cells[column] = value.clone();
                    }
                }
            }
        }
        (self.rows, self.met)
    }

    /// Text for a cell: without control characters, stray space and what turns the direction of writing.
    pub(super) fn text(&mut self, text: &str) -> Cell {
        let (cell, cut) = text_cell(text);
        self.met.cells_cut += u32::from(cut);
        cell
    }
}

fn text_bytes(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Number(_, text) | Cell::Error(text) => text.len(),
        Cell::Empty | Cell::DateTime(_) | Cell::Date(_) | Cell::Time(_) | Cell::Bool(_) => 0,
    }
}

/// A cell of text, and whether it was cut.
pub(crate) fn text_cell(text: &str) -> (Cell, bool) {
    let unseen = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let mut clean = if text.contains(unseen) || text.contains('\u{A0}') {
        let lines = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\u{A0}', " ");
        lines.chars().filter(|c| !unseen(*c)).collect::<String>()
    } else {
        text.to_owned()
    };
    let trimmed = clean.trim();
    // The apostrophe that keeps a text from being run as a formula is not part of the text.
    let bare = trimmed
        .strip_prefix('\'')
        .filter(|rest| crate::cell_text(rest).len() != rest.len() || crate::cell_text(rest) != **rest)
        .unwrap_or(trimmed);
    if bare.len() != clean.len() {
        clean = bare.trim().to_owned();
    }
    let cut = clean.len() > LONGEST_CELL && clean.chars().count() > LONGEST_CELL;
    if cut {
        clean = clean.chars().take(LONGEST_CELL).collect();
    }
    if clean.is_empty() {
        (Cell::Empty, cut)
    } else {
        (Cell::Text(clean), cut)
    }
}

/// A number as it is written: without a point where it is whole.
pub(super) fn number_text(value: f64) -> String {
    format!("{value}")
}

/// The day or time that a spreadsheet program means by a number; none outside its calendar.
///
/// Excel counts days from 1 January 1900 as day 1, with a 29 February 1900 that never was, or from
/// 1 January 1904 as day 0.
pub(super) fn serial(value: f64, epoch_1904: bool) -> Option<NaiveDateTime> {
    // Year 9999 ends on day 2,958,465.
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let base = if epoch_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else if value < 60.0 {
        NaiveDate::from_ymd_opt(1899, 12, 31)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    }?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "below 2.6e11 by the bound above, which an i64 holds"
    )]
    let seconds = (value * 86_400.0).round() as i64;
    base.and_time(NaiveTime::MIN)
        .checked_add_signed(TimeDelta::seconds(seconds))
}

/// A date or time in ISO 8601 as workbooks store it: `2027-05-14`, `2027-05-14T15:00:00`, `15:00:00`.
pub(super) fn iso(text: &str) -> Option<Cell> {
    let text = text.trim();
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(Cell::Date(day));
    }
    if let Ok(at) = text.trim_end_matches('Z').parse::<NaiveDateTime>() {
        return Some(Cell::DateTime(whole_seconds(at)));
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(Cell::DateTime(whole_seconds(at.naive_local())));
    }
    text.parse::<NaiveTime>().ok().map(Cell::Time)
}

fn whole_seconds(at: NaiveDateTime) -> NaiveDateTime {
    use chrono::Timelike;
    at.with_nanosecond(0).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1900_with_excels_slip_or_from_1904() {
        let day = |value, epoch| serial(value, epoch).unwrap().to_string();
        assert_eq!(day(1.0, false), "1900-01-01 00:00:00");
        assert_eq!(day(59.0, false), "1900-02-28 00:00:00");
        assert_eq!(day(61.0, false), "1900-03-01 00:00:00");
        assert_eq!(day(46_521.625, false), "2027-05-14 15:00:00");
        assert_eq!(day(45_059.625, true), "2027-05-14 15:00:00");
        assert_eq!(serial(-1.0, false), None);
        assert_eq!(serial(f64::NAN, false), None);
        assert_eq!(serial(3e6, false), None);
    }

    #[test]
    fn text_loses_what_cannot_be_seen_and_the_guard_against_formulas() {
        let text = |text: &str| text_cell(text).0.shown();
        assert_eq!(text(" a\u{0}\u{202E}b\u{A0}c\r\nd "), "ab c\nd");
        assert_eq!(text("'=1+1"), "=1+1");
        assert_eq!(text("'+852 2345"), "+852 2345");
        assert_eq!(text("'tis"), "'tis");
        assert_eq!(text("007"), "007");
        assert!(text_cell("\u{200B}\t ").0.is_empty());
        assert!(text_cell(&"字".repeat(40_000)).1);
    }

    #[test]
    fn a_merged_cell_counts_for_every_row_it_covers_and_hides_nothing() {
        let mut grid = Grid::default();
        for (number, texts) in [
            (1, ["City", "x"]),
            (2, ["London", "a"]),
            (3, ["", "b"]),
            (5, ["", "c"]),
        ] {
            for (column, text) in texts.iter().enumerate() {
                let cell = grid.text(text);
                grid.put(column, cell);
            }
            grid.end_row(number, 10);
        }
        grid.merge(Merge {
            rows: (1, 3),
            columns: (0, 1),
        });
        let (rows, met) = grid.finish();
        let shown: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.cells.iter().map(Cell::shown).collect())
            .collect();
        assert_eq!(shown[2], ["London", "b"]);
        assert_eq!(shown[3], ["", "c"]);
        assert_eq!(met.merged, 1);
    }

    #[test]
    fn what_is_kept_is_bounded_however_much_is_claimed() {
        let mut grid = Grid::default();
        grid.put(MOST_COLUMNS, Cell::Bool(true));
        assert!(grid.met.columns_cut);
        grid.put(0, Cell::Bool(true));
        assert!(grid.end_row(1, 2));
        assert!(grid.repeat_row(2, 2));
        assert!(!grid.repeat_row(3, 2));
        assert!(grid.met.rows_cut);
        grid.merge(Merge {
            rows: (0, u32::MAX),
            columns: (0, u32::MAX),
        });
        let (rows, _) = grid.finish();
        assert_eq!((rows.len(), rows[0].cells.len()), (2, MOST_COLUMNS));
    }
}
