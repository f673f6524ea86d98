//! Which row holds the headings, and what each heading means.

mod known;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use outreach_plan::reference::{fold, places};

use super::{Cell, Sheet, SheetField, SheetRow};
use known::{ELSEWHERE, KNOWN, PLACE};

/// Rows in which the headings are looked for.
const LOOKED_AT: usize = 30;
/// Values of a column that are looked at to tell cities from venues.
const SAMPLES: usize = 5;

static FIELDS: LazyLock<HashMap<&'static str, SheetField>> = LazyLock::new(|| {
    KNOWN
        .iter()
        .flat_map(|(field, headings)| headings.split('|').map(|heading| (heading, *field)))
        .collect()
});

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Field(SheetField),
    /// A city or a venue.
    Place,
}

/// The heading as it is looked up: folded, and without blanks between Chinese characters.
pub(crate) fn folded(heading: &str) -> String {
    let folded = fold(heading);
    let han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    let mut plain = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let between = c == ' ' && plain.ends_with(han) && chars.peek().is_some_and(|next| han(*next));
        if !between {
            plain.push(c);
        }
    }
    plain
}

fn meaning(heading: &str) -> Option<Meaning> {
    let whole = folded(heading);
    if whole.is_empty() || whole.len() > 200 {
        return None;
    }
    if ELSEWHERE.iter().any(|part| whole.contains(part)) {
        return None;
    }
    look_up(&whole)
        // "Event (as printed)".
        .or_else(|| look_up(&folded(&without_brackets(heading))))
        // "Date 日期", "Date / 日期".
        .or_else(|| {
            let han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
            let latin: String = heading.chars().filter(|c| !han(*c)).collect();
            let chinese: String = heading.chars().filter(|c| han(*c)).collect();
            (!chinese.is_empty())
                .then(|| look_up(&folded(&latin)).or_else(|| look_up(&folded(&chinese))))
                .flatten()
        })
        .or_else(|| {
            heading
                .split(['/', '\n', '|'])
                .find_map(|piece| look_up(&folded(piece)))
        })
}

fn look_up(folded: &str) -> Option<Meaning> {
    if PLACE.split('|').any(|place| place == folded) {
        return Some(Meaning::Place);
    }
    FIELDS.get(folded).copied().map(Meaning::Field)
}

pub(crate) fn without_brackets(heading: &str) -> String {
    let mut depth = 0_u32;
    heading
        .chars()
        .filter(|c| {
            let opens = matches!(c, '(' | '（' | '[' | '【');
            let closes = matches!(c, ')' | '）' | ']' | '】');
            depth += u32::from(opens);
            let keep = depth == 0 && !closes;
            if closes {
                depth = depth.saturating_sub(1);
            }
            keep
        })
        .collect()
}

/// What each column most likely holds.
pub(super) fn mapping(sheet: &Sheet) -> Vec<Option<SheetField>> {
    let meanings: Vec<Option<Meaning>> = sheet.headings.iter().map(|heading| meaning(heading)).collect();
    let mut taken = BTreeSet::new();
    let mut fields: Vec<Option<SheetField>> = meanings
        .iter()
        .map(|meaning| match meaning {
            Some(Meaning::Field(field)) if taken.insert(*field) => Some(*field),
            Some(Meaning::Field(_) | Meaning::Place) | None => None,
        })
        .collect();
    for (column, _) in meanings
        .iter()
        .enumerate()
        .filter(|(_, meaning)| **meaning == Some(Meaning::Place))
    {
        let field = if holds_cities(&sheet.rows, column) {
            SheetField::City
        } else {
            SheetField::Venue
        };
        if taken.insert(field) {
            fields[column] = Some(field);
        }
    }
    fields
}

fn holds_cities(rows: &[SheetRow], column: usize) -> bool {
    let samples: BTreeSet<String> = rows
        .iter()
        .take(100)
        .filter_map(|row| match row.cells.get(column) {
            Some(Cell::Text(text)) => Some(text.clone()),
            _ => None,
        })
        .take(SAMPLES)
        .collect();
    let known = samples
        .iter()
        .filter(|text| text.chars().count() < 60 && !places::find(text, 1).is_empty())
        .count();
    known * 2 >= samples.len()
}

/// The row of the headings, its headings, and whether two rows were taken together.
pub(super) struct Found {
    /// Where among the rows.
    pub(super) at: usize,
    pub(super) headings: Vec<String>,
    pub(super) two: bool,
    /// How many columns are understood.
    pub(super) known: usize,
}

/// How many of these headings are understood.
pub(crate) type Understood = fn(&[String]) -> usize;

/// Finds the headings: the row, alone or with the one above it, of which the most columns are understood.
pub(super) fn find(rows: &[SheetRow], understood: Understood) -> Option<Found> {
    let mut best: Option<Found> = None;
    for at in 0..rows.len().min(LOOKED_AT) {
        let found = at_row(rows, at, understood);
        if best.as_ref().is_none_or(|best| found.known > best.known) {
            best = Some(found);
        }
    }
    if best.as_ref().is_some_and(|best| best.known >= 2) {
        return best;
    }
    // No heading is known: the first row of several texts will be it.
    let texts = |row: &SheetRow| {
        row.cells
            .iter()
            .filter(|cell| matches!(cell, Cell::Text(_)))
            .count()
    };
    let at = rows
        .iter()
        .take(LOOKED_AT)
        .position(|row| texts(row) >= 2)
        .unwrap_or(0);
    (!rows.is_empty()).then(|| at_row(rows, at, understood))
}

/// The headings in a row.
pub(super) fn at_row(rows: &[SheetRow], at: usize, understood: Understood) -> Found {
    let own: Vec<String> = rows[at].cells.iter().map(heading).collect();
    let known = understood(&own);
    if let Some(above) = at.checked_sub(1).map(|above| &rows[above])
        && above.number + 1 == rows[at].number
    {
        let both = joined(&own, above);
        let known_both = understood(&both);
        if known_both > known {
            return Found {
                at,
                headings: both,
                two: true,
                known: known_both,
            };
        }
    }
    Found {
        at,
        headings: own,
        two: false,
        known,
    }
}

fn heading(cell: &Cell) -> String {
    cell.shown().split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn understood(headings: &[String]) -> usize {
    let mut taken = BTreeSet::new();
    headings
        .iter()
        .filter(|heading| match meaning(heading) {
            Some(Meaning::Field(field)) => taken.insert(field),
            Some(Meaning::Place) => true,
            None => false,
        })
        .count()
}

/// Headings under those of a row above, each of which may stand over several columns.
fn joined(own: &[String], above: &SheetRow) -> Vec<String> {
    let upper: Vec<String> = above.cells.iter().map(heading).collect();
    let distinct: BTreeSet<&String> = upper.iter().filter(|text| !text.is_empty()).collect();
    if distinct.len() < 2 {
        return own.to_vec();
    }
    let mut over = String::new();
    (0..own.len().max(upper.len()))
        .map(|column| {
            let own = own.get(column).map_or("", String::as_str);
            let upper = upper.get(column).map_or("", String::as_str);
            if !upper.is_empty() || own.is_empty() {
                upper.clone_into(&mut over);
            }
            match (over.as_str(), own) {
                (over, "") => over.to_owned(),
                ("", own) => own.to_owned(),
                (over, own) if over == own => own.to_owned(),
                (over, own) => format!("{over} {own}"),
            }
        })
        .collect()
}

/// A fingerprint of headings (FNV-1a, 64 bits): the same for the same headings in the same order, whatever
/// their capitals and accents.
pub(super) fn layout(headings: &[String]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for heading in headings {
        for byte in folded(heading).bytes().chain([0x1F]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(heading: &str) -> Option<SheetField> {
        match meaning(heading) {
            Some(Meaning::Field(field)) => Some(field),
            Some(Meaning::Place) | None => None,
        }
    }

    fn row(number: u32, texts: &[&str]) -> SheetRow {
        SheetRow {
            number,
            cells: texts
                .iter()
                .map(|text| super::super::grid::text_cell(text).0)
                .collect(),
        }
    }

    #[test]
    fn headings_are_understood_in_three_languages_and_with_additions() {
        for (heading, meant) in [
            ("Start (local)", SheetField::Start),
            ("開始（當地）", SheetField::Start),
            ("Event Name / 活動名稱", SheetField::TitleEn),
            ("Date 日期", SheetField::StartDate),
            ("Time (24h)", SheetField::StartTime),
            ("Status*", SheetField::Status),
            ("主办机构", SheetField::Hosts),
            ("TIME ZONE", SheetField::Zone),
            ("Title (Traditional Chinese)", SheetField::TitleZhHant),
        ] {
            assert_eq!(field(heading), Some(meant), "{heading}");
        }
        for heading in [
            "Start (Hong Kong)",
            "UTC offset",
            "開始（香港）",
            "Budget",
            "",
            "End (UTC)",
        ] {
            assert_eq!(field(heading), None, "{heading}");
        }
    }

    #[test]
    fn no_heading_is_claimed_by_two_fields() {
        let all = KNOWN.iter().flat_map(|(_, headings)| headings.split('|'));
        let mut seen = BTreeSet::new();
        for heading in all.chain(PLACE.split('|')) {
            assert!(seen.insert(heading), "{heading} stands twice");
            assert_eq!(folded(heading), heading, "is looked up folded");
        }
    }

    #[test]
    fn headings_are_found_under_a_title_and_over_two_rows() {
        let rows = [
            row(1, &["Outreach programme 2027"]),
            row(3, &["Event", "Start", "", "End", "", "City"]),
            row(4, &["", "Date", "Time", "Date", "Time", ""]),
            row(
                5,
                &["KL seminar", "14/5/2027", "15:00", "", "17:00", "Kuala Lumpur"],
            ),
        ];
        let found = find(&rows, understood).unwrap();
        assert_eq!((found.at, found.two), (2, true));
        assert_eq!(
            found.headings,
            [
                "Event",
                "Start Date",
                "Start Time",
                "End Date",
                "End Time",
                "City"
            ]
        );
        let plain = find(&rows[..2], understood).unwrap();
        assert_eq!((plain.at, plain.two), (1, false));
    }

    #[test]
    fn a_layout_is_the_same_for_the_same_headings_only() {
        let layout =
            |headings: &[&str]| super::layout(&headings.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
        assert_eq!(layout(&["Event", "Date"]), layout(&["EVENT ", "date"]));
        assert_ne!(layout(&["Event", "Date"]), layout(&["Date", "Event"]));
        assert_ne!(layout(&["ab", "c"]), layout(&["a", "bc"]));
    }
}
