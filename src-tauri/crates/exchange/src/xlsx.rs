//! A workbook for Excel and LibreOffice: a sheet for all events and one a region, with real date cells.

use chrono::Datelike;
use outreach_plan::Region;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::columns::{Cell, READ};
use crate::words::{self, Word};
use crate::{ExportError, Outgoing, Row, cell_text};

/// Excel holds 1,048,576 rows; one is the heading.
const MOST_ROWS: usize = 1_048_575;
/// Excel holds 32,767 UTF-16 units in a cell; characters outside the first plane take two.
const LONGEST_CELL: usize = 16_000;

/// Writes the workbook.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event, [`ExportError::TooMany`] past a
/// sheet's rows.
pub fn write_xlsx(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    let rows = Row::all(out)?;
    if rows.len() > MOST_ROWS {
        return Err(ExportError::TooMany { most: MOST_ROWS });
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &rust_xlsxwriter::DocProperties::new()
            .set_title(&*cell_text(out.title))
            .set_author(words::word(Word::Office, out.language)),
    );
    let formats = Formats::new();
    let all: Vec<&Row<'_>> = rows.iter().collect();
    let name = words::word(Word::All, out.language);
    fill(workbook.add_worksheet(), name, &all, out, &formats).map_err(failed)?;
    for region in Region::ALL {
        let here: Vec<&Row<'_>> = rows.iter().filter(|row| row.region == region).collect();
        if !here.is_empty() {
            let name = words::region(region, out.language);
            fill(workbook.add_worksheet(), name, &here, out, &formats).map_err(failed)?;
        }
    }
    workbook.save_to_buffer().map_err(failed)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "handed to map_err, which passes by value"
)]
fn failed(error: XlsxError) -> ExportError {
    ExportError::Writer(error.to_string())
}

struct Formats {
    heading: Format,
    minute: Format,
    text: Format,
    off: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_background_color(0x00E6_EFEF)
                .set_border_bottom(FormatBorder::Thin),
            minute: cell().set_num_format("yyyy-mm-dd hh:mm"),
            text: cell().set_text_wrap(),
            off: cell().set_text_wrap().set_font_strikethrough(),
        }
    }
}

fn fill(
    sheet: &mut Worksheet,
    name: &str,
    rows: &[&Row<'_>],
    out: &Outgoing<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    for (position, column) in (0u16..).zip(&READ) {
        sheet.write_with_format(
            0,
            position,
            words::word(column.heading, out.language),
            &formats.heading,
        )?;
        sheet.set_column_width(position, column.width)?;
    }
    for (line, row) in (1u32..).zip(rows) {
        let style = if row.status.claims_its_time() {
            &formats.text
        } else {
            &formats.off
        };
        for (position, column) in (0u16..).zip(&READ) {
            write_cell(
                sheet,
                (line, position),
                (column.cell)(row, out),
                style,
                &formats.minute,
            )?;
        }
    }
    let last_row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(READ.len() - 1).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?;
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (line, position): (u32, u16),
    cell: Cell<'_>,
    style: &Format,
    minute: &Format,
) -> Result<(), XlsxError> {
    // Excel refuses a file with a longer cell; what is cut still stands in the program.
    let short = |text: &str| cell_text(text).chars().take(LONGEST_CELL).collect::<String>();
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(line, position, short(text), style)?,
        Cell::Written(text) => sheet.write_string_with_format(line, position, short(&text), style)?,
        // Excel's calendar runs from 1900 to 9999; a time outside goes in as text rather than wrongly.
        Cell::Time(time) if !(1900..=9999).contains(&time.year()) => {
            let text = time.format("%Y-%m-%d %H:%M").to_string();
            sheet.write_string_with_format(line, position, text, style)?
        }
        Cell::Time(time) => sheet.write_datetime_with_format(line, position, time, minute)?,
        Cell::Number(number) => sheet.write_number_with_format(line, position, f64::from(number), style)?,
        Cell::Empty => sheet,
    };
    Ok(())
}
