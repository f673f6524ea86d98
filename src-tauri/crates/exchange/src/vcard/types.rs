//! What reading cards needs to be told, and what it gives back.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::incoming::{Loss, TextEncoding};
use crate::people::PersonDraft;
use crate::sheets::Params;

/// What a file of cards may be at most, in bytes; pictures take most of it.
pub const LARGEST_CARDS: usize = 512 << 20;
/// How many cards a file may hold.
pub const MOST_CARDS: usize = 200_000;

/// How cards are to be read.
pub struct ReadCards<'a> {
    /// An encoding by its WHATWG label, for texts that name none themselves; none: found out.
    pub encoding: Option<&'a str>,
    /// ISO 3166-1 alpha-2: where telephone numbers without a country's code are from; none: not told.
    pub country: Option<&'a str>,
    /// Told how much is done of how much, in bytes; may stop the reading.
    pub cancel: &'a dyn Fn(usize, usize) -> ControlFlow<()>,
}

/// A file of cards, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// How texts were read that name no encoding themselves.
    pub encoding: TextEncoding,
    /// The cards, in the order of the file.
    pub cards: Vec<Card>,
    /// Cards that name nobody. With `cards` they are all that the file holds.
    pub refused: Vec<RefusedCard>,
    /// What was understood but has no place in a record, by property (`ADR`, `PHOTO`, …).
    pub losses: Vec<Loss>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The line of its BEGIN, from 1.
    pub line: u32,
    /// UID; empty if it has none.
    pub uid: String,
    /// Who it is.
    pub person: PersonDraft,
    /// What a planner should look at: `name_order_guessed`, `name_unsplit`, `no_name`, `text_cut`,
    /// `encoding_guessed`, `unfinished` (the file ends within it).
    pub warnings: Vec<&'static str>,
    /// Lines of it that are left out, for they cannot be right.
    pub left_out: Vec<LeftOut>,
}

/// A line of a card that is left out. The person is taken in without it.
///
/// Codes: `line_left_out` (it is no property), `email_left_out` {text}, `number_left_out` {text}, `agent_left_out`
/// (cards within cards without an end), `more_left_out` {count} (further lines, which are not listed).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where, from 1.
    pub line: u32,
    /// What is wrong.
    pub code: &'static str,
    /// Its values.
    pub params: Params,
}

/// A card that names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedCard {
    /// The line of its BEGIN, from 1.
    pub line: u32,
    /// `nobody`.
    pub code: &'static str,
}

/// Which vCard is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardVersion {
    /// RFC 2426, which telephones and Outlook read.
    #[default]
    V3,
    /// RFC 6350.
    V4,
}

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// See [`LARGEST_CARDS`].
    #[error("the file has more than {most} bytes")]
    TooLarge {
        /// Bytes.
        most: usize,
    },
    /// See [`MOST_CARDS`].
    #[error("the file holds more than {most} cards")]
    TooMany {
        /// How many are read.
        most: usize,
    },
    /// No card begins in it.
    #[error("the file holds no contact card")]
    NotCards,
    /// No encoding of that name is read.
    #[error("there is no encoding of that name")]
    UnknownEncoding,
    /// Stopped from outside.
    #[error("the reading was stopped")]
    Stopped,
}

impl CardError {
    /// The code of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "cards_too_large",
            Self::TooMany { .. } => "cards_too_many",
            Self::NotCards => "not_cards",
            Self::UnknownEncoding => "unknown_encoding",
            Self::Stopped => "stopped",
        }
    }

    /// What its words are filled with.
    pub fn params(&self) -> Params {
        match self {
            Self::TooLarge { most } | Self::TooMany { most } => BTreeMap::from([("most", most.to_string())]),
            Self::NotCards | Self::UnknownEncoding | Self::Stopped => BTreeMap::new(),
        }
    }
}
