//! The programme as files that other programs read.
//!
//! Bytes out (and, in time, bytes in): nothing here opens a file or knows where one lies. Every format is
//! written whole in memory, for a programme is at most some thousand events and a half-written file must
//! never exist. Text that a planner or a stranger typed is neutralised for each format on its way out:
//! formulas in cells, markup in pages, line ends and control characters in calendars.

mod changes;
mod columns;
mod csv;
mod html;
mod ics;
pub mod incoming;
pub mod mail;
mod neutral;
mod outgoing;
pub mod pack;
pub mod people;
mod row;
pub mod sheets;
mod tongues;
pub mod vcard;
pub mod words;
mod xlsx;

pub use crate::csv::{write_csv, write_csv_for};
pub use changes::{change_words, changed_fields};
pub use columns::left_out_of_tables;
pub use html::write_html;
pub use ics::{
    CalendarFile, CancelledEvent, Journey, Layout, Method, NamedBytes, Party, PinUtc, left_out,
    rules_changed_lately, write_calendar, write_calendars, write_ics, zipped,
};
pub use neutral::{cell_text, line_text, page_text};
pub use outgoing::{ExportError, Left, Outgoing};
pub use row::Row;
pub use xlsx::{write_xlsx, write_xlsx_for};
