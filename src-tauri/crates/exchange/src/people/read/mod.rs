//! Rows to drafts.

mod lists;
mod person;

pub(crate) use person::{is_traditional, put_by_script};

use std::collections::{BTreeMap, HashMap};

use outreach_plan::{MarketId, Plan};
use rayon::prelude::*;

use super::{CellProblem, Corrections, PersonField, PersonRow, ReadPeople, Stopped, headings};
use crate::sheets::{
    AmbiguousColumn, Cell, DateOrder, Names, Params, Sheet, SheetChoice, SheetError, SheetField, SheetNote,
    SheetRow, Wanted, ambiguous_columns, decided_orders, open_wanted, short, text_cell,
};

/// Rows that are kept: twice the ledger the program is made for.
const MOST_ROWS: usize = 200_000;
/// Rows between two looks at whether to stop.
const BREATH: usize = 1_024;

const PEOPLE: Wanted = Wanted {
    understood: headings::understood,
    least: 2,
    most_rows: MOST_ROWS,
    is_data: Some(headings::is_data),
};

pub(super) fn open(bytes: &[u8], ending: &str, choice: &SheetChoice) -> Result<Sheet, SheetError> {
    let mut sheet = open_wanted(bytes, ending, choice, &PEOPLE)?;
    let repeated = headings::repeated(&sheet.headings);
    if repeated > 0 {
        let count = [("count", repeated.to_string())];
        sheet.notes.push(SheetNote::new("duplicate_columns", count));
    }
    Ok(sheet)
}

pub(super) fn paste(text: &str, choice: &SheetChoice) -> Result<Sheet, SheetError> {
    // What was copied is text already, whatever encoding was chosen before.
    let choice = SheetChoice {
        encoding: Some("UTF-8".to_owned()),
        ..choice.clone()
    };
    open(text.as_bytes(), "tsv", &choice)
}

/// The mapping as the reader of dates wants it.
fn dates(mapping: &[Option<PersonField>]) -> Vec<Option<SheetField>> {
    mapping
        .iter()
        .map(|field| (*field == Some(PersonField::RetainUntil)).then_some(SheetField::StartDate))
        .collect()
}

pub(super) fn ambiguous(sheet: &Sheet, mapping: &[Option<PersonField>]) -> Vec<AmbiguousColumn> {
    ambiguous_columns(sheet, &dates(mapping))
}

pub(super) fn rows(sheet: &Sheet, reading: &ReadPeople<'_>) -> Result<Vec<PersonRow>, Stopped> {
    let people = Reading::of(sheet, reading);
    let total = sheet.rows.len();
    let mut rows = Vec::with_capacity(total);
    for some in sheet.rows.chunks(BREATH) {
        if (reading.cancel)(rows.len(), total).is_break() {
            return Err(Stopped);
        }
        rows.par_extend(some.par_iter().map(|row| people.row(row)));
    }
    Ok(rows)
}

/// What all rows of a sheet share.
struct Reading<'a> {
    sheet: &'a Sheet,
    plan: &'a Plan,
    country: Option<&'a str>,
    corrections: &'a Corrections,
    /// The columns of each field, in their order.
    columns: HashMap<PersonField, Vec<usize>>,
    orders: BTreeMap<usize, DateOrder>,
    names: Names,
    /// The row whose last cell begins with a quotation mark that is never closed: the rest of the file stands in it.
    unclosed: Option<u32>,
}

impl<'a> Reading<'a> {
    fn of(sheet: &'a Sheet, reading: &'a ReadPeople<'a>) -> Self {
        let mut columns: HashMap<PersonField, Vec<usize>> = HashMap::new();
        for (column, field) in reading.mapping.iter().enumerate() {
            if let Some(field) = field {
                let known = columns.entry(*field).or_default();
                if known.is_empty() || field.repeats() {
                    known.push(column);
                }
            }
        }
        Self {
            sheet,
            plan: reading.plan,
            country: reading.country,
            corrections: reading.corrections,
            columns,
            orders: decided_orders(sheet, &dates(reading.mapping), reading.orders),
            names: Names::of(reading.plan),
            unclosed: unclosed(sheet),
        }
    }

    fn row(&self, row: &SheetRow) -> PersonRow {
        let mended = self.mended(row);
        let mut open = Row {
            cells: mended.as_deref().unwrap_or(&row.cells),
            people: self,
            problems: Vec::new(),
            warnings: Vec::new(),
            kept: Vec::new(),
        };
        let person = if open.is_unclosed(row.number) {
            None
        } else {
            open.person()
        };
        let Row {
            problems, warnings, ..
        } = open;
        PersonRow {
            number: row.number,
            person: person.filter(|_| problems.is_empty()),
            problems,
            warnings,
        }
    }

    /// The cells of a row with what was mended in it; none where nothing was.
    fn mended(&self, row: &SheetRow) -> Option<Vec<Cell>> {
        let mut mends = self
            .corrections
            .range((row.number, 0)..=(row.number, u32::MAX))
            .peekable();
        mends.peek()?;
        let mut cells = row.cells.clone();
        for ((_, column), text) in mends {
            let column = *column as usize;
            if column < self.sheet.headings.len().max(cells.len()) {
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                cells[column] = text_cell(text).0;
            }
        }
        Some(cells)
    }

    fn markets(&self, text: &str) -> &[MarketId] {
        self.names.markets(text)
    }
}

/// One row being read.
struct Row<'r> {
    cells: &'r [Cell],
    people: &'r Reading<'r>,
    problems: Vec<CellProblem>,
    warnings: Vec<CellProblem>,
    /// What no field holds, by its heading.
    kept: Vec<String>,
}

impl<'r> Row<'r> {
    fn columns(&self, field: PersonField) -> &'r [usize] {
        self.people.columns.get(&field).map_or(&[], Vec::as_slice)
    }

    fn cell_at(&self, column: usize) -> &'r Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    fn problem(
        &self,
        column: Option<usize>,
        field: Option<PersonField>,
        code: &'static str,
        params: Params,
    ) -> CellProblem {
        CellProblem {
            column: column.and_then(|column| u32::try_from(column).ok()),
            field,
            text: column.map_or_else(String::new, |column| short(&self.cell_at(column).shown())),
            code,
            params,
        }
    }

    fn refuse(&mut self, column: usize, field: PersonField, code: &'static str, params: Params) {
        let problem = self.problem(Some(column), Some(field), code, params);
        self.problems.push(problem);
    }

    fn warn(&mut self, column: usize, field: PersonField, code: &'static str, params: Params) {
        let warning = self.problem(Some(column), Some(field), code, params);
        self.warnings.push(warning);
    }

    /// Whether the rest of the file stands in this row; then nothing of it is read.
    fn is_unclosed(&mut self, number: u32) -> bool {
        let column = self.cells.len().saturating_sub(1);
        let unclosed = self.people.unclosed == Some(number) && holds_a_break(self.cell_at(column));
        if unclosed {
            let problem = self.problem(Some(column), None, "unclosed_quote", Params::new());
            self.problems.push(problem);
        }
        unclosed
    }

    /// What the cell of a field shows, on one line; empty where there is nothing. What a spreadsheet could not
    /// compute is a problem.
    fn line(&mut self, field: PersonField) -> String {
        match self.columns(field).first() {
            Some(column) => self.line_at(*column, field),
            None => String::new(),
        }
    }

    fn line_at(&mut self, column: usize, field: PersonField) -> String {
        let text = match self.cell_at(column) {
            Cell::Empty => return String::new(),
            Cell::Error(_) => {
                self.refuse(column, field, "cell_error", Params::new());
                return String::new();
            }
            Cell::Text(text) if field.is_of_a_name() && !is_one_name(text) => {
                self.refuse(column, field, "line_break", Params::new());
                return String::new();
            }
            Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            cell @ (Cell::Number(..) | Cell::DateTime(_) | Cell::Date(_) | Cell::Time(_) | Cell::Bool(_)) => {
                cell.shown()
            }
        };
        if text.chars().count() > person::LONGEST_LINE {
            let most = Params::from([("most", person::LONGEST_LINE.to_string())]);
            self.refuse(column, field, "too_long", most);
            return String::new();
        }
        if super::mailboxes::is_placeholder(&text) {
            String::new()
        } else {
            text
        }
    }

    /// Keeps a text in the notes under its own heading.
    fn keep(&mut self, column: usize, text: &str) {
        let heading = self.people.sheet.headings.get(column).map_or("", String::as_str);
        let gap = if heading.is_empty() { "" } else { ": " };
        self.kept.push(format!("{heading}{gap}{text}"));
    }
}

/// The row in which the rest of a text file stands, after a quotation mark that is never closed.
fn unclosed(sheet: &Sheet) -> Option<u32> {
    sheet.notes.iter().find(|note| note.code == "cut_off")?;
    let last = sheet.rows.last()?;
    holds_a_break(last.cells.last()?).then_some(last.number)
}

fn holds_a_break(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.contains('\n'))
}

/// Whether a cell holds the name of one: on one line, or on two in two scripts.
fn is_one_name(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let is_chinese = |line: &str| line.chars().any(super::names::is_han);
    match lines.as_slice() {
        [one, other] => is_chinese(one) != is_chinese(other),
        lines => lines.len() < 2,
    }
}
