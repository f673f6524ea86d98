//! Finding out what a file is, and reading the sheet that is wanted.

use super::grid::{Grid, MOST_ROWS, Met};
use super::headings::{self, Found, Understood};
use super::ods::Document;
use super::xlsx::Workbook;
use super::{Cell, Sheet, SheetChoice, SheetError, SheetForm, SheetName, SheetNote, SheetRow, text};

/// Bytes of a file that are read.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Sheets that are looked into to find the one with events.
const LOOKED_INTO: usize = 12;
/// Rows of each that are looked at.
const LOOKED_AT: usize = 60;
/// How the example in a template is marked, in each language. A row with one of these is never read.
pub(super) const EXAMPLE_MARKS: [&str; 3] = ["[Example]", "[例子]", "[示例]"];

/// A file with sheets.
enum Book<'a> {
    Xlsx(Workbook<'a>),
    Ods(Document<'a>),
}

impl Book<'_> {
    fn sheets(&mut self) -> Result<Vec<SheetName>, SheetError> {
        match self {
            Self::Xlsx(book) => book.sheets(),
            Self::Ods(book) => Ok(book.sheets().to_vec()),
        }
    }

    fn grid(&mut self, index: usize, most_rows: usize) -> Result<Grid, SheetError> {
        match self {
            Self::Xlsx(book) => book.grid(index, most_rows),
            Self::Ods(book) => book.grid(index, most_rows),
        }
    }
}

/// What sheet is wanted of a file.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    /// How many of some headings are understood.
    pub(crate) understood: Understood,
    /// How many must be for a sheet to be chosen by itself.
    pub(crate) least: usize,
    /// Rows that are kept.
    pub(crate) most_rows: usize,
    /// Whether a row is data rather than headings; where none is understood, such a first row has none above it.
    pub(crate) is_data: Option<fn(&SheetRow) -> bool>,
}

/// A sheet of events.
pub(super) const EVENTS: Wanted = Wanted {
    understood: headings::understood,
    least: 3,
    most_rows: MOST_ROWS,
    is_data: None,
};

pub(crate) fn open(
    bytes: &[u8],
    ending: &str,
    choice: &SheetChoice,
    wanted: &Wanted,
) -> Result<Sheet, SheetError> {
    if bytes.len() > MOST_BYTES {
        return Err(SheetError::TooLarge {
            most: MOST_BYTES as u64,
        });
    }
    let form = form(bytes)?;
    let mut sheet = match form {
        SheetForm::Xlsx => in_book(Book::Xlsx(Workbook::open(bytes)?), form, choice, wanted)?,
        SheetForm::Ods => in_book(Book::Ods(Document::open(bytes)?), form, choice, wanted)?,
        SheetForm::Csv => in_text(bytes, choice, wanted)?,
    };
    let ending = ending.trim_start_matches('.').to_ascii_lowercase();
    let fits = match form {
        SheetForm::Xlsx => matches!(ending.as_str(), "xlsx" | "xlsm" | "xltx"),
        SheetForm::Ods => matches!(ending.as_str(), "ods" | "ots"),
        SheetForm::Csv => matches!(ending.as_str(), "csv" | "tsv" | "txt" | "tab"),
    };
    if !fits && !ending.is_empty() {
        let params = [("ending", ending), ("form", form.key().to_owned())];
        sheet.notes.push(SheetNote::new("other_ending", params));
    }
    Ok(sheet)
}

/// What the bytes are, whatever the file is called.
fn form(bytes: &[u8]) -> Result<SheetForm, SheetError> {
    let not = |looks| Err(SheetError::NotASheet { looks });
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        // A workbook with a password is wrapped in the old container.
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let locked = bytes.windows(name.len()).any(|window| window == name);
        return Err(if locked {
            SheetError::Protected
        } else {
            SheetError::OldExcel
        });
    }
    let head: String = body
        .iter()
        .take(1024)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .filter(|c| *c != '\0')
        .collect();
    let head = head.trim_start();
    for (begins, looks) in [
        ("begin:v", "ics"),
        ("%pdf", "pdf"),
        ("<!doctype html", "html"),
        ("<html", "html"),
        ("<table", "html"),
        ("<?xml", "xml"),
        ("{\"", "json"),
        ("[{", "json"),
        ("{\\rtf", "rtf"),
        ("\u{89}png", "picture"),
        ("gif8", "picture"),
        ("\u{ff}\u{d8}\u{ff}", "picture"),
        ("sqlite format", "binary"),
        ("\u{1f}\u{8b}", "binary"),
        ("7z\u{bc}", "binary"),
        ("rar!", "binary"),
    ] {
        if head.starts_with(begins) {
            return not(looks);
        }
    }
    // Figures, commas and line ends are there in any text; other control characters are in none.
    let strange = body
        .iter()
        .take(4096)
        .filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31))
        .count();
    if strange > 8 {
        not("binary")
    } else {
        Ok(SheetForm::Csv)
    }
}

fn zipped(bytes: &[u8]) -> Result<SheetForm, SheetError> {
    let mut archive = super::archive::Archive::open(bytes)?;
    let mime = archive.text("mimetype", 200).unwrap_or_default();
    if mime.contains("opendocument.spreadsheet") {
        return Ok(SheetForm::Ods);
    }
    let has = |name: &str| archive.name_of(name).is_some();
    let looks = if has("xl/workbook.xml") {
        return Ok(SheetForm::Xlsx);
    } else if has("xl/workbook.bin") {
        "xlsb"
    } else if has("word/document.xml") || mime.contains("opendocument.text") {
        "document"
    } else if has("ppt/presentation.xml") {
        "slides"
    } else if has("[Content_Types].xml") {
        // The workbook may lie elsewhere; the reader finds it by the archive's own relations.
        return Ok(SheetForm::Xlsx);
    } else if has("index.xml") || has("Index/Document.iwa") {
        "numbers"
    } else {
        "zip"
    };
    Err(SheetError::NotASheet { looks })
}

/// All rows of a sheet, and what was met while they were read.
type Whole = (Vec<SheetRow>, Met);

fn in_book(
    mut book: Book<'_>,
    form: SheetForm,
    choice: &SheetChoice,
    wanted: &Wanted,
) -> Result<Sheet, SheetError> {
    let names = book.sheets()?;
    let mut looked = None;
    let index = match choice.sheet.as_deref().filter(|name| !name.is_empty()) {
        Some(name) => {
            names
                .iter()
                .position(|sheet| sheet.name == name)
                .ok_or_else(|| SheetError::NoSuchSheet {
                    sheets: names.iter().map(|sheet| sheet.name.clone()).collect(),
                })?
        }
        None => {
            let (index, whole) = likeliest(&mut book, &names, wanted)?;
            looked = whole;
            index
        }
    };
    let (rows, mut met) = match looked {
        Some(whole) => whole,
        None => book.grid(index, wanted.most_rows)?.finish(),
    };
    let (epoch_1904, links) = match &book {
        Book::Xlsx(book) => (book.epoch_1904, book.external_links),
        Book::Ods(book) => (false, book.external_links),
    };
    met.external_links = met.external_links.saturating_add(links);
    let sheet = names
        .get(index)
        .map(|sheet| sheet.name.clone())
        .unwrap_or_default();
    let mut read = with_headings(rows, &met, choice, wanted)?;
    read.form = form;
    read.sheets = names;
    read.sheet = sheet;
    read.epoch_1904 = epoch_1904;
    Ok(read)
}

/// The sheet that most looks like events: of those that are shown, the first with known headings, else the
/// first with rows; hidden ones only where nothing else has any. With it its rows, if all of them were looked at.
fn likeliest(
    book: &mut Book<'_>,
    names: &[SheetName],
    wanted: &Wanted,
) -> Result<(usize, Option<Whole>), SheetError> {
    let shown = (0..names.len()).filter(|at| !names[*at].hidden);
    let hidden = (0..names.len()).filter(|at| names[*at].hidden);
    let mut first = None;
    for index in shown.chain(hidden).take(LOOKED_INTO) {
        if names[index].hidden && first.is_some() {
            break;
        }
        let (rows, met) = book.grid(index, LOOKED_AT)?.finish();
        let known = headings::find(&rows, wanted.understood).is_some_and(|found| found.known >= wanted.least);
        if !known && (first.is_some() || rows.is_empty()) {
            continue;
        }
        let whole = (!met.rows_cut).then_some((rows, met));
        if known {
            return Ok((index, whole));
        }
        first = Some((index, whole));
    }
    first.ok_or(SheetError::NoRows)
}

fn in_text(bytes: &[u8], choice: &SheetChoice, wanted: &Wanted) -> Result<Sheet, SheetError> {
    let decoded = text::decode(bytes, choice.encoding.as_deref())?;
    let (separator, body) = text::separator(&decoded.text);
    let (rows, mut met) = text::grid(body, separator, wanted.most_rows).finish();
    met.unreadable = decoded.unreadable;
    met.cut_off |= decoded.cut_off;
    let last = rows.last().map_or(0, |row| row.number);
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut read = with_headings(rows, &met, choice, wanted)?;
    read.encoding = Some(decoded.found);
    read.delimiter = Some(char::from(separator));
    read.sheets = vec![SheetName {
        name: String::new(),
        rows: last,
        columns: u32::try_from(columns).unwrap_or(u32::MAX),
        hidden: false,
    }];
    Ok(read)
}

fn with_headings(
    mut rows: Vec<SheetRow>,
    met: &Met,
    choice: &SheetChoice,
    wanted: &Wanted,
) -> Result<Sheet, SheetError> {
    let found = match (choice.header_row, wanted.is_data) {
        (Some(0), Some(_)) => None,
        (Some(row), _) => {
            let at = rows.iter().position(|found| found.number == row);
            let at = at.ok_or(SheetError::NoHeadings { row })?;
            Some(headings::at_row(&rows, at, wanted.understood))
        }
        (None, is_data) => {
            let found = headings::find(&rows, wanted.understood).ok_or(SheetError::NoRows)?;
            let data = is_data.is_some_and(|is_data| found.known == 0 && is_data(&rows[found.at]));
            (!data).then_some(found)
        }
    };
    let mut notes = met.notes();
    let (header_row, mut headings) = match found {
        Some(Found {
            at, headings, two, ..
        }) => {
            let header_row = rows[at].number;
            rows.drain(..=at);
            if two {
                notes.push(SheetNote::new("two_header_rows", []));
            }
            (header_row, headings)
        }
        None => {
            notes.push(SheetNote::new("no_headings", []));
            (0, Vec::new())
        }
    };
    let before = rows.len();
    rows.retain(|row| !is_example(row));
    if rows.len() < before {
        let count = ("count", (before - rows.len()).to_string());
        notes.push(SheetNote::new("example_rows", [count]));
    }
    let layout = headings::layout(&headings);
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    headings.resize(headings.len().max(widest), String::new());
    Ok(Sheet {
        form: SheetForm::Csv,
        encoding: None,
        delimiter: None,
        sheets: Vec::new(),
        sheet: String::new(),
        header_row,
        layout,
        headings,
        rows,
        notes,
        epoch_1904: false,
    })
}

fn is_example(row: &SheetRow) -> bool {
    let marked = |text: &str| EXAMPLE_MARKS.iter().any(|mark| text.starts_with(mark));
    row.cells
        .iter()
        .any(|cell| matches!(cell, Cell::Text(text) if marked(text)))
}
