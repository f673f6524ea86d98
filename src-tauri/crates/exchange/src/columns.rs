//! The columns of the tabular formats, in the order in which a manager reads them: when, what, where, who.

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::Audience;

use crate::row::last_day;
use crate::tongues::tongue;
use crate::words::{self, Word};
use crate::{Left, Outgoing, Row};

/// What stands in a cell, before the format writes it its own way.
pub(crate) enum Cell<'a> {
    Text(&'a str),
    Written(String),
    /// A wall time, to the minute.
    Time(NaiveDateTime),
    /// A whole day.
    Day(NaiveDate),
    Number(u32),
    Empty,
}

/// One column.
pub(crate) struct Column {
    pub(crate) heading: Word,
    /// Whether it holds days and times.
    pub(crate) is_time: bool,
    /// The widest audience that it is given to.
    least: Audience,
    /// For programs rather than readers: not printed.
    pub(crate) is_technical: bool,
    pub(crate) cell: for<'r> fn(&'r Row<'_>, &Outgoing<'_>) -> Cell<'r>,
}

type Fill = for<'r> fn(&'r Row<'_>, &Outgoing<'_>) -> Cell<'r>;

const fn text(heading: Word, cell: Fill) -> Column {
    Column {
        heading,
        is_time: false,
        least: Audience::Public,
        is_technical: false,
        cell,
    }
}

const fn time(heading: Word, cell: Fill) -> Column {
    Column {
        is_time: true,
        ..text(heading, cell)
    }
}

const fn kept(heading: Word, least: Audience, cell: Fill) -> Column {
    Column {
        least,
        ..text(heading, cell)
    }
}

const fn technical(heading: Word, cell: Fill) -> Column {
    Column {
        is_technical: true,
        ..text(heading, cell)
    }
}

/// All columns.
const COLUMNS: [Column; 28] = [
    time(Word::Start, |row, _| {
        if row.event.all_day {
            Cell::Day(row.start.date())
        } else {
            Cell::Time(row.start)
        }
    }),
    // An event of whole days ends on its last one, as people say it, and not on the midnight after.
    time(Word::End, |row, _| {
        if row.event.all_day {
            Cell::Day(last_day(row.start.date(), row.end))
        } else {
            Cell::Time(row.end)
        }
    }),
    // A bare sign in front would be read as a formula; "UTC+08:00" is text everywhere.
    text(Word::Offset, |row, _| Cell::Written(format!("UTC{}", row.offset))),
    time(Word::HongKongStart, |row, _| Cell::Time(row.hong_kong_start)),
    time(Word::HongKongEnd, |row, _| Cell::Time(row.hong_kong_end)),
    time(Word::UtcStart, |row, _| Cell::Time(row.utc_start.naive_utc())),
    time(Word::UtcEnd, |row, _| Cell::Time(row.utc_end.naive_utc())),
    text(Word::AllDay, |row, out| {
        if row.event.all_day {
            Cell::Text(words::word(Word::Yes, out.language))
        } else {
            Cell::Empty
        }
    }),
    text(Word::Event, |row, _| Cell::Text(row.title)),
    text(Word::Kind, |row, out| {
        Cell::Text(row.event.kind.name().in_language(out.language))
    }),
    text(Word::Status, |row, out| {
        Cell::Text(row.status.name().in_language(out.language))
    }),
    text(Word::Region, |row, out| {
        Cell::Text(row.region.name().in_language(out.language))
    }),
    text(Word::Market, |row, _| Cell::Text(row.market)),
    text(Word::Mission, |row, _| Cell::Text(row.mission)),
    text(Word::City, |row, _| Cell::Text(row.place)),
    text(Word::Venue, |row, _| Cell::Text(row.venue)),
    text(Word::Hosts, |row, _| Cell::Text(&row.hosts)),
    text(Word::Sectors, |row, _| Cell::Text(&row.sectors)),
    text(Word::Languages, |row, out| {
        let names = row.event.languages.iter().map(|tag| tongue(tag, out.language));
        Cell::Written(names.collect::<Vec<_>>().join(words::list_comma(out.language)))
    }),
    text(Word::Speakers, |row, _| {
        Cell::Written(row.event.speakers.join("\n"))
    }),
    text(Word::WebPage, |row, _| Cell::Text(&row.event.url)),
    kept(Word::Capacity, Audience::Partner, |row, _| {
        row.event.capacity.map_or(Cell::Empty, Cell::Number)
    }),
    kept(Word::Tags, Audience::Internal, |row, _| {
        Cell::Written(row.event.tags.join("\n"))
    }),
    kept(Word::Team, Audience::Internal, |row, out| {
        let names = out.plan.delegates_at(row.event).iter();
        let names = names.filter_map(|id| out.plan.delegates().get(id));
        Cell::Written(
            names
                .map(outreach_plan::Delegate::full_name)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    }),
    kept(Word::Notes, Audience::Internal, |row, _| {
        Cell::Text(&row.event.notes)
    }),
    text(Word::Zone, |row, _| Cell::Text(&row.event.zone)),
    technical(Word::Uid, |row, _| Cell::Text(&row.event.uid)),
    technical(Word::Sequence, |row, _| Cell::Number(row.event.sequence)),
];

/// The columns that `audience` is given.
pub(crate) fn columns(audience: Audience) -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().filter(move |column| column.least <= audience)
}

/// What a workbook or a table for `audience` never tells. Whoever chooses its events keeps ideas out of it
/// ([`Audience::is_told_of`]).
pub fn left_out_of_tables(audience: Audience) -> &'static [Left] {
    match audience {
        Audience::Public => &[
            Left::Notes,
            Left::Delegates,
            Left::RunSheet,
            Left::Capacity,
            Left::Tags,
            Left::Ideas,
        ],
        Audience::Partner => &[Left::Notes, Left::Delegates, Left::RunSheet, Left::Tags],
        Audience::Internal => &[Left::RunSheet],
    }
}
