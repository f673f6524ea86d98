//! Lists of people that others wrote, on their way in.
//!
//! One request serves the preview and the commit, so that what is written is what was shown. The preview is windowed:
//! a list of a hundred thousand rows is read once and looked at in pieces.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use outreach_plan::people::{Person, Purpose};
use outreach_plan::reference::CountryCode;
use outreach_plan::{Language, MarketId, NoticeId, PersonId};
use serde::{Deserialize, Serialize};

use super::{AlikeView, PersonRow};
use crate::views::{
    ColumnOrder, DatesAsked, EncodingView, FieldChange, ImportLoss, ImportNote, ImportProblem, SheetReading,
};

/// What sort of list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PeopleFileKind {
    /// A spreadsheet: XLSX, ODS or CSV; or a table that was pasted.
    Sheet,
    /// Contact cards: vCard 2.1, 3.0 or 4.0.
    Cards,
}

/// A list of people that the planner chose or pasted. What it holds stays here.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChosenPeople {
    /// Its number; holds for any number of previews and for the commit, until the workspace is closed or locked.
    pub file: u32,
    /// What sort, by its content.
    pub kind: PeopleFileKind,
    /// Its name without folder; empty for what was pasted.
    pub name: String,
    /// Whether it was pasted.
    pub pasted: bool,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
}

/// Takes what was pasted: a table as spreadsheets put it on the clipboard, or contact cards.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PastePeople {
    /// The text, 16 MB at most.
    pub text: String,
}

/// A cell that the planner wrote otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CellCorrection {
    /// The row, as the preview names it.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What it should have said; empty leaves it out.
    pub text: String,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RowAct {
    /// It becomes a record of its own.
    New,
    /// It stays out.
    Skip,
    /// It is the person named: what it says and the record does not, is added.
    Same,
}

/// What the planner decided about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RowDecision {
    /// The row.
    pub row: u32,
    /// What becomes of it.
    pub act: RowAct,
    /// Who it is, for [`RowAct::Same`]; without it the likeliest.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub person: Option<PersonId>,
}

/// Asks what an import would do, or for it to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct PreviewPeople {
    /// The number of the chosen file.
    pub file: u32,
    /// The language of names in the answer, and of what does not tell its own.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
    /// The encoding of a CSV file or of cards, instead of the one found.
    #[serde(default)]
    pub encoding: Option<String>,
    /// Sheets: which sheet, instead of the first that holds something.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Sheets: which row holds the headings, from 1, instead of the one found.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// Sheets: what each column holds, as [`SheetReading::fields`] names it (null leaves it out), instead of what was
    /// remembered or guessed.
    #[serde(default)]
    pub mapping: Option<Vec<Option<String>>>,
    /// Sheets: how dates of a column are written, by its place from 0.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeMap<u32, ColumnOrder>>", optional))]
    pub date_orders: BTreeMap<u32, ColumnOrder>,
    /// The country of telephone numbers that name none, ISO 3166-1 alpha-2; without it the market's, else none.
    #[serde(default)]
    pub country: Option<CountryCode>,
    /// Cells that the planner wrote otherwise.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub corrections: Vec<CellCorrection>,
    /// What was decided row by row.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub decisions: Vec<RowDecision>,
    /// What becomes of possible duplicates that were not decided; without it they have to be.
    #[serde(default)]
    pub undecided: Option<RowAct>,
    /// The collection notice that these people were given.
    #[serde(default)]
    pub notice: Option<NoticeId>,
    /// On which day it was given and consent was said; without it today, by Hong Kong's calendar.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How it was given: on the form, by e-mail, at the desk.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub by: String,
    /// The purposes to which these people consented.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub purposes: Vec<Purpose>,
    /// Until when they may be held; without it what the notice says.
    #[serde(default)]
    pub retain_until: Option<NaiveDate>,
    /// The market of those whose row names none.
    #[serde(default)]
    pub market: Option<MarketId>,
    /// Tags that all of them get.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub tags: Vec<String>,
    /// Where the data came from, in the words of the planner; without it the file's name.
    #[serde(default)]
    pub source: Option<String>,
    /// The first row wanted, from 0, among those of `only`.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from: u32,
    /// So many rows, 500 at most; 0 means 100.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: u32,
    /// Only rows with this verdict.
    #[serde(default)]
    pub only: Option<PersonVerdict>,
    /// The fingerprint of the preview that was looked at: a commit of a file that has changed since is refused.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

/// What would become of a row by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PersonVerdict {
    /// It becomes a record of its own.
    New,
    /// It says more than, or other than, the record of the same name and address or number.
    Changed,
    /// It says what is stored, or what was taken in from it before.
    Same,
    /// It may be somebody who is stored, or who stands in another row: the planner decides.
    Alike,
    /// It cannot be read, or names nobody.
    Refused,
}

/// A row or card of the file.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PersonImportRow {
    /// Names the row in corrections and decisions: the sheet's row number; of cards the place, from 1.
    pub row: u32,
    /// What would become of it by itself.
    pub verdict: PersonVerdict,
    /// What was decided about it.
    pub decision: Option<RowDecision>,
    /// Its cells as they are written, corrected ones as they were corrected; empty for cards.
    pub cells: Vec<String>,
    /// What it was read as; of a refused row as far as it could be.
    pub draft: Person,
    /// The name in the language.
    pub name: String,
    /// The record that it changes or equals.
    pub person: Option<PersonRow>,
    /// What it changes there, field by field.
    pub changes: Vec<FieldChange>,
    /// Who it may be, the likeliest first.
    pub alike: Vec<AlikeView>,
    /// Why it is refused, or cells that could not be read.
    pub problems: Vec<ImportProblem>,
    /// What was read in a way the planner should know.
    pub warnings: Vec<ImportProblem>,
}

/// How many rows have which verdict. `total` is the sum of the verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleCounts {
    /// Rows in the file.
    pub total: u32,
    /// Of their own.
    pub new: u32,
    /// Say more than what is stored.
    pub changed: u32,
    /// Say what is stored.
    pub same: u32,
    /// Possible duplicates.
    pub alike: u32,
    /// Refused.
    pub refused: u32,
    /// Left out by the planner, of whichever verdict.
    pub skipped: u32,
    /// Possible duplicates that nobody has decided.
    pub undecided: u32,
    /// Records that the commit would make.
    pub adds: u32,
    /// Records that the commit would change.
    pub changes: u32,
}

/// What an import would do. Nothing is stored.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeoplePreview {
    /// The file's name; empty for what was pasted.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// Changes with the file; to be sent with the commit.
    pub fingerprint: String,
    /// What sort of list it is.
    pub kind: PeopleFileKind,
    /// How a spreadsheet was read.
    pub sheet: Option<SheetReading>,
    /// How the text of cards was read; of a spreadsheet see `sheet`.
    pub encoding: Option<EncodingView>,
    /// Orders of dates that have to be said before.
    pub date_asks: Vec<DatesAsked>,
    /// Whether everything that has to be said is said: dates, and possible duplicates.
    pub answered: bool,
    /// How many of which.
    pub counts: PeopleCounts,
    /// How many rows there are with the verdict asked for.
    pub fitting: u32,
    /// The first row of this window, from 0.
    pub from: u32,
    /// The window, in the order of the file.
    pub rows: Vec<PersonImportRow>,
    /// What cannot be kept.
    pub losses: Vec<ImportLoss>,
    /// What else is to be known.
    pub notes: Vec<ImportNote>,
}

/// What an import did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleImported {
    /// How many of which.
    pub counts: PeopleCounts,
    /// Number of the one change in the history; none if nothing differed.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub change: Option<i64>,
    /// The people that are new or other than they were, in the order of the file; the first 1,000.
    pub people: Vec<PersonId>,
}
