//! Telephone numbers in the form of ITU-T E.164.

use std::fmt;

use thiserror::Error;

/// A telephone number: `+`, country code, national number; 15 digits at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct E164(String);

impl E164 {
    /// `+85221234567`
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is no telephone number. Holds no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum NumberProblem {
    /// There is nothing.
    #[error("no number was given")]
    Empty,
    /// A spreadsheet wrote it as `1.2E+10`, and its digits are lost.
    #[error("a spreadsheet shortened the number and its digits are lost")]
    Shortened,
    /// It holds letters or signs that no number has.
    #[error("there are letters or signs that no telephone number has")]
    NotANumber,
    /// It does not begin with a country code, and the country is not known.
    #[error("the country is not told")]
    NoCountry,
    /// No country has this code.
    #[error("no country has this code")]
    UnknownCountry,
    /// Too few digits for the country.
    #[error("there are too few digits for the country")]
    TooShort,
    /// Too many digits for the country.
    #[error("there are too many digits for the country")]
    TooLong,
}

impl NumberProblem {
    /// The code over the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "telephone_empty",
            Self::Shortened => "telephone_shortened",
            Self::NotANumber => "telephone_not_a_number",
            Self::NoCountry => "telephone_no_country",
            Self::UnknownCountry => "telephone_unknown_country",
            Self::TooShort => "telephone_too_short",
            Self::TooLong => "telephone_too_long",
        }
    }
}

/// The number in E.164, read as somebody in `country` (ISO 3166-1 alpha-2) would dial it, or with its country
/// code. An extension is left out; keep the text as written beside it.
pub fn e164(_raw: &str, _country: Option<&str>) -> Result<E164, NumberProblem> {
    Err(NumberProblem::Empty)
}
