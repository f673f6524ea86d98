//! Programme spreadsheets as others keep them: XLSX, ODS and CSV in, a template out.
//!
//! Reading goes in three steps, so that a planner can be asked between them: [`open_sheet`] finds the cells,
//! [`guess_mapping`] and [`ambiguous_dates`] find what must be asked, [`read_rows`] gives a verdict on each
//! row. Nothing is guessed silently: what could be read in two ways is a question, what cannot be right is
//! refused with its cell, and what was read in a way worth knowing is a warning.
//!
//! Workbooks are walked through with `zip` and `quick-xml` rather than read by `calamine`, which the tests use
//! as a second opinion. Its OpenDocument reader (0.38) lays out the whole rectangle between the first and the
//! last cell before anything can be asked of it, up to 100 million cells of value and formula: some gigabytes
//! from a file of three kilobytes that no check of the archive can tell from a good one. It gives neither
//! merged cells nor links there. Of a workbook's XML it streams a cell's formula or its style but not both, and
//! without the style a date cannot be told from a date with a time. The walk keeps rows as they come, never
//! keeps empty ones, and stops at a bound. Nor is `chardetng` used for text: it names one encoding without
//! saying how sure it is, and a planner must be shown when it is a guess.

mod archive;
mod cities;
mod error;
mod field;
mod grid;
mod headings;
mod names;
mod ods;
mod open;
mod orders;
mod rows;
mod sheet;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the many fields only some have choices or a form of their own; the others are text"
)]
mod template;
mod text;
mod verdict;
mod walk;
mod when;
mod xlsx;

pub(crate) use grid::text_cell;
pub(crate) use headings::{folded, without_brackets};
pub(crate) use names::{Names, entries, sector, tongue};
pub(crate) use open::{Wanted, open as open_wanted};
pub(crate) use orders::{ambiguous as ambiguous_columns, decided as decided_orders};
pub(crate) use rows::short;
pub(crate) use when::{Unread, read as read_when};

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

/// The label of the encoding in which bytes most likely are text.
pub(crate) fn guess_encoding(bytes: &[u8]) -> String {
    text::decode(bytes, None).map_or_else(|_| "windows-1252".to_owned(), |decoded| decoded.found.label)
}

/// Opens a file: finds out what it is, and reads the sheet that was chosen, or the first with rows.
///
/// `ending` is the file name's, without the point; what the file holds decides where the two differ.
///
/// # Errors
/// [`SheetError`] says what the file is instead of a spreadsheet, or which bound it breaks.
pub fn open_sheet(bytes: &[u8], ending: &str, choice: &SheetChoice) -> Result<Sheet, SheetError> {
    open::open(bytes, ending, choice, &open::EVENTS)
}

/// What each column most likely holds, by its heading in any of the three languages; none where no heading
/// says it. No field is given twice.
pub fn guess_mapping(sheet: &Sheet) -> Vec<Option<SheetField>> {
    headings::mapping(sheet)
}

/// The columns of dates that must be asked about: they hold such as `03/04/2027`, and no cell of the column
/// decides the order.
pub fn ambiguous_dates(sheet: &Sheet, mapping: &[Option<SheetField>]) -> Vec<AmbiguousColumn> {
    orders::ambiguous(sheet, mapping)
}

/// A verdict on each row. `orders` holds what was answered to [`ambiguous_dates`], by column (from 0).
pub fn read_rows(
    sheet: &Sheet,
    mapping: &[Option<SheetField>],
    orders: &BTreeMap<u32, DateOrder>,
    plan: &Plan,
) -> Vec<RowVerdict> {
    rows::read(sheet, mapping, orders, plan)
}

/// A workbook to be filled in, with choices where a cell takes one of a list.
///
/// # Errors
/// [`ExportError::Writer`] if the workbook could not be put together.
pub fn write_template(language: Language, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    template::write(language, plan)
}
