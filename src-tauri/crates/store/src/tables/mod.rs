//! The tables of the plan, each with its migrations beside it.

pub mod calendar;
pub mod day_override;
pub mod delegate;
pub mod event;
pub mod issue;
pub mod leg;
pub mod market;
pub mod mission;
pub mod office;
pub mod origin;
pub mod partner;
pub mod programme;
pub mod recipient;
pub mod reply;
pub mod venue;

use crate::record::Table;

/// All tables of records, those referred to first.
pub static ALL: &[&Table] = &[
    &programme::TABLE,
    &office::TABLE,
    &market::TABLE,
    &partner::TABLE,
    &delegate::TABLE,
    &venue::TABLE,
    &mission::TABLE,
    &leg::TABLE,
    &event::TABLE,
    &day_override::TABLE,
    &calendar::TABLE,
    &recipient::TABLE,
    &issue::TABLE,
    &origin::TABLE,
    &reply::TABLE,
];

/// The table of that name.
pub fn by_name(name: &str) -> Option<&'static Table> {
    ALL.iter().copied().find(|table| table.name == name)
}
