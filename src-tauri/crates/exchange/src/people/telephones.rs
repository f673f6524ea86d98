//! Telephone numbers as they stand in cells.

use outreach_matching::numbers::{self, NumberProblem};
use outreach_plan::people::Telephone;

use super::mailboxes::is_placeholder;
use crate::sheets::Cell;

/// Digits that a spreadsheet keeps of a number.
const EXACT: f64 = 1e15;

/// What a cell holds of numbers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) telephones: Vec<Telephone>,
    /// Why the cell is refused: `number_rounded` or `not_a_number`.
    pub(super) problem: Option<&'static str>,
    /// What is worth knowing: `zero_lost`, `no_country_code`, `number_unlikely`.
    pub(super) warning: Option<&'static str>,
}

/// Reads a cell; `label` says of what kind its numbers are.
pub(super) fn read(cell: &Cell, label: &str, country: Option<&str>) -> Found {
    let mut found = Found::default();
    match cell {
        Cell::Number(value, shown) => of_number(*value, shown, label, country, &mut found),
        Cell::Text(text) => {
            for piece in pieces(text) {
                of_text(piece, label, country, &mut found);
            }
        }
        Cell::Empty => {}
        Cell::DateTime(_) | Cell::Date(_) | Cell::Time(_) | Cell::Bool(_) | Cell::Error(_) => {
            found.problem = Some("not_a_number");
        }
    }
    found
}

/// A cell that is a number to the spreadsheet: it has lost its leading nought or its plus, and perhaps more.
fn of_number(value: f64, shown: &str, label: &str, country: Option<&str>, found: &mut Found) {
    if value == 0.0 {
        return;
    }
    let digits = format!("{value:.0}");
    // Nobody's number ends in seven noughts: what stood there was cut to its first digits.
    let rounded = value.abs() >= EXACT || (digits.len() > 8 && digits.ends_with("0000000"));
    if value < 0.0 || value.fract() != 0.0 || rounded || !value.is_finite() {
        found.problem = Some(if rounded { "number_rounded" } else { "not_a_number" });
        return;
    }
    // Shown with a form of its own, such as "00852 2345 6789".
    let shown_digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let raw = if shown_digits.ends_with(&digits)
        && shown_digits.len() <= 18
        && !shown.contains(['E', 'e', '.', ','])
    {
        shown.trim().to_owned()
    } else {
        digits.clone()
    };
    let mut e164 = numbers::e164(&raw, country).ok();
    if e164.is_none() {
        e164 = numbers::e164(&format!("0{digits}"), country)
            .ok()
            .filter(|_| country.is_some());
        if e164.is_none() {
            e164 = numbers::e164(&format!("+{digits}"), country)
                .ok()
                .filter(|_| digits.len() > 9);
        }
        found.warning = Some(if country.is_some() {
            "zero_lost"
        } else {
            "no_country_code"
        });
    }
    found.telephones.push(Telephone {
        raw,
        e164: e164.map(|number| number.as_str().to_owned()).unwrap_or_default(),
        label: label.to_owned(),
    });
}

fn of_text(text: &str, label: &str, country: Option<&str>, found: &mut Found) {
    let text = text.trim();
    if text.is_empty() || is_placeholder(text) {
        return;
    }
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    match numbers::e164(text, country) {
        Ok(number) => add(text, number.as_str(), label, found),
        Err(NumberProblem::Shortened) => found.problem = Some("number_rounded"),
        Err(_) if is_shortened(text) => found.problem = Some("number_rounded"),
        Err(_) if digits < 3 => found.problem = Some("not_a_number"),
        Err(problem) => {
            let code = match problem {
                NumberProblem::NoCountry => "no_country_code",
                NumberProblem::Empty
                | NumberProblem::Shortened
                | NumberProblem::NotANumber
                | NumberProblem::UnknownCountry
                | NumberProblem::TooShort
                | NumberProblem::TooLong => "number_unlikely",
            };
            found.warning = Some(code);
            add(text, "", label, found);
        }
    }
}

/// Whether a spreadsheet wrote only the first digits: `1.2E+10`.
fn is_shortened(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let figures = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
    };
    figures(mantissa.trim()) && figures(exponent.trim().trim_start_matches('+'))
}

fn add(raw: &str, e164: &str, label: &str, found: &mut Found) {
    let same = |known: &Telephone| known.raw == raw || (!e164.is_empty() && known.e164 == e164);
    if !found.telephones.iter().any(same) {
        found.telephones.push(Telephone {
            raw: raw.to_owned(),
            e164: e164.to_owned(),
            label: label.to_owned(),
        });
    }
}

/// The numbers of a cell. A slash or comma parts numbers only where either side is long enough to be one:
/// `2345 6789/90` is one number with two endings.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for line in text
        .split(['\n', ';', '；', '、', '|'])
        .flat_map(|line| line.split(" ::: "))
    {
        let parts: Vec<&str> = line.split(['/', ',', '，']).collect();
        let long = |part: &&str| part.chars().filter(char::is_ascii_digit).count() >= 7;
        if parts.len() > 1 && parts.iter().all(long) {
            pieces.extend(parts);
        } else {
            pieces.push(line);
        }
    }
    pieces
}

/// Reads the text of a card.
pub(crate) fn of_card(text: &str, label: &str, country: Option<&str>) -> Result<Telephone, &'static str> {
    let mut found = Found::default();
    of_text(text, label, country, &mut found);
    match (found.telephones.pop(), found.problem) {
        (Some(telephone), _) => Ok(telephone),
        (None, problem) => Err(problem.unwrap_or("not_a_number")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raws(found: &Found) -> Vec<&str> {
        found
            .telephones
            .iter()
            .map(|telephone| telephone.raw.as_str())
            .collect()
    }

    #[test]
    fn a_number_whose_digits_are_lost_is_refused() {
        for cell in [
            Cell::Text("1.2E+10".to_owned()),
            Cell::Text("8.52235E+11".to_owned()),
            Cell::Number(1.2e10, "1.2E+10".to_owned()),
            Cell::Number(8.5e17, "8.5E+17".to_owned()),
        ] {
            assert_eq!(read(&cell, "", None).problem, Some("number_rounded"), "{cell:?}");
        }
        assert_eq!(
            read(&Cell::Number(23.5, "23.5".to_owned()), "", None).problem,
            Some("not_a_number")
        );
        assert_eq!(
            read(&Cell::Text("call me".to_owned()), "", None).problem,
            Some("not_a_number")
        );
    }

    #[test]
    fn a_number_that_the_spreadsheet_holds_whole_is_kept_as_it_is_shown() {
        let cell = Cell::Number(85_223_456_789.0, "8.52235E+10".to_owned());
        assert_eq!(raws(&read(&cell, "mobile", Some("HK"))), ["85223456789"]);
        let cell = Cell::Number(23_456_789.0, "0023456789".to_owned());
        assert_eq!(raws(&read(&cell, "", None)), ["0023456789"]);
        assert_eq!(read(&cell, "", None).warning, Some("no_country_code"));
    }

    #[test]
    fn several_numbers_of_a_cell_are_told_apart_and_two_endings_are_not() {
        let found = |text: &str| read(&Cell::Text(text.to_owned()), "", Some("HK"));
        assert_eq!(raws(&found("2345 6789 / 9876 5432")), ["2345 6789", "9876 5432"]);
        assert_eq!(raws(&found("2345 6789\n9876 5432")), ["2345 6789", "9876 5432"]);
        assert_eq!(raws(&found("2345 6789/90")), ["2345 6789/90"]);
        assert_eq!(raws(&found("n/a")), Vec::<&str>::new());
    }
}
