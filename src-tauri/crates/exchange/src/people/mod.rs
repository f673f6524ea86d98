//! Lists of people: sheets and pasted cells in, sheets, a template and JSON out.
//!
//! Reading goes in steps, as with sheets of events: [`open_people`] finds the cells, [`guess_mapping`] and
//! [`ambiguous_dates`] find what must be asked, [`read_rows`] gives a draft or the problems of each row. A cell
//! that cannot be right is refused where it stands and can be mended by a correction. No Chinese name is turned
//! round: what cannot be split with evidence is kept whole.

mod draft;
mod field;
mod headings;
mod honorifics;
pub(crate) mod mailboxes;
pub(crate) mod names;
mod out;
pub(crate) mod read;
mod row;
pub(crate) mod telephones;

use crate::ExportError;
use crate::sheets::{AmbiguousColumn, Sheet, SheetChoice, SheetError};
use outreach_plan::people::Person;
use outreach_plan::{Language, Plan};

pub use draft::PersonDraft;
pub use field::PersonField;
pub use out::{InviteesOut, PeopleOut};
pub(crate) use out::{Table, Value};
pub use row::{CellProblem, Corrections, PersonRow, ReadPeople};

/// The reading was stopped from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reading was stopped")]
pub struct Stopped;

/// Opens a sheet of people: as [`crate::sheets::open_sheet`], with room for 200,000 rows and headings of people.
/// A `header_row` of 0 says that there are no headings.
///
/// # Errors
/// [`SheetError`] says what the file is instead of a spreadsheet, or which bound it breaks.
pub fn open_people(bytes: &[u8], ending: &str, choice: &SheetChoice) -> Result<Sheet, SheetError> {
    read::open(bytes, ending, choice)
}

/// Opens cells that were pasted: lines of values with tabs between them, as spreadsheet programs copy them.
///
/// # Errors
/// As [`open_people`].
pub fn open_paste(text: &str, choice: &SheetChoice) -> Result<Sheet, SheetError> {
    read::paste(text, choice)
}

/// What each column most likely holds, by its heading or, where there is none, by what stands in it.
pub fn guess_mapping(sheet: &Sheet) -> Vec<Option<PersonField>> {
    headings::mapping(sheet)
}

/// The columns of dates that must be asked about.
pub fn ambiguous_dates(sheet: &Sheet, mapping: &[Option<PersonField>]) -> Vec<AmbiguousColumn> {
    read::ambiguous(sheet, mapping)
}

/// A draft, or what is wrong, of each row.
///
/// # Errors
/// [`Stopped`] from outside.
pub fn read_rows(sheet: &Sheet, reading: &ReadPeople<'_>) -> Result<Vec<PersonRow>, Stopped> {
    read::rows(sheet, reading)
}

/// A workbook of people, marked [RESTRICTED] on every page.
///
/// # Errors
/// [`ExportError::TooMany`] past a sheet's rows.
pub fn write_people_xlsx(people: &PeopleOut<'_>) -> Result<Vec<u8>, ExportError> {
    out::people_xlsx(people)
}

/// The same as comma-separated values, the marking as the first line.
///
/// # Errors
/// [`ExportError::Writer`].
pub fn write_people_csv(people: &PeopleOut<'_>) -> Result<Vec<u8>, ExportError> {
    out::people_csv(people)
}

/// A workbook of an event's invitees, marked [RESTRICTED] on every page.
///
/// # Errors
/// [`ExportError::TooMany`] past a sheet's rows.
pub fn write_invitees_xlsx(invitees: &InviteesOut<'_>) -> Result<Vec<u8>, ExportError> {
    out::invitees_xlsx(invitees)
}

/// The same as comma-separated values, the marking as the first line.
///
/// # Errors
/// [`ExportError::Writer`].
pub fn write_invitees_csv(invitees: &InviteesOut<'_>) -> Result<Vec<u8>, ExportError> {
    out::invitees_csv(invitees)
}

/// People as JSON, each with every field that is held.
///
/// # Errors
/// [`ExportError::Writer`].
pub fn write_people_json(people: &[&Person]) -> Result<Vec<u8>, ExportError> {
    out::people_json(people)
}

/// A workbook to be filled in with people.
///
/// # Errors
/// [`ExportError::Writer`] if the workbook could not be put together.
pub fn write_people_template(language: Language, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    out::template(language, plan)
}
