//! A workbook for Excel and LibreOffice: a sheet for all events and one a region, with real date cells.

use chrono::Datelike;
use outreach_plan::{Audience, Language, Region};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::columns::{Cell, Column, columns};
use crate::ics::marking;
use crate::words::{self, Word};
use crate::{ExportError, Outgoing, Row, cell_text, line_text};

/// Excel holds 1,048,576 rows; one is the heading.
const MOST_ROWS: usize = 1_048_575;
/// Excel holds 32,767 UTF-16 units in a cell; characters outside the first plane take two.
const LONGEST_CELL: usize = 16_000;
/// Widths of columns of text in characters of the font's figures; a Chinese character takes two.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=44;
/// `2027-05-14 15:00` in any of the fonts.
const TIME_WIDTH: f64 = 17.0;
/// Excel refuses a footer of more characters than this; the font and the marks take some of them.
const LONGEST_FOOTER: usize = 60;

/// Writes the workbook as partners are given it; see [`write_xlsx_for`].
///
/// # Errors
/// As [`write_xlsx_for`].
pub fn write_xlsx(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    write_xlsx_for(out, Audience::Partner)
}

/// Writes the workbook with what `audience` is given; one for the office itself is marked on every page.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event, [`ExportError::TooMany`] past a
/// sheet's rows.
pub fn write_xlsx_for(out: &Outgoing<'_>, audience: Audience) -> Result<Vec<u8>, ExportError> {
    let rows = Row::all(out)?;
    if rows.len() > MOST_ROWS {
        return Err(ExportError::TooMany { most: MOST_ROWS });
    }
    let mut workbook = Workbook::new();
    let face = Face::of(out.language);
    face.set(&mut workbook).map_err(failed)?;
    // No names of people: what a program writes there by itself is the account of whoever is signed in.
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&*line_text(out.title))
            .set_author(words::word(Word::Office, out.language))
            .set_creation_datetime(&out.written),
    );
    let book = Book {
        out,
        audience,
        formats: Formats::of(&face),
        face,
    };
    let all: Vec<&Row<'_>> = rows.iter().collect();
    let name = words::word(Word::All, out.language);
    book.fill(workbook.add_worksheet(), name, &all).map_err(failed)?;
    for region in Region::ALL {
        let here: Vec<&Row<'_>> = rows.iter().filter(|row| row.region == region).collect();
        if !here.is_empty() {
            let name = region.name().in_language(out.language);
            book.fill(workbook.add_worksheet(), name, &here).map_err(failed)?;
        }
    }
    workbook.save_to_buffer().map_err(failed)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "handed to map_err, which passes by value"
)]
pub(crate) fn failed(error: XlsxError) -> ExportError {
    ExportError::Writer(error.to_string())
}

/// The font of a language. A workbook names fonts and does not carry them; named without a Chinese one, Excel
/// takes the shapes of the reader's own country for those of Hong Kong. LibreOffice goes by the character set.
pub(crate) struct Face {
    pub(crate) name: &'static str,
    charset: u8,
}

impl Face {
    pub(crate) fn of(language: Language) -> Self {
        match language {
            Language::English => Self {
                name: "Calibri",
                charset: 0,
            },
            Language::TraditionalChinese => Self {
                name: "Microsoft JhengHei",
                charset: 136,
            },
            Language::SimplifiedChinese => Self {
                name: "Microsoft YaHei",
                charset: 134,
            },
        }
    }

    pub(crate) fn format(&self) -> Format {
        let format = Format::new().set_font_name(self.name).set_font_size(11);
        if self.charset == 0 {
            format
        } else {
            format.set_font_charset(self.charset)
        }
    }

    /// Makes it the font of every cell that has none of its own.
    pub(crate) fn set(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        if self.charset != 0 {
            workbook.set_default_format(&self.format(), 20, 64)?;
        }
        Ok(())
    }
}

struct Formats {
    heading: Format,
    minute: Format,
    day: Format,
    text: Format,
    off: Format,
    off_minute: Format,
    off_day: Format,
}

impl Formats {
    fn of(face: &Face) -> Self {
        let cell = || face.format().set_align(FormatAlign::Top);
        let minute = "yyyy-mm-dd hh:mm";
        let day = "yyyy-mm-dd";
        // Dates to the left, so that days and times of one column line up.
        let time = |code: &str| cell().set_num_format(code).set_align(FormatAlign::Left);
        Self {
            heading: heading(face),
            minute: time(minute),
            day: time(day),
            text: cell().set_text_wrap(),
            off: cell().set_text_wrap().set_font_strikethrough(),
            off_minute: time(minute).set_font_strikethrough(),
            off_day: time(day).set_font_strikethrough(),
        }
    }
}

/// How headings look.
pub(crate) fn heading(face: &Face) -> Format {
    face.format()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(0x00E6_EFEF)
        .set_border_bottom(FormatBorder::Thin)
}

struct Book<'b> {
    out: &'b Outgoing<'b>,
    audience: Audience,
    face: Face,
    formats: Formats,
}

impl Book<'_> {
    fn fill(&self, sheet: &mut Worksheet, name: &str, rows: &[&Row<'_>]) -> Result<(), XlsxError> {
        sheet.set_name(name)?;
        let columns: Vec<&Column> = columns(self.audience).collect();
        let mut widths = Vec::with_capacity(columns.len());
        for (position, column) in (0u16..).zip(&columns) {
            // Formats of columns rather than of cells: hundreds of thousands of cells need not be compared.
            let format = if column.is_time {
                &self.formats.minute
            } else {
                &self.formats.text
            };
            sheet.set_column_format(position, format)?;
            let heading = words::word(column.heading, self.out.language);
            sheet.write_with_format(0, position, heading, &self.formats.heading)?;
            // Longer headings are wrapped.
            widths.push(width(heading).min(14));
        }
        for (line, row) in (1u32..).zip(rows) {
            let off = !row.status.claims_its_time();
            for ((position, column), widest) in (0u16..).zip(&columns).zip(&mut widths) {
                let cell = (column.cell)(row, self.out);
                *widest = (*widest).max(self.write(sheet, (line, position), cell, off)?);
            }
        }
        for ((position, column), widest) in (0u16..).zip(&columns).zip(widths) {
            let width = if column.is_time {
                TIME_WIDTH
            } else {
                // A little room, for fonts differ.
                widest.clamp(*WIDTHS.start(), *WIDTHS.end()) as f64 + 1.5
            };
            sheet.set_column_width(position, width)?;
        }
        self.page(sheet, &columns, rows.len())
    }

    /// How a sheet is looked at and printed.
    fn page(&self, sheet: &mut Worksheet, columns: &[&Column], rows: usize) -> Result<(), XlsxError> {
        let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
        let last = |count: usize| u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX);
        let printed = columns.iter().take_while(|column| !column.is_technical).count();
        sheet.autofilter(0, 0, last_row, last(columns.len()))?;
        sheet.set_freeze_panes(1, 0)?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(0, 0)?;
        sheet.set_print_area(0, 0, last_row, last(printed))?;
        let (header, footer) = self.margins();
        if !header.is_empty() {
            sheet.set_header(header);
        }
        sheet.set_footer(footer);
        Ok(())
    }

    /// Header and footer of a page: the marking at top and bottom, the title, the page.
    fn margins(&self) -> (String, String) {
        let font = format!("&\"{},Regular\"", self.face.name);
        let plain = |text: &str| -> String {
            let line = line_text(text).replace(['\n', '\t'], " ");
            line.chars()
                .take(LONGEST_FOOTER)
                .collect::<String>()
                .replace('&', "&&")
        };
        let made = self.out.written.format("%Y-%m-%d %H:%M UTC");
        let title = plain(self.out.title);
        match marking(self.audience, self.out.language) {
            Some(mark) => {
                let mark = plain(mark);
                (
                    format!("&C{font}{mark}"),
                    format!("&L{font}{mark}&C{font}{title} · &A · {made}&R{font}&P / &N"),
                )
            }
            None => (
                String::new(),
                format!("&L{font}{title}&C{font}&A · {made}&R{font}&P / &N"),
            ),
        }
    }

    /// Writes a cell; how wide it is, in characters.
    fn write(
        &self,
        sheet: &mut Worksheet,
        (line, position): (u32, u16),
        cell: Cell<'_>,
        off: bool,
    ) -> Result<usize, XlsxError> {
        let formats = &self.formats;
        let mut text = |text: &str| -> Result<usize, XlsxError> {
            if text.is_empty() {
                return Ok(0);
            }
            let clean = cell_text(text);
            // Excel refuses a file with a longer cell; what is cut still stands in the program.
            let short: std::borrow::Cow<'_, str> = if clean.len() > LONGEST_CELL {
                clean.chars().take(LONGEST_CELL).collect::<String>().into()
            } else {
                clean
            };
            let wide = width(&short);
            if off {
                sheet.write_string_with_format(line, position, short, &formats.off)?;
            } else {
                sheet.write_string(line, position, short)?;
            }
            Ok(wide)
        };
        match cell {
            Cell::Text(written) => return text(written),
            Cell::Written(written) => return text(&written),
            // Excel's calendar runs from 1900 to 9999; a time outside goes in as text rather than wrongly.
            Cell::Time(time) if !(1900..=9999).contains(&time.year()) => {
                return text(&time.format("%Y-%m-%d %H:%M").to_string());
            }
            Cell::Day(day) if !(1900..=9999).contains(&day.year()) => {
                return text(&day.format("%Y-%m-%d").to_string());
            }
            Cell::Time(time) => {
                let format = if off { &formats.off_minute } else { &formats.minute };
                sheet.write_datetime_with_format(line, position, time, format)?;
            }
            Cell::Day(day) => {
                let format = if off { &formats.off_day } else { &formats.day };
                sheet.write_datetime_with_format(line, position, day, format)?;
            }
            Cell::Number(number) => {
                sheet.write_number(line, position, f64::from(number))?;
            }
            Cell::Empty => {}
        }
        Ok(0)
    }
}

/// How wide the longest line of a text is: Chinese and other wide characters count two.
pub(crate) fn width(text: &str) -> usize {
    text.lines()
        .map(|line| {
            line.chars()
                .map(|c| if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{1F300}'..='\u{3FFFD}') { 2 } else { 1 })
                .sum()
        })
        .max()
        .unwrap_or(0)
}
