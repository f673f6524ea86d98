//! Lines to cards.

use super::lines::{Lines, Next, Property};
use super::{CardError, MOST_CARDS, RawCard, ReadCards, Report, card};
use crate::incoming::DEEPEST_NESTING;
use crate::sheets::Params;

/// Properties that are kept of one card.
const MOST_PROPERTIES: usize = 2_000;
/// Lines between two looks at whether to stop.
const BREATH: u32 = 4_096;

/// Finds the cards of a file. One that begins within another belongs to its AGENT and is left out; if there is no
/// AGENT, the one before was never ended.
pub(super) fn scan(
    bytes: &[u8],
    reading: &ReadCards<'_>,
    report: &mut Report,
) -> Result<Vec<RawCard>, CardError> {
    let mut lines = Lines::new(bytes, card::is_wanted);
    let mut cards: Vec<RawCard> = Vec::new();
    let mut open: Option<RawCard> = None;
    let mut agent = false;
    let mut depth = 0_usize;
    let mut seen = 0_u32;
    while let Some(next) = lines.next() {
        seen = seen.wrapping_add(1);
        if seen.is_multiple_of(BREATH) && (reading.cancel)(lines.at, bytes.len()).is_break() {
            return Err(CardError::Stopped);
        }
        let property = match next {
            Next::Property(property) => property,
            Next::Unreadable(line) => {
                if let Some(raw) = &mut open {
                    raw.left_out.add(line, "line_left_out", Params::new());
                }
                continue;
            }
        };
        let is_card = || property.value.trim_ascii().eq_ignore_ascii_case(b"VCARD");
        match (property.name.as_str(), &mut open) {
            ("BEGIN", Some(raw)) if agent && is_card() => {
                depth += 1;
                if depth > DEEPEST_NESTING {
                    raw.left_out.add(property.line, "agent_left_out", Params::new());
                    depth = DEEPEST_NESTING;
                }
                agent = false;
            }
            ("BEGIN", Some(_)) if depth > 0 && is_card() => depth = (depth + 1).min(DEEPEST_NESTING),
            ("BEGIN", _) if is_card() => {
                if let Some(mut unfinished) = open.take() {
                    unfinished.warnings.push("unfinished");
                    cards.push(unfinished);
                }
                if cards.len() >= MOST_CARDS {
                    return Err(CardError::TooMany { most: MOST_CARDS });
                }
                lines.keeps_blanks = false;
                open = Some(RawCard {
                    line: property.line,
                    ..RawCard::default()
                });
            }
            ("END", Some(_)) if is_card() && depth > 0 => depth -= 1,
            ("END", Some(_)) if is_card() => {
                cards.extend(open.take());
                agent = false;
            }
            (_, Some(_)) if depth > 0 => {}
            (_, Some(raw)) => {
                agent = is_agent(&property);
                if property.name == "VERSION" {
                    lines.keeps_blanks = property.value.trim_ascii() == b"2.1";
                }
                if raw.properties.len() < MOST_PROPERTIES {
                    raw.properties.push(property);
                } else {
                    report.lose(&property.name, property.line);
                }
            }
            (_, None) => {}
        }
    }
    if let Some(mut unfinished) = open.take() {
        unfinished.warnings.push("unfinished");
        cards.push(unfinished);
    }
    if cards.is_empty() {
        Err(CardError::NotCards)
    } else {
        Ok(cards)
    }
}

/// Whether the card of an assistant follows: in 2.1 as lines, in 3.0 as a text in this one.
fn is_agent(property: &Property) -> bool {
    property.name == "AGENT" && property.value.trim_ascii().is_empty()
}
