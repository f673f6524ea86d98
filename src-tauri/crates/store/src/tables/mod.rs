//! The tables of the plan, each with its migrations beside it.

pub mod arrangement;
pub mod calendar;
pub mod day_override;
pub mod delegate;
pub mod disclosure;
pub mod distinct;
pub mod event;
pub mod invitation;
pub mod issue;
pub mod leg;
pub mod letter;
pub mod market;
pub mod mission;
pub mod notice;
pub mod office;
pub mod origin;
pub mod partner;
pub mod person;
pub mod programme;
pub mod recipient;
pub mod reply;
pub mod saved_list;
pub mod venue;
pub mod visit;

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
    &notice::TABLE,
    &person::TABLE,
    &invitation::TABLE,
    &arrangement::TABLE,
    &visit::TABLE,
    &letter::TABLE,
    &saved_list::TABLE,
    &distinct::TABLE,
    &disclosure::TABLE,
];

/// The table of that name.
pub fn by_name(name: &str) -> Option<&'static Table> {
    ALL.iter().copied().find(|table| table.name == name)
}

/// Whether a table is a log of what left the file: taking a change back does not take back what was sent, so its
/// lines stay, and a change that only wrote such lines is no step to be taken back.
pub(crate) fn is_log(table: &Table) -> bool {
    table.name == disclosure::TABLE.name
}
