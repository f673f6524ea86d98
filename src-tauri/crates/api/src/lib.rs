//! The use cases: one function per thing a user can do.
//!
//! A program makes one [`Session`] with its [`Host`] and [`Clock`] and then only asks routes, by name and in JSON;
//! [`ROUTES`] lists them. Everything a screen shows is made here from the plan in memory, times included, so that
//! neither a screen nor the command line does any of it. What a planner typed is checked, settled and written in one
//! change, and only then put into memory.
//!
//! The trade-off: answers are whole (a timeline of 10,000 events is sent at once), because a plan is small and a
//! screen that has everything never shows half of it.

#[cfg(feature = "bindings")]
pub mod bindings;
pub mod route;
pub mod views;

mod app;
mod backups;
mod beginnings;
mod calendars;
mod calendars_files;
mod calendars_issue;
mod change;
mod checkin;
mod checks;
mod choices;
mod copying;
mod day_notes;
mod derived;
mod desk;
mod error;
mod events;
mod export;
mod faces;
mod fields;
mod files;
mod filter;
mod findings;
mod given;
mod guests;
mod history;
mod host;
mod imports;
mod keys;
mod letters;
mod lists;
mod long_work;
mod mission_days;
mod missions;
mod people;
mod places;
mod preferences;
mod privacy;
mod records;
mod restoring;
mod routes;
mod rows;
mod rule_choice;
mod search;
mod seeds;
mod session;
mod settings;
mod shown;
mod standing;
mod store_error;
mod tables;
mod teller;
mod timeline;
mod times;
mod typed;
mod visits;
mod wall;
mod wall_times;
mod work;
mod workspace;
mod zones;

pub use error::{ErrorView, Refused};
pub use host::{Choose, Clock, Host, SystemClock, signed_in};
pub use outreach_plan::people::why_not_sentence;
pub use route::{Route, RouteKind};
pub use routes::ROUTES;
pub use session::{Options, Session, find_route};
pub use workspace::ENDING;
