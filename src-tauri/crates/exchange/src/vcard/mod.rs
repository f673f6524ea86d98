//! Contact cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) in, 3.0 and 4.0 out.
//!
//! Read by our own lines rather than by `calcard`: it unpacks every picture before anything can be asked, gives no
//! line to point at, ends a card at the end of its AGENT's, and takes texts of version 2.1 that name no encoding for
//! Latin-1, which makes nonsense of Big5. What has no place in a record is counted by property, never dropped in
//! silence; postal addresses, birthdays and pictures are among it, for the office has no use for them.

mod card;
mod lines;
mod name;
mod scan;
mod texts;
mod types;
mod write;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use outreach_plan::people::Person;

pub use types::{
    Card, CardError, CardVersion, Cards, LARGEST_CARDS, LeftOut, MOST_CARDS, ReadCards, RefusedCard,
};

use crate::incoming::Loss;
use crate::sheets::Params;
use lines::Property;
use texts::Texts;

/// Lines left out of a card that are listed.
const MOST_LEFT_OUT: usize = 50;
/// Lines that are listed of a loss.
const MOST_LINES: usize = 50;

/// Reads a file of cards.
///
/// # Errors
/// See [`CardError`]; everything smaller is reported in the answer.
///
/// ```
/// use outreach_exchange::vcard::{ReadCards, read_cards};
/// let reading = ReadCards { encoding: None, country: Some("HK"), cancel: &|_, _| std::ops::ControlFlow::Continue(()) };
/// let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:陳;大文;;;\r\nX-PHONETIC-LAST-NAME:Chan\r\n\
///     X-PHONETIC-FIRST-NAME:Tai Man\r\nBDAY:1990-01-01\r\nEND:VCARD\r\n";
/// let cards = read_cards(text.as_bytes(), &reading)?;
/// let person = &cards.cards[0].person;
/// assert_eq!((person.chinese.as_str(), person.family.as_str(), person.given.as_str()), ("陳大文", "Chan", "Tai Man"));
/// assert_eq!(cards.losses[0].property, "BDAY");
/// # Ok::<(), outreach_exchange::vcard::CardError>(())
/// ```
pub fn read_cards(bytes: &[u8], reading: &ReadCards<'_>) -> Result<Cards, CardError> {
    if bytes.len() > LARGEST_CARDS {
        return Err(CardError::TooLarge { most: LARGEST_CARDS });
    }
    let wide = wide_text(bytes);
    let bytes = wide.as_deref().map_or(bytes, str::as_bytes);
    let mut report = Report::default();
    let raw = scan::scan(bytes, reading, &mut report)?;
    let texts = Texts::of(&raw, reading.encoding.filter(|_| wide.is_none()))?;
    let cards = raw
        .iter()
        .filter_map(|raw| card::read(raw, &texts, reading.country, &mut report))
        .collect();
    Ok(Cards {
        encoding: texts.found,
        cards,
        refused: report.refused,
        losses: report.losses.into_values().collect(),
    })
}

/// Writes a card a person, marked `X-CLASSIFICATION:[RESTRICTED]` (and `CLASS` in 3.0).
pub fn write_cards(people: &[&Person], version: CardVersion, written: DateTime<Utc>) -> Vec<u8> {
    write::write(people, version, written)
}

/// The text of a file in UTF-16, with or without its mark; none for any other.
fn wide_text(bytes: &[u8]) -> Option<String> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] | [b'B' | b'b', 0, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] | [0, b'B' | b'b', ..] => encoding_rs::UTF_16BE,
        _ => return None,
    };
    Some(encoding.decode(bytes).0.into_owned())
}

/// A card as it stands in a file.
#[derive(Debug, Default)]
struct RawCard {
    line: u32,
    properties: Vec<Property>,
    warnings: Vec<&'static str>,
    left_out: Omissions,
}

/// Lines left out of a card: the first of them, and how many more there are.
#[derive(Clone, Debug, Default)]
struct Omissions {
    lines: Vec<LeftOut>,
    more: u32,
}

impl Omissions {
    fn add(&mut self, line: u32, code: &'static str, params: Params) {
        if self.lines.len() < MOST_LEFT_OUT {
            self.lines.push(LeftOut { line, code, params });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// All of them, in the order of the file.
    fn told(mut self) -> Vec<LeftOut> {
        self.lines.sort_by_key(|left| left.line);
        if let (Some(last), true) = (self.lines.last(), self.more > 0) {
            let more = LeftOut {
                line: last.line,
                code: "more_left_out",
                params: Params::from([("count", self.more.to_string())]),
            };
            self.lines.push(more);
        }
        self.lines
    }
}

/// What is being gathered to be said.
#[derive(Default)]
struct Report {
    refused: Vec<RefusedCard>,
    losses: BTreeMap<String, Loss>,
}

impl Report {
    fn lose(&mut self, property: &str, line: u32) {
        // A file cannot make the list longer than people can read.
        let property = if self.losses.len() >= 500 && !self.losses.contains_key(property) {
            "X-…"
        } else {
            property
        };
        let loss = self.losses.entry(property.to_owned()).or_insert_with(|| Loss {
            property: property.to_owned(),
            count: 0,
            lines: Vec::new(),
        });
        loss.count = loss.count.saturating_add(1);
        if loss.lines.len() < MOST_LINES {
            loss.lines.push(line);
        }
    }
}
