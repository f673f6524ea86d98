//! What a planner types into a date field: `Fri 14 May 3–5pm`, `14.5.27 15:00`, `T-7`, `5月14日下午3時`.
//!
//! The text is cut into marks and read from left to right; nothing is guessed silently. Where a text can be
//! read in two ways the reading taken is told in [`ReadingNote`], and where a guess would be too bold (`3` for
//! an hour, a Friday that is a Thursday) the text is refused with what to write instead. The result is a wall
//! time of the venue; whether it exists there is for [`outreach_zones`] to say.

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a grammar asks for the marks it can use; all others end it"
)]
mod dates;
mod lexer;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a grammar asks for the marks it can use; all others end it"
)]
mod reader;
mod relative;
mod times;

use chrono::{NaiveDate, NaiveDateTime, Weekday};
use serde::{Deserialize, Serialize};

/// A text longer than this many bytes is not looked at.
pub const LONGEST: usize = 200;

/// What the reading of a text hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TypedContext {
    /// Today at the venue.
    pub today: NaiveDate,
    /// The day that `T-7` counts from, if there is one.
    pub anchor: Option<NaiveDate>,
    /// What the field holds now: gives the day to a bare time, the time to a bare day, and the year.
    pub start: Option<NaiveDateTime>,
    /// How long it lasts if no end is typed, in minutes; none leaves the end open.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub duration_min: Option<i64>,
    /// Which comes first in `5/6/2027`.
    pub order: DateOrder,
}

/// Which comes first in a date of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day, as in Hong Kong.
    #[default]
    DayFirst,
    /// The month.
    MonthFirst,
}

/// A text, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Typed {
    /// Start, wall time of the venue; midnight for whole days.
    pub start: NaiveDateTime,
    /// End, excluded; none if none was typed and no usual length is known.
    pub end: Option<NaiveDateTime>,
    /// Whether whole days are meant.
    pub all_day: bool,
    /// How the text was read where it could be read in another way.
    pub notes: Vec<ReadingNote>,
}

/// How a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReadingNote {
    /// `5/6/2027`: by the usual order; the other reading is given.
    OrderAssumed {
        /// The day it would be in the other order.
        other: NaiveDate,
    },
    /// No year was typed.
    YearAssumed {
        /// The year taken.
        year: i32,
    },
    /// No time was typed; the field's own was kept.
    TimeKept,
    /// No day was typed; the field's own, or today, was taken.
    DayKept {
        /// The day taken.
        day: NaiveDate,
    },
    /// No end was typed; the usual length was taken.
    UsualLength {
        /// Minutes.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        minutes: i64,
    },
    /// The end is on the next day.
    EndsNextDay,
    /// Counted from the anchor.
    FromAnchor {
        /// The day counted from.
        anchor: NaiveDate,
        /// Days after it; below zero before it.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        days: i64,
    },
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[error("{problem} at “{text}”; write for example {instead}")]
pub struct TypedTimeError {
    /// What is wrong.
    pub problem: TypedTimeProblem,
    /// Where the piece begins that is wrong, in bytes of the text.
    pub at: usize,
    /// The piece that is wrong.
    pub text: String,
    /// What can be written instead, ready to be put into the field.
    pub instead: String,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TypedTimeProblem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// Far too much was typed.
    #[error("the text is too long")]
    TooLong,
    /// The piece means nothing here.
    #[error("this is not understood")]
    NotUnderstood,
    /// A second day or time where one was known already.
    #[error("there is a day or time already")]
    Twice,
    /// The month has no such day, or the year no such month.
    #[error("there is no such day")]
    NoSuchDate,
    /// There is no such time of day.
    #[error("there is no such time of day")]
    NoSuchTime,
    /// The hour could be one in the morning or one in the afternoon.
    #[error("this could be morning or afternoon")]
    HourUnclear,
    /// The day of the week is another.
    #[error("that day is a {right}")]
    WrongWeekday {
        /// The day of the week that was typed.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        typed: Weekday,
        /// The one it is.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        right: Weekday,
    },
    /// The year is not one in which a plan may lie.
    #[error("the year must be from 1900 to 9999")]
    OutOfYears,
    /// `T-7`, but there is nothing to count from.
    #[error("there is no day to count from")]
    NoAnchor,
    /// The end would come long before the start.
    #[error("the end comes before the start")]
    EndBeforeStart,
}

/// Reads a text.
///
/// ```
/// use outreach_plan::typed_time::{DateOrder, TypedContext, read};
/// let context = TypedContext {
///     today: "2026-11-22".parse().unwrap(),
///     anchor: None,
///     start: None,
///     duration_min: Some(120),
///     order: DateOrder::DayFirst,
/// };
/// let typed = read("Fri 14 May 3–5pm", &context)?;
/// assert_eq!(typed.start.to_string(), "2027-05-14 15:00:00");
/// assert_eq!(typed.end.unwrap().to_string(), "2027-05-14 17:00:00");
///
/// let wrong = read("Thu 14 May 2027 3pm", &context).unwrap_err();
/// assert_eq!(wrong.instead, "Fri 14 May 2027");
/// # Ok::<(), outreach_plan::typed_time::TypedTimeError>(())
/// ```
///
/// # Errors
/// The text is empty, longer than [`LONGEST`], or a piece of it cannot be read; the error says which and what
/// to write instead. There is no text that makes this panic.
pub fn read(text: &str, context: &TypedContext) -> Result<Typed, TypedTimeError> {
    reader::Reader::new(text, context)?.read()
}

#[cfg(test)]
mod tests;
