//! Why a file is not read at all.

use super::Params;

/// Why a file is not read at all. Nothing of it was taken over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is something else: a calendar, a page, a picture.
    #[error("the file is no spreadsheet but looks like {looks}")]
    NotASheet {
        /// What it looks like: `ics`, `html`, `pdf`, `docx`, `zip`, `json`, `binary`.
        looks: &'static str,
    },
    /// The binary form that Excel wrote until 2003.
    #[error("the file is in Excel's form of before 2007")]
    OldExcel,
    /// It is locked with a password.
    #[error("the file is protected by a password")]
    Protected,
    /// It has more bytes than are read.
    #[error("the file has more than {most} bytes")]
    TooLarge {
        /// Bytes.
        most: u64,
    },
    /// It would unpack to more than is read: probably made to fill the memory.
    #[error("the file unpacks to more than {most} bytes")]
    Bomb {
        /// Bytes.
        most: u64,
    },
    /// It ends too early or its parts do not fit.
    #[error("the file is damaged: {what}")]
    Damaged {
        /// What was being read: `archive`, `workbook`, `styles`, `strings`, `sheet`, `content`.
        what: &'static str,
    },
    /// It has no sheet of that name.
    #[error("the file has no sheet of that name")]
    NoSuchSheet {
        /// The names it has.
        sheets: Vec<String>,
    },
    /// No sheet has a row.
    #[error("no sheet of the file has a row")]
    NoRows,
    /// There is no row for headings there.
    #[error("there are no headings in row {row}")]
    NoHeadings {
        /// The row, counted from 1.
        row: u32,
    },
    /// No encoding of that name is read.
    #[error("no encoding of that name is read")]
    UnknownEncoding,
}

impl SheetError {
    /// The code of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "sheet_empty",
            Self::NotASheet { .. } => "not_a_sheet",
            Self::OldExcel => "sheet_old_excel",
            Self::Protected => "sheet_protected",
            Self::TooLarge { .. } => "sheet_too_large",
            Self::Bomb { .. } => "sheet_bomb",
            Self::Damaged { .. } => "sheet_damaged",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::NoRows => "sheet_without_rows",
            Self::NoHeadings { .. } => "sheet_without_headings",
            Self::UnknownEncoding => "unknown_encoding",
        }
    }

    /// What its words are filled with.
    pub fn params(&self) -> Params {
        match self {
            Self::NotASheet { looks } => Params::from([("looks", (*looks).to_owned())]),
            Self::TooLarge { most } | Self::Bomb { most } => Params::from([("most", most.to_string())]),
            Self::Damaged { what } => Params::from([("what", (*what).to_owned())]),
            Self::NoHeadings { row } => Params::from([("row", row.to_string())]),
            Self::Empty
            | Self::OldExcel
            | Self::Protected
            | Self::NoSuchSheet { .. }
            | Self::NoRows
            | Self::UnknownEncoding => Params::new(),
        }
    }
}
