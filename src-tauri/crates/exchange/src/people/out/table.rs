//! A table about people as a workbook or as comma-separated values, marked on every page.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use outreach_plan::Language;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, XlsxError};

use super::words::pick;
use crate::words::{self as said, Word};
use crate::xlsx::{Face, failed, heading, width};
use crate::{ExportError, cell_text, line_text};

/// Excel holds 1,048,576 rows; one is the heading.
const MOST_ROWS: usize = 1_048_575;
/// Excel holds 32,767 UTF-16 units in a cell.
const LONGEST_CELL: usize = 16_000;
/// Excel refuses longer headers and footers.
const LONGEST_FOOTER: usize = 60;
/// Widths of columns in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=40;
/// Rows that are measured for the widths.
const MEASURED: usize = 2_000;

/// What marks every list of people (the Government's rules for RESTRICTED data).
pub(crate) fn marking(language: Language) -> &'static str {
    pick(
        language,
        [
            "[RESTRICTED] Personal data. Do not pass on.",
            "[RESTRICTED] 限閱文件：載有個人資料，請勿轉發。",
            "[RESTRICTED] 限阅文件：载有个人资料，请勿转发。",
        ],
    )
}

/// A cell.
pub(crate) enum Value {
    Text(String),
    /// A telephone number in E.164: text that no spreadsheet may count with, and no formula.
    Number(String),
    Count(u32),
    Day(NaiveDate),
    Empty,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

/// A table on its way out.
pub(crate) struct Table<'a, Rows> {
    pub(crate) name: &'static str,
    pub(crate) title: &'a str,
    pub(crate) headings: Vec<&'static str>,
    pub(crate) rows: Rows,
    pub(crate) language: Language,
    pub(crate) written: DateTime<Utc>,
}

impl<Rows: ExactSizeIterator<Item = Vec<Value>>> Table<'_, Rows> {
    pub(crate) fn xlsx(self) -> Result<Vec<u8>, ExportError> {
        if self.rows.len() > MOST_ROWS {
            return Err(ExportError::TooMany { most: MOST_ROWS });
        }
        self.book().map_err(failed)
    }

    fn book(self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let face = Face::of(self.language);
        face.set(&mut workbook)?;
        workbook.set_properties(
            &DocProperties::new()
                .set_title(&*line_text(self.title))
                .set_author(said::word(Word::Office, self.language))
                .set_comment(marking(self.language))
                .set_creation_datetime(&self.written),
        );
        let text = face
            .format()
            .set_align(FormatAlign::Top)
            .set_text_wrap()
            .set_num_format("@");
        let day = day_format(&face);
        let head = heading(&face);
        let (header, footer) = margins(&face, self.title, self.language, self.written);
        let count = self.headings.len();
        let mut widths: Vec<usize> = self
            .headings
            .iter()
            .map(|heading| width(heading).min(14))
            .collect();
        let sheet = workbook.add_worksheet();
        sheet.set_name(self.name)?;
        for (position, heading) in (0u16..).zip(&self.headings) {
            // A format of columns, so that nothing that is typed later is turned into a date or loses its noughts.
            sheet.set_column_format(position, &text)?;
            sheet.write_with_format(0, position, *heading, &head)?;
        }
        let mut last = 0;
        for (line, row) in (1u32..).zip(self.rows) {
            last = line;
            for (position, (value, widest)) in (0u16..).zip(row.into_iter().zip(&mut widths)) {
                match value {
                    Value::Text(text) if !text.is_empty() => {
                        let clean = cell_text(&text);
                        let short = short(&clean);
                        if (line as usize) < MEASURED {
                            *widest = (*widest).max(width(short));
                        }
                        sheet.write_string(line, position, short)?;
                    }
                    Value::Number(number) if !number.is_empty() => {
                        *widest = (*widest).max(number.len());
                        sheet.write_string(line, position, &number)?;
                    }
                    Value::Count(count) => {
                        sheet.write_number(line, position, f64::from(count))?;
                    }
                    Value::Day(at) if (1900..=9999).contains(&at.year()) => {
                        *widest = (*widest).max(11);
                        sheet.write_datetime_with_format(line, position, at, &day)?;
                    }
                    Value::Day(at) => {
                        sheet.write_string(line, position, at.to_string())?;
                    }
                    Value::Text(_) | Value::Number(_) | Value::Empty => {}
                }
            }
        }
        for (position, widest) in (0u16..).zip(widths) {
            sheet.set_column_width(
                position,
                widest.clamp(*WIDTHS.start(), *WIDTHS.end()) as f64 + 1.5,
            )?;
        }
        let last_column = u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, last, last_column)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(0, 0)?;
        sheet.set_header(header);
        sheet.set_footer(footer);
        workbook.save_to_buffer()
    }

    pub(crate) fn csv(self) -> Result<Vec<u8>, ExportError> {
        let failed = |error: csv::Error| ExportError::Writer(error.to_string());
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(b"\xEF\xBB\xBF".to_vec());
        writer.write_record([marking(self.language)]).map_err(failed)?;
        writer.write_record(&self.headings).map_err(failed)?;
        for row in self.rows {
            for value in row {
                let field = match value {
                    Value::Text(text) => writer.write_field(&*cell_text(&text)),
                    Value::Number(number) => writer.write_field(&*cell_text(&number)),
                    Value::Count(count) => writer.write_field(count.to_string()),
                    Value::Day(at) => writer.write_field(at.to_string()),
                    Value::Empty => writer.write_field(""),
                };
                field.map_err(failed)?;
            }
            writer.write_record(None::<&[u8]>).map_err(failed)?;
        }
        writer
            .into_inner()
            .map_err(|error| ExportError::Writer(error.to_string()))
    }
}

fn day_format(face: &Face) -> Format {
    face.format()
        .set_num_format("yyyy-mm-dd")
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
}

fn short(text: &str) -> &str {
    if text.len() <= LONGEST_CELL {
        return text;
    }
    let mut end = LONGEST_CELL;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Header and footer of a page: the marking at top and bottom, the title, the page.
pub(crate) fn margins(
    face: &Face,
    title: &str,
    language: Language,
    written: DateTime<Utc>,
) -> (String, String) {
    let font = format!("&\"{},Regular\"", face.name);
    let plain = |text: &str| -> String {
        let line = line_text(text).replace(['\n', '\t'], " ");
        line.chars()
            .take(LONGEST_FOOTER)
            .collect::<String>()
            .replace('&', "&&")
    };
    let (mark, title) = (plain(marking(language)), plain(title));
    let made = written.format("%Y-%m-%d %H:%M UTC");
    (
        format!("&C{font}{mark}"),
        format!("&L{font}{mark}&C{font}{title} · {made}&R{font}&P / &N"),
    )
}
