//! Lines into cells.

use csv::{ByteRecord, ReaderBuilder};

use super::super::grid::Grid;

/// What may separate values, the likelier first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records that are looked at to find the separator.
const LOOKED_AT: usize = 50;

/// What separates the values: as Excel's own first line says (`sep=;`), else what cuts the lines into the most
/// cells alike.
pub(in super::super) fn separator(text: &str) -> (u8, &str) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(said) = first.trim_end().strip_prefix("sep=")
        && let [said] = *said.as_bytes()
        && said.is_ascii()
    {
        return (said, rest);
    }
    let best = SEPARATORS
        .into_iter()
        .enumerate()
        .max_by_key(|(order, separator)| {
            let (alike, width) = alike(text, *separator);
            // Among equals the first.
            (width > 1, alike * width.min(64), std::cmp::Reverse(*order))
        });
    (best.map_or(b',', |(_, separator)| separator), text)
}

/// How many of the first records have the commonest number of values, and that number.
fn alike(text: &str, separator: u8) -> (usize, usize) {
    let mut reader = reader(text, separator);
    let mut widths = std::collections::BTreeMap::<usize, usize>::new();
    let mut record = ByteRecord::new();
    for _ in 0..LOOKED_AT {
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            break;
        }
        *widths.entry(record.len()).or_default() += 1;
    }
    widths
        .into_iter()
        .map(|(width, alike)| (alike, width))
        .max()
        .unwrap_or_default()
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The cells, at most `most_rows` rows of them. Every cell is text: what a number or a date means is for the
/// column to say, so leading zeros stay.
pub(in super::super) fn grid(text: &str, separator: u8, most_rows: usize) -> Grid {
    let mut reader = reader(text, separator);
    let mut grid = Grid::default();
    let mut record = ByteRecord::new();
    let mut number = 0_u32;
    let mut line = reader.position().line();
    let mut last_breaks = 0;
    while let Ok(true) = reader.read_byte_record(&mut record) {
        // Empty lines are skipped by the reader but are rows to a spreadsheet program.
        let breaks: usize = record
            .iter()
            .map(|value| value.iter().filter(|b| **b == b'\n').count())
            .sum();
        let now = reader.position().line();
        let skipped = (now - line).saturating_sub(1 + breaks as u64);
        line = now;
        number = number
            .saturating_add(1)
            .saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX));
        last_breaks = record
            .iter()
            .next_back()
            .map_or(0, |value| value.iter().filter(|b| **b == b'\n').count());
        for (column, value) in record.iter().enumerate() {
            if !value.is_empty() {
                let cell = grid.text(&String::from_utf8_lossy(value));
                grid.put(column, cell);
            }
        }
        if !grid.end_row(number, most_rows) {
            return grid;
        }
    }
    // A quote that is never closed swallows the rest of the file into one cell.
    let quotes = text.bytes().filter(|b| *b == b'"').count();
    grid.met.cut_off = quotes % 2 == 1 && last_breaks > 0;
    grid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> (char, Vec<(u32, Vec<String>)>) {
        let (separator, rest) = separator(text);
        let (rows, _) = grid(rest, separator, 100).finish();
        let shown = rows
            .iter()
            .map(|row| {
                (
                    row.number,
                    row.cells.iter().map(super::super::super::Cell::shown).collect(),
                )
            })
            .collect();
        (char::from(separator), shown)
    }

    #[test]
    fn the_separator_is_what_cuts_every_line_alike() {
        assert_eq!(rows("a;b;c\n1,5;2;3\n").0, ';');
        assert_eq!(rows("a\tb\n1,2\t3\n").0, '\t');
        assert_eq!(rows("a,b\n\"1;2;3;4\",5\n").0, ',');
        assert_eq!(
            rows("sep=|\na|b\n").1,
            [(1, vec!["a".to_owned(), "b".to_owned()])]
        );
        assert_eq!(rows("only\none\n").0, ',');
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_program_numbers_them() {
        let (_, rows) = rows("a,b\r\n\r\n\"x\ny\",007\r\n,\r\nlast,1");
        let numbers: Vec<u32> = rows.iter().map(|row| row.0).collect();
        assert_eq!(numbers, [1, 3, 5]);
        assert_eq!(rows[1].1, ["x\ny", "007"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let met = grid("a,b\n\"c,d\ne,f\n", b',', 100).finish().1;
        assert!(met.cut_off);
    }
}
