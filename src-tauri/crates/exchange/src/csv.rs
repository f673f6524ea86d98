//! Comma-separated values (RFC 4180) with a byte-order mark, without which Excel takes Chinese for Latin-1.

use outreach_plan::Audience;

use crate::columns::{Cell, columns};
use crate::{ExportError, Outgoing, Row, cell_text, words};

/// Writes a line an event, as partners are given it; see [`write_csv_for`].
///
/// # Errors
/// As [`write_csv_for`].
pub fn write_csv(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    write_csv_for(out, Audience::Partner)
}

/// Writes a line an event with what `audience` is given, times as `2027-05-14 15:00`, which spreadsheet programs
/// of every locale read alike.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event.
pub fn write_csv_for(out: &Outgoing<'_>, audience: Audience) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let failed = |error: csv::Error| ExportError::Writer(error.to_string());
    writer
        .write_record(columns(audience).map(|column| words::word(column.heading, out.language)))
        .map_err(failed)?;
    for row in Row::all(out)? {
        for column in columns(audience) {
            let field = match (column.cell)(&row, out) {
                Cell::Text(text) => writer.write_field(&*cell_text(text)),
                Cell::Written(text) => writer.write_field(&*cell_text(&text)),
                Cell::Time(time) => writer.write_field(time.format("%Y-%m-%d %H:%M").to_string()),
                Cell::Day(day) => writer.write_field(day.format("%Y-%m-%d").to_string()),
                Cell::Number(number) => writer.write_field(number.to_string()),
                Cell::Empty => writer.write_field(""),
            };
            field.map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|error| ExportError::Writer(error.to_string()))
}
