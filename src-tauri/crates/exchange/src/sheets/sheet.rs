//! A sheet as it was found: headings, rows of cells, and what was not taken over.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// Values that the words of a code are filled with, by name.
pub type Params = BTreeMap<&'static str, String>;

/// What a planner chose about a file, where the guess was wrong. All of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// The label of the encoding of a text file, as [`EncodingFound::label`] has it.
    pub encoding: Option<String>,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The row of the headings, counted from 1 as spreadsheet programs do.
    pub header_row: Option<u32>,
}

/// What sort of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetForm {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Values separated by a comma, a semicolon or a tab.
    Csv,
}

impl SheetForm {
    /// The key under which the form is written in answers.
    pub fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Csv => "csv",
        }
    }
}

/// The encoding of a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingFound {
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE`, `Big5-HKSCS`, `GB18030` or `windows-1252`.
    pub label: String,
    /// Whether the bytes leave no doubt.
    pub sure: bool,
    /// The encodings in which the file could be read too, likelier ones first.
    pub others: Vec<String>,
}

/// A sheet of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// What it is called; empty for a text file.
    pub name: String,
    /// How many rows have something in them; for a sheet that was not read as far as its file says, 0 where it
    /// does not say.
    pub rows: u32,
    /// How many columns, likewise.
    pub columns: u32,
    /// Whether the file hides it.
    pub hidden: bool,
}

/// A sheet, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What sort of file it is from.
    pub form: SheetForm,
    /// For a text file, its encoding.
    pub encoding: Option<EncodingFound>,
    /// What separates the values of a text file.
    pub delimiter: Option<char>,
    /// All sheets of the file.
    pub sheets: Vec<SheetName>,
    /// The name of the one that was read.
    pub sheet: String,
    /// The row of the headings, counted from 1; 0 where there are none.
    pub header_row: u32,
    /// The headings, one a column; empty where a column has none.
    pub headings: Vec<String>,
    /// The rows after the headings that have something in them.
    pub rows: Vec<SheetRow>,
    /// What was read differently from how it stands in the file.
    pub notes: Vec<SheetNote>,
    /// A fingerprint of the headings: the key under which a mapping is remembered.
    pub layout: String,
    /// Whether numbers count days from 1904 rather than 1900.
    pub epoch_1904: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// Its number in the file, counted from 1.
    pub number: u32,
    /// Its cells, from the first column on; there may be fewer than headings.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or nothing that can be seen.
    Empty,
    /// Text, without control characters.
    Text(String),
    /// A number, and how it is shown where that can matter: `007`.
    Number(f64, String),
    /// A date with a time of day.
    DateTime(NaiveDateTime),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// True or false.
    Bool(bool),
    /// What the spreadsheet program could not compute: `#REF!`.
    Error(String),
}

impl Cell {
    /// What a reader sees.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) | Self::Number(_, text) => text.clone(),
            Self::DateTime(at) => at.format("%Y-%m-%d %H:%M").to_string(),
            Self::Date(day) => day.format("%Y-%m-%d").to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// Something that was read differently from how it stands in the file.
///
/// Codes: `formulas` {count}, `external_links` {count}, `merged_cells` {count}, `errors` {count},
/// `formulas_without_value` {count}, `rows_cut` {most}, `columns_cut` {most}, `cells_cut` {count, most},
/// `other_ending` {ending, form},
/// `cut_off` (the file ends within a character or a row), `unreadable_characters` {count},
/// `two_header_rows`, `example_rows` {count}, and of people `no_headings`, `duplicate_columns` {count}.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetNote {
    /// Which.
    pub code: &'static str,
    /// Its values.
    pub params: Params,
}

impl SheetNote {
    pub(crate) fn new<const N: usize>(code: &'static str, params: [(&'static str, String); N]) -> Self {
        Self {
            code,
            params: params.into(),
        }
    }
}

/// Which comes first in a date of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `03/04/2027` is the third of April.
    DayFirst,
    /// `03/04/2027` is the fourth of March.
    MonthFirst,
    /// `27/03/04` is the fourth of March 2027.
    YearFirst,
}

impl DateOrder {
    /// All three.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];

    /// The key under which the order is written in requests.
    pub fn key(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::YearFirst => "year_first",
        }
    }
}

/// A column of dates that can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmbiguousColumn {
    /// Which, counted from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// Some of its dates, with what each would be.
    pub samples: Vec<DateSample>,
    /// The orders to choose from, likelier ones first.
    pub orders: Vec<DateOrder>,
}

/// A date that can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSample {
    /// As it stands in the cell.
    pub text: String,
    /// What it is in each order in which it exists.
    pub readings: Vec<(DateOrder, NaiveDate)>,
}
