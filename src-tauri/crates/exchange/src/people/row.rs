//! What reading a list of people needs to be told, and what it says of each row.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use outreach_plan::Plan;

use super::{PersonDraft, PersonField};
use crate::sheets::{DateOrder, Params};

/// Cells as a planner mended them: row number (from 1, as in the file) and column (from 0) to text.
pub type Corrections = BTreeMap<(u32, u32), String>;

/// How a list of people is to be read.
pub struct ReadPeople<'a> {
    /// What each column holds.
    pub mapping: &'a [Option<PersonField>],
    /// What was answered to [`super::ambiguous_dates`], by column (from 0).
    pub orders: &'a BTreeMap<u32, DateOrder>,
    /// Cells that were mended; they count instead of what stands in the file.
    pub corrections: &'a Corrections,
    /// The plan, for its markets.
    pub plan: &'a Plan,
    /// ISO 3166-1 alpha-2: where telephone numbers without a country's code are from; none: the row's own market.
    pub country: Option<&'a str>,
    /// Told how much is done of how much, in rows; may stop the reading.
    pub cancel: &'a dyn Fn(usize, usize) -> ControlFlow<()>,
}

/// A row, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Its number in the file, counted from 1.
    pub number: u32,
    /// Who it is; none if `problems` has any.
    pub person: Option<PersonDraft>,
    /// What cannot be right; each can be mended by a correction.
    pub problems: Vec<CellProblem>,
    /// What was read in a way worth knowing.
    pub warnings: Vec<CellProblem>,
}

/// Something about a cell of a list of people.
///
/// Problems: `nobody` (the row is about nobody), `no_name` (an address or a number alone), `not_an_email` {text},
/// `number_rounded` (1.2E+10: digits are lost), `not_a_number`, `cell_error` (#REF!), `bad_date`,
/// `date_ambiguous`, `too_long` {most}, `line_break` (a name on several lines, which may be several people's),
/// `unclosed_quote` (a quotation mark is never closed, so that the rest of the file stands in the cell).
/// Warnings: `zero_lost` (a leading nought was lost), `no_country_code`, `number_unlikely` (too short, too long),
/// `name_order_guessed`, `name_unsplit` (one name alone), `body_assumed` (an organisation without a name of a
/// person), `display_name_dropped`, `nature_unknown`, `date_order` {order}; and, each {text} and kept in the
/// notes, `market_unknown`, `sector_unknown`, `scheme_unknown`, `language_unknown`, `country_unknown`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The column, counted from 0; none where no column is to blame.
    pub column: Option<u32>,
    /// What the column holds.
    pub field: Option<PersonField>,
    /// What stands in the cell, cut short.
    pub text: String,
    /// Which.
    pub code: &'static str,
    /// Its values.
    pub params: Params,
}
