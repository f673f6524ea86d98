//! The columns of the tabular formats, in the order in which a manager reads them: when, what, where, who.

use chrono::NaiveDateTime;

use crate::words::{self, Word};
use crate::{Outgoing, Row};

/// What stands in a cell, before the format writes it its own way.
pub(crate) enum Cell<'a> {
    Text(&'a str),
    Written(String),
    /// A wall time, to the minute.
    Time(NaiveDateTime),
    Number(u32),
    Empty,
}

/// One column.
pub(crate) struct Column {
    pub(crate) heading: Word,
    /// Width in a workbook, in characters.
    pub(crate) width: f64,
    pub(crate) cell: for<'r> fn(&'r Row<'_>, &Outgoing<'_>) -> Cell<'r>,
}

const fn column(
    heading: Word,
    width: f64,
    cell: for<'r> fn(&'r Row<'_>, &Outgoing<'_>) -> Cell<'r>,
) -> Column {
    Column { heading, width, cell }
}

/// The columns a reader wants.
pub(crate) const READ: [Column; 18] = [
    column(Word::Start, 17.0, |row, _| Cell::Time(row.start)),
    column(Word::End, 17.0, |row, _| Cell::Time(row.end)),
    // A bare sign in front would be read as a formula; "UTC+08:00" is text everywhere.
    column(Word::Offset, 11.0, |row, _| {
        Cell::Written(format!("UTC{}", row.offset))
    }),
    column(Word::HongKongStart, 17.0, |row, _| {
        Cell::Time(row.hong_kong_start)
    }),
    column(Word::HongKongEnd, 17.0, |row, _| Cell::Time(row.hong_kong_end)),
    column(Word::UtcStart, 17.0, |row, _| {
        Cell::Time(row.utc_start.naive_utc())
    }),
    column(Word::Event, 44.0, |row, _| Cell::Text(row.title)),
    column(Word::Kind, 20.0, |row, out| {
        Cell::Text(words::kind(row.event.kind, out.language))
    }),
    column(Word::Status, 12.0, |row, out| {
        Cell::Text(words::status(row.status, out.language))
    }),
    column(Word::Region, 18.0, |row, out| {
        Cell::Text(words::region(row.region, out.language))
    }),
    column(Word::Market, 18.0, |row, _| Cell::Text(row.market)),
    column(Word::Mission, 30.0, |row, _| Cell::Text(row.mission)),
    column(Word::City, 18.0, |row, _| Cell::Text(row.place)),
    column(Word::Venue, 30.0, |row, _| Cell::Text(row.venue)),
    column(Word::Hosts, 30.0, |row, _| Cell::Text(&row.hosts)),
    column(Word::Sectors, 30.0, |row, _| Cell::Text(&row.sectors)),
    column(Word::Capacity, 10.0, |row, _| {
        row.event.capacity.map_or(Cell::Empty, Cell::Number)
    }),
    column(Word::Zone, 22.0, |row, _| Cell::Text(&row.event.zone)),
];

/// The columns a program wants besides.
pub(crate) const MATCHED: [Column; 3] = [
    column(Word::UtcEnd, 17.0, |row, _| Cell::Time(row.utc_end.naive_utc())),
    column(Word::Uid, 40.0, |row, _| Cell::Text(&row.event.uid)),
    column(Word::Sequence, 10.0, |row, _| Cell::Number(row.event.sequence)),
];
